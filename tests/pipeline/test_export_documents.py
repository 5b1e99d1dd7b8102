"""Documents with pages and pictures: HTML, PDF and Word files, read back as their readers do."""

from __future__ import annotations

import re
from base64 import b64decode
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtPdf import QPdfBookmarkModel, QPdfDocument, QPdfLinkModel
from pytestqt.qtbot import QtBot

from svs_desktop.pipeline.export import Format, export
from svs_desktop.pipeline.export.region import paper
from svs_desktop.pipeline.media_info import MediaInfo
from svs_desktop.pipeline.notices import Notice, NoticeCode
from svs_desktop.pipeline.summary import Chapter, Evidence, KeyPoint, Result, Sentence, Summary
from svs_desktop.pipeline.transcript import Segment, Transcript

DOCUMENTS = [Format.HTML, Format.PDF, Format.DOCX]
EVIL = '#panic("x") *b* $a$ @s0 <b>&amp; \\ // [c] = d'
# A right-to-left script, one without spaces, combining marks, and characters that XML lacks.
ARABIC, CHINESE, ODD = "مرحبا بالعالم", "深海的矿物。", "Cafe\u0301 \ufffe\uffff\udce9\x07"


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A picture of a chapter."""
    path = tmp_path_factory.mktemp("cache") / "still.jpg"
    image = QImage(QSize(320, 180), QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    assert image.save(str(path), "JPEG")
    return path


def talk(picture: Path | None = None, *, count: int = 60, language: str = "en") -> Result:
    """A talk of so many sentences, the last of which ends its second chapter."""
    said = tuple(Segment(10.0 * n, 10.0 * n + 9, f"This is sentence {n}.") for n in range(count))
    last = 10.0 * (count - 1)

    def said_at(second: float, text: str) -> Sentence:
        return Sentence(text, (Evidence(second, second + 4, (0,)),))

    return Result(
        job_id="7",
        path=Path("/videos/lecture-4.mp4"),
        finished_at=datetime(2025, 11, 3, 12, 0, 0, 123456, tzinfo=UTC),
        media=MediaInfo(10.0 * count),
        summary=Summary(
            title="Minerals of the deep sea",
            paragraphs=((said_at(21, "The talk asks why."), Sentence("Nobody knows.", ())),),
            key_points=(KeyPoint(EVIL, Evidence(last, last + 3)),),
            language=language,
            duration_s=10.0 * count,
            speech_model="base",
            writer="qwen",
            sentences_read=count,
            chapters=(
                Chapter(0, 30, "Why now", (said_at(3, "First things first."),), picture),
                Chapter(30, last, "", ()),
            ),
            decisions=(KeyPoint("Mining waits.", Evidence(40, 44)),),
            notices=(Notice(NoticeCode.DAMAGED, {"count": "3"}),),
        ),
        transcript=Transcript(said, language),
    )


def opened_pdf(data: bytes, folder: Path) -> QPdfDocument:
    path = folder / "made.pdf"
    path.write_bytes(data)
    document = QPdfDocument()
    assert document.load(str(path)) is QPdfDocument.Error.None_
    return document


def text_of(document: QPdfDocument) -> str:
    pages = (document.getAllText(page).text() for page in range(document.pageCount()))
    return " ".join(" ".join(pages).split())


def bookmarks(document: QPdfDocument) -> list[str]:
    """The outline, each entry indented as deep as it lies."""
    model = QPdfBookmarkModel()
    model.setDocument(document)

    def below(parent: QModelIndex, depth: int) -> list[str]:
        found = []
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            title = model.data(index, QPdfBookmarkModel.Role.Title.value)
            found += ["  " * depth + title, *below(index, depth + 1)]
        return found

    return below(QModelIndex(), 0)


def links(document: QPdfDocument, page: int) -> list[int]:
    """The pages that the links of a page lead to, from its top to its bottom."""
    model = QPdfLinkModel()
    model.setDocument(document)
    model.setPage(page)
    rows = range(model.rowCount(QModelIndex()))
    role = QPdfLinkModel.Role.Page.value
    return [model.data(model.index(row, 0), role) for row in rows]


def test_a_pdf_reads_as_the_result_and_its_times_lead_to_the_transcript(
    qtbot: QtBot, tmp_path: Path, still: Path
) -> None:
    document = opened_pdf(export(talk(still), Format.PDF), tmp_path)
    text = text_of(document)

    assert document.metaData(QPdfDocument.MetaDataField.Title) == "Minerals of the deep sea"
    for words in (
        "The talk asks why. 0:20", "Nobody knows.", "Key points", EVIL, "Mining waits. 0:40",
        "Why now 0:00", "Chapter 2 0:30", "3 damaged pieces", "0:00 This is sentence 0.",
        "9:50 This is sentence 59.", f"1 / {document.pageCount()}",
    ):  # fmt: skip
        assert words.replace("0:20", "0:21") in text
    assert [line.split("\xa0")[0] for line in bookmarks(document)] == [
        "Minerals of the deep sea",
        "  Key points",
        "  Decisions",
        "  Chapters",
        "    Why now",
        "    Chapter 2",
        "  Transcript",
    ]
    last = document.pageCount() - 1
    assert last > 0
    targets = links(document, 0)
    assert targets[:2] == [0, last]  # of the first sentence, and of the key point from the end
    assert len(targets) == 6


def test_a_word_document_reads_as_the_result_and_its_times_lead_to_the_transcript(
    still: Path,
) -> None:
    document = Document(BytesIO(export(talk(still), Format.DOCX)))
    lines = [(p.style.name, p.text.replace("\xa0", " ")) for p in document.paragraphs]

    assert lines[0] == ("Title", "Minerals of the deep sea")
    assert lines[2:-60] == [
        ("Subtitle", "All 60 sentences were read."),
        ("Subtitle", "3 damaged pieces of the recording were skipped."),
        ("Normal", "The talk asks why. 0:21 Nobody knows."),
        ("Heading 1", "Key points"),
        ("List Bullet", f"{EVIL} 9:50"),
        ("Heading 1", "Decisions"),
        ("List Bullet", "Mining waits. 0:40"),
        ("Heading 1", "Chapters"),
        ("Heading 2", "Why now 0:00"),
        ("Normal", ""),
        ("Normal", "First things first. 0:03"),
        ("Heading 2", "Chapter 2 0:30"),
        ("Heading 1", "Transcript"),
    ]
    assert lines[-1] == ("Transcript", "9:50\tThis is sentence 59.")
    assert len(document.inline_shapes) == 1
    body = document.element.body
    marks = {each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))}
    aims = [each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink"))]
    assert aims == ["s2", "s59", "s4", "s0", "s0", "s3"]
    assert set(aims) <= marks
    properties = document.core_properties
    assert (properties.title, properties.language) == ("Minerals of the deep sea", "en")
    assert properties.created.replace(tzinfo=None) == datetime(2025, 11, 3, 12)  # noqa: DTZ001
    assert properties.author == ""


def test_html_is_one_file_whose_links_lead_somewhere(still: Path) -> None:
    page = export(talk(still), Format.HTML).decode()

    aims, places = re.findall(r'href="#(\w+)"', page), re.findall(r' id="(\w+)"', page)
    assert aims == ["s2", "s59", "s4", "s0", "s0", "s3"]
    assert set(aims) <= set(places)
    assert len(places) == len(set(places)) == 60
    (picture,) = re.findall(r'src="data:image/jpeg;base64,([^"]+)"', page)
    assert b64decode(picture) == still.read_bytes()
    assert not re.search(r"https?:|<script|@import|url\(", page)
    assert "color-scheme: light dark" in page
    assert "@media print" in page
    assert '<html lang="ar" dir="rtl">' in export(talk(language="ar"), Format.HTML).decode()


@pytest.mark.parametrize("form", DOCUMENTS)
@pytest.mark.parametrize("damage", ["gone", "empty", "cut off", "no picture", "false inside"])
def test_a_picture_that_is_lost_costs_no_word(
    form: Format, damage: str, still: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "still.jpg"
    whole = still.read_bytes()
    contents = {
        "empty": b"",
        "cut off": whole[: len(whole) // 2],
        "no picture": b"MZ" + whole,
        "false inside": b"\xff\xd8\xff" + b"\x55" * 500 + b"\xff\xd9",
    }
    if damage in contents:
        path.write_bytes(contents[damage])

    data = export(talk(path), form)

    if form is Format.PDF:
        text = text_of(opened_pdf(data, tmp_path))
    elif form is Format.DOCX:
        text = "\n".join(p.text for p in Document(BytesIO(data)).paragraphs)
    else:
        text = data.decode()
    assert "First things first." in text
    assert "This is sentence 59." in text


@pytest.mark.parametrize("form", DOCUMENTS)
def test_any_script_and_any_character_is_taken(form: Format, tmp_path: Path, qtbot: QtBot) -> None:
    plain = talk(count=3, language="ar")
    summary = replace(plain.summary, title=f"{ODD} {ARABIC}", notices=())
    said = tuple(Segment(4.0 * n, 4.0 * n + 3, t) for n, t in enumerate((ARABIC, CHINESE, ODD)))
    result = replace(plain, summary=summary, transcript=Transcript(said, "ar"))

    data = export(result, form)

    if form is Format.DOCX:
        document = Document(BytesIO(data))
        text = "\n".join(p.text for p in document.paragraphs)
        assert f"\t{ARABIC}" in text
        assert CHINESE in text
        assert document.styles["Normal"].font.rtl
        assert document.styles.element.find(f".//{qn('w:lang')}").get(qn("w:bidi")) == "ar"
    elif form is Format.PDF:
        assert "Caf" in text_of(opened_pdf(data, tmp_path))
    else:
        assert ARABIC in data.decode()


def test_the_same_result_makes_the_same_bytes(still: Path) -> None:
    for form in DOCUMENTS:
        assert export(talk(still), form) == export(talk(still), form)


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LANG": "en_US.UTF-8"}, "us-letter"),
        ({"LANG": "en_US.UTF-8", "LC_PAPER": "de_DE.UTF-8"}, "a4"),
        ({"LC_ALL": "es_MX", "LANG": "de_DE"}, "us-letter"),
        ({"LANG": "sr_Latn_RS"}, "a4"),
        ({"LANG": "C.UTF-8"}, "a4"),
        ({"LANG": "en_GB.UTF-8@euro"}, "a4"),
    ],
)
def test_paper_is_that_of_the_place(environment: dict[str, str], expected: str) -> None:
    assert paper(environment) == expected


def test_pages_are_as_large_as_paper_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    for locale, width in (("en_US", 612), ("de_DE", 595)):
        monkeypatch.setenv("LC_ALL", locale)
        pdf = opened_pdf(export(talk(), Format.PDF), tmp_path)
        word = Document(BytesIO(export(talk(), Format.DOCX)))
        assert round(pdf.pagePointSize(0).width()) == width
        assert round(word.sections[0].page_width.pt) == width

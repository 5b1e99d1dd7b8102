"""What stands around a summary in a file is in the language that the summary is written in."""

from __future__ import annotations

import re
from html import unescape

import msgspec
import pytest
from msgspec.structs import replace
from test_export import RESULT, SILENT

from svs_desktop.paths import resource
from svs_desktop.pipeline.errors import ErrorCode, Failure
from svs_desktop.pipeline.export import Format, export
from svs_desktop.pipeline.export.json_text import load
from svs_desktop.pipeline.notices import Notice, NoticeCode
from svs_desktop.pipeline.summarize import OF_THE_WRITER
from svs_desktop.pipeline.summary import Result

TABLES = {
    path.stem: msgspec.toml.decode(path.read_bytes(), type=dict[str, str])
    for path in resource("exports").glob("*.toml")
}
PAGES = [Format.MD, Format.TXT, Format.HTML]
WORDS = {
    "en": ("Key points", "Decisions", "Action items", "Chapters", "Transcript", "speech model"),
    "de": ("Kernpunkte", "Entscheidungen", "Aufgaben", "Kapitel", "Transkript", "Spracherkennung"),
    "es": ("Puntos clave", "Decisiones", "Tareas", "Capítulos", "Transcripción", "modelo de voz"),
}


def said_in(language: str, result: Result = RESULT, *, talk: str = "en") -> Result:
    """The result of a talk in one language, summarised in another."""
    written_in = "" if language == talk else language
    return replace(result, summary=replace(result.summary, language=talk, written_in=written_in))


@pytest.mark.parametrize("form", PAGES)
@pytest.mark.parametrize(("talk", "language"), [("de", "de"), ("es", "es"), ("en", "de")])
def test_a_file_speaks_the_language_of_its_summary(form: Format, talk: str, language: str) -> None:
    page = export(said_in(language, talk=talk), form).decode()

    for word, english in zip(WORDS[language], WORDS["en"], strict=True):
        assert word.casefold() in page.casefold()
        assert f"{english.casefold()}\n" not in page.casefold()
        assert f">{english}<" not in page
    assert "were read" not in page
    assert "damaged" not in page
    if form is Format.HTML:
        assert f'<html lang="{language}">' in page


@pytest.mark.parametrize("form", PAGES)
def test_a_language_without_words_is_english_around_the_summary(form: Format) -> None:
    foreign = export(said_in("fi", talk="fi"), form).decode()
    english = export(RESULT, form).decode()

    same = foreign.replace('lang="fi"', 'lang="en"').replace(" · fi · ", " · en · ")
    assert same == english


def test_a_chapter_without_a_title_has_its_number_in_that_language() -> None:
    chapters = tuple(replace(chapter, title="") for chapter in RESULT.summary.chapters)
    result = replace(RESULT, summary=replace(RESULT.summary, chapters=chapters))

    data = export(said_in("es", result), Format.FFMETADATA).decode()

    assert "title=Capítulo 1\n" in data


def test_json_keeps_its_keys_and_tells_the_language() -> None:
    data = export(said_in("de"), Format.JSON)

    assert load(data).summary.written_in == "de"
    assert b'"key_points"' in data
    assert "Kernpunkte" not in data.decode()
    assert load(data.replace(b'"written_in": "de"', b'"unknown": 1')).summary.written_in == ""


@pytest.mark.parametrize(
    "code", [code for code in ErrorCode if "MODEL" in code.name and code in OF_THE_WRITER]
)
def test_why_no_model_wrote_is_told_in_that_language_too(code: ErrorCode) -> None:
    values = {"model": "Qwen", "reason": "the file is damaged", "needed": "9 GB", "free": "2 GB"}
    reason = Failure(code, values).sentence.rstrip(".")
    notice = Notice(NoticeCode.WRITER_FAILED, {"model": "Qwen", "reason": reason})
    result = replace(RESULT, summary=replace(RESULT.summary, notices=(notice,)))

    page = export(said_in("de", result), Format.TXT).decode()

    assert "keine Zusammenfassung schrieb: Das Modell „Qwen“ " in page
    assert "the file" not in page
    assert "The model" not in page


def test_where_nothing_was_said_a_file_is_english() -> None:
    assert "> No speech was found in this recording." in export(SILENT, Format.MD).decode()


def test_the_tables_are_whole_and_say_what_the_window_says() -> None:
    assert set(TABLES) == {"de", "es"}
    wanted = {Notice(code, {"count": count}).template for code in NoticeCode for count in "12"}
    wanted |= {Failure(code).templates[0] for code in OF_THE_WRITER}
    for language, table in TABLES.items():
        assert set(table) == set(TABLES["de"])
        assert wanted <= set(table)
        for english, text in table.items():
            assert set(re.findall(r"\{\w+\}", text)) == set(re.findall(r"\{\w+\}", english))
        assert [table[word] for word in WORDS["en"][:5]] == [*WORDS[language][:5]]
        window = _texts_of_the_window(language)
        differing = {e: t for e, t in table.items() if e in window and window[e] != t}
        assert differing == {}


def _texts_of_the_window(language: str) -> dict[str, str]:
    file = resource("translations", f"svs_{language}.ts").read_text("utf-8")
    pairs = re.findall(r"<source>([^<]*)</source>\s*<translation>([^<]*)</translation>", file)
    texts: dict[str, str] = {}
    for english, text in pairs:
        texts.setdefault(unescape(english), unescape(text))
    return texts

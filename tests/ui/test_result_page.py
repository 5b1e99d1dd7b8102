"""The page of a result: its words, its links to the transcript, and very long talks."""

from __future__ import annotations

import threading
from pathlib import Path

import made
import pytest
from desk import Desk, Stalls
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from test_queue_pane import press

from svs_desktop.pipeline.export.clock import clock
from svs_desktop.pipeline.summary import Result
from svs_desktop.ui import result_page
from svs_desktop.ui.reading import ReadingView, TranscriptView
from svs_desktop.ui.summary_view import SummaryView
from svs_desktop.ui.theme import apply_theme

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
LONGEST_STALL_S = 0.1
PARTS = ("Key points", "Decisions", "Action items", "Chapters")


def place_of(view: ReadingView, text: str) -> QPoint:
    """The middle of some text on the page."""
    found = view.document().find(text)
    start, end = QTextCursor(found), QTextCursor(found)
    start.setPosition(found.selectionStart())
    end.setPosition(found.selectionEnd())
    return (view.cursorRect(start).center() + view.cursorRect(end).center()) / 2


def marked(view: TranscriptView) -> str:
    """The paragraph that is marked and seen; empty when there is none."""
    selections = view.extraSelections()
    if not selections:
        return ""
    block = selections[0].cursor.block()
    rects = [view.cursorRect(selection.cursor) for selection in selections]
    assert all(selection.cursor.block() == block for selection in selections)
    assert len(rects) == block.layout().lineCount()
    assert all(view.viewport().rect().contains(rect.center()) for rect in rects)
    return block.text()


def lay_out(qtbot: QtBot, view: TranscriptView) -> None:
    qtbot.waitUntil(lambda: view.is_complete)


def test_the_page_says_what_the_summary_says(desk: Desk) -> None:
    result = made.result()
    desk.open(result)
    page = desk.window.result_page

    lines = page.summary.toPlainText().splitlines()

    assert page.title.text() == "Minerals of the deep sea"
    assert page._facts.text().startswith("lecture-4.mp4  ·  23:10  ·  English  ·  ")
    first, second = result.summary.paragraphs[0]
    assert lines[0] == "These are the talk's own key sentences: no language model wrote them."
    assert lines[1] == f"{first.text} 0:00 {second.text} 0:20"
    assert lines[3] == "Key points"
    points = [f"{p.text} {clock(p.start)}" for p in result.summary.key_points]
    assert lines[4:-1] == points
    assert lines[-1] == "All 40 sentences were read. Transcribed by Whisper base."


def test_a_written_summary_has_its_parts_in_their_order(desk: Desk) -> None:
    desk.open(made.written())
    summary = desk.window.result_page.summary

    lines = summary.toPlainText().splitlines()

    assert lines[0].endswith(
        "1:35 7:11 They hold more nickel and cobalt than all the mines on land together. 10:10"
    )
    assert [line for line in lines if line in PARTS] == ["Key points", "Chapters"]
    assert lines[lines.index("Chapters") + 1 :][:3] == [
        "What lies on the sea floor 0:00",
        f"{made.sentence(1).text} 1:20 {made.sentence(2).text} 2:40",
        "Ten million years for a nodule 6:40",
    ]
    assert lines[-1] == (
        "All 412 sentences were read. 1 written sentence was left out because the transcript does "
        "not support it. Written by Qwen2.5-Coder 1.5B, transcribed by Whisper base."
    )
    assert "\N{OBJECT REPLACEMENT CHARACTER}" not in summary.toPlainText()


def test_a_meeting_has_decisions_and_action_items(desk: Desk) -> None:
    desk.open(made.meeting())

    lines = desk.window.result_page.summary.toPlainText().splitlines()

    assert [line for line in lines if line in PARTS] == ["Key points", "Decisions", "Action items"]
    assert lines[lines.index("Decisions") + 1] == "The survey begins in March. 3:20"
    first = "Amina asks the harbour for a berth until the tenth of February. 5:00"
    assert lines[lines.index("Action items") + 1] == first


def test_a_long_title_takes_two_lines_and_no_more(desk: Desk, qtbot: QtBot) -> None:
    result = made.result()
    desk.open(result)
    title = desk.window.result_page.title

    def show(words: int) -> None:
        summary = replace(result.summary, title=" ".join(["Tides"] * words))
        desk.window.result_page.show_edited(replace(result, summary=summary))

    def takes(lines: int) -> bool:
        return bool(title.height() // title.fontMetrics().lineSpacing() == lines)

    show(2)
    qtbot.waitUntil(lambda: takes(1))
    one = title.grab().toImage()
    show(12)
    qtbot.waitUntil(lambda: takes(2))
    below = QRect(0, one.height(), title.width() // 4, one.height())
    paper = one.pixel(one.width() - 1, 0)
    image = title.grab(below).toImage()
    seen = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    assert seen - {paper}  # something stands in the second line
    show(60)
    qtbot.waitUntil(lambda: takes(2))
    assert title.toolTip().count("Tides") == 60


def test_what_models_wrote_is_no_html(desk: Desk) -> None:
    result = made.written()
    chapter = replace(result.summary.chapters[0], title="<b>1 & 2</b>")
    summary = replace(result.summary, chapters=(chapter,), writer="<i>mine</i>")

    desk.open(replace(result, summary=summary))

    text = desk.window.result_page.summary.toPlainText()
    assert "<b>1 & 2</b> 0:00" in text
    assert "Written by <i>mine</i>," in text


@pytest.mark.parametrize("time", ["13:20", "16:00"])
def test_the_times_of_a_chapter_lead_to_their_moments(desk: Desk, qtbot: QtBot, time: str) -> None:
    desk.open(made.written())
    page = desk.window.result_page
    found = page.summary.document().find(time)
    page.summary.setTextCursor(found)
    page.summary.ensureCursorVisible()

    with qtbot.waitSignal(page.summary.moment_chosen) as chosen:
        at = place_of(page.summary, time)
        qtbot.mouseClick(page.summary.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert clock(chosen.args[0]) == time


# pictures of chapters

RED, GREEN = "#cc2222", "#22aa44"


def stills(view: SummaryView) -> list[QColor]:
    """The colours of the pictures on the page, from top to bottom."""
    found, block = [], view.document().begin()
    while block.isValid():
        parts = [part.fragment() for part in block]
        for part in parts:
            if (form := part.charFormat().toImageFormat()).isValid():
                image = view.loadResource(2, QUrl(form.name()))
                found.append(image.pixelColor(image.rect().center()))
        block = block.next()
    return found


def are_like(found: list[QColor], wanted: list[str]) -> bool:
    pairs = list(zip(found, map(QColor, wanted), strict=False))
    return len(found) == len(wanted) and all(
        abs(a.red() - b.red()) + abs(a.green() - b.green()) + abs(a.blue() - b.blue()) < 30
        for a, b in pairs
    )


def test_chapters_show_their_pictures(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    pictures = [made.picture(tmp_path / f"{n}.jpg", c) for n, c in enumerate((RED, GREEN, RED))]

    desk.open(made.written(pictures))

    view = desk.window.result_page.summary
    qtbot.waitUntil(lambda: are_like(stills(view), [RED, GREEN, RED]))
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    seen = view.viewport().grab().toImage()
    colors = {seen.pixelColor(80, y).name() for y in range(seen.height())}
    assert any(are_like([QColor(color)], [GREEN]) for color in colors)


def test_a_picture_that_is_missing_leaves_no_hole(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "broken.jpg").write_bytes(b"no picture")
    pictures = [tmp_path / "gone.jpg", made.picture(tmp_path / "1.jpg", GREEN)]
    desk.open(made.written([*pictures, tmp_path / "broken.jpg"]))
    view = desk.window.result_page.summary

    qtbot.waitUntil(lambda: are_like(stills(view), [GREEN]))

    lefts = [left_of(view, title) for title in ("What lies", "Ten million years for", "Who lives")]
    assert lefts[0] == lefts[2] == 0
    assert lefts[1] >= 160


def test_pictures_keep_their_room_while_the_disk_is_slow(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    read = result_page.read_stills

    def slowly(*given: object) -> object:
        assert gate.wait(20)
        return read(*given)

    monkeypatch.setattr(result_page, "read_stills", slowly)
    desk.open(made.written([made.picture(tmp_path / "0.jpg", RED)] * 3))
    view = desk.window.result_page.summary
    before = view.document().size()
    place = view.verticalScrollBar().maximum() // 2
    view.verticalScrollBar().setValue(place)
    assert len(stills(view)) == 3

    gate.set()
    qtbot.waitUntil(lambda: are_like(stills(view), [RED] * 3))

    assert view.document().size() == before
    assert view.verticalScrollBar().value() == place


def test_late_pictures_do_not_come_to_another_result(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    red = [made.picture(tmp_path / "red.jpg", RED)] * 3
    green = [made.picture(tmp_path / "green.jpg", GREEN)] * 3
    first, second = made.written(red, job_id="w1"), made.written(green, job_id="w2")
    desk.open(first)
    page = desk.window.result_page
    desk.open(second)
    qtbot.waitUntil(lambda: are_like(stills(page.summary), [GREEN] * 3))

    page._on_pictures(first, {0: QImage(str(red[0]))})

    assert are_like(stills(page.summary), [GREEN] * 3)


def test_pictures_stay_when_the_dress_changes(
    desk: Desk, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    desk.open(made.written([made.picture(tmp_path / "0.jpg", RED)] * 3))
    view = desk.window.result_page.summary
    qtbot.waitUntil(lambda: are_like(stills(view), [RED] * 3))

    apply_theme(qapp, "dark")

    assert are_like(stills(view), [RED] * 3)
    assert view.document().find("All 412").charFormat().foreground().color().name() == "#a3a3aa"


def left_of(view: SummaryView, text: str) -> int:
    """Where some text begins."""
    cursor = view.document().find(text)
    cursor.setPosition(cursor.selectionStart())
    return view.cursorRect(cursor).left()


def test_a_link_leads_to_its_moment(desk: Desk, qtbot: QtBot) -> None:
    desk.open(made.result())
    page = desk.window.result_page
    at = place_of(page.summary, "0:20")

    qtbot.mouseClick(page.summary.viewport(), Qt.MouseButton.LeftButton, pos=at)

    qtbot.waitUntil(lambda: marked(page.transcript).startswith("0:20\t"))
    assert page.tabs.currentIndex() == 1
    assert page.transcript.isVisible()


def test_a_link_is_followed_with_keys(desk: Desk, qtbot: QtBot) -> None:
    desk.open(made.result())
    page = desk.window.result_page
    page.summary.setFocus()

    press(desk, qtbot, Key.Key_Tab)
    press(desk, qtbot, Key.Key_Tab)
    press(desk, qtbot, Key.Key_Return)

    qtbot.waitUntil(lambda: marked(page.transcript).startswith("0:20\t"))


def test_a_time_in_the_transcript_marks_its_paragraph(desk: Desk, qtbot: QtBot) -> None:
    desk.open(made.result())
    page = desk.window.result_page
    desk.window.actions_.transcript.trigger()
    lay_out(qtbot, page.transcript)
    at = place_of(page.transcript, "0:12")

    qtbot.mouseClick(page.transcript.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert marked(page.transcript).startswith("0:12\t")


def test_keys_walk_through_the_transcript_from_its_beginning(desk: Desk, qtbot: QtBot) -> None:
    desk.open(made.result(made.segments(400)))
    view = desk.window.result_page.transcript
    desk.window.actions_.transcript.trigger()
    lay_out(qtbot, view)
    view.setFocus()

    press(desk, qtbot, Key.Key_Tab)
    press(desk, qtbot, Key.Key_Return)

    qtbot.waitUntil(lambda: marked(view).startswith("0:00\t"))


@pytest.mark.parametrize("second", [0.0, 58.0, 80.5, 156.0, 9999.0])
def test_any_moment_is_found(desk: Desk, qtbot: QtBot, second: float) -> None:
    desk.open(made.result(made.segments(40, words=30)))
    page = desk.window.result_page

    page.summary.moment_chosen.emit(second)

    number = min(39, int(second // 4))
    words = f"\t{made.segments(40, words=30)[number].text}"
    qtbot.waitUntil(lambda: marked(page.transcript).endswith(words))


def test_keys_turn_the_tabs(desk: Desk, qtbot: QtBot) -> None:
    desk.open(made.result())
    page = desk.window.result_page

    press(desk, qtbot, Key.Key_2, CTRL)
    assert page.transcript.isVisible()
    press(desk, qtbot, Key.Key_1, CTRL)
    assert page.summary.isVisible()
    page.tabs.setFocus()
    press(desk, qtbot, Key.Key_Right)
    assert page.transcript.isVisible()


def test_a_talk_without_speech_has_no_transcript_to_show(desk: Desk, qtbot: QtBot) -> None:
    desk.open(made.result(()))
    page = desk.window.result_page

    press(desk, qtbot, Key.Key_2, CTRL)

    assert page.summary.isVisible()
    assert not page.tabs.isTabVisible(1)
    assert page.summary.toPlainText() == "No speech was found in this recording."
    assert not desk.window.actions_.again.isEnabled()
    desk.open(made.result(job_id="r2"))
    press(desk, qtbot, Key.Key_2, CTRL)
    assert page.transcript.isVisible()


def test_another_result_begins_at_its_beginning(desk: Desk, qtbot: QtBot) -> None:
    desk.open(made.result(made.segments(400)))
    page = desk.window.result_page
    page.summary.moment_chosen.emit(1500.0)
    qtbot.waitUntil(lambda: marked(page.transcript) != "")

    desk.open(made.result(made.segments(40), title="Another", job_id="r2"))

    assert page.summary.isVisible()
    assert page.summary.verticalScrollBar().value() == 0
    desk.window.actions_.transcript.trigger()
    lay_out(qtbot, page.transcript)
    assert page.transcript.verticalScrollBar().value() == 0
    assert marked(page.transcript) == ""
    assert page.transcript.document().blockCount() == 40


def test_the_page_can_only_be_read(desk: Desk, qtbot: QtBot) -> None:
    desk.open(made.result())
    summary = desk.window.result_page.summary
    before = summary.toPlainText()
    summary.setFocus()

    press(desk, qtbot, Key.Key_X)
    press(desk, qtbot, Key.Key_V, CTRL)

    assert summary.toPlainText() == before


@pytest.mark.parametrize("size", [(1600, 900), (1200, 760), (700, 600), (480, 400)])
def test_the_column_is_never_too_wide_to_read(desk: Desk, size: tuple[int, int]) -> None:
    desk.open(made.result())
    desk.window.resize(*size)
    summary = desk.window.result_page.summary

    assert summary.viewport().width() <= 720
    assert summary.document().size().width() <= summary.viewport().width()
    assert not summary.horizontalScrollBar().isVisible()


# 30,000 words


@pytest.fixture(params=[(2500, 12), (600, 50)], ids=["short sentences", "long sentences"])
def long_talk(request: pytest.FixtureRequest) -> Result:
    count, words = request.param
    return made.result(made.segments(count, words))


def test_a_long_talk_opens_without_a_stall(desk: Desk, qtbot: QtBot, long_talk: Result) -> None:
    desk.keep(long_talk)
    view = desk.window.result_page.transcript

    with Stalls() as stalls:
        with qtbot.waitSignal(desk.window.result_shown):
            desk.window.open_result(long_talk.job_id)
        desk.window.actions_.transcript.trigger()
        lay_out(qtbot, view)

    assert view.document().blockCount() == len(long_talk.transcript.segments)
    assert len(view.toPlainText().split()) > 30_000
    assert stalls.worst_work_s < LONGEST_STALL_S


def test_the_last_moment_of_a_long_talk_is_reached_without_a_stall(
    desk: Desk, qtbot: QtBot, long_talk: Result
) -> None:
    desk.open(long_talk)
    page = desk.window.result_page
    last = long_talk.transcript.segments[-1]

    with Stalls() as stalls:
        page.summary.moment_chosen.emit(last.start)
        qtbot.waitUntil(lambda: marked(page.transcript).endswith(last.text))

    assert stalls.worst_work_s < LONGEST_STALL_S


def test_a_long_talk_is_laid_out_only_while_it_is_seen(
    desk: Desk, qtbot: QtBot, long_talk: Result
) -> None:
    desk.open(long_talk)
    view = desk.window.result_page.transcript
    assert view.document().isEmpty()

    desk.window.actions_.transcript.trigger()
    desk.window.actions_.summary.trigger()

    qtbot.waitUntil(lambda: not view._timer.isActive())
    assert 1 < view.document().blockCount() < len(long_talk.transcript.segments)
    assert not view.is_complete

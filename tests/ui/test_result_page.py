"""The page of a result: its words, its links to the transcript, and very long talks."""

from __future__ import annotations

import made
import pytest
from desk import Desk, Stalls
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot
from test_queue_pane import press

from svs_desktop.pipeline.export.clock import clock
from svs_desktop.pipeline.summary import Result
from svs_desktop.ui.reading import ReadingView, TranscriptView

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
LONGEST_STALL_S = 0.1


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

    assert page._title.text() == "Minerals of the deep sea"
    assert page._facts.text().startswith("lecture-4.mp4  ·  23:10  ·  English  ·  ")
    first, second = result.summary.paragraphs[0]
    assert lines[0] == f"{first.text} 0:00 {second.text} 0:20"
    assert lines[2] == "Key points"
    points = [f"{p.text} {clock(p.start)}" for p in result.summary.key_points]
    assert lines[3:-1] == points
    assert lines[-1] == "These are the talk's own key sentences: no language model wrote them."


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

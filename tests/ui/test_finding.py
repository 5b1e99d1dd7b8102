"""Finding words on the page of a result."""

from __future__ import annotations

import made
import pytest
from desk import Desk, Stalls
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from test_queue_pane import press

from svs_desktop.ui.find_bar import FindBar
from svs_desktop.ui.find_text import PageText
from svs_desktop.ui.reading import ReadingView

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def bar(desk: Desk) -> FindBar:
    return desk.window.result_page.find_bar


def marked(view: ReadingView) -> list[str]:
    return [each.cursor.selectedText() for each in view.extraSelections()]


def find(desk: Desk, qtbot: QtBot, typed: str, count: str) -> None:
    press(desk, qtbot, Key.Key_F, CTRL)
    assert desk.window.focusWidget() is bar(desk).field
    qtbot.keyClicks(bar(desk).field, typed)
    qtbot.waitUntil(lambda: bar(desk).count == count)


def test_all_places_are_marked_and_keys_go_round(desk: Desk, qtbot: QtBot) -> None:
    desk.open(made.result())
    desk.window.actions_.transcript.trigger()
    view = desk.window.result_page.transcript
    find(desk, qtbot, "SEA  floor", "1 of 8")

    assert set(marked(view)) == {"sea floor"}
    seen = []
    for key, modifier in (
        (Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Key.Key_F3, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Return, SHIFT),
        (Key.Key_F3, SHIFT),
        (Key.Key_F3, SHIFT),
    ):
        press(desk, qtbot, key, modifier)
        assert view.viewport().rect().contains(view.cursorRect().center())
        seen.append((bar(desk).count, view.textCursor().block().blockNumber()))
    assert seen == [("2 of 8", 5), ("3 of 8", 10), ("2 of 8", 5), ("1 of 8", 0), ("8 of 8", 35)]
    assert "sea floor" in marked(view)  # those that are seen now

    press(desk, qtbot, Key.Key_Escape)
    assert bar(desk).isHidden()
    assert marked(view) == []
    assert desk.window.focusWidget() is view


def test_the_other_page_is_searched_when_one_turns_to_it(desk: Desk, qtbot: QtBot) -> None:
    desk.open(made.written())
    page = desk.window.result_page
    find(desk, qtbot, "ten million years", "1 of 4")

    assert set(marked(page.summary)) <= {"ten million years", "Ten million years"}
    desk.window.actions_.transcript.trigger()
    qtbot.waitUntil(lambda: bar(desk).count == "1 of 8")
    assert marked(page.summary) == []
    qtbot.keyClick(page.transcript, Key.Key_Escape)
    assert bar(desk).isHidden()


def test_the_buttons_do_the_same(desk: Desk, qtbot: QtBot) -> None:
    desk.open(made.result())
    desk.window.actions_.transcript.trigger()
    find(desk, qtbot, "zebra", "Not found")
    actions = desk.window.actions_
    assert not actions.find_next.isEnabled()

    bar(desk).field.clear()
    qtbot.waitUntil(lambda: bar(desk).count == "")
    find(desk, qtbot, "shell", "1 of 8")
    actions.find_next.trigger()
    assert bar(desk).count == "2 of 8"
    actions.find_close.trigger()
    actions.find_next.trigger()  # opens again
    assert bar(desk).isVisible()


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("A café, un CAFÉ", "cafe", ["café", "CAFÉ"]),
        ("the Straße here", "strasse", ["Straße"]),
        ("深海の鉱物です", "鉱物", ["鉱物"]),
        ("😀😀 nodules 😀", "nodules", ["nodules"]),
        ("cobalt and then nickel", "nickel cobalt", ["cobalt", "nickel"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("nothing", "", []),
        ("nothing", "  ", []),
        ("", "word", []),
    ],
)
def test_text_is_found_without_case_and_accents(text: str, typed: str, found: list[str]) -> None:
    units = text.encode("utf-16-le")

    matches = PageText(text).matches(typed)

    assert [units[2 * a : 2 * b].decode("utf-16-le") for a, b in matches] == found


@pytest.mark.slow
def test_thirty_thousand_words_are_searched_without_a_stall(desk: Desk, qtbot: QtBot) -> None:
    desk.open(made.result(made.segments(2000, words=15)))
    desk.window.actions_.transcript.trigger()
    view = desk.window.result_page.transcript
    qtbot.waitUntil(lambda: view.is_complete)
    press(desk, qtbot, Key.Key_F, CTRL)

    with Stalls() as stalls:
        for typed in ("e", "nodules"):
            bar(desk).field.selectAll()
            qtbot.keyClicks(bar(desk).field, typed)
            qtbot.waitUntil(lambda: " of " in bar(desk).count)
        for _ in range(20):
            press(desk, qtbot, Key.Key_F3)
            QApplication.processEvents()

    assert stalls.worst_work_s < 0.05

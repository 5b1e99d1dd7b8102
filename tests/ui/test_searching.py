"""The search over all results: as one types, with the mouse and with keys."""

from __future__ import annotations

import time

import made
import pytest
import watched
from desk import KEEP, Desk, Stalls
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from test_queue_pane import press

from svs_desktop.library import Part
from svs_desktop.ui.search_model import excerpt

Key = Qt.Key
Role = Qt.ItemDataRole
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def talk(title: str, *said: str) -> made.Result:
    spoken = [made.Segment(4.0 * n, 4.0 * n + 3.5, text) for n, text in enumerate(said)]
    result = made.result(spoken, title=title, job_id=title)
    return made.replace(result, summary=made.summary((), title))


@pytest.fixture
def talks(desk: Desk) -> Desk:
    before = [f"Nothing about it, {n}." for n in range(60)]
    desk.keep(
        talk("Nodules", "We begin.", "And end."),
        talk("Budget", *before, "The nodules cost a lot.", "So say we all."),
        talk("Survey", "Amina looks for nodules.", "Nodules everywhere, nodules."),
    )
    return desk


def rows(desk: Desk) -> list[str]:
    model = desk.window.searching.panel.model
    return [model.index(row).data() for row in range(model.rowCount())]


def search(desk: Desk, qtbot: QtBot, typed: str) -> None:
    """Type into the field, reached by its key, and wait for what is found."""
    field, panel = desk.window.searching.field, desk.window.searching.panel
    press(desk, qtbot, Key.Key_F, CTRL | SHIFT)
    assert desk.window.focusWidget() is field
    qtbot.keyClicks(field, typed)
    with qtbot.waitSignal(panel.model.modelReset):
        pass
    assert panel.isVisible()


def test_what_is_found_is_listed_as_one_types_and_opens_at_its_moment(
    talks: Desk, qtbot: QtBot
) -> None:
    search(talks, qtbot, "NODUL")
    panel, page = talks.window.searching.panel, talks.window.result_page

    assert rows(talks) == [
        "Nodules",
        "Amina looks for nodules.",
        "Nodules everywhere, nodules.",
        "The nodules cost a lot.",
    ]
    assert panel.note == "4 found"
    last = panel.model.index(3)
    assert last.data(Role.AccessibleTextRole) == "The nodules cost a lot. 4:00  ·  Budget"
    assert last.data(Role.UserRole).marks == ((4, 9),)
    press(talks, qtbot, Key.Key_Down)
    assert talks.window.focusWidget() is panel.view
    for _ in range(3):
        press(talks, qtbot, Key.Key_Down)
    with qtbot.waitSignal(talks.window.result_shown):
        press(talks, qtbot, Key.Key_Return)

    assert panel.isHidden()
    assert page.title.text() == "Budget"
    assert page.transcript.isVisible()
    assert talks.window.focusWidget() is page.transcript
    qtbot.waitUntil(lambda: page.find_bar.count == "1 of 1")
    shown = page.transcript.cursorRect()
    assert page.transcript.viewport().rect().contains(shown.center())
    assert page.transcript.textCursor().block().text() == "4:00\tThe nodules cost a lot."


def test_the_mouse_and_enter_open_too(talks: Desk, qtbot: QtBot) -> None:
    search(talks, qtbot, "nodules")
    panel, page = talks.window.searching.panel, talks.window.result_page
    at = panel.view.visualRect(panel.model.index(1)).center()

    with qtbot.waitSignal(talks.window.result_shown):
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page.title.text() == "Survey"

    # Enter is for what is typed, however soon it comes.
    press(talks, qtbot, Key.Key_F, CTRL | SHIFT)
    qtbot.keyClicks(talks.window.searching.field, "budget")
    with qtbot.waitSignal(talks.window.result_shown):
        press(talks, qtbot, Key.Key_Return)
    assert page.title.text() == "Budget"
    assert page.summary.isVisible()


def test_escape_leads_back_step_by_step(talks: Desk, qtbot: QtBot) -> None:
    talks.window.actions_.to_history.trigger()
    before = talks.window.focusWidget()
    search(talks, qtbot, "nodules")
    field, panel = talks.window.searching.field, talks.window.searching.panel

    press(talks, qtbot, Key.Key_Down)
    press(talks, qtbot, Key.Key_Up)
    assert talks.window.focusWidget() is field
    press(talks, qtbot, Key.Key_Escape)
    assert panel.isHidden()
    assert field.text() == "nodules"
    press(talks, qtbot, Key.Key_Escape)
    assert field.text() == ""
    assert talks.window.focusWidget() is before


def test_the_list_goes_when_one_looks_elsewhere_and_comes_back(talks: Desk, qtbot: QtBot) -> None:
    search(talks, qtbot, "nodules")
    field, panel = talks.window.searching.field, talks.window.searching.panel

    talks.window.history_pane.view.setFocus()
    assert panel.isHidden()
    field.setFocus()
    qtbot.waitUntil(panel.isVisible)
    qtbot.mouseClick(field._clear, Qt.MouseButton.LeftButton)
    assert panel.isHidden()
    assert not field._clear.isVisible()


def test_only_the_answer_to_the_last_words_is_shown(talks: Desk, qtbot: QtBot) -> None:
    field, model = talks.window.searching.field, talks.window.searching.panel.model
    press(talks, qtbot, Key.Key_F, CTRL)  # no result is looked at
    with talks.busy_library():
        for typed in ("nodules", "budget"):
            field.selectAll()
            qtbot.keyClicks(field, typed)
            with qtbot.waitSignal(talks.window.searching._pause.timeout):
                pass
    shown: list[list[str]] = []
    model.modelReset.connect(lambda: shown.append(rows(talks)))
    talks.settle()

    assert shown == [["Budget"]]


def test_nothing_found_is_said(talks: Desk, qtbot: QtBot) -> None:
    search(talks, qtbot, '"zebra*')

    assert talks.window.searching.panel.note == 'Nothing found for “"zebra*”.'
    assert talks.window.searching.panel.view.isHidden()
    press(talks, qtbot, Key.Key_Return)
    press(talks, qtbot, Key.Key_Down)
    assert talks.window.focusWidget() is talks.window.searching.field


def test_ctrl_f_finds_on_the_page_where_there_is_one(talks: Desk, qtbot: QtBot) -> None:
    press(talks, qtbot, Key.Key_F, CTRL)
    assert talks.window.focusWidget() is talks.window.searching.field

    with qtbot.waitSignal(talks.window.result_shown):
        talks.window.open_result("Survey")
    press(talks, qtbot, Key.Key_F, CTRL)
    assert talks.window.focusWidget() is talks.window.result_page.find_bar.field


def test_a_long_line_is_cut_before_the_word_and_all_rows_are_drawn(
    talks: Desk, qtbot: QtBot
) -> None:
    long = " ".join(f"word{n}" for n in range(60))
    talks.keep(talk("Long", f"{long} nodules {long}"))
    search(talks, qtbot, "word1 nodules")

    model = talks.window.searching.panel.model
    found = model.found(model.index(0))
    assert found.place.part is Part.TRANSCRIPT
    text, marks = excerpt(made.replace(found, marks=found.marks[-1:]))
    assert text.startswith("…word")
    assert text[slice(*marks[0])].startswith("word1")


def test_there_is_room_for_the_search_in_a_narrow_window(talks: Desk, qtbot: QtBot) -> None:
    talks.window.resize(500, 420)
    qtbot.waitUntil(lambda: talks.window.width() == 500)
    qtbot.waitUntil(talks.window.searching.field.isVisible)

    search(talks, qtbot, "nodules")

    window, panel = talks.window.rect(), talks.window.searching.panel
    assert window.contains(panel.geometry())
    assert window.contains(talks.window.searching.field.geometry())
    assert talks.window.searching.field.width() >= 120
    assert not panel.grab().isNull()


@pytest.mark.slow
def test_typing_over_many_results_does_not_stall(desk: Desk, qtbot: QtBot) -> None:
    for n in range(KEEP):
        each = made.result(made.segments(700, words=14), title=f"Talk {n}", job_id=f"many{n}")
        desk.library.record_result(
            made.finished_state(each), each.summary, each.transcript.segments
        )
    desk.library.history().result()
    press(desk, qtbot, Key.Key_F, CTRL | SHIFT)

    with Stalls() as stalls:
        begun = time.perf_counter()
        for letter in "nodules":
            qtbot.keyClicks(desk.window.searching.field, letter)
        qtbot.waitUntil(desk.window.searching.panel.isVisible)
        took = time.perf_counter() - begun

    assert stalls.worst_work_s < 0.05
    assert took < 1


def test_what_is_found_stays_in_view_when_the_video_comes(desk: Desk, qtbot: QtBot) -> None:
    desk.keep(watched.talk())
    press(desk, qtbot, Key.Key_F, CTRL | SHIFT)
    qtbot.keyClicks(desk.window._tools.search, '"tides, 27"')
    qtbot.waitUntil(lambda: desk.window.searching.panel.model.rowCount() == 1)

    press(desk, qtbot, Key.Key_Return)

    qtbot.waitUntil(lambda: desk.window.player.is_ready)
    page = desk.window.result_page.transcript
    qtbot.waitUntil(lambda: bool(page._matches))
    qtbot.waitUntil(desk.window.player.pane._stage.isVisible)
    QApplication.processEvents()
    found = page.textCursor()
    found.setPosition(page._matches[page._current][0])
    assert page.viewport().rect().contains(page.cursorRect(found))
    for height in (500, 760, 430):
        desk.window.resize(1000, height)
        qtbot.waitUntil(lambda height=height: desk.window.height() == height)
        QApplication.processEvents()
        assert page.viewport().rect().contains(page.cursorRect(found))

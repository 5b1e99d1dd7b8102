"""The history: what it lists, how a result is opened and deleted."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import made
import pytest
from desk import KEEP, Desk
from PySide6.QtCore import QLocale, QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from test_queue_pane import press

from svs_desktop.library import HistoryEntry
from svs_desktop.ui.history_delegate import star_rect
from svs_desktop.ui.history_model import FACTS
from svs_desktop.ui.job_text import moment_text

Role = Qt.ItemDataRole
Key = Qt.Key


def titles(desk: Desk, role: Role = Role.DisplayRole) -> list[str]:
    model = desk.window.history_model
    return [model.index(row).data(role) for row in range(model.rowCount())]


def three(desk: Desk) -> None:
    desk.keep(*(made.result(title=f"Talk {n}", job_id=f"r{n}") for n in range(3)))


def row(desk: Desk, number: int) -> QModelIndex:
    return desk.window.history_model.index(number)


def title_shown(desk: Desk) -> str:
    page = desk.window.result_page
    return page.title.text() if page.isVisible() else ""


def test_the_newest_result_is_the_first(desk: Desk, qtmodeltester: ModelTester) -> None:
    three(desk)

    assert titles(desk) == ["Talk 2", "Talk 1", "Talk 0"]
    qtmodeltester.check(desk.window.history_model)


def test_a_row_tells_all_that_views_and_screen_readers_ask_for(desk: Desk) -> None:
    three(desk)
    index = row(desk, 0)

    assert index.data(Role.AccessibleTextRole) == f"Talk 2. {moment_text(made.WHEN)}  ·  23:10"
    assert index.data(Role.ToolTipRole) == str(Path("/videos/lecture-4.mp4"))
    assert isinstance(index.data(Role.UserRole), HistoryEntry)
    assert index.data(Role.DecorationRole) is None
    assert QModelIndex().data() is None


def test_results_with_the_same_title_are_told_apart(desk: Desk) -> None:
    three(desk)
    desk.keep(made.result(title="Talk 1", job_id="r9", name="talk, second take.mp4"))

    said = titles(desk, Role.AccessibleTextRole)

    facts = f"{moment_text(made.WHEN)}  ·  23:10"
    assert said == [
        f"Talk 1. talk, second take.mp4  ·  {facts}",
        f"Talk 2. {facts}",
        f"Talk 1. lecture-4.mp4  ·  {facts}",
        f"Talk 0. {facts}",
    ]
    assert row(desk, 0).data(FACTS) == said[0].removeprefix("Talk 1. ")
    assert not desk.window.history_pane.view.grab().isNull()


def test_days_are_written_as_people_here_do() -> None:
    moment = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)

    QLocale.setDefault(QLocale("de_DE"))
    german = moment_text(moment)
    QLocale.setDefault(QLocale("en_US"))

    assert german.startswith("20.11.26")
    assert moment_text(moment).startswith("11/20/26")


def test_a_click_opens_a_result(desk: Desk, qtbot: QtBot) -> None:
    three(desk)
    view = desk.window.history_pane.view

    for number, title in ((1, "Talk 1"), (2, "Talk 0"), (0, "Talk 2")):
        at = view.visualRect(row(desk, number)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        qtbot.waitUntil(lambda title=title: title_shown(desk) == title)


def test_keys_open_and_delete_results(desk: Desk, qtbot: QtBot) -> None:
    three(desk)
    desk.window.actions_.to_history.trigger()

    press(desk, qtbot, Key.Key_Down)
    qtbot.waitUntil(lambda: title_shown(desk) == "Talk 1")
    press(desk, qtbot, Key.Key_Delete)

    qtbot.waitUntil(lambda: titles(desk) == ["Talk 2", "Talk 0"])
    assert desk.window.welcome.isVisible()
    assert not desk.window.actions_.delete_result.isEnabled()
    press(desk, qtbot, Key.Key_Down)
    qtbot.waitUntil(lambda: title_shown(desk) != "")


def test_the_focus_alone_opens_and_deletes_nothing(desk: Desk, qtbot: QtBot) -> None:
    three(desk)
    (job_id,) = desk.add("a.mp4")
    desk.window.actions_.to_queue.trigger()

    press(desk, qtbot, Key.Key_Tab)
    assert desk.window.focusWidget() is desk.window.history_pane.view
    press(desk, qtbot, Key.Key_Delete)

    desk.settle()
    assert desk.window.job_page.job_id == job_id
    assert desk.window.job_page.isVisible()
    assert len(titles(desk)) == 3
    press(desk, qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: title_shown(desk) == "Talk 2")


def test_the_menu_of_a_result_deletes_it(desk: Desk, qtbot: QtBot) -> None:
    three(desk)
    view = desk.window.history_pane.view
    at = view.visualRect(row(desk, 2)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))

    qtbot.waitUntil(lambda: title_shown(desk) == "Talk 0")
    QApplication.sendEvent(view.viewport(), asked)
    menu = view.findChild(QMenu)
    for key in (*[Key.Key_Down] * 4, Key.Key_Return):
        qtbot.keyClick(menu, key)

    qtbot.waitUntil(lambda: titles(desk) == ["Talk 2", "Talk 1"])


def test_no_menu_where_there_is_no_result(desk: Desk) -> None:
    three(desk)
    view = desk.window.history_pane.view
    at = view.viewport().rect().bottomLeft()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))

    QApplication.sendEvent(view.viewport(), asked)

    assert view.findChild(QMenu) is None


def test_deleting_a_result_takes_its_job_out_of_the_queue_too(desk: Desk, qtbot: QtBot) -> None:
    (job_id,) = desk.add("a.mp4")
    desk.finish(job_id, made.result())
    model = desk.window.history_model
    qtbot.waitUntil(lambda: model.rowCount() == 1)

    model.delete([job_id])

    qtbot.waitUntil(lambda: model.rowCount() == 0)
    assert desk.queue.ids == []
    assert desk.library.history().result() == []


def test_a_finished_job_comes_to_the_top_and_what_is_read_stays(desk: Desk, qtbot: QtBot) -> None:
    three(desk)
    view = desk.window.history_pane.view
    view.setCurrentIndex(row(desk, 1))
    qtbot.waitUntil(lambda: title_shown(desk) == "Talk 1")

    (job_id,) = desk.add("a.mp4")
    desk.finish(job_id, made.result(title="Talk 3"))

    qtbot.waitUntil(lambda: titles(desk) == ["Talk 3", "Talk 2", "Talk 1", "Talk 0"])
    assert title_shown(desk) == "Talk 1"
    assert [index.row() for index in view.selectedIndexes()] == [2]


def test_a_job_that_was_watched_opens_its_result(desk: Desk, qtbot: QtBot) -> None:
    (job_id,) = desk.add("a.mp4")

    with qtbot.waitSignal(desk.window.result_shown):
        desk.finish(job_id, made.result(title="Watched"))

    assert title_shown(desk) == "Watched"
    qtbot.waitUntil(
        lambda: [i.row() for i in desk.window.history_pane.view.selectedIndexes()] == [0]
    )


def test_the_oldest_result_goes_for_the_newest(desk: Desk, qtbot: QtBot) -> None:
    desk.keep(*(made.result(title=f"Talk {n}", job_id=f"r{n}") for n in range(KEEP)))
    assert len(titles(desk)) == KEEP

    (job_id,) = desk.add("a.mp4")
    desk.finish(job_id, made.result(title="One more"))

    qtbot.waitUntil(lambda: titles(desk)[0] == "One more")
    assert len(titles(desk)) == KEEP
    assert titles(desk)[-1] == "Talk 1"


@pytest.mark.parametrize("late", ["result", "transcript"])
def test_what_comes_late_does_not_take_the_page(desk: Desk, qtbot: QtBot, late: str) -> None:
    three(desk)
    first, second = desk.add("a.mp4", "b.mp4")
    pane, history = desk.window.queue_pane, desk.window.history_pane.view

    with desk.busy_library():
        if late == "result":
            history.setCurrentIndex(row(desk, 1))
            pane.select(second)
        else:
            pane.select(first)
            history.setCurrentIndex(row(desk, 1))
            history.setCurrentIndex(row(desk, 2))
    desk.settle()

    assert title_shown(desk) == ("" if late == "result" else "Talk 0")
    assert desk.window.job_page.isVisible() is (late == "result")
    if late == "result":
        assert desk.window.job_page.job_id == second


def star(desk: Desk, number: int) -> QPoint:
    return star_rect(desk.window.history_pane.view.visualRect(row(desk, number))).center()


def kept(desk: Desk) -> list[bool]:
    model = desk.window.history_model
    return [model.entry(model.index(n)).kept for n in range(model.rowCount())]


def test_a_star_keeps_a_result_by_mouse_key_and_menu(desk: Desk, qtbot: QtBot) -> None:
    three(desk)
    view, action = desk.window.history_pane.view, desk.window.actions_.keep
    left, ctrl = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier

    qtbot.mouseClick(view.viewport(), left, pos=star(desk, 1))
    qtbot.waitUntil(lambda: kept(desk) == [False, True, False])
    assert title_shown(desk) == ""  # the star opens nothing
    assert row(desk, 1).data(Role.AccessibleTextRole).endswith(". Kept")
    assert [entry.kept for entry in desk.library.history().result()] == kept(desk)

    qtbot.mouseClick(view.viewport(), left, pos=view.visualRect(row(desk, 0)).center())
    qtbot.waitUntil(lambda: title_shown(desk) == "Talk 2")
    view.setFocus()
    assert not action.isChecked()
    press(desk, qtbot, Key.Key_D, ctrl)
    qtbot.waitUntil(lambda: kept(desk) == [True, True, False])
    assert action.isChecked()
    press(desk, qtbot, Key.Key_D, ctrl)
    qtbot.waitUntil(lambda: kept(desk) == [False, True, False])
    assert [index.row() for index in view.selectedIndexes()] == [0]


def test_a_kept_result_is_told_by_its_shape(desk: Desk, qtbot: QtBot) -> None:
    three(desk)
    view = desk.window.history_pane.view
    pictures = []
    for is_kept in (True, False):
        desk.window.history_model.set_kept(["r1"], kept=is_kept)
        qtbot.waitUntil(lambda is_kept=is_kept: kept(desk)[1] is is_kept)
        # Only now: the list has found its width.
        around = star_rect(view.visualRect(row(desk, 1)))
        pictures.append(view.viewport().grab(around).toImage())
    assert pictures[0] != pictures[1]


def test_a_deleted_result_comes_back(desk: Desk, qtbot: QtBot) -> None:
    three(desk)
    bar, actions = desk.window.deleting.bar, desk.window.actions_
    assert not actions.undo.isEnabled()
    desk.window.history_pane.view.setCurrentIndex(row(desk, 1))
    qtbot.waitUntil(lambda: title_shown(desk) == "Talk 1")
    desk.window.history_pane.view.setFocus()

    press(desk, qtbot, Key.Key_Delete)
    qtbot.waitUntil(lambda: titles(desk) == ["Talk 2", "Talk 0"])
    assert bar.isVisible()
    assert bar.text == "Deleted “Talk 1”"
    assert desk.library.history().result()[1].title == "Talk 0"
    press(desk, qtbot, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: titles(desk) == ["Talk 2", "Talk 1", "Talk 0"])
    qtbot.waitUntil(lambda: title_shown(desk) == "Talk 1")
    assert bar.isHidden()
    assert not actions.undo.isEnabled()


def test_several_are_deleted_at_once_and_come_back_with_the_button(
    desk: Desk, qtbot: QtBot
) -> None:
    three(desk)
    view, bar = desk.window.history_pane.view, desk.window.deleting.bar
    view.setCurrentIndex(row(desk, 0))
    qtbot.waitUntil(lambda: title_shown(desk) == "Talk 2")
    view.setFocus()
    press(desk, qtbot, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    desk.settle()
    assert title_shown(desk) == "Talk 2"  # of several none is opened

    press(desk, qtbot, Key.Key_Delete)
    qtbot.waitUntil(lambda: titles(desk) == ["Talk 0"])
    button = bar.findChild(QToolButton)
    assert desk.window.rect().contains(bar.geometry())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: titles(desk) == ["Talk 2", "Talk 1", "Talk 0"])


def test_what_nobody_wanted_back_is_gone_for_good(desk: Desk, qtbot: QtBot) -> None:
    three(desk)
    view, deleting = desk.window.history_pane.view, desk.window.deleting
    for number in (0, 0):
        view.setCurrentIndex(row(desk, number))
        qtbot.waitUntil(lambda: title_shown(desk) != "")
        view.setFocus()
        count = len(titles(desk))
        press(desk, qtbot, Key.Key_Delete)
        qtbot.waitUntil(lambda count=count: len(titles(desk)) == count - 1)
    desk.settle()
    assert deleting.is_pending  # the second; the first is gone with it

    deleting.bar._timer.setInterval(0)
    qtbot.waitUntil(deleting.bar.isHidden)
    desk.settle()
    assert not deleting.is_pending
    desk.library.show(["r2", "r1"])
    assert [entry.title for entry in desk.library.history().result()] == ["Talk 0"]


def test_closing_the_window_deletes_for_good(desk: Desk, qtbot: QtBot) -> None:
    three(desk)
    entry = desk.window.history_model.entry(row(desk, 0))
    desk.window.history_pane.delete_wanted.emit([entry])
    desk.window.close()
    desk.library.show([entry.job_id])
    assert len(desk.library.history().result()) == 2

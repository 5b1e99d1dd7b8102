"""The queue's pane: what is selected, and what keys and menus do with it."""

from __future__ import annotations

import made
import pytest
from desk import Desk
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from svs_desktop.pipeline.errors import ErrorCode
from svs_desktop.pipeline.events import Rewound, Transcribed
from svs_desktop.pipeline.job import Status
from svs_desktop.pipeline.transcript import Reached

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(
    desk: Desk, qtbot: QtBot, key: Key, modifiers: Qt.KeyboardModifier = Qt.NoModifier
) -> None:
    """A key, to whatever has the focus."""
    qtbot.keyClick(desk.window.focusWidget() or desk.window, key, modifiers)


def shown(desk: Desk) -> str:
    """The name on the page of the job that is looked at."""
    page = desk.window.job_page
    return page.findChildren(QLabel)[0].text() if page.isVisible() else ""


def in_queue(desk: Desk) -> list[str]:
    return [state.job.path.stem for state in desk.queue.states]


def heading(desk: Desk) -> list[str]:
    return [label.text() for label in desk.window.queue_pane._heading.findChildren(QLabel)]


def test_the_first_video_is_looked_at_by_itself(desk: Desk) -> None:
    desk.add("a.mp4", "b.mp4")

    assert shown(desk) == "a.mp4"


def test_keys_work_right_after_the_first_drop(desk: Desk, qtbot: QtBot) -> None:
    desk.add("a.mp4", "b.mp4")

    press(desk, qtbot, Key.Key_Down)

    assert shown(desk) == "b.mp4"


def test_what_is_added_later_leaves_the_reader_alone(desk: Desk) -> None:
    desk.open(made.result())

    desk.add("a.mp4")

    assert desk.window.result_page.isVisible()


def test_arrows_walk_through_the_jobs(desk: Desk, qtbot: QtBot) -> None:
    desk.add("a.mp4", "b.mp4", "c.mp4")
    desk.window.actions_.to_queue.trigger()
    names = []

    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Home, Key.Key_End):
        press(desk, qtbot, key)
        names.append(shown(desk))

    assert names == ["b.mp4", "c.mp4", "b.mp4", "a.mp4", "c.mp4"]


def test_keys_cancel_retry_and_remove(desk: Desk, qtbot: QtBot) -> None:
    running, waiting = desk.add("a.mp4", "b.mp4")
    desk.window.actions_.to_queue.trigger()
    desk.wait_for(running, Status.RUNNING)

    press(desk, qtbot, Key.Key_Down)
    press(desk, qtbot, Key.Key_Period, CTRL)
    desk.wait_for(waiting, Status.CANCELLED)
    press(desk, qtbot, Key.Key_R, CTRL)
    desk.wait_for(waiting, Status.QUEUED)
    press(desk, qtbot, Key.Key_Delete)

    assert in_queue(desk) == ["a"]
    press(desk, qtbot, Key.Key_Delete)
    qtbot.waitUntil(lambda: not desk.queue.ids)
    assert desk.window.welcome.isVisible()


def test_keys_pause_and_resume(desk: Desk, qtbot: QtBot) -> None:
    (job_id,) = desk.add("a.mp4")
    desk.window.actions_.to_queue.trigger()
    desk.wait_for(job_id, Status.RUNNING)

    press(desk, qtbot, Key.Key_P, CTRL)
    desk.wait_for(job_id, Status.PAUSED)
    press(desk, qtbot, Key.Key_G, CTRL)

    desk.wait_for(job_id, Status.RUNNING)


def test_the_queue_rests_and_goes_on_from_one_key(desk: Desk, qtbot: QtBot) -> None:
    ids = desk.add("a.mp4", "b.mp4")
    desk.wait_for(ids[0], Status.RUNNING)
    action = desk.window.actions_.pause_queue
    assert (action.text(), action.toolTip()) == ("Pause queue", "Pause queue (Ctrl+Shift+P)")

    press(desk, qtbot, Key.Key_P, CTRL | SHIFT)

    desk.wait_for(ids[0], Status.QUEUED)
    assert heading(desk) == ["Queue", "paused, 2 waiting"]
    assert action.text() == "Resume queue"
    desk.queue.resume_all()
    desk.wait_for(ids[0], Status.RUNNING)
    assert not action.isChecked()
    assert heading(desk) == ["Queue", "1 waiting"]


def test_the_words_of_a_job_that_went_on_are_shown_once(desk: Desk, qtbot: QtBot) -> None:
    (job_id,) = desk.add("a.mp4")
    reached = Reached(30.0, 0, (1, 2, 0))
    desk.say(job_id, Transcribed(made.segments(2), reached))
    page = desk.window.job_page
    qtbot.waitUntil(lambda: page.transcript.toPlainText().count("\n") == 1)

    desk.queue.pause([job_id])
    desk.wait_for(job_id, Status.PAUSED)
    assert page.transcript.toPlainText().count("\n") == 1
    desk.window.queue_pane.clear_selection()
    desk.window.queue_pane.select(job_id)
    qtbot.waitUntil(lambda: page.transcript.toPlainText().count("\n") == 1)
    desk.queue.resume([job_id])
    desk.wait_for(job_id, Status.RUNNING)
    assert page.transcript.toPlainText().count("\n") == 1
    desk.say(job_id, Rewound())
    qtbot.waitUntil(lambda: page.transcript.toPlainText() == "")


def test_what_is_transcribed_of_a_cancelled_job_can_be_summarised(desk: Desk, qtbot: QtBot) -> None:
    (job_id,) = desk.add("a.mp4")
    desk.say(job_id, Transcribed(made.segments(2), Reached(30.0, 0, (1, 2, 0))))
    qtbot.waitUntil(lambda: bool(desk.queue.state(job_id).reached))
    page = desk.window.job_page
    assert not page.keep_part.isVisible()
    desk.queue.cancel([job_id])
    desk.wait_for(job_id, Status.CANCELLED)

    qtbot.mouseClick(page.keep_part, Qt.MouseButton.LeftButton)

    desk.wait_for(job_id, Status.RUNNING)
    assert desk.queue.state(job_id).job.options.until_s == 30.0


def test_all_at_once(desk: Desk, qtbot: QtBot) -> None:
    ids = desk.add(*(f"{n}.mp4" for n in range(8)))
    desk.wait_for(ids[0], Status.RUNNING)
    desk.window.actions_.to_queue.trigger()

    press(desk, qtbot, Key.Key_A, CTRL)
    press(desk, qtbot, Key.Key_Delete)

    qtbot.waitUntil(lambda: not desk.queue.ids)
    assert desk.window.queue_model.rowCount() == 0
    assert desk.window.welcome.isVisible()


def test_the_neighbour_is_looked_at_when_rows_go(desk: Desk, qtbot: QtBot) -> None:
    ids = desk.add(*(f"{n}.mp4" for n in range(8)))
    desk.fail(ids[0], made.failure())
    desk.wait_for(ids[1], Status.RUNNING)
    pane = desk.window.queue_pane
    pane.select(ids[3])
    looked_at: list[str] = []
    pane.chosen.connect(looked_at.append)

    desk.queue.remove([ids[n] for n in (0, 3, 4, 6)])

    assert in_queue(desk) == ["1", "2", "5", "7"]
    assert set(looked_at) <= set(desk.queue.ids)
    assert shown(desk) == desk.queue.state(pane.selected()[0].job.id).job.path.name


def test_clearing_takes_away_what_is_done_and_keeps_its_result(desk: Desk, qtbot: QtBot) -> None:
    done, failed = desk.add("a.mp4", "b.mp4")
    desk.finish(done, made.result())
    desk.fail(failed, made.failure())
    qtbot.waitUntil(lambda: desk.window.history_model.rowCount() == 1)

    press(desk, qtbot, Key.Key_Delete, CTRL | SHIFT)

    assert in_queue(desk) == ["b"]
    assert desk.window.history_model.rowCount() == 1
    assert not desk.window.actions_.clear.isEnabled()


@pytest.mark.parametrize(
    ("status", "allowed"),
    [
        (Status.RUNNING, {"pause", "cancel", "remove"}),
        (Status.QUEUED, {"pause", "options", "cancel", "remove"}),
        (Status.PAUSED, {"resume", "options", "cancel", "remove"}),
        (Status.FAILED, {"options", "retry", "remove"}),
        (Status.CANCELLED, {"options", "retry", "remove"}),
        (Status.FINISHED, {"remove", "clear"}),
    ],
)
def test_only_what_fits_can_be_done(desk: Desk, status: Status, allowed: set[str]) -> None:
    first, second = desk.add("a.mp4", "b.mp4")
    match status:
        case Status.FAILED:
            desk.fail(first, made.failure())
        case Status.PAUSED:
            desk.queue.pause([first])
        case Status.CANCELLED:
            desk.queue.cancel([first])
        case Status.FINISHED:
            desk.finish(first, made.result())
    chosen = second if status is Status.QUEUED else first
    desk.wait_for(chosen, status)
    desk.window.queue_pane.select(chosen)

    actions = desk.window.actions_
    names = ("pause", "resume", "options", "cancel", "retry", "remove", "clear")

    assert {name for name in names if getattr(actions, name).isEnabled()} == allowed


def test_without_a_selection_nothing_can_be_done(desk: Desk) -> None:
    desk.add("a.mp4")
    desk.window.queue_pane.clear_selection()
    actions = desk.window.actions_

    enabled = [a.isEnabled() for a in (actions.cancel, actions.retry, actions.remove)]

    assert not any(enabled)


def test_the_heading_counts_those_that_wait(desk: Desk) -> None:
    ids = desk.add("a.mp4", "b.mp4", "c.mp4")
    desk.wait_for(ids[0], Status.RUNNING)
    assert heading(desk) == ["Queue", "2 waiting"]

    desk.queue.cancel(ids[1:])

    assert heading(desk) == ["Queue", ""]


def test_the_menu_of_a_row(desk: Desk, qtbot: QtBot) -> None:
    (job_id,) = desk.add("a.mp4")
    desk.fail(job_id, made.failure(ErrorCode.FILE_EMPTY))
    view = desk.window.queue_pane.view
    at = view.visualRect(desk.window.queue_model.index_of(job_id)).center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))

    QApplication.sendEvent(view.viewport(), asked)
    menu = view.findChild(QMenu)
    lines = [action for action in menu.actions() if not action.isSeparator()]
    enabled = [action.text() for action in lines if action.isEnabled()]
    qtbot.keyClick(menu, Key.Key_Down)
    qtbot.keyClick(menu, Key.Key_Return)

    assert enabled == [
        "Try again",
        "Options…",
        "Remove from the queue",
        "Try all that failed again",
    ]
    desk.wait_for(job_id, Status.RUNNING)
    qtbot.waitUntil(lambda: view.findChild(QMenu) is None)

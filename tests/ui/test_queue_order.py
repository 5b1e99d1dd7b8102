"""The queue's order: rows that are dragged, keys that move them, and many that are selected."""

from __future__ import annotations

from pathlib import Path

import made
import pytest
from desk import Desk
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from test_queue_pane import CTRL, SHIFT, Key, in_queue, press

from svs_desktop.paths import Places
from svs_desktop.pipeline.job import Status

LEFT = Qt.MouseButton.LeftButton


def point(desk: Desk, row: int, part: float = 0.5) -> QPoint:
    """A place in a row: 0 is its upper edge, 1 its lower one."""
    rect = desk.window.queue_pane.view.visualRect(desk.window.queue_model.index(row))
    return QPoint(rect.left() + 40, rect.top() + round(part * (rect.height() - 1)))


def click(desk: Desk, qtbot: QtBot, row: int, keys: Qt.KeyboardModifier = Qt.NoModifier) -> None:
    qtbot.mouseClick(desk.window.queue_pane.view.viewport(), LEFT, keys, point(desk, row))


def take_up(desk: Desk, row: int) -> QPoint:
    """Press on a row and move until it is on its way; where the mouse is then."""
    ground = desk.window.queue_pane.view.viewport()
    start = point(desk, row)
    QTest.mousePress(ground, LEFT, Qt.NoModifier, start)
    for step in range(1, 6):
        QTest.mouseMove(ground, start + QPoint(0, 5 * step))
        QApplication.processEvents()
    assert desk.window.queue_pane.view.is_dragging
    return start


def drag(desk: Desk, row: int, to: QPoint) -> None:
    ground = desk.window.queue_pane.view.viewport()
    take_up(desk, row)
    QTest.mouseMove(ground, to)
    QApplication.processEvents()
    QTest.mouseRelease(ground, LEFT, Qt.NoModifier, to)


def selected(desk: Desk) -> list[str]:
    return [state.job.path.stem for state in desk.window.queue_pane.selected()]


@pytest.fixture
def waiting(desk: Desk) -> Desk:
    """Five videos, the first of which runs; each row is seen."""
    ids = desk.add("a.mp4", "b.mp4", "c.mp4", "d.mp4", "e.mp4")
    desk.wait_for(ids[0], Status.RUNNING)
    desk.window._left.setSizes([600, 60])
    QApplication.processEvents()
    return desk


def test_rows_are_dragged_and_the_order_survives_a_restart(
    waiting: Desk, places: Places, qtbot: QtBot
) -> None:
    desk = waiting
    drag(desk, 4, point(desk, 1, 0.1))
    assert in_queue(desk) == list("aebcd")
    assert selected(desk) == ["e"]

    # Two that do not lie side by side come to stand together, in their order.
    click(desk, qtbot, 1)
    click(desk, qtbot, 3, CTRL)
    drag(desk, 3, point(desk, 4, 0.9))
    assert in_queue(desk) == list("abdec")
    assert selected(desk) == ["e", "c"]

    # Nothing comes before what runs, and what runs is not taken up.
    drag(desk, 2, point(desk, 0, 0.0))
    assert in_queue(desk) == list("adbec")
    QTest.mousePress(desk.window.queue_pane.view.viewport(), LEFT, Qt.NoModifier, point(desk, 0))
    QTest.mouseMove(desk.window.queue_pane.view.viewport(), point(desk, 2))
    assert not desk.window.queue_pane.view.is_dragging
    QTest.mouseRelease(desk.window.queue_pane.view.viewport(), LEFT, Qt.NoModifier, point(desk, 2))
    desk.settle()
    stored = [state.job.path.stem for state in desk.library.queue().result()]
    assert stored == list("adbec")


def test_a_drag_that_is_given_up_changes_nothing(waiting: Desk, qtbot: QtBot) -> None:
    view = waiting.window.queue_pane.view
    start = take_up(waiting, 3)
    image = view.viewport().grab().toImage()
    qtbot.keyClick(view, Key.Key_Escape)
    assert not view.is_dragging
    assert view.viewport().grab().toImage() != image  # the line is gone
    QTest.mouseRelease(view.viewport(), LEFT, Qt.NoModifier, start)

    take_up(waiting, 3)
    waiting.window.history_pane.setFocus()
    waiting.window.welcome.setFocus()
    view.clearFocus()
    assert not view.is_dragging
    QTest.mouseRelease(view.viewport(), LEFT, Qt.NoModifier, start)
    assert in_queue(waiting) == list("abcde")


def test_the_list_rolls_while_rows_are_held_at_its_edge(desk: Desk, qtbot: QtBot) -> None:
    desk.add(*(f"{n:02}.mp4" for n in range(40)))
    view = desk.window.queue_pane.view
    take_up(desk, 1)
    edge = QPoint(40, view.viewport().height() - 4)
    QTest.mouseMove(view.viewport(), edge)

    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 200, timeout=10_000)
    QTest.mouseRelease(view.viewport(), LEFT, Qt.NoModifier, edge)

    assert in_queue(desk).index("01") > 5


def test_keys_move_what_is_selected(waiting: Desk, qtbot: QtBot) -> None:
    desk = waiting
    desk.window.actions_.to_queue.trigger()
    orders = []

    def after(key: Key, keys: Qt.KeyboardModifier = CTRL) -> str:
        press(desk, qtbot, key, keys)
        orders.append("".join(in_queue(desk)))
        return orders[-1]

    click(desk, qtbot, 3)
    press(desk, qtbot, Key.Key_Down, SHIFT)
    assert selected(desk) == ["d", "e"]
    assert after(Key.Key_Up) == "abdec"
    assert after(Key.Key_Up) == "adebc"
    assert after(Key.Key_Up) == "adebc"  # below what runs
    assert after(Key.Key_Down) == "abdec"
    assert after(Key.Key_End) == "abcde"
    assert after(Key.Key_Down) == "abcde"
    assert after(Key.Key_Home) == "adebc"
    assert selected(desk) == ["d", "e"]

    # What was cancelled stays above; the top is where the next one begins.
    desk.queue.cancel([desk.queue.ids[1]])
    click(desk, qtbot, 4)
    assert after(Key.Key_Home) == "adceb"
    actions = desk.window.actions_
    click(desk, qtbot, 0)
    assert not any(a.isEnabled() for a in (actions.up, actions.down, actions.to_top))


def test_many_at_once(waiting: Desk, qtbot: QtBot) -> None:
    desk = waiting
    ids = list(desk.queue.ids)

    def statuses() -> list[Status]:
        return [desk.queue.state(job_id).status for job_id in ids]

    click(desk, qtbot, 1)
    click(desk, qtbot, 3, SHIFT)
    press(desk, qtbot, Key.Key_P, CTRL)
    assert statuses()[1:] == [Status.PAUSED] * 3 + [Status.QUEUED]
    press(desk, qtbot, Key.Key_G, CTRL)
    press(desk, qtbot, Key.Key_Period, CTRL)
    assert statuses()[1:] == [Status.CANCELLED] * 3 + [Status.QUEUED]
    press(desk, qtbot, Key.Key_R, CTRL)
    assert statuses()[1:] == [Status.QUEUED] * 4
    click(desk, qtbot, 2, CTRL)
    press(desk, qtbot, Key.Key_Delete)
    assert in_queue(desk) == ["a", "c", "e"]


def test_all_that_failed_is_tried_again_by_one_key(desk: Desk, qtbot: QtBot) -> None:
    ids = desk.add("a.mp4", "b.mp4", "c.mp4", "d.mp4")
    desk.fail(ids[0], made.failure())
    desk.fail(ids[1], made.failure())
    desk.queue.cancel([ids[3]])
    desk.window.actions_.to_queue.trigger()

    press(desk, qtbot, Key.Key_R, CTRL | Qt.KeyboardModifier.AltModifier)

    assert [state.status for state in desk.queue.states] == [
        Status.QUEUED,
        Status.QUEUED,
        Status.RUNNING,
        Status.CANCELLED,
    ]
    assert not desk.window.actions_.retry_failed.isEnabled()


def test_the_order_is_taken_over_by_the_next_start(places: Places, qtbot: QtBot) -> None:
    first = Desk(places, qtbot)
    first.show()
    ids = first.add("a.mp4", "b.mp4", "c.mp4")
    first.queue.pause_all()
    first.queue.order.to_top([ids[2]])
    first.close()

    second = Desk(places, qtbot)
    second.library.own_queue().result()
    second.show()
    second.queue.restore()
    qtbot.waitUntil(lambda: len(second.queue.ids) == 3)
    assert in_queue(second) == ["c", "a", "b"]
    second.add("d.mp4")
    assert in_queue(second) == ["c", "a", "b", "d"]
    assert [Path(s.job.path).stem for s in second.library.queue().result()] == list("cabd")
    second.close()

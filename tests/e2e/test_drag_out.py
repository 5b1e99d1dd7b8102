"""Results dragged with the mouse into a window of another program."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from svs_desktop.paths import Places

sys.path.insert(0, str(Path(__file__).parents[1] / "ui"))

import made
from desk import Desk

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif("DISPLAY" not in os.environ, reason="there is no screen"),
    pytest.mark.skipif(shutil.which("xdotool") is None, reason="there is no xdotool"),
]
_BESIDE, _PATIENCE = 1240, 500


@pytest.fixture
def desk(places: Places, qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(places, qtbot)
    desk.window.move(0, 0)
    desk.window.resize(1200, 760)
    desk.show()
    yield desk
    desk.close()


def drag(qtbot: QtBot, widget: QWidget, at: QPoint) -> str:
    """Drag from a point of a widget into another program's window; what that says of it."""
    script = Path(__file__).with_name("drop_target.py")
    target = subprocess.Popen(
        [sys.executable, script, str(_BESIDE)], stdout=subprocess.PIPE, text=True
    )
    assert target.stdout is not None
    assert target.stdout.readline() == "ready\n"
    start = widget.mapToGlobal(at)
    said: list[str] = []

    def use_mouse(read: Callable[[], str]) -> None:
        """On a thread: a drag runs a loop of its own until it ends."""
        mouse("mousemove", start.x(), start.y(), "mousedown", 1)
        for step in range(1, 9):
            x = start.x() + (_BESIDE + 60 - start.x()) * step // 8
            mouse("mousemove", x, start.y() + (60 - start.y()) * step // 8)
        with ThreadPoolExecutor(1) as reader:
            entered = reader.submit(read)
            for step in range(_PATIENCE):
                if entered.done():
                    break
                mouse("mousemove", _BESIDE + 60 + step % 2, 60)
            mouse("mouseup", 1)
            if not entered.done():
                target.kill()  # or it would be waited for without an end
        said.append(read())

    with ThreadPoolExecutor(1) as hand:
        used = hand.submit(use_mouse, target.stdout.readline)
        qtbot.waitUntil(used.done, timeout=20_000)
    target.kill()
    target.communicate()
    used.result()
    return said[0].strip()


def mouse(*commands: object) -> None:
    subprocess.run(["xdotool", *map(str, commands)], check=True, timeout=10)


def test_a_result_is_dragged_out_of_the_history_and_from_its_title(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.open(made.result(title="Nodules"))
    view = desk.window.history_pane.view
    row = view.visualRect(desk.window.history_model.index(0)).center()

    assert drag(qtbot, view.viewport(), row) == "Nodules.md: # Nodules"
    assert not desk.window._drop._veil.isVisible()

    assert drag(qtbot, desk.window.result_page.title, QPoint(20, 8)) == "Nodules.md: # Nodules"

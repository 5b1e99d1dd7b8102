"""What lies over a video on the real screen: the veil for dragged files, and what is found."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import Desk
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from test_drop import touch
from test_player import opened, second

from svs_desktop.ui.player.player import Player

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("xdotool"), reason="there is no xdotool here"
)


class Mouse:
    """The screen's own mouse."""

    def do(self, *what: object) -> None:
        subprocess.run(["xdotool", *map(str, what)], check=True, timeout=10)

    def move(self, to: QPoint) -> None:
        self.do("mousemove", "--sync", to.x(), to.y())


@pytest.fixture
def source(tmp_path: Path) -> Iterator[Path]:
    """A file that another program gives away at the screen's corner."""
    (path,) = touch(tmp_path, "a.mp4")
    script = Path(__file__).with_name("dragged.py")
    command = [sys.executable, str(script), str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
        assert child.stdout
        assert child.stdout.readline() == b"ready\n"
        yield path
        child.kill()


def on_screen(at: QPoint) -> QImage:
    """What is seen around a point of the screen."""
    screen = QGuiApplication.primaryScreen()
    return screen.grabWindow(0, at.x() - 40, at.y() - 20, 80, 40).toImage()


def opened_film(desk: Desk, qtbot: QtBot) -> tuple[Player, QPoint]:
    """The player at a picture of the film, and a point of the screen that shows it."""
    player = opened(desk, qtbot)
    desk.window.move(100, 60)
    player.play_from(10.0)
    qtbot.waitUntil(lambda: second(player) > 10.2)
    assert player.playback
    picture = player.playback.picture
    over = picture.mapToGlobal(picture.rect().center() + QPoint(-60, -26))
    qtbot.waitUntil(lambda: not is_plain(on_screen(over)))
    return player, over


@pytest.mark.slow
def test_the_veil_covers_a_video_that_plays(desk: Desk, qtbot: QtBot, source: Path) -> None:
    mouse = Mouse()
    player, over = opened_film(desk, qtbot)
    veil = desk.window._drop._veil
    ground = veil.palette().window().color()
    target = over + QPoint(80, 60)  # still over the film; what is dragged has a picture, too

    mouse.move(QPoint(20, 20))
    mouse.do("mousedown", 1)
    for step in range(8):
        mouse.move(QPoint(30, 30) + (target - QPoint(30, 30)) * (step / 7))
        QApplication.processEvents()
    qtbot.waitUntil(veil.isVisible)
    qtbot.waitUntil(lambda: is_plain(on_screen(over), ground))
    for by in (2, 4, 6):  # it stays where it is while the mouse moves
        mouse.move(target + QPoint(by, by))
        qtbot.waitUntil(lambda: is_plain(on_screen(over), ground))
        assert veil.isVisible()
    before = second(player)
    qtbot.waitUntil(lambda: second(player) > before + 0.2)

    mouse.do("mouseup", 1)
    qtbot.waitUntil(veil.isHidden)
    qtbot.waitUntil(lambda: len(desk.queue.ids) == 1)
    assert desk.queue.states[0].job.path == source
    qtbot.waitUntil(lambda: not is_plain(on_screen(over), ground))


@pytest.mark.slow
def test_what_is_found_leaves_the_video_where_it_is(desk: Desk, qtbot: QtBot) -> None:
    _, over = opened_film(desk, qtbot)
    panel = desk.window.searching.panel

    desk.window.actions_.search.trigger()
    qtbot.keyClicks(desk.window._tools.search, "tides")
    qtbot.waitUntil(panel.isVisible)
    inside = panel.mapToGlobal(panel.rect().topLeft() + QPoint(60, 14))
    qtbot.waitUntil(lambda: is_plain(on_screen(inside).copy(0, 10, 80, 8)))

    assert not is_plain(on_screen(over))
    qtbot.keyClick(desk.window._tools.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(panel.isHidden)
    qtbot.waitUntil(lambda: not is_plain(on_screen(over)))


def is_plain(picture: QImage, color: QColor | None = None) -> bool:
    """Whether a picture has this colour, or that of its corner, nearly everywhere."""
    wanted = (color or picture.pixelColor(0, 0)).getRgb()
    points = [(x, y) for x in range(0, picture.width(), 4) for y in range(0, picture.height(), 4)]
    found = [picture.pixelColor(x, y).getRgb() for x, y in points]
    return all(abs(a - b) <= 12 for one in found for a, b in zip(one, wanted, strict=True))

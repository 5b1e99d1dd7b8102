"""The window, and the video alone, on the whole screen and back, with real keys."""

from __future__ import annotations

import made
from desk import Desk
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from test_player import is_playing, opened, rest, second
from test_queue_pane import press

from svs_desktop.paths import Places

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def press_on_screen(key: Key, qtbot: QtBot) -> None:
    """Press a key in the window that has the keyboard."""
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None)
    QTest.keyClick(QGuiApplication.focusWindow(), key)


def test_f11_fills_the_screen_and_escape_leaves(desk: Desk, qtbot: QtBot) -> None:
    window = desk.window
    desk.keep(made.result())
    window.resize(1100, 700)
    QApplication.processEvents()
    columns = window._columns.sizes()
    place = window.geometry()

    press_on_screen(Key.Key_F11, qtbot)
    qtbot.waitUntil(window.isFullScreen)
    assert window.actions_.full_screen.isChecked()
    press_on_screen(Key.Key_F11, qtbot)
    qtbot.waitUntil(lambda: not window.isFullScreen())

    press_on_screen(Key.Key_F11, qtbot)
    qtbot.waitUntil(window.isFullScreen)
    # What wants Escape for itself comes first.
    press(
        desk,
        qtbot,
        Key.Key_F,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    qtbot.keyClicks(window._tools.search, "nodules")
    qtbot.waitUntil(window.searching.panel.isVisible)
    press_on_screen(Key.Key_Escape, qtbot)
    qtbot.waitUntil(window.searching.panel.isHidden)
    assert window.isFullScreen()
    window.history_pane.view.setFocus()
    press_on_screen(Key.Key_Escape, qtbot)
    qtbot.waitUntil(lambda: not window.isFullScreen())

    assert not window.actions_.full_screen.isChecked()
    assert window.geometry().size() == place.size()
    assert window._columns.sizes() == columns


def test_the_next_start_does_not_fill_the_screen(places: Places, qtbot: QtBot) -> None:
    first = Desk(places, qtbot)
    first.show()
    press_on_screen(Key.Key_F11, qtbot)
    qtbot.waitUntil(first.window.isFullScreen)
    first.close()

    second_desk = Desk(places, qtbot)
    second_desk.show()
    is_full = second_desk.window.isFullScreen()
    second_desk.close()

    assert not is_full


def test_the_video_alone_fills_the_screen_and_comes_back(desk: Desk, qtbot: QtBot) -> None:
    player = opened(desk, qtbot)
    assert player.playback
    picture, summary = player.playback.picture, desk.window.result_page.summary
    qtbot.waitUntil(lambda: picture.videoSink().videoFrame().isValid())
    _is_seen(picture, qtbot)
    place, parent = picture.geometry(), picture.parentWidget()
    screen = picture.screen().geometry()
    player.play_from(10.0)
    summary.setFocus()

    press_on_screen(Key.Key_F, qtbot)
    qtbot.waitUntil(lambda: picture.isFullScreen() and picture.size() == screen.size())
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is picture.windowHandle())
    there = second(player)
    qtbot.waitUntil(lambda: is_playing(player) and second(player) > there)
    _is_seen(picture, qtbot)

    # the player's keys
    press_on_screen(Key.Key_Space, qtbot)
    qtbot.waitUntil(lambda: not is_playing(player))
    there = second(player)
    press_on_screen(Key.Key_Right, qtbot)
    assert second(player) > there + 4
    desk.window.resize(1000, 700)  # the page does not take it back
    QApplication.processEvents()
    assert picture.size() == screen.size()
    desk.window.resize(1200, 760)

    press_on_screen(Key.Key_Escape, qtbot)
    qtbot.waitUntil(lambda: is_at(picture, place))
    assert picture.parentWidget() is parent
    assert picture.isVisible()
    qtbot.waitUntil(lambda: desk.window.focusWidget() is summary)
    _is_seen(picture, qtbot)

    for leave in (
        lambda: press_on_screen(Key.Key_F, qtbot),
        lambda: QApplication.sendEvent(picture, QCloseEvent()),
        lambda: qtbot.mouseDClick(picture, LEFT),
    ):
        qtbot.mouseClick(player.pane.controls.film, LEFT)
        qtbot.waitUntil(picture.isFullScreen)
        qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is picture.windowHandle())
        leave()
        qtbot.waitUntil(lambda: is_at(picture, place))


def test_a_letter_that_is_typed_fills_no_screen(desk: Desk, qtbot: QtBot) -> None:
    player = opened(desk, qtbot)
    assert player.playback
    press(desk, qtbot, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = desk.window.result_page.find_bar.field

    qtbot.waitUntil(field.hasFocus)
    press(desk, qtbot, Key.Key_F)

    assert field.text() == "f"
    assert not player.playback.picture.isWindow()
    rest(player, qtbot)


def test_what_has_no_picture_offers_no_screen(desk: Desk, qtbot: QtBot) -> None:
    desk.open(made.result(job_id="r9"))
    assert not desk.window.actions_.film.isEnabled()


def is_at(picture: QWidget, place: QRect) -> bool:
    """Whether the picture stands there in the page, as nearly as the page's lines do."""
    by = picture.pos() - place.topLeft()
    return not picture.isWindow() and picture.size() == place.size() and by.manhattanLength() < 2


def _is_seen(picture: QWidget, qtbot: QtBot) -> None:
    """On the screen there is more than one colour where the picture is."""

    def colours() -> set[str]:
        screen, at = picture.screen(), picture.mapToGlobal(QPoint(0, 0))
        width, height = picture.width(), picture.height()
        seen = screen.grabWindow(0, at.x(), at.y(), width, height).toImage()
        return {
            seen.pixelColor(width * x // 20, height * y // 20).name()
            for x in range(1, 20)
            for y in range(1, 20)
        }

    qtbot.waitUntil(lambda: len(colours()) > 5)

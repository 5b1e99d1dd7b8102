"""A window takes another's place when its text grows or it speaks another language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import made
import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from test_program import Programs, find

from svs_desktop.app import Program
from svs_desktop.paths import Places
from svs_desktop.settings import Settings
from svs_desktop.ui.settings_dialog import SettingsDialog
from svs_desktop.ui.theme import apply_theme


@pytest.fixture
def program(places: Places, qtbot: QtBot) -> Iterator[Program]:
    for name in ("base", "minilm", made.WRITER):
        (places.models / name).mkdir()
    programs = Programs(places, qtbot)
    yield programs.start()
    programs.end_all()
    apply_theme(QApplication.instance(), "light")


def change(program: Program, qtbot: QtBot, **values: object) -> None:
    """Change settings that need another window, and wait for it."""
    before = program.window
    program.control.change(**values)
    qtbot.waitUntil(lambda: program.window is not before)
    assert program.window.isVisible()


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def test_text_grows_at_once_and_everything_stays(program: Program, qtbot: QtBot) -> None:
    program.window.resize(1000, 700)
    program.window.add([Path("/videos/a.mp4"), Path("/videos/b.mp4")])
    qtbot.waitUntil(lambda: program.window.queue_model.rowCount() == 2)
    program.window.actions_.pause_queue.setChecked(True)
    program.window.queue_pane.select(program.queue.ids[1])
    old_height = program.window.queue_pane.view.sizeHintForRow(0)
    small, size = program.window, program.window.size()
    program.window.actions_.settings.trigger()
    dialog = find(program, SettingsDialog, qtbot)
    dialog.show_page(dialog.pages.program)

    dialog.pages.program.text_size.setCurrentText("200 %")

    qtbot.waitUntil(lambda: program.window is not small)
    window = program.window
    again = find(program, SettingsDialog, qtbot)
    assert again.page is again.pages.program
    assert again.pages.program.text_size.currentText() == "200 %"
    assert window.queue_pane.view.sizeHintForRow(0) == 2 * old_height
    assert QApplication.font().pixelSize() == 26
    assert window.size() == size
    assert window.job_page.isVisible()
    assert window.job_page.job_id == program.queue.ids[1]
    assert window.actions_.pause_queue.isChecked()
    # What happens from now on is shown in the new window.
    window.add([Path("/videos/c.mp4")])
    qtbot.waitUntil(lambda: window.queue_model.rowCount() == 3)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_nothing_is_cut_off_when_the_text_is_twice_as_large(program: Program, qtbot: QtBot) -> None:
    change(program, qtbot, text_size=200)
    program.window.resize(900, 700)
    program.window.actions_.settings.trigger()
    dialog = find(program, SettingsDialog, qtbot)

    for page in (None, *dialog.pages):
        if page:
            dialog.show_page(page)
        shown: QWidget = dialog if page else program.window
        for kind in (QLabel, QPushButton, QToolButton):
            for widget in shown.findChildren(kind):
                if widget.isVisible() and widget.text():
                    room, needed = widget.size(), widget.minimumSizeHint()
                    assert room.width() >= needed.width(), widget.text()
                    assert room.height() >= needed.height(), widget.text()


def test_the_window_speaks_another_language_at_once(program: Program, qtbot: QtBot) -> None:
    before = QLocale()
    assert "Drop videos here" in words(program.window)

    change(program, qtbot, window_language="de")

    assert "Videos hier ablegen" in words(program.window)
    assert program.window.actions_.add_files.text() == "Videos hinzufügen…"
    assert QLocale().language() is QLocale.Language.German
    change(program, qtbot, window_language="es")
    assert "Soltar vídeos aquí" in words(program.window)
    change(program, qtbot, window_language="system")
    assert "Drop videos here" in words(program.window)
    assert QLocale() == before


def test_the_window_stays_in_use_beside_the_settings(program: Program, qtbot: QtBot) -> None:
    program.window.actions_.settings.trigger()
    dialog = find(program, SettingsDialog, qtbot)

    assert not dialog.isModal()
    assert QApplication.activeModalWidget() is None
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    qtbot.keyClick(program.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert program.settings == Settings()

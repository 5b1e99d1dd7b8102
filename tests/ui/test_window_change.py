"""A window takes another's place when its text grows or it speaks another language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import made
import pytest
from desk import busy
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from test_program import Programs, find, warning

from svs_desktop.app import Program
from svs_desktop.paths import Places
from svs_desktop.pipeline.export import Format
from svs_desktop.settings import Settings
from svs_desktop.ui.install_panel import InstallPanel
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


# What the window that goes was asked for, and what had not arrived yet


def keep(program: Program, qtbot: QtBot, *titles: str) -> None:
    """Put results into the history, the last one as the newest."""
    for number, title in enumerate(titles):
        each = made.result(job_id=f"r{number}", title=title)
        said = each.transcript.segments
        program.library.record_result(made.finished_state(each), each.summary, said).result()
    program.window.history_model.reload()
    qtbot.waitUntil(lambda: history(program) == list(reversed(titles)))


def history(program: Program) -> list[str]:
    model = program.window.history_model
    return [model.index(row).data() for row in range(model.rowCount())]


def open_newest(program: Program, qtbot: QtBot) -> None:
    with qtbot.waitSignal(program.window.result_shown):
        program.window.history_pane.view.setCurrentIndex(program.window.history_model.index(0))


def test_a_window_goes_when_all_that_it_asked_for_has_arrived(
    program: Program, qtbot: QtBot
) -> None:
    keep(program, qtbot, "One", "Two")
    before, gone = program.window, []
    before.destroyed.connect(lambda: gone.append("window"))

    with busy(program.library):
        before.history_model.reload()
        change(program, qtbot, text_size=150)
        threads: list[object] = []
        for _ in range(4):  # the threads of the background have nothing more to do
            program.background.run(lambda: None, threads.append)
        qtbot.waitUntil(lambda: len(threads) == 4)
        assert not gone
        # It is asked for more while it waits, and goes nevertheless.
        program.queue.job_finished.emit("r0")

    qtbot.waitUntil(lambda: gone == ["window"])
    assert history(program) == ["Two", "One"]


def test_what_is_being_deleted_stays_so_and_can_be_taken_back(
    program: Program, qtbot: QtBot
) -> None:
    keep(program, qtbot, "One", "Two")
    open_newest(program, qtbot)
    program.window.history_pane.view.setFocus()

    with busy(program.library):
        qtbot.keyClick(program.window.history_pane.view, Qt.Key.Key_Delete)
        change(program, qtbot, text_size=150)
        window = program.window
        assert window.deleting.bar.text == "Deleted “Two”"
    qtbot.waitUntil(lambda: history(program) == ["One"])
    assert window.result_page.isHidden()
    assert window.status.message == ""

    window.actions_.undo.trigger()
    qtbot.waitUntil(lambda: history(program) == ["Two", "One"])
    qtbot.waitUntil(window.result_page.isVisible)
    assert window.result_page.title.text() == "Two"
    # And for good, if it is not.
    window.history_pane.delete_wanted.emit(
        [window.history_model.entry(window.history_model.index(0))]
    )
    change(program, qtbot, text_size=100)
    program.window.deleting.bar._timer.setInterval(0)
    program.window.deleting.bar._timer.start()
    qtbot.waitUntil(lambda: not program.window.deleting.is_pending)
    program.library.show(["r1"])
    assert len(program.library.history().result()) == 1


def test_what_is_being_written_or_opened_is_not_lost(program: Program, qtbot: QtBot) -> None:
    keep(program, qtbot, "One", "Two")
    open_newest(program, qtbot)
    program.window.editing.edit_title()
    qtbot.keyClicks(program.window.editing.editor.field, "Three")

    change(program, qtbot, text_size=150)

    window = program.window
    qtbot.waitUntil(lambda: window.result_page.title.text() == "Three")
    qtbot.waitUntil(lambda: history(program) == ["Three", "One"])
    with busy(program.library):
        window.history_pane.view.setCurrentIndex(window.history_model.index(1))
        change(program, qtbot, text_size=100)
    qtbot.waitUntil(lambda: program.window.result_page.title.text() == "One")


def test_edits_can_be_taken_back_and_made_again_in_the_new_window(
    program: Program, qtbot: QtBot
) -> None:
    keep(program, qtbot, "Other", "One")
    open_newest(program, qtbot)
    for title in ("Two", "Three", "Four"):
        with qtbot.waitSignal(program.window.editing.edited):
            program.window.editing.edit_title()
            qtbot.keyClicks(program.window.editing.editor.field, title)
            program.window.editing.end()
    with qtbot.waitSignal(program.window.editing.edited):
        program.window.actions_.undo.trigger()
    program.window.searching.field.setText("nodules")

    change(program, qtbot, text_size=150)

    window = program.window
    qtbot.waitUntil(lambda: window.result_page.title.text() == "Three")
    assert window.searching.field.text() == "nodules"
    for action, title in (("undo", "Two"), ("undo", "One"), ("redo", "Two")):
        getattr(window.actions_, action).trigger()
        qtbot.waitUntil(lambda title=title: window.result_page.title.text() == title)
    assert program.library.result("r1").result().summary.title == "Two"
    with qtbot.waitSignal(window.result_shown):
        window.open_result("r0")
    assert not window.actions_.undo.isEnabled()
    assert not window.actions_.redo.isEnabled()


def test_the_new_window_says_what_the_old_one_had_to_say(
    program: Program, places: Places, qtbot: QtBot
) -> None:
    keep(program, qtbot, "One", "Two")
    exporter, folder = program.window.exporter, places.cache

    with busy(program.library):
        exporter.save_all(["r0", "r1"], Format.TXT, folder)
        exporter.save_all(["r0"], Format.TXT, places.library)
        change(program, qtbot, text_size=150)

    said, _more = warning(program, qtbot)
    assert said == "The file could not be written."
    qtbot.waitUntil(lambda: "Saved 2 files" in program.window.status.message)


def test_a_model_that_is_missing_is_offered_in_the_new_window(
    program: Program, places: Places, qtbot: QtBot
) -> None:
    program.control.change(speech_model="small", text_size=150)

    before = program.window
    qtbot.waitUntil(lambda: program.window is not before)
    panel = find(program, InstallPanel, qtbot)
    assert [model.name for model in panel.chosen] == ["small"]

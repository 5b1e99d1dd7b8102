"""From a result on the screen to a file, through the real dialog and its keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import made
import pytest
from desk import Desk
from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox, QToolButton
from pytestqt.qtbot import QtBot
from test_queue_pane import press

from svs_desktop.paths import Places
from svs_desktop.pipeline.export import Format, export
from svs_desktop.pipeline.export.json_text import load

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def folder(tmp_path: Path, desk: Desk) -> Path:
    """Where the dialog begins."""
    made_ = tmp_path / "documents"
    made_.mkdir()
    desk.window.exporter._folder = str(made_)
    return made_


def dialog_of(desk: Desk, qtbot: QtBot) -> QFileDialog:
    qtbot.waitUntil(lambda: desk.window.findChild(QFileDialog) is not None)
    dialog = desk.window.findChild(QFileDialog)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def export_button(desk: Desk) -> QToolButton:
    buttons = desk.window.result_page.findChildren(QToolButton)
    return next(b for b in buttons if b.defaultAction() is desk.window.actions_.export)


def type_name(qtbot: QtBot, dialog: QFileDialog, name: str) -> None:
    field = dialog.findChild(QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, name)
    qtbot.keyClick(field, Key.Key_Return)


def when_asked(dialog: QFileDialog, reply: Callable[[QMessageBox], None]) -> None:
    """Answer the question that the dialog asks in a loop of its own."""

    def look() -> None:
        box = dialog.findChild(QMessageBox)
        if box and box.isVisible():
            timer.stop()
            reply(box)

    timer = QTimer(dialog, interval=10)
    timer.timeout.connect(look)
    timer.start()


@pytest.mark.parametrize("form", Format)
def test_each_format_is_written_as_it_is_exported(
    desk: Desk, qtbot: QtBot, folder: Path, form: Format
) -> None:
    result = made.written()
    desk.open(result)
    desk.window.actions_.exports[form].trigger()
    dialog = dialog_of(desk, qtbot)

    with qtbot.waitSignal(desk.window.exporter.exported) as exported:
        qtbot.keyClick(dialog.findChild(QLineEdit), Key.Key_Return)

    path = folder / f"Minerals of the deep sea{form.suffix}"
    assert exported.args == [path]
    assert path.read_bytes() == export(result, form)
    assert desk.window.statusBar().message == f"Saved {path.name} in {folder.name}"


def test_the_menu_has_an_entry_for_each_format(desk: Desk, qtbot: QtBot) -> None:
    desk.open(made.result())
    menu = export_button(desk).defaultAction().menu()

    entries = [action.text() for action in menu.actions()]

    assert entries == [*(f"{form.title}…" for form in Format), "", "Copy the summary"]


def test_the_menu_is_opened_with_keys(desk: Desk, qtbot: QtBot, folder: Path) -> None:
    desk.open(made.result())
    button = export_button(desk)
    menu = button.defaultAction().menu()
    button.setFocus()
    # The menu runs a loop of its own until it closes.
    menu.aboutToShow.connect(
        lambda: [qtbot.keyClick(menu, key) for key in (*[Key.Key_Down] * 6, Key.Key_Return)],
        Qt.ConnectionType.QueuedConnection,
    )

    qtbot.keyClick(button, Key.Key_Space)

    dialog = dialog_of(desk, qtbot)
    assert dialog.windowTitle() == "Export as JSON"
    dialog.reject()


def test_a_key_exports_at_once(desk: Desk, qtbot: QtBot, folder: Path) -> None:
    desk.open(made.result())

    press(desk, qtbot, Key.Key_E, CTRL)

    dialog = dialog_of(desk, qtbot)
    assert dialog.windowTitle() == "Export as Markdown"
    dialog.reject()


def test_the_ending_is_added(desk: Desk, qtbot: QtBot, folder: Path) -> None:
    result = made.result()
    desk.open(result)
    desk.window.actions_.exports[Format.JSON].trigger()
    dialog = dialog_of(desk, qtbot)

    with qtbot.waitSignal(desk.window.exporter.exported):
        type_name(qtbot, dialog, "talk")

    assert load((folder / "talk.json").read_bytes()) == result


@pytest.mark.parametrize("typed", ["talk.md", "talk"])
@pytest.mark.parametrize("answer", [QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes])
def test_no_file_is_replaced_without_a_question(
    desk: Desk, qtbot: QtBot, folder: Path, typed: str, answer: QMessageBox.StandardButton
) -> None:
    mine = folder / "talk.md"
    mine.write_text("mine", "utf-8")
    result = made.result()
    desk.open(result)
    desk.window.actions_.exports[Format.MD].trigger()
    dialog = dialog_of(desk, qtbot)
    asked: list[str] = []

    def reply(box: QMessageBox) -> None:
        asked.append(box.text())
        assert box.defaultButton() is not box.button(QMessageBox.StandardButton.Yes)
        box.button(answer).click()

    when_asked(dialog, reply)
    type_name(qtbot, dialog, typed)

    assert len(asked) == 1
    assert "talk.md" in asked[0]
    if answer is QMessageBox.StandardButton.Yes:
        qtbot.waitUntil(lambda: mine.read_bytes() == export(result, Format.MD))
    else:
        dialog.reject()
        assert mine.read_text("utf-8") == "mine"


def test_a_dialog_that_is_left_writes_nothing(desk: Desk, qtbot: QtBot, folder: Path) -> None:
    desk.open(made.result())
    desk.window.actions_.exports[Format.MD].trigger()
    dialog = dialog_of(desk, qtbot)

    qtbot.keyClick(dialog, Key.Key_Escape)

    qtbot.waitUntil(lambda: desk.window.findChild(QFileDialog) is None)
    assert list(folder.iterdir()) == []


def test_the_next_export_begins_in_the_same_folder(
    desk: Desk, qtbot: QtBot, folder: Path, tmp_path: Path
) -> None:
    result = made.result()
    desk.open(result)
    (tmp_path / "elsewhere").mkdir()
    with qtbot.waitSignal(desk.window.exporter.exported):
        desk.window.exporter.save(result, Format.MD, tmp_path / "elsewhere" / "a.md")

    desk.window.actions_.exports[Format.TXT].trigger()

    dialog = dialog_of(desk, qtbot)
    assert Path(dialog.directory().absolutePath()) == tmp_path / "elsewhere"
    dialog.reject()


def test_without_a_folder_for_documents_it_begins_at_home(
    places: Places, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path / "none"))
    desk = Desk(places, qtbot)
    begins = Path(desk.window.exporter._folder)
    desk.close()
    assert begins == Path.home()


def test_a_file_that_cannot_be_written_is_told(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(desk.window.exporter.failed) as failed:
        desk.window.exporter.save(made.result(), Format.MD, tmp_path / "gone" / "a.md")

    assert isinstance(failed.args[0], FileNotFoundError)


def test_without_a_result_there_is_nothing_to_export(desk: Desk) -> None:
    actions = desk.window.actions_
    assert not any(a.isEnabled() for a in (actions.export, *actions.exports.values()))

    desk.open(made.written())
    assert all(a.isEnabled() for a in (actions.export, *actions.exports.values()))

    (job_id,) = desk.add("a.mp4")
    desk.window.queue_pane.select(job_id)
    assert not any(a.isEnabled() for a in (actions.export, *actions.exports.values()))


def test_chapters_that_there_are_not_cannot_be_exported(desk: Desk) -> None:
    exports = desk.window.actions_.exports

    desk.open(made.result())

    assert [form for form, action in exports.items() if not action.isEnabled()] == ["chapters"]


@pytest.mark.parametrize("form", list(Format))
def test_each_format_has_a_key(desk: Desk, qtbot: QtBot, folder: Path, form: Format) -> None:
    desk.show()
    desk.open(made.written())
    keys = desk.window.actions_.exports[form].shortcut()[0]

    qtbot.keyClick(desk.window, keys.key(), keys.keyboardModifiers())

    dialog = dialog_of(desk, qtbot)
    assert dialog.defaultSuffix() == form.suffix.removeprefix(".")
    dialog.reject()

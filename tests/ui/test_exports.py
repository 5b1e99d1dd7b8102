"""Many results to a folder, the clipboard, what is written by itself, and what is dragged out."""

from __future__ import annotations

from pathlib import Path

import made
import pytest
from desk import Desk
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot
from test_queue_pane import press

from svs_desktop.pipeline.export import Format, export
from svs_desktop.settings import Settings, load, save
from svs_desktop.ui.auto_export_choice import AutoExportChoice
from svs_desktop.ui.drag_out import DraggedFiles
from svs_desktop.workers.auto_export import NotExported

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def select(desk: Desk, qtbot: QtBot, *rows: int) -> None:
    """Select these rows of the history with the mouse."""
    view = desk.window.history_pane.view
    for number, row in enumerate(rows):
        at = view.visualRect(desk.window.history_model.index(row)).center()
        modifier = CTRL if number else Qt.KeyboardModifier.NoModifier
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, at)
        if not number:
            qtbot.waitUntil(lambda: not desk.window.opening.is_reading)


def test_several_results_go_to_a_folder_and_replace_nothing(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "Talk.md").write_text("mine", "utf-8")
    results = [made.result(title="Talk", job_id=f"r{n}") for n in range(3)]
    desk.keep(*results)
    select(desk, qtbot, 0, 2)
    exporter = desk.window.exporter
    exporter._folder = str(tmp_path)

    assert desk.window.actions_.exports[Format.CHAPTERS].isEnabled()
    press(desk, qtbot, Key.Key_E, CTRL)
    qtbot.waitUntil(lambda: desk.window.findChild(QFileDialog) is not None)
    dialog = desk.window.findChild(QFileDialog)
    assert dialog.windowTitle() == "Export 2 results as Markdown"
    # Whatever has the focus by now: the dialog itself leaves a field alone that is written in.
    dialog.findChild(QLineEdit).setText(str(folder))
    with qtbot.waitSignal(exporter.all_exported):
        dialog.accept()

    assert desk.window.statusBar().message == "Saved 2 files in documents"
    assert {path.name for path in folder.iterdir()} == {"Talk.md", "Talk (2).md", "Talk (3).md"}
    assert (folder / "Talk.md").read_text("utf-8") == "mine"
    assert (folder / "Talk (3).md").read_bytes() == export(results[0], Format.MD)

    with qtbot.waitSignal(exporter.all_exported):
        exporter.save_all(["r0", "gone", "r1"], Format.CHAPTERS, folder)
    assert desk.window.statusBar().message.startswith("None of these results")


def test_a_key_copies_the_summary_with_its_looks_and_without(desk: Desk, qtbot: QtBot) -> None:
    desk.open(made.written())

    press(desk, qtbot, Key.Key_C, CTRL | SHIFT)

    data = QGuiApplication.clipboard().mimeData()
    assert "<h1>Minerals of the deep sea</h1>" in data.html()
    assert data.text().startswith("Minerals of the deep sea\n")
    assert "KEY POINTS" in data.text()
    assert "TRANSCRIPT" not in data.text()
    assert desk.window.statusBar().message == "Copied the summary"


def test_the_files_of_a_drag_are_those_of_an_export_and_go_in_the_end(
    desk: Desk, qtbot: QtBot
) -> None:
    result = made.result()
    desk.keep(result)
    files = DraggedFiles(desk.library, desk.background)
    paths: list[Path] = []

    files.make([result.job_id], Format.TXT, paths.extend)
    qtbot.waitUntil(lambda: bool(paths))

    assert [path.name for path in paths] == ["Minerals of the deep sea.txt"]
    assert paths[0].read_bytes() == export(result, Format.TXT)
    files.remove()
    assert not paths[0].parent.parent.exists()


def test_what_a_drag_takes_along(desk: Desk, qtbot: QtBot) -> None:
    desk.keep(*(made.result(job_id=f"r{n}") for n in range(3)))
    select(desk, qtbot, 0, 1)
    view = desk.window.history_pane.view
    rows = [view.visualRect(desk.window.history_model.index(n)).center() for n in range(3)]

    assert [desk.window.exports._at(at) for at in rows] == [["r2", "r1"], ["r2", "r1"], ["r0"]]
    assert desk.window.exports._at(QPoint(5, view.viewport().height() - 1)) == ()


def test_files_that_were_not_written_are_told_quietly(desk: Desk) -> None:
    desk.window.exports.tell_not_exported(NotExported("/mnt/usb", "Input/output error"))

    assert desk.window.statusBar().message == (
        "The files of the result could not be written to “/mnt/usb”: Input/output error."
    )


@pytest.fixture
def choice(qtbot: QtBot) -> AutoExportChoice:
    made_ = AutoExportChoice(Settings())
    qtbot.addWidget(made_)
    made_.show()
    return made_


def test_what_is_written_by_itself_is_chosen_with_keys(
    choice: AutoExportChoice, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.keyClicks(choice.folder, str(tmp_path))
    qtbot.keyClick(choice.formats[Format.PDF], Key.Key_Space)
    qtbot.keyClick(choice.formats[Format.MD], Key.Key_Space)
    choice.name.selectAll()
    qtbot.keyClicks(choice.name, "{date} {title}")

    with qtbot.waitSignal(choice.changed):
        qtbot.keyClick(choice.name, Key.Key_Return)

    chosen = choice.applied_to(Settings())
    assert chosen == Settings(
        export_folder=str(tmp_path), export_formats=(Format.PDF,), export_name="{date} {title}"
    )
    path = tmp_path / "settings.toml"
    save(chosen, path)
    assert load(path) == (chosen, [])


def test_what_cannot_be_used_is_said_and_changes_nothing(
    choice: AutoExportChoice, qtbot: QtBot, tmp_path: Path
) -> None:
    before = Settings(export_name="{name}")
    choice.folder.setText("files")
    assert choice.hint.text() == "Give the whole path of the folder, from its beginning."
    choice.folder.clear()
    with qtbot.assertNotEmitted(choice.changed):
        qtbot.keyClick(choice.formats[Format.MD], Key.Key_Space)
        assert choice.hint.text() == "Choose at least one format."
        assert choice.applied_to(before) == before
    choice.formats[Format.MD].setChecked(True)
    choice.name.setText("{titel}")
    assert choice.hint.text().startswith("A name needs a letter")
    assert choice.hint.property("warning")
    assert all(box.text() for box in choice.findChildren(QCheckBox))

    path = tmp_path / "settings.toml"
    path.write_text('export_name = "{titel}"\nexport_formats = ["odt"]\n', "utf-8")
    loaded, problems = load(path)
    assert loaded == Settings()
    assert [problem.key for problem in problems] == ["export_name", "export_formats"]
    assert "only a name with {title}, {name}, {date}, {language} in it" in problems[0].sentence

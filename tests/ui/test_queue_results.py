"""The results of selected jobs: exported together, and kept, right from the queue."""

from __future__ import annotations

from pathlib import Path

import made
import pytest
from desk import Desk
from PySide6.QtCore import QItemSelectionModel, QPoint, QStandardPaths, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot
from test_queue_pane import press
from test_queue_rows import texts

from svs_desktop.pipeline.export import Format
from svs_desktop.pipeline.job import Status

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
KEEP = "Keep beyond the newest"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the dialog begins."""
    path = tmp_path / "exports"
    path.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(path))
    return path


@pytest.fixture
def ids(folder: Path, desk: Desk, qtbot: QtBot) -> list[str]:
    """Two finished jobs, one that failed, and one that runs; the first is looked at."""
    found = desk.add("a.mp4", "b.mp4", "c.mp4", "d.mp4")
    desk.finish(found[0], made.result(job_id=found[0], title="Tides"))
    desk.fail(found[1], made.failure())
    desk.finish(found[2], made.result(job_id=found[2], title="Nodules"))
    desk.wait_for(found[3], Status.RUNNING)
    qtbot.waitUntil(lambda: desk.window.history_model.rowCount() == 2)
    return found


def select(desk: Desk, *rows: int) -> None:
    view, model = desk.window.queue_pane.view, desk.window.queue_model
    flags = QItemSelectionModel.SelectionFlag
    desk.window.queue_pane.clear_selection()
    for row in rows:
        view.selectionModel().setCurrentIndex(model.index(row, 0), flags.Select)
    view.setFocus()


def menu_at(desk: Desk, row: int) -> QMenu:
    """The menu that a click with the right button at a row brings."""
    view = desk.window.queue_pane.view
    at = view.visualRect(desk.window.queue_model.index(row)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    return view.findChildren(QMenu)[-1]


def test_all_selected_results_go_into_a_folder(
    desk: Desk, qtbot: QtBot, ids: list[str], folder: Path
) -> None:
    select(desk, 0, 1, 2, 3)
    assert all(action.isEnabled() for action in desk.window.actions_.exports.values())
    menu = menu_at(desk, 2)
    (entry,) = (action for action in menu.actions() if action.text() == "Export")
    assert entry.menu()
    menu.close()

    press(desk, qtbot, Key.Key_E, CTRL)

    dialog = desk.window.findChild(QFileDialog)
    assert dialog.windowTitle() == "Export 2 results as Markdown"
    with qtbot.waitSignal(desk.window.exporter.all_exported):
        dialog.setDirectory(str(folder))
        dialog.fileSelected.emit(str(folder))
    dialog.reject()
    assert sorted(path.name for path in folder.iterdir()) == ["Nodules.md", "Tides.md"]
    assert desk.window.statusBar().message == "Saved 2 files in exports"


def test_of_several_jobs_the_one_that_is_done_is_exported(desk: Desk, ids: list[str]) -> None:
    select(desk, 1, 2)
    desk.window.actions_.exports[Format.TXT].trigger()
    dialog = desk.window.findChild(QFileDialog)
    assert dialog.windowTitle().startswith("Export 1 result")
    dialog.reject()


def test_jobs_without_results_offer_neither(desk: Desk, ids: list[str]) -> None:
    select(desk, 1, 3)
    actions = desk.window.actions_
    assert not actions.keep_done.isEnabled()
    assert not any(action.isEnabled() for action in (actions.export, *actions.exports.values()))
    assert texts(desk)[1] == "b.mp4"


def test_the_star_is_in_the_menu_and_on_a_key(desk: Desk, qtbot: QtBot, ids: list[str]) -> None:
    model = desk.window.history_model

    def kept() -> set[str]:
        entries = [model.entry(model.index(row)) for row in range(model.rowCount())]
        return {entry.title for entry in entries if entry.kept}

    select(desk, 0)
    menu = menu_at(desk, 0)
    (star,) = (action for action in menu.actions() if action.text() == KEEP)
    assert not star.isChecked()
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=_middle(menu, star))
    qtbot.waitUntil(lambda: kept() == {"Tides"})
    assert desk.window.actions_.keep_done.isChecked()

    select(desk, 0, 2, 3)
    desk.window.queue_pane.view.setFocus()
    assert not desk.window.actions_.keep_done.isChecked()
    press(desk, qtbot, Key.Key_D, CTRL)
    qtbot.waitUntil(lambda: kept() == {"Tides", "Nodules"})
    press(desk, qtbot, Key.Key_D, CTRL)
    qtbot.waitUntil(lambda: kept() == set())


def test_the_history_offers_export_in_its_menu(desk: Desk, ids: list[str]) -> None:
    view = desk.window.history_pane.view
    at = view.visualRect(desk.window.history_model.index(0)).center()
    view.customContextMenuRequested.emit(at)
    menu = view.findChildren(QMenu)[-1]
    assert "Export" in [action.text() for action in menu.actions()]
    menu.close()


def _middle(menu: QMenu, action: object) -> QPoint:
    return menu.actionGeometry(action).center()

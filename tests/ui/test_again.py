"""A talk summarised once more, differently."""

from __future__ import annotations

from datetime import UTC, datetime

import made
import pytest
from desk import Desk
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMenu, QToolButton
from pytestqt.qtbot import QtBot
from test_history_pane import row, three, title_shown, titles
from test_queue_pane import press

from svs_desktop.pipeline.events import Drafted
from svs_desktop.pipeline.job import JobOptions, Status
from svs_desktop.settings import Settings
from svs_desktop.ui.again_dialog import AgainDialog
from svs_desktop.ui.writer_choice import LanguageModels

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
CHOSEN = Settings(length="long", style="meeting", summary_language="fr", language="de")


@pytest.fixture
def dialog(qtbot: QtBot) -> AgainDialog:
    shown = AgainDialog("Nodules", CHOSEN, LanguageModels((made.language_model(),)))
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_it_begins_as_the_settings_are(dialog: AgainDialog) -> None:
    summary = dialog.summary

    assert summary.writer.summarizer == "auto"
    assert summary.length.currentText() == "Long"
    assert summary.kind.currentText() == "Meeting"
    assert summary.language.currentText() == "French"


def test_it_tells_the_options(dialog: AgainDialog, qtbot: QtBot) -> None:
    dialog.summary.length.setCurrentText("Short")
    dialog.summary.language.setCurrentText("Same as the talk")

    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClick(dialog, Key.Key_Return)

    assert chosen.args == [JobOptions(length="short", style="meeting", language="de")]
    assert not dialog.isVisible()


def test_leaving_tells_nothing(dialog: AgainDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(dialog.chosen):
        buttons = dialog.findChild(QDialogButtonBox)
        qtbot.mouseClick(buttons.button(QDialogButtonBox.StandardButton.Cancel), LEFT)

    assert not dialog.isVisible()


# ways to it


@pytest.mark.parametrize("way", ["button", "key", "menu"])
def test_each_way_asks_for_the_result_that_is_shown(desk: Desk, qtbot: QtBot, way: str) -> None:
    three(desk)
    view = desk.window.history_pane.view
    view.setCurrentIndex(row(desk, 1))
    qtbot.waitUntil(lambda: title_shown(desk) == "Talk 1")

    with qtbot.waitSignal(desk.window.again_wanted) as wanted:
        match way:
            case "button":
                qtbot.mouseClick(button(desk), LEFT)
            case "key":
                press(desk, qtbot, Key.Key_R, CTRL_SHIFT)
            case "menu":
                at = view.visualRect(row(desk, 1)).center()
                globally = view.viewport().mapToGlobal(at)
                asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, globally)
                QApplication.sendEvent(view.viewport(), asked)
                menu = view.findChild(QMenu)
                assert menu.actions()[0].text() == "Summarise again…"
                qtbot.keyClick(menu, Key.Key_Down)
                qtbot.keyClick(menu, Key.Key_Return)

    assert wanted.args[0].summary.title == "Talk 1"


def button(desk: Desk) -> QToolButton:
    buttons = desk.window.result_page.findChildren(QToolButton)
    return next(b for b in buttons if b.defaultAction() is desk.window.actions_.again)


def test_without_a_transcript_there_is_nothing_to_summarise(desk: Desk) -> None:
    action = desk.window.actions_.again
    assert not action.isEnabled()
    desk.open(made.result())
    assert action.isEnabled()
    desk.open(made.result((), job_id="r2"))
    assert not action.isEnabled()


def test_a_result_that_is_about_to_go_is_not_meant(desk: Desk, qtbot: QtBot) -> None:
    three(desk)
    desk.window.history_pane.view.setCurrentIndex(row(desk, 1))
    qtbot.waitUntil(lambda: title_shown(desk) == "Talk 1")

    with desk.busy_library(), qtbot.assertNotEmitted(desk.window.again_wanted):
        desk.window.history_pane.view.setCurrentIndex(row(desk, 2))
        press(desk, qtbot, Key.Key_R, CTRL_SHIFT)


@pytest.mark.parametrize(("width", "has_text"), [(1200, True), (500, False)])
def test_the_button_leaves_the_title_its_room(
    desk: Desk, qtbot: QtBot, width: int, has_text: bool
) -> None:
    desk.open(made.result(title="A title that goes on and on " * 8))

    desk.window.resize(width, 600)

    only_icon = Qt.ToolButtonStyle.ToolButtonIconOnly
    qtbot.waitUntil(lambda: (button(desk).toolButtonStyle() is not only_icon) is has_text)
    qtbot.waitUntil(lambda: desk.window.result_page.title.width() > 150)


# what comes of it


def test_the_new_summary_is_written_before_ones_eyes_and_joins_the_history(
    desk: Desk, qtbot: QtBot
) -> None:
    first = made.result(job_id="r1")
    desk.open(first)

    desk.queue.resummarize("r1", CHOSEN.job_options())

    qtbot.waitUntil(lambda: len(desk.queue.ids) == 1)
    (job_id,) = desk.queue.ids
    desk.wait_for(job_id, Status.RUNNING)
    desk.say(job_id, Drafted("The sea floor"))
    draft = desk.window.job_page.draft
    qtbot.waitUntil(lambda: draft.isVisible() and draft.view.toPlainText() == "The sea floor")
    assert desk.engine.earlier[job_id] == first

    written = made.written(job_id=job_id)
    with qtbot.waitSignal(desk.window.result_shown):
        desk.finish(job_id, replace(written, finished_at=datetime.now(UTC)))

    assert desk.window.result_page.summary.toPlainText().count("Qwen2.5-Coder 1.5B") == 1
    qtbot.waitUntil(lambda: titles(desk) == ["Minerals of the deep sea"] * 2)


def test_one_who_reads_something_else_is_left_alone(desk: Desk, qtbot: QtBot) -> None:
    three(desk)
    desk.window.open_result("r0")
    qtbot.waitUntil(lambda: title_shown(desk) == "Talk 0")

    desk.queue.resummarize("r1", JobOptions())

    qtbot.waitUntil(lambda: len(desk.queue.ids) == 1)
    assert title_shown(desk) == "Talk 0"

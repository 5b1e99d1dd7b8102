"""The first minute: nothing is installed, and the window can be used all the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QToolBar
from pytestqt.qtbot import QtBot
from test_drop import drop, urls
from test_install_panel import words
from test_program import Programs, find

from svs_desktop.app import Program
from svs_desktop.paths import Places, resource
from svs_desktop.pipeline.errors import ErrorCode
from svs_desktop.pipeline.job import Status
from svs_desktop.ui.install_panel import InstallPanel
from svs_desktop.ui.theme import apply_theme

SAMPLE = resource("sample", "sample.mp4")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def program(places: Places, qtbot: QtBot) -> Iterator[Program]:
    programs = Programs(places, qtbot)
    yield programs.start()
    programs.end_all()
    apply_theme(QApplication.instance(), "light")


def test_all_is_said_and_nothing_is_in_the_way(program: Program, qtbot: QtBot) -> None:
    panel = find(program, InstallPanel, qtbot)
    welcome = program.window.welcome

    said = words(panel)
    assert "Total download\n1.3 GB" in said
    assert "nothing of yours is sent" in said
    assert "Drop videos here" in [label.text() for label in welcome.findChildren(QLabel)]
    buttons = {button.text(): button for button in welcome.findChildren(QPushButton)}
    assert buttons["Try the sample"].isVisible()
    assert QApplication.activeModalWidget() is None
    assert not panel.isAncestorOf(QApplication.focusWidget())
    assert program.installer.asked == ()

    # All of it is seen at once, with the sum.
    bar = panel.findChild(QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)

    drop(program, urls(SAMPLE))

    qtbot.waitUntil(lambda: [s.job.path.name for s in program.queue.states] == ["sample.mp4"])
    assert panel.isVisible()


def test_what_is_offered_outlives_the_window(program: Program, qtbot: QtBot) -> None:
    panel = find(program, InstallPanel, qtbot)

    program.control.change(text_size=150)
    qtbot.waitUntil(lambda: program.window.findChild(InstallPanel) not in {panel, None})

    again = find(program, InstallPanel, qtbot)
    assert [m.name for m in again.chosen] == ["base", "minilm", "qwen2.5-coder-1.5b"]
    qtbot.keyClick(again, Qt.Key.Key_Escape)
    assert not again.isVisible()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert program.window.findChild(InstallPanel) is None


@pytest.mark.slow
def test_a_job_that_came_too_early_goes_on_by_itself(
    program: Program, places: Places, models_dir: Path, qtbot: QtBot
) -> None:
    drop(program, urls(SAMPLE))
    qtbot.waitUntil(lambda: bool(program.queue.states))
    (job_id,) = program.queue.ids
    qtbot.waitUntil(lambda: program.queue.state(job_id).status is Status.FAILED, timeout=60_000)
    assert program.queue.state(job_id).failure.code is ErrorCode.MODEL_MISSING
    page = program.window.job_page
    assert page.install.isVisible()
    qtbot.mouseClick(page.install, LEFT)
    panel = find(program, InstallPanel, qtbot)
    assert [model.name for model in panel.chosen] == ["base"]
    assert QApplication.focusWidget() is panel.accept_button

    for name in ("base", "minilm"):
        (places.models / name).symlink_to(models_dir / name, target_is_directory=True)
    program.installer.finished.emit()

    qtbot.waitUntil(lambda: program.queue.state(job_id).overall > 0, timeout=60_000)
    assert program.queue.state(job_id).status in {Status.RUNNING, Status.FINISHED}


def test_the_engine_tells_how_it_works(program: Program, qtbot: QtBot) -> None:
    line = program.window.status

    program.control.change(device="cpu", threads=1)

    qtbot.waitUntil(lambda: "int8" in line._model.text(), timeout=20_000)
    assert line._model.text().startswith("Engine: base · int8 · CPU, 1 thread")


def test_the_tools_lose_their_words_where_there_is_no_room(program: Program, qtbot: QtBot) -> None:
    window, actions = program.window, program.window.actions_
    bar = window.findChild(QToolBar)
    add, choose = bar.widgetForAction(actions.add_files), bar.widgetForAction(actions.settings)
    styles = Qt.ToolButtonStyle

    window.resize(480, 500)
    qtbot.waitUntil(lambda: add.toolButtonStyle() is styles.ToolButtonIconOnly)
    qtbot.waitUntil(lambda: choose.geometry().right() <= bar.width())
    window.resize(1200, 500)
    qtbot.waitUntil(lambda: add.toolButtonStyle() is styles.ToolButtonTextBesideIcon)

    assert choose.toolButtonStyle() is styles.ToolButtonIconOnly

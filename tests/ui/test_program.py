"""The program as a whole, as it starts and when something is amiss."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import made
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from svs_desktop import app, settings
from svs_desktop.app import Program
from svs_desktop.paths import Places
from svs_desktop.pipeline.export import Format
from svs_desktop.settings import Settings
from svs_desktop.ui.install_dialog import InstallDialog
from svs_desktop.ui.settings_dialog import SettingsDialog


class Programs:
    """Starts programs on the same places, and ends them."""

    def __init__(self, places: Places, qtbot: QtBot) -> None:
        self._places = places
        self._qtbot = qtbot
        self._open: list[Program] = []

    def start(self) -> Program:
        program = Program(self._places)
        self._open.append(program)
        program.start([])
        with self._qtbot.waitActive(program.window):
            program.window.activateWindow()
        return program

    def end(self, program: Program) -> None:
        self._open.remove(program)
        program.window.close()
        program.close()
        program.deleteLater()

    def end_all(self) -> None:
        for program in reversed(self._open.copy()):
            self.end(program)


@pytest.fixture
def programs(places: Places, qtbot: QtBot) -> Iterator[Programs]:
    made_ = Programs(places, qtbot)
    yield made_
    made_.end_all()


@pytest.fixture
def with_models(places: Places) -> None:
    """Folders that stand for installed models."""
    for name in ("base", "minilm"):
        (places.models / name).mkdir()


def find(program: Program, kind: type[QWidget], qtbot: QtBot) -> QWidget:
    """The dialog of this kind, once it is open."""

    def is_open() -> bool:
        dialog = program.window.findChild(kind)
        return dialog is not None and dialog.isVisible()

    qtbot.waitUntil(is_open)
    return program.window.findChild(kind)


def warning(program: Program, qtbot: QtBot) -> tuple[str, str]:
    box = find(program, QMessageBox, qtbot)
    return box.text(), box.informativeText()


@pytest.mark.usefixtures("with_models")
def test_a_second_program_is_told_that_one_is_open(programs: Programs, qtbot: QtBot) -> None:
    first = programs.start()
    assert first.library.own_queue().result()

    second = programs.start()

    said, more = warning(second, qtbot)
    assert said == "SVS Desktop is already open."
    assert more == "Add your videos in the window that is open."
    assert first.window.findChild(QMessageBox) is None
    qtbot.keyClick(second.window.findChild(QMessageBox), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not second.window.isVisible())
    assert first.window.isVisible()


@pytest.mark.usefixtures("with_models")
def test_a_damaged_library_is_told_and_kept(
    programs: Programs, places: Places, qtbot: QtBot
) -> None:
    places.library.write_bytes(b"this is no library at all" * 1000)

    program = programs.start()

    said, more = warning(program, qtbot)
    assert said == "The library was damaged. A fresh one was begun."
    (kept,) = (p for p in places.library.parent.iterdir() if p.name in more)
    assert kept != places.library
    assert kept.read_bytes().startswith(b"this is no library")
    assert program.library.own_queue().result()


@pytest.mark.usefixtures("with_models")
def test_a_library_of_a_newer_program_is_told_and_left(
    programs: Programs, places: Places, qtbot: QtBot
) -> None:
    programs.start().library.history().result()
    with sqlite3.connect(places.library) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()

    program = programs.start()

    said, more = warning(program, qtbot)
    assert "was written by a newer version" in said
    assert "Install the newest version" in more
    assert program.window.isVisible()


@pytest.mark.usefixtures("with_models")
def test_wrong_settings_are_told_and_the_right_ones_used(
    programs: Programs, places: Places
) -> None:
    places.settings.write_text('threads = "many"\nlanguage = "de"\ncolour = 3\n', "utf-8")

    program = programs.start()

    said = program.window.statusBar().message
    assert "The setting “threads” cannot be “many”" in said
    assert "There is no setting “colour”" in said
    assert program.settings == Settings(language="de")


@pytest.mark.usefixtures("with_models")
def test_settings_take_effect_and_stay(programs: Programs, places: Places, qtbot: QtBot) -> None:
    program = programs.start()
    program.window.actions_.settings.trigger()
    dialog = find(program, SettingsDialog, qtbot)
    dialog.parallel.setValue(3)
    dialog.appearance.setCurrentText("Dark")
    dialog.language.setCurrentText("German")

    qtbot.keyClick(dialog, Qt.Key.Key_Return)

    chosen = Settings(language="de", parallel_jobs=3, appearance="dark")
    qtbot.waitUntil(lambda: settings.load(places.settings) == (chosen, []))
    assert program.window.settings == chosen
    assert program.queue._parallel == 3
    assert QApplication.palette().window().color().lightness() < 60
    programs.end(program)
    assert programs.start().settings == chosen


@pytest.mark.usefixtures("with_models")
def test_settings_that_cannot_be_saved_are_told(
    programs: Programs, places: Places, qtbot: QtBot
) -> None:
    program = programs.start()
    places.settings.mkdir()

    program._use(Settings(threads=5))

    said, more = warning(program, qtbot)
    assert said == "The settings could not be saved."
    assert more
    assert program.settings.threads == 5


@pytest.mark.usefixtures("with_models")
def test_an_export_that_fails_is_told(programs: Programs, places: Places, qtbot: QtBot) -> None:
    program = programs.start()

    program.window.exporter.save(made.result(), Format.MD, places.library / "no folder.md")

    said, more = warning(program, qtbot)
    assert said == "The file could not be written."
    assert "no folder.md" in more or "library.sqlite" in more


@pytest.mark.usefixtures("with_models")
def test_with_all_models_there_nothing_is_asked(
    programs: Programs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = programs.start()
    offered: list[object] = []
    offer = program._offer
    monkeypatch.setattr(program, "_offer", lambda models: (offer(models), offered.append(models)))

    program._offer_models()

    qtbot.waitUntil(lambda: bool(offered) and not any(offered))
    assert program.window.findChild(InstallDialog) is None


def test_at_the_first_start_the_models_are_offered(
    programs: Programs, places: Places, qtbot: QtBot
) -> None:
    program = programs.start()

    dialog = find(program, InstallDialog, qtbot)

    assert [model.name for model in dialog._models] == ["base", "minilm"]
    assert list(places.models.iterdir()) == []
    dialog.reject()
    qtbot.waitUntil(lambda: program.window.findChild(InstallDialog) is None)
    assert program.window.isVisible()


def test_only_the_model_that_is_missing_is_offered(
    programs: Programs, places: Places, qtbot: QtBot
) -> None:
    (places.models / "minilm").mkdir()

    dialog = find(programs.start(), InstallDialog, qtbot)

    assert [model.name for model in dialog._models] == ["base"]


@pytest.mark.usefixtures("with_models")
def test_a_job_that_lacks_its_model_leads_to_the_dialog(programs: Programs, qtbot: QtBot) -> None:
    program = programs.start()

    program.window.model_wanted.emit("base")

    dialog = find(program, InstallDialog, qtbot)
    assert [model.name for model in dialog._models] == ["base"]


@pytest.mark.usefixtures("with_models")
def test_results_of_other_times_are_there_at_once(
    programs: Programs, places: Places, qtbot: QtBot
) -> None:
    first = programs.start()
    result = made.result(title="From before")
    said = result.transcript.segments
    first.library.record_result(made.finished_state(result), result.summary, said).result()
    programs.end(first)

    second = programs.start()

    qtbot.waitUntil(lambda: second.window.history_model.rowCount() == 1)
    assert second.window.history_model.index(0).data() == "From before"


def test_a_home_that_cannot_be_used_is_told(
    qapp: QApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    in_the_way = tmp_path / "a file"
    in_the_way.write_text("")
    told: list[str] = []
    monkeypatch.setenv("SVS_HOME", str(in_the_way / "home"))
    monkeypatch.setattr("svs_desktop.app.make_application", lambda: qapp)
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()))

    assert app.main([]) == 1

    assert len(told) == 1
    assert told[0] in (said := capsys.readouterr().err)
    assert str(in_the_way) in said

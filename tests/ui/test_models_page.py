"""The page of the models: installing, deleting, importing and measuring."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import made
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from test_install_panel import tiny  # noqa: F401 - a fixture
from test_program import Programs, find

from svs_desktop.app import Program
from svs_desktop.paths import Places
from svs_desktop.pipeline.job import Status
from svs_desktop.pipeline.models import Catalogue, Model, is_installed
from svs_desktop.ui.settings_dialog import SettingsDialog
from svs_desktop.ui.settings_pages import ModelsPage
from svs_desktop.ui.settings_pages.model_row import ModelRow
from svs_desktop.ui.theme import apply_theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def programs(places: Places, qtbot: QtBot) -> Iterator[Programs]:
    programs = Programs(places, qtbot)
    yield programs
    programs.end_all()
    apply_theme(QApplication.instance(), "light")


def open_page(program: Program, qtbot: QtBot, *rows: str) -> ModelsPage:
    """The page, once these models are on it."""
    program.window.actions_.settings.trigger()
    dialog = find(program, SettingsDialog, qtbot)
    page: ModelsPage = dialog.pages.models
    dialog.show_page(page)
    qtbot.waitUntil(lambda: all(name in page.rows for name in rows))
    return page


def wait_for_state(row: ModelRow, text: str, qtbot: QtBot, timeout: int = 20_000) -> None:
    qtbot.waitUntil(lambda: row.state.text() == text, timeout=timeout)


def test_a_model_is_installed_and_deleted(
    programs: Programs,
    places: Places,
    tiny: Model,  # noqa: F811
    qtbot: QtBot,
) -> None:
    program = programs.start()
    program.catalogue = program.tools.catalogue = Catalogue((tiny,))
    page = open_page(program, qtbot, "tiny")
    row = page.rows["tiny"]
    assert row.state.text() == "Not installed"
    assert "MIT License" in row.facts.text()
    assert "the Python package index" in row.facts.text()
    assert not row.measure.isVisible()

    qtbot.mouseClick(row.install, LEFT)
    assert row.cancel.isVisible()
    wait_for_state(row, "Installed", qtbot)

    assert is_installed("tiny", places.models)
    privacy = program.opener.dialog.pages.privacy
    qtbot.waitUntil(lambda: "Tiny from the Python package index" in _words(privacy))
    qtbot.mouseClick(row.delete, LEFT)
    assert row.said.text() == "Delete Tiny? 7.0 kB become free."
    assert row.focusWidget() is row.spare
    qtbot.mouseClick(row.spare, LEFT)
    assert is_installed("tiny", places.models)
    qtbot.mouseClick(row.delete, LEFT)
    qtbot.mouseClick(row.sure, LEFT)
    wait_for_state(row, "Not installed", qtbot)
    assert not is_installed("tiny", places.models)


def test_a_broken_off_download_goes_on_or_is_thrown_away(
    programs: Programs, places: Places, qtbot: QtBot
) -> None:
    partial = places.models / ".partial-small"
    partial.mkdir()
    (partial / "part").write_bytes(b"x" * 5000)
    page = open_page(programs.start(), qtbot, "small")
    row = page.rows["small"]

    assert row.state.text() == "Broken off: 5.0 kB fetched"
    assert row.install.text() == "Go on"
    qtbot.mouseClick(row.delete, LEFT)
    qtbot.mouseClick(row.sure, LEFT)

    wait_for_state(row, "Not installed", qtbot)
    assert not partial.exists()
    assert row.install.text() == "Install"


def test_a_model_that_a_job_uses_is_not_deleted(
    programs: Programs, places: Places, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("base", "minilm", made.WRITER):
        (places.models / name).mkdir()
    program = programs.start()
    page = open_page(program, qtbot, "base")
    row = page.rows["base"]
    states = [made.state(Status.RUNNING)]
    monkeypatch.setattr(type(program.queue), "states", property(lambda _queue: states))

    qtbot.mouseClick(row.delete, LEFT)
    assert row.said.text() == "A job that runs uses it. Delete it once that is done."
    assert not row.sure.isVisible()
    states[0] = replace(states[0], status=Status.QUEUED)
    qtbot.mouseClick(row.delete, LEFT)

    assert row.said.text().startswith("Delete Whisper base?")
    assert row.said.text().endswith("1 job that waits needs it.")
    assert row.sure.isVisible()


def import_nonsense(page: ModelsPage, folder: Path) -> None:
    (folder / "mine.gguf").write_bytes(b"no model at all")
    page.file_wanted.emit()
    page.findChild(QFileDialog).fileSelected.emit(str(folder / "mine.gguf"))


def test_what_is_no_model_is_refused_in_words(
    programs: Programs, places: Places, qtbot: QtBot, tmp_path: Path
) -> None:
    program = programs.start()
    page = open_page(program, qtbot, "base")

    import_nonsense(page, tmp_path)
    assert not page.file.isEnabled()
    qtbot.waitUntil(page.file.isEnabled, timeout=60_000)

    assert "“mine” cannot be loaded" in page.said.text() or "mine.gguf" in page.said.text()
    assert [path.name for path in places.models.iterdir() if path.is_dir()] == []


def test_an_import_is_told_of_when_the_settings_are_closed_meanwhile(
    programs: Programs, places: Places, tmp_path: Path, qtbot: QtBot
) -> None:
    program = programs.start()
    import_nonsense(open_page(program, qtbot, "base"), tmp_path)

    program.opener.dialog.close()
    again = open_page(program, qtbot, "base")
    assert again.said.text() == "Opening “mine.gguf”…"
    assert not again.file.isEnabled()
    program.opener.dialog.close()
    with qtbot.waitSignal(program.window.status.said, timeout=60_000) as told:
        pass

    assert "cannot be loaded" in told.args[0]


@pytest.mark.slow
def test_a_model_that_is_imported_after_the_settings_are_closed_is_offered(
    programs: Programs, models_dir: Path, qtbot: QtBot
) -> None:
    program = programs.start()
    page = open_page(program, qtbot, "base")
    page.folder_wanted.emit()
    page.findChild(QFileDialog).fileSelected.emit(str(models_dir / "base"))
    program.opener.dialog.close()

    with qtbot.waitSignal(program.window.status.said, timeout=60_000) as told:
        pass

    assert told.args[0].startswith("“base” is installed (1")
    assert "base-2" in open_page(program, qtbot, "base-2").rows


@pytest.mark.slow
def test_a_model_of_ones_own_is_opened_brought_and_measured(
    programs: Programs, places: Places, models_dir: Path, qtbot: QtBot
) -> None:
    program = programs.start()
    page = open_page(program, qtbot, "base")

    page.folder_wanted.emit()
    page.findChild(QFileDialog).fileSelected.emit(str(models_dir / "base"))
    qtbot.waitUntil(lambda: "base-2" in page.rows, timeout=60_000)
    row = page.rows["base-2"]
    assert "is installed" in page.said.text()
    qtbot.waitUntil(lambda: program.opener.dialog.pages.transcription.model.findData("base-2") >= 0)
    assert row.time.text() == "Not measured yet"
    qtbot.mouseClick(row.measure, LEFT)
    assert row.state.text() == "Measuring…"
    qtbot.mouseClick(row.cancel, LEFT)
    wait_for_state(row, "Installed", qtbot)
    assert row.time.text() == "Not measured yet"
    qtbot.mouseClick(row.measure, LEFT)
    wait_for_state(row, "Installed", qtbot, timeout=120_000)

    assert row.time.text().startswith("An hour of video takes about ")
    program.control.change(speech_model="base-2", summarizer="extractive")
    assert page._hour.text().endswith("with base.")
    assert list(places.cache.joinpath("audio").iterdir()) == []
    # Who closes the settings meanwhile finds the measurement when they are opened again.
    program.tools.measurements.keep("base-2", program.settings.job_options(), 1e6)
    qtbot.mouseClick(row.measure, LEFT)
    program.opener.dialog.close()
    qtbot.waitUntil(lambda: not program.tools.bench.measured, timeout=120_000)
    again = open_page(program, qtbot, "base-2").rows["base-2"]
    assert "days" not in again.time.text()


def _words(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))

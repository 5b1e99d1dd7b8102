"""The program as a whole, as it starts and when something is amiss."""

from __future__ import annotations

import socket
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import made
import psutil
import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from second_start import second_start

from svs_desktop import app, settings
from svs_desktop.app import Program
from svs_desktop.paths import Places
from svs_desktop.pipeline.export import Format
from svs_desktop.pipeline.job import JobOptions
from svs_desktop.settings import Settings
from svs_desktop.ui.again_dialog import AgainDialog
from svs_desktop.ui.install_panel import InstallPanel
from svs_desktop.ui.model_offers import Offer
from svs_desktop.ui.player.preferences import kept_before
from svs_desktop.ui.settings_dialog import SettingsDialog
from svs_desktop.workers.handover import Taken


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
    for name in ("base", "minilm", made.WRITER):
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
    dialog.pages.program.parallel.setValue(3)
    dialog.pages.program.appearance.setCurrentText("Dark")
    dialog.pages.transcription.language.setCurrentText("German")

    chosen = Settings(language="de", parallel_jobs=3, appearance="dark")
    qtbot.waitUntil(lambda: settings.load(places.settings) == (chosen, []))
    assert program.window.settings == chosen
    assert program.queue._crew._size == 3
    assert QApplication.palette().window().color().lightness() < 60
    programs.end(program)
    assert programs.start().settings == chosen


@pytest.mark.usefixtures("with_models")
def test_settings_that_cannot_be_saved_are_told(
    programs: Programs, places: Places, qtbot: QtBot
) -> None:
    program = programs.start()
    places.settings.mkdir()

    program.control.use(Settings(threads=5))

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


def offered(program: Program, qtbot: QtBot) -> Offer:
    """What the program would ask for with its settings as they are."""
    offers: list[Offer] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(program.offers, "ask", offers.append)
        program.offers.offer_missing(program.settings)
        qtbot.waitUntil(lambda: bool(offers))
    return offers[0]


def asked(dialog: InstallPanel) -> list[str]:
    return [model.name for model in dialog.chosen]


@pytest.mark.usefixtures("with_models")
def test_with_all_models_there_nothing_is_asked(programs: Programs, qtbot: QtBot) -> None:
    program = programs.start()

    assert not offered(program, qtbot)
    assert program.window.findChild(InstallPanel) is None


def test_at_the_first_start_the_models_are_offered(
    programs: Programs, places: Places, qtbot: QtBot
) -> None:
    program = programs.start()

    dialog = find(program, InstallPanel, qtbot)

    assert asked(dialog) == ["base", "minilm", made.WRITER]
    assert list(places.models.iterdir()) == []
    dialog.reject()
    qtbot.waitUntil(lambda: program.window.findChild(InstallPanel) is None)
    assert program.window.isVisible()
    # To put it off is no answer to what is only recommended.
    assert program.settings == Settings()


def test_only_the_model_that_is_missing_is_offered(
    programs: Programs, places: Places, qtbot: QtBot
) -> None:
    for name in ("minilm", made.WRITER):
        (places.models / name).mkdir()

    dialog = find(programs.start(), InstallPanel, qtbot)

    assert asked(dialog) == ["base"]


@pytest.mark.usefixtures("with_models")
def test_a_language_model_that_was_declined_is_not_offered_again(
    programs: Programs, places: Places, qtbot: QtBot
) -> None:
    (places.models / made.WRITER).rmdir()
    program = programs.start()
    dialog = find(program, InstallPanel, qtbot)
    assert asked(dialog) == [made.WRITER]

    qtbot.mouseClick(dialog.reject_button, Qt.MouseButton.LeftButton)

    declined = Settings(offer_language_model=False)
    qtbot.waitUntil(lambda: settings.load(places.settings) == (declined, []))
    qtbot.waitUntil(lambda: program.window.findChild(InstallPanel) is None)
    programs.end(program)
    again = programs.start()
    assert not offered(again, qtbot)
    assert again.window.findChild(InstallPanel) is None


@pytest.mark.usefixtures("with_models")
@pytest.mark.parametrize(
    ("chosen", "needed"),
    [
        (Settings(summarizer="extractive"), []),
        (Settings(summarizer="/models/mine.gguf"), []),
        (Settings(summarizer=made.WRITER), [made.WRITER]),
        (Settings(summarizer=made.WRITER, offer_language_model=False), [made.WRITER]),
        (Settings(offer_language_model=False, speech_model="small"), ["small"]),
    ],
)
def test_what_the_settings_do_not_need_is_not_offered(
    programs: Programs, places: Places, qtbot: QtBot, chosen: Settings, needed: list[str]
) -> None:
    (places.models / made.WRITER).rmdir()
    settings.save(chosen, places.settings)
    program = programs.start()

    offer = offered(program, qtbot)

    assert [model.name for model in offer.needed] == needed
    assert offer.recommended is None


@pytest.mark.usefixtures("with_models")
def test_any_language_model_will_do(programs: Programs, places: Places, qtbot: QtBot) -> None:
    (places.models / made.WRITER).rename(places.models / "qwen3-4b")

    assert not offered(programs.start(), qtbot)


@pytest.mark.usefixtures("with_models")
def test_a_language_model_is_installed_from_the_settings(
    programs: Programs, places: Places, qtbot: QtBot
) -> None:
    (places.models / made.WRITER).rmdir()
    settings.save(Settings(summarizer="extractive"), places.settings)
    program = programs.start()
    program.window.actions_.settings.trigger()
    dialog = find(program, SettingsDialog, qtbot)
    dialog.show_page(dialog.pages.summary)
    writer = dialog.pages.summary.choices.writer
    assert writer.install.isVisible()

    writer.install_wanted.emit(made.WRITER)
    assert dialog.page is dialog.pages.models
    (places.models / made.WRITER).mkdir()
    program.installer.finished.emit()

    qtbot.waitUntil(lambda: writer.summarizer == made.WRITER)
    dialog.accept()
    qtbot.waitUntil(lambda: settings.load(places.settings)[0].summarizer == made.WRITER)
    assert program.window.settings.job_options().summarizer == made.WRITER


@pytest.mark.usefixtures("with_models")
def test_a_result_is_summarised_again_as_the_dialog_says(
    programs: Programs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = programs.start()
    wanted: list[tuple[str, JobOptions]] = []
    monkeypatch.setattr(program.queue, "resummarize", lambda *given: wanted.append(given))
    program.control.use(Settings(style="lecture"))

    program.window.again_wanted.emit(made.result())
    dialog = find(program, AgainDialog, qtbot)
    dialog.summary.length.setCurrentText("Short")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)

    assert wanted == [("r1", JobOptions(style="lecture", length="short"))]


@pytest.mark.usefixtures("with_models")
def test_a_key_that_is_pressed_twice_opens_one_dialog(programs: Programs, qtbot: QtBot) -> None:
    program = programs.start()

    for _ in range(2):
        program.window.actions_.settings.trigger()
    find(program, SettingsDialog, qtbot)
    looked: list[object] = []
    program.offers.look(looked.append)
    qtbot.waitUntil(lambda: bool(looked))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert len(program.window.findChildren(SettingsDialog)) == 1


@pytest.mark.usefixtures("with_models")
def test_a_job_that_lacks_its_model_leads_to_the_dialog(programs: Programs, qtbot: QtBot) -> None:
    program = programs.start()

    program.window.model_wanted.emit("base")

    assert asked(find(program, InstallPanel, qtbot)) == ["base"]


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


# a second start, and the job API


@pytest.mark.usefixtures("with_models")
def test_videos_of_a_second_start_are_added_to_the_open_window(
    programs: Programs, places: Places, qtbot: QtBot, tmp_path: Path
) -> None:
    program = programs.start()
    qtbot.waitUntil(places.door.exists)
    program.window.showMinimized()

    taken = second_start(places.library.parent, [tmp_path / "talk.mp4"], qtbot)

    assert taken == Taken(window=True)
    qtbot.waitUntil(lambda: [s.job.path.name for s in program.queue.states] == ["talk.mp4"])
    qtbot.waitUntil(lambda: not program.window.isMinimized())


def test_a_second_start_ends_when_it_has_handed_over(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], qapp: QApplication
) -> None:
    told: list[str] = []
    monkeypatch.setattr("svs_desktop.app.make_application", lambda: qapp)
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()))

    def start(taken: Taken, *videos: str) -> int:
        monkeypatch.setattr("svs_desktop.app.hand_over", lambda _places, _videos: taken)
        return app.main(list(videos))

    assert start(Taken(window=True), "a.mp4") == 0
    assert "Added to the program that is open." in capsys.readouterr().out
    assert start(Taken(window=True)) == 0
    assert start(Taken(window=False, url="http://127.0.0.1:8765"), "a.mp4") == 0
    assert told == []
    assert start(Taken(window=False, url="http://127.0.0.1:8765")) == 1
    assert told == ["svs serve works with this library, without a window."]
    assert "http://127.0.0.1:8765" in capsys.readouterr().err


@pytest.mark.usefixtures("with_models")
def test_the_job_api_is_switched_on_and_off_in_the_settings(
    programs: Programs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    program = programs.start()
    assert listening() == []

    program.control.use(Settings(api=True, api_port=port))
    qtbot.waitUntil(lambda: listening() == [port])
    program.window.actions_.settings.trigger()
    dialog = find(program, SettingsDialog, qtbot)
    qtbot.mouseClick(dialog.pages.program.api.page, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(opened))
    dialog.pages.program.api.switch.click()
    assert not dialog.pages.program.api.port.isEnabled()
    dialog.accept()

    assert opened[0].startswith(f"http://127.0.0.1:{port}/enter?key=")
    qtbot.waitUntil(lambda: listening() == [])


@pytest.mark.usefixtures("with_models")
def test_a_port_that_is_taken_is_told_in_the_window(programs: Programs, qtbot: QtBot) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        program = programs.start()

        program.control.use(Settings(api=True, api_port=port))

        said, more = warning(program, qtbot)
    assert said == f"The job API cannot listen at port {port}."
    assert "Choose another port" in more


def listening() -> list[int]:
    found = psutil.Process().net_connections("inet")
    return [connection.laddr.port for connection in found if connection.status == "LISTEN"]


# how one likes to listen


@pytest.mark.usefixtures("with_models")
def test_what_an_older_version_kept_of_the_player_is_settings_now(
    programs: Programs, places: Places, qtbot: QtBot
) -> None:
    kept = QSettings(str(places.settings.with_name("window.ini")), QSettings.Format.IniFormat)
    for key, value in (("speed", 1.5), ("volume", 70), ("skips_silence", True)):
        kept.setValue(f"player/{key}", value)
    kept.setValue("rows", b"x")
    kept.sync()

    program = programs.start()
    assert program.window.player.preferences.speed == 1.5
    assert program.window.player.preferences.volume == 70
    assert program.window.actions_.skip_silence.isChecked()
    program.window.actions_.faster.trigger()
    programs.end(program)

    found, problems = settings.load(places.settings)
    assert problems == []
    assert (found.player_speed, found.player_volume) == (1.75, 70)
    assert found.player_skips_silence
    kept = QSettings(str(places.settings.with_name("window.ini")), QSettings.Format.IniFormat)
    assert [key for key in kept.allKeys() if key.startswith("player")] == []
    again = programs.start()
    assert again.window.player.preferences.speed == 1.75


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({}, {}),
        ({"speed": "fast", "volume": "loud"}, {}),
        ({"speed": 9, "volume": -3, "skips_silence": "false"}, {"player_skips_silence": False}),
        ({"speed": "0.75"}, {"player_speed": 0.75}),
    ],
)
def test_of_what_was_kept_only_what_makes_sense_is_taken(
    tmp_path: Path, old: dict[str, object], new: dict[str, object]
) -> None:
    kept = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    for key, value in old.items():
        kept.setValue(f"player/{key}", value)
    assert kept_before(kept) == new
    assert kept_before(kept) == {}

"""The options of jobs that do not run yet, and of folders."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import made
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from test_program import Programs, find, with_models  # noqa: F401

from svs_desktop.paths import Places
from svs_desktop.pipeline.job import Job, JobOptions, JobState
from svs_desktop.pipeline.media_info import AudioTrack, MediaInfo
from svs_desktop.ui.options_dialog import OptionsDialog
from svs_desktop.ui.writer_choice import LanguageModels

MODELS = [("base", "Whisper base"), ("small", "Whisper small")]
TRACKS = (AudioTrack(0, "aac", 2, 48_000, "eng"), AudioTrack(1, "aac", 2, 48_000, title="Comments"))
FOLDER = Path("/videos")


def state(name: str, tracks: int = 1, folder: Path = FOLDER, **options: object) -> JobState:
    job = Job.new(folder / name, JobOptions(**options))
    return JobState(job, media=MediaInfo(60.0, TRACKS[:tracks]))


def texts(dialog: OptionsDialog, name: str) -> list[str]:
    box = dialog.boxes[name]
    return [box.itemText(place) for place in range(box.count())]


class Heard:
    """What a dialog told."""

    def __init__(self, dialog: OptionsDialog) -> None:
        self.options: dict[str, JobOptions] = {}
        self.folders: list[tuple[Path, JobOptions | None]] = []
        dialog.chosen.connect(self.options.update)
        dialog.folder_chosen.connect(lambda *told: self.folders.append(told))


@pytest.fixture
def programs(places: Places, qtbot: QtBot) -> Iterator[Programs]:
    made_ = Programs(places, qtbot)
    yield made_
    made_.end_all()


def ask(qtbot: QtBot, *states: JobState, **folders: JobOptions) -> OptionsDialog:
    models = LanguageModels(installed=(made.language_model(),))
    known = {FOLDER / name: options for name, options in folders.items()}
    dialog = OptionsDialog(states, MODELS, models, known)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_one_job_has_all_its_options_in_one_dialog(qtbot: QtBot) -> None:
    one = state("a.mkv", tracks=2, glossary="Nodules", threads=3)
    dialog = ask(qtbot, one)
    heard = Heard(dialog)
    assert texts(dialog, "audio_track") == [
        "The one that players choose",
        "Track 1, English",
        "Track 2, Comments",
    ]
    assert texts(dialog, "summarizer")[2] == "Qwen2.5-Coder 1.5B"

    dialog.boxes["audio_track"].setCurrentIndex(2)
    for name, text in {
        "language": "Finnish",
        "speech_model": "Whisper small",
        "speech_quality": "Accurate",
        "summarizer": "Key sentences only",
        "length": "Short",
        "style": "Meeting",
        "summary_language": "German",
    }.items():
        dialog.boxes[name].setCurrentText(text)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)

    expected = JobOptions(
        "small",
        "fi",
        audio_track=1,
        threads=3,
        summarizer="extractive",
        length="short",
        style="meeting",
        summary_language="de",
        speech_quality="accurate",
        glossary="Nodules",
    )
    assert heard.options == {one.job.id: expected}
    assert heard.folders == []


def test_several_jobs_keep_what_is_not_chosen(qtbot: QtBot) -> None:
    states = [state("a.mkv", 2, length="long"), state("b.mkv", 1, language="sv")]
    dialog = ask(qtbot, *states)
    heard = Heard(dialog)
    assert dialog.findChild(QLabel).text() == "2 videos"
    assert texts(dialog, "audio_track") == ["The one that players choose", "Track 1"]
    assert dialog.boxes["length"].currentText() == "Different; leave as it is"
    assert not dialog.for_folder.isEnabled()

    dialog.boxes["style"].setCurrentText("Interview")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)

    told = [heard.options[s.job.id] for s in states]
    assert told == [replace(s.job.options, style="interview") for s in states]


def test_nothing_is_told_when_nothing_is_changed(qtbot: QtBot) -> None:
    dialog = ask(qtbot, state("a.mkv", language="sv"), state("b.mkv", folder=Path("/other")))
    heard = Heard(dialog)
    assert not dialog.for_folder.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert (heard.options, heard.folders) == ({}, [])


def test_what_is_summarised_from_a_transcript_is_not_heard_anew(qtbot: QtBot) -> None:
    again = JobState(Job.new(FOLDER / "a.mp4", transcript_of="earlier"))
    dialog = ask(qtbot, again)
    assert not any(dialog.boxes[n].isEnabled() for n in ("language", "audio_track", "speech_model"))
    assert dialog.boxes["length"].isEnabled()


@pytest.mark.usefixtures("with_models")
def test_a_folder_keeps_its_options_until_they_are_given_up(
    programs: Programs, places: Places, qtbot: QtBot, tmp_path: Path
) -> None:
    lectures = tmp_path / "Lectures"
    for name in ("a.mp4", "autumn/b.mp4"):
        path = lectures / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()

    def add(path: Path) -> JobState:
        before = set(program.queue.ids)
        program.window.add([path])
        qtbot.waitUntil(lambda: len(program.queue.ids) > len(before))
        (job_id,) = set(program.queue.ids) - before
        return program.queue.state(job_id)

    def choose(kind: str, *, for_folder: bool) -> None:
        program.window.actions_.options.trigger()
        dialog = find(program, OptionsDialog, qtbot)
        dialog.boxes["style"].setCurrentText(kind)
        if dialog.for_folder.isChecked() != for_folder:
            dialog.for_folder.click()
        assert "Lectures" in dialog.for_folder.text()
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not program.options._is_asking)
        program.library.queue().result()

    program = programs.start()
    program.queue.pause_all()
    add(lectures / "a.mp4")
    choose("Lecture or talk", for_folder=True)
    assert add(lectures / "autumn/b.mp4").job.options.style == "lecture"
    assert add(tmp_path / "c.mp4").job.options.style == "auto"

    programs.end(program)
    program = programs.start()
    qtbot.waitUntil(lambda: len(program.queue.ids) == 3)
    first = add(lectures / "a.mp4")
    assert first.job.options.style == "lecture"
    program.window.queue_pane.select(first.job.id)
    choose("Meeting", for_folder=False)
    assert program.queue.state(first.job.id).job.options.style == "meeting"
    assert add(lectures / "autumn/b.mp4").job.options.style == "auto"

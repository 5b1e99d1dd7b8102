"""The sample's whole way: dropped with the mouse, watched, read, exported, kept and deleted."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import jiwer
import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from svs_desktop.app import Program
from svs_desktop.library import LibraryError
from svs_desktop.paths import Places, resource
from svs_desktop.pipeline.export import Format, export
from svs_desktop.pipeline.export.json_text import load
from svs_desktop.pipeline.job import Status
from svs_desktop.pipeline.progress import Stage
from svs_desktop.pipeline.summary import Result

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif("DISPLAY" not in os.environ, reason="there is no screen"),
    pytest.mark.skipif(shutil.which("xdotool") is None, reason="there is no xdotool"),
]

SAMPLE = resource("sample", "sample.mp4")
TIMINGS = json.loads(resource("sample", "timings.json").read_text("utf-8"))
PATIENCE_MS = 240_000


@dataclass(frozen=True)
class Seen:
    """How the job stood at one moment."""

    status: Status
    stage: Stage | None
    overall: float
    is_kept: bool


@contextmanager
def running_program(places: Places, qtbot: QtBot) -> Iterator[Program]:
    program = Program(places)
    program.start([])
    # To the right of what the files are dragged from.
    program.window.move(80, 0)
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    try:
        yield program
    finally:
        program.window.close()
        program.close()
        program.deleteLater()


def test_the_whole_way(places: Places, qtbot: QtBot, tmp_path: Path) -> None:
    with running_program(places, qtbot) as program:
        result = summarize_sample(program, qtbot)
        check_page(program, result)
        check_key_points(result)
        check_words(result)
        for form in Format:
            check_export(program, result, form, tmp_path / f"tides.{form}", qtbot)

    with running_program(places, qtbot) as program:
        open_and_delete(program, result, qtbot)

    with running_program(places, qtbot) as program:
        assert program.library.history().result() == []
        assert program.library.queue().result() == []


def summarize_sample(program: Program, qtbot: QtBot) -> Result:
    """Drop the sample on the window and watch it until its summary is shown."""
    seen: list[Seen] = []
    program.queue.job_changed.connect(lambda job_id: seen.append(_look(program, job_id)))

    drop_with_the_mouse(program, SAMPLE, qtbot)
    with qtbot.waitSignal(program.window.result_shown, timeout=PATIENCE_MS) as shown:
        pass
    check_progress(seen)
    result: Result = shown.args[0]
    return result


def drop_with_the_mouse(program: Program, path: Path, qtbot: QtBot) -> None:
    """Drag a file from a window of another program and let it go over this one."""
    script = Path(__file__).with_name("drag_source.py")
    source = subprocess.Popen([sys.executable, script, path], stdout=subprocess.PIPE, text=True)
    assert source.stdout is not None
    assert source.stdout.readline() == "ready\n"
    veil = program.window._drop._veil

    move_mouse(qtbot, "mousemove", "30", "30", "mousedown", "1")
    for x in range(40, 440, 20):
        move_mouse(qtbot, "mousemove", str(x), str(30 + x // 2))
    qtbot.waitUntil(veil.isVisible)
    move_mouse(qtbot, "mouseup", "1")
    qtbot.waitUntil(lambda: len(program.queue.ids) == 1)

    assert program.queue.states[0].job.path == path
    assert not veil.isVisible()
    assert source.stdout.readline() == "CopyAction\n"
    source.kill()
    source.communicate()


def move_mouse(qtbot: QtBot, *commands: str) -> None:
    """Let xdotool do this, while the window goes on."""
    tool = subprocess.Popen(["xdotool", *commands])
    qtbot.waitUntil(lambda: tool.poll() is not None)
    assert tool.returncode == 0


def _look(program: Program, job_id: str) -> Seen:
    state = program.queue.state(job_id)
    try:
        program.library.result(job_id).result()
        is_kept = True
    except LibraryError:
        is_kept = False
    stage = state.progress.stage if state.progress else None
    return Seen(state.status, stage, state.overall, is_kept)


def check_progress(seen: list[Seen]) -> None:
    stages = [look.stage for look in seen if look.stage]
    overall = [look.overall for look in seen]

    assert list(dict.fromkeys(stages)) == list(Stage)
    assert stages == sorted(stages, key=list(Stage).index)
    assert overall == sorted(overall)
    # What comes in between is up to the machine; where each stage ends is told on any.
    assert {20.0, 70.0} <= set(overall)
    assert all((look.overall == 100) is (look.status is Status.FINISHED) for look in seen)
    assert all(look.is_kept for look in seen if look.overall == 100)
    assert seen[-1].overall == 100


def check_page(program: Program, result: Result) -> None:
    page = program.window.result_page

    assert page.isVisible()
    assert page.title.text() == TIMINGS["title"] == "How the tides work"
    text = page.summary.toPlainText()
    assert "Key points" in text
    assert all(" ".join(point.text.split()) in text for point in result.summary.key_points)


def check_key_points(result: Result) -> None:
    sentences = [s for part in TIMINGS["parts"] for s in part["sentences"]]

    for part in TIMINGS["parts"]:
        inside = [p for p in result.summary.key_points if part["start"] <= p.start < part["end"]]
        assert inside, part["heading"]
    for point in result.summary.key_points:
        said = max(sentences, key=lambda s: _likeness(s["text"], point.text))
        assert said["start"] - 5 <= point.start <= said["end"] + 5, point.text


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.lower().split(), other.lower().split()).ratio()


def check_words(result: Result) -> None:
    from transformers.models.whisper.english_normalizer import EnglishTextNormalizer

    normal = EnglishTextNormalizer({})
    spoken = resource("sample", "transcript.txt").read_text("utf-8")
    rate = jiwer.wer(normal(spoken), normal(result.transcript.text))
    sys.stdout.write(f"word error rate of the sample: {100 * rate:.1f} %\n")

    assert rate < 0.12


def check_export(program: Program, result: Result, form: Format, path: Path, qtbot: QtBot) -> None:
    program.window.actions_.exports[form].trigger()
    dialog = program.window.findChild(QFileDialog)
    dialog.findChild(QLineEdit).setText(str(path))

    with qtbot.waitSignal(program.window.exporter.exported):
        dialog.accept()

    qtbot.waitUntil(lambda: program.window.findChild(QFileDialog) is None)
    assert path.read_bytes() == export(result, form)
    if form.is_text:
        _READ[form](path.read_text("utf-8"), result)


def _read_markdown(text: str, result: Result) -> None:
    assert text.startswith("# How the tides work\n")


def _read_text(text: str, result: Result) -> None:
    assert text.startswith("How the tides work\n")


def _read_json(text: str, result: Result) -> None:
    # Pictures lie in the cache of one computer.
    chapters = tuple(replace(chapter, picture=None) for chapter in result.summary.chapters)
    bare = replace(result, summary=replace(result.summary, chapters=chapters))
    assert load(text.encode()) == bare


def _read_subtitles(text: str, result: Result) -> None:
    assert text.count(" --> ") >= len(result.transcript.segments)
    spoken = {word for cue in text.lower().split() for word in cue.split()}
    assert {"moon", "tide"} <= {word.strip(".,") for word in spoken}


def _read_html(text: str, result: Result) -> None:
    assert text.startswith("<!doctype html>")
    assert "How the tides work</h1>" in text


def _read_chapters(text: str, result: Result) -> None:
    lines = text.splitlines()
    assert len(lines) == len(result.summary.chapters) == 4
    assert lines[0].startswith(("0:00 ", "00:00 "))


def _read_ffmetadata(text: str, result: Result) -> None:
    assert text.startswith(";FFMETADATA1\ntitle=How the tides work\n")
    assert text.count("[CHAPTER]") == len(result.summary.chapters)


_READ: dict[Format, Callable[[str, Result], None]] = {
    Format.MD: _read_markdown,
    Format.TXT: _read_text,
    Format.JSON: _read_json,
    Format.SRT: _read_subtitles,
    Format.VTT: _read_subtitles,
    Format.HTML: _read_html,
    Format.CHAPTERS: _read_chapters,
    Format.FFMETADATA: _read_ffmetadata,
}


def open_and_delete(program: Program, result: Result, qtbot: QtBot) -> None:
    """The result of another time is in the history, can be read again, and can be deleted."""
    history = program.window.history_model
    qtbot.waitUntil(lambda: history.rowCount() == 1)
    with qtbot.waitSignal(program.window.result_shown) as shown:
        program.window.history_pane.view.setCurrentIndex(history.index(0))
    assert shown.args == [result]
    assert program.queue.ids == []

    program.window.actions_.delete_result.trigger()
    qtbot.waitUntil(lambda: history.rowCount() == 0)

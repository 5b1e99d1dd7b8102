"""The engine itself, with its models, on real speech: killed, cancelled, crippled, orphaned."""

from __future__ import annotations

import os
import signal
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from pathlib import Path

import av
import psutil
import pytest

from svs_desktop.paths import Places, resource
from svs_desktop.pipeline.errors import ErrorCode
from svs_desktop.pipeline.events import (
    TERMINAL,
    Cancelled,
    Event,
    Failed,
    Finished,
    Probed,
    Progressed,
    Transcribed,
)
from svs_desktop.pipeline.fingerprint import fingerprint
from svs_desktop.pipeline.job import Job, JobOptions
from svs_desktop.pipeline.progress import Stage
from svs_desktop.pipeline.wire import Probe, decode_answer
from svs_desktop.workers.engine_process import EngineProcess, ProcessRun, engine_command

from .conftest import CHILDREN

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals"),
    pytest.mark.usefixtures("no_descriptor_stays"),
]

GONE_S = 5.0
CANCEL_S = 1.0
# What each signal is in words, and what Python's fault handler adds to the log.
KILLERS = [
    (signal.SIGKILL, "memory runs out", ""),
    (signal.SIGSEGV, "memory fault", "Fatal Python error: Segmentation fault"),
    (signal.SIGABRT, "abort", "Fatal Python error: Aborted"),
]


@pytest.fixture(scope="session")
def speech(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first 25 seconds of what is said in the sample."""
    path = tmp_path_factory.mktemp("speech") / "speech.m4a"
    with av.open(str(resource("sample", "sample.mp4"))) as sample, av.open(str(path), "w") as part:
        old = sample.streams.audio[0]
        new = part.add_stream_from_template(old)
        for packet in sample.demux(old):
            if packet.pts is None or packet.pts * packet.time_base > 25:
                break
            packet.stream = new
            part.mux(packet)
    return path


@pytest.fixture(scope="session")
def long_recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four hours in which nothing is said; the file takes no room on most disks."""
    path = tmp_path_factory.mktemp("long") / "long.wav"
    rate = 8000
    size = rate * 3600 * 4
    form = b"WAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 1, rate, rate, 1, 8)
    with path.open("wb") as file:
        file.write(
            b"RIFF" + struct.pack("<I", 36 + size) + form + b"data" + struct.pack("<I", size)
        )
        file.truncate(44 + size)
    return path


@pytest.fixture
def script(places: Places) -> Iterator[Callable[..., EngineProcess]]:
    """Makes engines from a script in ``children/`` that changes something in the real one."""
    engines = []

    def make(name: str, *arguments: str) -> EngineProcess:
        folders = ["--models", str(places.models), "--cache", str(places.cache)]
        engines.append(EngineProcess([sys.executable, str(CHILDREN / name), *arguments, *folders]))
        return engines[-1]

    yield make
    for engine in engines:
        engine.close()


@pytest.fixture
def engine(places: Places) -> Iterator[EngineProcess]:
    engine = EngineProcess(engine_command(places))
    yield engine
    engine.close()


def begun(run: ProcessRun, stage: Stage) -> Generator[Event, None, None]:
    """The events of a run, from where it has come to this stage."""
    events = run.__iter__()
    for event in events:
        assert not isinstance(event, TERMINAL), event
        if isinstance(event, Progressed) and event.progress.stage is stage:
            return events
    raise AssertionError


def last_of(events: Iterator[Event]) -> Event:
    """How a run ends; no other event may end it before."""
    *earlier, last = events
    assert not [e for e in earlier if isinstance(e, TERMINAL)]
    return last


def assert_finishes(engine: EngineProcess, video: Path) -> None:
    last = last_of(iter(engine.run(Job.new(video))))
    assert isinstance(last, Finished), last
    assert last.summary.key_points


def assert_fails_when_killed(engine: EngineProcess, video: Path, stage: Stage) -> None:
    for number, words, log in KILLERS:
        events = begun(engine.run(Job.new(video)), stage)
        pid = engine.pid
        os.kill(pid, number)
        last = last_of(events)
        assert isinstance(last, Failed)
        assert last.failure.code is ErrorCode.ENGINE_CRASHED
        assert words in last.failure.sentence
        assert video.name in last.failure.sentence
        assert log in last.failure.detail
        assert not psutil.pid_exists(pid)


def assert_stops_in_time(engine: EngineProcess, video: Path, stage: Stage) -> None:
    run = engine.run(Job.new(video))
    events = begun(run, stage)
    child = psutil.Process(engine.pid)
    before = time.monotonic()
    run.stop()
    assert isinstance(last_of(events), Cancelled)
    assert time.monotonic() - before < CANCEL_S
    assert not child.is_running()


# killed


@pytest.mark.slow
def test_killed_while_it_extracts(engine, long_recording, speech):
    assert_fails_when_killed(engine, long_recording, Stage.EXTRACT)
    assert_finishes(engine, speech)


@pytest.mark.slow
def test_killed_while_it_transcribes(engine, speech):
    assert_fails_when_killed(engine, speech, Stage.TRANSCRIBE)
    assert_finishes(engine, speech)


@pytest.mark.slow
def test_killed_while_it_summarizes(script, engine, speech):
    assert_fails_when_killed(script("engine_slow_to_summarize.py"), speech, Stage.SUMMARIZE)
    assert_finishes(engine, speech)


# cancelled


def test_cancelled_while_it_extracts(engine, long_recording):
    assert_stops_in_time(engine, long_recording, Stage.EXTRACT)


@pytest.mark.slow
def test_cancelled_while_it_transcribes(engine, speech):
    assert_stops_in_time(engine, speech, Stage.TRANSCRIBE)
    assert_finishes(engine, speech)


@pytest.mark.slow
def test_cancelled_while_it_summarizes(script, speech):
    assert_stops_in_time(script("engine_slow_to_summarize.py"), speech, Stage.SUMMARIZE)


def test_cancelled_while_it_loads_its_libraries(engine, speech):
    run = engine.run(Job.new(speech))
    timer = threading.Timer(0.3, run.stop)  # they take a second and more
    timer.start()
    started = time.monotonic()
    assert [type(e) for e in run][-1] is Cancelled
    assert time.monotonic() - started < 0.3 + CANCEL_S
    timer.join()


# its surroundings


@pytest.mark.slow
def test_what_libraries_print_does_not_garble_its_answers(script, speech):
    assert_finishes(script("engine_that_prints.py"), speech)


def test_it_keeps_away_from_the_network(script):
    probe = Probe(Path("/videos/talk.mp4"), Path("/cache/1.jpg"))
    (event,) = script("engine_that_tells_its_environment.py").probe(probe)
    assert event.failure.values["HF_HUB_OFFLINE"] == "1"


@pytest.mark.parametrize(
    ("kind", "named"), [("module", "faster_whisper"), ("system", "libgomp.so.1: cannot open")]
)
@pytest.mark.slow
def test_a_missing_library_is_named(script, speech, kind, named):
    engine = script("engine_without_library.py", kind)
    last = last_of(iter(engine.run(Job.new(speech))))
    assert isinstance(last, Failed)
    assert last.failure.code is ErrorCode.MISSING_LIBRARY
    assert named in last.failure.sentence
    assert "Traceback" in last.failure.detail


def test_a_model_that_is_missing_is_named_and_the_engine_stays(engine, speech):
    for _ in range(2):
        last = last_of(iter(engine.run(Job.new(speech, JobOptions(speech_model="none")))))
        assert last.failure.code is ErrorCode.MODEL_MISSING
    assert engine.pid is not None


# a look at a file


def test_a_look_tells_what_a_file_is_and_takes_a_picture(engine, tmp_path):
    picture = tmp_path / "1.jpg"
    (event,) = engine.probe(Probe(resource("sample", "sample.mp4"), picture))
    assert isinstance(event, Probed)
    assert event.media.has_video
    assert event.thumbnail == picture
    assert picture.read_bytes().startswith(b"\xff\xd8")
    assert event.fingerprint == fingerprint(resource("sample", "sample.mp4"))


def test_a_file_whose_picture_cannot_be_saved_is_looked_at_all_the_same(engine, tmp_path):
    (event,) = engine.probe(Probe(resource("sample", "sample.mp4"), tmp_path / "none" / "1.jpg"))
    assert isinstance(event, Probed)
    assert event.media.duration_s > 60
    assert event.thumbnail is None


def test_a_look_at_what_is_no_media_fails_and_the_next_succeeds(engine, tmp_path):
    text = tmp_path / "text.mp4"
    text.write_text("This is no video.")
    (event,) = engine.probe(Probe(text, tmp_path / "1.jpg"))
    assert event.failure.code is ErrorCode.NOT_MEDIA
    (event,) = engine.probe(Probe(resource("sample", "sample.mp4"), tmp_path / "1.jpg"))
    assert isinstance(event, Probed)


@pytest.mark.slow
def test_a_cache_that_was_cleared_is_made_again(engine, places, speech):
    for folder in places.cache.iterdir():
        folder.rmdir()
    places.cache.rmdir()
    with closing(begun(engine.run(Job.new(speech)), Stage.EXTRACT)):
        assert (places.cache / "audio").is_dir()


# its parent


@pytest.mark.slow
@pytest.mark.parametrize("stage", [Stage.EXTRACT, Stage.TRANSCRIBE])
def test_it_dies_with_its_parent(places, long_recording, stage):
    video = long_recording if stage is Stage.EXTRACT else resource("sample", "sample.mp4")
    command = [sys.executable, CHILDREN / "parent.py", places.library.parent, video]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as parent:
        for line in parent.stdout:
            event = decode_answer(line)
            # In the midst of native code: the first passage is read, the second one begun.
            if isinstance(event, Transcribed) or stage is Stage.EXTRACT is _stage(event):
                break
        (engine,) = psutil.Process(parent.pid).children()
        parent.kill()
    gone, alive = psutil.wait_procs([engine], timeout=GONE_S)
    for process in alive:
        process.kill()
    assert gone


def _stage(event: Event) -> Stage | None:
    return event.progress.stage if isinstance(event, Progressed) else None

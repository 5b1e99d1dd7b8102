"""The program is killed in the middle of a job, and goes on when it is started again."""

from __future__ import annotations

import os
import random
import signal
import subprocess
from pathlib import Path

import psutil
import pytest
from child import Run
from clips import in_a_row
from pytestqt.qtbot import QtBot

from svs_desktop.library import Library
from svs_desktop.paths import Places, resource
from svs_desktop.pipeline.events import Transcribed
from svs_desktop.pipeline.job import EXTRACTIVE, Job, JobOptions, JobState, Status
from svs_desktop.pipeline.run import Tools
from svs_desktop.pipeline.run import run as run_job
from svs_desktop.pipeline.summary import KEY_SENTENCES, Summary
from svs_desktop.pipeline.workspace import Workspace

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif("DISPLAY" not in os.environ, reason="there is no screen"),
    pytest.mark.skipif(os.name == "nt", reason="signals as POSIX has them"),
    pytest.mark.timeout(900),
]

# More of both, to try it for long: SVS_COPIES=6 SVS_KILLS=10.
COPIES = int(os.environ.get("SVS_COPIES", "1"))
KILLS = int(os.environ.get("SVS_KILLS", "3"))

KEEP = 20
NO_ENGINE_WITHIN_S = 5.0


def fill_history(library: Library) -> list[str]:
    """As many results as the history holds; their ids, the oldest first."""
    summary = Summary(
        title="Old",
        paragraphs=(),
        key_points=(),
        language="",
        duration_s=10.0,
        speech_model="base",
        writer=KEY_SENTENCES,
        sentences_read=0,
    )
    jobs = [Job.new(Path(f"/videos/{number}.mp4")) for number in range(KEEP)]
    for job in jobs:
        state = JobState(job, Status.FINISHED, overall=100.0, ended_at=job.created_at)
        library.record_result(state, summary, ()).result()
    return [job.id for job in jobs]


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_a_job_survives_the_program(
    places: Places, run: Run, clip: Path, qtbot: QtBot, how: signal.Signals
) -> None:
    with Library(places.library, keep=KEEP) as library:
        old = fill_history(library)
        first = run("-m", "svs_desktop", clip)
        qtbot.waitUntil(lambda: _status(library) is Status.RUNNING, timeout=30_000)
        program = psutil.Process(first.pid)
        # The job runs from here on, but its engine may be about to start.
        qtbot.waitUntil(lambda: bool(program.children(recursive=True)), timeout=30_000)
        engines = program.children(recursive=True)

        first.send_signal(how)
        assert first.wait(5) == -how
        _, alive = psutil.wait_procs(engines, timeout=NO_ENGINE_WITHIN_S)
        assert alive == []
        assert _status(library) is Status.RUNNING
        (state,) = library.queue().result()
        assert state.job.path == clip

        second = run("-m", "svs_desktop")
        qtbot.waitUntil(lambda: library.queue().result() == [], timeout=120_000)
        history = [entry.job_id for entry in library.history().result()]
        assert history == [state.job.id, *reversed(old[1:])]
        result = library.result(state.job.id).result()
        assert "tides" in result.transcript.text.lower()
        _end(second)


def test_what_was_transcribed_before_the_program_was_killed_is_not_done_again(
    places: Places, run: Run, qtbot: QtBot, tmp_path: Path
) -> None:
    talk = in_a_row(resource("sample", "sample.mp4"), COPIES, tmp_path / "talk.wav")
    job = Job.new(talk, JobOptions(summarizer=EXTRACTIVE))
    whole = list(run_job(job, Tools(places.models), Workspace(places.cache)))
    said = [s for event in whole if isinstance(event, Transcribed) for s in event.segments]
    chance = random.Random(6)
    points = sorted(chance.uniform(0.0, 0.8 * said[-1].end) for _ in range(KILLS))
    with Library(places.library, keep=KEEP) as library:
        program = run("-m", "svs_desktop", talk)
        for kill, point in enumerate(points):
            if kill:
                program = run("-m", "svs_desktop")
            qtbot.waitUntil(lambda point=point: _is_beyond(library, point), timeout=120_000)
            engines = psutil.Process(program.pid).children(recursive=True)
            program.kill()
            program.wait(5)
            _, alive = psutil.wait_procs(engines, timeout=NO_ENGINE_WITHIN_S)
            assert alive == []
        program = run("-m", "svs_desktop")
        qtbot.waitUntil(lambda: library.queue().result() == [], timeout=120_000)
        (entry,) = library.history().result()
        assert list(library.result(entry.job_id).result().transcript.segments) == said
        _end(program)


def test_a_program_that_is_closed_leaves_nothing_behind(
    places: Places, run: Run, clip: Path, qtbot: QtBot
) -> None:
    with Library(places.library, keep=KEEP) as library:
        program = run("-m", "svs_desktop", clip)
        qtbot.waitUntil(lambda: library.history().result() != [], timeout=120_000)
        engines = psutil.Process(program.pid).children(recursive=True)
        _end(program)

        _, alive = psutil.wait_procs(engines, timeout=NO_ENGINE_WITHIN_S)
        assert alive == []
    assert list((places.cache / "audio").iterdir()) == []


def _status(library: Library) -> Status | None:
    states = library.queue().result()
    return states[0].status if states else None


def _is_beyond(library: Library, point: float) -> bool:
    """Whether the only job's transcript has come so far; or, on a quick machine, its end."""
    states = library.queue().result()
    if not states:
        return bool(library.history().result())
    return bool(states[0].reached and states[0].reached.second > point)


def _end(program: subprocess.Popen[str]) -> None:
    program.terminate()
    program.wait(5)

"""A transcription that is killed or paused again and again, and goes on, word for word."""

from __future__ import annotations

import os
import random
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from clips import in_a_row

from svs_desktop.paths import Places, resource
from svs_desktop.pipeline.job import EXTRACTIVE, JobOptions, Status
from svs_desktop.pipeline.transcript import Transcript
from svs_desktop.workers.engine_process import EngineProcess, engine_command

from .conftest import Desk
from .stubs import is_alive

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals"),
    pytest.mark.timeout(900),
]

# More of both, to try it for long: SVS_COPIES=6 SVS_KILLS=10.
COPIES = int(os.environ.get("SVS_COPIES", "2"))
KILLS = int(os.environ.get("SVS_KILLS", "4"))
FINISHED = Status.FINISHED
OPTIONS = JobOptions(summarizer=EXTRACTIVE)
# Of all work the transcription is what comes between these percents; not to its end, for a machine
# that is quick is done with the rest before it can be killed.
FIRST, LAST = 21.0, 60.0


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's talk, several times in a row."""
    target = tmp_path_factory.mktemp("talk") / "talk.wav"
    return in_a_row(resource("sample", "sample.mp4"), COPIES, target)


@pytest.fixture
def engine(places: Places) -> Iterator[EngineProcess]:
    engine = EngineProcess(engine_command(places))
    yield engine
    engine.close()


@pytest.fixture
def working(desk: Desk, engine: EngineProcess, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk with a real engine."""
    monkeypatch.setattr(desk.queue._crew, "_make_engine", lambda: engine)
    return desk


def transcript(desk: Desk, job_id: str) -> Transcript:
    return desk.library.result(job_id).result().transcript


def uninterrupted(desk: Desk, talk: Path, qtbot) -> Transcript:
    desk.queue.submit([talk], OPTIONS)
    with qtbot.waitSignal(desk.queue.job_finished, timeout=300_000) as finished:
        pass
    return transcript(desk, finished.args[0])


def test_killed_and_paused_again_and_again(
    working: Desk, engine: EngineProcess, talk: Path, qtbot, tmp_path: Path
) -> None:
    desk = working
    whole = uninterrupted(desk, talk, qtbot)
    assert len(whole.segments) > 10 * COPIES
    chance = random.Random(6)
    points = sorted(chance.uniform(FIRST, LAST) for _ in range(KILLS))
    desk.queue.submit([talk], OPTIONS)
    qtbot.waitUntil(lambda: len(desk.queue.ids) == 2)
    job_id = desk.queue.ids[1]
    gone_on_at = []
    pid: int | None = None

    def status() -> Status:
        return desk.queue.state(job_id).status

    for number, point in enumerate(points):
        # Two points may be near to each other: the engine must be the next one.
        wait_for(qtbot, lambda pid=pid: status() is FINISHED or engine.pid not in (None, pid))
        wait_for(qtbot, lambda point=point: desk.queue.state(job_id).overall >= point)
        if status() is FINISHED:
            break  # on a machine that is quick enough
        pid = engine.pid
        if number % 2:
            desk.queue.pause([job_id])
            wait_for(qtbot, lambda pid=pid: not is_alive(pid))
            assert status() is Status.PAUSED
            desk.queue.resume([job_id])
        else:
            os.kill(pid, signal.SIGKILL)
            wait_for(qtbot, lambda: status() in {Status.FAILED, FINISHED})
            desk.queue.retry([job_id])
        gone_on_at.append(desk.queue.state(job_id).reached)
    wait_for(qtbot, lambda: status() is FINISHED)
    assert transcript(desk, job_id) == whole
    assert any(gone_on_at)
    assert list((tmp_path / "home" / "cache" / "audio").iterdir()) == []


def test_a_pause_frees_processor_and_memory(
    working: Desk, engine: EngineProcess, talk: Path, qtbot
) -> None:
    working.queue.submit([talk], OPTIONS)
    wait_for(qtbot, lambda: working.statuses() and working.queue.states[0].overall > FIRST)
    child = psutil.Process(engine.pid)
    assert child.memory_info().rss > 100e6
    working.queue.pause_all()
    wait_for(qtbot, lambda: not is_alive(child.pid))
    wait_for(qtbot, lambda: engine.pid is None)


def wait_for(qtbot, condition: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(condition()), timeout=300_000)

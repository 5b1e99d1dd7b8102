"""Engines that behave badly on purpose, and a queue with everything around it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from svs_desktop.library import Library
from svs_desktop.pipeline.job import JobOptions, JobState, Status
from svs_desktop.pipeline.workspace import Workspace
from svs_desktop.workers.background import Background
from svs_desktop.workers.engine_process import EngineProcess
from svs_desktop.workers.job_queue import JobQueue
from svs_desktop.workers.prober import Prober

from .stubs import Engines, StubLook

CHILDREN = Path(__file__).parent / "children"
_PATIENCE_S = 5.0

MakeEngine = Callable[..., EngineProcess]


@pytest.fixture
def engine_of() -> Iterator[MakeEngine]:
    """Makes engines from a script in ``children/`` with its arguments; all are closed again."""
    engines = []

    def make(script: str, *arguments: object, **options: float) -> EngineProcess:
        # Without site-packages a child starts in a tenth of the time.
        command = [sys.executable, "-IS", str(CHILDREN / script), *map(str, arguments)]
        engines.append(EngineProcess(command, **options))
        return engines[-1]

    yield make
    for engine in engines:
        engine.close()


@pytest.fixture
def stand_in(engine_of: MakeEngine) -> EngineProcess:
    """An engine whose jobs do what their file's name says; see ``children/stand_in.py``."""
    return engine_of("stand_in.py")


@pytest.fixture
def no_descriptor_stays() -> Iterator[None]:
    """Fail a test that leaves a file or a pipe open."""
    before = _descriptors()
    yield
    deadline = time.monotonic() + _PATIENCE_S
    while left := _descriptors() - before:
        assert time.monotonic() < deadline, f"left open: {left}"


def _descriptors() -> set[tuple[str, str]]:
    found = set()
    for name in os.listdir("/proc/self/fd"):  # noqa: PTH208
        try:
            found.add((name, os.readlink(f"/proc/self/fd/{name}")))  # noqa: PTH115
        except OSError:  # the folder's own
            continue
    return found


class Desk:
    """A job queue with all that it needs, put together as the program does it.

    Attributes:
        told: Ids and states as ``job_changed`` told them.
    """

    def __init__(self, home: Path, engines: Engines, look: StubLook, parallel: int) -> None:
        self.engines = engines
        self.workspace = Workspace(home / "cache")
        self.workspace.make()
        self.library = Library(home / "library.sqlite")
        assert self.library.own_queue().result()
        self.background = Background()
        self.prober = Prober(look, self.workspace)
        self.queue = JobQueue(
            self.library,
            self.workspace,
            engines.make,
            self.prober,
            self.background,
            parallel=parallel,
        )
        self.told: list[tuple[str, JobState]] = []
        self.troubles: list[Exception] = []
        self.queue.job_changed.connect(self._on_job_changed)
        self.queue.troubled.connect(self.troubles.append)

    def close(self) -> None:
        self.queue.close()
        self.background.close()
        self.library.close()

    def job(self, name: str) -> str:
        """The id of the job of this file."""
        (job_id,) = (s.job.id for s in self.queue.states if s.job.path.name == name)
        return job_id

    def state(self, name: str) -> JobState:
        return self.queue.state(self.job(name))

    def stored(self) -> dict[str, Status]:
        """How the jobs without a result stand in the library, by file name."""
        return {s.job.path.name: s.status for s in self.library.queue().result()}

    def results(self) -> list[str]:
        return [entry.path.name for entry in self.library.history().result()]

    def submit(self, *paths: Path) -> None:
        self.queue.submit(paths, JobOptions())

    def statuses(self) -> list[Status]:
        return [state.status for state in self.queue.states]

    def _on_job_changed(self, job_id: str) -> None:
        self.told.append((job_id, self.queue.state(job_id)))


@pytest.fixture
def engines() -> Engines:
    return Engines()


@pytest.fixture
def look() -> StubLook:
    return StubLook()


@pytest.fixture
def desk_of(
    qapp: object, tmp_path: Path, engines: Engines, look: StubLook
) -> Iterator[Callable[..., Desk]]:
    """Opens the queue in the test's folder and closes the one before, as a restart does."""
    opened: list[Desk] = []

    def open_desk(*, parallel: int = 1) -> Desk:
        if opened:
            opened[-1].close()
        opened.append(Desk(tmp_path / "home", engines, look, parallel))
        return opened[-1]

    yield open_desk
    for desk in opened:
        desk.close()


@pytest.fixture
def desk(desk_of: Callable[..., Desk]) -> Desk:
    return desk_of()


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[Callable[[], object]], None]:
    """Lets the event loop run until a condition holds."""

    def wait(condition: Callable[[], object]) -> None:
        qtbot.waitUntil(lambda: bool(condition()), timeout=20_000)

    return wait

"""An engine that the test plays: it says what it is told to, when it is told to."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from queue import Queue

import psutil

from svs_desktop.pipeline.errors import ErrorCode, Failure
from svs_desktop.pipeline.events import (
    TERMINAL,
    Cancelled,
    Event,
    Failed,
    Finished,
    Heard,
    Probed,
    Progressed,
    Transcribed,
)
from svs_desktop.pipeline.job import Job
from svs_desktop.pipeline.media_info import AudioTrack, MediaInfo
from svs_desktop.pipeline.progress import Progress, Stage, overall_percent
from svs_desktop.pipeline.summary import KEY_SENTENCES, Result, Summary
from svs_desktop.pipeline.transcript import Segment, SoFar, Transcript
from svs_desktop.pipeline.wire import Probe

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
MEDIA = MediaInfo(60.0, (AudioTrack(0, "aac", 2, 48_000),), has_video=True)
PATIENCE_S = 20.0

HEARD = Heard("en", 0.99)
SAID = Transcribed((Segment(0.0, 2.0, "Nodules grow slowly."),))
CANCELLED = Cancelled(NOON)


def progressed(stage: Stage, fraction: float) -> Progressed:
    return Progressed(Progress(stage, fraction, overall_percent(stage, fraction)))


def earlier(*texts: str) -> Result:
    """A result of which these segments are the transcript."""
    said = tuple(Segment(float(n), n + 1.0, text) for n, text in enumerate(texts))
    path = Path("/videos/talk.mp4")
    return Result("1", path, NOON, MEDIA, finished().summary, Transcript(said, "en"))


def finished(title: str = "Talk") -> Finished:
    summary = Summary(
        title=title,
        paragraphs=(),
        key_points=(),
        language="en",
        duration_s=60.0,
        speech_model="base",
        writer=KEY_SENTENCES,
        sentences_read=1,
    )
    return Finished(summary, NOON)


def failed(code: ErrorCode = ErrorCode.ENGINE_CRASHED) -> Failed:
    return Failed(Failure(code, {"name": "talk.mp4", "reason": "it crashed"}), NOON)


def whole_run(title: str = "Talk") -> list[Event]:
    """All that a good run says."""
    steps = [progressed(stage, part / 4) for stage in Stage for part in range(5)]
    return [Probed(MEDIA), *steps[:5], HEARD, SAID, *steps[5:], finished(title)]


class Engines:
    """The engines of a test; their runs are known by the names of their jobs' files.

    Attributes:
        begun: Names, in the order in which their runs began.
        most_at_once: How many runs there were at a time.
        plays: What a run says at once when it begins; a run of another name waits for ``say``.
        earlier: The results that the runs were given, in the order of ``begun``.
        so_far: The transcripts that the runs went on from, in the same order.
    """

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.most_at_once = 0
        self.made: list[StubEngine] = []
        self.plays: dict[str, list[Event]] = {}
        self.earlier: list[Result | None] = []
        self.so_far: list[SoFar | None] = []
        self.always: Callable[[str], list[Event]] | None = None
        self._runs: dict[str, StubRun] = {}
        self._lock = threading.Lock()
        self._active = 0

    def make(self) -> StubEngine:
        self.made.append(StubEngine(self))
        return self.made[-1]

    def say(self, name: str, *events: Event) -> None:
        """Have the run of this name say more, once it has begun."""
        eventually(lambda: name in self.begun)
        for event in events:
            self._runs[name].lines.put(event)

    def is_stopped(self, name: str) -> bool:
        return self._runs[name].stopped.is_set()

    def enter(self, name: str, run: StubRun) -> None:
        with self._lock:
            self._active += 1
            self.most_at_once = max(self.most_at_once, self._active)
            self._runs[name] = run
            self.earlier.append(run.earlier)
            self.so_far.append(run.so_far)
            for event in self.plays.get(name) or (self.always(name) if self.always else ()):
                run.lines.put(event)
            self.begun.append(name)

    def leave(self) -> None:
        with self._lock:
            self._active -= 1


class StubEngine:
    def __init__(self, engines: Engines) -> None:
        self._engines = engines
        self.is_closed = False
        self.is_busy = False

    def run(self, job: Job, earlier: Result | None = None, so_far: SoFar | None = None) -> StubRun:
        return StubRun(self._engines, self, job.path.name, earlier, so_far)

    def close(self) -> None:
        self.is_closed = True


class StubRun:
    def __init__(
        self,
        engines: Engines,
        engine: StubEngine,
        name: str,
        earlier: Result | None,
        so_far: SoFar | None,
    ) -> None:
        self.earlier = earlier
        self.so_far = so_far
        self.lines: Queue[Event | Exception | None] = Queue()
        self.stopped = threading.Event()
        self._engines = engines
        self._engine = engine
        self._name = name

    def __iter__(self) -> Iterator[Event]:
        assert not self._engine.is_busy, "one at a time"
        self._engine.is_busy = True
        self._engines.enter(self._name, self)
        try:
            yield from self._events()
        finally:
            self._engine.is_busy = False
            self._engines.leave()

    def _events(self) -> Iterator[Event]:
        while not self.stopped.is_set():
            event = self.lines.get(timeout=PATIENCE_S)
            if isinstance(event, Exception):
                raise event
            if event is None:
                break
            yield event
            if isinstance(event, TERMINAL):
                return
        if self.stopped.is_set():
            yield CANCELLED

    def stop(self) -> None:
        self.stopped.set()
        self.lines.put(None)


class StubLook:
    """The engine that looks at files: ``answers`` by name; a gate may hold it back."""

    def __init__(self) -> None:
        self.answers: dict[str, Event] = {}
        self.otherwise: Event | Exception = CANCELLED
        self.looked_at: list[str] = []
        self.gate = threading.Event()
        self.gate.set()
        self.waiting = threading.Event()

    def probe(self, request: Probe) -> Iterator[Event]:
        self.waiting.set()
        assert self.gate.wait(PATIENCE_S)
        self.looked_at.append(request.path.name)
        answer = self.answers.get(request.path.name, self.otherwise)
        if isinstance(answer, Exception):
            raise answer
        yield answer

    def close(self) -> None:
        self.gate.set()


def eventually(condition: Callable[[], object]) -> None:
    """Wait for what another thread or process does, while no event loop runs."""
    deadline = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < deadline
        threading.Event().wait(0.002)


def is_alive(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def make_files(folder: Path, *names: str) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / name for name in names]
    for path in paths:
        path.touch()
    return paths

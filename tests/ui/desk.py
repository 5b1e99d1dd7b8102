"""The window over a real queue and a real library, with an engine that the test speaks for."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from queue import Queue
from typing import Self

from made import WRITER, finished_state
from PySide6.QtCore import QSettings, QTimer
from pytestqt.qtbot import QtBot

from svs_desktop.library import Library
from svs_desktop.paths import Places
from svs_desktop.pipeline.errors import Failure
from svs_desktop.pipeline.events import (
    TERMINAL,
    Cancelled,
    Event,
    Failed,
    Finished,
    Transcribed,
)
from svs_desktop.pipeline.job import Job, Status
from svs_desktop.pipeline.summary import Result
from svs_desktop.pipeline.transcript import SoFar
from svs_desktop.pipeline.wire import Probe
from svs_desktop.pipeline.workspace import Workspace
from svs_desktop.settings import Settings
from svs_desktop.ui.main_window import MainWindow
from svs_desktop.workers.background import Background
from svs_desktop.workers.engine_process import EngineProcess, engine_command
from svs_desktop.workers.job_queue import JobQueue
from svs_desktop.workers.prober import Prober

KEEP = 20
TITLES = {"base": "Whisper base", WRITER: "Qwen2.5-Coder 1.5B"}
_PATIENCE_S = 20.0


@contextmanager
def busy(library: Library) -> Iterator[None]:
    """The library does nothing before the block ends, as on a disk that is slow."""
    gate = threading.Event()
    library._do(lambda _store: gate.wait(_PATIENCE_S))
    try:
        yield
    finally:
        gate.set()


class SpokenRun:
    """A run that yields what the test says; ``ended`` is called once the last event is said."""

    def __init__(self, ended: Callable[[], object]) -> None:
        self._ended = ended
        self._events: Queue[Event] = Queue()

    def __iter__(self) -> Iterator[Event]:
        while True:
            event = self._events.get(timeout=_PATIENCE_S)
            yield event
            if isinstance(event, TERMINAL):
                return

    def say(self, event: Event) -> None:
        if isinstance(event, TERMINAL):
            self._ended()
        self._events.put(event)

    def stop(self) -> None:
        self.say(Cancelled(now()))


class SpokenEngine:
    """An engine whose runs yield what the test says; it has nothing to tell of a file at first.

    Attributes:
        runs: Those that go on, by job.
        earlier: The results that runs were given to begin with, by job.
    """

    def __init__(self) -> None:
        self.runs: dict[str, SpokenRun] = {}
        self.earlier: dict[str, Result | None] = {}
        self.answer: Callable[[Probe], Event | None] = lambda _request: None

    def run(
        self, job: Job, earlier: Result | None = None, so_far: SoFar | None = None
    ) -> SpokenRun:
        self.earlier[job.id] = earlier
        self.runs[job.id] = run = SpokenRun(lambda: self.runs.pop(job.id, None))
        return run

    def probe(self, request: Probe) -> Iterator[Event]:
        answer = self.answer(request)
        return iter(() if answer is None else (answer,))

    def close(self) -> None:
        pass


class Desk:
    """A window, all that is below it, and what a test does with them."""

    def __init__(
        self,
        places: Places,
        qtbot: QtBot,
        settings: Settings | None = None,
        *,
        probes: bool = False,
    ) -> None:
        self.engine = SpokenEngine()
        self.library = Library(places.library, keep=KEEP)
        self.background = Background()
        workspace = Workspace(places.cache)
        workspace.make()
        looker = EngineProcess(engine_command(places)) if probes else self.engine
        self.prober = Prober(looker, workspace)
        self.queue = JobQueue(
            self.library, workspace, lambda: self.engine, self.prober, self.background
        )
        geometry = QSettings(
            str(places.settings.with_name("window.ini")), QSettings.Format.IniFormat
        )
        self.window = MainWindow(
            self.queue,
            self.library,
            self.background,
            settings or Settings(),
            geometry,
            keep=KEEP,
            titles=TITLES,
        )
        self._qtbot = qtbot

    def show(self) -> None:
        """Show the window, with the keyboard's focus."""
        with self._qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()

    def close(self) -> None:
        self.window.close()
        self.queue.close()
        self.background.close()
        self.library.close()
        # Python may let go of a QObject only where Qt does.
        for thing in (self.window, self.queue, self.prober, self.background):
            thing.deleteLater()

    def add(self, *names: str) -> list[str]:
        """Add videos of these names; their ids."""
        before = set(self.queue.ids)
        self.window.add([Path("/videos", name) for name in names])
        count = len(before) + len(names)
        self._qtbot.waitUntil(lambda: len(self.queue.ids) == count)
        return [job_id for job_id in self.queue.ids if job_id not in before]

    def say(self, job_id: str, *events: Event) -> None:
        """Have the engine say this about a job, once it has been given that job."""
        self._qtbot.waitUntil(lambda: job_id in self.engine.runs)
        run = self.engine.runs[job_id]
        for event in events:
            run.say(event)

    def wait_for(self, job_id: str, status: Status) -> None:
        self._qtbot.waitUntil(lambda: self.queue.state(job_id).status is status)

    def finish(self, job_id: str, made: Result) -> None:
        """Have the engine finish a job with this result."""
        self.say(job_id, Transcribed(made.transcript.segments), Finished(made.summary, now()))
        self.wait_for(job_id, Status.FINISHED)

    def fail(self, job_id: str, failure: Failure) -> None:
        """Have the engine fail a job so."""
        self.say(job_id, Failed(failure, now()))
        self.wait_for(job_id, Status.FAILED)

    def keep(self, *results: Result) -> None:
        """Put results into the history, the last one as the newest."""
        for each in results:
            said = each.transcript.segments
            self.library.record_result(finished_state(each), each.summary, said).result()
        with self._qtbot.waitSignal(self.window.history_model.modelReset):
            self.window.history_model.reload()

    def open(self, made: Result) -> None:
        """Keep a result and look at it."""
        self.keep(made)
        with self._qtbot.waitSignal(self.window.result_shown):
            self.window.open_result(made.job_id)

    def settle(self) -> None:
        """Let all that was asked of the library so far arrive."""
        arrived: list[object] = []
        self.background.deliver(self.library.history(), arrived.append)
        self._qtbot.waitUntil(lambda: bool(arrived))

    def busy_library(self) -> AbstractContextManager[None]:
        """The library does nothing before the block ends."""
        return busy(self.library)


class Stalls:
    """Measures how long the event loop was away, with a timer that wants to tick every 5 ms.

    Attributes:
        worst_s: The longest time between two ticks.
        worst_work_s: The most that this thread itself worked between two ticks; unlike the
            former it does not grow when other programs keep the processor busy.
    """

    def __init__(self) -> None:
        self.worst_s = 0.0
        self.worst_work_s = 0.0
        self._timer = QTimer(interval=5)
        self._timer.timeout.connect(self._on_tick)

    def __enter__(self) -> Self:
        self._last = (time.perf_counter(), time.thread_time())
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.stop()
        self._on_tick()

    def _on_tick(self) -> None:
        now_ = (time.perf_counter(), time.thread_time())
        self.worst_s = max(self.worst_s, now_[0] - self._last[0])
        self.worst_work_s = max(self.worst_work_s, now_[1] - self._last[1])
        self._last = now_


def now() -> datetime:
    return datetime.now(UTC)

"""The window over a library of its own, with an engine that only reports progress."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QSettings

from svs_desktop.library import Library
from svs_desktop.paths import Places
from svs_desktop.pipeline.events import Cancelled, Event, Progressed
from svs_desktop.pipeline.job import Job, JobState, Status
from svs_desktop.pipeline.progress import Progress, Stage, overall_percent
from svs_desktop.pipeline.summary import KEY_SENTENCES, Summary
from svs_desktop.pipeline.transcript import Segment
from svs_desktop.pipeline.wire import Probe
from svs_desktop.pipeline.workspace import Workspace
from svs_desktop.settings import Settings
from svs_desktop.ui.main_window import MainWindow
from svs_desktop.workers.background import Background
from svs_desktop.workers.engine_process import EngineProcess, engine_command
from svs_desktop.workers.job_queue import JobQueue
from svs_desktop.workers.prober import Prober
from window_bench.stalls import wait_until

EVENTS_A_SECOND = 50


class SteadyRun:
    """A run that reports progress many times a second until it is stopped."""

    def __init__(self) -> None:
        self._stopped = threading.Event()

    def __iter__(self) -> Iterator[Event]:
        """Report, at a steady pace."""
        count = 0
        while not self._stopped.wait(1 / EVENTS_A_SECOND):
            count += 1
            fraction = count % 1000 / 1000
            overall = overall_percent(Stage.TRANSCRIBE, fraction)
            yield Progressed(Progress(Stage.TRANSCRIBE, fraction, overall, 11.0, 95.0))
        yield Cancelled(datetime.now(UTC))

    def stop(self) -> None:
        """End it."""
        self._stopped.set()


class SteadyEngine:
    """An engine that only reports progress, and knows nothing about any file."""

    def run(self, _job: Job, *_earlier: object) -> SteadyRun:
        """A run that reports."""
        return SteadyRun()

    def probe(self, _request: Probe) -> Iterator[Event]:
        """Nothing."""
        return iter(())

    def close(self) -> None:
        """There is nothing to free."""


class Bench:
    """The window over a library of its own, with an engine that only reports progress."""

    def __init__(self, home: Path, *, looks_at_files: bool) -> None:
        places = Places.under(home)
        places.make()
        workspace = Workspace(places.cache)
        workspace.make()
        self.library = Library(places.library, keep=1000)
        self.background = Background()
        looker = EngineProcess(engine_command(places)) if looks_at_files else SteadyEngine()
        self.prober = Prober(looker, workspace)  # type: ignore[arg-type]
        self.queue = JobQueue(self.library, workspace, SteadyEngine, self.prober, self.background)
        geometry = QSettings(str(home / "window.ini"), QSettings.Format.IniFormat)
        self.window = MainWindow(
            self.queue, self.library, self.background, Settings(), geometry, keep=20
        )
        self.window.show()
        wait_until(lambda: self.window.windowHandle().isExposed())

    def close(self) -> None:
        """Let go of everything."""
        self.window.close()
        self.queue.close()
        self.background.close()
        self.library.close()
        for thing in (self.window, self.queue, self.prober, self.background):
            thing.deleteLater()


def keep(library: Library, said: list[str], number: int = 0) -> str:
    """Keep a result of these words, said in sentences of 14; its id."""
    parts = (said[n : n + 14] for n in range(0, len(said), 14))
    segments = [
        Segment(5.6 * n, 5.6 * n + 5.0, f"{' '.join(part)}.") for n, part in enumerate(parts)
    ]
    title = " ".join(said[:5])
    summary = Summary(title, (), (), "en", 3600.0, "base", KEY_SENTENCES, len(segments))
    job = Job.new(Path(f"/videos/{number}.mp4"))
    state = JobState(job, Status.FINISHED, title=title, ended_at=datetime.now(UTC))
    library.record_result(state, summary, segments).result()
    return job.id

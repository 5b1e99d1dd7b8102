"""One job on a thread of the pool: what the engine reports is kept, then told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QRunnable

from svs_desktop.library import Library, LibraryError
from svs_desktop.pipeline.errors import ErrorCode, Failure
from svs_desktop.pipeline.events import Cancelled, Event, Failed, Finished, Transcribed
from svs_desktop.pipeline.job import Job
from svs_desktop.pipeline.workspace import Workspace
from svs_desktop.workers.engine_process import Engine

_LAST = (Finished, Failed, Cancelled)


class JobWorker(QRunnable):
    """Drives one run of an engine.

    It owns no signals: ``tell`` and ``done`` are bound signals of a QObject that outlives it, for
    signals of an object that dies with its runnable get lost.

    Args:
        tell: Called with the job's id and each event, after the event is kept.
        done: Called with the job's id when the worker has ended, whatever happened.
    """

    def __init__(
        self,
        job: Job,
        engine: Engine,
        library: Library,
        workspace: Workspace,
        tell: Callable[[str, Event], object],
        done: Callable[[str], object],
    ) -> None:
        super().__init__()
        self.engine = engine
        self._job = job
        self._run = engine.run(job)
        self._library = library
        self._workspace = workspace
        self._tell = tell
        self._done = done
        self._interrupted = False

    def cancel(self) -> None:
        """End the job for good, from any thread."""
        self._run.stop()

    def interrupt(self) -> None:
        """End the run but not the job: it goes on when the program is started again."""
        self._interrupted = True
        self._run.stop()

    def run(self) -> None:
        """Called by the pool."""
        try:
            for event in self._run:
                if self._interrupted:
                    return
                self._handle(event)
        finally:
            self._done(self._job.id)

    def _handle(self, event: Event) -> None:
        if isinstance(event, _LAST):
            self._workspace.discard_audio(self._job.id)
        if isinstance(event, Transcribed | Finished | Failed | Cancelled):
            event = self._keep(event)
        self._tell(self._job.id, event)

    def _keep(self, event: Event) -> Event:
        try:
            self._workspace.discard_all(self._library.commit(self._job.id, event).result())
        except LibraryError as error:
            self._run.stop()
            values = {"name": self._job.path.name, "reason": error.sentence}
            return Failed(Failure(ErrorCode.RESULT_NOT_KEPT, values), datetime.now(UTC))
        return event

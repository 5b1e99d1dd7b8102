"""A look at each new file, in an engine of its own beside the one that works."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock

from PySide6.QtCore import QObject, Signal

from svs_desktop.pipeline.errors import ErrorCode
from svs_desktop.pipeline.events import Event, Failed, Probed
from svs_desktop.pipeline.job import Job
from svs_desktop.pipeline.wire import Probe
from svs_desktop.pipeline.workspace import Workspace
from svs_desktop.workers.engine_process import EngineProcess

# These tell about the engine, not about the file: the job itself will show what is the matter.
_NOT_THE_FILES_FAULT = frozenset(
    {
        ErrorCode.ENGINE_CRASHED,
        ErrorCode.ENGINE_SILENT,
        ErrorCode.ENGINE_GARBLED,
        ErrorCode.MISSING_LIBRARY,
        ErrorCode.OUT_OF_MEMORY,
        ErrorCode.INTERNAL,
    }
)


class Prober(QObject):
    """Looks at files one after another, in the order in which they came.

    Signals:
        probed: A job's id with ``Probed``, or with ``Failed`` when the file can never succeed.
    """

    probed = Signal(str, object)

    def __init__(
        self, engine: EngineProcess, workspace: Workspace, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._workspace = workspace
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="prober")
        self._lock = Lock()
        self._waiting: dict[str, Job] = {}
        self._looking = self._closed = False

    def look_at(self, jobs: Iterable[Job]) -> None:
        """Look at the files of these jobs when their turn comes.

        One with a transcript was looked at by its earlier job, and its file may be gone by now;
        that of an external job is not here.
        """
        new = {job.id: job for job in jobs if not (job.transcript_of or job.external)}
        with self._lock:
            if self._closed:
                return
            self._waiting.update(new)
            begins = not self._looking
        if begins:
            self._go_on()

    def forget(self, job_id: str) -> None:
        """Do not look at this job's file, if that has not begun."""
        with self._lock:
            self._waiting.pop(job_id, None)

    def close(self) -> None:
        """Stop looking, for good."""
        with self._lock:
            self._closed = True
            self._waiting.clear()
        self._thread.shutdown(wait=False)
        self._engine.close()
        self._thread.shutdown()

    def _go_on(self) -> None:
        """Look at the next file, if one waits."""
        with self._lock:
            self._looking = bool(self._waiting)
            if not self._looking:
                return
            job = self._waiting.pop(next(iter(self._waiting)))
            future = self._thread.submit(self._probe, job)
        future.add_done_callback(self._on_done)

    def _on_done(self, future: Future[None]) -> None:
        self._go_on()
        future.result()  # a fault of the program shows in its log

    def _probe(self, job: Job) -> None:
        request = Probe(job.path, self._workspace.picture(job.id))
        for event in self._engine.probe(request):
            if _is_about_the_file(event):
                self.probed.emit(job.id, event)


def _is_about_the_file(event: Event) -> bool:
    match event:
        case Probed():
            return True
        case Failed(failure=failure):
            return failure.code not in _NOT_THE_FILES_FAULT
    return False

"""A look at each new file, in an engine of its own beside the one that works."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial

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
        self._closed = False
        self._waiting: dict[str, Future[None]] = {}

    def look_at(self, jobs: Iterable[Job]) -> None:
        """Look at the files of these jobs when their turn comes.

        One with a transcript was looked at by its earlier job, and its file may be gone by now;
        that of an external job is not here.
        """
        for job in () if self._closed else jobs:
            if job.transcript_of or job.external:
                continue
            future = self._waiting[job.id] = self._thread.submit(self._probe, job)
            future.add_done_callback(partial(self._on_done, job.id))

    def forget(self, job_id: str) -> None:
        """Do not look at this job's file, if that has not begun."""
        if future := self._waiting.pop(job_id, None):
            future.cancel()

    def close(self) -> None:
        """Stop looking, for good."""
        self._closed = True
        self._thread.shutdown(wait=False, cancel_futures=True)
        self._engine.close()
        self._thread.shutdown()

    def _on_done(self, job_id: str, future: Future[None]) -> None:
        self._waiting.pop(job_id, None)
        if not future.cancelled():
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

"""Which job runs when: starts what waits, hears the workers, ends what is no longer wanted."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QObject, Qt, Signal, Slot

from svs_desktop.library import Library
from svs_desktop.pipeline.events import Drafted, Event, Failed, Finished, Started, Transcribed
from svs_desktop.pipeline.job import Job, Status
from svs_desktop.pipeline.workspace import Workspace
from svs_desktop.workers.crew import Crew
from svs_desktop.workers.engine_process import Engine
from svs_desktop.workers.job_list import JobList
from svs_desktop.workers.job_worker import JobWorker, not_kept
from svs_desktop.workers.queue_pause import QueuePause


class Scheduler(QObject):
    """Runs the jobs of a list, a few at a time, in the list's order.

    Signals:
        finished: An id whose result is in the library.
        transcribed: An id and the next segments of its transcript.
        drafted: An id and all of its summary that is written so far, unchecked.
        ended: An id whose worker has ended, whatever came of it.
    """

    finished = Signal(str)
    transcribed = Signal(str, object)
    drafted = Signal(str, str)
    ended = Signal(str)

    _reported = Signal(str, object)
    _worker_done = Signal(str)

    def __init__(
        self,
        jobs: JobList,
        library: Library,
        workspace: Workspace,
        crew: Crew,
        pause: QueuePause,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._library = library
        self._workspace = workspace
        self._crew = crew
        self._pause = pause
        self._closing = False
        queued = Qt.ConnectionType.QueuedConnection
        self._reported.connect(self.hear, queued)
        self._worker_done.connect(self._on_worker_done, queued)

    @Slot()
    def fill(self) -> None:
        """Start what waits, as far as there is room."""
        # Each start tells of itself, and who hears of it may change the queue.
        while self._may_start and (job := self._next()):
            self._start(job)

    def cancel(self, job_id: str) -> bool:
        """Have the job's worker end it for good; False when nobody is at it."""
        worker = self._crew.worker(job_id)
        if worker:
            worker.cancel()
        return worker is not None

    def interrupt(self, job_id: str) -> None:
        """Have the job's worker end its run, if somebody is at it; the job can go on later."""
        if worker := self._crew.worker(job_id):
            worker.interrupt()

    def close(self) -> None:
        """Interrupt what runs, and free the engines."""
        self._closing = True
        self._crew.close()

    @Slot(str, object)
    def hear(self, job_id: str, event: Event) -> None:
        """Let happen what a run reported; it is in the library already."""
        has_changed = self._jobs.advance(job_id, event)
        match event:
            case Transcribed():
                self.transcribed.emit(job_id, event.segments)
            case Drafted():
                self.drafted.emit(job_id, event.text)
            case Finished() if has_changed:
                self.finished.emit(job_id)

    def fail(self, job_id: str, error: Exception) -> None:
        """End a run whose result the library would refuse, for it does not know of the run."""
        self.interrupt(job_id)
        failure = not_kept(self._jobs.state(job_id).job, error)
        self._jobs.advance(job_id, Failed(failure, datetime.now(UTC)))

    @property
    def _may_start(self) -> bool:
        return not self._closing and not self._pause.is_on and self._crew.has_room

    def _next(self) -> Job | None:
        jobs = (s.job for s in self._jobs.states if s.status is Status.QUEUED)
        waiting = (job for job in jobs if not job.external)
        # A job that was cancelled or paused and queued again waits until its first worker is done.
        return next((job for job in waiting if job.id not in self._crew), None)

    def _start(self, job: Job) -> None:
        def make_worker(engine: Engine) -> JobWorker:
            tell, done = self._reported.emit, self._worker_done.emit
            return JobWorker(job, engine, self._library, self._workspace, tell, done)

        self._crew.hire(job.id, make_worker)
        self._jobs.decide(job.id, Started(datetime.now(UTC)))
        self._crew.start(job.id)

    @Slot(str)
    def _on_worker_done(self, job_id: str) -> None:
        if not self._closing:
            self._crew.release(job_id)
            self.ended.emit(job_id)
            self.fill()

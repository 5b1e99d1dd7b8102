"""The queue: the only owner of how jobs stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot

from svs_desktop.library import Library
from svs_desktop.pipeline.events import Asked, Cancelled, Event, Paused, Requeued, Resumed, Started
from svs_desktop.pipeline.job import Job, JobOptions, JobState, Status
from svs_desktop.pipeline.workspace import Workspace
from svs_desktop.workers.background import Background
from svs_desktop.workers.crew import Crew
from svs_desktop.workers.engine_process import Engine
from svs_desktop.workers.intake import Intake
from svs_desktop.workers.job_list import JobList
from svs_desktop.workers.prober import Prober
from svs_desktop.workers.queue_order import QueueOrder
from svs_desktop.workers.queue_pause import QueuePause
from svs_desktop.workers.scheduler import Scheduler

_ENDED = (Status.FAILED, Status.CANCELLED)


class JobQueue(QObject):
    """Holds the jobs in their order and runs them, a few at a time.

    Lives on one thread and must be called there; nothing in it waits. States change through
    ``advance`` alone. What a worker reports is in the library before it is seen here; what is
    decided here (start, cancel, retry) is given to the library in the same order.

    Attributes:
        order: Changes what comes before what.

    Signals:
        restored: The jobs of the library are taken over.
        jobs_added: Ids, in queue order, at the end of the queue.
        job_changed: An id; ``state`` tells how the job stands now.
        jobs_removed: Ids.
        jobs_moved: The same jobs are in another order now.
        job_finished: An id whose result is in the library.
        transcribed: An id and the next segments of its transcript.
        paused_changed: Whether the queue as a whole rests now.
        drafted: An id and all of its summary that is written so far, unchecked.
        nothing_found: The chosen paths, when there was no media among them.
        troubled: An exception of the library that the person should know of.
    """

    restored = Signal()
    jobs_added = Signal(list)
    job_changed = Signal(str)
    jobs_removed = Signal(list)
    jobs_moved = Signal()
    job_finished = Signal(str)
    transcribed = Signal(str, object)
    drafted = Signal(str, str)
    paused_changed = Signal(bool)
    nothing_found = Signal(list)
    troubled = Signal(object)

    def __init__(
        self,
        library: Library,
        workspace: Workspace,
        make_engine: Callable[[], Engine],
        prober: Prober,
        background: Background,
        *,
        parallel: int = 1,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._workspace = workspace
        self._background = background
        self._crew = Crew(make_engine, parallel, self)
        self._pause = QueuePause(library, self)
        self._jobs = JobList(library, background, self)
        self.order = QueueOrder(self._jobs)
        self._scheduler = Scheduler(self._jobs, library, workspace, self._crew, self._pause, self)
        self._intake = Intake(self._jobs, library, workspace, prober, background, self)
        self._doomed: set[str] = set()
        self._connect()

    @property
    def ids(self) -> Sequence[str]:
        """The jobs in queue order."""
        return self._jobs.ids

    @property
    def states(self) -> Sequence[JobState]:
        """How the jobs stand, in queue order."""
        return self._jobs.states

    @property
    def parallel(self) -> int:
        """How many jobs run at a time."""
        return self._crew.size

    @property
    def is_paused(self) -> bool:
        """Whether the queue as a whole rests: nothing runs until ``resume_all``."""
        return self._pause.is_on

    def state(self, job_id: str) -> JobState:
        """How a job stands.

        Raises:
            KeyError: There is no such job.
        """
        return self._jobs.state(job_id)

    def restore(self) -> None:
        """Take over the jobs that the library still holds; those that ran wait again."""
        self._jobs.then(self._library.queue_is_paused(), self._pause.restored)
        self._intake.restore()

    def submit(
        self, chosen: Iterable[Path], options: JobOptions, *, recognise: bool = False
    ) -> None:
        """Add a job for each file, and for each media file in each folder.

        A folder's own options go before these. With ``recognise`` a job rests if there is a result.
        """
        self._intake.submit(chosen, options, recognise=recognise)

    def resummarize(self, job_id: str, options: JobOptions) -> None:
        """Add a job that summarises the talk of this result anew, from its transcript."""
        self._intake.resummarize(job_id, options)

    def add(self, jobs: Sequence[Job]) -> Future[None]:
        """Append these jobs; done once they are kept and in the queue."""
        return self._intake.add(jobs)

    def report(self, job_id: str, event: Event) -> None:
        """Let what an outside worker tells of its external job happen.

        Raises:
            ValueError: It is a job of ours.
        """
        if not self._jobs.state(job_id).job.external:
            raise ValueError("only external jobs are told about from outside")
        if self._jobs.has_status(job_id, Status.QUEUED):
            self._jobs.decide(job_id, Started(_now()))

        def kept(outdated: tuple[str, ...]) -> None:
            if job_id in self._jobs:
                self._scheduler.hear(job_id, event)
            self._discard_all(outdated)

        self._jobs.then(self._library.commit(job_id, event), kept)

    def cancel(self, job_ids: Iterable[str]) -> None:
        """End these jobs, if they wait, run or rest."""
        jobs = self._jobs
        for job_id in job_ids:
            if jobs.has_status(job_id, Status.QUEUED, Status.PAUSED) or jobs.is_elsewhere(job_id):
                jobs.decide(job_id, Cancelled(_now()))
                self._discard_audio(job_id)
            else:
                self._scheduler.cancel(job_id)

    def pause(self, job_ids: Iterable[str]) -> None:
        """Let these jobs rest, if they wait or run; what is transcribed of them stays.

        The engine of one that runs ends at once, and with it its use of processor and memory.
        """
        for job_id in job_ids:
            if self._jobs.has_status(job_id, Status.QUEUED, Status.RUNNING):
                self._scheduler.interrupt(job_id)
                self._jobs.decide(job_id, Paused(_now()))

    def resume(self, job_ids: Iterable[str]) -> None:
        """Have these jobs wait for their turn again, if they rest; they go on where they were."""
        for job_id in job_ids:
            if self._jobs.has_status(job_id, Status.PAUSED):
                self._jobs.decide(job_id, Resumed())
                self._intake.look_if_unknown(job_id)
        self._scheduler.fill()

    def pause_all(self) -> None:
        """Let the whole queue rest, also over restarts; what runs waits, its work so far kept."""
        self._set_pause(on=True)
        for job_id in self._jobs.ids:
            if self._jobs.has_status(job_id, Status.RUNNING):
                self._scheduler.interrupt(job_id)
                self._jobs.decide(job_id, Requeued())

    def resume_all(self) -> None:
        """Have the queue go on; jobs that rest by themselves go on resting."""
        self._set_pause(on=False)
        self._scheduler.fill()

    def retry(self, job_ids: Iterable[str]) -> None:
        """Queue these jobs again, if they failed or were cancelled."""
        for job_id in job_ids:
            if self._jobs.has_status(job_id, *_ENDED):
                self._jobs.decide(job_id, Requeued())
                self._intake.look_if_unknown(job_id)
        self._scheduler.fill()

    def ask(self, options: Mapping[str, JobOptions]) -> int:
        """Have these jobs, by id, done with other options; for how many it is not too late."""
        changeable = (Status.QUEUED, Status.PAUSED, *_ENDED)
        asked = {i: o for i, o in options.items() if self._jobs.has_status(i, *changeable)}
        for job_id, chosen in asked.items():
            self._jobs.decide(job_id, Asked(chosen))
        return len(asked)

    def keep_part(self, job_id: str) -> None:
        """Summarise what is transcribed of a job that failed or was cancelled."""
        if self._jobs.has_status(job_id, *_ENDED) and (reached := self.state(job_id).reached):
            options = self.state(job_id).job.options
            self.ask({job_id: replace(options, until_s=reached.second)})
            self.retry([job_id])

    def remove(self, job_ids: Iterable[str]) -> None:
        """Take these jobs out of the queue; those that run are cancelled first.

        A finished job leaves the queue only: its result stays in the history.
        """
        gone = []
        for job_id in dict.fromkeys(job_ids):
            self._intake.forget(job_id)
            if self._scheduler.cancel(job_id):
                self._doomed.add(job_id)
            elif job_id in self._jobs:
                gone.append(job_id)
        self._forget(gone)

    def set_parallel(self, count: int) -> None:
        """Run this many jobs at a time, from the next one that begins."""
        self._crew.resize(count)
        self._scheduler.fill()

    def close(self) -> None:
        """Interrupt what runs, so that it goes on at the next start, and free everything."""
        self._intake.close()
        self._scheduler.close()
        if self._doomed:
            self._library.delete(self._doomed)
            self._doomed.clear()

    def _connect(self) -> None:
        jobs, scheduler, intake = self._jobs, self._scheduler, self._intake
        jobs.added.connect(self.jobs_added)
        jobs.added.connect(scheduler.fill)
        jobs.changed.connect(self.job_changed)
        jobs.removed.connect(self.jobs_removed)
        jobs.moved.connect(self.jobs_moved)
        jobs.refused.connect(self._on_refused)
        jobs.troubled.connect(self.troubled)
        scheduler.finished.connect(self.job_finished)
        scheduler.transcribed.connect(self.transcribed)
        scheduler.drafted.connect(self.drafted)
        scheduler.ended.connect(self._on_ended)
        self._pause.changed.connect(self.paused_changed)
        intake.restored.connect(self.restored)
        intake.nothing_found.connect(self.nothing_found)

    def _set_pause(self, *, on: bool) -> None:
        if noted := self._pause.set(on=on):
            self._jobs.then(noted, lambda _: None)

    def _discard_audio(self, job_id: str) -> None:
        self._background.run(lambda: self._workspace.discard_audio(job_id))

    def purge(self) -> None:
        """Delete for good, with their pictures, the results that the library hides."""
        self._jobs.then(self._library.purge(), self._discard_all)

    def _discard_all(self, job_ids: Iterable[str]) -> None:
        self._background.run(lambda: self._workspace.discard_all(job_ids))

    def _forget(self, job_ids: list[str]) -> None:
        if job_ids:
            self._doomed.difference_update(job_ids)
            self._jobs.forget(job_ids, self._discard_all)

    @Slot(str, object, object)
    def _on_refused(self, job_id: str, event: Event, error: Exception) -> None:
        self.troubled.emit(error)
        if isinstance(event, Started | Requeued) and job_id in self._jobs:
            self._scheduler.fail(job_id, error)

    @Slot(str)
    def _on_ended(self, job_id: str) -> None:
        if job_id in self._doomed:
            self._forget([job_id])
        elif self._jobs.has_status(job_id, Status.CANCELLED):
            self._discard_audio(job_id)  # its engine may have written until now


def _now() -> datetime:
    return datetime.now(UTC)

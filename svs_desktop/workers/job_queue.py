"""The queue: the only owner of how jobs stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from svs_desktop.library import Library
from svs_desktop.pipeline.events import (
    Asked,
    Cancelled,
    Drafted,
    Event,
    Failed,
    Finished,
    Paused,
    Probed,
    Requeued,
    Resumed,
    Started,
    Transcribed,
)
from svs_desktop.pipeline.job import Job, JobOptions, JobState, Status, advance
from svs_desktop.pipeline.media_files import find_media
from svs_desktop.pipeline.workspace import Workspace
from svs_desktop.workers.again import again
from svs_desktop.workers.background import Background
from svs_desktop.workers.crew import Crew
from svs_desktop.workers.engine_process import Engine
from svs_desktop.workers.job_worker import JobWorker, not_kept
from svs_desktop.workers.prober import Prober
from svs_desktop.workers.queue_pause import QueuePause

_ENDED = (Status.FAILED, Status.CANCELLED)


class JobQueue(QObject):
    """Holds the jobs in their order and runs them, a few at a time.

    Lives on one thread and must be called there; nothing in it waits. States change through
    ``advance`` alone. What a worker reports is in the library before it is seen here; what is
    decided here (start, cancel, retry) is given to the library in the same order.

    Signals:
        restored: The jobs of the library are taken over.
        jobs_added: Ids, in queue order, at the end of the queue.
        job_changed: An id; ``state`` tells how the job stands now.
        jobs_removed: Ids.
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
    job_finished = Signal(str)
    transcribed = Signal(str, object)
    drafted = Signal(str, str)
    paused_changed = Signal(bool)
    nothing_found = Signal(list)
    troubled = Signal(object)

    _reported = Signal(str, object)
    _worker_done = Signal(str)

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
        self._prober = prober
        self._background = background
        self._crew = Crew(make_engine, parallel, self)
        self._pause = QueuePause(library, self)
        self._pause.changed.connect(self.paused_changed)
        self._states: dict[str, JobState] = {}
        self._doomed: set[str] = set()
        self._closing = False
        queued = Qt.ConnectionType.QueuedConnection
        self._reported.connect(self._on_reported, queued)
        self._worker_done.connect(self._on_worker_done, queued)
        prober.probed.connect(self._on_probed, queued)

    @property
    def ids(self) -> Sequence[str]:
        """The jobs in queue order."""
        return list(self._states)

    @property
    def states(self) -> Sequence[JobState]:
        """How the jobs stand, in queue order."""
        return list(self._states.values())

    @property
    def is_paused(self) -> bool:
        """Whether the queue as a whole rests: nothing runs until ``resume_all``."""
        return self._pause.is_on

    def state(self, job_id: str) -> JobState:
        """How a job stands.

        Raises:
            KeyError: There is no such job.
        """
        return self._states[job_id]

    def restore(self) -> None:
        """Take over the jobs that the library still holds; those that ran wait again."""
        self._then(self._library.queue_is_paused(), self._pause.restored)
        self._then(
            self._library.requeue_interrupted(),
            lambda _: self._then(self._library.queue(), self._restored),
        )

    def submit(self, chosen: Iterable[Path], options: JobOptions) -> None:
        """Add a job for each file, and for each media file in each folder."""
        paths = list(chosen)
        self._background.run(
            lambda: [Job.new(path, options) for path in find_media(paths)],
            lambda jobs: self.add(jobs) if jobs else self.nothing_found.emit(paths),
        )

    def resummarize(self, job_id: str, options: JobOptions) -> None:
        """Add a job that summarises the talk of this result anew, from its transcript."""
        self._background.run(
            lambda: again(job_id, options, self._library, self._workspace),
            lambda made: self.add([made.job], [made.probed]),
            self.troubled.emit,
        )

    def report(self, job_id: str, event: Event) -> None:
        """Let what an outside worker tells of its external job happen.

        Raises:
            ValueError: It is a job of ours.
        """
        if not self._states[job_id].job.external:
            raise ValueError("only external jobs are told about from outside")
        if self._has_status(job_id, Status.QUEUED):
            self._decide(job_id, Started(_now()))

        def kept(outdated: tuple[str, ...]) -> None:
            if job_id in self._states:
                self._on_reported(job_id, event)
            self._background.run(lambda: self._workspace.discard_all(outdated))

        self._then(self._library.commit(job_id, event), kept)

    def cancel(self, job_ids: Iterable[str]) -> None:
        """End these jobs, if they wait, run or rest."""
        for job_id in job_ids:
            if self._has_status(job_id, Status.QUEUED, Status.PAUSED) or self._is_elsewhere(job_id):
                self._decide(job_id, Cancelled(_now()))
                self._discard_audio(job_id)
            elif worker := self._crew.worker(job_id):
                worker.cancel()

    def pause(self, job_ids: Iterable[str]) -> None:
        """Let these jobs rest, if they wait or run; what is transcribed of them stays.

        The engine of one that runs ends at once, and with it its use of processor and memory.
        """
        for job_id in job_ids:
            if self._has_status(job_id, Status.QUEUED, Status.RUNNING):
                self._interrupt(job_id)
                self._decide(job_id, Paused(_now()))

    def resume(self, job_ids: Iterable[str]) -> None:
        """Have these jobs wait for their turn again, if they rest; they go on where they were."""
        for job_id in job_ids:
            if self._has_status(job_id, Status.PAUSED):
                self._decide(job_id, Resumed())
                self._look_if_unknown(job_id)
        self._fill()

    def pause_all(self) -> None:
        """Let the whole queue rest, also over restarts; what runs waits, its work so far kept."""
        if noted := self._pause.set(on=True):
            self._then(noted, lambda _: None)
        for job_id in list(self._states):
            if self._has_status(job_id, Status.RUNNING):
                self._interrupt(job_id)
                self._decide(job_id, Requeued())

    def resume_all(self) -> None:
        """Have the queue go on; jobs that rest by themselves go on resting."""
        if noted := self._pause.set(on=False):
            self._then(noted, lambda _: None)
        self._fill()

    def retry(self, job_ids: Iterable[str]) -> None:
        """Queue these jobs again, if they failed or were cancelled."""
        for job_id in job_ids:
            if self._has_status(job_id, *_ENDED):
                self._decide(job_id, Requeued())
                self._look_if_unknown(job_id)
        self._fill()

    def ask(self, job_id: str, asked: Asked) -> None:
        """Have another track or language of this job transcribed, if it does not run."""
        if self._has_status(job_id, Status.QUEUED, Status.PAUSED, *_ENDED):
            self._decide(job_id, asked)

    def keep_part(self, job_id: str) -> None:
        """Summarise what is transcribed of a job that failed or was cancelled."""
        state = self._states.get(job_id)
        if state and state.status in _ENDED and state.reached:
            options = state.job.options
            self.ask(
                job_id, Asked(options.audio_track, options.language, until_s=state.reached.second)
            )
            self.retry([job_id])

    def remove(self, job_ids: Iterable[str]) -> None:
        """Take these jobs out of the queue; those that run are cancelled first.

        A finished job leaves the queue only: its result stays in the history.
        """
        gone = []
        for job_id in dict.fromkeys(job_ids):
            self._prober.forget(job_id)
            if worker := self._crew.worker(job_id):
                self._doomed.add(job_id)
                worker.cancel()
            elif job_id in self._states:
                gone.append(job_id)
        self._forget(gone)

    def set_parallel(self, count: int) -> None:
        """Run this many jobs at a time, from the next one that begins."""
        self._crew.resize(count)
        self._fill()

    def close(self) -> None:
        """Interrupt what runs, so that it goes on at the next start, and free everything."""
        self._closing = True
        self._prober.close()
        self._crew.close()
        if self._doomed:
            self._library.delete(self._doomed)
            self._doomed.clear()

    def _restored(self, states: list[JobState]) -> None:
        self._insert(states)
        self._prober.look_at(s.job for s in states if s.media is None and s.status is Status.QUEUED)
        self.restored.emit()
        kept = list(self._states)
        self._then(
            self._library.history(),
            lambda history: self._background.run(
                lambda: self._workspace.sweep(kept, [*kept, *(entry.job_id for entry in history)])
            ),
        )

    def add(self, jobs: Sequence[Job], probed: Sequence[Probed] = ()) -> Future[None]:
        """Append these jobs, with what is known of their files; done once they are kept."""

        def added(_: None) -> None:
            self._insert([JobState(job) for job in jobs])
            self._prober.look_at(jobs)
            for job, known in zip(jobs, probed, strict=False):
                self._on_probed(job.id, known)

        kept = self._library.add(jobs)
        self._then(kept, added)
        return kept

    def _insert(self, states: list[JobState]) -> None:
        # A job that was submitted while the queue was being restored comes twice.
        new = {state.job.id: state for state in states if state.job.id not in self._states}
        self._states.update(new)
        if new:
            self.jobs_added.emit(list(new))
        self._fill()

    def _interrupt(self, job_id: str) -> None:
        if worker := self._crew.worker(job_id):
            worker.interrupt()

    def _look_if_unknown(self, job_id: str) -> None:
        state = self._states.get(job_id)  # who heard of the change may have removed the job
        if state and state.media is None:
            self._prober.look_at([state.job])

    def _discard_audio(self, job_id: str) -> None:
        """Delete what an interrupted run left for the next one."""
        self._background.run(lambda: self._workspace.discard_audio(job_id))

    def _forget(self, job_ids: list[str]) -> None:
        if not job_ids:
            return
        results = {i for i in job_ids if self._states[i].status is Status.FINISHED}
        for job_id in job_ids:
            del self._states[job_id]
            self._doomed.discard(job_id)
        self.jobs_removed.emit(job_ids)
        gone = [i for i in job_ids if i not in results]
        self._then(
            self._library.delete(gone),
            lambda deleted: self._background.run(lambda: self._workspace.discard_all(deleted)),
        )

    def _decide(self, job_id: str, event: Event) -> None:
        """Let an event of this side happen."""
        kept = self._library.commit(job_id, event)
        self._background.deliver(kept, lambda _: None, partial(self._on_not_kept, job_id, event))
        self._advance(job_id, event)

    def _on_not_kept(self, job_id: str, event: Event, error: Exception) -> None:
        self.troubled.emit(error)
        # The library would refuse the result of a run that it does not know of.
        if isinstance(event, Started | Requeued) and job_id in self._states:
            self._interrupt(job_id)
            self._advance(job_id, Failed(not_kept(self._states[job_id].job, error), _now()))

    def _advance(self, job_id: str, event: Event) -> bool:
        before = self._states[job_id]
        after = advance(before, event)
        if after is before:
            return False
        self._states[job_id] = after
        self.job_changed.emit(job_id)
        return True

    def _has_status(self, job_id: str, *statuses: Status) -> bool:
        state = self._states.get(job_id)
        return state is not None and state.status in statuses

    def _is_elsewhere(self, job_id: str) -> bool:
        return self._has_status(job_id, Status.RUNNING) and self._states[job_id].job.external

    def _fill(self) -> None:
        """Start what waits, as far as there is room."""
        # Each start tells of itself, and who hears of it may change the queue.
        while self._may_start and (job := self._next()):
            self._start(job)

    @property
    def _may_start(self) -> bool:
        return not self._closing and not self.is_paused and self._crew.has_room

    def _next(self) -> Job | None:
        jobs = (s.job for s in self._states.values() if s.status is Status.QUEUED)
        waiting = (job for job in jobs if not job.external)
        # A job that was cancelled or paused and queued again waits until its first worker is done.
        return next((job for job in waiting if job.id not in self._crew), None)

    def _start(self, job: Job) -> None:
        def make_worker(engine: Engine) -> JobWorker:
            tell, done = self._reported.emit, self._worker_done.emit
            return JobWorker(job, engine, self._library, self._workspace, tell, done)

        self._crew.hire(job.id, make_worker)
        self._decide(job.id, Started(_now()))
        self._crew.start(job.id)

    @Slot(str, object)
    def _on_reported(self, job_id: str, event: Event) -> None:
        has_changed = self._advance(job_id, event)
        match event:
            case Transcribed():
                self.transcribed.emit(job_id, event.segments)
            case Drafted():
                self.drafted.emit(job_id, event.text)
            case Finished() if has_changed:
                self.job_finished.emit(job_id)

    @Slot(str)
    def _on_worker_done(self, job_id: str) -> None:
        if self._closing:
            return
        self._crew.release(job_id)
        if job_id in self._doomed:
            self._forget([job_id])
        elif self._has_status(job_id, Status.CANCELLED):
            self._discard_audio(job_id)  # its engine may have written until now
        self._fill()

    @Slot(str, object)
    def _on_probed(self, job_id: str, event: Probed | Failed) -> None:
        # A job that runs finds out by itself whether its file is good.
        is_wanted = self._has_status(job_id, Status.QUEUED) or isinstance(event, Probed)
        if is_wanted and job_id in self._states and not self._closing:
            self._decide(job_id, event)

    def _then(self, future: Future, then: Callable) -> None:  # type: ignore[type-arg]
        self._background.deliver(future, then, self.troubled.emit)


def _now() -> datetime:
    return datetime.now(UTC)

"""How jobs come into the queue: from files, from results, from the time before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from svs_desktop.library import Library
from svs_desktop.pipeline.events import Failed, Probed
from svs_desktop.pipeline.job import Job, JobOptions, JobState, Status, advance
from svs_desktop.pipeline.workspace import Workspace
from svs_desktop.workers.again import again
from svs_desktop.workers.arrivals import Arrival, arrivals, recognised_as
from svs_desktop.workers.background import Background
from svs_desktop.workers.job_list import JobList
from svs_desktop.workers.prober import Prober

# Jobs that are taken over between two turns of the event loop: more would make the window falter.
_AT_A_TIME = 1000


class Intake(QObject):
    """Puts jobs into a list and has their files looked at.

    Signals:
        restored: The jobs of the library are taken over.
        nothing_found: The chosen paths, when there was no media among them.
    """

    restored = Signal()
    nothing_found = Signal(list)

    def __init__(
        self,
        jobs: JobList,
        library: Library,
        workspace: Workspace,
        prober: Prober,
        background: Background,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._library = library
        self._workspace = workspace
        self._prober = prober
        self._background = background
        self._closing = self._restoring = False
        self._newcomers: set[str] = set()
        jobs.changed.connect(self._recognise_copies)
        jobs.removed.connect(self._newcomers.difference_update)
        prober.probed.connect(self.hear, Qt.ConnectionType.QueuedConnection)

    def restore(self) -> None:
        """Take over the jobs that the library still holds; those that ran wait again."""
        self._jobs.then(
            self._library.requeue_interrupted(),
            lambda _: self._jobs.then(self._library.queue(), self._restored),
        )

    def submit(self, chosen: Iterable[Path], options: JobOptions, *, recognise: bool) -> None:
        """Add a job for each file, and for each media file in each folder.

        With ``recognise`` a job rests whose video has a result already, or has one before its turn.
        """
        paths = list(chosen)

        def add(found: list[Arrival]) -> None:
            if recognise:
                self._newcomers.update(new.job.id for new in found if not new.recognised)
            self._add(found)

        self._background.run(
            lambda: arrivals(paths, options, self._library, self._workspace, recognise=recognise),
            lambda found: add(found) if found else self.nothing_found.emit(paths),
            self._jobs.troubled.emit,
        )

    def resummarize(self, job_id: str, options: JobOptions) -> None:
        """Add a job that summarises the talk of this result anew, from its transcript."""
        self._background.run(
            lambda: again(job_id, options, self._library, self._workspace),
            lambda made: self._add([Arrival(made.job, made.probed)]),
            self._jobs.troubled.emit,
        )

    def add(self, jobs: Sequence[Job]) -> Future[None]:
        """Append these jobs; done once they are kept and in the queue."""
        return self._add([Arrival(job) for job in jobs])

    def look_if_unknown(self, job_id: str) -> None:
        """Look at the job's file, unless what is in it is known."""
        # Who heard of the job may have removed it.
        if job_id in self._jobs and (state := self._jobs.state(job_id)).media is None:
            self._prober.look_at([state.job])

    def forget(self, job_id: str) -> None:
        """Do not look at the job's file, if that has not begun."""
        self._prober.forget(job_id)

    def close(self) -> None:
        """Stop looking at files."""
        self._closing, self._restoring = True, False
        self._prober.close()

    @Slot(str, object)
    def hear(self, job_id: str, event: Probed | Failed) -> None:
        """Let happen what a look at a job's file told."""
        # A job that runs finds out by itself whether its file is good.
        is_wanted = self._jobs.has_status(job_id, Status.QUEUED) or isinstance(event, Probed)
        if is_wanted and job_id in self._jobs and not self._closing:
            self._jobs.decide(job_id, event)

    @Slot(str)
    def _recognise_copies(self, job_id: str) -> None:
        """Let jobs rest that wait for their turn with the video of one that is done now."""
        done = self._jobs.state(job_id)
        if done.status is not Status.FINISHED or not done.fingerprint:
            return
        waiting = [state for state in self._jobs.states if state.status is Status.QUEUED]
        for state in waiting:
            if state.fingerprint == done.fingerprint and state.job.id in self._newcomers:
                self._newcomers.remove(state.job.id)
                self._jobs.decide(state.job.id, recognised_as(done, state.job.options))

    def _add(self, arrived: Sequence[Arrival]) -> Future[None]:
        jobs = [arrival.job for arrival in arrived]
        settled: Future[None] = Future()

        def added(_: None) -> None:
            if self._restoring:  # these come after the ones that were there before
                QTimer.singleShot(0, self, lambda: added(None))
                return
            self._jobs.insert([_begun(arrival) for arrival in arrived])
            self._prober.look_at(jobs)
            for arrival in arrived:
                if arrival.probed:
                    self.hear(arrival.job.id, arrival.probed)
            settled.set_result(None)

        def refused(error: Exception) -> None:
            settled.set_exception(error)
            self._jobs.troubled.emit(error)

        kept = self._library.add(jobs)
        for arrival in arrived:
            if arrival.recognised:
                self._library.commit(arrival.job.id, arrival.recognised)
        self._background.deliver(kept, added, refused)
        return settled

    def _restored(self, states: list[JobState]) -> None:
        if self._closing:  # with a part of them only, the files of the others would be swept away
            return
        now, later = states[:_AT_A_TIME], states[_AT_A_TIME:]
        self._jobs.insert(now)
        self._prober.look_at(s.job for s in now if s.media is None and s.status is Status.QUEUED)
        self._restoring = bool(later)
        if later:
            QTimer.singleShot(0, self, lambda: self._restored(later))
            return
        self.restored.emit()
        kept = self._jobs.ids
        self._jobs.then(
            self._library.history(),
            lambda history: self._background.run(
                lambda: self._workspace.sweep(kept, [*kept, *(entry.job_id for entry in history)])
            ),
        )


def _begun(arrival: Arrival) -> JobState:
    state = JobState(arrival.job)
    return advance(state, arrival.recognised) if arrival.recognised else state

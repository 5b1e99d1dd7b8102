"""The jobs in their order, and how each stands: in memory as in the library."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from svs_desktop.library import Library
from svs_desktop.library.order import moved
from svs_desktop.pipeline.events import Event
from svs_desktop.pipeline.job import JobState, Status, advance
from svs_desktop.workers.background import Background


class JobList(QObject):
    """Holds the states, which change through ``advance`` alone.

    What is decided here is given to the library in the same order. Lives on one thread; nothing in
    it waits.

    Signals:
        added: Ids, in queue order, at the end.
        changed: An id; ``state`` tells how the job stands now.
        removed: Ids.
        moved: The same jobs are in another order now.
        refused: An id, the event that the library did not keep, and its exception.
        troubled: An exception of the library that the person should know of.
    """

    added = Signal(list)
    changed = Signal(str)
    removed = Signal(list)
    moved = Signal()
    refused = Signal(str, object, object)
    troubled = Signal(object)

    def __init__(self, library: Library, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._background = background
        self._states: dict[str, JobState] = {}

    @property
    def ids(self) -> Sequence[str]:
        """The jobs in queue order."""
        return list(self._states)

    @property
    def states(self) -> Sequence[JobState]:
        """How the jobs stand, in queue order."""
        return list(self._states.values())

    def __contains__(self, job_id: str) -> bool:
        return job_id in self._states

    def state(self, job_id: str) -> JobState:
        """How a job stands.

        Raises:
            KeyError: There is no such job.
        """
        return self._states[job_id]

    def has_status(self, job_id: str, *statuses: Status) -> bool:
        """Whether there is such a job, and it stands so."""
        state = self._states.get(job_id)
        return state is not None and state.status in statuses

    def is_elsewhere(self, job_id: str) -> bool:
        """Whether an outside worker is at the job."""
        return self.has_status(job_id, Status.RUNNING) and self._states[job_id].job.external

    def insert(self, states: Iterable[JobState]) -> None:
        """Append jobs that the library holds; those that are here already stay as they are."""
        # A job that was submitted while the queue was being restored comes twice.
        new = {state.job.id: state for state in states if state.job.id not in self._states}
        self._states.update(new)
        if new:
            self.added.emit(list(new))

    def move(self, job_ids: Iterable[str], before: str | None) -> None:
        """Put jobs, in the order that they have, before another one; None for the end."""
        moving = frozenset(job_ids)
        ids = moved(list(self._states), moving, before)
        if ids != list(self._states):
            self._states = {job_id: self._states[job_id] for job_id in ids}
            self.then(self._library.move(moving, before), lambda _: None)
            self.moved.emit()

    def decide(self, job_id: str, event: Event) -> None:
        """Let an event of this side happen."""
        kept = self._library.commit(job_id, event)
        refused = partial(self.refused.emit, job_id, event)
        self._background.deliver(kept, lambda _: None, refused)
        self.advance(job_id, event)

    def advance(self, job_id: str, event: Event) -> bool:
        """Let an event happen that is in the library already; whether it changed anything."""
        before = self._states[job_id]
        after = advance(before, event)
        if after is before:
            return False
        self._states[job_id] = after
        self.changed.emit(job_id)
        return True

    def forget(self, job_ids: Sequence[str], then: Callable[[Iterable[str]], object]) -> None:
        """Let jobs go; ``then`` gets the ids of those that the library deleted.

        A finished one leaves the list only: its result stays in the history.
        """
        unfinished = [i for i in job_ids if self._states[i].status is not Status.FINISHED]
        for job_id in job_ids:
            del self._states[job_id]
        self.removed.emit(list(job_ids))
        self.then(self._library.delete(unfinished), then)

    def then(self, future: Future[Any], then: Callable[[Any], object]) -> None:
        """Call ``then`` with what the library answers, or tell of the trouble."""
        self._background.deliver(future, then, self.troubled.emit)

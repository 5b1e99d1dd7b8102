"""The jobs as the server's own thread knows them, so that reading asks nobody."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Collection, Iterable, Sequence
from concurrent.futures import Future
from typing import TypeVar

from svs_desktop.api.journal import Journal
from svs_desktop.api.limits import Limits
from svs_desktop.api.problems import Problem, ProblemCode, no_such_job, of_library
from svs_desktop.api.views import Removed, is_progress, job_view, progress_view
from svs_desktop.library import Library, LibraryError
from svs_desktop.pipeline.job import JobState, Status

T = TypeVar("T")

# The history changes with jobs of ours, which are told, and with ``svs summarize``, which is not.
_FRESH_S = 1.0


class Board:
    """Keeps up with the queue by what it is told, and looks at the library for what is finished.

    Belongs to the thread of the server's event loop.
    """

    def __init__(self, library: Library, journal: Journal, limits: Limits) -> None:
        self.journal = journal
        self._library = library
        self._limits = limits
        self._states: dict[str, JobState] = {}
        self._finished: dict[str, JobState] = {}
        self._read_at = float("-inf")
        self._reading: asyncio.Task[None] | None = None
        self._version = 0

    def put(self, state: JobState) -> None:
        """A job has been added or has changed."""
        before = self._states.get(state.job.id)
        self._states[state.job.id] = state
        if before and is_progress(before, state):
            self.journal.append("progress", progress_view(state), soon=False)
            return
        if state.status is Status.FINISHED:
            self._outdate()
        self.journal.append("job", job_view(state))

    def drop(self, job_ids: Iterable[str]) -> None:
        """Jobs have left the queue; the results of those that finished stay."""
        for job_id in job_ids:
            gone = self._states.pop(job_id, None)
            if gone and gone.status is not Status.FINISHED:
                self.journal.append("removed", Removed(job_id))

    def drop_result(self, job_id: str) -> None:
        """A result was deleted."""
        self._outdate()
        self._finished.pop(job_id, None)
        self.journal.append("removed", Removed(job_id))

    async def jobs(self, statuses: Collection[Status] = ()) -> Sequence[JobState]:
        """All jobs of these statuses, or of any, the newest first."""
        known = await self._known()
        chosen = (s for s in known.values() if not statuses or s.status in statuses)
        return sorted(chosen, key=lambda state: state.job.created_at, reverse=True)

    async def job(self, job_id: str) -> JobState:
        """How a job stands.

        Raises:
            Problem: There is no such job.
        """
        state = self._states.get(job_id)
        if state is None or state.status is Status.FINISHED:
            state = (await self._known()).get(job_id)
        if state is None:
            raise no_such_job()
        return state

    async def ask_library(self, future: Future[T]) -> T:
        """What the library answers.

        Raises:
            Problem: It has no such thing, cannot be used, or takes too long.
        """
        try:
            async with asyncio.timeout(self._limits.answer_s):
                return await asyncio.wrap_future(future)
        except LibraryError as error:
            raise of_library(error) from error
        except TimeoutError:
            raise Problem(ProblemCode.BUSY, "The library takes long to answer.") from None

    async def _known(self) -> dict[str, JobState]:
        """The jobs by id: the library tells which results are still there."""
        while time.monotonic() - self._read_at > _FRESH_S:
            # Several who ask at once wait for one look; none of them goes on without it, or it
            # would miss a job that has just finished.
            if self._reading is None or self._reading.done():
                self._reading = asyncio.create_task(self._read())
            await asyncio.shield(self._reading)
        active = {i: s for i, s in self._states.items() if s.status is not Status.FINISHED}
        return active | self._finished

    async def _read(self) -> None:
        began, version = time.monotonic(), self._version
        finished = await self.ask_library(self._library.finished())
        self._finished = {state.job.id: state for state in finished}
        if version == self._version:  # else something has finished since the question
            self._read_at = began

    def _outdate(self) -> None:
        self._version += 1
        self._read_at = float("-inf")

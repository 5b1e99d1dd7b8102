"""What comes before what in the queue: what waits moves, what runs stays where it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from svs_desktop.pipeline.job import Status
from svs_desktop.workers.job_list import JobList


class QueueOrder:
    """Moves jobs, together and in the order that they had. The library keeps the order.

    Jobs that run do not move, and nothing comes to stand right above one that does: it would
    wait there as long as anywhere else.
    """

    def __init__(self, jobs: JobList) -> None:
        self._jobs = jobs

    def move(self, job_ids: Iterable[str], before: str | None) -> None:
        """Move jobs before another one; None for the end."""
        moving = self._movable(job_ids)
        ids = self._jobs.ids
        at = ids.index(before) if before in ids else len(ids)
        target = next((i for i in ids[at:] if i not in moving and not self._runs(i)), None)
        if moving:
            self._jobs.move(moving, target)

    def up(self, job_ids: Iterable[str]) -> None:
        """Move jobs above the one that stands above the first of them."""
        moving, ids = self._movable(job_ids), self._jobs.ids
        first = ids.index(moving[0]) if moving else 0
        if first and not self._runs(ids[first - 1]):
            self._jobs.move(moving, ids[first - 1])

    def down(self, job_ids: Iterable[str]) -> None:
        """Move jobs below the one that stands below the last of them."""
        moving, ids = self._movable(job_ids), self._jobs.ids
        below = ids[ids.index(moving[-1]) + 1 :] if moving else ()
        if below:
            self.move(moving, below[1] if len(below) > 1 else None)

    def to_top(self, job_ids: Iterable[str]) -> None:
        """Have these jobs run next: they come before all that wait."""
        moving = self._movable(job_ids)
        self.move(moving, next((i for i in self._jobs.ids if self._waits(i)), None))

    def to_end(self, job_ids: Iterable[str]) -> None:
        """Have these jobs run last."""
        self.move(job_ids, None)

    def _movable(self, job_ids: Iterable[str]) -> Sequence[str]:
        asked = frozenset(job_ids)
        return [i for i in self._jobs.ids if i in asked and not self._runs(i)]

    def _runs(self, job_id: str) -> bool:
        return self._jobs.has_status(job_id, Status.RUNNING)

    def _waits(self, job_id: str) -> bool:
        return self._jobs.has_status(job_id, Status.QUEUED, Status.PAUSED)

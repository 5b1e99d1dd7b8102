"""What is stored and how it changes, on the thread that owns the connection."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout
from msgspec import Struct
from msgspec.structs import replace

from svs_desktop.library import edits, marks, order, search
from svs_desktop.library.database import open_database
from svs_desktop.library.errors import SeveralJobs, UnknownJob
from svs_desktop.library.rows import Rows
from svs_desktop.library.schema import transaction
from svs_desktop.pipeline.codec import from_json, to_json
from svs_desktop.pipeline.events import (
    Asked,
    Event,
    Finished,
    Progressed,
    Requeued,
    Rewound,
    Started,
    Transcribed,
)
from svs_desktop.pipeline.job import Job, JobOptions, JobState, Status, advance
from svs_desktop.pipeline.summary import Result, Summary
from svs_desktop.pipeline.transcript import Segment, SoFar, Transcript

# A last passage may come when its run is no longer wanted; what is done stays done.
_TAKES_SEGMENTS = frozenset({Status.QUEUED, Status.RUNNING, Status.PAUSED})


class Opened(Struct, frozen=True):
    """What opening the library found.

    Attributes:
        set_aside: Where a damaged library lies now; None when there was none.
    """

    set_aside: Path | None = None


class HistoryEntry(Struct, frozen=True):
    """A result as the history lists it."""

    job_id: str
    title: str
    path: Path
    finished_at: datetime
    duration_s: float
    kept: bool


class Store(Rows):
    """The tables, asked and changed by one thread; see ``Library`` for what the methods mean."""

    def __init__(
        self, connection: sqlite3.Connection, queue_lock: BaseFileLock, opened: Opened, keep: int
    ) -> None:
        super().__init__(connection, keep)
        self.opened = opened
        self._queue_lock = queue_lock

    @classmethod
    def open(cls, path: Path, keep: int) -> Store:
        """The store of the file at ``path``.

        Raises:
            LibraryError: The file cannot be used.
        """
        path = path.resolve()  # the queue lock is one, whichever way leads to the file
        queue_lock = FileLock(path.with_name(f"{path.stem}.queue.lock"))
        connection, set_aside = open_database(path, queue_lock)
        if not search.is_complete(connection):
            with transaction(connection):
                search.index_missing(connection)
        return cls(connection, queue_lock, Opened(set_aside), keep)

    def close(self) -> None:
        """Let go of the file and the queue; the last to close folds the log into the file."""
        self._connection.close()
        self._queue_lock.release()

    def own_queue(self) -> bool:
        """Take the queue's lock, unless it is held already."""
        if not self._queue_lock.is_locked:
            try:
                self._queue_lock.acquire(blocking=False)
            except Timeout:
                return False
            self.purge()
        return True

    def add(self, jobs: Sequence[Job]) -> None:
        """Append jobs to the queue."""
        with transaction(self._connection):
            self._insert(map(JobState, jobs))

    def commit(self, job_id: str, event: Event) -> tuple[str, ...]:
        """Store what ``event`` changes."""
        with transaction(self._connection):
            return self._apply(self._state(job_id), event)

    def move(self, job_ids: Sequence[str], before: str | None) -> None:
        """Store another order."""
        with transaction(self._connection):
            order.move(self._connection, job_ids, before)

    def requeue_interrupted(self) -> list[JobState]:
        """Put the jobs of a run that did not come to its end back into the queue."""
        if not self._queue_lock.is_locked:
            raise RuntimeError("the jobs of a queue are its owner's")
        with transaction(self._connection):
            running = self._states("WHERE status = ?", Status.RUNNING)
            for state in running:
                self._apply(state, Requeued())
        return [advance(state, Requeued()) for state in running]

    def record_result(
        self, state: JobState, summary: Summary, segments: Sequence[Segment]
    ) -> tuple[str, ...]:
        """Store a job that ran outside the queue."""
        if state.status is not Status.FINISHED:
            raise ValueError(f"the job is {state.status}, not finished")
        with transaction(self._connection):
            self._insert([state])
            self._append_segments(state.job.id, segments)
            return self._insert_result(state.job.id, summary, segments)

    def queue(self) -> list[JobState]:
        """The jobs without a result, in their order."""
        return self._states("WHERE status <> ?", Status.FINISHED)

    def history(self) -> list[HistoryEntry]:
        """The results, the newest first."""
        rows = self._connection.execute(
            "SELECT state, duration_s, kept FROM results JOIN jobs ON id = job_id"
            " WHERE NOT deleted ORDER BY number DESC"
        )
        return [
            _history_entry(from_json(state, JobState), duration_s, kept=bool(kept))
            for state, duration_s, kept in rows
        ]

    def finished(self) -> list[JobState]:
        """The jobs with a result, the newest first."""
        rows = self._connection.execute(
            "SELECT state FROM results JOIN jobs ON id = job_id"
            " WHERE NOT deleted ORDER BY number DESC"
        )
        return [from_json(state, JobState) for (state,) in rows]

    def result(self, job_id: str) -> Result:
        """All that is stored of a finished job."""
        with transaction(self._connection, "DEFERRED"):
            return self._result(job_id)

    def made(self, job_id: str) -> Result | None:
        """The result before a person edited it; None when nobody has."""
        with transaction(self._connection, "DEFERRED"):
            result = self._result(job_id)
            summary, segments = edits.made_parts(self._connection, job_id)
        if not (summary or segments):
            return None
        said = (segments.get(n, s) for n, s in enumerate(result.transcript.segments))
        transcript = Transcript(tuple(said), result.transcript.language)
        return replace(result, summary=summary or result.summary, transcript=transcript)

    def edit(self, job_id: str, changes: edits.Edits) -> Result:
        """Store what a person has changed; what is searched and listed changes with it."""
        with transaction(self._connection):
            edits.edit(self._connection, self._result(job_id), changes)
            result = self._result(job_id)
            state = replace(self._state(job_id), title=result.summary.title)
            self._connection.execute(
                "UPDATE jobs SET state = ? WHERE id = ?", (to_json(state), job_id)
            )
            self._index(job_id, result.summary, result.transcript.segments)
        return result

    def search(self, typed: str) -> list[search.Found]:
        """Where the words are found."""
        with transaction(self._connection, "DEFERRED"):
            return search.search(self._connection, typed)

    def earlier(self, job: Job) -> Result | None:
        """The result whose transcript the job uses again, if it is still there."""
        try:
            return self.result(job.transcript_of)
        except UnknownJob:
            return None

    def transcript(self, job_id: str) -> Transcript:
        """What is transcribed so far."""
        with transaction(self._connection, "DEFERRED"):
            return Transcript(self._segments(job_id), self._state(job_id).language)

    def so_far(self, job_id: str) -> SoFar | None:
        """What a run of the job can go on from."""
        with transaction(self._connection, "DEFERRED"):
            state = self._state(job_id)
            if not state.reached:
                return None
            return SoFar(self._segments(job_id), state.language, state.reached)

    def queue_is_paused(self) -> bool:
        """Whether nothing is to run."""
        return marks.is_paused(self._connection)

    def pause_queue(self, *, paused: bool) -> None:
        """Note whether anything is to run."""
        marks.pause(self._connection, paused=paused)

    def folder_options(self) -> dict[Path, JobOptions]:
        """How videos of these folders are to be summarised."""
        return marks.folder_options(self._connection)

    def set_folder_options(self, folder: Path, options: JobOptions | None) -> None:
        """Note how videos of a folder are to be summarised, or forget it."""
        marks.set_folder_options(self._connection, folder, options)

    def find(self, prefix: str) -> str:
        """The id of the only result whose id begins with ``prefix``."""
        rows = self._connection.execute("SELECT job_id FROM results WHERE NOT deleted")
        found: list[str] = [job_id for (job_id,) in rows if job_id.startswith(prefix)]
        if not found:
            raise UnknownJob(job_id=prefix)
        if len(found) > 1:
            raise SeveralJobs(prefix=prefix, count=len(found))
        return found[0]

    def set_kept(self, job_id: str, *, kept: bool) -> None:
        """Mark a result."""
        changed = self._connection.execute(
            "UPDATE results SET kept = ? WHERE job_id = ?", (kept, job_id)
        )
        if not changed.rowcount:
            raise UnknownJob(job_id=job_id)

    def hide(self, job_ids: Iterable[str], *, hidden: bool) -> None:
        """Mark results as deleted, or no longer."""
        with transaction(self._connection):
            self._connection.executemany(
                "UPDATE results SET deleted = ? WHERE job_id = ?",
                ((hidden, job_id) for job_id in job_ids),
            )

    def purge(self) -> tuple[str, ...]:
        """Delete what is marked so."""
        with transaction(self._connection):
            rows = self._connection.execute("SELECT job_id FROM results WHERE deleted").fetchall()
            return self._delete(job_id for (job_id,) in rows)

    def delete(self, job_ids: Iterable[str]) -> tuple[str, ...]:
        """Delete jobs with all that belongs to them."""
        with transaction(self._connection):
            return self._delete(job_ids)

    def _apply(self, before: JobState, event: Event) -> tuple[str, ...]:
        job_id = before.job.id
        if isinstance(event, Transcribed) and before.status in _TAKES_SEGMENTS:
            self._append_segments(job_id, event.segments)
        after = advance(before, event)
        if after == before or isinstance(event, Progressed):
            return ()
        self._connection.execute(
            "UPDATE jobs SET status = ?, state = ? WHERE id = ?",
            (after.status, to_json(after), job_id),
        )
        match event:
            case Started() | Requeued() | Rewound() | Asked() if not after.reached:
                self._connection.execute("DELETE FROM segments WHERE job_id = ?", (job_id,))
            case Finished():
                return self._insert_result(job_id, event.summary, self._segments(job_id))
        return ()


def _history_entry(state: JobState, duration_s: float, *, kept: bool) -> HistoryEntry:
    return HistoryEntry(
        job_id=state.job.id,
        title=state.title,
        path=state.job.path,
        finished_at=state.ended_at or state.job.created_at,
        duration_s=duration_s,
        kept=kept,
    )

"""The rows of the tables as facts, and facts as rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from svs_desktop.library import search
from svs_desktop.library.errors import UnknownJob
from svs_desktop.pipeline.codec import from_json, to_json
from svs_desktop.pipeline.job import JobState
from svs_desktop.pipeline.media_info import MediaInfo
from svs_desktop.pipeline.summary import Result, Summary
from svs_desktop.pipeline.transcript import Segment, Transcript


class Rows:
    """Reads and writes rows, within the transactions of its callers."""

    def __init__(self, connection: sqlite3.Connection, keep: int) -> None:
        self._connection = connection
        self._keep = keep

    def _insert(self, states: Iterable[JobState]) -> None:
        last = self._connection.execute("SELECT coalesce(max(position), 0) FROM jobs").fetchone()[0]
        self._connection.executemany(
            "INSERT INTO jobs (position, id, status, state) VALUES (?, ?, ?, ?)",
            (
                (position, state.job.id, state.status, to_json(state))
                for position, state in enumerate(states, last + 1)
            ),
        )

    def _append_segments(self, job_id: str, segments: Sequence[Segment]) -> None:
        first = self._connection.execute(
            "SELECT coalesce(max(number) + 1, 0) FROM segments WHERE job_id = ?", (job_id,)
        ).fetchone()[0]
        self._connection.executemany(
            "INSERT INTO segments (job_id, number, segment) VALUES (?, ?, ?)",
            ((job_id, number, to_json(s)) for number, s in enumerate(segments, first)),
        )

    def _insert_result(
        self, job_id: str, summary: Summary, segments: Sequence[Segment]
    ) -> tuple[str, ...]:
        self._connection.execute(
            "INSERT INTO results (job_id, duration_s, summary) VALUES (?, ?, ?)",
            (job_id, summary.duration_s, to_json(summary)),
        )
        self._index(job_id, summary, segments)
        outdated = self._connection.execute(
            "SELECT job_id FROM results WHERE NOT kept AND NOT deleted"
            " ORDER BY number DESC LIMIT -1 OFFSET ?",
            (self._keep,),
        ).fetchall()
        return self._delete(job_id for (job_id,) in outdated)

    def _index(self, job_id: str, summary: Summary, segments: Sequence[Segment]) -> None:
        (number,) = self._connection.execute(
            "SELECT number FROM results WHERE job_id = ?", (job_id,)
        ).fetchone()
        search.index(self._connection, number, summary, segments)

    def _delete(self, job_ids: Iterable[str]) -> tuple[str, ...]:
        statement = "DELETE FROM jobs WHERE id = ?"
        gone = tuple(
            job_id for job_id in job_ids if self._connection.execute(statement, (job_id,)).rowcount
        )
        if gone:
            search.forget_words(self._connection)
        return gone

    def _result(self, job_id: str) -> Result:
        state = self._state(job_id)
        row = self._connection.execute(
            "SELECT summary FROM results WHERE job_id = ? AND NOT deleted", (job_id,)
        ).fetchone()
        if row is None:
            raise UnknownJob(job_id=job_id)
        summary = from_json(row[0], Summary)
        return Result(
            job_id=job_id,
            path=state.job.path,
            finished_at=state.ended_at or state.job.created_at,
            media=state.media or MediaInfo(summary.duration_s),
            summary=summary,
            transcript=Transcript(self._segments(job_id), summary.language),
            fingerprint=state.fingerprint,
            audio_track=state.job.options.audio_track,
        )

    def _state(self, job_id: str) -> JobState:
        states = self._states("WHERE id = ?", job_id)
        if not states:
            raise UnknownJob(job_id=job_id)
        return states[0]

    def _states(self, condition: str, value: str) -> list[JobState]:
        rows = self._connection.execute(
            f"SELECT state FROM jobs {condition} ORDER BY position",  # noqa: S608 - ours
            (value,),
        )
        return [from_json(state, JobState) for (state,) in rows]

    def _segments(self, job_id: str) -> tuple[Segment, ...]:
        rows = self._connection.execute(
            "SELECT segment FROM segments WHERE job_id = ? ORDER BY number", (job_id,)
        )
        return from_json(f"[{','.join(segment for (segment,) in rows)}]", tuple[Segment, ...])

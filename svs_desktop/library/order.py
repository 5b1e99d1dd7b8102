"""The order of the queue, and how it changes."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence


def moved(ids: Sequence[str], moving: Collection[str], before: str | None) -> list[str]:
    """The ids with those that move, in the order that they had, before one that stays.

    Args:
        ids: All, in their order.
        moving: Those that move.
        before: The one that they come before; None, or one that is not there, for the end.
    """
    group = [job_id for job_id in ids if job_id in moving]
    rest = [job_id for job_id in ids if job_id not in moving]
    at = rest.index(before) if before in rest else len(rest)
    return rest[:at] + group + rest[at:]


def move(connection: sqlite3.Connection, moving: Collection[str], before: str | None) -> None:
    """Store the order after a move, within the transaction of the caller."""
    rows = connection.execute("SELECT id, position FROM jobs ORDER BY position").fetchall()
    ids = [job_id for job_id, _ in rows]
    now = zip(moved(ids, frozenset(moving), before), rows, strict=True)
    connection.executemany(
        "UPDATE jobs SET position = ? WHERE id = ?",
        [(position, job_id) for job_id, (old, position) in now if job_id != old],
    )

"""The tables, and how a file of an older version gets them.

A column holds what is searched, sorted or counted; everything else is JSON of the facts in
``svs_desktop.pipeline``. Text that may hold what is no valid Unicode (paths, titles made from them)
lives in the JSON only, which is ASCII.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

Migration = tuple[str, ...]

# The migration at index n makes version n + 1 of version n. What was released stays as it is.
MIGRATIONS: tuple[Migration, ...] = (
    (
        """
        CREATE TABLE jobs (
            id TEXT NOT NULL PRIMARY KEY,
            position INTEGER NOT NULL,
            status TEXT NOT NULL,
            state TEXT NOT NULL  -- JobState
        )
        """,
        "CREATE INDEX jobs_in_order ON jobs (position)",
        """
        CREATE TABLE segments (
            job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            segment TEXT NOT NULL,  -- Segment
            PRIMARY KEY (job_id, number)
        )
        """,
        # Results are counted in the order in which they came: a clock that was set back must not
        # make the newest result the oldest.
        """
        CREATE TABLE results (
            number INTEGER NOT NULL PRIMARY KEY,
            job_id TEXT NOT NULL UNIQUE REFERENCES jobs (id) ON DELETE CASCADE,
            kept INTEGER NOT NULL DEFAULT 0,
            duration_s REAL NOT NULL,
            summary TEXT NOT NULL  -- Summary
        )
        """,
    ),
    (
        # What holds for the queue as a whole.
        """
        CREATE TABLE marks (
            name TEXT NOT NULL PRIMARY KEY,
            value TEXT NOT NULL  -- JSON
        )
        """,
    ),
    (
        # Deleted, but it may still be taken back; gone when the queue is owned the next time.
        "ALTER TABLE results ADD COLUMN deleted INTEGER NOT NULL DEFAULT 0",
        # What was made, of what a person has edited since.
        """
        CREATE TABLE made (
            job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
            number INTEGER NOT NULL,  -- of the segment; -1 for the summary
            value TEXT NOT NULL,  -- Segment or Summary
            PRIMARY KEY (job_id, number)
        )
        """,
        """
        CREATE TABLE searched (
            number INTEGER NOT NULL PRIMARY KEY REFERENCES results (number) ON DELETE CASCADE,
            title TEXT NOT NULL,
            terms TEXT NOT NULL,  -- each word once, as it is indexed
            folded TEXT NOT NULL,  -- the lines without case and accents
            lines TEXT NOT NULL,  -- the title, the sentences of the summary, the segments
            places TEXT NOT NULL,  -- of all lines before the segments
            seconds BLOB NOT NULL  -- of each line, as doubles
        )
        """,
        # Only whether a result has a word; the order and number of words need no room.
        """
        CREATE VIRTUAL TABLE found USING fts5 (
            terms, content = 'searched', content_rowid = 'number', detail = 'none',
            prefix = '1 2 3', tokenize = 'ascii'
        )
        """,
        """
        CREATE TRIGGER searched_added AFTER INSERT ON searched BEGIN
            INSERT INTO found (rowid, terms) VALUES (new.number, new.terms);
        END
        """,
        """
        CREATE TRIGGER searched_gone AFTER DELETE ON searched BEGIN
            INSERT INTO found (found, rowid, terms) VALUES ('delete', old.number, old.terms);
        END
        """,
    ),
)


@contextmanager
def transaction(connection: sqlite3.Connection, kind: str = "IMMEDIATE") -> Iterator[None]:
    """All statements inside or none; ``DEFERRED`` for reading one state of the file."""
    with connection:
        connection.execute(f"BEGIN {kind}")
        yield


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the file's tables; 0 when it has none."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Bring the tables to the newest version, all the way or not at all."""
    if version_of(connection) == len(migrations):
        return
    with transaction(connection):
        # Asked again under the lock: another process may have done it in between.
        for migration in migrations[version_of(connection) :]:
            for statement in migration:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(migrations)}")

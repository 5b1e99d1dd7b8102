"""Opening the SQLite file: whole, in its newest form, or set aside when it is damaged."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from datetime import datetime
from itertools import count
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from svs_desktop.library.errors import LibraryDamaged, LibraryTooNew, translated
from svs_desktop.library.schema import MIGRATIONS, migrate, version_of

_HEADER = b"SQLite format 3\0"

# How long another process may hold the file; its transactions take milliseconds.
_PATIENCE_S = 10.0


def open_database(path: Path, queue_lock: BaseFileLock) -> tuple[sqlite3.Connection, Path | None]:
    """The connection to a whole file, and where a damaged one was set aside.

    Only who can take ``queue_lock`` sets a file aside: from under an open window it would take
    what that window has yet to store.

    Raises:
        LibraryError: The file cannot be used.
    """
    with translated(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        # One process at a time: turning WAL on fails, without waiting, when two do it at once.
        with FileLock(path.with_name(f"{path.stem}.opening.lock"), timeout=_PATIENCE_S):
            try:
                return _connect(path), None
            except LibraryDamaged as damage:
                aside = _set_aside(path, queue_lock, damage)
            return _connect(path), aside


def _connect(path: Path) -> sqlite3.Connection:
    with translated(path):
        _check_header(path)
        connection = sqlite3.connect(path, timeout=_PATIENCE_S, isolation_level=None)
        try:
            _check(connection, path)
            _configure(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def _check_header(path: Path) -> None:
    """Creates a missing file; finds the damage that SQLite must not see.

    Of a file that is no database SQLite deletes the ``-wal``, and with it what could be saved.
    """
    if not path.exists():
        path.touch(mode=0o600)  # what was said in a meeting is nobody else's business
    with path.open("rb") as file:
        header = file.read(len(_HEADER))
    has_log = _beside(path, "-wal").exists()
    if header != _HEADER and (header or has_log):
        raise LibraryDamaged(path=path)


def _check(connection: sqlite3.Connection, path: Path) -> None:
    # The version comes first: to this program a newer file may look damaged.
    if version_of(connection) > len(MIGRATIONS):
        raise LibraryTooNew(path=path)
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise LibraryDamaged(path=path)


def _configure(connection: sqlite3.Connection) -> None:
    # Readers and a writer of another process don't wait for each other.
    connection.execute("PRAGMA journal_mode = WAL")
    # With NORMAL a power cut would take the last commits, which the window has shown, with it
    # (the file itself would stay whole). FULL costs a flush, about 2 ms on an SSD, for each
    # commit; there are few in a second and nobody but a worker waits for them.
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")  # macOS flushes the disk's own cache only so
    # What is deleted is overwritten: it was said in confidence, and free pages can be read.
    connection.execute("PRAGMA secure_delete = ON")
    migrate(connection)
    # Only now: a migration may rebuild a table, which must not cascade.
    connection.execute("PRAGMA foreign_keys = ON")


def _set_aside(path: Path, queue_lock: BaseFileLock, damage: LibraryDamaged) -> Path:
    stem = f"{path.stem}.damaged-{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    names = (f"{stem}{f'-{n}' if n else ''}{path.suffix}" for n in count())
    aside = next(name for name in map(path.with_name, names) if not name.exists())
    try:
        with queue_lock.acquire(blocking=False):
            path.rename(aside)
            for suffix in ("-wal", "-shm"):
                with suppress(FileNotFoundError):
                    _beside(path, suffix).rename(_beside(aside, suffix))
    except Timeout:
        raise damage from None
    return aside


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)

"""What holds for the queue as a whole, or for all that is in a folder."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TypeVar

from svs_desktop.pipeline.codec import from_json, to_json
from svs_desktop.pipeline.options import JobOptions

T = TypeVar("T")

_PAUSED = "queue_paused"
_FOLDER = "folder "


def is_paused(connection: sqlite3.Connection) -> bool:
    """Whether nothing is to run."""
    row = connection.execute("SELECT value FROM marks WHERE name = ?", (_PAUSED,)).fetchone()
    return bool(row and from_json(row[0], bool))


def pause(connection: sqlite3.Connection, *, paused: bool) -> None:
    """Note whether anything is to run."""
    _put(connection, _PAUSED, paused)


def folder_options(connection: sqlite3.Connection) -> dict[Path, JobOptions]:
    """How videos of these folders are to be summarised."""
    rows = connection.execute(
        "SELECT name, value FROM marks WHERE substr(name, 1, ?) = ?", (len(_FOLDER), _FOLDER)
    )
    return {
        from_json(name[len(_FOLDER) :], Path): from_json(value, JobOptions) for name, value in rows
    }


def set_folder_options(
    connection: sqlite3.Connection, folder: Path, options: JobOptions | None
) -> None:
    """Note how videos of a folder are to be summarised; None to forget it."""
    # As JSON the path is ASCII, whatever bytes its name has.
    name = _FOLDER + to_json(folder)
    if options is None:
        connection.execute("DELETE FROM marks WHERE name = ?", (name,))
    else:
        _put(connection, name, options)


def _put(connection: sqlite3.Connection, name: str, value: object) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO marks (name, value) VALUES (?, ?)", (name, to_json(value))
    )

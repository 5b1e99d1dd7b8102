"""What can go wrong with the library: each kind has its sentence and what to do next."""
# ruff: noqa: N818 - each name says what is the matter

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar


class LibraryError(Exception):
    """A failure of the library; ``values`` is what its sentence names.

    ``templates``, ``sentence`` and ``remedy`` read as those of a job's ``Failure``.
    """

    templates: ClassVar[tuple[str, str]]

    def __init__(self, **values: object) -> None:
        self.values = {name: str(value) for name, value in values.items()}
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """What went wrong, in English."""
        return self.templates[0].format_map(self.values)

    @property
    def remedy(self) -> str:
        """What to do next, in English."""
        return self.templates[1].format_map(self.values)


class LibraryTooNew(LibraryError):
    """A newer version of this program wrote the file; it was left as it is."""

    templates = (
        "The library “{path}” was written by a newer version of this program.",
        "Install the newest version; the library was left as it is.",
    )


class LibraryDamaged(LibraryError):
    """The file is damaged and could not be set aside, or was found damaged while in use."""

    templates = (
        "The library “{path}” is damaged.",
        "Close this program everywhere and start it again: it then begins a fresh library.",
    )


class LibraryFull(LibraryError):
    """The disk is full; nothing of the call was stored."""

    templates = (
        "The disk is full: nothing more can be stored in “{path}”.",
        "Make room on the disk, then try again.",
    )


class LibraryUnusable(LibraryError):
    """The file cannot be opened, read or written."""

    templates = (
        "The library “{path}” cannot be used: {reason}.",
        "Check that its folder is there and that you may write to it, then start again.",
    )


class UnknownJob(LibraryError, LookupError):
    """There is no such job, or it has no result."""

    templates = ("There is no result “{job_id}”.", "Choose one from the history.")


class SeveralJobs(LibraryError, LookupError):
    """More than one result fits."""

    templates = (
        "The ids of {count} results begin with “{prefix}”.",
        "Give more of the id.",
    )


_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_UNUSABLE = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
}


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turns what SQLite and the system say about ``path`` into the errors of this module.

    What only a mistake in this program can cause (a wrong statement, say) passes as it is.
    """
    try:
        yield
    except sqlite3.Error as error:
        # The lower byte is the kind; the rest says more exactly where it happened.
        kind = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if kind == sqlite3.SQLITE_FULL:
            raise LibraryFull(path=path) from error
        if kind in _DAMAGED:
            raise LibraryDamaged(path=path) from error
        if kind in _UNUSABLE:
            raise LibraryUnusable(path=path, reason=error) from error
        raise
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise LibraryFull(path=path) from error
        raise LibraryUnusable(path=path, reason=error.strerror or error) from error

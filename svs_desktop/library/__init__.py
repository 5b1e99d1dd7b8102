"""One SQLite file with the queue, the transcripts so far and the results. No Qt."""

from svs_desktop.library.errors import (
    LibraryDamaged,
    LibraryError,
    LibraryFull,
    LibraryTooNew,
    LibraryUnusable,
    SeveralJobs,
    UnknownJob,
)
from svs_desktop.library.library import Library
from svs_desktop.library.places import Part, Place
from svs_desktop.library.search import Found
from svs_desktop.library.store import HistoryEntry, Opened

__all__ = [
    "Found",
    "HistoryEntry",
    "Library",
    "LibraryDamaged",
    "LibraryError",
    "LibraryFull",
    "LibraryTooNew",
    "LibraryUnusable",
    "Opened",
    "Part",
    "Place",
    "SeveralJobs",
    "UnknownJob",
]

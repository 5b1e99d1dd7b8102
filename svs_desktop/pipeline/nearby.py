"""Where a video lies that was renamed or moved, found by its content."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from svs_desktop.pipeline.fingerprint import fingerprint_or_nothing, size_of

_MOST_LOOKED_AT = 20_000
_DEPTH = 2


def find_near(path: Path, mark: str) -> Path | None:
    """The file with this fingerprint in the folder of ``path``, below it, above it or beside it.

    Only files of its size are opened, and no more than 20,000 names are looked at. Folders that
    cannot be read are passed over. Not for the GUI thread.
    """
    size = size_of(mark)
    if not size:
        return None
    names = islice(_files_near(path.parent), _MOST_LOOKED_AT)
    alike = (Path(entry.path) for entry in names if _size(entry) == size)
    return next((found for found in alike if fingerprint_or_nothing(found) == mark), None)


def _files_near(folder: Path) -> Iterator[os.DirEntry[str]]:
    """The folder's own files first, then those below it, then those of its neighbours."""
    yield from _files_in(folder, _DEPTH)
    if folder.parent != folder:
        yield from _files_in(folder.parent, 1, without=folder)


def _files_in(folder: Path, depth: int, without: Path | None = None) -> Iterator[os.DirEntry[str]]:
    entries = _entries(folder)
    yield from (entry for entry in entries if not _is_folder(entry))
    if depth:
        for entry in entries:
            if _is_folder(entry) and Path(entry.path) != without:
                yield from _files_in(Path(entry.path), depth - 1)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            seen: Iterable[os.DirEntry[str]] = islice(found, _MOST_LOOKED_AT)
            return sorted((e for e in seen if not e.name.startswith(".")), key=lambda e: e.name)
    except OSError:
        return []


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _size(entry: os.DirEntry[str]) -> int:
    try:
        return entry.stat().st_size if entry.is_file() else -1
    except OSError:
        return -1

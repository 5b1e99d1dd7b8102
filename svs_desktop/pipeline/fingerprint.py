"""What a file is known by, wherever it lies and whatever it is called: its content."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

_BLOCK = 64 * 1024
_BLOCKS = 32


def fingerprint(path: Path) -> str:
    """The file's size in bytes, and a hash of blocks from all over it; a dash between them.

    A small file is read whole, a large one at 32 places that lie evenly from its first byte to its
    last: 2 MiB in all, however long the video is. Reads the file: not for the GUI thread.

    Raises:
        OSError: It cannot be read.
    """
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        found = hashlib.blake2b(digest_size=16)
        for place in _places(size):
            file.seek(place)
            found.update(file.read(_BLOCK))
    return f"{size}-{found.hexdigest()}"


def fingerprint_or_nothing(path: Path) -> str:
    """The same, and an empty text where the file cannot be read."""
    try:
        return fingerprint(path)
    except OSError:
        return ""


def size_of(mark: str) -> int:
    """The size in bytes of the file that has this fingerprint; 0 when it is none."""
    size, dash, _ = mark.partition("-")
    return int(size) if dash and size.isascii() and size.isdigit() else 0


def _places(size: int) -> Iterator[int]:
    """Where the blocks begin; the last one ends where the file does."""
    if size <= _BLOCK * _BLOCKS:
        yield from range(0, size, _BLOCK)
    else:
        yield from (number * (size - _BLOCK) // (_BLOCKS - 1) for number in range(_BLOCKS))

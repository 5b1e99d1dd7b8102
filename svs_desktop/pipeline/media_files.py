"""Which of the files and folders that somebody chose are worth a look."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

SUFFIXES = frozenset(
    """
    .3g2 .3gp .aac .ac3 .aif .aiff .amr .asf .avi .caf .dts .dv .f4v .flac .flv .m2ts .m4a .m4b
    .m4v .mka .mkv .mov .mp2 .mp3 .mp4 .mpeg .mpg .mts .mxf .oga .ogg .ogm .ogv .opus .rm .rmvb
    .spx .ts .vob .wav .webm .wma .wmv .wv
    """.split()  # noqa: SIM905 - a list of strings this long is no easier to read
)
"""The endings by which media are known in a folder. A file chosen by itself needs none of them."""


def find_media(chosen: Iterable[Path]) -> list[Path]:
    """The files among ``chosen`` and the media files in its folders, each once.

    Files keep the order in which they were chosen; a folder gives its own in the order of their
    names, with those of its sub-folders after them. Hidden files and folders are passed over.
    """
    found: dict[Path, None] = {}
    for path in chosen:
        # Unlike Path.is_dir, this takes a name that is too long for a file that is not there.
        if os.path.isdir(path):  # noqa: PTH112
            found.update(dict.fromkeys(_in_folder(path.absolute())))
        else:
            found[path.absolute()] = None
    return list(found)


def _in_folder(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place, name)
            if path.suffix.lower() in SUFFIXES and not name.startswith("."):
                yield path

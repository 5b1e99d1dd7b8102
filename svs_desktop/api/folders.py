"""Which files on this computer the API may be asked to read."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from pathlib import Path

from svs_desktop.api.problems import Problem, ProblemCode


class Folders:
    """The folders whose files may be named, with all that is in them."""

    def __init__(self, allowed: Sequence[Path]) -> None:
        self.allowed = [Path(os.path.realpath(folder.expanduser())) for folder in allowed]

    def checked(self, text: str) -> Path:
        """Where the file is that this path names. Waits for the disk.

        Links are followed first, so that none leads out of the folders. Whether a file outside of
        them exists is not told.

        Raises:
            Problem: It is outside the folders, or no file that can be read.
        """
        path = Path(text)
        if "\0" in text or not path.is_absolute():
            raise Problem(ProblemCode.INVALID, "The path is not an absolute one.")
        if ".." in path.parts:
            raise _outside()
        try:
            real = Path(os.path.realpath(path))
            if not any(real.is_relative_to(folder) for folder in self.allowed):
                raise _outside()
            found = real.stat()
        except (OSError, ValueError):
            raise Problem(ProblemCode.INVALID, "There is no such file.") from None
        if not stat.S_ISREG(found.st_mode):
            # A pipe or a device could keep the engine waiting for ever.
            raise Problem(ProblemCode.INVALID, "This is not a file.")
        return real


def _outside() -> Problem:
    return Problem(
        ProblemCode.OUTSIDE_FOLDERS,
        "The path is not in one of the allowed folders. Send the file itself, or allow its folder "
        "in the settings.",
    )

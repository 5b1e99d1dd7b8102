"""A terminal that remembers what was shown on it."""

from __future__ import annotations

import os
import select
import struct
import time
from contextlib import suppress
from types import TracebackType
from typing import Self

import pytest

from .process import PATIENCE_S


class Terminal:
    """A pseudo terminal; ``side`` is the file descriptor for a program's streams."""

    def __init__(self, columns: int = 80) -> None:
        fcntl, termios = pytest.importorskip("fcntl"), pytest.importorskip("termios")
        self._controller, self.side = pytest.importorskip("pty").openpty()
        fcntl.ioctl(self.side, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        self.text = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        os.close(self._controller)

    def leave(self) -> None:
        """Leave the program's side to the program alone."""
        os.close(self.side)

    def wait_for(self, words: str) -> None:
        """Read until these words were shown."""
        deadline = time.monotonic() + PATIENCE_S
        while words not in self.text:
            assert self._read(deadline - time.monotonic()), f"{words!r} is not in {self.text!r}"

    def read_all(self) -> str:
        """Read until nobody can write to the terminal any more."""
        deadline = time.monotonic() + PATIENCE_S
        while self._read(deadline - time.monotonic()):
            pass
        return self.text

    def _read(self, patience_s: float) -> bool:
        ready, _, _ = select.select([self._controller], [], [], max(0.0, patience_s))
        data = b""
        if ready:
            with suppress(OSError):  # EIO: the other side is closed
                data = os.read(self._controller, 65536)
        self.text += data.decode("utf-8", "replace")
        return bool(data)

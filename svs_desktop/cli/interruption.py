"""Signals that ask the program to end, as a mark to look at and a call to make."""

from __future__ import annotations

import signal
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Self

# SIGHUP: the terminal was closed. Windows has none.
_SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)
_STATUS_BASE = 128


class Interrupted(Exception):  # noqa: N818 - the user's wish is no error
    """The program was asked to end and has put everything in order."""

    def __init__(self, number: int) -> None:
        super().__init__(signal.Signals(number).name)
        self.status = _STATUS_BASE + number
        """What shells expect of a program that a signal ended: 130 for Ctrl-C."""


class Interruption:
    """Keeps signals from ending the program in the middle of things.

    While it is entered, the first signal only leaves its mark and makes the call of ``on_stop``;
    a second one raises KeyboardInterrupt. A signal that was ignored before (``nohup``, a script's
    background job) stays ignored.
    """

    def __init__(self) -> None:
        self._number = 0
        self._on_stop: Callable[[], None] | None = None
        self._before: dict[int, object] = {}

    def __enter__(self) -> Self:
        for number in _SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, self._handle)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]

    def requested(self) -> bool:
        """Whether the program is to end."""
        return bool(self._number)

    def on_stop(self, call: Callable[[], None]) -> None:
        """Have ``call`` made when a signal comes, or now if it has come; it must not wait."""
        self._on_stop = call
        if self.requested():
            call()

    def check(self) -> None:
        """End here if asked to.

        Raises:
            Interrupted: A signal came.
        """
        if self._number:
            raise Interrupted(self._number)

    def _handle(self, number: int, _frame: FrameType | None) -> None:
        if self._number:
            raise KeyboardInterrupt
        self._number = number
        if self._on_stop:
            self._on_stop()

"""Whether the queue rests as a whole: told when it changes, and remembered over restarts."""

from __future__ import annotations

from concurrent.futures import Future

from PySide6.QtCore import QObject, Signal

from svs_desktop.library import Library


class QueuePause(QObject):
    """Holds the mark. What is asked for while it is being read wins over what is read.

    Signals:
        changed: Whether the queue rests now.
    """

    changed = Signal(bool)

    def __init__(self, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._is_on = False
        self._was_set = False

    @property
    def is_on(self) -> bool:
        """Whether the queue rests."""
        return self._is_on

    def set(self, *, on: bool) -> Future[None] | None:
        """Let the queue rest or go on; what the library makes of it, None when nothing changed."""
        self._was_set = True
        return self._library.pause_queue(paused=on) if self._change(on) else None

    def restored(self, on: bool) -> None:  # noqa: FBT001 - called with what the library holds
        """Hear what the library holds, unless something else was asked for since."""
        if not self._was_set:
            self._change(on)

    def _change(self, on: bool) -> bool:  # noqa: FBT001
        if on is self._is_on:
            return False
        self._is_on = on
        self.changed.emit(on)
        return True

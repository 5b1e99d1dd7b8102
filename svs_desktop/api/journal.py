"""What has happened, told to all who listen: server-sent events, with what a listener missed."""

from __future__ import annotations

import asyncio
import secrets
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import NamedTuple

from svs_desktop.api.limits import Limits
from svs_desktop.api.problems import Problem, ProblemCode
from svs_desktop.pipeline.codec import to_json

KEPT = 4096
"""How many events a listener may have missed and still gets."""

# Reports come ten times a second from each job. Those of so many seconds are sent together: nobody
# sees the difference, and the more who listen, the longer they wait, so that being watched does not
# slow the jobs.
_LEAST_S, _MOST_S, _S_A_LISTENER = 0.25, 1.0, 0.005

# A sign of life, by which both sides find out that the other is gone.
PING_S = 15.0
PING = b": still here\n\n"

RESET = b"event: reset\ndata: {}\n\n"
"""Says that more was missed than is kept: the jobs must be asked for again."""


class Entry(NamedTuple):
    """An event, and how it is sent."""

    number: int
    frame: bytes


class Journal:
    """The events of one server, numbered; belongs to the thread of its event loop.

    An id is ``server-number``: after a restart the numbers begin anew, under another name.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._server = secrets.token_hex(4)
        self._entries: deque[Entry] = deque(maxlen=KEPT)
        self._number = 0
        self._told = 0
        self._listeners: set[Listener] = set()
        self._timer: asyncio.TimerHandle | None = None
        self._silence: asyncio.TimerHandle | None = None
        self._is_closed = False

    @property
    def last_id(self) -> str:
        """The id of the last event."""
        return f"{self._server}-{self._number}"

    def append(self, kind: str, what: object, *, soon: bool = True) -> None:
        """Tell an event; one that need not be told soon waits a moment for others."""
        self._number += 1
        head = f"id: {self.last_id}\nevent: {kind}\ndata: "
        self._entries.append(Entry(self._number, f"{head}{to_json(what)}\n\n".encode()))
        if soon:
            self._tell()
        elif not self._timer:
            wait = min(_MOST_S, max(_LEAST_S, _S_A_LISTENER * len(self._listeners)))
            self._timer = asyncio.get_running_loop().call_later(wait, self._tell)

    @contextmanager
    def listener(self, last_id: str) -> Iterator[Listener]:
        """Someone who hears all events after this one, beginning with those that were missed.

        Raises:
            Problem: There are too many listeners.
        """
        if len(self._listeners) >= self._limits.listeners:
            raise Problem(ProblemCode.BUSY, "Too many listeners: try again.", {"Retry-After": "5"})
        self._tell()
        listener = Listener(self._limits.behind_bytes)
        listener.push(self._missed(last_id))
        if self._is_closed:
            listener.end()
        self._listeners.add(listener)
        if not self._silence:
            self._wait_in_silence()
        try:
            yield listener
        finally:
            self._listeners.discard(listener)

    def close(self) -> None:
        """End all listeners."""
        self._is_closed = True
        for timer in (self._timer, self._silence):
            if timer:
                timer.cancel()
        for listener in self._listeners:
            listener.end()

    def _tell(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None
        if new := self._after(self._told):
            self._told = self._number
            self._push(new)

    def _push(self, frames: bytes) -> None:
        for listener in self._listeners:
            listener.push(frames)
        self._wait_in_silence()

    def _wait_in_silence(self) -> None:
        """Give a sign of life when nothing happens: one clock for all who listen."""
        if self._silence:
            self._silence.cancel()
            self._silence = None
        if self._listeners and not self._is_closed:
            loop = asyncio.get_running_loop()
            self._silence = loop.call_later(PING_S, self._push, PING)

    def _missed(self, last_id: str) -> bytes:
        server, _, text = last_id.rpartition("-")
        if not last_id:
            return b""
        number = int(text) if text.isascii() and text.isdigit() else -1
        first = self._entries[0].number if self._entries else self._number + 1
        if server != self._server or not first - 1 <= number <= self._number:
            return RESET
        return self._after(number)

    def _after(self, number: int) -> bytes:
        skipped = len(self._entries) - (self._number - number)
        return b"".join(e.frame for e in islice(self._entries, max(skipped, 0), None))


class Listener:
    """What one client has still to hear."""

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._waiting: list[bytes] = []
        self._size = 0
        self._woken = asyncio.Event()
        self._is_over = False

    def push(self, frames: bytes) -> None:
        """Have it hear this; a listener that is too far behind hears nothing more."""
        self._size += len(frames)
        if self._size > self._most:
            self.end()
        if frames and not self._is_over:
            self._waiting.append(frames)
            self._woken.set()

    def end(self) -> None:
        """Have it hear what it has still to hear, and nothing more."""
        self._is_over = True
        self._woken.set()

    async def heard(self) -> bytes | None:
        """What is new, once there is something; None at the end."""
        await self._woken.wait()
        if not self._waiting and self._is_over:
            return None
        new = b"".join(self._waiting)
        self._waiting.clear()
        self._size = 0
        if not self._is_over:
            self._woken.clear()
        return new

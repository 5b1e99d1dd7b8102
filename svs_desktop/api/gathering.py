"""A transport that sends together what is written together."""

from __future__ import annotations

import asyncio
from typing import Any

_MOST_BYTES = 64 << 10


class GatheringTransport(asyncio.Transport):
    """Holds back what is written until the event loop's next turn.

    A server writes the head of an answer and then its body: in one packet they cost the kernel and
    the client half as much.
    """

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__()
        self._transport = transport
        self._loop = loop
        self._parts: list[bytes] = []
        self._size = 0

    def write(self, data: bytes | bytearray | memoryview) -> None:
        """Send this soon."""
        if not self._parts:
            self._loop.call_soon(self._send)
        self._parts.append(bytes(data))
        self._size += len(data)
        if self._size > _MOST_BYTES:
            self._send()

    def close(self) -> None:
        """Send what is held back, then hang up."""
        self._send()
        self._transport.close()

    def abort(self) -> None:
        """Hang up at once."""
        self._parts.clear()
        self._transport.abort()

    def is_closing(self) -> bool:
        """Whether it hangs up or has done so."""
        return self._transport.is_closing()

    def pause_reading(self) -> None:
        """Take nothing more from the client for now."""
        self._transport.pause_reading()

    def resume_reading(self) -> None:
        """Take what the client sends again."""
        self._transport.resume_reading()

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        """What is known of the connection."""
        return self._transport.get_extra_info(name, default)

    def _send(self) -> None:
        parts, self._parts, self._size = self._parts, [], 0
        if parts and not self._transport.is_closing():
            self._transport.write(b"".join(parts))

"""One server on a thread of its own, from its first moment to its last."""

from __future__ import annotations

import asyncio
import logging
import socket
import threading
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from svs_desktop.api.access import Access
from svs_desktop.settings import Settings

if TYPE_CHECKING:
    from svs_desktop.api.uvicorn_server import GuestServer

_log = logging.getLogger(__name__)
_END_S = 4.0
_BACKLOG = 128


class Address(Struct, frozen=True):
    """Where to listen, and whose files may be named there.

    Attributes:
        host: A name or number of this computer.
        port: A free port, or 0 for any.
        folders: The folders whose videos may be asked for; empty for the user's own.
    """

    host: str = "127.0.0.1"
    port: int = 8765
    folders: tuple[str, ...] = ()


def wanted_address(chosen: Settings) -> Address | None:
    """Where the settings want the window's program to listen; None for nowhere."""
    return Address(port=chosen.api_port, folders=chosen.api_folders) if chosen.api else None


class Running:
    """One server, from its first moment to its last."""

    def __init__(
        self,
        address: Address,
        url: str,
        listening: socket.socket,
        access: Access,
        serve: Callable[[Running], Coroutine[Any, Any, None]],
        ended: Callable[[Running], object],
    ) -> None:
        self.address = address
        self.url = url
        self.port: int = listening.getsockname()[1]
        self.socket = listening
        self.access = access
        self.is_ending = False
        self._serve = serve
        self._ended = ended
        self._loop = asyncio.new_event_loop()
        self._server: GuestServer | None = None
        self._main: asyncio.Task[None] | None = None
        self._close: Callable[[], None] = lambda: None
        self._thread = threading.Thread(target=self._run, name="job API", daemon=True)
        self._thread.start()

    def serve(self, server: GuestServer, close: Callable[[], None]) -> None:
        """It serves; ``close`` ends what would go on for ever. On its own thread."""
        self._server, self._close = server, close
        if self.is_ending:
            self._end()

    def end(self) -> None:
        """Have it end soon; on any thread."""
        self.is_ending = True
        self.call(self._end)

    def join(self) -> None:
        """Wait until it has ended."""
        self._thread.join(_END_S)

    def call(self, function: Callable[[], object]) -> None:
        """Have a function called on its own thread, if it has not ended."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(function)

    def _end(self) -> None:
        self._close()
        if self._server:
            self._server.end()
        elif self._main:
            self._main.cancel()

    def _run(self) -> None:
        with self.socket:
            try:
                with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
                    runner.run(self._whole())
            except Exception:  # noqa: BLE001 - a thread's edge
                _log.exception("The job API has ended.")
        self._ended(self)

    async def _whole(self) -> None:
        self._main = asyncio.current_task()
        with suppress(asyncio.CancelledError):
            await self._serve(self)


def bound(address: Address) -> socket.socket:
    """A socket that listens at the address; told at once when that is not possible.

    Raises:
        OSError: The port is taken, or the host is not this computer's.
    """
    kind = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    # Only sockets of a named protocol are set by asyncio to send at once: an answer in two parts
    # would wait 40 ms for its second.
    listening = socket.socket(kind, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        # Without it a program that was started again would wait for old connections to end.
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((address.host, address.port))
        listening.listen(_BACKLOG)
        listening.setblocking(False)  # noqa: FBT003 - Python's own signature
    except OSError:
        listening.close()
        raise
    return listening

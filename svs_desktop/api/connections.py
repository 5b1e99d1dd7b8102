"""The connections of the server: uvicorn's own, with an end to the patience with each."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from svs_desktop.api.gathering import GatheringTransport
from svs_desktop.api.limits import Limits
from svs_desktop.api.problems import MEDIA_TYPE, Problem, ProblemCode, response_of

_LINGER_S = 2.0


class Connection(H11Protocol):
    """A client that sends its head in time, keeps sending its body, and takes its answer.

    uvicorn ends connections that are idle between requests; it would wait for ever for one that
    stops in the middle.
    """

    limits = Limits()

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a request, unless there are too many clients."""
        super().connection_made(GatheringTransport(transport, self.loop))
        self._reading: asyncio.TimerHandle | None = None
        self._writing: asyncio.TimerHandle | None = None
        if len(self.connections) > self.limits.connections:
            self.transport.abort()
        else:
            self._wait_for_data(self.limits.head_s)

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop waiting."""
        self._stop_reading()
        self.resume_writing()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take what came, and wait for what is still to come."""
        super().data_received(data)
        match self.conn.their_state:
            case h11.SEND_BODY:
                self._wait_for_data(self.limits.stall_s)
            case h11.IDLE if self._reading is None and self.conn.trailing_data[0]:
                self._wait_for_data(self.limits.head_s)
            case state if state is not h11.IDLE:
                self._stop_reading()

    def on_response_complete(self) -> None:
        """Do not listen for long to a client that goes on after its answer."""
        super().on_response_complete()
        if self.conn.their_state is h11.SEND_BODY:
            self._stop_reading()
            self._reading = self.loop.call_later(_LINGER_S, self.transport.abort)

    def pause_writing(self) -> None:
        """Wait for the client to take what it was sent."""
        super().pause_writing()
        self._writing = self.loop.call_later(self.limits.stall_s, self.transport.abort)

    def resume_writing(self) -> None:
        """The client has taken it."""
        super().resume_writing()
        if self._writing:
            self._writing.cancel()
            self._writing = None

    def send_400_response(self, msg: str) -> None:
        """Tell what is wrong with a request that cannot be understood."""
        code = ProblemCode.BAD_REQUEST
        answer = response_of(Problem(code, f"{msg} Perhaps its head is too long."))
        head: list[tuple[Any, Any]] = [
            (b"content-type", MEDIA_TYPE.encode()),
            (b"content-length", str(len(answer.body)).encode()),
            (b"connection", b"close"),
        ]
        reason = HTTPStatus(code.status).phrase.encode()
        response = h11.Response(status_code=code.status, headers=head, reason=reason)
        parts = (response, h11.Data(data=bytes(answer.body)), h11.EndOfMessage())
        self.transport.write(b"".join(self.conn.send(part) or b"" for part in parts))
        self.transport.close()

    def _wait_for_data(self, seconds: float) -> None:
        self._stop_reading()
        self._reading = self.loop.call_later(seconds, self._on_silence, seconds)

    def _on_silence(self, seconds: float) -> None:
        if self.flow.read_paused:  # we are the slow one
            self._wait_for_data(seconds)
        else:
            self.transport.abort()

    def _stop_reading(self) -> None:
        if self._reading:
            self._reading.cancel()
            self._reading = None

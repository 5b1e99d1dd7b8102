"""The clients of the load: many that listen to the events, and some that ask again and again."""

from __future__ import annotations

import asyncio
import re
import statistics
import time
from dataclasses import dataclass, field
from typing import Any

import psutil

PORT = 18_766
LISTENERS, REQUESTS_A_SECOND = 200, 50
JOBS = "/api/admin/jobs"
_CLIENTS = 10
_AFTER_S = 3.0
_ID = re.compile(rb"^id: \w+-(\d+)\n", re.MULTILINE)


@dataclass
class Listener(asyncio.Protocol):
    """One client of the events: what it heard, to be looked at once the load is over."""

    head: bytes
    heard: list[bytes] = field(default_factory=list)
    ended: bool = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the events."""
        assert isinstance(transport, asyncio.Transport)
        transport.write(self.head)

    def data_received(self, data: bytes) -> None:
        """Keep what came."""
        self.heard.append(data)

    def connection_lost(self, _exc: Exception | None) -> None:
        """Note that the server, or this program at its end, hung up."""
        self.ended = True

    def numbers(self, parts: int | None = None) -> list[int]:
        """The numbers of the events that came, or of those in so many parts, in their order."""
        return [int(number) for number in _ID.findall(b"".join(self.heard[:parts]))]


@dataclass
class Load:
    """What the clients ask, until when, and what they saw."""

    requests: list[bytes]
    until: float
    latencies: list[float] = field(default_factory=list)
    refused: int = 0


class Asker(asyncio.Protocol):
    """One client that asks again and again, at its times."""

    def __init__(self, load: Load, due: float) -> None:
        self.over = asyncio.get_running_loop().create_future()
        self._load = load
        self._due = due
        self._came = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Wait for the first time."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Take a part of an answer; the last one ends the wait for it."""
        self._came += data
        head, blank, body = self._came.partition(b"\r\n\r\n")
        length = head.partition(b"content-length: ")[2].partition(b"\r\n")[0]
        if not blank or len(body) < int(length):
            return
        self._load.latencies.append(time.perf_counter() - self._began)
        self._load.refused += not head.startswith(b"HTTP/1.1 200")
        self._came = b""
        self._due += _CLIENTS / REQUESTS_A_SECOND
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """It is over, if it was not yet."""
        if not self.over.done():
            self.over.set_exception(exc or ConnectionResetError())

    def _wait(self) -> None:
        if self._due < self._load.until:
            now = time.monotonic()
            asyncio.get_running_loop().call_later(max(0.0, self._due - now), self._ask)
        else:
            self.over.set_result(None)
            self._transport.close()

    def _ask(self) -> None:
        self._began = time.perf_counter()
        requests = self._load.requests
        self._transport.write(requests[len(self._load.latencies) % len(requests)])


async def put_load(token: str, job_id: str, seconds: float) -> dict[str, Any]:
    """Listen and ask for so long."""
    auth = f"Host: 127.0.0.1:{PORT}\r\nAuthorization: Bearer {token}\r\n\r\n"
    head = f"GET /api/admin/events HTTP/1.1\r\n{auth}".encode()
    listeners = [Listener(head) for _ in range(LISTENERS)]
    for listener in listeners:
        await _connect(listener)
    paths = [f"{JOBS}/{job_id}/progress"] * 6 + [f"{JOBS}/{job_id}"] * 3 + [JOBS]
    requests = [f"GET {path} HTTP/1.1\r\n{auth}".encode() for path in paths]
    now = time.monotonic()
    load = Load(requests, now + seconds)
    askers = [Asker(load, now + number / REQUESTS_A_SECOND) for number in range(_CLIENTS)]
    for asker in askers:
        await _connect(asker)
    await asyncio.gather(*(asker.over for asker in askers))
    dropped = sum(listener.ended for listener in listeners)
    worked_s = sum(psutil.Process().cpu_times()[:2])
    by_then = [len(listener.heard) for listener in listeners]
    await asyncio.sleep(_AFTER_S)  # what was told last is still on its way
    last = max(
        listener.numbers(parts)[-1] for listener, parts in zip(listeners, by_then, strict=True)
    )
    heard = [listener.numbers() for listener in listeners]
    return {
        "events": sum(len(numbers) for numbers in heard),
        "lost": sum(_lost(numbers, last) for numbers in heard),
        "dropped": dropped,
        "requests": len(load.latencies),
        "refused": load.refused,
        "median_ms": 1000 * statistics.median(load.latencies),
        "p99_ms": 1000 * statistics.quantiles(load.latencies, n=100)[98],
        "cpu_s": worked_s,
    }


def _lost(numbers: list[int], last: int) -> int:
    """How many numbers a listener missed up to the last that any had heard."""
    is_in_order = numbers == sorted(set(numbers))
    return len(set(range(numbers[0], last + 1)).difference(numbers)) + (not is_in_order)


async def _connect(protocol: asyncio.Protocol) -> None:
    loop = asyncio.get_running_loop()
    await loop.create_connection(lambda: protocol, "127.0.0.1", PORT)

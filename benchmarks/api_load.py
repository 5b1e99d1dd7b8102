"""What the job API takes from the program: many listeners and requests beside a real job.

The window's program runs with its job API on and transcribes the sample video again and again; a
process of its own listens with 200 clients and asks 50 times a second for a minute. Told are events
that were lost, how long the window's event loop was away, how much slower the jobs were than those
before and after, and how much memory the program took. Prints a Markdown table.

The clients work on the same processor as the job, so that their own work slows it too, and so does
whatever else runs: they keep what they hear and look at it once the load is over. Beside the ratio
stands which part of the processor the API itself took, which is what it can take from a job that
uses all of it.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import psutil

from svs_desktop import settings
from svs_desktop.paths import Places, resource
from svs_desktop.settings import Settings

LISTENERS, REQUESTS_A_SECOND, LOAD_S = 200, 50, 60.0
PORT = 18_766
_TICK_MS = 5
_CLIENTS = 10
_ALONE = 4
_AFTER_S = 3.0
_JOBS = "/api/admin/jobs"
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
    paths = [f"{_JOBS}/{job_id}/progress"] * 6 + [f"{_JOBS}/{job_id}"] * 3 + [_JOBS]
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


def run_program(home: Path) -> None:
    """The window's program; measures its event loop between two lines of its input."""
    from PySide6.QtCore import QTimer

    from svs_desktop.app import Program
    from svs_desktop.ui.application import make_application

    app = make_application()
    program = Program(replace(Places.under(home), models=Places.default().models))
    program.start([])
    gaps: list[tuple[float, float]] = []
    last = [(time.perf_counter(), time.thread_time())]

    def tick() -> None:
        now = (time.perf_counter(), time.thread_time())
        gaps.append((now[0] - last[0][0], now[1] - last[0][1]))
        last[0] = now

    timer = QTimer(interval=_TICK_MS)
    timer.timeout.connect(tick)
    timer.start()

    def obey() -> None:
        for line in sys.stdin:
            if line == "reset\n":
                gaps.clear()
            else:
                seen = list(gaps)
                told = {
                    "stall_ms": 1000 * max(wall for wall, _ in seen),
                    "p99_ms": 1000 * sorted(wall for wall, _ in seen)[len(seen) * 99 // 100],
                    "work_ms": 1000 * max(work for _, work in seen),
                }
                print(json.dumps(told), flush=True)
        QTimer.singleShot(0, app, app.quit)

    threading.Thread(target=obey, daemon=True).start()
    program.service.started.connect(lambda _url: print("ready", flush=True))
    app.exec()
    program.close()


class Bench:
    """The program under test, and what is asked of it."""

    def __init__(self, home: Path) -> None:
        places = Places.under(home)
        places.make()
        chosen = Settings(api=True, api_port=PORT, offer_language_model=False)
        settings.save(chosen, places.settings)
        self.child = subprocess.Popen(
            [sys.executable, __file__, "--program", str(home)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
            text=True,
        )
        assert self.child.stdout
        assert self.child.stdout.readline() == "ready\n"
        self.process = psutil.Process(self.child.pid)
        self.token = places.api_token.read_text().strip()
        self.sample = resource("sample", "sample.mp4").read_bytes()

    def ask(self, path: str, body: bytes | None = None) -> Any:
        """What the API answers; a body is a video to be sent."""
        request = urllib.request.Request(f"http://127.0.0.1:{PORT}{path}", body)
        request.add_header("Authorization", f"Bearer {self.token}")
        request.add_header("Content-Type", "application/octet-stream")
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)

    def submit(self) -> str:
        """The id of a new job for the sample."""
        added: dict[str, str] = self.ask(
            f"{_JOBS}?name=sample.mp4&options=%7B%22summarizer%22:%22extractive%22%7D", self.sample
        )
        return added["id"]

    def seconds(self, job_id: str) -> float:
        """How long the job took, once it is done."""
        from datetime import datetime

        while (job := self.ask(f"{_JOBS}/{job_id}"))["status"] != "finished":
            assert job["status"] in {"queued", "running"}, job
            time.sleep(0.2)
        began, ended = (datetime.fromisoformat(job[key]) for key in ("started_at", "ended_at"))
        return (ended - began).total_seconds()

    def tell(self, line: str) -> None:
        """Have the program begin to measure, or tell."""
        assert self.child.stdin
        self.child.stdin.write(line + "\n")
        self.child.stdin.flush()

    def stalls(self) -> dict[str, float]:
        """How long its event loop was away since it was told to measure."""
        self.tell("tell")
        assert self.child.stdout
        told: dict[str, float] = json.loads(self.child.stdout.readline())
        return told

    def worked_s(self) -> float:
        """Seconds that the program worked, its engine not counted."""
        return sum(self.process.cpu_times()[:2])

    def close(self) -> None:
        """End the program."""
        assert self.child.stdin
        self.child.stdin.close()
        self.child.wait(30)


def measure(bench: Bench, load_s: float) -> dict[str, Any]:
    """One round: jobs without load, jobs under load, jobs without load."""
    bench.seconds(bench.submit())  # loads the models
    idle, began = bench.worked_s(), time.monotonic()
    alone = [bench.seconds(bench.submit()) for _ in range(_ALONE)]
    idle = (bench.worked_s() - idle) / (time.monotonic() - began)
    under_load = []
    memory: list[float] = []
    job_id = bench.submit()
    bench.tell("reset")
    worked, began = bench.worked_s(), time.monotonic()
    client = subprocess.Popen(
        [sys.executable, __file__, "--client", bench.token, job_id, str(load_s)],
        stdout=subprocess.PIPE,
        text=True,
    )
    over = threading.Event()

    def watch() -> None:
        while not over.wait(1.0):
            memory.append(bench.process.memory_info().rss / 1e6)

    watcher = threading.Thread(target=watch)
    watcher.start()
    under_load.append(bench.seconds(job_id))
    while client.poll() is None:
        job_id = bench.submit()
        took = bench.seconds(job_id)
        if client.poll() is None:
            under_load.append(took)  # one that outlasts the load is no measure of it
    over.set()
    watcher.join()
    stalls = bench.stalls()
    worked, lasted = bench.worked_s() - worked, time.monotonic() - began
    assert client.stdout
    told = json.loads(client.stdout.read())
    alone += [bench.seconds(bench.submit()) for _ in range(_ALONE)]
    tenth = max(1, len(memory) // 6)
    return (
        told
        | stalls
        | {
            "alone_s": alone,
            "under_load_s": under_load,
            "ratio": statistics.median(under_load) / statistics.median(alone),
            "server_cpu_s": worked,
            "share": (worked - idle * lasted) / load_s / (psutil.cpu_count() or 1),
            "memory_begin_mb": statistics.mean(memory[tenth : 2 * tenth]),
            "memory_end_mb": statistics.mean(memory[-tenth:]),
        }
    )


def show(found: dict[str, Any], load_s: float) -> None:
    """Print the table."""
    jobs = ", ".join(f"{s:.1f}" for s in found["under_load_s"])
    alone = ", ".join(f"{s:.1f}" for s in found["alone_s"])
    rows = {
        "events heard": f"{found['events']} by {LISTENERS} listeners",
        "events lost": str(found["lost"]),
        "listeners dropped": str(found["dropped"]),
        "requests answered": f"{found['requests']} in {load_s:.0f} s, {found['refused']} refused",
        "an answer takes": f"{found['median_ms']:.1f} ms, 99th percentile {found['p99_ms']:.1f}",
        "longest stall of the window": (
            f"{found['stall_ms']:.0f} ms, of which {found['work_ms']:.0f} at work"
        ),
        "a job alone": f"{alone} s",
        "a job under load": f"{jobs} s",
        "ratio": f"{found['ratio']:.3f}",
        "processor of the program": f"{found['server_cpu_s']:.1f} s",
        "of this computer, for the API": f"{100 * found['share']:.1f} %",
        "processor of the clients": f"{found['cpu_s']:.1f} s",
        "memory of the program": (
            f"{found['memory_begin_mb']:.0f} MB, at the end {found['memory_end_mb']:.0f} MB"
        ),
    }
    print("| what | measured |\n|---|---|")
    for what, measured in rows.items():
        print(f"| {what} | {measured} |")


def main() -> None:
    """Measure, or be one of the processes that measuring takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=LOAD_S)
    parser.add_argument("--program", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--client", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.program:
        run_program(options.program)
    elif options.client:
        token, job_id, seconds = options.client
        print(json.dumps(asyncio.run(put_load(token, job_id, float(seconds)))))
    else:
        with (
            tempfile.TemporaryDirectory(prefix="svs-load-") as home,
            closing(Bench(Path(home))) as bench,
        ):
            show(measure(bench, options.seconds), options.seconds)


if __name__ == "__main__":
    main()

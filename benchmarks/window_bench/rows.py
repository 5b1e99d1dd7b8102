"""How smooth the window stays with many rows."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import psutil

from svs_desktop.pipeline.job import Job
from window_bench.bench import EVENTS_A_SECOND, Bench
from window_bench.stalls import Stalls, wait_until

_WATCHED_S = 5.0


def measure_rows(home: Path, counts: Sequence[int]) -> None:
    """Watch the window with so many rows each time, while one of them reports progress."""
    print(
        f"\n| rows, {EVENTS_A_SECOND} reports a second | longest stall as they appear (ms)", end=""
    )
    print(" | changes a second | longest stall (ms) | 99th percentile (ms) | processor", end="")
    print(" | memory (MB) |\n|---|---|---|---|---|---|---|")
    for count in counts:
        _measure(home / str(count), count)


def _measure(home: Path, count: int) -> None:
    bench = Bench(home, looks_at_files=False)
    bench.library.own_queue().result()
    bench.library.add([Job.new(Path(f"/videos/{n}.mp4")) for n in range(count)]).result()
    appearing = Stalls()
    bench.queue.restore()
    wait_until(lambda: bench.window.queue_model.rowCount() == count)
    appeared = appearing.end()
    bench.window.queue_pane.select(bench.queue.ids[0])
    changes: list[str] = []
    bench.queue.job_changed.connect(changes.append)
    stalls, worked, begun = Stalls(), time.thread_time(), time.perf_counter()
    wait_until(lambda: time.perf_counter() - begun > _WATCHED_S)
    busy = (time.thread_time() - worked) / _WATCHED_S
    smooth = stalls.end()
    memory_mb = psutil.Process().memory_info().rss / 1e6
    bench.queue.cancel(bench.queue.ids[:1])
    bench.close()
    rate = len(changes) / _WATCHED_S
    print(
        f"| {count} | {appeared.worst:.0f} | {rate:.0f} | {smooth.worst:.0f} | {smooth.p99:.0f}"
        f" | {100 * busy:.0f} % | {memory_mb:.0f} |"
    )

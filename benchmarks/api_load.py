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
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import psutil
from api_bench.clients import LISTENERS, put_load
from api_bench.program import Bench, run_program

LOAD_S = 60.0
_ALONE = 4


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
            closing(Bench(__file__, Path(home))) as bench,
        ):
            show(measure(bench, options.seconds), options.seconds)


if __name__ == "__main__":
    main()

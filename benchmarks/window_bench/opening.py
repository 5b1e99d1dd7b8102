"""How long a long result takes to be on the page."""

from __future__ import annotations

import random
import time
from pathlib import Path
from statistics import median

from window_bench.bench import Bench, keep
from window_bench.stalls import Stalls, wait_until

_OPENINGS = 5


def measure_opening(home: Path, words: int) -> None:
    """Open two results of so many words in turns."""
    bench = Bench(home, looks_at_files=False)
    chance = random.Random(1)
    vocabulary = [
        "".join(chance.choices("etaoinshrdlu", k=chance.randint(2, 9))) for _ in range(4000)
    ]
    ids = [keep(bench.library, chance.choices(vocabulary, k=words), n) for n in range(2)]
    page, times, works = bench.window.result_page, [], []
    for number in range(2 * _OPENINGS):
        wanted = ids[number % 2]
        stalls, begun = Stalls(), time.perf_counter()
        bench.window.open_result(wanted)
        wait_until(lambda wanted=wanted: bool(page.result and page.result.job_id == wanted))
        times.append(1000 * (time.perf_counter() - begun))
        works.append(stalls.end().worst_work)
    bench.close()
    print(f"\n| a result of {words} words is opened | first (ms) | median (ms) | longest (ms) |")
    print("|---|---|---|---|")
    for what, took in {
        "until it is on the page": times,
        "work of the window itself": works,
    }.items():
        print(f"| {what} | {took[0]:.0f} | {median(took):.0f} | {max(took):.0f} |")

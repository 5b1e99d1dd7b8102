"""How long a search takes over many results."""

from __future__ import annotations

import random
import time
from pathlib import Path
from statistics import median

from PySide6.QtTest import QTest

from svs_desktop.library import Library
from window_bench.bench import Bench, keep
from window_bench.stalls import Stalls, wait_until

SEARCHES = 7


def measure_search(home: Path, count: int) -> None:
    """Search many results of an hour each: the library alone, and as one types in the window."""
    bench = Bench(home, looks_at_files=False)
    words = _fill(bench.library, count)
    # One letter, a beginning, a word, one that is rare, three far apart, one that is nowhere.
    asked = (words[0][0], words[40][:2], words[0], words[-1], " ".join(words[9:700:300]), "zzzz")
    times = {typed: [_search_ms(bench.library, typed) for _ in range(SEARCHES)] for typed in asked}
    bench.window.activateWindow()
    searching = bench.window.searching
    searching.begin()
    wait_until(searching.field.hasFocus)
    stalls, begun = Stalls(), time.perf_counter()
    QTest.keyClicks(searching.field, words[40])
    wait_until(searching.panel.isVisible)
    shown_ms = 1000 * (time.perf_counter() - begun)
    smooth = stalls.end()
    bench.close()
    print(f"\n| search over {count} results of an hour | median (ms) | longest (ms) |")
    print("|---|---|---|")
    for typed, took in times.items():
        print(f"| “{typed}” | {median(took):.0f} | {max(took):.0f} |")
    print(f"| from the first letter to the list, with the pause of 80 ms | {shown_ms:.0f} | |")
    print(f"| longest work of the window itself meanwhile | | {smooth.worst_work:.0f} |")


def _search_ms(library: Library, typed: str) -> float:
    begun = time.perf_counter()
    library.search(typed).result()
    return 1000 * (time.perf_counter() - begun)


def _fill(library: Library, count: int) -> list[str]:
    """Keep results of 9,000 words each; the words there are, the most frequent first."""
    chance = random.Random(1)
    letters = "etaoinshrdlucmfwypvbgk"
    words = ["".join(chance.choices(letters, k=chance.randint(2, 11))) for _ in range(40_000)]
    weights = [1 / (rank + 10) for rank in range(len(words))]
    for number in range(count):
        keep(library, chance.choices(words, weights, k=9000), number)
    return words

"""What the window takes: time and memory to start, and how smooth it stays with many rows.

Prints Markdown tables. The start is measured against a peer, an empty PySide6 window, in the same
run: the ratio means the same on any machine. Run it with ``make bench``, on the desktop's own
screen, or on Qt's offscreen platform where there is none.

Times are seconds of the wall clock from the start of the process, or milliseconds for which the
event loop was away, between two ticks of a timer that wants to tick every 5 ms.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from window_bench.drop import measure_drop, measure_first
from window_bench.opening import measure_opening
from window_bench.rows import measure_rows
from window_bench.search import measure_search
from window_bench.start import measure_starts

from svs_desktop.ui.application import make_application
from svs_desktop.ui.theme import apply_theme

STARTS = 7
DROPPED = 200
ROWS = (10, 1000, 10_000)
WORDS = 30_000
RESULTS = 500


def main() -> None:
    """Measure all, or what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--starts", type=int, default=STARTS, help="how often to start")
    parser.add_argument("--dropped", type=int, default=DROPPED, help="how many files to drop")
    parser.add_argument("--rows", type=int, nargs="*", default=ROWS, help="how many rows")
    parser.add_argument("--words", type=int, default=WORDS, help="of the results that are opened")
    parser.add_argument("--results", type=int, default=RESULTS, help="how many to search")
    options = parser.parse_args()
    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="svs-bench-") as folder:
        home = Path(folder)
        if options.starts:
            measure_starts(home / "start", options.starts)
        application = make_application()
        application.setQuitOnLastWindowClosed(False)
        apply_theme(application, "light")
        measure_first(home / "first")
        if options.dropped:
            measure_drop(home / "drop", options.dropped)
        if options.rows:
            measure_rows(home / "rows", options.rows)
        if options.words:
            measure_opening(home / "opening", options.words)
        if options.results:
            measure_search(home / "search", options.results)


if __name__ == "__main__":
    main()

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
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import psutil
from PySide6.QtCore import QEventLoop, QMimeData, QPoint, QSettings, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent  # noqa: TID251
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication  # noqa: TID251

from svs_desktop.library import Library
from svs_desktop.paths import Places, resource
from svs_desktop.pipeline.events import Cancelled, Event, Progressed
from svs_desktop.pipeline.job import Job, JobState, Status
from svs_desktop.pipeline.progress import Progress, Stage, overall_percent
from svs_desktop.pipeline.summary import KEY_SENTENCES, Summary
from svs_desktop.pipeline.transcript import Segment
from svs_desktop.pipeline.wire import Probe
from svs_desktop.pipeline.workspace import Workspace
from svs_desktop.settings import Settings
from svs_desktop.ui.application import make_application
from svs_desktop.ui.main_window import MainWindow
from svs_desktop.ui.theme import apply_theme
from svs_desktop.workers.background import Background
from svs_desktop.workers.engine_process import EngineProcess, engine_command
from svs_desktop.workers.job_queue import JobQueue
from svs_desktop.workers.prober import Prober

STARTS = 7
DROPPED = 200
ROWS = (10, 1000, 10_000)
EVENTS_A_SECOND = 50
WATCHED_S = 5.0
RESULTS = 500
SEARCHES = 7
_TICK_MS = 5

_TELL = """
import json, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer

class Watch(QObject):
    is_told = False

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Expose and watched.isExposed() and not self.is_told:
            self.is_told = True
            QTimer.singleShot(0, lambda: print(time.time(), flush=True))
            QTimer.singleShot(1000, lambda: print("idle", flush=True))
        return False

watch = Watch()
"""
PROGRAM = (
    _TELL
    + """
from svs_desktop import app

class Watched(app.Program):
    def start(self, videos):
        super().start(videos)
        self.window.windowHandle().installEventFilter(watch)

app.Program = Watched
sys.exit(app.main([]))
"""
)
PEER = (
    _TELL
    + """
from PySide6.QtWidgets import QApplication, QMainWindow

application = QApplication([])
window = QMainWindow()
window.resize(1200, 760)
window.show()
window.windowHandle().installEventFilter(watch)
sys.exit(application.exec())
"""
)


@dataclass(frozen=True)
class Start:
    """One start of a program: seconds until it was visible, and megabytes once it was idle."""

    seconds: float
    megabytes: float


@dataclass(frozen=True)
class Smoothness:
    """How long the event loop was away, in milliseconds.

    ``worst_work`` counts only what the window's own thread did: other programs that want the
    processor at the same time do not make it longer.
    """

    worst: float
    p99: float
    worst_work: float


class Stalls:
    """Watches the event loop with a timer."""

    def __init__(self) -> None:
        self._gaps: list[float] = []
        self._works: list[float] = []
        self._last = time.perf_counter(), time.thread_time()
        self._timer = QTimer(interval=_TICK_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()

    def end(self) -> Smoothness:
        """Stop watching."""
        self._on_tick()
        self._timer.stop()
        gaps = sorted(self._gaps)
        p99 = gaps[int(0.99 * (len(gaps) - 1))]
        return Smoothness(1000 * gaps[-1], 1000 * p99, 1000 * max(self._works))

    def _on_tick(self) -> None:
        now = time.perf_counter(), time.thread_time()
        self._gaps.append(now[0] - self._last[0])
        self._works.append(now[1] - self._last[1])
        self._last = now


class SteadyRun:
    """A run that reports progress many times a second until it is stopped."""

    def __init__(self) -> None:
        self._stopped = threading.Event()

    def __iter__(self) -> Iterator[Event]:
        """Report, at a steady pace."""
        count = 0
        while not self._stopped.wait(1 / EVENTS_A_SECOND):
            count += 1
            fraction = count % 1000 / 1000
            overall = overall_percent(Stage.TRANSCRIBE, fraction)
            yield Progressed(Progress(Stage.TRANSCRIBE, fraction, overall, 11.0, 95.0))
        yield Cancelled(datetime.now(UTC))

    def stop(self) -> None:
        """End it."""
        self._stopped.set()


class SteadyEngine:
    """An engine that only reports progress, and knows nothing about any file."""

    def run(self, _job: Job) -> SteadyRun:
        """A run that reports."""
        return SteadyRun()

    def probe(self, _request: Probe) -> Iterator[Event]:
        """Nothing."""
        return iter(())

    def close(self) -> None:
        """There is nothing to free."""


class Bench:
    """The window over a library of its own, with an engine that only reports progress."""

    def __init__(self, home: Path, *, looks_at_files: bool) -> None:
        places = Places.under(home)
        places.make()
        workspace = Workspace(places.cache)
        workspace.make()
        self.library = Library(places.library, keep=1000)
        self.background = Background()
        looker = EngineProcess(engine_command(places)) if looks_at_files else SteadyEngine()
        self.prober = Prober(looker, workspace)  # type: ignore[arg-type]
        self.queue = JobQueue(self.library, workspace, SteadyEngine, self.prober, self.background)
        geometry = QSettings(str(home / "window.ini"), QSettings.Format.IniFormat)
        self.window = MainWindow(
            self.queue, self.library, self.background, Settings(), geometry, keep=20
        )
        self.window.show()
        wait_until(lambda: self.window.windowHandle().isExposed())

    def close(self) -> None:
        """Let go of everything."""
        self.window.close()
        self.queue.close()
        self.background.close()
        self.library.close()
        for thing in (self.window, self.queue, self.prober, self.background):
            thing.deleteLater()


def wait_until(is_so: Callable[[], bool], timeout_s: float = 60.0) -> None:
    """Run the event loop until something is so."""
    loop = QEventLoop()
    deadline = time.monotonic() + timeout_s

    def look() -> None:
        if is_so() or time.monotonic() > deadline:
            loop.quit()

    timer = QTimer(interval=_TICK_MS)
    timer.timeout.connect(look)
    timer.start()
    loop.exec()
    if not is_so():
        raise TimeoutError


def start_of(code: str, home: Path) -> Start:
    """Start a program and end it again."""
    environment = {**os.environ, "SVS_HOME": str(home)}
    begun = time.time()
    child = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=environment
    )
    assert child.stdout is not None
    visible = float(child.stdout.readline())
    child.stdout.readline()
    memory = psutil.Process(child.pid).memory_info().rss
    child.terminate()
    child.communicate()
    return Start(visible - begun, memory / 1e6)


def measure_starts(home: Path, count: int) -> None:
    """Start the program and the peer in turns."""
    for name in ("base", "minilm"):  # stand for models, so that no dialog opens
        (Places.under(home).models / name).mkdir(parents=True)
    programs, peers = [], []
    for _ in range(count):
        programs.append(start_of(PROGRAM, home))
        peers.append(start_of(PEER, home))
    print(f"| start, {count} times in turns | SVS Desktop | empty window | ratio |")
    print("|---|---|---|---|")
    rows = {
        "first, visible after (s)": (programs[0].seconds, peers[0].seconds),
        "median, visible after (s)": (_median_s(programs), _median_s(peers)),
        "memory when idle (MB)": (
            median(s.megabytes for s in programs),
            median(s.megabytes for s in peers),
        ),
    }
    for what, (ours, theirs) in rows.items():
        print(f"| {what} | {ours:.2f} | {theirs:.2f} | {ours / theirs:.1f} |")


def measure_drop(home: Path, count: int) -> None:
    """Drop many files at once, with the real engine looking at each."""
    bench = Bench(home, looks_at_files=True)
    folder = home / "videos"
    folder.mkdir()
    paths = [folder / f"video {number:03}.mp4" for number in range(count)]
    for path in paths:
        path.symlink_to(resource("sample", "sample.mp4"))
    stalls, begun = Stalls(), time.perf_counter()
    _drop(bench.window, paths)
    wait_until(lambda: bench.window.queue_model.rowCount() == count)
    rows_s = time.perf_counter() - begun
    wait_until(lambda: all(state.thumbnail for state in bench.queue.states), 300)
    looked_s = time.perf_counter() - begun
    smooth = stalls.end()
    bench.queue.remove(bench.queue.ids)
    wait_until(lambda: not bench.queue.ids)
    bench.close()
    print(f"\n| {count} files dropped at once | |")
    print("|---|---|")
    print(f"| rows are there after (s) | {rows_s:.3f} |")
    print(f"| all were looked at after (s) | {looked_s:.1f} |")
    print(f"| longest stall (ms) | {smooth.worst:.0f} |")
    print(f"| longest work of the window itself (ms) | {smooth.worst_work:.0f} |")
    print(f"| 99th percentile of stalls (ms) | {smooth.p99:.0f} |")


def measure_rows(home: Path, count: int) -> None:
    """Watch the window with many rows while one of them reports progress."""
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
    wait_until(lambda: time.perf_counter() - begun > WATCHED_S)
    busy = (time.thread_time() - worked) / WATCHED_S
    smooth = stalls.end()
    bench.queue.cancel(bench.queue.ids[:1])
    bench.close()
    rate = len(changes) / WATCHED_S
    print(
        f"| {count} | {appeared.worst:.0f} | {rate:.0f} | {smooth.worst:.0f} | {smooth.p99:.0f}"
        f" | {100 * busy:.0f} % |"
    )


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
        said = chance.choices(words, weights, k=9000)
        parts = (said[n : n + 14] for n in range(0, len(said), 14))
        segments = [
            Segment(5.6 * n, 5.6 * n + 5.0, f"{' '.join(part)}.") for n, part in enumerate(parts)
        ]
        summary = Summary(" ".join(said[:5]), (), (), "en", 3600.0, "base", KEY_SENTENCES, 640)
        job = Job.new(Path(f"/videos/{number}.mp4"))
        state = JobState(job, Status.FINISHED, title=summary.title, ended_at=datetime.now(UTC))
        library.record_result(state, summary, segments).result()
    return words


def _median_s(starts: list[Start]) -> float:
    return median(start.seconds for start in starts)


def _drop(window: MainWindow, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    for kind in (QDragEnterEvent, QDropEvent):
        QApplication.sendEvent(window, kind(QPoint(300, 300), copy, data, left, none))


def main() -> None:
    """Measure all, or what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--starts", type=int, default=STARTS, help="how often to start")
    parser.add_argument("--rows", type=int, nargs="*", default=ROWS, help="how many rows")
    parser.add_argument("--results", type=int, default=RESULTS, help="how many to search")
    options = parser.parse_args()
    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="svs-bench-") as folder:
        home = Path(folder)
        measure_starts(home / "start", options.starts)
        application = make_application()
        application.setQuitOnLastWindowClosed(False)
        apply_theme(application, "light")
        measure_drop(home / "drop", DROPPED)
        print(
            f"\n| rows, {EVENTS_A_SECOND} reports a second | longest stall as they appear (ms)",
            end="",
        )
        print(" | changes a second | longest stall (ms) | 99th percentile (ms) | processor |")
        print("|---|---|---|---|---|---|")
        for count in options.rows:
            measure_rows(home / f"rows {count}", count)
        if options.results:
            measure_search(home / "search", options.results)


if __name__ == "__main__":
    main()

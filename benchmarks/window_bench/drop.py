"""Many files dropped at once, and the first one."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent  # noqa: TID251
from PySide6.QtWidgets import QApplication  # noqa: TID251

from svs_desktop.paths import resource
from svs_desktop.ui.main_window import MainWindow
from window_bench.bench import Bench
from window_bench.stalls import Stalls, wait_until

_WATCHED_S = 3.0


def measure_first(home: Path) -> None:
    """Drop the first file of a session: much is made and drawn for the first time."""
    bench = Bench(home, looks_at_files=True)
    stalls = Stalls()
    _drop(bench.window, [resource("sample", "sample.mp4")])
    begun = time.perf_counter()
    wait_until(lambda: time.perf_counter() - begun > _WATCHED_S)
    smooth = stalls.end()
    bench.close()
    print("\n| the first file of a session | |")
    print("|---|---|")
    print(f"| longest stall (ms) | {smooth.worst:.0f} |")
    print(f"| longest work of the window itself (ms) | {smooth.worst_work:.0f} |")


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

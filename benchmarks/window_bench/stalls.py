"""How long the event loop was away."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEventLoop, Qt, QTimer

_TICK_MS = 5


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

"""Time and memory to start, against a peer: an empty PySide6 window."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import psutil

from svs_desktop.paths import Places

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


def _median_s(starts: list[Start]) -> float:
    return median(start.seconds for start in starts)

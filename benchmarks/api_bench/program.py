"""The window's program with its job API on, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
import urllib.request
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import psutil

from api_bench.clients import JOBS, PORT
from svs_desktop import settings
from svs_desktop.paths import Places, resource
from svs_desktop.settings import Settings

_TICK_MS = 5


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

    def __init__(self, script: str, home: Path) -> None:
        """Start it.

        Args:
            script: Runs ``run_program`` when it is given ``--program`` and a folder.
            home: An empty folder for its files.
        """
        places = Places.under(home)
        places.make()
        chosen = Settings(api=True, api_port=PORT, offer_language_model=False)
        settings.save(chosen, places.settings)
        self.child = subprocess.Popen(
            [sys.executable, script, "--program", str(home)],
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
            f"{JOBS}?name=sample.mp4&options=%7B%22summarizer%22:%22extractive%22%7D", self.sample
        )
        return added["id"]

    def seconds(self, job_id: str) -> float:
        """How long the job took, once it is done."""
        while (job := self.ask(f"{JOBS}/{job_id}"))["status"] != "finished":
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

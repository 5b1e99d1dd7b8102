"""``svs serve`` as a process of its own, and ``svs submit`` beside it."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil

from svs_desktop.paths import Places

SVS = [sys.executable, "-m", "svs_desktop.cli"]
PATIENCE_S = 180.0


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


class Served:
    """A library that is served, and served again after the program was ended."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[str] | None = None
        self.link = ""

    def start(self) -> None:
        self.process = subprocess.Popen(
            [*SVS, "serve", "--port", str(self.port)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self.process.stdout
        lines = [self.process.stdout.readline() for _ in range(3)]
        assert lines[0] == f"The job API listens at {self.url}\n", lines
        assert lines[1] == f"Its token is in {self.places.api_token}\n"
        self.link = lines[2].split()[-1]

    def kill(self) -> None:
        """End it as a power cut would, and see that its engine ends too."""
        assert self.process
        engines = psutil.Process(self.process.pid).children(recursive=True)
        self.process.kill()
        self.process.communicate()
        _, alive = psutil.wait_procs(engines, timeout=5)
        assert alive == []

    def terminate(self) -> int:
        assert self.process
        self.process.send_signal(signal.SIGTERM)
        self.process.communicate(timeout=20)
        return self.process.returncode

    def close(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.communicate()

    def ask(self, path: str, method: str = "GET", body: bytes | None = None) -> Any:
        token = self.places.api_token.read_text().strip()
        request = urllib.request.Request(self.url + path, body, method=method)
        request.add_header("Authorization", f"Bearer {token}")
        request.add_header("Content-Type", "application/octet-stream")
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.loads(answer.read() or b"null")

    def jobs(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.ask("/api/admin/jobs")["jobs"]
        return found


def submit(*arguments: str | Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*SVS, "submit", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ.copy(),
    )


def until(condition: Callable[[], object], patience_s: float = PATIENCE_S) -> None:
    """Wait for what other processes do."""
    deadline = time.monotonic() + patience_s
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.1)

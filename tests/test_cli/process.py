"""``svs`` as a user's shell runs it: a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import wave
from pathlib import Path

SVS = [sys.executable, "-m", "svs_desktop.cli"]
PATIENCE_S = 120


def svs(
    *arguments: str | bytes | Path, cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run ``svs`` to its end, with more in its environment."""
    return subprocess.run(
        [*SVS, *arguments],
        capture_output=True,
        check=False,
        cwd=cwd,
        env=os.environ | environment,
        stdin=subprocess.DEVNULL,
        timeout=PATIENCE_S,
    )


def started(*arguments: str | Path, **streams: int) -> subprocess.Popen[bytes]:
    """Start ``svs`` in a process group of its own, as an interactive shell does."""
    return subprocess.Popen(
        [*SVS, *arguments],
        **({"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | streams),
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )


def silent_clip(path: Path, seconds: float = 2.0) -> Path:
    """A recording in which nothing is said."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes(bytes(2 * round(16_000 * seconds)))
    return path

"""Another start of the program, as far as it hands over its videos: a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from pytestqt.qtbot import QtBot

from svs_desktop.pipeline.codec import from_json
from svs_desktop.workers.handover import Taken

_CODE = """
import sys
from pathlib import Path
from svs_desktop.paths import Places
from svs_desktop.pipeline.codec import to_json
from svs_desktop.workers.handover import hand_over
print(to_json(hand_over(Places.default(), [Path(video) for video in sys.argv[1:]])))
"""


def second_start(
    home: Path, videos: Sequence[Path], qtbot: QtBot, *, cwd: Path | None = None
) -> Taken | None:
    """What it hears, while this program's event loop runs."""
    with subprocess.Popen(
        [sys.executable, "-c", _CODE, *map(os.fspath, videos)],
        env=os.environ | {"SVS_HOME": str(home)},
        cwd=cwd,
        stdout=subprocess.PIPE,
    ) as process:
        qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
        assert process.stdout
        return from_json(process.stdout.read(), Taken | None)  # type: ignore[arg-type]

"""Memory that goes back to the system."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

# A hundred buffers at a time, as models have them, of which one in ten stays.
_PROGRAM = """
import sys
from concurrent.futures import ThreadPoolExecutor
import numpy as np
import psutil
from svs_desktop.pipeline import allocator

if sys.argv[1] == "little":
    allocator.hold_little()

def work(_):
    return [np.ones(20_000 + 1000 * n) for n in range(200)][::20]

with ThreadPoolExecutor(8) as pool:
    kept = list(pool.map(work, range(64)))
    del kept
if sys.argv[1] == "little":
    allocator.hand_back()
print(psutil.Process().memory_info().rss)
"""

# Windows of many lengths; how much more memory they take once there were some.
_WINDOWS = """
import sys
from pathlib import Path
import numpy as np
import psutil
from svs_desktop.pipeline import allocator
allocator.hold_little()
from svs_desktop.pipeline.device import placement
from svs_desktop.pipeline.whisper import Whisper

model = Whisper(Path(sys.argv[1]), placement("cpu", 2, weights=0))
taken = []
for number in range(90):
    model.encode([np.zeros(16_000 + 1280 * number, np.float32)])
    allocator.hand_back()
    taken.append(psutil.Process().memory_info().rss)
print(taken[-1] - taken[30])
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="for the GNU C library")
def test_what_is_free_is_handed_back() -> None:
    """Not just kept for the next time, as it would be by itself."""
    run = [sys.executable, "-c", _PROGRAM]
    held = {
        how: int(subprocess.run([*run, how], check=True, stdout=subprocess.PIPE).stdout)
        for how in ("much", "little")
    }
    empty = [sys.executable, "-c", _PROGRAM.replace("range(64)", "range(0)"), "much"]
    nothing = int(subprocess.run(empty, check=True, stdout=subprocess.PIPE).stdout)
    assert held["little"] - nothing < (held["much"] - nothing) / 4


@pytest.mark.slow
def test_windows_of_many_lengths_leave_nothing_behind(models_dir: Path) -> None:
    run = [sys.executable, "-c", _WINDOWS, str(models_dir / "base")]
    more = int(subprocess.run(run, check=True, stdout=subprocess.PIPE).stdout)
    assert more < 30_000_000

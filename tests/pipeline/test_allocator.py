"""Memory that goes back to the system."""

from __future__ import annotations

import subprocess
import sys

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

"""What of this machine a language model may take."""

from __future__ import annotations

import os
import time
from typing import NamedTuple

import psutil

from svs_desktop.pipeline.errors import ErrorCode, PipelineError

# Long enough to tell a busy core from a short stir.
_LOOK_S = 0.25


def free_bytes() -> int:
    """Memory that can be had without swapping."""
    return int(psutil.virtual_memory().available)


def need_memory(model: str, needed: int, free: int) -> None:
    """Refuse a model before it makes the machine crawl.

    Raises:
        PipelineError: MODEL_TOO_LARGE.
    """
    if needed > free:
        raise PipelineError(
            ErrorCode.MODEL_TOO_LARGE, model=model, needed=_gigabytes(needed), free=_gigabytes(free)
        )


def threads_to_use() -> int:
    """The physical cores that other programs leave idle, at least one.

    Threads that wait for one another are slowed down by the slowest of them: on a machine with a
    busy core, one thread fewer is several times as fast.
    """
    return max(1, _cores() - round(_cores_others_use()))


def _cores() -> int:
    physical = psutil.cpu_count(logical=False) or psutil.cpu_count() or 1
    if hasattr(os, "sched_getaffinity"):  # a container may allow fewer than there are
        return min(physical, len(os.sched_getaffinity(0)))
    return physical


def _cores_others_use() -> float:
    """How many cores were busy for others while this thread looked."""
    process = psutil.Process()
    before, own_before, began = psutil.cpu_times(), process.cpu_times(), time.monotonic()
    time.sleep(_LOOK_S)
    after, own_after, elapsed = psutil.cpu_times(), process.cpu_times(), time.monotonic() - began
    own = own_after.user + own_after.system - own_before.user - own_before.system
    return max(0.0, (_busy(after) - _busy(before) - own) / elapsed)


def _busy(times: NamedTuple) -> float:
    """Seconds of all cores that were not idle; the names of the idle ones differ by system."""
    values = times._asdict()
    # What guests run is counted as the system's own as well.
    idle = ("idle", "iowait", "guest", "guest_nice")
    return float(sum(value for name, value in values.items() if name not in idle))


def _gigabytes(count: int) -> str:
    return f"{count / 1e9:.1f} GB"

"""How memory goes back to the system: the C library is told, where it listens.

By itself the GNU C library keeps a heap for each thread and learns from the models' large,
short-lived buffers to keep those too, where the next ones do not fit: half an hour of speech took
1180 MB, and takes 1010 like this, in the same time. Other C libraries need none of it.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from contextlib import suppress
from functools import cache

# malloc.h of the GNU C library
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8
_MEGABYTE = 1 << 20


def hold_little() -> None:
    """Have this process keep few heaps, and hand large pieces back as soon as they are free."""
    if set_option := _function("mallopt"):
        set_option(_M_ARENA_MAX, 2)
        set_option(_M_MMAP_THRESHOLD, 32 * _MEGABYTE)
        set_option(_M_TRIM_THRESHOLD, 64 * _MEGABYTE)


def hand_back() -> None:
    """Hand back what is free now."""
    if trim := _function("malloc_trim"):
        trim(0)


@cache
def _function(name: str) -> Callable[..., int] | None:
    with suppress(OSError, AttributeError, TypeError):
        found: Callable[..., int] = getattr(ctypes.CDLL(None), name)
        return found
    return None

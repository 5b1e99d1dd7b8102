"""How memory goes back to the system: the C library is told, where it listens.

By itself the GNU C library keeps a heap for each thread and learns from the models' large,
short-lived buffers to keep those too, where the next ones do not fit. Other C libraries need none
of it.

oneDNN, which encodes the speech, writes machine code for each length of a window and keeps the last
1024 of them, a megabyte each: the longer the talk, the more. Hardly one is used a second time.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable
from contextlib import suppress
from functools import cache

# malloc.h of the GNU C library
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8
_MEGABYTE = 1 << 20

# https://uxlfoundation.github.io/oneDNN/dev_guide_primitive_cache.html
_PRIMITIVES = "ONEDNN_PRIMITIVE_CACHE_CAPACITY"
# As many as windows of one length need, two for each size of a batch.
_MOST_PRIMITIVES = 16


def hold_little() -> None:
    """Have this process keep little for later use; to be called before a model is loaded."""
    os.environ.setdefault(_PRIMITIVES, str(_MOST_PRIMITIVES))
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

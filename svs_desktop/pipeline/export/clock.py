"""Times as people write them."""

from __future__ import annotations


def clock(seconds: float) -> str:
    """Minutes and seconds, ``4:12``, with hours where there are any, ``1:04:12``.

    Parts of a second are cut off, so that a player sent there starts before the moment.
    """
    hours, minutes, seconds = _parts(seconds)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def mark(seconds: float) -> str:
    """A moment beside the words said there: ``[04:12]``, ``[1:04:12]``."""
    return f"[{timestamp(seconds)}]"


def timestamp(seconds: float) -> str:
    """A moment in a list of moments: ``04:12``, ``1:04:12``."""
    hours, minutes, seconds = _parts(seconds)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"


def _parts(seconds: float) -> tuple[int, int, int]:
    minutes, rest = divmod(max(0, int(seconds)), 60)
    return *divmod(minutes, 60), rest

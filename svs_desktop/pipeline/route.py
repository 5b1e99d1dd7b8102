"""The way through a recording: the stretches that are played, and the leaps between them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from math import inf

from msgspec import Struct

from svs_desktop.pipeline.transcript import Segment

_SHORTEST_LEAP_S = 1.0
_LEAD_S, _TAIL_S = 0.2, 0.3


class Stretch(Struct, frozen=True, order=True):
    """A part of a recording, in seconds from its start."""

    start: float
    end: float


class Route:
    """Stretches in the order of time, none of which touches another."""

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        self.stretches = tuple(stretches)
        self._starts = [stretch.start for stretch in self.stretches]

    @property
    def length_s(self) -> float:
        """How long it takes to play all of it."""
        return sum(stretch.end - stretch.start for stretch in self.stretches)

    def leap(self, second: float) -> float | None:
        """Where to go on from here: None is here; infinity is nowhere, all has been played."""
        before = bisect_right(self._starts, second)
        if before and second < self.stretches[before - 1].end:
            return None
        return self._starts[before] if before < len(self._starts) else inf

    def left_s(self, second: float) -> float:
        """How long the rest of it takes from here."""
        rests = (stretch.end - max(stretch.start, second) for stretch in self.stretches)
        return sum(max(0.0, rest) for rest in rests)


def route_over(stretches: Iterable[Stretch]) -> Route:
    """The way over all of these, in the order of time and with a breath around each.

    What lies less than a second apart becomes one: so short a leap is only a stumble.
    """
    joined: list[Stretch] = []
    for stretch in sorted(stretches):
        start, end = max(0.0, stretch.start - _LEAD_S), stretch.end + _TAIL_S
        if joined and stretch.start - _bare_end(joined[-1]) <= _SHORTEST_LEAP_S:
            joined[-1] = Stretch(joined[-1].start, max(joined[-1].end, end))
        else:
            joined.append(Stretch(start, end))
    return Route(joined)


def route_without_silence(segments: Iterable[Segment]) -> Route:
    """The way that leaps over the gaps between what is said; before and after it nothing is cut."""
    spoken = route_over(Stretch(segment.start, segment.end) for segment in segments).stretches
    if not spoken:
        return Route((Stretch(0.0, inf),))
    starts = (0.0, *(stretch.start for stretch in spoken[1:]))
    ends = (*(stretch.end for stretch in spoken[:-1]), inf)
    return Route([Stretch(start, end) for start, end in zip(starts, ends, strict=True)])


def _bare_end(stretch: Stretch) -> float:
    return stretch.end - _TAIL_S

"""Chapters as lines for the description of a YouTube video.

YouTube takes a list only when its first chapter begins at 00:00, there are at least three in the
order of time, and each lasts 10 seconds or more (https://support.google.com/youtube/answer/9884579).
A description holds at most 5,000 bytes, and no angle brackets.
"""

from __future__ import annotations

from itertools import pairwise

from msgspec import Struct

from svs_desktop.pipeline.export.clock import timestamp
from svs_desktop.pipeline.export.languages import locale_of
from svs_desktop.pipeline.export.wording import chapter_title
from svs_desktop.pipeline.summary import Result, Summary

_LEAST_S, _LEAST_COUNT, _MOST_BYTES = 10, 3, 5000
_LOOKALIKES = str.maketrans("<>", "‹›")  # noqa: RUF001


class _Part(Struct, frozen=True):
    """A stretch of the video, in whole seconds, as the list shows them, and its line there."""

    start: int
    end: int
    title: str
    line: bytes

    @classmethod
    def of(cls, start: int, end: int, title: str) -> _Part:
        return cls(start, end, title, f"{timestamp(start)} {title}\n".encode())

    @property
    def length(self) -> int:
        return self.end - self.start


def render(result: Result) -> bytes:
    """A line for each chapter; an empty file when there is no list that YouTube would take.

    What is too short is joined with the chapter beside it, under the title of the longer one.
    """
    parts = _parts(result.summary)
    while len(parts) > 1 and not _fit(parts):
        parts = _with_shortest_joined(parts)
    return b"".join(part.line for part in parts) if len(parts) >= _LEAST_COUNT else b""


def _parts(summary: Summary) -> list[_Part]:
    """The whole video in parts, the first of which begins with it."""
    chapters = sorted(summary.chapters, key=lambda chapter: chapter.start)
    if not chapters:
        return []
    end = int(summary.duration_s or chapters[-1].end)
    starts = [0, *(min(max(0, int(chapter.start)), end) for chapter in chapters[1:])]
    locale = locale_of(summary)
    numbered = enumerate(chapters, 1)
    titles = [chapter_title(c, n, locale).translate(_LOOKALIKES) for n, c in numbered]
    times = pairwise([*starts, end])
    return [_Part.of(*time, title) for time, title in zip(times, titles, strict=True)]


def _fit(parts: list[_Part]) -> bool:
    size = sum(len(part.line) for part in parts)
    return size <= _MOST_BYTES and min(part.length for part in parts) >= _LEAST_S


def _with_shortest_joined(parts: list[_Part]) -> list[_Part]:
    """The parts, the shortest of them joined with the shorter one of its neighbours."""
    shortest = min(range(len(parts)), key=lambda i: parts[i].length)
    beside = [i for i in (shortest - 1, shortest + 1) if 0 <= i < len(parts)]
    first = min(shortest, min(beside, key=lambda i: parts[i].length))
    a, b = parts[first : first + 2]
    joined = _Part.of(a.start, b.end, max(a, b, key=lambda part: part.length).title)
    return [*parts[:first], joined, *parts[first + 2 :]]

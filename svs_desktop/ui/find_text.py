"""Where a text is found on a page. Knows no widget, so that it can run on another thread."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from svs_desktop.library.folding import all_of, fold, fold_with_places, words_of

Match = tuple[int, int]
"""Beginning and end, in Qt's positions."""


class PageText:
    """The text of a page, made ready to be searched in.

    Case and accents do not matter. What is not found as it stands is looked for word by word, for
    the search over all results finds words that stand apart.
    """

    def __init__(self, text: str) -> None:
        self._folded, self._places = fold_with_places(text)
        self._positions: Sequence[int] = _positions(text)

    def matches(self, typed: str) -> list[Match]:
        """All places, in their order, none inside another."""
        sought = " ".join(fold(typed).split())
        if not sought:
            return []
        found = self._all(sought)
        if not found:
            found = [(at, at + len(word)) for word in words_of(typed) for at in self._begins(word)]
        return self._as_positions(sorted(found))

    def _all(self, sought: str) -> list[Match]:
        found = []
        at = self._folded.find(sought)
        while at >= 0:
            found.append((at, at + len(sought)))
            at = self._folded.find(sought, at + len(sought))
        return found

    def _begins(self, word: str) -> Sequence[int]:
        return list(all_of(self._folded, word))

    def _as_positions(self, found: Sequence[Match]) -> list[Match]:
        matches: list[Match] = []
        reached = 0
        for start, end in found:
            if start >= reached:
                first, last = self._places[start], self._places[end - 1]
                matches.append((self._positions[first], self._positions[last + 1]))
                reached = end
        return matches


def first_from(matches: Sequence[Match], position: int) -> int:
    """The number of the first match at a position or behind it, else of the first of all."""
    number = bisect_left(matches, (position, 0))
    return number if number < len(matches) else 0


def _positions(text: str) -> Sequence[int]:
    """For each character, and the end, Qt's position, which counts some characters twice."""
    if text.isascii() or max(text) <= "\uffff":
        return range(len(text) + 1)
    return list(accumulate((1 + (c > "\uffff") for c in text), initial=0))

"""Where a talk turns to something else: its sentences, divided into chapters."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from math import log, sqrt
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from svs_desktop.pipeline.sentences import Spoken

Floats: TypeAlias = npt.NDArray[np.float64]
Indices: TypeAlias = npt.NDArray[np.intp]

_MOST_CHAPTERS = 12
# A chapter is no shorter, in seconds of speech and as a part of the talk.
_SHORTEST_S, _SHORTEST_PART = 30.0, 0.03
# So many seconds of a sentence count at most: what is longer is a silence, or no sentence.
_LONGEST_S = 16.0
# Places at which a chapter may begin that are weighed against all others.
_MOST_PLACES = 400
# What one more chapter must explain, in units of the Bayesian information criterion.
_PRICE = 0.6
# How much chapters of unequal length cost, in parts of the talk's scatter.
_EVENNESS = 0.03
# How much a pause or a cut counts for a place, in the units of the price. Only what four in five
# places do not have speaks for one: else talks with many pauses would get more chapters.
_SUPPORT, _USUAL = 0.25, 0.8
# Pauses are alike when one is not shorter by more than a fifth, or all are as short as a breath.
_ALIKE, _BREATH_S = 0.8, 0.3
# A slide may come before the words or after them.
_NEAR_S = 3.0


def divide(
    spoken: Sequence[Spoken], vectors: npt.NDArray[np.float32], cuts: Sequence[float] = ()
) -> list[range]:
    """Divide a talk into chapters, each about one thing; how many, the talk itself tells.

    Of all divisions this is the one of least cost, found by dynamic programming: the scatter of
    the vectors inside the chapters as a part of the whole scatter; a price for each chapter
    (Schwarz, 1978), lower where a rare pause or cut speaks for its place; and a little for
    chapters of unequal length. The time it takes grows in line with the number of sentences.

    Args:
        spoken: The sentences, in the order of time.
        vectors: Their unit vectors, shape (sentences, dimensions).
        cuts: When the picture changes: seconds from the start of the video, in order.

    Returns:
        The indices of each chapter's sentences: every sentence once, in order. One to twelve
        chapters, at least three of a talk of four minutes; none when there is no sentence.
    """
    if not spoken:
        return []
    talk = _Talk(spoken, vectors, cuts)
    return [range(begin, end) for begin, end in pairwise(talk.refined(talk.best_edges()))]


class _Talk:
    """A talk as running sums, from which the cost of any chapter follows at once.

    An edge is the index of a chapter's first sentence; the last edge is the number of sentences.
    """

    def __init__(
        self, spoken: Sequence[Spoken], vectors: npt.NDArray[np.float32], cuts: Sequence[float]
    ) -> None:
        lengths = np.array([s.end - s.start for s in spoken]).clip(0.1, _LONGEST_S)
        self._seconds: Floats = np.concatenate([[0.0], lengths.cumsum()])
        self._sums: Floats = np.zeros((len(spoken) + 1, vectors.shape[1]))
        np.cumsum(vectors * lengths[:, None], axis=0, out=self._sums[1:])
        self._total = float(self._seconds[-1])
        self._shortest = max(_SHORTEST_S, _SHORTEST_PART * self._total)
        mean = self._sums[-1] / self._total
        scatter = lengths @ (vectors**2).sum(axis=1) - self._total * (mean @ mean)
        self._scatter = max(float(scatter), 1e-6 * self._total)
        # Sentences of unequal lengths tell as much as this number of equal ones (Kish, 1965).
        count = self._total**2 / float(lengths @ lengths)
        support = _rarity_of_pauses(spoken) + _rarity_of_cuts(spoken, cuts)
        support -= np.quantile(support, _USUAL)
        self._prices: Floats = (_PRICE * log(count) - _SUPPORT * support) / count
        self._places = self._find_places()

    def best_edges(self) -> list[int]:
        """The division of least cost of all whose edges are among the places."""
        costs = self._costs(self._places, self._places)
        fewest, most = _bounds(self._total)
        totals, before = costs[0], []
        divisions = [(float(totals[-1]), [0, len(self._places) - 1])]
        for _ in range(1, most):
            through = totals[:, None] + costs
            before.append(through.argmin(axis=0))
            totals = through.min(axis=0)
            if not np.isfinite(totals[-1]):
                break
            divisions.append((float(totals[-1]), _traced(before)))
        _, best = min(divisions[min(fewest, len(divisions)) - 1 :])
        return [int(self._places[index]) for index in best]

    def refined(self, edges: list[int]) -> list[int]:
        """Each edge moved to the best one between the places beside it."""
        for number in range(1, len(edges) - 1):
            before, edge, after = edges[number - 1 : number + 2]
            at = bisect_left(self._places.tolist(), edge)
            near = np.arange(self._places[at - 1] + 1, self._places[at + 1])
            first = self._costs(np.array([before]), near)[0]
            second = self._costs(near, np.array([after]))[:, 0]
            edges[number] = int(near[(first + second).argmin()])
        return edges

    def _find_places(self) -> Indices:
        """Edges all over the talk: all there are, or of each stretch the one of lowest price."""
        count = len(self._seconds) - 1
        if count <= _MOST_PLACES:
            return np.arange(count + 1)
        marks = np.linspace(0, self._total, _MOST_PLACES)
        stretches = pairwise(np.unique(self._seconds[1:-1].searchsorted(marks) + 1).tolist())
        inner = [a + int(self._prices[a:b].argmin()) for a, b in stretches]
        return np.array([0, *inner, count])

    def _costs(self, begins: Indices, ends: Indices) -> Floats:
        """What the chapters from each beginning to each end cost, shape (begins, ends).

        Up to a constant, the scatter about a mean is the sum's square over the weight, negative.
        """
        first, last = self._sums[begins], self._sums[ends]
        squares = (first**2).sum(1)[:, None] + (last**2).sum(1) - 2 * first @ last.T
        seconds = self._seconds[ends] - self._seconds[begins, None]
        explained = squares / seconds.clip(0.1) / self._scatter
        uneven = _EVENNESS * (seconds / self._total) ** 2
        costs: Floats = self._prices[begins, None] + uneven - explained
        is_whole = (begins == 0)[:, None] & (ends == len(self._seconds) - 1)
        costs[(seconds < self._shortest) & ~is_whole] = np.inf
        return costs


def _bounds(seconds: float) -> tuple[int, int]:
    """The fewest and the most chapters for so many seconds of speech."""
    minutes = seconds / 60
    return min(3, 1 + int(minutes / 1.5)), min(_MOST_CHAPTERS, 2 + round(1.5 * sqrt(minutes)))


def _traced(before: Sequence[Indices]) -> list[int]:
    """The edges that lead to the last place, from the best edge before each in each round."""
    edges = [len(before[0]) - 1]
    for places in reversed(before):
        edges.append(int(places[edges[-1]]))
    return [0, *reversed(edges)]


def _rarity_of_pauses(spoken: Sequence[Spoken]) -> Floats:
    """How seldom there is a pause as long as the one at each edge: minus the log of their part."""
    rarity = np.zeros(len(spoken) + 1)
    pauses = np.array([after.start - before.end for before, after in pairwise(spoken)])
    if len(pauses):
        pauses = pauses.clip(_BREATH_S)
        alike = len(pauses) - np.sort(pauses).searchsorted(_ALIKE * pauses)
        rarity[1:-1] = -np.log(alike / len(pauses))
    return rarity


def _rarity_of_cuts(spoken: Sequence[Spoken], cuts: Sequence[float]) -> Floats:
    """How seldom there is a cut near an edge, for those near one: minus the log of their part."""
    rarity = np.zeros(len(spoken) + 1)
    times = np.array(sorted(cuts))
    begins = np.array([sentence.end for sentence in spoken[:-1]]) - _NEAR_S
    ends = np.array([sentence.start for sentence in spoken[1:]]) + _NEAR_S
    is_near = times.searchsorted(begins) < times.searchsorted(ends)
    if is_near.any():
        rarity[1:-1][is_near] = -np.log(is_near.mean())
    return rarity

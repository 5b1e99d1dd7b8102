"""Which sentences carry a talk: LexRank, and a choice that does not repeat itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

_DAMPING = 0.85
_ROUNDS = 50
_CLOSE_ENOUGH = 1e-6
# Words that beginning a sentence costs: without it, the shortest ones would be chosen first.
_OVERHEAD = 4


def lexrank(vectors: Floats) -> Floats:
    """Weight each sentence by how central it is to the talk (Erkan and Radev, 2004).

    Sentences are linked by the square of their cosine. The square is an inner product of outer
    products, so a round of the power method needs a matrix of the vectors' dimensions only: cost
    and memory grow in line with the number of sentences, not with its square.

    Args:
        vectors: Unit vectors, shape (sentences, dimensions).

    Returns:
        Weights, shape (sentences,), scaled so that the highest is 1.
    """
    count = len(vectors)
    if not count:
        return np.zeros(0, np.float32)
    links = _linked(vectors, np.ones(count, np.float32))
    weights = np.full(count, 1 / count, np.float32)
    for _ in range(_ROUNDS):
        passed = _linked(vectors, weights / links)
        after = (1 - _DAMPING) / count + _DAMPING * passed
        change = float(np.abs(after - weights).sum())
        weights = after.astype(np.float32)
        if change < _CLOSE_ENOUGH:
            break
    best: Floats = weights / weights.max()
    return best


def _linked(vectors: Floats, weights: Floats) -> Floats:
    """For each sentence the sum of all weights, each by the square of the cosine to it."""
    spread = vectors.T @ (weights[:, None] * vectors)
    linked: Floats = np.einsum("id,de,ie->i", vectors, spread, vectors, optimize=True)
    return linked


class Telling(NamedTuple):
    """What the sentences of a talk tell.

    Attributes:
        terms: What each sentence tells.
        worth: What telling a term is worth; nothing if it is not there.
        lengths: Words of each sentence, shape (sentences,).
        weights: How central each sentence is, shape (sentences,).
    """

    terms: Sequence[AbstractSet[str]]
    worth: Mapping[str, float]
    lengths: npt.NDArray[np.int64]
    weights: Floats


def cover(
    telling: Telling,
    candidates: Sequence[int],
    words: int,
    told: AbstractSet[str] = frozenset(),
) -> list[int]:
    """Sentences that tell as much as they can in so many words (Lin and Bilmes, 2011).

    Each term counts once. The sentence is taken next that adds most for its length, and is most
    central, as long as there is room for it.

    Args:
        telling: What the sentences tell.
        candidates: Indices of the sentences to choose from; of equal ones, the first is taken.
        words: How many words there is room for; one sentence is chosen in any case.
        told: Terms that are told already.

    Returns:
        Indices, the best first.
    """
    chosen: list[int] = []
    heard = set(told)
    left, room = list(candidates), words

    def gain(index: int) -> float:
        new = sum(telling.worth.get(term, 0.0) for term in telling.terms[index] - heard)
        return new * float(telling.weights[index]) / (_OVERHEAD + float(telling.lengths[index]))

    while left:
        best = max(left, key=gain)
        chosen.append(best)
        heard |= telling.terms[best]
        room -= int(telling.lengths[best])
        left = [index for index in left if index != best and telling.lengths[index] <= room]
    return chosen

"""The talk's own key sentences, spread over all of it."""

from __future__ import annotations

import re
from math import sqrt

import numpy as np
from msgspec import Struct

from svs_desktop.pipeline.ranking import cover
from svs_desktop.pipeline.summary import KeyPoint, Sentence
from svs_desktop.pipeline.talk import Talk, evidence_of

# A sentence shorter than this rarely says something by itself; a longer one is hard to read.
_FEWEST_WORDS, _MOST_WORDS = 6, 45
_MOST_SENTENCES, _MOST_KEY_POINTS = 10, 20


class KeySentences(Struct, frozen=True):
    """The sentences that carry a talk.

    Attributes:
        paragraph: A few that stand for the whole, in the order of time.
        key_points: Others, one from each stretch of the talk, in the order of time.
    """

    paragraph: tuple[Sentence, ...] = ()
    key_points: tuple[KeyPoint, ...] = ()


def find_key_sentences(talk: Talk) -> KeySentences:
    """The sentences that carry the talk.

    The talk is cut into stretches of equal length and each gives its best sentence, so that
    nothing is passed over.
    """
    picker, spoken = _Picker(talk), talk.spoken
    lead = picker.pick(_sentence_count(talk.words))
    points = picker.pick(_key_point_count(talk.words))
    return KeySentences(
        paragraph=tuple(Sentence(spoken[i].text, (evidence_of(spoken[i]),)) for i in lead),
        key_points=tuple(KeyPoint(spoken[i].text, evidence_of(spoken[i])) for i in points),
    )


class _Picker:
    """Picks sentences from all over a talk, none twice and none that repeats another."""

    def __init__(self, talk: Talk) -> None:
        self._talk = talk
        telling = (talk.lengths >= _FEWEST_WORDS) & (talk.lengths <= _MOST_WORDS)
        usable = telling if telling.any() else np.ones(len(talk.spoken), bool)
        self._texts = [" ".join(re.findall(r"\w+", s.text.casefold())) for s in talk.spoken]
        self._candidates: set[int] = set(np.flatnonzero(usable).tolist())
        self._told: frozenset[str] = frozenset()

    def pick(self, count: int) -> list[int]:
        """One sentence from each of ``count`` stretches, in the order of time."""
        talk, found = self._talk, list[int]()
        for stretch in talk.stretches(count, range(len(talk.spoken))):
            candidates = talk.by_weight(self._candidates.intersection(stretch))
            best = cover(talk.telling, candidates, 0, self._told)
            found += best
            self._told = self._told.union(*(talk.terms[index] for index in best))
            said = {self._texts[index] for index in best}
            self._candidates = {i for i in self._candidates if self._texts[i] not in said}
        return sorted(found)


def _sentence_count(words: int) -> int:
    return min(_MOST_SENTENCES, 1 + round(sqrt(words / 100)))


def _key_point_count(words: int) -> int:
    return min(_MOST_KEY_POINTS, 1 + round(2 * sqrt(words / 100)))

"""From a transcript to a summary: the talk's own key sentences, spread over all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import sqrt

import numpy as np
from msgspec import Struct

from svs_desktop.pipeline.encoder import SentenceEncoder, Vectors
from svs_desktop.pipeline.ranking import choose, lexrank
from svs_desktop.pipeline.sentences import Spoken
from svs_desktop.pipeline.summary import Evidence, KeyPoint, Sentence

# A sentence shorter than this rarely says something by itself; a longer one is hard to read.
_FEWEST_WORDS, _MOST_WORDS = 6, 45
_MOST_SENTENCES, _MOST_KEY_POINTS = 10, 20
# Encoding is nearly all the work; the ranking takes the rest.
_ENCODING = 0.95


class KeySentences(Struct, frozen=True):
    """The sentences that carry a talk.

    Attributes:
        paragraph: A few that stand for the whole, in the order of time.
        key_points: Others, one from each stretch of the talk, in the order of time.
    """

    paragraph: tuple[Sentence, ...]
    key_points: tuple[KeyPoint, ...]


def find_key_sentences(
    spoken: Sequence[Spoken], encoder: SentenceEncoder
) -> Iterator[float | KeySentences]:
    """Yield fractions of the work done and, last, the key sentences.

    Every sentence is read and weighed against all others. The talk is cut into stretches of
    equal length and each gives its best sentence, so that nothing is passed over.
    """
    vectors: Vectors = np.zeros((len(spoken), 0), np.float32)
    for where, part in encoder.encode([sentence.text for sentence in spoken]):
        if not vectors.shape[1]:
            vectors = np.zeros((len(spoken), part.shape[1]), np.float32)
        vectors[where] = part
        yield _ENCODING * where.stop / len(spoken)
    picker = _Picker(spoken, vectors)
    lead = picker.pick(_sentence_count(picker.words))
    points = picker.pick(_key_point_count(picker.words))
    yield KeySentences(
        paragraph=tuple(Sentence(spoken[i].text, (_evidence(spoken[i]),)) for i in lead),
        key_points=tuple(KeyPoint(spoken[i].text, _evidence(spoken[i])) for i in points),
    )


class _Picker:
    """Picks sentences from all over a talk, none twice and none that repeats another."""

    def __init__(self, spoken: Sequence[Spoken], vectors: Vectors) -> None:
        lengths = np.array([_length(sentence) for sentence in spoken])
        self.words = int(lengths.sum())
        self._vectors = vectors
        self._weights = lexrank(vectors)
        self._read_before = np.cumsum(lengths) - lengths / 2
        telling = (lengths >= _FEWEST_WORDS) & (lengths <= _MOST_WORDS)
        usable = telling if telling.any() else np.ones(len(spoken), bool)
        self._texts = [" ".join(re.findall(r"\w+", s.text.casefold())) for s in spoken]
        self._candidates: set[int] = set(np.flatnonzero(usable).tolist())
        self._picked: list[int] = []

    def pick(self, count: int) -> list[int]:
        """One sentence from each of ``count`` stretches, in the order of time."""
        edges = np.linspace(0, self.words, count + 1)
        found: list[int] = []
        for begin, end in pairwise(edges):
            stretch = (self._read_before >= begin) & (self._read_before < end)
            candidates = self._candidates.intersection(np.flatnonzero(stretch).tolist())
            best = choose(self._weights, self._vectors, sorted(candidates), 1, self._picked)
            found += best
            self._picked += best
            said = {self._texts[index] for index in best}
            self._candidates = {i for i in self._candidates if self._texts[i] not in said}
        return sorted(found)


def _length(sentence: Spoken) -> int:
    """Words; for scripts without spaces two characters count as one."""
    words = sentence.text.split()
    return max(len(words), sum(not c.isascii() for c in sentence.text) // 2 if words else 0)


def _sentence_count(words: int) -> int:
    return min(_MOST_SENTENCES, 1 + round(sqrt(words / 100)))


def _key_point_count(words: int) -> int:
    return min(_MOST_KEY_POINTS, 1 + round(2 * sqrt(words / 100)))


def _evidence(sentence: Spoken) -> Evidence:
    return Evidence(sentence.start, sentence.end, sentence.segments)

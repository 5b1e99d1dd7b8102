"""A talk that was read: its sentences as vectors, and how much each of them carries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from math import log

import numpy as np
import numpy.typing as npt

from svs_desktop.pipeline.encoder import SentenceEncoder, Vectors
from svs_desktop.pipeline.ranking import Telling, cover, lexrank
from svs_desktop.pipeline.sentences import Spoken
from svs_desktop.pipeline.summary import Evidence
from svs_desktop.pipeline.vocabulary import Vocabulary

# A sentence shorter than this rarely says something by itself; a longer one is hard to read.
_FEWEST_WORDS, _MOST_WORDS = 6, 60
_TITLE_WORDS = 8
# Shorter words carry grammar, not a subject; so do those that a tenth of all sentences have, or, of
# a short talk, a dozen.
_WORD = re.compile(r"[^\W\d_]{3,}")
_COMMON, _DOZEN = 0.1, 12
# Longer words, on average, are sentences of a script without spaces.
_NO_SPACES = 12


class Talk:
    """The sentences of a talk and what is known of them.

    Attributes:
        spoken: The sentences, in the order of time.
        vectors: Their unit vectors, shape (sentences, dimensions).
    """

    def __init__(
        self, spoken: Sequence[Spoken], vectors: Vectors, vocabulary: Vocabulary | None = None
    ) -> None:
        """A talk; without a vocabulary all its words count as equally rare elsewhere."""
        self.spoken = spoken
        self.vectors = vectors
        self._vocabulary = vocabulary

    @cached_property
    def weights(self) -> npt.NDArray[np.float32]:
        """How central each sentence is to the talk, shape (sentences,); the highest is 1."""
        return lexrank(self.vectors)

    @cached_property
    def lengths(self) -> npt.NDArray[np.int64]:
        """Words of each sentence, shape (sentences,)."""
        return np.array([word_count(sentence.text) for sentence in self.spoken], np.int64)

    @cached_property
    def terms(self) -> Sequence[frozenset[str]]:
        """The words of each sentence; pairs of characters in scripts without spaces."""
        return [frozenset(_terms(sentence.text)) for sentence in self.spoken]

    @cached_property
    def worth(self) -> dict[str, float]:
        """How much each term tells of the talk.

        It is frequent in it, but not in every sentence, and rare elsewhere.
        """
        counts = Counter(term for terms in self.terms for term in terms)
        usual = max(_COMMON * len(self.spoken), min(_DOZEN, len(self.spoken)))
        return {
            term: log(1 + count) * log(usual / count) * self._rarity(term)
            for term, count in counts.items()
            if 1 < count < usual
        }

    @cached_property
    def telling(self) -> Telling:
        """What the sentences tell."""
        return Telling(self.terms, self.worth, self.lengths, self.weights)

    @property
    def words(self) -> int:
        """Words in all."""
        return int(self.lengths.sum())

    def stretches(self, count: int, within: range) -> list[range]:
        """Sentences in parts of about the same number of words; empty parts are left out."""
        ends = self.lengths[within.start : within.stop].cumsum()
        middles = ends - self.lengths[within.start : within.stop] / 2
        total = float(ends[-1]) if len(ends) else 0.0
        marks = within.start + np.searchsorted(middles, np.linspace(0, total, count + 1)[1:-1])
        edges = [within.start, *(int(mark) for mark in marks), within.stop]
        return [range(a, b) for a, b in pairwise(edges) if a < b]

    def carrying(self, words: int, within: range) -> list[int]:
        """The sentences that say most of what a part of the talk is about, in the order of time.

        Args:
            words: About how many words they are to have; one sentence is chosen in any case.
            within: The part of the talk.
        """
        usable = [i for i in within if _FEWEST_WORDS <= self.lengths[i] <= _MOST_WORDS]
        candidates = self.by_weight(usable or within)
        counts = Counter(term for index in within for term in self.terms[index])
        worth = {t: w for t, w in self.worth.items() if counts[t] > 1}
        return sorted(cover(self.telling._replace(worth=worth), candidates, words))

    def by_weight(self, indices: Iterable[int]) -> list[int]:
        """These sentences, the one that carries most first."""
        return sorted(indices, key=lambda index: (-self.weights[index], index))

    def beginning(self, part: range) -> str:
        """A title in the talk's own words: how the sentence begins that carries a part most."""
        telling = [i for i in part if self.lengths[i] >= _FEWEST_WORDS] or list(part)
        words = self.spoken[max(telling, key=self.weights.__getitem__)].text.split()
        begun = " ".join(words[:_TITLE_WORDS]).rstrip(".,;:!? ")
        return begun + "…" if len(words) > _TITLE_WORDS else begun

    def _rarity(self, term: str) -> float:
        return self._vocabulary.rarity(term) if self._vocabulary else 1.0


def read(
    spoken: Sequence[Spoken], encoder: SentenceEncoder, vocabulary: Vocabulary | None = None
) -> Iterator[float | Talk]:
    """Read every sentence: yield fractions of the work done and, last, the talk."""
    vectors: Vectors = np.zeros((len(spoken), 1), np.float32)
    for where, part in encoder.encode([sentence.text for sentence in spoken]):
        if not where.start:
            vectors = np.zeros((len(spoken), part.shape[1]), np.float32)
        vectors[where] = part
        yield where.stop / len(spoken)
    yield Talk(spoken, vectors, vocabulary)


def evidence_of(sentence: Spoken) -> Evidence:
    """The stretch of the talk in which a sentence was spoken."""
    return Evidence(sentence.start, sentence.end, sentence.segments)


def word_count(text: str) -> int:
    """Words; for scripts without spaces two characters count as one."""
    words = text.split()
    return sum(map(len, words)) // 2 if _has_no_spaces(words) else len(words)


def _terms(text: str) -> list[str]:
    words = _WORD.findall(text.casefold())
    if not _has_no_spaces(words):
        return words
    return [word[i : i + 2] for word in words for i in range(len(word) - 1)]


def _has_no_spaces(words: Sequence[str]) -> bool:
    return sum(map(len, words)) > _NO_SPACES * len(words)

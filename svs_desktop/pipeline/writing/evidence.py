"""What a written sentence rests on, and whether it rests on anything."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from svs_desktop.pipeline.encoder import SentenceEncoder, Vectors
from svs_desktop.pipeline.summary import Evidence
from svs_desktop.pipeline.talk import Talk, evidence_of
from svs_desktop.pipeline.writing.said import Said

# A sentence is upheld by what was said when it is this like one spoken sentence, or when this part
# of its words was said somewhere. Measured on meetings: see benchmarks/README.md.
_LIKE, _PART = 0.45, 0.6
# Sentences nearly as like as the best one are evidence too, up to so many.
_NEARLY, _MOST_EVIDENCE = 0.12, 3


class Finding(Struct, frozen=True):
    """What a look into the transcript gave for one written sentence.

    Attributes:
        evidence: The spoken sentences that are most like it, the nearest first.
        nearest: Index of the one that is most like it.
        missing: Names and numbers in it that were never said.
        upheld: Whether what it says is in the transcript, names and numbers included.
    """

    evidence: tuple[Evidence, ...]
    nearest: int
    missing: tuple[str, ...]
    upheld: bool


class EvidenceFinder:
    """Looks for written sentences in a talk.

    Args:
        talk: The talk.
        encoder: What made its vectors.
        said: Its words and numbers.
    """

    def __init__(self, talk: Talk, encoder: SentenceEncoder, said: Said) -> None:
        self._talk = talk
        self._encoder = encoder
        self.said = said

    def look_for(self, sentences: Sequence[str], within: range | None = None) -> list[Finding]:
        """Look for each sentence, in the whole talk or in one chapter of it."""
        if not sentences:
            return []
        where = within or range(len(self._talk.spoken))
        written = np.concatenate([part for _, part in self._encoder.encode(sentences)])
        likeness = written @ self._talk.vectors[where.start : where.stop].T
        rows = zip(sentences, likeness, strict=True)
        return [self._finding(text, row, where.start) for text, row in rows]

    def _finding(self, text: str, likeness: Vectors, first: int) -> Finding:
        best = np.argsort(-likeness, kind="stable")[:_MOST_EVIDENCE]
        close = [int(i) for i in best if likeness[i] >= likeness[best[0]] - _NEARLY]
        missing = self.said.missing_from(text)
        is_like = float(likeness[best[0]]) >= _LIKE
        upheld = not missing and (is_like or self.said.part_said(text) >= _PART)
        evidence = tuple(evidence_of(self._talk.spoken[first + i]) for i in close)
        return Finding(evidence, first + close[0], missing, upheld)

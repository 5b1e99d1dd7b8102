"""Recordings of which we know what is said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from clips import RATE, Sound

from svs_desktop.pipeline.transcript import Segment


@dataclass(frozen=True)
class Said:
    """A sentence that somebody speaks in a recording, and when."""

    start: float
    end: float
    text: str


@dataclass(frozen=True)
class Talk:
    """A recording at 16 kHz and the sentences in it."""

    samples: Sound
    said: tuple[Said, ...]

    @property
    def text(self) -> str:
        return " ".join(sentence.text for sentence in self.said)

    def part(self, first: int, last: int) -> Talk:
        """These sentences, with a little of the silence around them."""
        begin, end = self.said[first].start - 0.3, self.said[last].end + 0.3
        said = self.said[first : last + 1]
        return Talk(
            np.array(self.samples[round(begin * RATE) : round(end * RATE)]),
            tuple(Said(s.start - begin, s.end - begin, s.text) for s in said),
        )


def bare_words(text: str) -> str:
    """The words in lower case, without what is not spoken."""
    return " ".join(re.findall(r"[a-z0-9']+", text.lower()))


def check_times(segments: list[Segment], duration_s: float) -> None:
    """Segments lie in the recording, one after the other, and their words in them."""
    for segment in segments:
        assert 0 <= segment.start <= segment.end <= duration_s
        assert segment.words
        assert (segment.start, segment.end) == (segment.words[0].start, segment.words[-1].end)
        assert all(a.start <= b.start for a, b in pairwise(segment.words))
        assert "".join(word.text for word in segment.words).strip() == segment.text
    assert all(a.end <= b.start + 0.05 for a, b in pairwise(segments))

"""The sentences that a language model reads: those that carry each chapter of a talk."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from svs_desktop.pipeline.generators import TextGenerator
from svs_desktop.pipeline.job import Length
from svs_desktop.pipeline.talk import Talk
from svs_desktop.pipeline.writing.asking import Interviewer
from svs_desktop.pipeline.writing.fluency import fluent

# Words that the model reads for each word of the summary, at least and at most so many. More makes
# the summary better and takes longer: see benchmarks/README.md.
_READ_PER_WORD, _MOST_READ = 12, 2000
# A model that reads all of a short talk only writes it off: it gets so much of it at most.
_MOST_PART, _LEAST_READ = 0.5, 150.0
_LENGTHS: dict[Length, float] = {"short": 0.5, "normal": 1.0, "long": 2.2}
# The questions that take the most room, with values as long as they get.
_LONGEST = ("summary_lecture", "summary_meeting", "summary_interview", "summary_more", "agreements")
_VALUES = {"length": 400, "sentences": 20, "parts": "parts [10] to [12]"}
_SHRINK = 0.7


def words_wanted(words: int, length: Length) -> int:
    """How many words the summary of a talk is to have: it grows with the root of the talk's."""
    return round(_LENGTHS[length] * min(400.0, max(70.0, 50 + 8 * sqrt(words / 100))))


def excerpts(
    talk: Talk,
    chapters: Sequence[range],
    wanted: int,
    generator: TextGenerator,
    language: str,
) -> str:
    """The sentences that carry each chapter, numbered by chapter; fewer for a small context.

    Every chapter has one sentence at least.

    Args:
        talk: The talk.
        chapters: Its parts.
        wanted: Words that the summary is to have.
        generator: The model that is to read them.
        language: English name of the talk's language.
    """
    words = min(_MOST_READ, _READ_PER_WORD * wanted, max(_LEAST_READ, _MOST_PART * talk.words))
    while True:
        text = "\n\n".join(
            _block(talk, part, number, words, language) for number, part in _numbered(chapters)
        )
        asking = Interviewer(generator, language="Portuguese", excerpts=text)
        over = max(asking.tokens_over(name, **_VALUES) for name in _LONGEST)
        if over <= 0 or words < len(chapters):
            return text
        words *= _SHRINK


def _numbered(chapters: Sequence[range]) -> list[tuple[int, range]]:
    return list(enumerate(chapters, 1))


def _block(talk: Talk, part: range, number: int, words: float, language: str) -> str:
    share = words * float(talk.lengths[part.start : part.stop].sum()) / max(1, talk.words)
    lines = [fluent(talk.spoken[index].text, language) for index in talk.carrying(int(share), part)]
    return "\n".join([f"[{number}]", *lines])

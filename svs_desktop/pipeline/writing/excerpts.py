"""The sentences that a language model reads: those that carry each chapter of a talk."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from svs_desktop.pipeline.generators import TextGenerator
from svs_desktop.pipeline.job import Length
from svs_desktop.pipeline.talk import Talk
from svs_desktop.pipeline.writing.asking import Interviewer
from svs_desktop.pipeline.writing.fluency import fluent
from svs_desktop.pipeline.writing.prompts import LATER

# Words that the model reads for each word of the summary, at least and at most so many. More makes
# the summary better and takes longer: see benchmarks/README.md.
_READ_PER_WORD, _MOST_READ = 12, 2000
# A model that reads all of a short talk only writes it off: it gets so much of it at most.
_MOST_PART, _LEAST_READ = 0.5, 150.0
_LENGTHS: dict[Length, float] = {"short": 0.5, "normal": 1.0, "long": 2.2}
# The questions that take the most room, with values as long as they get.
_LONGEST = ("summary_lecture", "summary_meeting", "summary_interview", "agreements")
_VALUES = {"length": 400, "sentences": 20}
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
        chapters: Parts of it, that follow each other.
        wanted: Words that the summary of these parts is to have.
        generator: The model that is to read them.
        language: English name of the talk's language.
    """
    said = _words_in(talk, range(chapters[0].start, chapters[-1].stop))
    words = min(_MOST_READ, _READ_PER_WORD * wanted, max(_LEAST_READ, _MOST_PART * said))
    while True:
        text = "\n\n".join(
            _block(talk, part, number, words * _words_in(talk, part) / max(1, said), language)
            for number, part in enumerate(chapters, 1)
        )
        asking = Interviewer(generator, language="Portuguese", excerpts=text)
        over = max(asking.tokens_over(name, LATER, **_VALUES) for name in _LONGEST)
        if over <= 0 or words < len(chapters):
            return text
        words *= _SHRINK


def _words_in(talk: Talk, part: range) -> int:
    """How many words of the talk were said in this part."""
    return int(talk.lengths[part.start : part.stop].sum())


def _block(talk: Talk, part: range, number: int, words: float, language: str) -> str:
    lines = [fluent(talk.spoken[index].text, language) for index in talk.carrying(int(words), part)]
    return "\n".join([f"[{number}]", *lines])

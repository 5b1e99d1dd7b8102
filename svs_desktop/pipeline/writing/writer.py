"""Writes a summary with a language model, and keeps what the talk upholds."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from math import ceil

import numpy as np
from msgspec import Struct

from svs_desktop.pipeline.errors import ErrorCode, PipelineError
from svs_desktop.pipeline.generators import TextGenerator
from svs_desktop.pipeline.job import AUTO, Length, Style
from svs_desktop.pipeline.notices import Notice
from svs_desktop.pipeline.sentences import is_unspaced
from svs_desktop.pipeline.summary import Chapter, KeyPoint, Sentence
from svs_desktop.pipeline.talk import Talk
from svs_desktop.pipeline.writing.asking import Interviewer, Step
from svs_desktop.pipeline.writing.effort import Effort
from svs_desktop.pipeline.writing.evidence import EvidenceFinder
from svs_desktop.pipeline.writing.excerpts import excerpts, words_wanted
from svs_desktop.pipeline.writing.planning import plan
from svs_desktop.pipeline.writing.polish import title_of
from svs_desktop.pipeline.writing.section import ASKED, Agreed, Section, is_title

# A paragraph of more words than this is hard to read, and hard to write in one go.
_PARAGRAPH_WORDS = 160
# One title tells more than another in so many words; it may have more if the model insists.
_GOOD_TITLE_WORDS = range(3, 10)
_KINDS: tuple[Style, ...] = ("lecture", "meeting", "interview")


class Written(Struct, frozen=True):
    """What a language model made of a talk.

    Attributes:
        title: Empty when it found none that fits.
        paragraphs: Sentences with their evidence.
        chapters: One for each part of the talk, in order.
        decisions: Of a meeting.
        action_items: Of a meeting.
        dropped: Sentences that were left out because the talk does not uphold them.
        notices: The parts that could not be written.
    """

    title: str
    paragraphs: tuple[tuple[Sentence, ...], ...]
    chapters: tuple[Chapter, ...]
    decisions: tuple[KeyPoint, ...]
    action_items: tuple[KeyPoint, ...]
    dropped: int
    notices: tuple[Notice, ...]


class Writer:
    """Writes the summary of one talk.

    A long one is written in sections: the model reads what carries a section, and tells of it in a
    paragraph and in chapters, before it reads the next.

    Args:
        talk: The talk.
        chapters: Its parts; at least one.
        finder: Looks for what is written in the talk.
        generator: The model.
        language: English name of the talk's language.
        length: How much the summary says.
        style: What kind of talk it is; ``auto`` to let the model tell.
    """

    def __init__(
        self,
        talk: Talk,
        chapters: Sequence[range],
        finder: EvidenceFinder,
        generator: TextGenerator,
        *,
        language: str,
        length: Length,
        style: Style,
    ) -> None:
        self._finder = finder
        self._generator = generator
        self._language = language
        self._style = style
        self._effort = Effort()
        self._sections: list[Section] = []
        asking: list[Interviewer] = []
        wanted = words_wanted(talk.words, length)
        # No more paragraphs than there are parts to tell of.
        groups = np.array_split(
            np.arange(len(chapters)), min(len(chapters), ceil(wanted / _PARAGRAPH_WORDS))
        )
        words = wanted / len(groups)
        planned: list[tuple[str, float, int]] = []
        for group in groups:
            numbers = range(int(group[0]), int(group[-1]) + 1)
            text = excerpts(
                talk, chapters[numbers.start : numbers.stop], round(words), generator, language
            )
            asking.append(self._interviewer(text))
            self._sections.append(Section(talk, chapters, numbers, finder, asking[-1], words))
            planned.append((text, ASKED * words, len(numbers)))
        self._first = asking[0]
        plan(self._effort, style, planned)

    def write(self) -> Generator[Step, None, Written]:
        """Write everything.

        Raises:
            PipelineError: The model failed, or nothing that it wrote is in the talk.
        """
        yield from self._tell_style()
        paragraphs: list[tuple[Sentence, ...]] = []
        agreed: list[Agreed] = []
        chapters: tuple[Chapter, ...] = ()
        for section in self._sections:
            before = "".join(f"{text}\n\n" for text in map(_text, paragraphs))
            if paragraph := (yield from section.paragraph(self._style, before)):
                paragraphs.append(paragraph)
            if not paragraphs and section is self._sections[-1]:
                reason = "nothing that it wrote is in the transcript"
                model = self._generator.name
                raise PipelineError(ErrorCode.MODEL_FAILED, model=model, reason=reason)
            if self._style == "meeting":
                agreed.append((yield from section.agreed()))
            chapters += yield from section.chapters()
        return Written(
            title=(yield from self._title(paragraphs)),
            paragraphs=tuple(paragraphs),
            chapters=chapters,
            decisions=tuple(point for some in agreed for point in some.decisions),
            action_items=tuple(point for some in agreed for point in some.action_items),
            dropped=sum(section.dropped for section in self._sections),
            notices=tuple(notice for section in self._sections for notice in section.notices),
        )

    def _tell_style(self) -> Generator[Step, None, None]:
        if self._style == AUTO:
            answer = yield from self._first.ask("kind")
            self._style = next((kind for kind in _KINDS if kind in answer.lower()), "lecture")
        if self._style != "meeting":
            self._effort.leave_out("agreements")

    def _title(self, paragraphs: Sequence[Sequence[Sentence]]) -> Generator[Step, None, str]:
        """A title that says something, if need be at the second asking; empty if there is none."""
        ask = self._first
        if len(self._sections) > 1:  # no section tells of all
            ask = self._interviewer("\n\n".join(map(_text, paragraphs)))
        first = title_of((yield from ask.ask("title")))
        if is_title(first, self._finder) and _has_good_length(first):
            return first
        second = title_of((yield from ask.ask("title_again", title=first or "?")))
        titles = [title for title in (first, second) if is_title(title, self._finder)]
        return next(filter(_has_good_length, titles), max(titles, key=len, default=""))

    def _interviewer(self, text: str) -> Interviewer:
        return Interviewer(self._generator, self._effort, language=self._language, excerpts=text)


def _has_good_length(title: str) -> bool:
    return is_unspaced(title) or len(title.split()) in _GOOD_TITLE_WORDS


def _text(paragraph: Sequence[Sentence]) -> str:
    return " ".join(sentence.text for sentence in paragraph)

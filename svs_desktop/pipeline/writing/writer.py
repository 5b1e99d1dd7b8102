"""Writes a summary with a language model, and keeps what the talk upholds."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from math import ceil

import numpy as np
from msgspec import Struct

from svs_desktop.pipeline.errors import ErrorCode, PipelineError
from svs_desktop.pipeline.export.clock import clock
from svs_desktop.pipeline.generators import TextGenerator
from svs_desktop.pipeline.job import AUTO, Length, Style
from svs_desktop.pipeline.notices import Notice, NoticeCode
from svs_desktop.pipeline.sentences import is_unspaced
from svs_desktop.pipeline.summary import Chapter, KeyPoint, Sentence
from svs_desktop.pipeline.talk import Talk
from svs_desktop.pipeline.writing.about_itself import is_about_itself
from svs_desktop.pipeline.writing.as_spoken import is_as_spoken
from svs_desktop.pipeline.writing.asking import Interviewer, Step
from svs_desktop.pipeline.writing.evidence import EvidenceFinder, Finding
from svs_desktop.pipeline.writing.excerpts import excerpts, words_wanted
from svs_desktop.pipeline.writing.planning import plan
from svs_desktop.pipeline.writing.polish import (
    headed,
    items_of,
    says_again,
    sentences_of,
    title_of,
)
from svs_desktop.pipeline.writing.shortening import Upheld, part_of, shortened

# A paragraph of more words than this is hard to read, and hard to write in one go.
_PARAGRAPH_WORDS, _WORDS_A_SENTENCE = 160, 18
# Small models write less than they are asked for, and some of it the talk does not uphold.
_ASKED = 1.5
# A paragraph that became longer than it was to be by more than this loses sentences.
_TOO_LONG = 1.1
# Sentences before and after the nearest one that are shown to mend a sentence.
_AROUND = 3
# One title tells more than another in so many words; it may have more if the model insists.
_GOOD_TITLE_WORDS, _MOST_TITLE_WORDS = range(3, 10), 14
_KINDS: tuple[Style, ...] = ("lecture", "meeting", "interview")

Agreements = tuple[tuple[KeyPoint, ...], tuple[KeyPoint, ...]]


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
        self._talk = talk
        self._parts = chapters
        self._finder = finder
        self._style = style
        self._words = words_wanted(talk.words, length)
        text = excerpts(talk, chapters, self._words, generator, language)
        self._ask = Interviewer(generator, language=language, excerpts=text)
        # How many paragraphs: no more than there are parts to tell of.
        self._count = min(len(chapters), ceil(self._words / _PARAGRAPH_WORDS))
        plan(
            self._ask.effort,
            text,
            style=style,
            words=_ASKED * self._words,
            paragraphs=self._count,
            chapters=len(chapters),
        )
        self._dropped = 0
        self._notices: list[Notice] = []

    def write(self) -> Generator[Step, None, Written]:
        """Write everything.

        Raises:
            PipelineError: The model failed, or nothing that it wrote is in the talk.
        """
        if self._style == AUTO:
            answer = yield from self._ask.ask("kind")
            self._style = next((kind for kind in _KINDS if kind in answer.lower()), "lecture")
        paragraphs = yield from self._paragraphs()
        title = yield from self._title()
        decisions, action_items = yield from self._agreements()
        chapters = yield from self._chapters()
        return Written(
            title=title,
            paragraphs=paragraphs,
            chapters=chapters,
            decisions=decisions,
            action_items=action_items,
            dropped=self._dropped,
            notices=tuple(self._notices),
        )

    def _paragraphs(self) -> Generator[Step, None, tuple[tuple[Sentence, ...], ...]]:
        count = self._count
        written: list[tuple[Sentence, ...]] = []
        for group in np.array_split(np.arange(len(self._parts)), count):
            first, last = int(group[0]), int(group[-1])
            within = range(self._parts[first].start, self._parts[last].stop)
            answer = yield from self._ask.ask(
                "summary_more" if first else f"summary_{self._style}",
                before="".join(f"{' '.join(s.text for s in p)}\n\n" for p in written),
                length=round(_ASKED * self._words / count),
                sentences=max(2, round(_ASKED * self._words / count / _WORDS_A_SENTENCE)),
                parts="everything" if count == 1 else f"parts [{first + 1}] to [{last + 1}]",
            )
            upheld = yield from self._upheld(sentences_of(answer), within, opens=not first)
            most = round(_TOO_LONG * self._words / count)
            sentences = shortened(upheld, self._parts, self._talk.weights, most)
            if sentences:
                written.append(tuple(found.sentence for found in sentences))
            else:
                self._note_gap(within)
        if not written:
            reason = "nothing that it wrote is in the transcript"
            raise PipelineError(ErrorCode.MODEL_FAILED, model=self._ask.model, reason=reason)
        return tuple(written)

    def _agreements(self) -> Generator[Step, None, Agreements]:
        if self._style != "meeting":
            self._ask.effort.leave_out("agreements")
            return (), ()
        found: dict[str, list[KeyPoint]] = {"decision": [], "action": []}
        items = items_of((yield from self._ask.ask("agreements")))
        pairs = [(kind.lower().strip(), text.strip()) for kind, _, text in map(_parted, items)]
        pairs = [(kind, text) for kind, text in pairs if kind in found and text]
        for (kind, text), finding in zip(
            pairs, self._finder.look_for([text for _, text in pairs]), strict=True
        ):
            if finding.upheld:
                found[kind].append(KeyPoint(text, finding.evidence[0]))
            else:
                self._dropped += 1
        decisions, actions = (sorted(points, key=lambda p: p.start) for points in found.values())
        return tuple(decisions), tuple(actions)

    def _chapters(self) -> Generator[Step, None, tuple[Chapter, ...]]:
        written: tuple[Chapter, ...] = ()
        for index in range(len(self._parts)):
            written += ((yield from self._chapter(index)),)
        return written

    def _chapter(self, index: int) -> Generator[Step, None, Chapter]:
        part = self._parts[index]
        title, sentences = headed((yield from self._ask.ask("chapter", number=index + 1)))
        upheld = yield from self._upheld(sentences[:2], part)
        if not (title or sentences):
            self._note_gap(part)
        following = self._parts[index + 1].start if index + 1 < len(self._parts) else None
        return Chapter(
            start=self._talk.spoken[part.start].start,
            end=self._talk.spoken[part.stop - 1].end
            if following is None
            else self._talk.spoken[following].start,
            title=title if self._is_title(title) else self._talk.beginning(part),
            sentences=tuple(found.sentence for found in upheld),
        )

    def _title(self) -> Generator[Step, None, str]:
        """A title that says something, if need be at the second asking; empty if there is none."""
        first = title_of((yield from self._ask.ask("title")))
        if self._is_title(first) and _has_good_length(first):
            return first
        second = title_of((yield from self._ask.ask("title_again", title=first or "?")))
        titles = [title for title in (first, second) if self._is_title(title)]
        return next(filter(_has_good_length, titles), max(titles, key=len, default=""))

    def _is_title(self, title: str) -> bool:
        is_short = 0 < len(title.split()) <= _MOST_TITLE_WORDS
        return is_short and not self._finder.said.missing_from(title, is_title=True)

    def _upheld(
        self, written: Sequence[str], within: range, *, opens: bool = False
    ) -> Generator[Step, None, list[Upheld]]:
        """What the talk upholds, and what tells of it; other sentences are written again, once.

        The first sentence of a summary, if these are those that open it, may tell what the talk is
        about and nothing else. Others that do so, or only repeat what somebody says, go, unless
        their part would go with them.
        """
        kept: list[Upheld] = []
        findings = self._finder.look_for(written, within)
        empty = [place for place, text in enumerate(written) if not _tells(text)]
        parts = [part_of(finding.nearest, self._parts) for finding in findings]
        told_of = {parts[p] for p, f in enumerate(findings) if f.upheld and p not in empty}
        for place, (text, finding) in enumerate(zip(written, findings, strict=True)):
            if place in empty and not (opens and place == 0 and is_about_itself(text)):
                if parts[place] in told_of:
                    continue
                told = yield from self._told(text, finding, within)
                if told and not says_again(told.sentence.text, [*written, *map(_text, kept)]):
                    kept.append(told)
            elif finding.upheld:
                kept.append(Upheld(Sentence(text, finding.evidence), finding.nearest))
            elif mended := (yield from self._mended(text, finding, within)):
                kept.append(mended)
            else:
                self._dropped += 1
        return kept

    def _mended(
        self, text: str, finding: Finding, within: range
    ) -> Generator[Step, None, Upheld | None]:
        first = max(within.start, finding.nearest - _AROUND)
        nearby = self._talk.spoken[first : min(within.stop, finding.nearest + _AROUND + 1)]
        values = {
            "sentence": text,
            "nearby": "\n".join(sentence.text for sentence in nearby),
            "missing": ", ".join(finding.missing) or "what it claims",
        }
        return (yield from self._again("mend", within, values))

    def _told(
        self, text: str, finding: Finding, within: range
    ) -> Generator[Step, None, Upheld | None]:
        """What is said about that which a sentence only announces, or repeats."""
        first = finding.nearest
        following = self._talk.spoken[first : min(within.stop, first + 2 * _AROUND + 1)]
        values = {"sentence": text, "following": "\n".join(spoken.text for spoken in following)}
        told = yield from self._again("tell", within, values)
        return told if told and _tells(told.sentence.text) else None

    def _again(
        self, name: str, within: range, values: Mapping[str, str]
    ) -> Generator[Step, None, Upheld | None]:
        """The sentence that a prompt gives, if there is room for it and the talk upholds it."""
        if self._ask.tokens_over(name, **values) > 0:
            return None
        again = sentences_of((yield from self._ask.ask(name, **values)))[:1]
        found = [look for look in self._finder.look_for(again, within) if look.upheld]
        if not found:
            return None
        return Upheld(Sentence(again[0], found[0].evidence), found[0].nearest)

    def _note_gap(self, part: range) -> None:
        first, last = self._talk.spoken[part.start], self._talk.spoken[part.stop - 1]
        times = {"start": clock(first.start), "end": clock(last.end)}
        self._notices.append(Notice(NoticeCode.GAP, {**times, "reason": "nothing was written"}))


def _has_good_length(title: str) -> bool:
    return is_unspaced(title) or len(title.split()) in _GOOD_TITLE_WORDS


def _tells(text: str) -> bool:
    return not (is_about_itself(text) or is_as_spoken(text))


def _text(upheld: Upheld) -> str:
    return upheld.sentence.text


def _parted(item: str) -> tuple[str, str, str]:
    return item.partition(":")

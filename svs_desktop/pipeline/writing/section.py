"""One section of a talk, written by a language model that reads what carries it."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence

from msgspec import Struct

from svs_desktop.pipeline.export.clock import clock
from svs_desktop.pipeline.job import Style
from svs_desktop.pipeline.notices import Notice, NoticeCode
from svs_desktop.pipeline.summary import Chapter, KeyPoint, Sentence
from svs_desktop.pipeline.talk import Talk
from svs_desktop.pipeline.writing.about_itself import is_about_itself
from svs_desktop.pipeline.writing.as_spoken import is_as_spoken
from svs_desktop.pipeline.writing.asking import Interviewer, Prose, Step
from svs_desktop.pipeline.writing.evidence import EvidenceFinder, Finding
from svs_desktop.pipeline.writing.polish import headed, items_of, says_again, sentences_of
from svs_desktop.pipeline.writing.prompts import FIRST, LATER, WHOLE
from svs_desktop.pipeline.writing.shortening import Upheld, part_of, shortened

_WORDS_A_SENTENCE = 18
# Small models write less than they are asked for, and some of it the talk does not uphold.
ASKED = 1.5
# A paragraph that became longer than it was to be by more than this loses sentences.
_TOO_LONG = 1.1
# Sentences before and after the nearest one that are shown to mend a sentence.
_AROUND = 3
# A title has at most so many words.
_MOST_TITLE_WORDS = 14


class Agreed(Struct, frozen=True):
    """What a meeting agreed upon, in order of time."""

    decisions: tuple[KeyPoint, ...] = ()
    action_items: tuple[KeyPoint, ...] = ()


class Section:
    """Some of the parts of a talk, one after the other, that are told of in one paragraph.

    Args:
        talk: The talk.
        parts: All its parts.
        numbers: Those of this section, as indices of ``parts``.
        finder: Looks for what is written in the talk.
        interviewer: Asks the model, which reads the excerpts of this section.
        words: Words that the paragraph is to have.

    Attributes:
        dropped: Sentences that were left out because the talk does not uphold them.
        notices: The parts that could not be written.
    """

    def __init__(
        self,
        talk: Talk,
        parts: Sequence[range],
        numbers: range,
        finder: EvidenceFinder,
        interviewer: Interviewer,
        words: float,
    ) -> None:
        self._talk = talk
        self._parts = parts
        self._numbers = numbers
        self._within = range(parts[numbers.start].start, parts[numbers.stop - 1].stop)
        self._finder = finder
        self._ask = interviewer
        self._words = words
        self.dropped = 0
        self.notices: list[Notice] = []

    def paragraph(self, style: Style, before: str) -> Generator[Step, None, tuple[Sentence, ...]]:
        """Write its paragraph; empty if nothing can be kept.

        Args:
            style: What kind of talk it is.
            before: What is written before it, for drafts.
        """
        opens = not self._numbers.start
        is_all = len(self._numbers) == len(self._parts)
        part = WHOLE if is_all else FIRST if opens else LATER
        answer = yield from self._ask.ask(
            f"summary_{style}",
            Prose(part, before),
            length=round(ASKED * self._words),
            sentences=max(2, round(ASKED * self._words / _WORDS_A_SENTENCE)),
        )
        upheld = yield from self._upheld(sentences_of(answer), self._within, opens=opens)
        most = round(_TOO_LONG * self._words)
        kept = shortened(upheld, self._parts, self._talk.weights, most)
        if not kept:
            self._note_gap(self._within)
        return tuple(found.sentence for found in kept)

    def agreed(self) -> Generator[Step, None, Agreed]:
        """Write what a meeting agreed upon."""
        found: dict[str, list[KeyPoint]] = {"decision": [], "action": []}
        items = map(_parted, items_of((yield from self._ask.ask("agreements"))))
        pairs = [(kind, text) for kind, text in items if kind in found and _is_agreed(text)]
        for (kind, text), finding in zip(
            pairs, self._finder.look_for([text for _, text in pairs]), strict=True
        ):
            if finding.upheld:
                found[kind].append(KeyPoint(text, finding.evidence[0]))
            else:
                self.dropped += 1
        return Agreed(*(tuple(sorted(p, key=lambda point: point.start)) for p in found.values()))

    def chapters(self) -> Generator[Step, None, tuple[Chapter, ...]]:
        """Write a chapter for each of its parts."""
        written: tuple[Chapter, ...] = ()
        for index in self._numbers:
            written += ((yield from self._chapter(index)),)
        return written

    def _chapter(self, index: int) -> Generator[Step, None, Chapter]:
        part = self._parts[index]
        number = index - self._numbers.start + 1
        title, sentences = headed((yield from self._ask.ask("chapter", number=number)))
        upheld = yield from self._upheld(sentences[:2], part)
        if not (title or sentences):
            self._note_gap(part)
        following = self._parts[index + 1].start if index + 1 < len(self._parts) else None
        return Chapter(
            start=self._talk.spoken[part.start].start,
            end=self._talk.spoken[part.stop - 1].end
            if following is None
            else self._talk.spoken[following].start,
            title=title if is_title(title, self._finder) else self._talk.beginning(part),
            sentences=tuple(found.sentence for found in upheld),
        )

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
                self.dropped += 1
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
        self.notices.append(Notice(NoticeCode.GAP, {**times, "reason": "nothing was written"}))


def is_title(title: str, finder: EvidenceFinder) -> bool:
    """Whether a title is short enough, and its names and numbers are in the talk."""
    is_short = 0 < len(title.split()) <= _MOST_TITLE_WORDS
    return is_short and not finder.said.missing_from(title, is_title=True)


def _tells(text: str) -> bool:
    return not (is_about_itself(text) or is_as_spoken(text))


def _text(upheld: Upheld) -> str:
    return upheld.sentence.text


def _is_agreed(text: str) -> bool:
    return bool(text) and not text.endswith("?") and not is_as_spoken(text)


def _parted(item: str) -> tuple[str, str]:
    """The kind of an item, and its first sentence: small models go on with what was said next."""
    kind, _, text = item.partition(":")
    return kind.lower().strip(), next(iter(sentences_of(text)), "")

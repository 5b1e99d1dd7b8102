"""Where a text that is being written goes astray, and how it is to go on instead.

Small models like to begin each sentence as the one before, and to go on with what somebody said
word for word once they have begun to. What they wrote decides what they write next: it is stopped
at the first such sentence.
"""

from __future__ import annotations

import re

from msgspec import Struct

from svs_desktop.pipeline.sentences import is_whole, spoken_sentences
from svs_desktop.pipeline.transcript import Segment
from svs_desktop.pipeline.writing.as_spoken import is_as_spoken, is_taken_over

# A first word of fewer letters says little: what follows it belongs to how the sentence begins.
_TELLING_LETTERS, _OPENING_WORDS = 4, 2
# A sentence of so many words may have just begun.
_BEGINNING = range(2, 4)
# So many sentences before one are to begin otherwise.
_BEFORE = 2
_LETTER = re.compile(r"\w")
_ENDED = re.compile(r"[.!?\u2026]\s")


class Astray(Struct, frozen=True):
    """A sentence is not to stay as it is.

    Attributes:
        kept: The text before it.
        openings: What is not to come in its place: how it began, and how those before it do.
    """

    kept: str
    openings: tuple[str, ...]


class Course:
    """The course of one answer.

    Attributes:
        start: How the answer begins, as far as it may stay.
        avoid: What is not to come after that.
    """

    def __init__(self, said: str, *, spare: int) -> None:
        """It begins with nothing.

        Args:
            said: The ``words_of`` what was said.
            spare: How many words may be thrown away to lead it back.
        """
        self.start = ""
        self.avoid: tuple[str, ...] = ()
        self._said = said
        self._spare = spare

    def lead_back(self, answer: str) -> int:
        """Have an answer that went astray go on from an earlier place.

        Returns:
            How many of its words are thrown away; 0 if it is on its course.
        """
        lost = astray(answer, self._said) if self._spare > 0 else None
        if not lost:
            return 0
        words = len(answer.split()) - len(lost.kept.split())
        space = " " if lost.kept else ""
        avoid = tuple(space + opening for opening in lost.openings)
        if lost.kept == self.start:
            if set(avoid) <= set(self.avoid):  # it has been told, and does not listen
                self._spare = 0
                return 0
            avoid += self.avoid
        self.start, self.avoid = lost.kept, avoid
        self._spare -= words
        return words


def astray(text: str, said: str) -> Astray | None:
    """Whether the sentence that is being written should be another one.

    It should if it begins as one shortly before, which shows once the words that it begins with
    are followed by others, or if it only repeats what somebody said. A list is left as it is.

    Args:
        text: The text so far.
        said: The ``words_of`` what was said.
    """
    text = " ".join(text.split()) if "\n" not in text.strip() else ""
    end = _ENDED.split(text)[-1]
    begins, is_said = len(end.split()) in _BEGINNING, _is_said(end, said)
    if not (end and (begins or is_said)):
        return None
    *before, last = [s.text for s in spoken_sentences([Segment(0.0, 0.0, text)])]
    if before and not is_whole(before[-1]):
        return None
    openings = [_opening(sentence) for sentence in before[-_BEFORE:]]
    opening = _opening(last)
    if is_said:
        openings = [last.split()[0].rstrip(",;:"), opening, *openings]
    elif opening == last or opening not in openings:
        return None
    return Astray(text[: text.rindex(last)].rstrip(), tuple(dict.fromkeys(openings)))


def _is_said(text: str, said: str) -> bool:
    return is_as_spoken(text) or is_taken_over(text, said)


def _opening(sentence: str) -> str:
    words = sentence.split(maxsplit=_OPENING_WORDS)
    says_something = len(_LETTER.findall(words[0])) >= _TELLING_LETTERS
    return " ".join(words[: 1 if says_something else _OPENING_WORDS])

"""Where a text that is being written goes astray, and how it is to go on instead.

Small models like to begin each sentence as the one before, to make lists, to say again what they
have said, and to go on with what somebody said word for word once they have begun to. What they
wrote decides what they write next: it is stopped at the first sentence of the kind.
"""

from __future__ import annotations

import re

from msgspec import Struct

from svs_desktop.pipeline.sentences import is_whole, spoken_sentences
from svs_desktop.pipeline.transcript import Segment
from svs_desktop.pipeline.writing.as_spoken import is_as_spoken, is_taken_over
from svs_desktop.pipeline.writing.polish import says_again

# A first word of fewer letters says little: what follows it belongs to how the sentence begins.
_TELLING_LETTERS, _OPENING_WORDS = 4, 2
# So many sentences before one are to begin otherwise, and none at all with so many words alike.
_BEFORE, _SAME_WORDS = 2, 4
_BEGINNING = {2, 3, _SAME_WORDS + 1}
_LETTER = re.compile(r"\w")
_ENDED = re.compile(r"[.!?\u2026]\s")
_BULLET = re.compile(r"\s*(?:[-*\u2022\u2013]|\(?\d{1,2}[.)])(?=\s)")
_NEW_LINES = ("\n\n", "\n")


class Astray(Struct, frozen=True):
    """A text is not to go on as it does.

    Attributes:
        kept: The text before the place where it went astray.
        openings: What is not to come there, with the white space before it.
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

    def is_left(self, answer: str) -> bool:
        """Whether an answer went astray; if so, ``start`` and ``avoid`` tell how to go on."""
        lost = astray(answer, self._said) if self._spare > 0 else None
        if not lost:
            return False
        avoid = lost.openings
        if lost.kept == self.start:
            if set(avoid) <= set(self.avoid):  # it has been told, and does not listen
                self._spare = 0
                return False
            avoid += self.avoid
        self._spare -= len(answer.split()) - len(lost.kept.split())
        self.start, self.avoid = lost.kept, avoid
        return True


def astray(text: str, said: str) -> Astray | None:
    """Whether a text that is being written goes astray, seen from its end.

    It does when it becomes a list; when a sentence begins as one shortly before, which shows once
    the words that it begins with are followed by others; when it only repeats what somebody said;
    and when it has come to its end without having said anything new.

    Args:
        text: The text so far.
        said: The ``words_of`` what was said.
    """
    return _list_in(text) or _sentence_in(" ".join(text.split()), said)


def _list_in(text: str) -> Astray | None:
    if bullet := _BULLET.match(text):
        return Astray("", (bullet[0].strip(),))
    first, new_line, _ = text.lstrip().partition("\n")
    first = " ".join(first.split())
    if not (first and new_line):
        return None
    if is_whole(first):
        return Astray(first, _NEW_LINES)
    last = _sentences(first)[-1]
    return _instead_of(last, first, [_opening(last)])


def _sentence_in(text: str, said: str) -> Astray | None:
    end = _ENDED.split(text)[-1]
    is_said = is_as_spoken(end) or is_taken_over(end, said)
    if not (is_said or is_whole(end) or len(end.split()) in _BEGINNING):
        return None
    *before, last = _sentences(text) or [""]
    if not last or (before and not is_whole(before[-1])):
        return None
    opening, openings = _opening(last), [_opening(sentence) for sentence in before[-_BEFORE:]]
    if is_said:
        return _instead_of(last, text, [last.split()[0].rstrip(",;:"), opening, *openings])
    if opening != last and opening in openings:
        return _instead_of(last, text, openings)
    if _begins_as(last, before) or (is_whole(last) and says_again(last, before)):
        return _instead_of(last, text, [opening, *openings])
    return None


def _sentences(text: str) -> list[str]:
    return [spoken.text for spoken in spoken_sentences([Segment(0.0, 0.0, text)])]


def _instead_of(sentence: str, text: str, openings: list[str]) -> Astray:
    kept = text[: text.rindex(sentence)].rstrip()
    space = " " if kept else ""
    return Astray(kept, tuple(dict.fromkeys(space + opening for opening in openings)))


def _begins_as(sentence: str, others: list[str]) -> bool:
    words = sentence.split()
    is_telling = len(words) > _SAME_WORDS
    begun = words[:_SAME_WORDS]
    return is_telling and any(other.split()[:_SAME_WORDS] == begun for other in others)


def _opening(sentence: str) -> str:
    words = sentence.split(maxsplit=_OPENING_WORDS)
    says_something = len(_LETTER.findall(words[0])) >= _TELLING_LETTERS
    return " ".join(words[: 1 if says_something else _OPENING_WORDS])

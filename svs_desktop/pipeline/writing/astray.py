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
# So many sentences before one are to begin otherwise.
_BEFORE = 2
_LETTER = re.compile(r"\w")
_ENDED = re.compile(r"[.!?\u2026](?:\s|$)")


class Astray(Struct, frozen=True):
    """A sentence is not to stay as it is.

    Attributes:
        kept: The text before it.
        openings: What is not to come in its place: how it began, and how those before it do.
    """

    kept: str
    openings: tuple[str, ...]


def astray(text: str, said: str) -> Astray | None:
    """Whether the last sentence of a text that is being written should be another one.

    It should if it begins as one shortly before, which shows once the words that it begins with
    are followed by others, or, when it is complete, if it only repeats what somebody said. A list
    is left as it is.

    Args:
        text: The text so far.
        said: The ``words_of`` what was said.
    """
    text = " ".join(text.split()) if "\n" not in text.strip() else ""
    begun = _ENDED.split(text)[-1].split()
    if not text or len(begun) > _OPENING_WORDS + 1:
        return None
    *before, last = [s.text for s in spoken_sentences([Segment(0.0, 0.0, text)])]
    if before and not is_whole(before[-1]):
        return None
    openings = [_opening(sentence) for sentence in before[-_BEFORE:]]
    opening = _opening(last)
    if is_whole(last) and (is_as_spoken(last) or is_taken_over(last, said)):
        openings = [last.split()[0].rstrip(",;:"), opening, *openings]
    elif opening == last or opening not in openings:
        return None
    return Astray(text[: text.rindex(last)].rstrip(), tuple(dict.fromkeys(openings)))


def _opening(sentence: str) -> str:
    words = sentence.split(maxsplit=_OPENING_WORDS)
    says_something = len(_LETTER.findall(words[0])) >= _TELLING_LETTERS
    return " ".join(words[: 1 if says_something else _OPENING_WORDS])

"""The times of words after a person has corrected a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate

from msgspec.structs import replace

from svs_desktop.library.folding import RUN
from svs_desktop.pipeline.transcript import Segment, Word

# A word with the space before it; of scripts without spaces, a character.
_WORDS = re.compile(f"\\s*(?:[{RUN}]|[^\\s{RUN}]+)")


def corrected(made: Segment, text: str) -> Segment:
    """The segment as it was transcribed, with a person's text.

    Words that stay keep their times. Those in place of others share the time of what they
    replace, each by its length; new ones share that of the word before or after.
    """
    if text == made.text:
        return made
    if not made.words:
        return replace(made, text=text)
    return replace(made, text=text, words=tuple(_words(made, _WORDS.findall(text))))


def _words(made: Segment, texts: Sequence[str]) -> Iterator[Word]:
    before = [word.text.strip() for word in made.words]
    after = [text.strip() for text in texts]
    same = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for kind, a, b, c, d in _joined_inserts(same):
        if kind == "equal":
            pairs = zip(made.words[a:b], texts[c:d], strict=True)
            yield from (Word(word.start, word.end, text) for word, text in pairs)
        elif c < d:
            yield from _sharing(made.words[a].start, made.words[b - 1].end, texts[c:d])


_Op = tuple[str, int, int, int, int]


def _joined_inserts(ops: Sequence[_Op]) -> Iterator[_Op]:
    """The same, with each insertion in place of itself and the word before, or else after, it."""
    pending: list[_Op] = []
    for kind, a, b, c, d in ops:
        if kind == "insert" and pending:
            _, e, f, g, h = pending.pop()
            if f - e > 1:
                pending.append(("equal", e, f - 1, g, h - 1))
            pending.append(("replace", f - 1, f, h - 1, d))
        elif pending and pending[-1][0] == "insert":
            first = pending.pop()[3]
            pending.append(("replace", a, a + 1, first, c + 1))
            if b - a > 1:
                pending.append((kind, a + 1, b, c + 1, d))
        else:
            pending.append((kind, a, b, c, d))
    yield from pending


def _sharing(start: float, end: float, texts: Sequence[str]) -> Iterator[Word]:
    lengths = [len(text.strip()) for text in texts]
    total = sum(lengths)
    bounds = [start + (end - start) * done / total for done in accumulate(lengths, initial=0)]
    for number, text in enumerate(texts):
        yield Word(bounds[number], bounds[number + 1], text)

"""When each word is said, from how the decoder looked at the sound."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from statistics import median
from typing import Protocol

import numpy as np
from faster_whisper.tokenizer import Tokenizer

from svs_desktop.pipeline.transcript import Word

_STEP_S = 0.02
"""Seconds of the encoder's positions."""

_OPENING = "\"'“¿([{-"
_CLOSING = "\"'.。,，!！?？:：”)]}、"  # noqa: RUF001 - full-width on purpose
_ENDS = ".。!！?？"  # noqa: RUF001
# No ordinary word lasts longer than this many times the usual one; a longer one has a pause in it.
_MOST_TIMES_USUAL = 2
# One that is longer than this stands before words that the decoder passed over.
_MOST_S = 2.0
_MOST_USUAL_S = 0.7


class Alignment(Protocol):
    """Which token the decoder looked where for: pairs of token and position, in order."""

    @property
    def alignments(self) -> Sequence[tuple[int, int]]:
        """The pairs."""
        ...


def words_of(alignment: Alignment, tokens: Sequence[int], tokenizer: Tokenizer) -> list[Word]:
    """The words of a window, in its own seconds (as in openai/whisper, ``timing.py``)."""
    texts, parts = tokenizer.split_to_word_tokens([*tokens, tokenizer.eot])
    if len(parts) <= 1 or not alignment.alignments:
        return []
    pairs = np.array(alignment.alignments)
    begins = np.diff(pairs[:, 0], prepend=-1) > 0
    moments = pairs[begins, 1] * _STEP_S
    bounds = [0, *accumulate(len(part) for part in parts[:-1])]
    found = [
        Word(float(moments[a]), float(moments[b]), text)
        for text, (a, b) in zip(texts, pairwise(bounds), strict=False)
        if b < len(moments)
    ]
    return _without_pauses(_with_signs(found))


def _with_signs(words: list[Word]) -> list[Word]:
    """Words and the signs before and behind them as one."""
    found: list[Word] = []
    opening: Word | None = None
    for word in words:
        text = word.text.strip()
        if opening:
            word = Word(word.start, word.end, opening.text + word.text)  # noqa: PLW2901
            opening = None
        if text and word.text.startswith(" ") and text in _OPENING:
            opening = word
        elif found and text and not word.text.startswith(" ") and text in _CLOSING:
            found[-1] = Word(found[-1].start, found[-1].end, found[-1].text + word.text)
        else:
            found.append(word)
    return [*found, opening] if opening else found


def _without_pauses(words: list[Word]) -> list[Word]:
    """Words at the edges of sentences no longer than words are."""
    lengths = [word.end - word.start for word in words if word.end > word.start]
    if not lengths:
        return words
    most = _MOST_TIMES_USUAL * min(_MOST_USUAL_S, median(lengths))
    found = []
    for number, word in enumerate(words):
        begins = number == 0 or words[number - 1].text.rstrip().endswith(tuple(_ENDS))
        start, end = word.start, word.end
        if end - start > most:
            if begins or end - start > _MOST_S:
                start = end - most
            elif word.text.rstrip().endswith(tuple(_ENDS)):
                end = start + most
        found.append(Word(start, end, word.text))
    return found

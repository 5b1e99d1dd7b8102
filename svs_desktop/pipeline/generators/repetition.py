"""Keeping a model from saying the same thing over and over.

The likeliest next word, again and again, is how small models begin to loop. DRY (p-e-w 2024,
https://github.com/oobabooga/text-generation-webui/pull/5677) makes a word less likely the longer
the passage is that it would repeat; names and terms, being short, may come as often as they must.
"""

from __future__ import annotations

from collections.abc import Sequence

MULTIPLIER = 0.8
BASE = 1.75
# Tokens that may be repeated freely. llama.cpp counts what repeats the prompt, too, and a summary
# is to use the words of the talk: with fewer the model misspells them. A loop is longer.
ALLOWED = 24
# How many of the last tokens are looked at.
WINDOW = 512

LLAMA_OPTIONS = {
    "dry_multiplier": MULTIPLIER,
    "dry_base": BASE,
    "dry_allowed_length": ALLOWED,
    "dry_penalty_last_n": WINDOW,
}
"""The same for llama.cpp."""

_LONGEST = 50


def penalties(tokens: Sequence[int]) -> dict[int, float]:
    """What to take off the logit of each token that would go on with a repeated passage.

    Args:
        tokens: The answer so far.
    """
    recent = list(tokens[-WINDOW:])
    longest: dict[int, int] = {}
    for end in range(1, len(recent)):
        if recent[end - 1] == recent[-1]:
            length = _common_ending(recent, end)
            longest[recent[end]] = max(length, longest.get(recent[end], 0))
    return {
        token: MULTIPLIER * BASE ** (length - ALLOWED)
        for token, length in longest.items()
        if length >= ALLOWED
    }


def _common_ending(tokens: list[int], end: int) -> int:
    """How many of the last tokens stand, in the same order, before ``end`` as well."""
    length = 0
    while length < min(end, _LONGEST) and tokens[end - 1 - length] == tokens[-1 - length]:
        length += 1
    return length

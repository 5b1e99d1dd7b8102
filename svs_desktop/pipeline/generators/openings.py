"""Keeping a model from beginning with certain words."""

from __future__ import annotations

from collections.abc import Sequence


def barred(openings: Sequence[Sequence[int]], answer: Sequence[int]) -> set[int]:
    """The tokens that would complete one of these at the beginning of an answer.

    Args:
        openings: What it is not to begin with, in tokens.
        answer: Its tokens so far.
    """
    return {opening[-1] for opening in openings if list(opening[:-1]) == list(answer)}

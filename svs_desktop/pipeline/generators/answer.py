"""What of a model's answer is for the reader: not its thoughts, and nothing after a stop."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence

_OPEN = "<think>"
_CLOSE = "</think>"


def readable(
    pieces: Iterable[str], stop: Sequence[str] = (), *, thinking: bool = False
) -> Generator[str, None, None]:
    """Leave out what the model thinks aloud, and end before the first of the strings ``stop``.

    Marks may be split over pieces. Pieces may be empty; each piece that comes makes one that goes.

    Args:
        pieces: The answer as it is written.
        stop: Strings that end the answer; those in thoughts do not count.
        thinking: Whether the answer begins in the middle of a thought.
    """
    return _until(_without_thoughts(pieces, thinking=thinking), [text for text in stop if text])


def _without_thoughts(pieces: Iterable[str], *, thinking: bool) -> Generator[str, None, None]:
    held = ""
    after_thought = thinking
    for piece in pieces:
        held += piece
        ready = ""
        while True:
            before, mark, rest = held.partition(_CLOSE if thinking else _OPEN)
            if not mark:
                break
            ready += "" if thinking else before
            held, thinking, after_thought = rest, not thinking, True
        kept = _possible_beginning(held, (_CLOSE if thinking else _OPEN,))
        ready += "" if thinking else held[: len(held) - kept]
        held = held[len(held) - kept :]
        if after_thought:
            ready = ready.lstrip()  # the blank lines that set a thought off
            after_thought = not ready
        yield ready
    if held and not thinking:
        yield held


def _until(pieces: Iterable[str], stop: Sequence[str]) -> Generator[str, None, None]:
    held = ""
    for piece in pieces:
        held += piece
        found = [held.index(text) for text in stop if text in held]
        if found:
            yield held[: min(found)]
            return
        kept = _possible_beginning(held, stop)
        yield held[: len(held) - kept]
        held = held[len(held) - kept :]
    if held:
        yield held


def _possible_beginning(text: str, marks: Sequence[str]) -> int:
    """How many of the last characters may turn out to be the beginning of a mark."""
    longest = max(map(len, marks), default=1) - 1
    for length in range(min(longest, len(text)), 0, -1):
        if any(mark.startswith(text[-length:]) for mark in marks):
            return length
    return 0

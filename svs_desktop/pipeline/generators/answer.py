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
    after_thought = False
    for piece in pieces:
        held += piece
        ready = ""
        is_mark = True
        while is_mark:
            text, is_mark, held = _up_to(_CLOSE if thinking else _OPEN, held)
            if not thinking:
                # The blank lines that set a thought off are not the answer's.
                text = text.lstrip() if after_thought else text
                after_thought = after_thought and not text
                ready += text
            if is_mark:
                thinking = not thinking
                after_thought = after_thought or not thinking
        yield ready
    if held and not thinking:
        yield held


def _up_to(mark: str, text: str) -> tuple[str, bool, str]:
    """What is before a mark, whether it is there, and what is after it or may be its beginning."""
    before, found, after = text.partition(mark)
    if found:
        return before, True, after
    end = len(text) - _possible_beginning(text, (mark,))
    return text[:end], False, text[end:]


def _until(pieces: Iterable[str], stop: Sequence[str]) -> Generator[str, None, None]:
    held = ""
    for piece in pieces:
        held += piece
        # The one that is complete first, as if the answer had come a character at a time.
        found = [(held.index(text) + len(text), held.index(text)) for text in stop if text in held]
        if found:
            yield held[: min(found)[1]]
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

"""A finished summary in another language: its sentences keep their evidence."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Mapping, Sequence
from typing import TypeVar

import msgspec
from msgspec import Struct

from svs_desktop.pipeline.writing.asking import Interviewer, Step

T = TypeVar("T", bound=Struct)

# Lines that are translated at a time: more, and small models lose some.
_LINES = 6
_NUMBERED = re.compile(r"\s*(\d+)[.:)]\s*(.+)")
# The fields that hold words for people.
_WORDS = ("title", "text")


def translated(summary: T, interviewer: Interviewer) -> Generator[Step, None, T]:
    """Translate all titles and texts of a summary; a line that the model loses stays as it is."""
    content = msgspec.to_builtins(summary)
    lines = list(dict.fromkeys(_texts(content)))
    batches = [lines[start : start + _LINES] for start in range(0, len(lines), _LINES)]
    for batch in batches:
        words = sum(len(line.split()) for line in batch)
        interviewer.effort.plan("translate", read=2 * words + 60, answer=2 * words)
    found: dict[str, str] = {}
    for batch in batches:
        found |= yield from _translated(batch, interviewer)
    return msgspec.convert(_replaced(content, found), type(summary))


def _translated(
    lines: Sequence[str], interviewer: Interviewer
) -> Generator[Step, None, dict[str, str]]:
    numbered = "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))
    answer = yield from interviewer.ask("translate", lines=numbered)
    matches = filter(None, map(_NUMBERED.fullmatch, answer.splitlines()))
    by_number = {int(match[1]): match[2].strip() for match in matches}
    return {line: by_number[n] for n, line in enumerate(lines, 1) if by_number.get(n)}


def _texts(content: object) -> Iterator[str]:
    if isinstance(content, Mapping):
        for key, value in content.items():
            if key in _WORDS and isinstance(value, str) and value:
                yield value
            else:
                yield from _texts(value)
    elif isinstance(content, list | tuple):
        for value in content:
            yield from _texts(value)


def _replaced(content: object, words: Mapping[str, str]) -> object:
    if isinstance(content, Mapping):
        return {
            key: words.get(value, value)
            if key in _WORDS and isinstance(value, str)
            else _replaced(value, words)
            for key, value in content.items()
        }
    if isinstance(content, list | tuple):
        return [_replaced(value, words) for value in content]
    return content

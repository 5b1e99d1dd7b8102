"""Subtitles that can be read: at most two lines of 42 columns, for one to seven seconds each.

The measures are those of the common guidelines (BBC, Netflix): a subtitle ends where a sentence
or a clause ends when it can, is on the screen while its words are said, and stays long enough.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from svs_desktop.pipeline.export.wording import one_line
from svs_desktop.pipeline.sentences import Token, ends_clause, ends_sentence, joined, tokens
from svs_desktop.pipeline.transcript import Transcript

COLUMNS = 42
LEAST_MS, MOST_MS = 1000, 7000

# A subtitle stays this long for each column of its text where the next one leaves it time.
_READING_MS = 50
# After so long a silence the next words would be shown well before they are said.
_SILENCE_S = 1.5
_PAUSE_S = 0.5


class Cue(Struct, frozen=True):
    """One subtitle: from when to when, in milliseconds, and its one or two lines."""

    start: int
    end: int
    lines: tuple[str, ...]


def cues(transcript: Transcript, duration_s: float) -> list[Cue]:
    """The subtitles of a talk that lasts ``duration_s`` seconds (0 when that is unknown).

    They never overlap, hold every word once and in order, and end with the recording. Where more
    is said than a second each would leave room for, they are shorter.
    """
    groups = list(_groups(list(_fitting(tokens(transcript.segments)))))
    times = _times(groups, duration_s)
    return [Cue(*time, _lines(group)) for time, group in zip(times, groups, strict=True)]


def columns(text: str) -> int:
    """How wide a text is: wide East Asian characters count twice, accents on their own not."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _fitting(words: Iterable[Token]) -> Iterator[Token]:
    """The words, those too long for a line in parts."""
    for word in words:
        text = one_line(word.text)
        while text:
            size = _fitting_length(text)
            # The parts share the word's time; a part that goes on is not spaced.
            yield replace(word, text=text[:size])
            word, text = replace(word, spaced=False), text[size:]  # noqa: PLW2901


def _fitting_length(text: str) -> int:
    width = 0
    for size, character in enumerate(text):
        width += _columns(character)
        if width > COLUMNS:
            return size
    return len(text)


def _groups(words: Sequence[Token]) -> Iterator[Sequence[Token]]:
    begin = 0
    while begin < len(words):
        end = _best_end(words, begin, _furthest_end(words, begin))
        yield words[begin:end]
        begin = end


def _furthest_end(words: Sequence[Token], begin: int) -> int:
    """Where a subtitle that starts at ``begin`` must have ended."""
    lines, width = 1, 0
    for index in range(begin, len(words)):
        word = words[index]
        if index > begin and (
            word.end - words[begin].start > MOST_MS / 1000
            or word.start - words[index - 1].end > _SILENCE_S
        ):
            return index
        needed = columns(word.text)
        if width + word.spaced + needed > COLUMNS and width:
            lines, width = lines + 1, 0
        if lines > 2:  # noqa: PLR2004 - as the first line of this module says
            return index
        width += needed + (word.spaced and width > 0)
    return len(words)


def _best_end(words: Sequence[Token], begin: int, furthest: int) -> int:
    return max(
        range(begin + 1, furthest + 1),
        key=lambda end: _worth(words, begin, end) + 2 * (end - begin) / (furthest - begin),
    )


def _worth(words: Sequence[Token], begin: int, end: int) -> float:
    """How good it is to end a subtitle before the word ``end``."""
    if end == len(words):
        return 4
    last, following = words[end - 1], words[end]
    pause = following.start - last.end
    too_short = 5 if following.start - words[begin].start < LEAST_MS / 1000 else 0
    if pause > _SILENCE_S:
        return 4
    if ends_sentence(last.text, following):
        return 3 - too_short
    # One or two words of a sentence should not be left over for the next subtitle.
    orphans = any(
        ends_sentence(words[i].text, words[i + 1]) for i in range(end, min(end + 2, len(words) - 1))
    )
    if pause > _PAUSE_S:
        return 2 - too_short - orphans
    return _hold(last.text) - too_short - orphans


def _hold(text: str) -> float:
    """How well a line ends with ``text``: with a clause, and not with an article."""
    if ends_clause(text):
        return 1.5
    return -0.5 if columns(text) == len(text) <= 3 and text.isalpha() else 0.0  # noqa: PLR2004


def _lines(group: Sequence[Token]) -> tuple[str, ...]:
    whole = joined(group)
    if columns(whole) <= COLUMNS:
        return (whole,)
    parts = ((joined(group[:i]), joined(group[i:]), group[i - 1]) for i in range(1, len(group)))
    fitting = [p for p in parts if max(columns(p[0]), columns(p[1])) <= COLUMNS]
    return max(fitting, key=lambda p: 12 * _hold(p[2].text) - abs(columns(p[0]) - columns(p[1])))[
        :2
    ]


def _times(groups: Sequence[Sequence[Token]], duration_s: float) -> list[tuple[int, int]]:
    """When each group is shown: while it is said, moved only as far as the limits demand."""
    if not groups:
        return []
    known = duration_s if duration_s > 0 else groups[-1][-1].end
    least = max(1, min(LEAST_MS, int(known * 1000) // len(groups)))
    ceiling = max(int(known * 1000), least * len(groups))
    times = list(_forward(groups, least))
    for index in reversed(range(len(times))):
        end = min(times[index][1], ceiling)
        ceiling = min(times[index][0], end - least)
        times[index] = (ceiling, end)
    return times


def _forward(groups: Sequence[Sequence[Token]], least: int) -> Iterator[tuple[int, int]]:
    """Times with which no group starts before it is said, nor before the last one ends."""
    end = 0
    for index, group in enumerate(groups):
        start = max(round(group[0].start * 1000), end)
        reading = max(LEAST_MS, _READING_MS * columns(joined(group)))
        end = min(max(round(group[-1].end * 1000), start + reading), start + MOST_MS)
        if index + 1 < len(groups):
            end = min(end, round(groups[index + 1][0].start * 1000))
        end = max(end, start + least)
        yield start, end

"""Search over all results: which have the words, and the lines in which they stand.

``found`` tells in which results all words occur, in whatever lines: one row a result, so that it
is small and quick. In which lines they stand is then looked up in the text of the few that are
shown. An index of all lines, or of all threes of letters, would be many times as large, and the
latter finds nothing shorter.
"""

from __future__ import annotations

import sqlite3
import struct
from array import array
from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct

from svs_desktop.library.folding import (
    all_of,
    expression,
    fold_with_places,
    needle,
    searchable,
    terms_of,
    words_of,
)
from svs_desktop.library.places import Part, Place, texts_of
from svs_desktop.pipeline.codec import from_json, to_json
from svs_desktop.pipeline.summary import Summary
from svs_desktop.pipeline.transcript import Segment

_SECOND = struct.Struct("=d")

_MISSING = (
    "SELECT number, job_id, summary FROM results WHERE number NOT IN (SELECT number FROM searched)"
)

MOST = 60
"""Places that one search shows."""

_EACH = 3
"""Places of one result."""


class Found(Struct, frozen=True):
    """A place in which words were found.

    Attributes:
        title: What the result is called.
        place: Where the line stands.
        line: The title, or a sentence of the summary or the transcript.
        second: When it is said; 0 for a title.
        marks: Beginning and end of each word found in the line.
    """

    job_id: str
    title: str
    place: Place
    line: str
    second: float
    marks: tuple[tuple[int, int], ...]


def index(
    connection: sqlite3.Connection, number: int, summary: Summary, segments: Sequence[Segment]
) -> None:
    """Make the result of this number found, with its words of now. Within a transaction."""
    texts = list(texts_of(summary, segments))
    lines = "\n".join(_line(text.text) for text in texts)
    folded = "\n".join(map(searchable, lines.split("\n")))
    places = [text.place for text in texts if text.place.part is not Part.TRANSCRIPT]
    connection.execute("DELETE FROM searched WHERE number = ?", (number,))
    connection.execute(
        "INSERT INTO searched (number, title, terms, folded, lines, places, seconds)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            number,
            _line(summary.title),
            " ".join(set(terms_of(folded))),
            folded,
            lines,
            to_json(places),
            array("d", (text.second for text in texts)).tobytes(),
        ),
    )


def forget_words(connection: sqlite3.Connection) -> None:
    """Let no word stay in the index that only deleted results had. Within a transaction."""
    # FTS5 only marks them as deleted, until it merges the parts of its index.
    connection.execute("INSERT INTO found (found) VALUES ('optimize')")


def is_complete(connection: sqlite3.Connection) -> bool:
    """Whether all results are indexed."""
    return connection.execute(_MISSING).fetchone() is None


def index_missing(connection: sqlite3.Connection) -> None:
    """Index what came before there was an index. Within a transaction."""
    missing = connection.execute(_MISSING).fetchall()
    for number, job_id, summary in missing:
        rows = connection.execute(
            "SELECT segment FROM segments WHERE job_id = ? ORDER BY number", (job_id,)
        )
        said = [from_json(segment, Segment) for (segment,) in rows]
        index(connection, number, from_json(summary, Summary), said)


def search(connection: sqlite3.Connection, typed: str) -> list[Found]:
    """The places of all words that were typed, or of words that begin so.

    They need not be said together: a result has them all, and of it come the first lines that
    have all of them, or else the first with each. Results whose title has all come first, then
    the newest.
    """
    words = words_of(typed)
    if not words:
        return []
    having = connection.execute(
        "SELECT found.rowid, searched.title, job_id FROM found"
        " JOIN searched ON searched.number = found.rowid"
        " JOIN results ON results.number = found.rowid"
        " WHERE found MATCH ? AND NOT deleted ORDER BY found.rowid DESC",
        (expression(words),),
    ).fetchall()

    def is_elsewhere(row: tuple[int, str, str]) -> bool:
        title = searchable(row[1])
        return not all(needle(word) in title for word in words)

    places = (
        place
        for number, title, job_id in sorted(having, key=is_elsewhere)
        for place in _places(connection, number, job_id, title, words)
    )
    return list(islice(places, MOST))


def _places(
    connection: sqlite3.Connection, number: int, job_id: str, title: str, words: Sequence[str]
) -> Iterator[Found]:
    folded, text, kept, seconds = connection.execute(
        "SELECT folded, lines, places, seconds FROM searched WHERE number = ?", (number,)
    ).fetchone()
    lines = text.split("\n")
    places = from_json(kept, list[Place])
    for row in _best(folded, words):
        segment = Place(Part.TRANSCRIPT, row - len(places))
        place = places[row] if row < len(places) else segment
        (second,) = _SECOND.unpack_from(seconds, row * _SECOND.size)
        yield Found(job_id, title, place, lines[row], second, marks(lines[row], words))


def _best(folded: str, words: Sequence[str]) -> list[int]:
    """The first lines that have all words; if none has, the first with each, in their order."""
    rarest, *others = sorted(map(needle, words), key=folded.count)
    having = (row for row, line in _lines_with(folded, rarest) if all(o in line for o in others))
    if rows := list(islice(having, _EACH)):
        return rows
    firsts = {row for word in (rarest, *others) for row, _ in islice(_lines_with(folded, word), 1)}
    return sorted(firsts)[:_EACH]


def _lines_with(folded: str, sought: str) -> Iterator[tuple[int, str]]:
    """The lines in which this stands, each with its number."""
    row = start = 0
    while (at := folded.find(sought, start)) >= 0:
        row += folded.count("\n", start, at)
        begin = folded.rfind("\n", 0, at) + 1
        end = folded.find("\n", at)
        line = folded[begin:] if end < 0 else folded[begin:end]
        yield row, line
        if end < 0:
            return
        row, start = row + 1, end + 1


def marks(text: str, words: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Beginning and end of all in ``text`` that begins as one of these folded words, in order."""
    folded, places = fold_with_places(text)
    found = sorted(
        (places[at], places[at + len(word) - 1] + 1)
        for word in words
        for at in all_of(folded, word)
    )
    return tuple(_apart(found))


def _apart(found: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The same, without what begins inside another one."""
    reached = 0
    for start, end in found:
        if end > reached:
            yield max(start, reached), end
            reached = end


def _line(text: str) -> str:
    """One line of it; names of files make titles that SQLite cannot keep as text."""
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())

"""What a person has changed of a result, and what was made before."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from svs_desktop.library.places import Part, Place, text_at, texts_of, with_text
from svs_desktop.library.word_edits import corrected
from svs_desktop.pipeline.codec import from_json, to_json
from svs_desktop.pipeline.summary import Result, Summary
from svs_desktop.pipeline.transcript import Segment

Edits = Mapping[Place, str]
Made = dict[int, Segment]

_SUMMARY = -1


def edit(connection: sqlite3.Connection, result: Result, edits: Edits) -> None:
    """Store another text at each of these places. Within a transaction.

    The first time, what was made is set aside; it goes once the text is as it was.

    Raises:
        LookupError: There is no such place.
    """
    summary = result.summary
    for place, text in edits.items():
        if place.part is Part.TRANSCRIPT:
            _correct(connection, result, place.number, text)
        else:
            summary = with_text(summary, place, text)
    if summary != result.summary:
        _store_summary(connection, result, summary)


def differences(edited: Result, made: Result) -> dict[Place, str]:
    """What was made wherever a person has changed it."""
    now = texts_of(edited.summary, edited.transcript.segments)
    then = texts_of(made.summary, made.transcript.segments)
    pairs = zip(now, then, strict=True)
    return {old.place: old.text for new, old in pairs if old.text != new.text}


def texts_before(result: Result, edits: Edits) -> dict[Place, str]:
    """What undoes these edits of a result."""
    return {place: text_at(result, place) for place in edits}


def made_parts(connection: sqlite3.Connection, job_id: str) -> tuple[Summary | None, Made]:
    """What was made of what is edited: the summary, and segments by their number."""
    rows = dict(connection.execute("SELECT number, value FROM made WHERE job_id = ?", (job_id,)))
    summary = rows.pop(_SUMMARY, None)
    segments = {number: from_json(value, Segment) for number, value in rows.items()}
    return (from_json(summary, Summary) if summary else None), segments


def _correct(connection: sqlite3.Connection, result: Result, number: int, text: str) -> None:
    segment = result.transcript.segments[number]
    made = _made(connection, result.job_id, number)
    before = from_json(made, Segment) if made else segment
    after = corrected(before, text)
    _keep_made(connection, (result.job_id, number), before, after)
    connection.execute(
        "UPDATE segments SET segment = ? WHERE job_id = ? AND number = ?",
        (to_json(after), result.job_id, number),
    )


def _store_summary(connection: sqlite3.Connection, result: Result, summary: Summary) -> None:
    made = _made(connection, result.job_id, _SUMMARY)
    before = from_json(made, Summary) if made else result.summary
    _keep_made(connection, (result.job_id, _SUMMARY), before, summary)
    connection.execute(
        "UPDATE results SET summary = ? WHERE job_id = ?", (to_json(summary), result.job_id)
    )


def _made(connection: sqlite3.Connection, job_id: str, number: int) -> str | None:
    row = connection.execute(
        "SELECT value FROM made WHERE job_id = ? AND number = ?", (job_id, number)
    ).fetchone()
    return row[0] if row else None


def _keep_made(
    connection: sqlite3.Connection, key: tuple[str, int], before: object, after: object
) -> None:
    if before == after:
        connection.execute("DELETE FROM made WHERE job_id = ? AND number = ?", key)
    else:
        connection.execute(
            "INSERT OR IGNORE INTO made (job_id, number, value) VALUES (?, ?, ?)",
            (*key, to_json(before)),
        )

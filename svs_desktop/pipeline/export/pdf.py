"""A result as a PDF, set by Typst: text of any script, links, an outline, and tags for readers.

The page is ``resources/pdf/result.typ``. What it says is handed over as data, never as markup, so
no word of a talk can become a command; nothing is read from the disk or the network but fonts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from svs_desktop.paths import resource
from svs_desktop.pipeline.export.clock import clock
from svs_desktop.pipeline.export.languages import locale_of
from svs_desktop.pipeline.export.moments import sentence_at
from svs_desktop.pipeline.export.pictures import picture
from svs_desktop.pipeline.export.region import is_right_to_left, language_code, paper
from svs_desktop.pipeline.export.wording import (
    CHAPTERS,
    TRANSCRIPT,
    chapter_title,
    coverage,
    facts,
    notice_text,
    one_line,
    points_of,
    title_of,
)
from svs_desktop.pipeline.sentences import Spoken, spoken_sentences
from svs_desktop.pipeline.summary import Chapter, KeyPoint, Result, Sentence

if TYPE_CHECKING:
    from typst import Fonts

# The first of these that the system has, then whatever has the characters that it lacks.
_FAMILIES = (
    "Inter",
    "Segoe UI",
    "Helvetica Neue",
    "Noto Sans",
    "Liberation Sans",
    "Arial",
    "DejaVu Sans",
)
_LAST_RESORT = "Libertinus Serif"  # Typst brings it along


def render(result: Result) -> bytes:
    """The summary and its lists, the chapters and the transcript; times lead to what was said."""
    import typst

    try:
        return _compiled(result, {n: picture(c.picture) for n, c in _chapters(result)})
    except typst.TypstError:
        # A picture that is damaged inside costs the pictures, not the document.
        return _compiled(result, {})


def _compiled(result: Result, pictures: Mapping[int, bytes | None]) -> bytes:
    import typst

    page = resource("pdf", "result.typ").read_bytes()
    # Several files may be given; its types do not know.
    files: Any = {"main.typ": page, "data.json": _data(result, pictures)}
    made: object = typst.compile(
        files,
        font_paths=_fonts(),
        timestamp=result.finished_at.replace(microsecond=0),  # whole seconds only
    )
    if not isinstance(made, bytes):
        raise TypeError("a PDF is one file")
    return made


@cache
def _fonts() -> Fonts:
    import typst

    return typst.Fonts()


@cache
def _families() -> list[str]:
    there = set(_fonts().families())
    return [*(family for family in _FAMILIES if family in there), _LAST_RESORT]


def _chapters(result: Result) -> Iterable[tuple[int, Chapter]]:
    return enumerate(result.summary.chapters)


def _data(result: Result, pictures: Mapping[int, bytes | None]) -> bytes:
    summary, locale = result.summary, locale_of(result.summary)
    said = spoken_sentences(result.transcript.segments)
    lines = (facts(result, locale), coverage(summary, locale))
    document = {
        "title": title_of(result),
        "language": language_code(summary.written_language),
        "rtl": is_right_to_left(summary.written_language),
        "paper": paper(),
        "fonts": _families(),
        "words": {"chapters": locale.text(CHAPTERS), "transcript": locale.text(TRANSCRIPT)},
        "facts": [line for line in lines if line],
        "notices": [one_line(notice_text(notice, locale)) for notice in summary.notices],
        "paragraphs": [_sentences(paragraph, said) for paragraph in summary.paragraphs],
        "lists": [
            {"heading": heading, "points": [_point(point, said) for point in points]}
            for heading, points in points_of(summary, locale)
        ],
        "chapters": [
            _chapter(
                chapter, chapter_title(chapter, number + 1, locale), said, pictures.get(number)
            )
            for number, chapter in _chapters(result)
        ],
        "transcript": [{"time": clock(one.start), "text": one_line(one.text)} for one in said],
    }
    return json.dumps(document).encode()


def _chapter(
    chapter: Chapter, title: str, said: Sequence[Spoken], data: bytes | None
) -> dict[str, Any]:
    return {
        "title": title,
        "moment": _moment(chapter.start, said),
        "sentences": _sentences(chapter.sentences, said),
        # Files that are handed over can only be text.
        "picture": list(data) if data else None,
    }


def _sentences(sentences: Iterable[Sentence], said: Sequence[Spoken]) -> list[dict[str, Any]]:
    return [
        {
            "text": one_line(sentence.text),
            "moment": _moment(sentence.evidence[0].start, said) if sentence.evidence else None,
        }
        for sentence in sentences
    ]


def _point(point: KeyPoint, said: Sequence[Spoken]) -> dict[str, Any]:
    return {"text": one_line(point.text), "moment": _moment(point.start, said)}


def _moment(second: float, said: Sequence[Spoken]) -> dict[str, Any]:
    return {"time": clock(second), "to": sentence_at(said, second)}

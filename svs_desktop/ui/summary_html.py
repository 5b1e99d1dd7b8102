"""A summary as the HTML of a page; each sentence ends in quiet links to its moments."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from html import escape

from msgspec.structs import replace
from PySide6.QtGui import QPalette

from svs_desktop.library import Part, Place
from svs_desktop.pipeline.export.clock import clock
from svs_desktop.pipeline.summary import Chapter, KeyPoint, Sentence, Summary
from svs_desktop.ui.job_text import readable, sentence, tr
from svs_desktop.ui.pictures import STILL
from svs_desktop.ui.spots import name_of
from svs_desktop.ui.theme import GUTTER, Size, pixels, secondary_color
from svs_desktop.ui.transcript_format import LINE_PERCENT
from svs_desktop.ui.words import chapter_title, coverage, makers_text

PICTURE = "chapter:"
"""The address of a chapter's picture is this and the chapter's number."""

_BEFORE_PART = 28
_BETWEEN_CHAPTERS, _BETWEEN_TITLES = 20, 4
_BOLD = "font-weight:600"


def summary_html(
    summary: Summary, titles: Mapping[str, str], pictures: Collection[int], palette: QPalette
) -> str:
    """The page.

    Args:
        summary: What it says.
        titles: What people call the models, by name.
        pictures: The numbers of the chapters that have a picture.
        palette: The window's colours.
    """
    quiet = secondary_color(palette).name()
    parts = [_notice(sentence(notice), quiet) for notice in summary.notices]
    parts += [_paragraph(said, n, quiet) for n, said in enumerate(summary.paragraphs)]
    for heading, part, points in (
        (tr("Key points"), Part.KEY_POINTS, summary.key_points),
        (tr("Decisions"), Part.DECISIONS, summary.decisions),
        (tr("Action items"), Part.ACTION_ITEMS, summary.action_items),
    ):
        if points:
            parts += [_heading(heading), _list(points, part, quiet)]
    if summary.chapters:
        parts += [_heading(tr("Chapters")), _chapters(summary.chapters, pictures, quiet)]
    if summary.sentences_read:
        details = f"{coverage(summary)} {makers_text(summary, titles)}"
        parts.append(_details(readable(details), quiet))
    return "".join(parts)


def _heading(text: str) -> str:
    return (
        f'<p style="margin-top:{_BEFORE_PART}px; margin-bottom:4px; {_BOLD}; '
        f'font-size:{pixels(Size.TEXT)}px">{escape(text)}</p>'
    )


def _paragraph(sentences: Sequence[Sentence], number: int, quiet: str) -> str:
    words = _sentences(sentences, Place(Part.PARAGRAPHS, number), quiet)
    return f'<p style="{_lines(below=12)}">{words}</p>'


def _list(points: Sequence[KeyPoint], part: Part, quiet: str) -> str:
    said = (
        _sentence(Sentence(point.text, (point.evidence,)), Place(part, number), quiet)
        for number, point in enumerate(points)
    )
    items = "".join(f'<li style="{_lines(above=8)}">{sentence}</li>' for sentence in said)
    return f'<ul style="margin-left:0; margin-top:0">{items}</ul>'


def _chapters(chapters: Sequence[Chapter], pictures: Collection[int], quiet: str) -> str:
    between = (
        _BETWEEN_CHAPTERS if pictures or any(c.sentences for c in chapters) else _BETWEEN_TITLES
    )
    # One table: each one more would leave an empty line below it.
    rows = (
        _chapter(chapter, n, quiet, above=between if n else 8, has_picture=n in pictures)
        for n, chapter in enumerate(chapters)
    )
    return f'<table width="100%" cellspacing="0" cellpadding="0">{"".join(rows)}</table>'


def _chapter(chapter: Chapter, number: int, quiet: str, *, above: int, has_picture: bool) -> str:
    style = f"padding-top:{above}px"
    title = readable(chapter_title(chapter, number + 1))
    weight = _BOLD if chapter.sentences else ""
    place = Place(Part.CHAPTER_TITLES, number)
    name = f'<span style="{weight}">{_named(place, title)}</span>'
    words = f'<p style="{_lines()}">{name}{_link(chapter.start, quiet)}</p>'
    if chapter.sentences:
        said = _sentences(chapter.sentences, Place(Part.CHAPTERS, number), quiet)
        words += f'<p style="{_lines()}">{said}</p>'
    if not has_picture:
        return f'<tr><td colspan="2" style="{style}">{words}</td></tr>'
    width, height = STILL.width(), STILL.height()
    still = f'<img src="{PICTURE}{number}" width="{width}" height="{height}">'
    return (
        f'<tr><td width="{width + GUTTER}" style="{style}">{still}</td>'
        f'<td style="{style}">{words}</td></tr>'
    )


def _sentences(sentences: Sequence[Sentence], place: Place, quiet: str) -> str:
    return " ".join(
        _sentence(said, replace(place, sentence=number), quiet)
        for number, said in enumerate(sentences)
    )


def _sentence(said: Sentence, place: Place, quiet: str) -> str:
    links = "".join(_link(evidence.start, quiet) for evidence in said.evidence)
    return f"{_named(place, readable(said.text))}{links}"


def _named(place: Place, text: str) -> str:
    """A text that tells where in the result it stands."""
    return f'<a name="{name_of(place)}"></a>{escape(text)}'


def _link(second: float, quiet: str) -> str:
    style = f"color:{quiet}; text-decoration:none; font-size:{pixels(Size.SECONDARY)}px"
    return f'&nbsp;<a href="#{second:.2f}" style="{style}">{clock(second)}</a>'


def _notice(text: str, quiet: str) -> str:
    return f'<p style="{_small(quiet)}; margin-top:0; margin-bottom:12px">{escape(text)}</p>'


def _details(text: str, quiet: str) -> str:
    return f'<p style="{_small(quiet)}; margin-top:{_BEFORE_PART}px">{escape(text)}</p>'


def _small(quiet: str) -> str:
    return f"color:{quiet}; font-size:{pixels(Size.TEXT)}px; line-height:140%"


def _lines(*, above: int = 0, below: int = 0) -> str:
    return f"margin-top:{above}px; margin-bottom:{below}px; line-height:{LINE_PERCENT}%"

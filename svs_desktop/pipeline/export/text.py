"""A result as plain text: a paragraph a line, wrapped by whatever shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from svs_desktop.pipeline.export.clock import mark
from svs_desktop.pipeline.export.languages import locale_of
from svs_desktop.pipeline.export.wording import (
    CHAPTERS,
    NOTE,
    TRANSCRIPT,
    coverage,
    facts,
    moment,
    notice_text,
    one_line,
    points_of,
    title_of,
)
from svs_desktop.pipeline.sentences import spoken_sentences
from svs_desktop.pipeline.summary import Result, Sentence


def render(result: Result) -> bytes:
    """The summary and its lists, the chapters and the transcript, each with its times."""
    return ("\n\n".join(_blocks(result)) + "\n").encode()


def _blocks(result: Result) -> Iterator[str]:
    summary = result.summary
    locale = locale_of(summary)
    yield f"{title_of(result)}\n{facts(result, locale)}\n{coverage(summary, locale)}".rstrip()
    for notice in summary.notices:
        yield locale.filled(NOTE, text=one_line(notice_text(notice, locale)))
    for paragraph in summary.paragraphs:
        yield _paragraph(paragraph)
    for title, points in points_of(summary, locale):
        yield "\n".join([title.upper(), *(f"- {one_line(p.text)} {mark(p.start)}" for p in points)])
    if summary.chapters:
        yield locale.text(CHAPTERS).upper()
    for chapter in summary.chapters:
        heading = f"{mark(chapter.start)} {one_line(chapter.title)}"
        yield f"{heading}\n{_paragraph(chapter.sentences)}".rstrip()
    spoken = spoken_sentences(result.transcript.segments)
    if spoken:
        lines = (f"{mark(sentence.start)} {one_line(sentence.text)}" for sentence in spoken)
        yield "\n".join([locale.text(TRANSCRIPT).upper(), *lines])


def _paragraph(sentences: Iterable[Sentence]) -> str:
    return " ".join(f"{one_line(s.text)} {moment(s)}".rstrip() for s in sentences)

"""A result as plain text: a paragraph a line, wrapped by whatever shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from svs_desktop.pipeline.export.clock import mark
from svs_desktop.pipeline.export.wording import coverage, facts, moment, one_line, title_of
from svs_desktop.pipeline.sentences import spoken_sentences
from svs_desktop.pipeline.summary import KeyPoint, Result, Sentence


def render(result: Result) -> bytes:
    """The summary and its lists, the chapters and the transcript, each with its times."""
    return ("\n\n".join(_blocks(result)) + "\n").encode()


def _blocks(result: Result) -> Iterator[str]:
    summary = result.summary
    yield f"{title_of(result)}\n{facts(result)}\n{coverage(summary)}".rstrip()
    for notice in summary.notices:
        yield f"Note: {one_line(notice.sentence)}"
    for paragraph in summary.paragraphs:
        yield _paragraph(paragraph)
    yield from _points("KEY POINTS", summary.key_points)
    yield from _points("DECISIONS", summary.decisions)
    yield from _points("ACTION ITEMS", summary.action_items)
    if summary.chapters:
        yield "CHAPTERS"
    for chapter in summary.chapters:
        heading = f"{mark(chapter.start)} {one_line(chapter.title)}"
        yield f"{heading}\n{_paragraph(chapter.sentences)}".rstrip()
    spoken = spoken_sentences(result.transcript.segments)
    if spoken:
        lines = (f"{mark(sentence.start)} {one_line(sentence.text)}" for sentence in spoken)
        yield "\n".join(["TRANSCRIPT", *lines])


def _points(heading: str, points: Sequence[KeyPoint]) -> Iterator[str]:
    if points:
        lines = (f"- {one_line(p.text)} {mark(p.start)}" for p in points)
        yield "\n".join([heading, *lines])


def _paragraph(sentences: Iterable[Sentence]) -> str:
    return " ".join(f"{one_line(s.text)} {moment(s)}".rstrip() for s in sentences)

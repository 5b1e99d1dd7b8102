"""A result as Markdown (CommonMark, and as GitHub reads it)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from svs_desktop.pipeline.export.clock import mark
from svs_desktop.pipeline.export.languages import locale_of
from svs_desktop.pipeline.export.wording import (
    CHAPTERS,
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

# Active anywhere in a line: CommonMark's own, then GitHub's tables, strikes and formulas.
_ACTIVE = re.compile(r"[\\`*_\[\]<>&#|~$]")
# Active where a line begins: lists and rules.
_ACTIVE_FIRST = re.compile(r"^([-+=])|^(\d+)([.)])")


def render(result: Result) -> bytes:
    """The summary and its lists, the chapters and the transcript, each with its times."""
    return ("\n\n".join(_blocks(result)) + "\n").encode()


def escape(text: str) -> str:
    """Markdown that reads as the text does."""
    escaped = _ACTIVE.sub(r"\\\g<0>", one_line(text))
    return _ACTIVE_FIRST.sub(lambda m: (m[2] or "") + "\\" + (m[1] or m[3]), escaped)


def _blocks(result: Result) -> Iterator[str]:
    summary = result.summary
    yield f"# {escape(title_of(result))}"
    locale = locale_of(summary)
    yield escape(facts(result, locale))
    if read := coverage(summary, locale):
        yield escape(read)
    for notice in summary.notices:
        yield f"> {escape(notice_text(notice, locale))}"
    for paragraph in summary.paragraphs:
        yield _paragraph(paragraph)
    for heading, points in points_of(summary, locale):
        yield f"## {heading}"
        yield "\n".join(f"- {escape(p.text)} {mark(p.start)}" for p in points)
    if summary.chapters:
        yield f"## {locale.text(CHAPTERS)}"
    for chapter in summary.chapters:
        yield f"### {escape(chapter.title)} {mark(chapter.start)}"
        if chapter.sentences:
            yield _paragraph(chapter.sentences)
    spoken = spoken_sentences(result.transcript.segments)
    if spoken:
        yield f"## {locale.text(TRANSCRIPT)}"
    for sentence in spoken:
        yield f"{mark(sentence.start)} {escape(sentence.text)}"


def _paragraph(sentences: Iterable[Sentence]) -> str:
    return " ".join(f"{escape(s.text)} {moment(s)}".rstrip() for s in sentences)

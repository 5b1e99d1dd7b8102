"""A result as one HTML file: no script, nothing from elsewhere, light and dark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from svs_desktop.pipeline.export.clock import clock
from svs_desktop.pipeline.export.wording import (
    chapter_title,
    coverage,
    facts,
    one_line,
    title_of,
)
from svs_desktop.pipeline.sentences import spoken_sentences
from svs_desktop.pipeline.summary import KeyPoint, Result, Sentence

_STYLE = """\
:root { color-scheme: light dark; }
body { max-width: 720px; margin: 48px auto; padding: 0 16px; font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 22px; margin: 0 0 4px; } h2 { font-size: 16px; margin: 32px 0 8px; }
h3 { font-size: 16px; margin: 20px 0 0; } p { margin: 0 0 12px; } li { margin: 8px 0; }
small, .facts { font-size: 12px; opacity: .7; } .facts { margin: 0 0 24px; }
a { color: inherit; text-decoration: none; } a:hover { text-decoration: underline; }
"""


def render(result: Result) -> bytes:
    """The summary and its lists, the chapters and the transcript; times lead to what was said."""
    title = _text(title_of(result))
    language = f' lang="{_text(result.summary.language)}"' if result.summary.language else ""
    head = (
        f'<!doctype html>\n<html{language}>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE}</style>\n"
    )
    return (head + "\n".join(_blocks(result, title)) + "\n</html>\n").encode()


def _blocks(result: Result, title: str) -> Iterator[str]:
    summary = result.summary
    said = spoken_sentences(result.transcript.segments)
    starts = [sentence.start for sentence in said]
    yield f"<h1>{title}</h1>"
    lines = (facts(result), coverage(summary))
    yield f'<p class="facts">{"<br>".join(_text(line) for line in lines if line)}</p>'
    for notice in summary.notices:
        yield f"<p><small>{_text(notice.sentence)}</small></p>"
    for paragraph in summary.paragraphs:
        yield f"<p>{_sentences(paragraph, starts)}</p>"
    yield from _points("Key points", summary.key_points, starts)
    yield from _points("Decisions", summary.decisions, starts)
    yield from _points("Action items", summary.action_items, starts)
    if summary.chapters:
        yield "<h2>Chapters</h2>"
    for number, chapter in enumerate(summary.chapters, 1):
        yield f"<h3>{_text(chapter_title(chapter, number))} {_moment(chapter.start, starts)}</h3>"
        if chapter.sentences:
            yield f"<p>{_sentences(chapter.sentences, starts)}</p>"
    if said:
        yield "<h2>Transcript</h2>"
    for number, sentence in enumerate(said):
        time = clock(sentence.start)
        yield f'<p id="s{number}"><small>{time}</small> {_text(sentence.text)}</p>'


def _points(heading: str, points: Sequence[KeyPoint], starts: Sequence[float]) -> Iterator[str]:
    if points:
        items = (f"<li>{_text(p.text)} {_moment(p.start, starts)}</li>" for p in points)
        yield f"<h2>{heading}</h2>\n<ul>\n" + "\n".join(items) + "\n</ul>"


def _sentences(sentences: Iterable[Sentence], starts: Sequence[float]) -> str:
    return " ".join(
        " ".join([_text(s.text), *(_moment(e.start, starts) for e in s.evidence[:1])])
        for s in sentences
    )


def _moment(second: float, starts: Sequence[float]) -> str:
    """A link to the last sentence that has begun by then."""
    number = max((n for n, start in enumerate(starts) if start <= second + 0.01), default=0)
    return f'<a href="#s{number}"><small>{clock(second)}</small></a>'


def _text(text: str) -> str:
    return escape(one_line(text))

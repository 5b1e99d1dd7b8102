"""A result as one HTML file: no script, nothing from elsewhere, light and dark, for paper too."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from svs_desktop.pipeline.export.clock import clock
from svs_desktop.pipeline.export.languages import locale_of
from svs_desktop.pipeline.export.moments import sentence_at
from svs_desktop.pipeline.export.pictures import picture
from svs_desktop.pipeline.export.region import is_right_to_left
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

# Whoever opens the file is asked for nothing else, and nothing in it is ever run.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_STYLE = """\
:root { color-scheme: light dark; }
body { max-width: 720px; margin: 48px auto; padding: 0 16px; font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 22px; line-height: 1.25; margin: 0 0 4px; }
h2 { font-size: 16px; margin: 32px 0 8px; }
h3 { font-size: 16px; margin: 0; } h3 small { font-weight: 400; }
p { margin: 0 0 12px; } li { margin: 8px 0; }
ul { padding-inline-start: 20px; } small, .facts { font-size: 12px; opacity: .75; }
small { white-space: nowrap; font-variant-numeric: tabular-nums; } .facts { margin: 0 0 24px; }
a { color: inherit; text-decoration: none; } a:hover { text-decoration: underline; }
a:focus-visible { outline: 2px solid; outline-offset: 2px; border-radius: 2px; }
section { display: flex; gap: 16px; margin: 20px 0; } section p { margin: 0; }
img { width: 192px; height: 108px; object-fit: cover; border-radius: 4px; flex: none; }
[id] { padding-inline-start: 64px; text-indent: -64px; scroll-margin-top: 30vh; }
[id] small { display: inline-block; width: 60px; text-indent: 0; }
:target { background: rgb(128 128 128 / .2); border-radius: 4px; }
@media (max-width: 480px) { section { display: block; } }
@media print {
  @page { margin: 20mm; } body { margin: 0; padding: 0; max-width: none; font-size: 11pt; }
  h2, h3 { break-after: avoid; } section, li { break-inside: avoid; } p { orphans: 2; widows: 2; }
  :target { background: none; }
}
"""


def render(result: Result) -> bytes:
    """The summary and its lists, the chapters and the transcript; times lead to what was said."""
    title = _text(title_of(result))
    code = result.summary.written_language
    language = f' lang="{_text(code)}"' if code else ""
    direction = ' dir="rtl"' if is_right_to_left(code) else ""
    head = (
        f'<!doctype html>\n<html{language}{direction}>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<meta name="viewport" content="width=device-width">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE}</style>\n"
    )
    return (head + "\n".join(_blocks(result, title)) + "\n</html>\n").encode()


def _blocks(result: Result, title: str) -> Iterator[str]:
    summary, locale = result.summary, locale_of(result.summary)
    said = spoken_sentences(result.transcript.segments)
    yield f"<h1>{title}</h1>"
    lines = (facts(result, locale), coverage(summary, locale))
    yield f'<p class="facts">{"<br>".join(_text(line) for line in lines if line)}</p>'
    for notice in summary.notices:
        yield f"<p><small>{_text(notice_text(notice, locale))}</small></p>"
    for paragraph in summary.paragraphs:
        yield f"<p>{_sentences(paragraph, said)}</p>"
    for heading, points in points_of(summary, locale):
        yield _points(heading, points, said)
    if summary.chapters:
        yield f"<h2>{_text(locale.text(CHAPTERS))}</h2>"
    for number, chapter in enumerate(summary.chapters, 1):
        yield _chapter(chapter, chapter_title(chapter, number, locale), said)
    if said:
        yield f"<h2>{_text(locale.text(TRANSCRIPT))}</h2>"
    for number, sentence in enumerate(said):
        time = clock(sentence.start)
        yield f'<p id="s{number}"><small>{time}</small> {_text(sentence.text)}</p>'


def _points(heading: str, points: Sequence[KeyPoint], said: Sequence[Spoken]) -> str:
    items = (f"<li>{_text(p.text)}&nbsp;{_moment(p.start, said)}</li>" for p in points)
    return f"<h2>{_text(heading)}</h2>\n<ul>\n" + "\n".join(items) + "\n</ul>"


def _sentences(sentences: Iterable[Sentence], said: Sequence[Spoken]) -> str:
    return " ".join(
        "&nbsp;".join([_text(s.text), *(_moment(e.start, said) for e in s.evidence[:1])])
        for s in sentences
    )


def _chapter(chapter: Chapter, title: str, said: Sequence[Spoken]) -> str:
    words = f"<h3>{_text(title)}&nbsp;{_moment(chapter.start, said)}</h3>"
    if chapter.sentences:
        words += f"\n<p>{_sentences(chapter.sentences, said)}</p>"
    if data := picture(chapter.picture):
        address = f"data:image/jpeg;base64,{b64encode(data).decode()}"
        return f'<section><img src="{address}" alt="">\n<div>{words}</div></section>'
    return f"<section><div>{words}</div></section>"


def _moment(second: float, said: Sequence[Spoken]) -> str:
    """A link to what is said then, where anything is."""
    shown = f"<small>{clock(second)}</small>"
    return f'<a href="#s{sentence_at(said, second)}">{shown}</a>' if said else shown


def _text(text: str) -> str:
    return escape(one_line(text))

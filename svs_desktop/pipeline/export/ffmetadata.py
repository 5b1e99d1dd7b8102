"""Title and chapters as FFmpeg reads them (https://ffmpeg.org/ffmpeg-formats.html#Metadata-2).

``ffmpeg -i talk.mp4 -i talk.ffmetadata -map_metadata 1 -codec copy with-chapters.mp4`` puts them
into a video.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from svs_desktop.pipeline.export.languages import locale_of
from svs_desktop.pipeline.export.wording import chapter_title, one_line, title_of
from svs_desktop.pipeline.summary import Result, Summary

_SPECIAL = re.compile(r"[=;#\\\n]")


def render(result: Result) -> bytes:
    """The title and a section for each chapter; the title alone when there are none."""
    return "".join(f"{line}\n" for line in _lines(result)).encode()


def escape(text: str) -> str:
    """The text as a value."""
    escaped = _SPECIAL.sub(r"\\\g<0>", one_line(text))
    # FFmpeg (8.0) takes the next line for more of a value that ends so, escaped or not.
    return f"{escaped} " if escaped.endswith("\\") else escaped


def _lines(result: Result) -> Iterator[str]:
    yield ";FFMETADATA1"
    yield f"title={escape(title_of(result))}"
    for start, end, title in _sections(result.summary):
        yield ""
        yield "[CHAPTER]"
        yield "TIMEBASE=1/1000"
        yield f"START={start}"
        yield f"END={end}"
        yield f"title={escape(title)}"


def _sections(summary: Summary) -> Iterator[tuple[int, int, str]]:
    """Start and end in milliseconds, and the title; FFmpeg takes no chapter that ends before it."""
    chapters = sorted(summary.chapters, key=lambda chapter: chapter.start)
    starts = [max(0, round(chapter.start * 1000)) for chapter in chapters]
    for number, (chapter, start) in enumerate(zip(chapters, starts, strict=True), 1):
        end = min([round(chapter.end * 1000), *starts[number : number + 1]])
        yield start, max(start, end), chapter_title(chapter, number, locale_of(summary))

"""A result as a file: one small module a format, pure functions from a result to bytes."""

from __future__ import annotations

from enum import StrEnum

from svs_desktop.pipeline.export import (
    chapters,
    docx,
    ffmetadata,
    html,
    json_text,
    markdown,
    pdf,
    srt,
    text,
    vtt,
)
from svs_desktop.pipeline.summary import Result


class Format(StrEnum):
    """The formats that a result can be exported to."""

    MD = "md"
    TXT = "txt"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    JSON = "json"
    SRT = "srt"
    VTT = "vtt"
    CHAPTERS = "chapters"
    FFMETADATA = "ffmetadata"

    @property
    def suffix(self) -> str:
        """What the names of its files end with, dot included."""
        return _SUFFIXES.get(self, f".{self.value}")

    @property
    def title(self) -> str:  # type: ignore[override]  # hides a method of str that has no use here
        """Its English name."""
        return _TITLES[self]

    @property
    def is_text(self) -> bool:
        """Whether its files are text, which a terminal can show and which can follow on another."""
        return self not in {Format.PDF, Format.DOCX}


_TITLES = {
    Format.MD: "Markdown",
    Format.TXT: "Plain text",
    Format.HTML: "HTML",
    Format.PDF: "PDF",
    Format.DOCX: "Word document",
    Format.JSON: "JSON",
    Format.SRT: "SubRip subtitles",
    Format.VTT: "WebVTT subtitles",
    Format.CHAPTERS: "YouTube chapters",
    Format.FFMETADATA: "FFmpeg metadata",
}
_SUFFIXES = {Format.CHAPTERS: ".chapters.txt"}
_RENDER = {
    Format.MD: markdown.render,
    Format.TXT: text.render,
    Format.HTML: html.render,
    Format.PDF: pdf.render,
    Format.DOCX: docx.render,
    Format.JSON: json_text.render,
    Format.SRT: srt.render,
    Format.VTT: vtt.render,
    Format.CHAPTERS: chapters.render,
    Format.FFMETADATA: ffmetadata.render,
}


def export(result: Result, form: Format) -> bytes:
    """The result as the contents of a file."""
    return _RENDER[form](result)

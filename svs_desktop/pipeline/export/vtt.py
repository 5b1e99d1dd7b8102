"""A transcript as WebVTT subtitles (https://www.w3.org/TR/webvtt1/)."""

from __future__ import annotations

from html import escape

from svs_desktop.pipeline.export.cues import Cue, cues
from svs_desktop.pipeline.summary import Result


def render(result: Result) -> bytes:
    """The subtitles; a header alone when nothing was said."""
    shown = cues(result.transcript, result.summary.duration_s)
    return "\n".join(["WEBVTT\n", *map(_block, shown)]).encode()


def _block(cue: Cue) -> str:
    # With every > escaped, no text can hold the --> that would start another cue.
    text = escape("\n".join(cue.lines), quote=False)
    return f"{_time(cue.start)} --> {_time(cue.end)}\n{text}\n"


def _time(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"

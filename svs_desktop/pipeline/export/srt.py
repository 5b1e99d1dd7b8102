"""A transcript as SubRip subtitles."""

from __future__ import annotations

import re

from svs_desktop.pipeline.export.cues import Cue, cues
from svs_desktop.pipeline.summary import Result

# SubRip has no escapes: players take these for markup or a new time line and show no text, so
# characters that look the same stand in for them.
_LOOKALIKES = ((re.compile(r"-->"), "→"), (re.compile(r"<(?=[/A-Za-z])"), "‹"))  # noqa: RUF001


def render(result: Result) -> bytes:
    """The subtitles; an empty file when nothing was said."""
    shown = cues(result.transcript, result.summary.duration_s)
    return "\n".join(_block(number, cue) for number, cue in enumerate(shown, 1)).encode()


def _block(number: int, cue: Cue) -> str:
    text = "\n".join(cue.lines)
    for pattern, lookalike in _LOOKALIKES:
        text = pattern.sub(lookalike, text)
    return f"{number}\n{_time(cue.start)} --> {_time(cue.end)}\n{text}\n"


def _time(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02},{rest:03}"

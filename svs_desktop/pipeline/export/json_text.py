"""A result as JSON that other programs, and later versions of this one, can read.

The shape, version 1 (times are seconds from the start of the video; a list may be empty)::

    {
      "format": "svs-desktop result",
      "version": 1,
      "job_id": "…",
      "path": "/videos/talk.mp4",
      "finished_at": "2025-11-03T18:20:00Z",
      "media": {"duration_s", "tracks": [{"index", "codec", "channels", "sample_rate",
                "language", "title", "is_default"}], "has_video", "title"},
      "summary": {"title", "paragraphs": [[sentence]], "key_points": [{"text", "evidence"}],
                  "language", "duration_s", "speech_model", "writer", "sentences_read",
                  "chapters": [{"start", "end", "title", "sentences": [sentence]}],
                  "action_items": [{"text", "evidence"}], "decisions": [{"text", "evidence"}],
                  "sentences_dropped", "notices": [{"code", "values"}],
                  "written_in": ISO 639-1 code where the summary was translated, else ""},
      "transcript": {"segments": [{"start", "end", "text", "words": [{"start", "end", "text"}]}],
                     "language"},
      "fingerprint": "size in bytes-hash of sampled blocks of the video",
      "audio_track": position among the audio tracks, or null for the default one
    }

A sentence is ``{"text", "evidence": [evidence]}``, an evidence ``{"start", "end", "segments"}``
with indices into the transcript's segments. Older files have no ``action_items``, ``decisions``,
``sentences_dropped``, ``written_in``, ``fingerprint`` and ``audio_track``. Pictures of chapters are
left out: they lie in the cache of one computer. The text is UTF-8; only halves of surrogate pairs
(from file names that are no valid Unicode) are escaped.
"""

from __future__ import annotations

import json
import re
from typing import Any

from svs_desktop.pipeline.codec import from_builtins, to_builtins
from svs_desktop.pipeline.summary import Result, Summary

FORMAT = "svs-desktop result"
VERSION = 1

_SURROGATES = re.compile("[\ud800-\udfff]")


def render(result: Result) -> bytes:
    """All that is known of a result."""
    summary = {"summary": summary_parts(result.summary)}
    document = {"format": FORMAT, "version": VERSION, **to_builtins(result), **summary}
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    return _SURROGATES.sub(lambda half: f"\\u{ord(half[0]):04x}", text).encode()


def summary_parts(summary: Summary) -> dict[str, Any]:
    """A summary as dicts and lists, as JSON has it."""
    parts: dict[str, Any] = to_builtins(summary)
    for chapter in parts["chapters"]:
        del chapter["picture"]
    return parts


def load(data: bytes) -> Result:
    """The result that ``render`` wrote.

    Raises:
        ValueError: The bytes are no JSON, or JSON of another shape or a later version.
    """
    document = json.loads(data)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ValueError(f"This is no {FORMAT}.")
    if document.get("version") != VERSION:
        raise ValueError(f"This {FORMAT} is of version {document.get('version')!r}.")
    return from_builtins(document, Result)

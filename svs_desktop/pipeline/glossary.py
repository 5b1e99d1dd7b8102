"""Names and terms that may be said, so that they are written as people write them."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

from svs_desktop.pipeline.job import Job

FILE = "glossary.txt"
"""The file of a folder whose terms are for all recordings in it."""

_MOST_BYTES = 1 << 16
_BETWEEN = re.compile(r"[,;\n\r]+")


def hotwords(job: Job) -> str:
    """The terms of the job, of the file beside its video, and of the one in its folder.

    The files are ``NAME.glossary.txt`` for a video called ``NAME.mp4``, and ``glossary.txt``: a
    term a line, or several with commas between them; what follows a ``#`` is a remark.
    """
    video = job.path
    files = (video.with_name(f"{video.stem}.{FILE}"), video.with_name(FILE))
    texts = [job.options.glossary, *(_read(path) for path in files)]
    terms = (" ".join(term.split()) for text in texts for term in _BETWEEN.split(text))
    return ", ".join(dict.fromkeys(term for term in terms if term))


def _read(path: Path) -> str:
    with suppress(OSError):  # there is none, or it is not for us
        with path.open("rb") as file:
            text = file.read(_MOST_BYTES).decode("utf-8-sig", "replace")
        return "\n".join(line.partition("#")[0] for line in text.splitlines())
    return ""

"""Names of files that are written by themselves, after a pattern that a person gave."""

from __future__ import annotations

import re

from svs_desktop.pipeline.export import Format
from svs_desktop.pipeline.export.files import file_name
from svs_desktop.pipeline.export.wording import one_line, title_of
from svs_desktop.pipeline.summary import Result

FIELDS = ("title", "name", "date", "language")
"""What may stand between braces: the title, the video's name, the day and the language."""

PATTERN = rf"\A(?=.*[^\s.])(?:[^{{}}\x00-\x1f]|\{{(?:{'|'.join(FIELDS)})\}})+\Z"
"""What a pattern looks like, as a regular expression."""

_FIELD = re.compile(rf"\{{({'|'.join(FIELDS)})\}}")


def is_pattern(text: str) -> bool:
    """Whether names can be made after this pattern."""
    return re.search(PATTERN, text) is not None


def named_after(pattern: str, result: Result, form: Format) -> str:
    """The name of a file; what no file may be called is replaced, whatever stands for a field."""
    values = {
        "title": title_of(result),
        "name": one_line(result.path.stem),
        "date": result.finished_at.astimezone().date().isoformat(),
        "language": result.summary.language,
    }
    return file_name(_FIELD.sub(lambda field: values[field[1]], pattern), form)

"""What was put into words already, as the reason of something else, in another language."""

from __future__ import annotations

import re
from functools import cache

from svs_desktop.pipeline.errors import ErrorCode, Failure
from svs_desktop.pipeline.locales import Locale

_VALUE = re.compile(r"\\{(\w+)\\}")
# Where several were tried: "the model hub: there is no connection; the folder: it is not there".
_BETWEEN = re.compile("(: |; )")


def retold(text: str, locale: Locale) -> str:
    """The text in this language: as it is, or as the sentence of some failure.

    A reason may be the sentence of another failure whose values are filled in already. What
    neither is known, such as what the system says, stays as it is.
    """
    if (found := locale.text(text)) != text:
        return found
    for template in _sentences():
        if match := _match(template, text):
            values = match.groupdict()
            if "reason" in values:
                values["reason"] = retold(values["reason"], locale)
            return locale.filled(template, **values).rstrip(".")
    return "".join(map(locale.text, _BETWEEN.split(text)))


@cache
def _sentences() -> tuple[str, ...]:
    """The sentences of failures."""
    return tuple(Failure(code).templates[0] for code in ErrorCode)


def _match(template: str, text: str) -> re.Match[str] | None:
    # To make all patterns takes longer than a frame of the screen; hardly one is ever needed.
    begins_so = text.startswith(template.partition("{")[0])
    return _pattern(template).fullmatch(text) if begins_so else None


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """What a sentence looks like within another: without a full stop."""
    return re.compile(_VALUE.sub(r"(?P<\1>.*?)", re.escape(template)) + "?")

"""What a file says around a summary, in the language that the summary is written in.

The words of each language are a table from the English in ``resources/exports``; in a language
without one a file speaks English.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec

from svs_desktop.paths import resource
from svs_desktop.pipeline.locales import ENGLISH, Locale
from svs_desktop.pipeline.summary import Summary


class TableLocale(Locale):
    """A language whose texts are in a table; a text that is not there stays English."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts

    def text(self, template: str) -> str:
        """The template, or the text, in this language."""
        return self._texts.get(template, template)


def locale_of(summary: Summary) -> Locale:
    """How a file with this summary speaks."""
    return _locales().get(summary.written_language, ENGLISH)


@cache
def _locales() -> dict[str, TableLocale]:
    return {
        path.stem: TableLocale(msgspec.toml.decode(path.read_bytes(), type=dict[str, str]))
        for path in resource("exports").glob("*.toml")
    }

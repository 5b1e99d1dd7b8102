"""The languages that the models know, and the codes by which files and people name them."""

from __future__ import annotations

from functools import cache

import msgspec

from svs_desktop.paths import resource


def language_name(code: str) -> str:
    """What a language is called in English; its code, where the name is not known."""
    known = _languages().get(code)
    return known[0] if known else code


def short_code(tag: str) -> str:
    """The code that models use, of a tag as media files have it: ``de`` of ``ger`` or ``de-AT``.

    Empty where the language is not known to them.
    """
    code = tag.replace("_", "-").partition("-")[0].strip().lower()
    return code if code in _languages() else _long_codes().get(code, "")


@cache
def _languages() -> dict[str, list[str]]:
    """By code: the English name, and then the ISO 639-2 codes."""
    return msgspec.toml.decode(resource("languages.toml").read_bytes(), type=dict[str, list[str]])


@cache
def _long_codes() -> dict[str, str]:
    return {long: code for code, (_, *longs) in _languages().items() for long in longs}

"""What pages are like where the reader is, and how their language is written."""

from __future__ import annotations

import locale
import os
import re
from collections.abc import Mapping
from typing import Literal

# Where Letter is sold rather than A4: North America, much of Latin America and the Philippines.
_LETTER = frozenset(
    {"US", "CA", "MX", "PR", "GT", "SV", "NI", "CR", "PA", "DO", "CO", "VE", "CL", "PH"}
)
_TERRITORY = re.compile(r"[a-z]{2,3}[_-](?:[A-Z][a-z]{3}[_-])?([A-Z]{2})\b")
_RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ku", "ps", "sd", "ug", "ur", "yi"}
)
_CODE = re.compile(r"[a-z]{2,3}")

Paper = Literal["a4", "us-letter"]


def paper(environment: Mapping[str, str] = os.environ) -> Paper:
    """The paper that the system's locale prints on."""
    asked = (environment.get(name) for name in ("LC_ALL", "LC_PAPER", "LANG"))
    name = next(filter(None, asked), None) or locale.getlocale()[0] or ""
    found = _TERRITORY.match(name)
    is_letter = found[1] in _LETTER if found else name.endswith("_United States")
    return "us-letter" if is_letter else "a4"


def language_code(code: str) -> str:
    """A language's code as documents may carry it; empty where it is none."""
    return code if _CODE.fullmatch(code) else ""


def is_right_to_left(code: str) -> bool:
    """Whether a language is written from right to left."""
    return code in _RIGHT_TO_LEFT

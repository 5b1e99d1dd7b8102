"""Facts as JSON text and back, checked against their types.

The text is plain ASCII: file names that are no valid Unicode (they exist on Linux) keep their
surrogate escapes and come back byte for byte.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


def to_json(value: object) -> str:
    """One line of JSON."""
    return json.dumps(to_builtins(value), separators=(",", ":"))


def from_json(text: str | bytes, kind: type[T]) -> T:
    """The value that ``to_json`` wrote.

    Raises:
        ValueError: The text is no JSON, or JSON of another shape.
    """
    try:
        return from_builtins(json.loads(text), kind)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def to_builtins(value: object) -> Any:
    """The value as dicts, lists and strings."""
    return msgspec.to_builtins(value, enc_hook=_encode)


def from_builtins(value: object, kind: type[T]) -> T:
    """The value of type ``kind`` that ``to_builtins`` took apart.

    Raises:
        ValueError: The parts are of another shape.
    """
    return msgspec.convert(value, kind, dec_hook=_decode)


def _encode(value: object) -> object:
    if isinstance(value, Path):
        return str(value)
    raise NotImplementedError(type(value))


def _decode(kind: type, value: object) -> object:
    if kind is not Path:
        raise NotImplementedError(kind)
    if not isinstance(value, str):
        raise TypeError("a path is a string")
    return Path(value)

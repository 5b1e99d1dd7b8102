"""What stands at the beginning of a GGUF file, read without loading the model.

llama.cpp ends the process on some damaged files, so they are looked at before it sees them. The
format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
"""

from __future__ import annotations

import mmap
import re
import struct
from pathlib import Path

from msgspec import Struct

_MAGIC = b"GGUF"
_VERSIONS = frozenset({2, 3})
_STRING, _ARRAY = 8, 9
_FORMATS = {
    **dict(zip(range(8), ("<B", "<b", "<H", "<h", "<I", "<i", "<f", "<?"), strict=True)),
    **dict(zip(range(10, 13), ("<Q", "<q", "<d"), strict=True)),
}
_MOST_KEYS = 100_000
_MOST_TENSORS = 1_000_000
_MOST_DIMENSIONS = 4
# Longer arrays are vocabularies: nobody asks for them.
_LONGEST_KEPT = 4096
_KV_BYTES = 2
_PART = re.compile(r"(?P<stem>.+)-(?P<number>\d{5})-of-(?P<count>\d{5})\.gguf", re.IGNORECASE)


class NotGgufError(Exception):
    """The file is no model in this format, or not all of one; the text says why."""


class GgufHeader(Struct, frozen=True):
    """What the file says of its model.

    Attributes:
        context_size: Tokens that the model was trained on at a time; 0 if it does not say.
        bytes_per_token: Memory that each token of the context takes.
        file_bytes: Size of the file, all its parts together.
    """

    context_size: int
    bytes_per_token: int
    file_bytes: int


def read_header(path: Path) -> GgufHeader:
    """Read the header and see that the file is whole, as far as that shows.

    Args:
        path: The file, or the first one of those that the model was split into.

    Raises:
        NotGgufError: It is no such file, it is cut off, or one of its parts is missing.
        OSError: It cannot be read.
    """
    keys: dict[str, object] = {}
    for part in _parts(path):
        keys = {**_read(part), **keys}
    architecture = keys.get("general.architecture")
    if not isinstance(architecture, str):
        raise NotGgufError("it does not say what model it is")
    values = {k.removeprefix(f"{architecture}."): v for k, v in keys.items()}
    return GgufHeader(
        _integer(values.get("context_length")),
        _bytes_per_token(values),
        sum(part.stat().st_size for part in _parts(path)),
    )


def is_later_part(path: Path) -> bool:
    """Whether this is a part of a model that begins in another file."""
    found = _PART.fullmatch(path.name)
    return found is not None and int(found["number"]) > 1


def _parts(path: Path) -> list[Path]:
    found = _PART.fullmatch(path.name)
    if not found:
        return [path]
    names = [
        f"{found['stem']}-{number:05}-of-{found['count']}.gguf"
        for number in range(1, int(found["count"]) + 1)
    ]
    for name in names:
        if not path.with_name(name).is_file():
            raise NotGgufError(f"its part “{name}” is missing")
    return [path.with_name(name) for name in names]


def _bytes_per_token(values: dict[str, object]) -> int:
    """Keys and values of every layer: Pope et al. 2022, section 2.1, with 16-bit floats."""
    layers = _integer(values.get("block_count"))
    heads = _integer(values.get("attention.head_count"))
    kv_heads = values.get("attention.head_count_kv", heads)
    per_head = _integer(values.get("embedding_length")) // max(heads, 1)
    key = _integer(values.get("attention.key_length")) or per_head
    value = _integer(values.get("attention.value_length")) or per_head
    all_heads = (
        sum(map(_integer, kv_heads)) if isinstance(kv_heads, list) else layers * _integer(kv_heads)
    )
    return all_heads * (key + value) * _KV_BYTES


def _integer(value: object) -> int:
    return value if isinstance(value, int) and value > 0 else 0


def _read(path: Path) -> dict[str, object]:
    with path.open("rb") as stream:
        if stream.read(len(_MAGIC)) != _MAGIC:
            raise NotGgufError("it is not a GGUF file")
        with mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
            try:
                return _Reader(data).header()
            except (struct.error, IndexError):
                raise NotGgufError("the file is cut off") from None
            except (UnicodeDecodeError, RecursionError):
                raise NotGgufError("the file is damaged") from None


class _Reader:
    """Reads one value after another."""

    def __init__(self, data: mmap.mmap) -> None:
        self._data = data
        self._at = len(_MAGIC)

    def header(self) -> dict[str, object]:
        version = self._number("<I")
        if version not in _VERSIONS:
            raise NotGgufError(f"it is of an unknown version of GGUF ({version})")
        tensors, keys = self._number("<Q"), self._number("<Q")
        if tensors > _MOST_TENSORS or keys > _MOST_KEYS:
            raise NotGgufError("the file is damaged")
        values = {self._string(): self._value(self._number("<I")) for _ in range(keys)}
        last = max((self._tensor() for _ in range(tensors)), default=-1)
        alignment = _integer(values.get("general.alignment")) or 32
        if -(-self._at // alignment) * alignment + last >= len(self._data):
            raise NotGgufError("the file is cut off")
        return values

    def _tensor(self) -> int:
        """Where the data of the next tensor begin."""
        self._string()
        dimensions = self._number("<I")
        if dimensions > _MOST_DIMENSIONS:
            raise NotGgufError("the file is damaged")
        self._at += 8 * dimensions + 4
        return self._number("<Q")

    def _value(self, kind: int) -> object:
        if kind == _STRING:
            return self._string()
        if kind == _ARRAY:
            return self._array(self._number("<I"), self._number("<Q"))
        if kind not in _FORMATS:
            raise NotGgufError("the file is damaged")
        return struct.unpack_from(_FORMATS[kind], self._data, self._skip(_size(kind)))[0]

    def _array(self, kind: int, count: int) -> object:
        if kind in _FORMATS and count > _LONGEST_KEPT:
            self._skip(_size(kind) * count)
            return None
        if count > len(self._data):
            raise IndexError
        if kind == _STRING:
            for _ in range(count):
                self._skip(self._number("<Q"))
            return None
        return [self._value(kind) for _ in range(count)]

    def _number(self, form: str) -> int:
        number: int = struct.unpack_from(form, self._data, self._skip(struct.calcsize(form)))[0]
        return number

    def _string(self) -> str:
        size = self._number("<Q")
        start = self._skip(size)
        return self._data[start : start + size].decode()

    def _skip(self, size: int) -> int:
        """Go on by so many bytes; where that began."""
        start = self._at
        if start + size > len(self._data):
            raise IndexError
        self._at = start + size
        return start


def _size(kind: int) -> int:
    return struct.calcsize(_FORMATS[kind])

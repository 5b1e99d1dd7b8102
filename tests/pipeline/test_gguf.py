"""The beginnings of GGUF files: whole ones, and each way in which one can be damaged."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest
from gguf_files import (
    ARRAY,
    INT32,
    STRING,
    UINT32,
    UINT64,
    Raw,
    Value,
    array,
    gguf,
    header,
    key,
    model_keys,
    number,
    save_model,
    string,
    tensor,
)

from svs_desktop.pipeline.generators.gguf import (
    GgufHeader,
    NotGgufError,
    is_later_part,
    read_header,
)

MOST = 2**64 - 1
# The smallest file that is whole.
LITTLE: dict[str, Value] = {
    "general.architecture": "llama",
    "llama.context_length": 256,
    "llama.block_count": 2,
    "llama.embedding_length": 32,
    "llama.attention.head_count": 4,
    "llama.rope.scaling": [1, 2, 3],
    "tokenizer.ggml.tokens": ["a", "b"],
}
WEIGHTS = {"one": np.ones((2, 4), np.float32), "two": np.ones(40, np.float32)}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "model.gguf"


def read(file: Path, content: bytes) -> GgufHeader:
    file.write_bytes(content)
    return read_header(file)


def refusal(file: Path, content: bytes) -> str:
    with pytest.raises(NotGgufError) as caught:
        read(file, content)
    return str(caught.value)


def said(*keys: bytes, count: int | None = None, tensors: bytes = b"", of: int = 0) -> bytes:
    """A file that says this, and that it says so much."""
    counts = struct.pack("<IQQ", 3, of, len(keys) if count is None else count)
    return b"GGUF" + counts + b"".join(keys) + tensors


def says(**keys: Value) -> bytes:
    """The little file; some of what it says is something else."""
    changed = {name.replace("__", "."): value for name, value in keys.items()}
    return gguf({**LITTLE, **changed}, WEIGHTS)


# whole files


def test_a_model(file: Path) -> None:
    size = save_model(file).stat().st_size
    # Two layers, two heads that keep keys and values, eight numbers each, two bytes a number.
    assert read_header(file) == GgufHeader(256, 2 * 2 * (8 + 8) * 2, size)


@pytest.mark.parametrize("version", [2, 3])
def test_versions(file: Path, version: int) -> None:
    content = gguf(LITTLE, WEIGHTS, version=version)
    assert read(file, content) == GgufHeader(256, 2 * 4 * (8 + 8) * 2, len(content))


@pytest.mark.parametrize("version", [0, 1, 4, 3 << 24])
def test_versions_that_are_unknown(file: Path, version: int) -> None:
    content = gguf(LITTLE, WEIGHTS, version=version)
    assert refusal(file, content) == f"it is of an unknown version of GGUF ({version})"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({}, 2 * 4 * (8 + 8) * 2),
        ({"llama__attention__head_count_kv": 1}, 2 * 1 * (8 + 8) * 2),
        ({"llama__attention__head_count_kv": [4, 1]}, (4 + 1) * (8 + 8) * 2),
        ({"llama__attention__head_count_kv": [4, 0]}, 4 * (8 + 8) * 2),
        ({"llama__attention__key_length": 64}, 2 * 4 * (64 + 8) * 2),
        ({"llama__attention__value_length": 16}, 2 * 4 * (8 + 16) * 2),
        ({"llama__attention__head_count": "four"}, 0),
        ({"llama__attention__head_count": 0}, 0),
        ({"llama__block_count": 0}, 0),
        ({"llama__embedding_length": Raw(UINT64, number(64))}, 2 * 4 * (16 + 16) * 2),
    ],
)
def test_memory_of_the_context(file: Path, keys: dict[str, Value], expected: int) -> None:
    assert read(file, says(**keys)).bytes_per_token == expected


def test_a_model_that_says_little(file: Path) -> None:
    content = gguf({"general.architecture": "llama"}, {})
    assert read(file, content + b"\0") == GgufHeader(0, 0, len(content) + 1)


def test_keys_are_those_of_its_own_architecture(file: Path) -> None:
    content = says(general__architecture="qwen2", qwen2__context_length=512)
    assert read(file, content).context_size == 512


@pytest.mark.parametrize("value", [7, ["llama"], Raw(99, b"")])
def test_a_model_that_does_not_say_what_it_is(file: Path, value: Value) -> None:
    assert refusal(file, says(general__architecture=value))
    others = {name: value for name, value in LITTLE.items() if "architecture" not in name}
    assert refusal(file, gguf(others, WEIGHTS)) == "it does not say what model it is"


@pytest.mark.parametrize(
    "vocabulary",
    [
        array(STRING, 5000, b"".join(string("word") for _ in range(5000))),
        array(STRING, 2, string(b"\xff\xfe") + string("")),
        array(INT32, 5000, bytes(4 * 5000)),
        array(INT32, 0, b""),
        array(ARRAY, 2, struct.pack("<IQI", UINT32, 1, 5) + struct.pack("<IQ", STRING, 0)),
    ],
    ids=["words", "no text", "numbers", "empty", "arrays"],
)
def test_vocabularies_are_passed_over(file: Path, vocabulary: Raw) -> None:
    others = {name: value for name, value in LITTLE.items() if "tokens" not in name}
    content = gguf({"tokenizer.ggml.tokens": vocabulary, **others}, WEIGHTS)
    assert read(file, content).context_size == 256


def test_another_alignment(file: Path) -> None:
    head = header({**LITTLE, "general.alignment": 4096}, WEIGHTS)
    begin_of_two = 32  # the first tensor takes that much
    assert read(file, head.ljust(4096 + begin_of_two + 1, b"\0"))
    assert refusal(file, head.ljust(4096 + begin_of_two, b"\0")) == "the file is cut off"


# damaged ones


@pytest.mark.parametrize("content", [b"", b"G", b"GGU", b"GGML" + bytes(100), b"\0" * 4096])
def test_another_kind_of_file(file: Path, content: bytes) -> None:
    assert refusal(file, content) == "it is not a GGUF file"


def test_a_file_that_is_cut_off(file: Path) -> None:
    whole = gguf(LITTLE, WEIGHTS)
    begin_of_two = len(whole) - 160  # its 40 numbers are the last thing in the file
    for size in range(4, begin_of_two + 1):
        assert refusal(file, whole[:size]) == "the file is cut off"
    assert read(file, whole[: begin_of_two + 1]).file_bytes == begin_of_two + 1


NAME = string("a")
DAMAGED = {
    "count of keys": said(key("a", 1), count=MOST),
    "count of tensors": said(key("a", 1), of=MOST),
    "kind of a value": said(key("a", Raw(13, bytes(64)))),
    "text that is none": said(key(b"\xff", 1)),
    "value that is no text": said(key("a", Raw(STRING, string(b"\xff")))),
    "kind in an array": said(key("a", array(13, 2, bytes(64)))),
    "arrays in each other": said(key("a", array(ARRAY, 1, struct.pack("<IQ", ARRAY, 1) * 5000))),
    "dimensions": said(tensors=NAME + struct.pack("<I", 5) + bytes(64), of=1),
    "many dimensions": said(tensors=NAME + struct.pack("<I", 2**32 - 1), of=1),
}
BEYOND_THE_END = {
    "length of a key": said(number(MOST) + b"a"),
    "length of a text": said(key("a", Raw(STRING, number(MOST)))),
    "length of an array": said(key("a", array(UINT32, MOST, bytes(64)))),
    "array of texts": said(key("a", array(STRING, MOST, bytes(64)))),
    "array of arrays": said(key("a", array(ARRAY, MOST, bytes(64)))),
    "where a tensor begins": said(tensors=tensor("a", (1,), MOST) + bytes(64), of=1),
    "alignment": said(
        key("general.alignment", Raw(UINT64, number(MOST))),
        tensors=tensor("a", (1,), 0) + bytes(64),
        of=1,
    ),
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_file(file: Path, content: bytes) -> None:
    assert refusal(file, content) == "the file is damaged"


@pytest.mark.parametrize("content", BEYOND_THE_END.values(), ids=BEYOND_THE_END.keys())
def test_a_file_that_speaks_of_more_than_there_is(file: Path, content: bytes) -> None:
    assert refusal(file, content) == "the file is cut off"


def test_any_one_byte_may_be_wrong(file: Path) -> None:
    whole = gguf(LITTLE, WEIGHTS)
    for place in range(len(whole) - 192):  # up to the weights
        for wrong in (whole[place] ^ 0x80, 0xFF):
            try:
                found = read(file, whole[:place] + bytes([wrong]) + whole[place + 1 :])
            except NotGgufError:
                continue
            assert found.file_bytes == len(whole)


@pytest.mark.parametrize("kind", [UINT32, UINT64])
def test_a_count_of_layers_that_is_damaged(file: Path, kind: int) -> None:
    most = number(MOST)[: 4 if kind == UINT32 else 8]
    content = says(llama__block_count=Raw(kind, most))
    assert read(file, content).bytes_per_token == int.from_bytes(most, "little") * 4 * 16 * 2


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    for path in (tmp_path / "nothing.gguf", tmp_path):
        with pytest.raises(OSError, match=path.name):
            read_header(path)


# in several parts


def save_parts(folder: Path, count: int) -> list[Path]:
    """A model in parts; what it is, the first one says."""
    parts = [folder / f"my-model-{n:05}-of-{count:05}.gguf" for n in range(1, count + 1)]
    parts[0].write_bytes(gguf(model_keys(), {}) + b"\0")
    for part in parts[1:]:
        part.write_bytes(gguf({"split.no": 1, "llama.context_length": 9}, WEIGHTS))
    return parts


def test_parts_count_together(tmp_path: Path) -> None:
    parts = save_parts(tmp_path, 3)
    found = read_header(parts[0])
    assert found.file_bytes == sum(part.stat().st_size for part in parts)
    assert found.context_size == 256
    assert [is_later_part(part) for part in parts] == [False, True, True]


@pytest.mark.parametrize("missing", [1, 2])
def test_a_part_is_missing(tmp_path: Path, missing: int) -> None:
    parts = save_parts(tmp_path, 3)
    parts[missing].unlink()
    with pytest.raises(NotGgufError, match=rf"“{parts[missing].name}” is missing"):
        read_header(parts[0])


@pytest.mark.parametrize("content", [b"GGUF", b"", b"half of a part"])
def test_a_part_is_damaged(tmp_path: Path, content: bytes) -> None:
    parts = save_parts(tmp_path, 2)
    parts[1].write_bytes(content)
    with pytest.raises(NotGgufError):
        read_header(parts[0])


@pytest.mark.parametrize(
    ("name", "is_later"),
    [
        ("model-00002-of-00003.gguf", True),
        ("MODEL-00002-OF-00003.GGUF", True),
        ("model-00001-of-00003.gguf", False),
        ("model-2-of-3.gguf", False),
        ("model.gguf", False),
        ("model-00002-of-00003.gguf.part", False),
    ],
)
def test_later_parts_by_their_names(name: str, *, is_later: bool) -> None:
    assert is_later_part(Path("folder") / name) is is_later

"""Writes GGUF files, byte by byte, and in them a language model with random weights.

The format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import pre_tokenizers

Tensors = Mapping[str, npt.NDArray[np.float32]]

UINT8, UINT32, INT32, FLOAT32, BOOL, STRING, ARRAY, UINT64 = 0, 4, 5, 6, 7, 8, 9, 10
_FORMS = {UINT32: "<I", FLOAT32: "<f", BOOL: "<?"}
_ALIGNMENT = 32

CHAT = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
CONTEXT = 256
_NORMAL, _CONTROL = 1, 3
_END, _BEGIN = 0, 1


@dataclass(frozen=True)
class Raw:
    """A value as it stands in the file, and its kind."""

    kind: int
    content: bytes


Value = str | int | float | bool | list[str] | list[int] | Raw


def number(value: int) -> bytes:
    """A count or a length: eight bytes."""
    return struct.pack("<Q", value)


def string(text: str | bytes) -> bytes:
    content = text.encode() if isinstance(text, str) else text
    return number(len(content)) + content


def array(kind: int, count: int, content: bytes) -> Raw:
    """An array that says it has so many values of this kind."""
    return Raw(ARRAY, struct.pack("<IQ", kind, count) + content)


def key(name: str | bytes, value: Value) -> bytes:
    raw = _raw(value)
    return string(name) + struct.pack("<I", raw.kind) + raw.content


def _raw(value: Value) -> Raw:
    if isinstance(value, Raw):
        return value
    if isinstance(value, list):
        kind = STRING if isinstance(value[0], str) else INT32
        return array(kind, len(value), b"".join(_raw(item).content for item in value))
    if isinstance(value, str):
        return Raw(STRING, string(value))
    kind = {bool: BOOL, int: UINT32, float: FLOAT32}[type(value)]
    return Raw(kind, struct.pack(_FORMS[kind], value))


def tensor(name: str, shape: tuple[int, ...], begin: int) -> bytes:
    """What the header says of a tensor; the innermost dimension comes first."""
    dimensions = b"".join(map(number, reversed(shape)))
    return string(name) + struct.pack("<I", len(shape)) + dimensions + struct.pack("<IQ", 0, begin)


def header(keys: Mapping[str, Value], tensors: Tensors, *, version: int = 3) -> bytes:
    """All that comes before the tensors' own bytes."""
    begin, described = 0, b""
    for name, values in tensors.items():
        described += tensor(name, values.shape, begin)
        begin += _padded(values.nbytes)
    counts = struct.pack("<IQQ", version, len(tensors), len(keys))
    said = b"".join(key(name, value) for name, value in keys.items())
    return b"GGUF" + counts + said + described


def gguf(keys: Mapping[str, Value], tensors: Tensors, *, version: int = 3) -> bytes:
    """A whole file."""
    head = header(keys, tensors, version=version)
    stored = (values.tobytes() for values in tensors.values())
    body = b"".join(data.ljust(_padded(len(data)), b"\0") for data in stored)
    return head.ljust(_padded(len(head)), b"\0") + body


def _padded(size: int) -> int:
    return -(-size // _ALIGNMENT) * _ALIGNMENT


def model_keys(**changed: Value) -> dict[str, Value]:
    """What the file of a chat model of two layers says; its tokens are bytes."""
    tokens = _tokens()
    keys: dict[str, Value] = {
        "general.architecture": "llama",
        "llama.context_length": CONTEXT,
        "llama.embedding_length": 32,
        "llama.block_count": 2,
        "llama.feed_forward_length": 64,
        "llama.attention.head_count": 4,
        "llama.attention.head_count_kv": 2,
        "llama.attention.layer_norm_rms_epsilon": 1e-5,
        "llama.vocab_size": len(tokens),
        "tokenizer.ggml.model": "gpt2",
        "tokenizer.ggml.pre": "qwen2",
        "tokenizer.ggml.tokens": tokens,
        "tokenizer.ggml.token_type": [_CONTROL, _CONTROL, *[_NORMAL] * (len(tokens) - 2)],
        "tokenizer.ggml.merges": ["t h"],
        "tokenizer.ggml.bos_token_id": _BEGIN,
        "tokenizer.ggml.eos_token_id": _END,
        "tokenizer.ggml.add_bos_token": False,
        "tokenizer.chat_template": CHAT,
    }
    return {**keys, **changed}


def _tokens() -> list[str]:
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    return ["<|im_end|>", "<|im_start|>", *alphabet, "th"]


def model_tensors(vocabulary: int = 259) -> dict[str, npt.NDArray[np.float32]]:
    """Random weights, the same each time."""
    shapes: dict[str, tuple[int, ...]] = {
        "token_embd.weight": (vocabulary, 32),
        "output_norm.weight": (32,),
        "output.weight": (vocabulary, 32),
    }
    for layer in range(2):
        shapes |= {
            f"blk.{layer}.attn_norm.weight": (32,),
            f"blk.{layer}.attn_q.weight": (32, 32),
            f"blk.{layer}.attn_k.weight": (16, 32),
            f"blk.{layer}.attn_v.weight": (16, 32),
            f"blk.{layer}.attn_output.weight": (32, 32),
            f"blk.{layer}.ffn_norm.weight": (32,),
            f"blk.{layer}.ffn_gate.weight": (64, 32),
            f"blk.{layer}.ffn_up.weight": (64, 32),
            f"blk.{layer}.ffn_down.weight": (32, 64),
        }
    dice = np.random.default_rng(1)
    tensors = {
        name: dice.normal(0, 0.5, shape).astype(np.float32) for name, shape in shapes.items()
    }
    # It writes what can be read, and does not come to an end by itself.
    for token, text in enumerate(_tokens()[:vocabulary]):
        if not (text.isascii() and text.isalpha()):
            tensors["output.weight"][token] = 0.0
    return tensors


def save_model(path: Path, **changed: Value) -> Path:
    """Write the model's file; some of what it says may be something else."""
    path.write_bytes(gguf(model_keys(**changed), model_tensors()))
    return path

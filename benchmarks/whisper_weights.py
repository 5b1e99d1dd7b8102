"""The same weights for all: those of our speech model in the forms that its peers read.

openai-whisper reads a checkpoint of torch, whisper.cpp a file of its own. Neither can be had
everywhere, but both hold what a CTranslate2 model holds: the layouts are those of
`ctranslate2/converters` (OpenNMT/CTranslate2) and `models/convert-pt-to-ggml.py`
(ggml-org/whisper.cpp).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float16] | npt.NDArray[np.float32]

_HALF = 4  # of CTranslate2's types
_GGML_MAGIC = 0x67676D6C
_WINDOW, _FFT_BINS = 400, 201
# A position for each two frames of 30 seconds, and for each token.
_AUDIO, _TEXT = "encoder.positional_embedding", "decoder.positional_embedding"
_WORDS = "decoder.token_embedding.weight"
# What whisper.cpp wants in full precision.
_FULL = frozenset({_AUDIO, _TEXT, "encoder.conv1.bias", "encoder.conv2.bias"})
_BEFORE = {"query": 0, "key": 1, "value": 2}
_NORM = {"weight": "gamma", "bias": "beta"}


def write_openai(folder: Path, target: Path) -> None:
    """Write the model in a folder (CTranslate2, 16 bits) as openai-whisper's `base.pt` is."""
    import torch

    tensors = openai_tensors(folder)
    state = {name: torch.from_numpy(np.array(array)) for name, array in tensors.items()}
    torch.save({"dims": _dimensions(tensors), "model_state_dict": state}, target)


def write_ggml(folder: Path, target: Path) -> None:
    """Write the model in a folder (CTranslate2, 16 bits) as whisper.cpp's `ggml-base.bin` is."""
    tensors = openai_tensors(folder)
    sizes = _dimensions(tensors)
    names = ("n_vocab", "n_audio_ctx", "n_audio_state", "n_audio_head", "n_audio_layer")
    names += ("n_text_ctx", "n_text_state", "n_text_head", "n_text_layer", "n_mels")
    with target.open("wb") as file:
        file.write(struct.pack("<12i", _GGML_MAGIC, *(sizes[name] for name in names), 1))
        _write_filters(file, sizes["n_mels"])
        _write_tokens(file, folder / "tokenizer.json")
        for name, array in tensors.items():
            _write_tensor(file, name, array)


def openai_tensors(folder: Path) -> dict[str, Array]:
    """The tensors of the model in a folder, by openai-whisper's names."""
    held = dict(_read(folder / "model.bin"))
    made: dict[str, Array] = {
        _AUDIO: held["encoder/position_encodings/encodings"].astype(np.float32),
        _TEXT: held["decoder/position_encodings/encodings"],
        _WORDS: held["decoder/embeddings/weight"],
    }
    for layer in ("conv1", "conv2"):
        for kind in ("weight", "bias"):
            made[f"encoder.{layer}.{kind}"] = held[f"encoder/{layer}/{kind}"]
    for side, norm in (("encoder", "ln_post"), ("decoder", "ln")):
        for kind, theirs in _NORM.items():
            made[f"{side}.{norm}.{kind}"] = held[f"{side}/layer_norm/{theirs}"]
        for number in range(_layers(held, side)):
            made.update(_block(held, f"{side}/layer_{number}", f"{side}.blocks.{number}"))
    return made


def _block(held: Mapping[str, Array], theirs: str, ours: str) -> Iterator[tuple[str, Array]]:
    def pair(source: str, target: str, names: Mapping[str, str]) -> Iterator[tuple[str, Array]]:
        for kind, name in names.items():
            yield f"{ours}.{target}.{kind}", held[f"{theirs}/{source}/{name}"]

    same = {"weight": "weight", "bias": "bias"}
    yield from pair("ffn/layer_norm", "mlp_ln", _NORM)
    yield from pair("ffn/linear_0", "mlp.0", same)
    yield from pair("ffn/linear_1", "mlp.2", same)
    yield from pair("self_attention/layer_norm", "attn_ln", _NORM)
    yield from pair("self_attention/linear_1", "attn.out", same)
    for kind in ("weight", "bias"):
        # Queries, keys and values stand in one matrix; keys have no bias in Whisper.
        parts = np.split(held[f"{theirs}/self_attention/linear_0/{kind}"], 3)
        for name, place in _BEFORE.items():
            if (name, kind) != ("key", "bias"):
                yield f"{ours}.attn.{name}.{kind}", parts[place]
    if f"{theirs}/attention/linear_0/weight" not in held:
        return
    yield from pair("attention/layer_norm", "cross_attn_ln", _NORM)
    yield from pair("attention/linear_0", "cross_attn.query", same)
    yield from pair("attention/linear_2", "cross_attn.out", same)
    for kind in ("weight", "bias"):
        keys, values = np.split(held[f"{theirs}/attention/linear_1/{kind}"], 2)
        if kind == "weight":
            yield f"{ours}.cross_attn.key.weight", keys
        yield f"{ours}.cross_attn.value.{kind}", values


def _layers(held: Mapping[str, Array], side: str) -> int:
    return sum(
        name.startswith(f"{side}/layer_") for name in held if name.endswith("/ffn/linear_0/bias")
    )


def _read(path: Path) -> Iterator[tuple[str, Array]]:
    """The tensors of 16 bits in a file of CTranslate2."""
    with path.open("rb") as file:

        def number(kind: str) -> int:
            (found,) = struct.unpack(f"<{kind}", file.read(struct.calcsize(f"<{kind}")))
            return int(found)

        def text() -> str:
            return file.read(number("H"))[:-1].decode()

        number("I")  # the version of the format
        text(), number("I")  # what kind of model, and its revision
        for _ in range(number("I")):
            name, rank = text(), number("B")
            shape = tuple(number("I") for _ in range(rank))
            kind, size = number("B"), number("I")
            data = file.read(size)
            if kind == _HALF:
                yield name, np.frombuffer(data, np.float16).reshape(shape)


def _dimensions(tensors: Mapping[str, Array]) -> dict[str, int]:
    def blocks(side: str) -> int:
        return sum(n.startswith(f"{side}.blocks") and n.endswith("mlp.0.bias") for n in tensors)

    words, width = tensors[_WORDS].shape
    heads = width // 64
    return {
        "n_mels": tensors["encoder.conv1.weight"].shape[1],
        "n_audio_ctx": tensors[_AUDIO].shape[0],
        "n_audio_state": width,
        "n_audio_head": heads,
        "n_audio_layer": blocks("encoder"),
        "n_vocab": words,
        "n_text_ctx": tensors[_TEXT].shape[0],
        "n_text_state": width,
        "n_text_head": heads,
        "n_text_layer": blocks("decoder"),
    }


def _write_filters(file: BinaryIO, mels: int) -> None:
    from faster_whisper.feature_extractor import FeatureExtractor

    filters = FeatureExtractor.get_mel_filters(16_000, _WINDOW, mels)
    file.write(struct.pack("<2i", mels, _FFT_BINS))
    filters.astype("<f4").tofile(file)


def _write_tokens(file: BinaryIO, tokenizer: Path) -> None:
    from tokenizers import Tokenizer
    from transformers.convert_slow_tokenizer import bytes_to_unicode

    letters = {letter: byte for byte, letter in bytes_to_unicode().items()}
    words = Tokenizer.from_file(str(tokenizer)).get_vocab(with_added_tokens=False)
    ordered = sorted(words, key=words.__getitem__)
    file.write(struct.pack("<i", len(ordered)))
    for word in ordered:
        said = bytes(letters[letter] for letter in word) if set(word) <= set(letters) else b""
        file.write(struct.pack("<i", len(said)) + said)


def _write_tensor(file: BinaryIO, name: str, array: Array) -> None:
    if name.startswith("encoder.conv") and name.endswith("bias"):
        array = array.reshape(-1, 1)
    is_full = array.ndim == 1 or name in _FULL
    said = name.encode()
    file.write(struct.pack("<3i", array.ndim, len(said), 0 if is_full else 1))
    file.write(struct.pack(f"<{array.ndim}i", *reversed(array.shape)) + said)
    array.astype("<f4" if is_full else "<f2").tofile(file)

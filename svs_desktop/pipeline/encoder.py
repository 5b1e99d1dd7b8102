"""Sentences as vectors (all-MiniLM-L6-v2, or any BERT with mean pooling), with CTranslate2.

The weights are rounded to 8 bits and handed to CTranslate2 in its own format whenever an encoder
is loaded. That takes a fraction of a second, so no converted copy has to be kept and looked after.
CTranslate2's own converter would do the same, but needs torch and transformers, which take ten
times as long to import.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

import ctranslate2
import msgspec
import numpy as np
import numpy.typing as npt
from msgspec import Struct
from safetensors import safe_open
from tokenizers import Tokenizer

from svs_desktop.pipeline.errors import ErrorCode, PipelineError

Vectors = npt.NDArray[np.float32]
_Array = npt.NDArray[np.generic] | np.generic
_ReadWeight = Callable[[str], Vectors]

# The model was trained on sentences of at most this many tokens.
_MOST_TOKENS = 128
# Sentences between two reports of progress.
_STRETCH = 32
# Tokens that go through the model together, with padding: more would not stay in the L2 cache.
_BATCH_TOKENS = 256


class SentenceEncoder:
    """A sentence encoder in memory."""

    def __init__(self, folder: Path, *, threads: int = 0) -> None:
        """Load the encoder from its folder.

        Raises:
            PipelineError: The folder holds no encoder that can be loaded.
        """
        try:
            config = msgspec.json.decode((folder / "config.json").read_bytes(), type=_Config)
            self._tokenizer = _load_tokenizer(folder / "tokenizer.json", config.vocab_size)
            files = _converted(config, folder / "model.safetensors")
            self._model = ctranslate2.Encoder(folder.name, intra_threads=threads, files=files)
        except (ImportError, MemoryError):
            raise
        except Exception as error:  # a tokenizer raises no more special one
            reason = str(error).partition("\n")[0].rstrip(".")
            raise PipelineError(ErrorCode.MODEL_BROKEN, model=folder.name, reason=reason) from error
        self._dimensions = config.hidden_size

    def encode(self, sentences: Sequence[str]) -> Iterator[tuple[slice, Vectors]]:
        """Yield the unit vectors of one stretch of sentences after another.

        Yields:
            Which sentences, and their vectors, shape (count, dimensions).
        """
        for start in range(0, len(sentences), _STRETCH):
            stretch = list(sentences[start : start + _STRETCH])
            yield slice(start, start + len(stretch)), self._encode_stretch(stretch)

    def _encode_stretch(self, sentences: list[str]) -> Vectors:
        tokens = [encoding.ids for encoding in self._tokenizer.encode_batch_fast(sentences)]
        vectors = np.empty((len(tokens), self._dimensions), np.float32)
        for batch in _batches([len(ids) for ids in tokens]):
            vectors[batch] = self._encode_batch([tokens[index] for index in batch])
        return vectors

    def _encode_batch(self, tokens: list[list[int]]) -> Vectors:
        lengths = np.array([len(ids) for ids in tokens], np.int32)
        is_token = np.arange(lengths.max()) < lengths[:, None]
        padded = np.zeros(is_token.shape, np.int32)
        padded[is_token] = np.concatenate(tokens)
        view = ctranslate2.StorageView.from_array
        states = np.asarray(
            self._model.forward_batch(view(padded), view(lengths)).last_hidden_state
        )
        # As unit vectors, sums are the same as means.
        sums = np.einsum("btd,bt->bd", states, is_token.astype(np.float32))
        vectors: Vectors = sums / np.linalg.norm(sums, axis=1, keepdims=True)
        return vectors


def _load_tokenizer(path: Path, vocab_size: int) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(path))
    if tokenizer.get_vocab_size() > vocab_size:  # CTranslate2 would read beyond its weights
        raise ValueError("its tokenizer is another model's")
    tokenizer.enable_truncation(_MOST_TOKENS)
    tokenizer.no_padding()
    return tokenizer


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Indices of sentences that are about as long as each other, so that little is padded."""
    batch: list[int] = []
    for index in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) + 1) * lengths[index] > _BATCH_TOKENS:
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch


# from a BERT's weights to a model of CTranslate2


class _Config(Struct):
    """What must be known of a BERT besides its weights. Others than these cannot be converted."""

    model_type: Literal["bert"]
    hidden_act: Literal["gelu"]
    hidden_size: int
    vocab_size: int
    num_attention_heads: int
    num_hidden_layers: int
    layer_norm_eps: float
    position_embedding_type: Literal["absolute"] = "absolute"


# What a BERT is to CTranslate2: ``BertLoader`` in ctranslate2/converters/transformers.py.
_BERT = {
    "encoder/activation": np.int8(3),  # GELU
    "encoder/embeddings_merge": np.int8(1),  # added
    "encoder/multi_query_attention": np.int8(0),
    "encoder/pre_norm": np.int8(0),
    "encoder/scale_embeddings": np.int8(0),
}
# The parts of a layer, in CTranslate2's names, and those that they are made of, in BERT's names.
_LINEAR = {
    "self_attention/linear_0": (
        "attention.self.query",
        "attention.self.key",
        "attention.self.value",
    ),
    "self_attention/linear_1": ("attention.output.dense",),
    "ffn/linear_0": ("intermediate.dense",),
    "ffn/linear_1": ("output.dense",),
}
_NORM = {
    "self_attention/layer_norm": "attention.output.LayerNorm",
    "ffn/layer_norm": "output.LayerNorm",
}
# The binary format: ``ModelSpec._serialize`` in ctranslate2/specs/model_spec.py.
_BINARY_VERSION, _REVISION = 6, 1
_TYPE_IDS = {np.dtype(np.float32): 0, np.dtype(np.int8): 1, np.dtype(np.int16): 2}


def _converted(config: _Config, weights: Path) -> dict[str, bytes]:
    """The files of a CTranslate2 model, by their names."""
    with safe_open(weights, framework="np") as file:
        variables = dict(_variables(config, file.get_tensor))
    # It wants words, but is only ever given the numbers of tokens.
    word = "[UNK]"
    settings = {
        "unk_token": word,
        "bos_token": word,
        "eos_token": word,
        "layer_norm_epsilon": config.layer_norm_eps,
    }
    return {
        "model.bin": b"".join(_serialized(variables)),
        "config.json": msgspec.json.encode(settings),
        "vocabulary.json": msgspec.json.encode([word]),
    }


def _variables(config: _Config, read: _ReadWeight) -> Iterator[tuple[str, _Array]]:
    yield from _BERT.items()
    yield "encoder/num_heads", np.int16(config.num_attention_heads)
    yield from _rounded("encoder/embeddings_0", read("embeddings.word_embeddings.weight"))
    # All tokens are of the first type, so what it adds to each may as well be in their positions.
    positions = read("embeddings.position_embeddings.weight")
    token_type = read("embeddings.token_type_embeddings.weight")[0]
    yield "encoder/position_encodings/encodings", positions + token_type
    yield from _norm("encoder/layernorm_embedding", "embeddings.LayerNorm", read)
    for number in range(config.num_hidden_layers):
        layer, source = f"encoder/layer_{number}/", f"encoder.layer.{number}."
        for name, parts in _LINEAR.items():
            weights = [read(f"{source}{part}.weight") for part in parts]
            yield from _rounded(layer + name, np.concatenate(weights))
            biases = [read(f"{source}{part}.bias") for part in parts]
            yield f"{layer}{name}/bias", np.concatenate(biases)
        for name, part in _NORM.items():
            yield from _norm(layer + name, source + part, read)


def _norm(name: str, source: str, read: _ReadWeight) -> Iterator[tuple[str, _Array]]:
    yield f"{name}/gamma", read(f"{source}.weight")
    yield f"{name}/beta", read(f"{source}.bias")


def _rounded(name: str, weight: Vectors) -> Iterator[tuple[str, _Array]]:
    """Weights as 8-bit integers, with a scale for each row."""
    largest = np.abs(weight).max(axis=1)
    scale = 127 / np.where(largest > 0, largest, np.float32(127))
    yield f"{name}/weight", np.rint(weight * scale[:, None]).astype(np.int8)
    yield f"{name}/weight_scale", scale


def _serialized(variables: Mapping[str, _Array]) -> Iterator[bytes]:
    yield struct.pack("<I", _BINARY_VERSION)
    yield _string("TransformerEncoderSpec")
    yield struct.pack("<II", _REVISION, len(variables))
    for name, value in variables.items():
        yield _string(name)
        yield struct.pack(f"<B{value.ndim}I", value.ndim, *value.shape)
        yield struct.pack("<BI", _TYPE_IDS[value.dtype], value.nbytes)
        yield value.tobytes()
    yield struct.pack("<I", 0)  # no variable is another's alias


def _string(text: str) -> bytes:
    return struct.pack("<H", len(text) + 1) + text.encode("ascii") + b"\0"

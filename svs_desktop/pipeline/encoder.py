"""Sentences as vectors (all-MiniLM-L6-v2, or any BERT-like encoder with mean pooling)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from transformers import AutoModel, AutoTokenizer
from transformers.utils import logging as transformers_logging

from svs_desktop.pipeline.errors import ErrorCode, PipelineError

Vectors = npt.NDArray[np.float32]

_BATCH = 32
# The model was trained on sentences of at most this many tokens.
_MOST_TOKENS = 128


class SentenceEncoder:
    """A sentence encoder in memory."""

    def __init__(self, folder: Path, *, threads: int = 0) -> None:
        """Load the encoder from its folder.

        Raises:
            PipelineError: The folder holds no encoder that can be loaded.
        """
        transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        if threads:
            torch.set_num_threads(threads)
        try:
            self._tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
            self._model = AutoModel.from_pretrained(folder, local_files_only=True).eval()
        except (ImportError, MemoryError):
            raise
        except Exception as error:  # damaged weights raise no more special one
            reason = str(error).partition("\n")[0].rstrip(".")
            raise PipelineError(ErrorCode.MODEL_BROKEN, model=folder.name, reason=reason) from error

    def encode(self, sentences: Sequence[str]) -> Iterator[tuple[slice, Vectors]]:
        """Yield the unit vectors of one stretch of sentences after another.

        Yields:
            Which sentences, and their vectors, shape (count, dimensions).
        """
        for start in range(0, len(sentences), _BATCH):
            batch = list(sentences[start : start + _BATCH])
            yield slice(start, start + len(batch)), self._encode_batch(batch)

    @torch.inference_mode()
    def _encode_batch(self, sentences: list[str]) -> Vectors:
        tokens = self._tokenizer(
            sentences, padding=True, truncation=True, max_length=_MOST_TOKENS, return_tensors="pt"
        )
        states = self._model(**tokens).last_hidden_state
        mask = tokens["attention_mask"].unsqueeze(-1).to(states.dtype)
        means = (states * mask).sum(1) / mask.sum(1).clamp(min=1)
        vectors: Vectors = torch.nn.functional.normalize(means, dim=1).numpy()
        return vectors

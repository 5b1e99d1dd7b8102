"""A Whisper model in memory: windows of speech in, tokens and their times out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from threading import BoundedSemaphore
from typing import TypeAlias

import ctranslate2
import numpy as np
from ctranslate2.models import WhisperGenerationResult
from faster_whisper import WhisperModel
from faster_whisper.tokenizer import Tokenizer
from msgspec import Struct

from svs_desktop.pipeline import allocator
from svs_desktop.pipeline.device import Placement
from svs_desktop.pipeline.speech import Floats
from svs_desktop.pipeline.word_times import Alignment

_FRAME = 160
"""Samples from one frame of features to the next: a hundredth of a second."""
FULL = 3000
"""The frames that Whisper was trained on: 30 seconds, silence after the speech."""

# Without silence after the last word the decoder does not know that it is the last.
_AFTER = 100
# Whisper's own measure: no more tokens than half of what the decoder can hold belong to a prompt.
_MOST_HOTWORDS = 223
# No language needs more tokens than this for a second of speech; a loop would go on to the limit.
_TOKENS_A_SECOND, _LEAST_TOKENS = 18, 30

Encoded: TypeAlias = ctranslate2.StorageView


class Decoding(Struct, frozen=True):
    """How tokens are looked for.

    Attributes:
        beam: Hypotheses that are followed at a time.
        whole: Whether the encoder sees 30 seconds whatever the length of the speech.
        repetition_penalty: What a token costs that was said already; 1 for nothing.
        no_repeat: Tokens in a row that must not come twice; 0 for none.
    """

    beam: int
    whole: bool = False
    repetition_penalty: float = 1.0
    no_repeat: int = 0


class Decoded(Struct, frozen=True):
    """What the model makes of a window.

    Attributes:
        tokens: Of the text alone.
        text: As it is written.
        likelihood: Mean logarithm of a token's probability.
        no_speech: How sure the model is that nobody speaks, 0 to 1.
    """

    tokens: tuple[int, ...]
    text: str
    likelihood: float
    no_speech: float


class Whisper:
    """The model. Its methods may be called by as many threads as it has workers."""

    def __init__(self, folder: Path, place: Placement) -> None:
        """Load the model from its folder (CTranslate2 format)."""
        if not (folder / "tokenizer.json").is_file():
            # It would be looked for on the network.
            raise FileNotFoundError("tokenizer.json is missing")
        self._model = WhisperModel(
            str(folder),
            device=place.device,
            compute_type=place.compute_type,
            cpu_threads=place.threads,
            num_workers=place.workers,
            local_files_only=True,
        )
        # Encoding takes most memory of all. When all workers happen to do it at once, which comes
        # the surer the longer a talk is, that is the peak; half of them are as fast.
        self._encoders = BoundedSemaphore((place.workers + 1) // 2)
        self.languages = frozenset(self._model.supported_languages)
        self.is_multilingual = bool(self._model.model.is_multilingual)
        self.tokenizer_of = lru_cache(self._make_tokenizer)
        if place.device != "cpu":
            # A missing CUDA library shows itself only when it is used.
            self.encode([np.zeros(_FRAME, np.float32)])

    def encode(self, pieces: Sequence[Floats], *, whole: bool = False) -> Encoded:
        """What the encoder makes of windows, each followed by silence.

        The encoder sees no more than the longest of them and a second of silence, unless
        ``whole``: its cost grows with the square of what it sees.
        """
        longest = max(len(piece) for piece in pieces) // _FRAME + 1 + _AFTER
        frames = FULL if whole else min(FULL, longest + longest % 2)
        extract = self._model.feature_extractor
        features = np.stack([extract(_padded(p, frames), padding=0)[:, :frames] for p in pieces])
        with self._encoders:
            encoded = self._model.encode(features.astype(np.float32, copy=False))
            # The decoder does not need what that took.
            allocator.hand_back()
        return encoded

    def languages_of(self, encoded: Encoded) -> list[list[tuple[str, float]]]:
        """For each window the languages, the likeliest first, with their probabilities."""
        found = self._model.model.detect_language(encoded)
        return [[(name[2:-2], chance) for name, chance in window] for window in found]

    def decode(
        self,
        encoded: Encoded,
        languages: Sequence[str],
        seconds: Sequence[float],
        how: Decoding,
        hotwords: str = "",
    ) -> list[Decoded]:
        """The text of each window, spoken in these languages, so many seconds long."""
        prompts = [self._prompt(language, hotwords) for language in languages]
        length = len(prompts[0]) + _LEAST_TOKENS + round(_TOKENS_A_SECOND * max(seconds))
        found = self._model.model.generate(
            encoded,
            prompts,
            beam_size=how.beam,
            max_length=min(self._model.max_length, length),
            repetition_penalty=how.repetition_penalty,
            no_repeat_ngram_size=how.no_repeat,
            suppress_tokens=list(_suppressed(self.tokenizer_of(languages[0]))),
            return_scores=True,
            return_no_speech_prob=True,
        )
        pairs = zip(found, languages, strict=True)
        return [_decoded(result, self.tokenizer_of(language)) for result, language in pairs]

    def align(
        self,
        encoded: Encoded,
        language: str,
        texts: Sequence[Sequence[int]],
        lengths: Sequence[int],
    ) -> list[Alignment]:
        """When the tokens are said; ``lengths`` are the windows' samples."""
        start = self.tokenizer_of(language).sot_sequence
        frames = [max(1, length // _FRAME) for length in lengths]
        return list(self._model.model.align(encoded, start, [list(t) for t in texts], frames))

    def _prompt(self, language: str, hotwords: str) -> list[int]:
        tokenizer = self.tokenizer_of(language)
        before = []
        if hotwords:
            words = tokenizer.encode(" " + hotwords.strip())[:_MOST_HOTWORDS]
            before = [tokenizer.sot_prev, *words]
        return [*before, *tokenizer.sot_sequence, tokenizer.no_timestamps]

    def _make_tokenizer(self, language: str) -> Tokenizer:
        return Tokenizer(
            self._model.hf_tokenizer, self.is_multilingual, task="transcribe", language=language
        )


def _padded(piece: Floats, frames: int) -> Floats:
    return np.pad(piece[: frames * _FRAME], (0, max(0, frames * _FRAME - len(piece))))


def _decoded(result: WhisperGenerationResult, tokenizer: Tokenizer) -> Decoded:
    tokens = result.sequences_ids[0]
    # CTranslate2 divides by the tokens without the one that ends the text.
    likelihood = result.scores[0] * len(tokens) / (len(tokens) + 1)
    spoken = tuple(token for token in tokens if token < tokenizer.eot)
    return Decoded(spoken, tokenizer.decode(list(tokens)), likelihood, result.no_speech_prob)


def _suppressed(tokenizer: Tokenizer) -> tuple[int, ...]:
    """What is never said: signs of music and speakers, and the marks of other tasks."""
    marks = (
        tokenizer.transcribe,
        tokenizer.translate,
        tokenizer.sot,
        tokenizer.sot_prev,
        tokenizer.sot_lm,
        tokenizer.no_speech,
    )
    return tuple(sorted({*tokenizer.non_speech_tokens, *(m for m in marks if m is not None)}))

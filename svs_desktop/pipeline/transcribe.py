"""From samples to segments, with Whisper (faster-whisper)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice, pairwise
from pathlib import Path

import ctranslate2
import numpy as np
import psutil
from faster_whisper import BatchedInferencePipeline, WhisperModel
from faster_whisper.transcribe import Segment as WhisperSegment
from msgspec import Struct

from svs_desktop.pipeline.audio import SAMPLE_RATE, Samples
from svs_desktop.pipeline.errors import ErrorCode, PipelineError
from svs_desktop.pipeline.events import Heard
from svs_desktop.pipeline.job import AUTO
from svs_desktop.pipeline.speech import Floats, TimeMap, Window, find_windows
from svs_desktop.pipeline.transcript import Segment, SoFar, Word

# Windows that are decoded together: more is faster, but progress comes in larger steps.
_MOST_AT_ONCE = 8
_STEPS = 12
_BEAM = 5
# The windows that the language is heard from.
_WINDOWS_FOR_LANGUAGE = 3

# Whisper's own marks of text that nobody said (Radford et al. 2022, section 4.5).
_NO_SPEECH = 0.6
_UNLIKELY = -1.0
_REPETITIVE = 2.4

_SENTENCE_ENDS = (".", "?", "!", "。", "？", "！", "…")  # noqa: RUF001 - full-width on purpose
_PAUSE_S = 1.0
_MOST_WORDS = 40


class Passage(Struct, frozen=True):
    """What was said up to ``end_s``, a second of the recording.

    ``block`` is the sample from which speech is looked for to go on behind it.
    """

    segments: tuple[Segment, ...]
    end_s: float
    block: int


class SpeechModel:
    """A Whisper model in memory.

    Attributes:
        device: What it runs on, ``cpu`` or ``cuda``.
        fallback_reason: Why it does not run on the graphics card that is there; or empty.
    """

    def __init__(self, folder: Path, *, device: str = AUTO, threads: int = 0) -> None:
        """Load the model from its folder (CTranslate2 format).

        Raises:
            PipelineError: The folder holds no model that can be loaded.
        """
        self.fallback_reason = ""
        self.device = _best_device() if device == AUTO else device
        try:
            self._model = _load(folder, self.device, threads)
        except (ImportError, MemoryError):
            raise
        except Exception as error:  # a tokenizer raises no more special one
            if device != AUTO or self.device == "cpu":
                raise _broken(folder, error) from error
            self.fallback_reason, self.device = str(error), "cpu"
            self._model = self._load_on_cpu(folder, threads)
        self._batched = BatchedInferencePipeline(self._model)

    @staticmethod
    def _load_on_cpu(folder: Path, threads: int) -> WhisperModel:
        try:
            return _load(folder, "cpu", threads)
        except (ImportError, MemoryError):
            raise
        except Exception as error:
            raise _broken(folder, error) from error

    def check_language(self, language: str) -> None:
        """Refuse a language that the model cannot hear.

        Raises:
            PipelineError: The model does not know it.
        """
        if language != AUTO and language not in self._model.supported_languages:
            raise PipelineError(ErrorCode.LANGUAGE_UNKNOWN, language=language)

    def hear_language(self, samples: Samples, windows: Iterable[Window]) -> Heard:
        """The language that is spoken in the first of these windows."""
        if not self._model.model.is_multilingual:
            return Heard("en", 1.0)
        speech = [w.cut_from(samples) for w in islice(windows, _WINDOWS_FOR_LANGUAGE)]
        language, probability, _ = self._model.detect_language(
            np.concatenate(speech), language_detection_segments=_WINDOWS_FOR_LANGUAGE
        )
        return Heard(language, probability)

    def transcribe(
        self, samples: Samples, language: str = AUTO, so_far: SoFar | None = None
    ) -> Iterator[Heard | Passage]:
        """Yield the language, then one passage after another.

        Nothing at all is yielded when nobody speaks. With ``so_far`` comes what would have come
        after it, word for word.

        Args:
            samples: 16 kHz mono samples, shape (n,); may be mapped from a file.
            language: ISO 639-1 code, or ``auto``.
            so_far: What an earlier call yielded for the same samples and language.
        """
        windows = find_windows(samples, **_place(so_far))
        first = list(islice(windows, _WINDOWS_FOR_LANGUAGE))
        if not first:
            return
        if so_far:
            heard = Heard(so_far.language, 1.0)
        else:
            heard = self.hear_language(samples, first) if language == AUTO else Heard(language, 1.0)
            yield heard
        at_once = _group_size(len(samples) / SAMPLE_RATE)
        windows = chain(first, windows)
        while group := list(islice(windows, at_once)):
            segments = tuple(self._read(samples, group, heard.language))
            yield Passage(segments, group[-1].end_s, group[-1].regions[-1].block)

    def _read(self, samples: Samples, group: list[Window], language: str) -> Iterator[Segment]:
        pieces = [window.cut_from(samples) for window in group]
        # Half a sample more, because the pipeline cuts these seconds off to whole samples again.
        edges = (np.cumsum([0, *map(len, pieces)]) + 0.5) / SAMPLE_RATE
        clips = [{"start": start, "end": end} for start, end in pairwise(edges.tolist())]
        found, _ = self._batched.transcribe(
            np.concatenate(pieces),
            language=language,
            beam_size=_BEAM,
            batch_size=len(group),
            clip_timestamps=clips,
            word_timestamps=True,
        )
        times = TimeMap(group)
        for segment in found:
            if segment.compression_ratio > _REPETITIVE:
                middle = (segment.start + segment.end) / 2
                index = int(np.searchsorted(edges[1:-1], middle, side="right"))
                yield from self._read_again(pieces[index], TimeMap([group[index]]), language)
            elif not _is_invented(segment):
                yield from _sentences(_words(segment, times))

    def _read_again(self, speech: Floats, times: TimeMap, language: str) -> Iterator[Segment]:
        # The slow way tries higher temperatures until the text no longer goes round in circles.
        found, _ = self._model.transcribe(
            speech,
            language=language,
            beam_size=_BEAM,
            word_timestamps=True,
            condition_on_previous_text=False,
        )
        for segment in found:
            if not _is_invented(segment):
                yield from _sentences(_words(segment, times))


def _best_device() -> str:
    return "cuda" if ctranslate2.get_cuda_device_count() else "cpu"


def _load(folder: Path, device: str, threads: int) -> WhisperModel:
    if not (folder / "tokenizer.json").is_file():
        # It would be looked for on the network.
        raise FileNotFoundError("tokenizer.json is missing")
    # int8 weights are three times as fast as float32 on a processor, with the same words.
    model = WhisperModel(
        str(folder),
        device=device,
        compute_type="float16" if device == "cuda" else "int8",
        cpu_threads=threads or _physical_cores(),
        local_files_only=True,
    )
    if device == "cuda":
        # A missing CUDA library shows itself only when it is used.
        model.encode(np.zeros((model.model.n_mels, 3000), np.float32))
    return model


def _physical_cores() -> int:
    return psutil.cpu_count(logical=False) or 1


def _broken(folder: Path, error: Exception) -> PipelineError:
    reason = str(error).splitlines()[0] if str(error) else type(error).__name__
    return PipelineError(ErrorCode.MODEL_BROKEN, model=folder.name, reason=reason.rstrip("."))


def _place(so_far: SoFar | None) -> dict[str, int]:
    """Where windows are looked for, to go on behind ``so_far``."""
    if not so_far:
        return {}
    return {
        "block": so_far.reached.block,
        "after": round(so_far.reached.second * SAMPLE_RATE),
    }


def _group_size(duration_s: float) -> int:
    """Windows decoded together: a dozen steps of progress at least, if the talk has as many."""
    return max(1, min(_MOST_AT_ONCE, round(duration_s / 30 / _STEPS)))


def _is_invented(segment: WhisperSegment) -> bool:
    return bool(segment.no_speech_prob > _NO_SPEECH and segment.avg_logprob < _UNLIKELY)


def _words(segment: WhisperSegment, times: TimeMap) -> list[Word]:
    return [Word(*times.span(word.start, word.end), word.word) for word in segment.words or ()]


def _sentences(words: list[Word]) -> Iterator[Segment]:
    sentence: list[Word] = []
    for word in words:
        if sentence and (word.start - sentence[-1].end > _PAUSE_S or len(sentence) >= _MOST_WORDS):
            yield _segment(sentence)
            sentence = []
        sentence.append(word)
        if word.text.rstrip().endswith(_SENTENCE_ENDS):
            yield _segment(sentence)
            sentence = []
    if sentence:
        yield _segment(sentence)


def _segment(words: list[Word]) -> Segment:
    text = "".join(word.text for word in words).strip()
    return Segment(words[0].start, max(words[-1].end, words[0].start), text, tuple(words))

"""From samples to segments, with Whisper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

from msgspec import Struct

from svs_desktop.pipeline import allocator
from svs_desktop.pipeline.ahead import ahead
from svs_desktop.pipeline.audio import SAMPLE_RATE, Samples
from svs_desktop.pipeline.device import Placement, placement, weights_of
from svs_desktop.pipeline.errors import ErrorCode, PipelineError
from svs_desktop.pipeline.events import Heard
from svs_desktop.pipeline.job import AUTO, SpeechQuality
from svs_desktop.pipeline.languages import hear_languages
from svs_desktop.pipeline.reading import Reader, Spoken
from svs_desktop.pipeline.speech import Window, find_windows
from svs_desktop.pipeline.transcript import Segment, SoFar
from svs_desktop.pipeline.whisper import Decoding, Whisper

# Progress comes in this many steps at least, if the talk has as many windows.
_STEPS = 12
# The windows at the beginning that the language is heard from.
_WINDOWS_FOR_LANGUAGE = 3
# Where several languages are spoken, windows are shorter, so that few of them hold two.
_SEVERAL_LANGUAGES_S = 10.0


class Thoroughness(Struct, frozen=True):
    """What a quality means: how long windows are, in seconds of speech, and how they are decoded.

    The encoder's attention costs the square of a window's length, so that shorter windows are
    quicker; the words at their edges miss what was said before and after.
    """

    window_s: float
    how: Decoding


QUALITIES: dict[SpeechQuality, Thoroughness] = {
    "fast": Thoroughness(20.0, Decoding(1)),
    "balanced": Thoroughness(20.0, Decoding(5)),
    "accurate": Thoroughness(30.0, Decoding(5, whole=True)),
}


class Wanted(Struct, frozen=True):
    """How a recording is to be transcribed.

    Attributes:
        language: ISO 639-1 code, or ``auto``.
        quality: Whether speed or accuracy matters more.
        hotwords: Names and terms that may be said.
    """

    language: str = AUTO
    quality: SpeechQuality = "balanced"
    hotwords: str = ""


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

    def __init__(
        self, folder: Path, *, device: str = AUTO, threads: int = 0, workers: int = 0
    ) -> None:
        """Load the model from its folder (CTranslate2 format).

        Args:
            folder: The folder.
            device: Where it is asked to run: ``auto``, ``cpu`` or ``cuda``.
            threads: Processor threads in all; 0 for as many as there are physical cores.
            workers: Batches that are read at a time on a processor; 0 for many.

        Raises:
            PipelineError: The folder holds no model that can be loaded.
        """
        self.fallback_reason = ""
        weights = weights_of(folder)
        place = placement(device, threads, weights=weights, workers=workers)
        try:
            self._whisper = Whisper(folder, place)
        except (ImportError, MemoryError):
            raise
        except Exception as error:  # a tokenizer raises no more special one
            if device != AUTO or place.device == "cpu":
                raise _broken(folder, error) from error
            self.fallback_reason = str(error)
            place = placement("cpu", threads, weights=weights, workers=workers)
            self._whisper = _load_on_cpu(folder, place)
        self._place = place
        self.device = place.device

    def check_language(self, language: str) -> None:
        """Refuse a language that the model cannot hear.

        Raises:
            PipelineError: The model does not know it.
        """
        if language != AUTO and language not in self._whisper.languages:
            raise PipelineError(ErrorCode.LANGUAGE_UNKNOWN, language=language)

    def transcribe(
        self, samples: Samples, wanted: Wanted | None = None, so_far: SoFar | None = None
    ) -> Iterator[Heard | Passage]:
        """Yield the language, then one passage after another.

        Nothing at all is yielded when nobody speaks. With ``so_far`` comes what would have come
        after it, word for word.

        Args:
            samples: 16 kHz mono samples, shape (n,); may be mapped from a file.
            wanted: How.
            so_far: What an earlier call yielded for the same samples and wishes.
        """
        wanted = wanted or Wanted()
        quality = QUALITIES[wanted.quality]
        windows = find_windows(samples, quality.window_s, **_place(so_far))
        first = list(islice(windows, _WINDOWS_FOR_LANGUAGE))
        if not first:
            return
        spoken, chance = self._spoken(samples, wanted, so_far, first)
        if not so_far:
            yield Heard(spoken.language, chance)
        reader = Reader(self._whisper, samples, spoken, quality.how, wanted.hotwords)
        window_s = quality.window_s
        windows = chain(first, windows)
        if spoken.others:
            window_s = min(window_s, _SEVERAL_LANGUAGES_S)
            windows = find_windows(samples, window_s, **_place(so_far))
        groups = _groups(windows, self._group_size(len(samples) / SAMPLE_RATE / window_s))
        for group, segments in ahead(reader.read, groups, self._place.workers):
            allocator.hand_back()
            yield Passage(segments, group[-1].end_s, group[-1].regions[-1].block)

    def _spoken(
        self, samples: Samples, wanted: Wanted, so_far: SoFar | None, first: list[Window]
    ) -> tuple[Spoken, float]:
        if wanted.language != AUTO:
            return Spoken(wanted.language), 1.0
        window_s = QUALITIES[wanted.quality].window_s
        if so_far:  # asked again, because the windows there are the same as at the first time
            beginning = find_windows(samples, window_s)
            first = list(islice(beginning, _WINDOWS_FOR_LANGUAGE))
        return hear_languages(self._whisper, samples, first, window_s)

    def _group_size(self, windows: float) -> int:
        return max(1, min(self._place.batch, round(windows / _STEPS)))


def _load_on_cpu(folder: Path, place: Placement) -> Whisper:
    try:
        return Whisper(folder, place)
    except (ImportError, MemoryError):
        raise
    except Exception as error:
        raise _broken(folder, error) from error


def _groups(windows: Iterable[Window], size: int) -> Iterator[list[Window]]:
    windows = iter(windows)
    while group := list(islice(windows, size)):
        yield group


def _broken(folder: Path, error: Exception) -> PipelineError:
    reason = str(error).splitlines()[0] if str(error) else type(error).__name__
    return PipelineError(ErrorCode.MODEL_BROKEN, model=folder.name, reason=reason.rstrip("."))


def _place(so_far: SoFar | None) -> dict[str, int]:
    """Where windows are looked for, to go on behind ``so_far``."""
    if not so_far:
        return {}
    after = round(so_far.reached.second * SAMPLE_RATE)
    return {"block": so_far.reached.block, "after": after}

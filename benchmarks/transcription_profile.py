"""Where the time of a transcription goes, on one thread."""

from __future__ import annotations

import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import torch
from speech_corpus import Corpus, write_sound

from svs_desktop.paths import Places
from svs_desktop.pipeline import speech, transcribe
from svs_desktop.pipeline.audio import ExtractedAudio, extract_audio
from svs_desktop.pipeline.models import find
from svs_desktop.pipeline.transcribe import SpeechModel

T = TypeVar("T")
R = TypeVar("R")

# Multiplications of 30 seconds through the encoder of base, as counted from its shapes.
_ENCODER_GMAC = 48.4
_SIZE = 1024


class _Clock:
    """Adds up the processor's seconds of calls."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.calls: defaultdict[str, int] = defaultdict(int)

    def watch(self, owner: Any, name: str, label: str) -> Callable[[], None]:
        """Time a function; what puts the original back."""
        original = getattr(owner, name)

        def timed(*arguments: Any, **named: Any) -> Any:
            with self.timed(label):
                return original(*arguments, **named)

        setattr(owner, name, timed)
        return lambda: setattr(owner, name, original)

    @contextmanager
    def timed(self, label: str) -> Iterator[None]:
        """Time what is done inside."""
        before = time.process_time()  # libraries compute on threads of their own
        yield
        self.seconds[label] += time.process_time() - before
        self.calls[label] += 1


class _Watched:
    """A compiled model, whose methods cannot be replaced, with a clock at each."""

    def __init__(self, model: Any, clock: _Clock) -> None:
        self._model = model
        self._clock = clock

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._model, name)
        if name not in {"encode", "generate", "align", "detect_language"}:
            return found

        def timed(*arguments: Any, **named: Any) -> Any:
            with self._clock.timed(_LABELS[name]):
                return found(*arguments, **named)

        return timed


_LABELS = {
    "encode": "encoder",
    "generate": "decoder",
    "align": "word times",
    "detect_language": "language",
}


def profile(corpus: Corpus) -> str:
    """A Markdown table of the parts, and how far the encoder is from the machine's speed."""
    clock = _Clock()
    model = SpeechModel(find("base", Places.default().models), device="cpu", threads=1)
    inner = model._whisper._model  # noqa: SLF001 - looked into, to see where the time goes
    inner.model = _Watched(inner.model, clock)
    undo = clock.watch(speech, "get_speech_timestamps", "VAD")
    side_by_side, transcribe.ahead = transcribe.ahead, _one_by_one  # type: ignore[assignment]
    inner.feature_extractor = _Features(inner.feature_extractor, clock)
    before = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        sound = Path(folder, "speech.wav")
        write_sound(sound, corpus.sound)
        before = time.process_time()
        with clock.timed("decoding the file"):
            *_, audio = extract_audio(sound, 0, sound.with_suffix(".pcm"))
        assert isinstance(audio, ExtractedAudio)
        for _ in model.transcribe(audio.samples()):
            pass
    total = time.process_time() - before
    undo()
    transcribe.ahead = side_by_side
    clock.seconds["our own Python and the rest"] = total - sum(clock.seconds.values())
    lines = ["| part | processor s | % |", "|---|---|---|"]
    lines += [f"| {k} | {v:.2f} | {100 * v / total:.1f} |" for k, v in clock.seconds.items()]
    lines.append(f"| all | {total:.2f} | 100 |")
    reached = corpus.seconds / 30 * _ENCODER_GMAC * 2 / clock.seconds["encoder"]
    lines += ["", f"The encoder's work at 30 seconds a window would be {reached:.0f} GOPS; int8"]
    lines.append(f"matrices are multiplied at {_int8_gops():.0f} GOPS here, on one thread.")
    return "\n".join(lines)


def _one_by_one(
    work: Callable[[T], R], things: Iterable[T], _workers: int
) -> Iterator[tuple[T, R]]:
    """As ``ahead``, but with nothing beside it, so that each second belongs to one part."""
    for thing in things:
        yield thing, work(thing)


class _Features:
    def __init__(self, extract: Any, clock: _Clock) -> None:
        self._extract = extract
        self._clock = clock

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        with self._clock.timed("features"):
            return self._extract(*arguments, **named)


def _int8_gops() -> float:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    a, b = (torch.randint(-9, 9, (_SIZE, _SIZE), dtype=torch.int8) for _ in range(2))
    times = []
    for _ in range(20):
        before = time.perf_counter()
        torch._int_mm(a, b)  # noqa: SLF001 - has no other name
        times.append(time.perf_counter() - before)
    torch.set_num_threads(threads)
    return 2 * _SIZE**3 / min(times) / 1e9

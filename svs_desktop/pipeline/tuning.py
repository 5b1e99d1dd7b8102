"""How many batches of speech a machine reads side by side: tried once for each model.

Many single threads waste nothing on waiting for each other; few workers of several threads need
less of the memory's bandwidth. Which is faster depends on the machine. The size of a batch is no
part of the trial: it decides what a window is padded to, and so now and then a word.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import cycle
from pathlib import Path

from svs_desktop.pipeline.ahead import ahead
from svs_desktop.pipeline.audio import SAMPLE_RATE, Samples
from svs_desktop.pipeline.device import Placement, placement, weights_of
from svs_desktop.pipeline.machine_facts import MachineFacts
from svs_desktop.pipeline.reading import Reader, Spoken
from svs_desktop.pipeline.speech import Window, find_windows
from svs_desktop.pipeline.whisper import Decoding, Whisper

# A trial is worth it from this length on: it takes the time of some ten minutes of speech.
LONG_S = 3600.0

_TRIAL_S = 3.0
_WINDOW_S = 20.0
_BEGINNING_S = 300
# What is faster by less than this may be so by chance.
_CLEARLY = 1.05

Speed = Callable[[Path, Placement, Samples], float]


def reading_speed(folder: Path, place: Placement, samples: Samples) -> float:
    """Seconds of speech that are read in a second like this; 0 where nobody speaks."""
    model = Whisper(folder, place)
    beginning = samples[: _BEGINNING_S * SAMPLE_RATE]
    windows = list(find_windows(beginning, _WINDOW_S))
    reader = Reader(model, beginning, Spoken("en"), Decoding(5))
    begun, read_s = time.monotonic(), 0.0

    def groups() -> Iterator[list[Window]]:
        for window in cycle(windows):
            if time.monotonic() - begun > _TRIAL_S:
                return
            yield [window]

    with closing(ahead(reader.read, groups(), place.workers)) as passages:  # type: ignore[type-var]
        for (window,), _ in passages:
            read_s += window.speech_s
    return read_s / (time.monotonic() - begun)


class Tuning:
    """What was found out about each model here.

    Args:
        path: The file in which it is remembered.
    """

    def __init__(self, path: Path) -> None:
        self._facts = MachineFacts(path)

    def workers(self, folder: Path, device: str, threads: int) -> int:
        """How many workers read fastest; 0 when that was not tried."""
        return round(self._facts.get(_about(folder, device, threads)) or 0)

    def try_out(
        self,
        folder: Path,
        device: str,
        threads: int,
        samples: Samples,
        speed: Speed = reading_speed,
    ) -> None:
        """Find it out and remember it, if there is a choice and somebody speaks.

        Args:
            folder: The model.
            device: Where it is asked to run.
            threads: Processor threads in all; 0 for as many as there are physical cores.
            samples: A recording, 16 kHz mono, shape (n,), in which people speak.
            speed: Seconds of speech that are read in a second, in one way.
        """
        usual, *others = _ways(folder, device, threads)
        if not others or (spoken := speed(folder, usual, samples)) <= 0:
            return
        speeds = {way: speed(folder, way, samples) for way in others}
        best = max(others, key=speeds.__getitem__)
        chosen = best if speeds[best] > _CLEARLY * spoken else usual
        self._facts.keep(_about(folder, device, threads), chosen.workers)


def _ways(folder: Path, device: str, threads: int) -> Iterator[Placement]:
    """As it would be without a trial, and with fewer workers of more threads."""
    weights = weights_of(folder)
    usual = placement(device, threads, weights=weights)
    yield usual
    if usual != placement(device, threads, weights=weights, free=sys.maxsize):
        return  # there is less memory than usual: it would not be true another time
    workers = usual.workers // 2 if usual.device == "cpu" else 0
    while workers:
        yield placement(device, threads, weights=weights, workers=workers)
        workers //= 2


def _about(folder: Path, device: str, threads: int) -> str:
    return f"{folder.name} {weights_of(folder)} {device} {threads}"

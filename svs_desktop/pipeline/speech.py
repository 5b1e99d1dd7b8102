"""Where in a recording people speak, cut into windows that a speech model reads at once."""

from __future__ import annotations

import mmap
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

import numpy as np
import numpy.typing as npt
from faster_whisper.vad import VadOptions, get_speech_timestamps
from msgspec import Struct

from svs_desktop.pipeline.audio import SAMPLE_RATE, Samples

WINDOW_S = 30.0
"""The most speech that Whisper reads at once."""

# Speech is looked for in blocks of this length, so that memory does not grow with the recording.
# One takes 40 MB for a moment; of five minutes it would be 175.
_BLOCK_S = 60
# Speech this near to a block's end may go on behind it: the next block begins with it, or, as
# the first sound of a word may pass unnoticed at a block's end, so long before that end.
_EDGE_S = 1.0

_LEAST_SILENCE_MS, _MARGIN_MS = 160, 200

Floats = npt.NDArray[np.float32]


class Region(Struct, frozen=True):
    """A stretch of speech, in samples from the start.

    ``block`` is where the stretch of the recording begins that it was found in.
    """

    start: int
    end: int
    block: int = 0

    @property
    def length(self) -> int:
        """In samples."""
        return self.end - self.start


class Window(Struct, frozen=True):
    """Stretches of speech that are read together, without the silence between them."""

    regions: tuple[Region, ...]

    @property
    def start_s(self) -> float:
        """The second at which the window begins."""
        return self.regions[0].start / SAMPLE_RATE

    @property
    def end_s(self) -> float:
        """The second at which the window ends."""
        return self.regions[-1].end / SAMPLE_RATE

    @property
    def speech_s(self) -> float:
        """Seconds of speech."""
        return sum(region.length for region in self.regions) / SAMPLE_RATE

    def cut_from(self, samples: Samples) -> Floats:
        """The window's speech as floats from -1 to 1, shape (n,)."""
        return np.concatenate([as_floats(samples[r.start : r.end]) for r in self.regions])


class TimeMap:
    """Leads from seconds within windows laid end to end back to seconds of the recording."""

    def __init__(self, windows: Iterable[Window]) -> None:
        self._regions = [region for window in windows for region in window.regions]
        self._begins = [0, *accumulate(region.length for region in self._regions)][:-1]

    def span(self, start: float, end: float) -> tuple[float, float]:
        """The recording's seconds of a word.

        A model's times are not exact: what reaches over an edge belongs where its middle is, or a
        word would begin before the pause that it comes after.
        """
        middle = round((start + end) / 2 * SAMPLE_RATE)
        index = max(0, bisect_right(self._begins, middle) - 1)
        region, begin = self._regions[index], self._begins[index]
        first, last = (
            min(max(region.start + round(second * SAMPLE_RATE) - begin, region.start), region.end)
            for second in (start, end)
        )
        return first / SAMPLE_RATE, last / SAMPLE_RATE


def as_floats(samples: Samples) -> Floats:
    """16-bit samples as floats from -1 to 1."""
    return samples.astype(np.float32) / 32768.0


def let_go(samples: Samples) -> None:
    """Free the memory of samples that are mapped from a file; they are read again when needed.

    The system would take it back only when it runs short, and until then it looks as if hours of
    recording were held in memory.
    """
    base: object = samples
    while isinstance(base, np.ndarray):
        base = base.base
    if isinstance(base, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
        base.madvise(mmap.MADV_DONTNEED)


def find_windows(
    samples: Samples, most_s: float = WINDOW_S, *, block: int = 0, after: int = 0
) -> Iterator[Window]:
    """The windows of speech in a recording, in order, as they are found.

    Looked for again from the block of a window's last region, after that region's end, they are
    those that came after it.

    Args:
        samples: 16 kHz mono samples, shape (n,); may be mapped from a file.
        most_s: The most seconds of speech in a window.
        block: The sample to begin at.
        after: Regions that begin before this sample are left out.
    """
    packed: list[Region] = []
    length = 0
    for region in _find_regions(samples, most_s, block):
        if region.start < after:
            continue
        if packed and length + region.length > most_s * SAMPLE_RATE:
            yield Window(tuple(packed))
            packed, length = [], 0
        packed.append(region)
        length += region.length
    if packed:
        yield Window(tuple(packed))


def _find_regions(samples: Samples, most_s: float, start: int) -> Iterator[Region]:
    options = VadOptions(
        max_speech_duration_s=most_s,
        min_silence_duration_ms=_LEAST_SILENCE_MS,
        speech_pad_ms=_MARGIN_MS,
    )
    block = _BLOCK_S * SAMPLE_RATE
    while start < len(samples):
        end = min(start + block, len(samples))
        found = [
            Region(start + int(r["start"]), start + int(r["end"]), start)
            for r in get_speech_timestamps(as_floats(samples[start:end]), options)
        ]
        start = end
        if end < len(samples):
            start -= round(_EDGE_S * SAMPLE_RATE)
            if found and found[-1].end > start:
                start = found.pop().start
        yield from found
        let_go(samples)

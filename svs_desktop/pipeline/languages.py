"""Which languages people speak in a recording, by the vote of several stretches of speech."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from svs_desktop.pipeline.audio import SAMPLE_RATE, Samples
from svs_desktop.pipeline.reading import Spoken
from svs_desktop.pipeline.speech import Floats, Window, find_windows
from svs_desktop.pipeline.whisper import Whisper

# A stretch for each ten minutes, and as much of the recording to find speech in.
_EVERY_S, _LOOKED_AT_S = 600, 60
_FEWEST, _MOST = 3, 12
_AT_ONCE = 4
# A stretch that is this sure of another language than the rest may be right.
_SURE = 0.7


def hear_languages(
    model: Whisper, samples: Samples, first: Sequence[Window], window_s: float
) -> tuple[Spoken, float]:
    """The language and its probability; others that are spoken too, in some stretch.

    Args:
        model: Hears them.
        samples: The recording.
        first: The first windows of speech in it.
        window_s: The most seconds of speech in a window.
    """
    if not model.is_multilingual:
        return Spoken("en"), 1.0
    stretches = [window.cut_from(samples) for window in first]
    stretches += _stretches(samples, window_s)
    votes: defaultdict[str, float] = defaultdict(float)
    sure: set[str] = set()
    for begin in range(0, len(stretches), _AT_ONCE):
        for window in model.languages_of(model.encode(stretches[begin : begin + _AT_ONCE])):
            for language, chance in window:
                votes[language] += chance / len(stretches)
            if window[0][1] >= _SURE:
                sure.add(window[0][0])
    language = max(votes, key=lambda code: votes[code])
    return Spoken(language, tuple(sorted(sure - {language}))), votes[language]


def _stretches(samples: Samples, window_s: float) -> Iterator[Floats]:
    """Speech from places all over a long recording; of a short one the first windows tell."""
    length = len(samples)
    count = min(_MOST, max(_FEWEST, length // (_EVERY_S * SAMPLE_RATE)))
    part = _LOOKED_AT_S * SAMPLE_RATE
    if length < (count + 1) * part:
        return
    for number in range(1, count + 1):
        begin = number * (length - part) // count
        looked_at = samples[begin : begin + part]
        for window in islice(find_windows(looked_at, window_s), 1):
            yield window.cut_from(looked_at)

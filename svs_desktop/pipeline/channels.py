"""How the two channels of a recording become one, so that nobody on either is lost.

An interview may have a microphone on each channel, one far quieter than the other; mixed as they
are, the quieter person drowns. And channels that are each other's mirror image would add up to
silence.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TypeAlias

import av
import numpy as np
import numpy.typing as npt
from av.container import InputContainer

from svs_desktop.pipeline.media import opened

Weights: TypeAlias = tuple[float, float]
Sound: TypeAlias = npt.NDArray[np.float32]

_PLACES, _FRAMES_EACH = 12, 200
_RATE = 16_000
_BLOCK = _RATE // 20
# Two microphones hear little of each other; a stage's two sides hear nearly the same.
_ALIKE = 0.6
_MOST_GAIN = 10.0
# Speech comes and goes; what is always equally loud is a hum, which must not be made louder.
_COMES_AND_GOES = 4.0
_FAINT = 1e-4


def mixing(path: Path, track: int) -> Weights | None:
    """What each channel counts; None to mix as usual."""
    places: list[Sound] = []
    with suppress(av.error.FFmpegError, OSError), opened(path) as container:
        stream = container.streams.audio[track]
        # What cannot be decoded has no context.
        if stream.codec_context and stream.codec_context.channels == 2:  # noqa: PLR2004 - a pair
            places += _places(container, stream)
    blocks = [sound[: len(sound) // _BLOCK * _BLOCK].reshape(-1, _BLOCK, 2) for sound in places]
    return weights(np.concatenate(blocks)) if blocks else None


def weights(blocks: Sound) -> Weights | None:
    """What each channel counts, from blocks of sound, shape (blocks, samples, 2)."""
    if not len(blocks):
        return None
    left, right = blocks[..., 0].ravel(), blocks[..., 1].ravel()
    loudness = np.sqrt(np.mean(np.square(blocks), axis=1)) + _FAINT
    shared = float(np.mean(left * right))
    likeness = shared / float(np.sqrt(np.mean(left**2) * np.mean(right**2)) + _FAINT**2)
    if likeness < -_ALIKE:
        return 1.0, 0.0
    if likeness > _ALIKE:
        return None
    loud, usual = np.percentile(loudness, 95, axis=0), np.percentile(loudness, 25, axis=0)
    quiet = int(np.argmin(loud))
    if loud[quiet] < _COMES_AND_GOES * usual[quiet] or loud[quiet] <= 2 * _FAINT:
        return None
    gain = min(_MOST_GAIN, float(loud[1 - quiet] / loud[quiet]))
    return (gain, 1.0) if quiet == 0 else (1.0, gain)


def _places(container: InputContainer, stream: av.AudioStream) -> Iterator[Sound]:
    """Sound from places all over the recording, each shape (samples, 2)."""
    duration, start = container.duration or 0, container.start_time or 0
    for number in range(_PLACES if duration else 1):
        container.seek(start + duration * number // _PLACES)
        resampler = av.AudioResampler("flt", "stereo", _RATE)
        frames = islice(container.decode(stream), _FRAMES_EACH)
        sounds = [
            resampled.to_ndarray().reshape(-1, 2)
            for frame in frames
            for resampled in resampler.resample(frame)
        ]
        if sounds:
            yield np.concatenate(sounds)

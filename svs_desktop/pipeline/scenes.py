"""When the picture changes: another slide, another scene."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from math import inf
from pathlib import Path
from statistics import median
from typing import TypeAlias

import av
import numpy as np
import numpy.typing as npt
from av.container import InputContainer
from msgspec import Struct

from svs_desktop.pipeline.media import moving_pictures, opened, packets, second, seek

_Points: TypeAlias = npt.NDArray[np.int16]

# All key frames are looked at in a video no longer than this many times this many seconds; so
# many spread over a longer one, and then those around a cut until it is known as closely.
_MOST_LOOKS, _EVERY_S = 600, 3.0
# Where every frame is a key frame, only those this far apart are looked at.
_LEAST_S = 0.5
# Where there are more cuts than this, it does not matter when exactly each one is.
_MOST_CUTS = 150
_WIDTH, _HEIGHT = 32, 18
# A point has changed when it differs by more than this, of 255, in red, green or blue.
_DIFFERENCE = 20
# How many points change at a cut: a good deal more than usually, but neither fewer than on a slide
# that goes on with another line, nor more than in a wholly different picture.
_TIMES_USUAL, _FEWEST, _ENOUGH = 3.0, 0.05, 0.5
# The part of the work that looking at the whole video is; the rest goes into the cuts.
_LOOKING = 0.7


class SceneCuts(Struct, frozen=True):
    """When the picture changes: seconds from the start of the video, in order."""

    times: tuple[float, ...]


def scene_cuts(path: Path, duration_s: float) -> Iterator[float | SceneCuts]:
    """Find the cuts of a video in its key frames, which encoders put where a scene begins.

    Nothing but key frames is decoded, however long the video is no more than some thousands. The
    time of a cut is that of the first key frame after it. What is damaged is passed over, what
    cannot be read ends the search, and where there is no video there are no cuts.

    Args:
        path: The video.
        duration_s: Its length in seconds.

    Yields:
        Fractions of the work done and, last, the cuts.

    Raises:
        PipelineError: The file is missing, unreadable, empty, protected, or no media.
    """
    times: list[float] = []
    with opened(path) as container:
        if stream := moving_pictures(container):
            video = _Video(container, stream)
            looks: list[_Look] = []
            for look in video.looks(duration_s):
                looks.append(look)
                yield _LOOKING * min(1.0, look.second / max(duration_s, 1.0))
            pairs, enough = _cuts(looks)
            for number, (before, after) in enumerate(pairs):
                closer = (
                    video.narrowed(before, after, enough) if len(pairs) <= _MOST_CUTS else after
                )
                times.append(closer.second)
                yield _LOOKING + (1 - _LOOKING) * number / len(pairs)
    yield SceneCuts(tuple(times))


class _Look(Struct, frozen=True):
    """A key frame: when it is shown, and it in small, shape (18, 32, 3)."""

    second: float
    points: _Points


class _Video:
    """Gives the key frames of a video, each decoded by itself."""

    def __init__(self, container: InputContainer, stream: av.VideoStream) -> None:
        self._container = container
        self._stream = stream

    def looks(self, duration_s: float) -> Iterator[_Look]:
        """All key frames of a video that is short, some of one that is long."""
        step = duration_s / _MOST_LOOKS
        if step <= _EVERY_S:
            yield from self._from_here()
            return
        look, at = self._first(0.0, -inf), 0.0
        while look:
            yield look
            at = max(at + step, look.second)
            look = self._first(at, look.second)

    def narrowed(self, before: _Look, after: _Look, enough: float) -> _Look:
        """The first key frame after the cut between two, or one no more than seconds later."""
        begin, end = before, after
        while end.second - begin.second > _EVERY_S:
            middle = self._first((begin.second + end.second) / 2, begin.second)
            if middle is None or middle.second >= end.second:
                break
            if _changed(begin, middle) >= enough:
                end = middle
            else:
                begin = middle
        return end

    def _first(self, at_s: float, after_s: float) -> _Look | None:
        """The last key frame before one moment, or else the first one after another."""
        with suppress(av.error.FFmpegError):
            seek(self._container, at_s)
            return next(self._from_here(after_s), None)
        return None

    def _from_here(self, after_s: float = -inf) -> Iterator[_Look]:
        for packet in packets(self._container, self._stream):
            at_s = second(self._container, packet)
            if (
                packet.is_keyframe
                and at_s - after_s >= _LEAST_S
                and (frame := self._decoded(packet))
            ):
                after_s = at_s
                yield _Look(at_s, _small(frame))

    def _decoded(self, packet: av.Packet[av.VideoStream]) -> av.VideoFrame | None:
        """The frame of one packet, got out of a decoder that would wait for the next ones."""
        decoder = self._stream.codec_context
        frames: list[av.VideoFrame] = []
        with suppress(av.error.FFmpegError):
            frames = [*decoder.decode(packet), *decoder.decode(None)]
        decoder.flush_buffers()
        return frames[0] if frames else None


def _cuts(looks: list[_Look]) -> tuple[list[tuple[_Look, _Look]], float]:
    """The neighbours between which there is a cut, and the change that makes one here."""
    pairs = list(pairwise(looks))
    changes = [_changed(before, after) for before, after in pairs]
    usual = median(changes) if changes else 0.0
    enough = min(max(_FEWEST, _TIMES_USUAL * usual), _ENOUGH)
    return [pair for pair, part in zip(pairs, changes, strict=True) if part >= enough], enough


def _small(frame: av.VideoFrame) -> _Points:
    small = frame.reformat(_WIDTH, _HEIGHT, format="rgb24").to_ndarray()
    return small.astype(np.int16)


def _changed(before: _Look, after: _Look) -> float:
    """The part of the picture that is another one."""
    differences = np.abs(after.points - before.points).max(axis=2)
    return float((differences > _DIFFERENCE).mean())

"""The audio of a video as samples that a speech model can read, on disk, whatever its length."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import av
import numpy as np
import numpy.typing as npt
from av.container import InputContainer
from msgspec import Struct

from svs_desktop.pipeline.channels import Weights, mixing
from svs_desktop.pipeline.codec import from_json, to_json
from svs_desktop.pipeline.errors import ErrorCode, PipelineError
from svs_desktop.pipeline.media import opened

Samples: TypeAlias = npt.NDArray[np.int16]

SAMPLE_RATE = 16_000
"""Samples a second, as speech models expect them."""

_BYTES_A_SECOND = SAMPLE_RATE * 2
_BLOCK_BYTES = 1 << 20

# A pause in the time stamps shorter than this is a matter of rounding, not of missing sound.
_GAP_S = 0.2
# No recording holds a second of sound in fewer bytes: a header that says so is wrong.
_FEWEST_BYTES_A_SECOND = 60
# Time stamps that lead further than this beyond the container's duration are wrong.
_OVERRUN_S = 60.0
# A recording may end this part earlier than its header says without being called cut off.
_SHORTFALL = 0.05

_GONE = frozenset({errno.EIO, errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ENOENT})
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class ExtractedAudio(Struct, frozen=True):
    """An audio track as samples on disk.

    Attributes:
        path: 16 kHz mono 16-bit samples in the machine's byte order, without a header.
        duration_s: Seconds of audio in the file.
        expected_s: Seconds that the container promised; 0 when it did not say.
        damaged: Pieces that could not be decoded and were skipped.
        source: Size and time of change of the video, and the track, to know the file again by.
    """

    path: Path
    duration_s: float
    expected_s: float
    damaged: int
    source: tuple[int, int, int]

    @property
    def ends_early(self) -> bool:
        """Whether a good part of the promised audio is missing."""
        return self.duration_s < self.expected_s * (1 - _SHORTFALL) - 1.0

    def samples(self) -> Samples:
        """The samples, shape (n,), mapped: only the pages in use are in memory."""
        if self.path.stat().st_size == 0:
            return np.zeros(0, np.int16)
        return np.memmap(self.path, np.int16, mode="r")


def extract_audio(path: Path, track: int, target: Path) -> Iterator[float | ExtractedAudio]:
    """Decode an audio track into ``target``; yields fractions done and, last, the audio.

    A file that an interrupted job left complete is used again. Damaged pieces are skipped and
    counted; pauses in the time stamps become silence, so that times stay the video's.

    Raises:
        PipelineError: The file went away, holds nothing decodable, or the disk is full.
    """
    source = _source(path, track)
    if ready := _left_over(target, source):
        yield ready
        return
    part = target.with_suffix(".part")
    with opened(path) as container:
        stream = container.streams.audio[track]
        expected = _stream_end(container, stream)
        room = min(expected, container.size / _FEWEST_BYTES_A_SECOND)
        _check_room(path, target, room)
        decoder = _Decoder(container, stream, expected, mixing(path, track))
        try:
            with part.open("wb", buffering=_BLOCK_BYTES) as file:
                for position, samples in decoder.pieces():
                    file.seek(position * 2)
                    file.write(samples.data)
                    yield decoder.fraction(position + len(samples))
                written = file.tell() // 2
            if decoder.encrypted:
                raise PipelineError(ErrorCode.ENCRYPTED, name=path.name)
            if written == 0 and decoder.damaged:
                raise PipelineError(ErrorCode.AUDIO_UNDECODABLE, name=path.name)
            audio = ExtractedAudio(target, written / SAMPLE_RATE, expected, decoder.damaged, source)
            part.replace(target)
            target.with_suffix(".json").write_text(to_json(audio), "ascii")
        except OSError as error:
            raise _while_extracting(path, room, error) from error
        except av.error.FFmpegError as error:
            code = ErrorCode.AUDIO_UNDECODABLE
            raise PipelineError(code, name=path.name, detail=str(error)) from error
    yield audio


class _Decoder:
    """Reads one audio stream from its start to its end, whatever is damaged in between."""

    def __init__(
        self,
        container: InputContainer,
        stream: av.AudioStream,
        expected_s: float,
        weights: Weights | None,
    ) -> None:
        self.damaged = 0
        self.encrypted = False
        self._container = container
        self._stream = stream
        self._expected = expected_s
        self._weights = weights
        self._origin = (container.start_time or 0) / av.time_base
        self._at = 0
        self._bytes_read = 0

    def fraction(self, position: int) -> float:
        """The part that is done when ``position`` samples are: by time, else by bytes."""
        if self._expected:
            return min(1.0, position / SAMPLE_RATE / self._expected)
        return min(1.0, self._bytes_read / max(1, self._container.size))

    def pieces(self) -> Iterator[tuple[int, Samples]]:
        """Stretches of samples, each with its position on the video's time line."""
        resampler: av.AudioResampler | None = None
        shape = None
        for frame in self._frames():
            key = (frame.format.name, frame.layout.name, frame.sample_rate)
            if resampler is None or shape != key:
                if resampler:
                    yield from self._placed(resampler.resample(None), None)
                layout = "stereo" if self._weights else "mono"
                resampler = av.AudioResampler("s16", layout, SAMPLE_RATE)
                shape = key
            begins = frame.time
            frame.pts = None
            yield from self._placed(resampler.resample(frame), begins)
        if resampler:
            yield from self._placed(resampler.resample(None), None)

    def _frames(self) -> Iterator[av.AudioFrame]:
        packets = self._container.demux(self._stream)
        while True:
            try:
                packet = next(packets)
            except StopIteration:
                return
            except av.error.FFmpegError as error:
                # What cannot be read ends the recording here; a vanished drive is not its end.
                if error.errno in _GONE:
                    raise
                self.damaged += 1
                return
            if packet.pos:
                self._bytes_read = packet.pos
            try:
                yield from packet.decode()
            except av.error.FFmpegError:
                if packet.has_sidedata("encryption_info"):
                    self.encrypted = True
                    return
                self.damaged += 1

    def _placed(
        self, frames: list[av.AudioFrame], begins: float | None
    ) -> Iterator[tuple[int, Samples]]:
        for frame in frames:
            sound = frame.to_ndarray().reshape(-1).astype(np.int16, copy=False)
            samples = self._mixed(sound)
            if begins is not None:
                self._skip_to(begins - self._origin)
                begins = None
            yield self._at, samples
            self._at += len(samples)

    def _mixed(self, sound: Samples) -> Samples:
        if not self._weights:
            return sound
        mixed = sound.reshape(-1, 2) @ np.array(self._weights, np.float32)
        return mixed.clip(-32_768, 32_767).astype(np.int16)

    def _skip_to(self, second: float) -> None:
        position = round(second * SAMPLE_RATE)
        believable = not self._expected or second <= self._expected + _OVERRUN_S
        if believable and position - self._at > _GAP_S * SAMPLE_RATE:
            self._at = position


def _stream_end(container: InputContainer, stream: av.AudioStream) -> float:
    """When the stream ends, in seconds from the start of the video; 0 when nothing tells."""
    if stream.duration and stream.time_base:
        end = (stream.start_time or 0) + stream.duration
        return max(0.0, float(end * stream.time_base) - (container.start_time or 0) / av.time_base)
    return max(0.0, (container.duration or 0) / av.time_base)


def _source(path: Path, track: int) -> tuple[int, int, int]:
    try:
        stat = path.stat()
    except OSError as error:
        raise PipelineError(ErrorCode.FILE_VANISHED, name=path.name) from error
    return stat.st_size, stat.st_mtime_ns, track


def _left_over(target: Path, source: tuple[int, int, int]) -> ExtractedAudio | None:
    try:
        audio = from_json(target.with_suffix(".json").read_text("ascii"), ExtractedAudio)
        complete = target.stat().st_size == round(audio.duration_s * SAMPLE_RATE) * 2
    except (OSError, ValueError):
        return None
    return audio if complete and audio.source == source and audio.path == target else None


def _check_room(path: Path, target: Path, seconds: float) -> None:
    needed = int(seconds * _BYTES_A_SECOND)
    if shutil.disk_usage(target.parent).free < needed:
        raise PipelineError(ErrorCode.DISK_FULL, name=path.name, needed=_megabytes(needed))


def _while_extracting(path: Path, seconds: float, error: OSError) -> PipelineError:
    if error.errno in _FULL:
        needed = _megabytes(int(seconds * _BYTES_A_SECOND))
        return PipelineError(ErrorCode.DISK_FULL, name=path.name, needed=needed)
    if isinstance(error, av.error.FFmpegError):
        return PipelineError(ErrorCode.FILE_VANISHED, name=path.name, detail=str(error))
    reason = error.strerror or type(error).__name__
    return PipelineError(ErrorCode.RESULT_NOT_KEPT, name=path.name, reason=reason)


def _megabytes(count: int) -> str:
    return f"{max(1, count // 1_000_000)} MB"

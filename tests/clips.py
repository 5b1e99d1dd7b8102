"""Makes the small recordings that tests need, with PyAV: real files, each wrong in one thing."""

from __future__ import annotations

import wave
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
from av.stream import Disposition

from svs_desktop.pipeline.audio import extract_audio

Sound = npt.NDArray[np.int16]

RATE = 16_000
KEY = "76a6c65c5ea762046bd749a2e632ccbb"
KEY_ID = "a7e61c373e219033c21091fa607bf3b8"


def tone(seconds: float, *, frequency: float = 440.0, rate: int = RATE) -> Sound:
    """A sine at a third of full scale, shape (n,)."""
    phase = 2 * np.pi * frequency * np.arange(round(seconds * rate)) / rate
    return (np.sin(phase) * 10_000).astype(np.int16)


def silence(seconds: float, *, rate: int = RATE) -> Sound:
    return np.zeros(round(seconds * rate), np.int16)


def noise(seconds: float, *, rate: int = RATE) -> Sound:
    """White noise, the same each time."""
    values = np.random.default_rng(7).normal(0, 3000, round(seconds * rate))
    return values.clip(-32_768, 32_767).astype(np.int16)


def beep(seconds: float, at: float, *, rate: int = RATE) -> Sound:
    """Silence but for half a second of tone ``at`` a second."""
    samples = silence(seconds, rate=rate)
    sound = tone(0.5, rate=rate)
    begin = round(at * rate)
    samples[begin : begin + len(sound)] = sound[: len(samples) - begin]
    return samples


def in_a_row(talk: Path, copies: int, target: Path) -> Path:
    """The sound of a video as a file of its own, several times over."""
    *_, said = extract_audio(talk, 0, target.with_suffix(".pcm"))
    with wave.open(str(target), "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        for _ in range(copies):
            file.writeframes(said.samples().tobytes())
    return target


def first_sound(samples: Sound) -> float:
    """The second at which a 16 kHz recording stops being silent."""
    return int(np.argmax(np.abs(samples) > 1000)) / RATE


@dataclass(frozen=True)
class Audio:
    """An audio track to write: sounds, shape (n,) or (channels, n), each with its start."""

    pieces: Sequence[tuple[float, Sound]]
    rate: int = RATE
    codec: str = "aac"
    layout: str = "mono"
    language: str = ""
    title: str = ""
    disposition: Disposition | None = None


def audio(sound: Sound, **choices: object) -> Audio:
    """A track of one sound from the very start."""
    return Audio([(0.0, sound)], **choices)


def write_clip(
    path: Path,
    *tracks: Audio,
    video_s: float = 0.0,
    cover: bool = False,
    options: dict[str, str] | None = None,
    title: str = "",
) -> Path:
    """Write a recording; the suffix tells its format, ``options`` go to FFmpeg's muxer.

    The video is gray, brighter from one frame to the next, five frames a second.
    """
    form = path.suffix.removeprefix(".").replace("mkv", "matroska")
    with av.open(str(path), "w", format=form, options=options or {}) as container:
        if title:
            container.metadata["title"] = title
        packets: list[av.Packet] = []
        if video_s:
            packets += _video(container, video_s)
        if cover:
            packets += _cover(container)
        for track in tracks:
            packets += _audio(container, track)
        container.start_encoding()
        packets.sort(key=lambda p: float(p.dts * p.time_base))
        for packet in packets:
            container.mux(packet)
    return path


def _audio(container: av.container.OutputContainer, track: Audio) -> list[av.Packet]:
    stream = container.add_stream(track.codec, rate=track.rate, layout=track.layout)
    if track.language:
        stream.metadata["language"] = track.language
    if track.title:
        stream.metadata["title"] = track.title
    if track.disposition is not None:
        stream.disposition = track.disposition
    stream.codec_context.open()
    size = stream.codec_context.frame_size or 1024
    resampler = av.AudioResampler(stream.format, track.layout, track.rate)
    packets = []
    for start, sound in track.pieces:
        sounds = np.atleast_2d(sound)
        for at in range(0, sounds.shape[1], size):
            interleaved = np.ascontiguousarray(sounds[:, at : at + size].T.reshape(1, -1))
            frame = av.AudioFrame.from_ndarray(interleaved, format="s16", layout=track.layout)
            frame.sample_rate, frame.time_base = track.rate, Fraction(1, track.rate)
            (frame,) = resampler.resample(frame)
            frame.pts = round(start * track.rate) + at
            packets += stream.encode(frame)
    return packets + stream.encode(None)


def _video(container: av.container.OutputContainer, seconds: float) -> list[av.Packet]:
    stream = container.add_stream("mpeg4", rate=5)
    stream.width, stream.height, stream.pix_fmt = 160, 120, "yuv420p"
    stream.codec_context.gop_size = 5
    count = round(seconds * 5)
    packets = []
    for index in range(count):
        frame = av.VideoFrame(160, 120, "yuv420p")
        light = 40 + 180 * index // max(1, count)
        for plane, value in zip(frame.planes, (light, 128, 128), strict=True):
            plane.update(bytes([value]) * plane.buffer_size)
        frame.pts, frame.time_base = index, Fraction(1, 5)
        packets += stream.encode(frame)
    return packets + stream.encode(None)


def _cover(container: av.container.OutputContainer) -> list[av.Packet]:
    stream = container.add_stream("mjpeg", rate=1)
    stream.width, stream.height, stream.pix_fmt = 64, 64, "yuvj420p"
    stream.disposition = Disposition.attached_pic
    frame = av.VideoFrame(64, 64, "yuvj420p")
    for plane in frame.planes:
        plane.update(bytes([128]) * plane.buffer_size)
    frame.pts, frame.time_base = 0, Fraction(1, 1)
    return stream.encode(frame) + stream.encode(None)


# what can be wrong with a file


def cut(path: Path, part: float) -> Path:
    """Leave only the first ``part`` of a file, as a broken download does."""
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * part)])
    return path


def damage(path: Path, begin: float, end: float) -> Path:
    """Overwrite a stretch of a file, given in parts of its length, with noise."""
    content = bytearray(path.read_bytes())
    where = slice(int(len(content) * begin), int(len(content) * end))
    content[where] = np.random.default_rng(3).bytes(where.stop - where.start)
    path.write_bytes(content)
    return path


def exchange(path: Path, old: bytes, new: bytes) -> Path:
    """Put ``new`` in the place of ``old``, which occurs once."""
    content = path.read_bytes()
    assert content.count(old) == 1
    assert len(old) == len(new)
    path.write_bytes(content.replace(old, new))
    return path


def claim_duration(path: Path, seconds: float) -> Path:
    """Have the header of a Matroska file say that it lasts so many seconds."""
    content = bytearray(path.read_bytes())
    at = content.index(b"\x44\x89\x88") + 3  # Duration, a float of 8 bytes, in milliseconds
    content[at : at + 8] = np.array(seconds * 1000, ">f8").tobytes()
    path.write_bytes(content)
    return path

"""Media files: what is in them, and a picture of them. Read by FFmpeg (PyAV)."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from fractions import Fraction
from itertools import islice
from pathlib import Path

import av
import numpy as np
from av.container import InputContainer
from av.stream import Disposition, Stream

from svs_desktop.pipeline.errors import ErrorCode, PipelineError
from svs_desktop.pipeline.job import AUTO
from svs_desktop.pipeline.language_codes import short_code
from svs_desktop.pipeline.media_info import AudioTrack, MediaInfo

# The longer side, in pixels.
_THUMBNAIL, _STILL = 384, 640
# Frames to decode on the way from a key frame to the moment of a still: some ten seconds.
_MOST_FRAMES = 300

# Only files: a playlist must not make the program open an address on the network.
_OPEN_OPTIONS = {"protocol_whitelist": "file"}

# Codec tags of copy-protected streams: ISO Common Encryption, Apple's FairPlay, Audible.
_PROTECTED_TAGS = frozenset({"enca", "encv", "drms", "drmi", "aavd"})
# Packets to look at for a sign of encryption.
_FIRST_PACKETS = 64


def probe(path: Path) -> MediaInfo:
    """Look at a file without decoding it.

    Raises:
        PipelineError: The file is missing, unreadable, empty, protected, or no media.
    """
    with opened(path) as container:
        if _is_encrypted(container):
            raise PipelineError(ErrorCode.ENCRYPTED, name=path.name)
        pictures = [s for s in container.streams.video if not _is_cover(s)]
        return MediaInfo(
            duration_s=_duration(container),
            tracks=tuple(_track(i, s) for i, s in enumerate(container.streams.audio)),
            has_video=bool(pictures),
            title=container.metadata.get("title", "").strip(),
        )


def choose_track(path: Path, info: MediaInfo, wanted: int | None, language: str = AUTO) -> int:
    """The audio track to use: the wanted one, else one in this language, the default or the first.

    A track that cannot be decoded is used only when no other is there.

    Args:
        path: The file.
        info: What it holds.
        wanted: The number of a track; None to choose one.
        language: ISO 639-1 code of the speech, or ``auto``.

    Raises:
        PipelineError: There is no audio, or no track of that number.
    """
    if not info.tracks:
        raise PipelineError(ErrorCode.NO_AUDIO, name=path.name)
    if wanted is None:
        return max(
            info.tracks,
            key=lambda t: (bool(t.codec), short_code(t.language) == language, t.is_default),
        ).index
    if not 0 <= wanted < len(info.tracks):
        raise PipelineError(
            ErrorCode.NO_SUCH_TRACK, name=path.name, track=wanted + 1, count=len(info.tracks)
        )
    return wanted


def save_picture(path: Path, target: Path, at_s: float | None = None) -> bool:
    """Write what is seen at a moment as a JPEG, or a thumbnail from the first tenth of the video.

    Args:
        path: The video; of a recording without one its cover is taken.
        target: Where the picture goes.
        at_s: Seconds from the start of the video; a thumbnail is a key frame, found sooner.

    Returns:
        False when there is none, or it cannot be written: no job fails for want of a picture.

    Raises:
        PipelineError: The file is missing, unreadable, empty, protected, or no media.
    """
    part = target.with_suffix(".part")
    try:
        with opened(path) as container:
            stream = _picture_stream(container)
            frame = _frame_at(container, stream, at_s) if stream else None
        if frame:
            part.write_bytes(_jpeg(frame, _THUMBNAIL if at_s is None else _STILL))
            part.replace(target)
    except (av.error.FFmpegError, OSError):
        part.unlink(missing_ok=True)
        return False
    return bool(frame)


@contextmanager
def opened(path: Path) -> Iterator[InputContainer]:
    """A media file, open for reading; no address on a network is opened through it.

    Raises:
        PipelineError: The file is missing, unreadable, empty, protected, or no media.
    """
    name = path.name
    try:
        if not path.stat().st_size:
            raise PipelineError(ErrorCode.FILE_EMPTY, name=name)
        with path.open("rb") as file:
            file.read(1)
        # FFmpeg takes what is before a colon for a protocol, but not in an absolute path.
        location = str(path.absolute())
        container = av.open(location, options=_OPEN_OPTIONS, metadata_errors="replace")
    except FileNotFoundError as error:
        raise PipelineError(ErrorCode.FILE_NOT_FOUND, name=name) from error
    except av.error.FFmpegError as error:
        raise PipelineError(ErrorCode.NOT_MEDIA, name=name, detail=str(error)) from error
    except OSError as error:
        reason = os.strerror(error.errno or errno.EIO)
        raise PipelineError(ErrorCode.FILE_UNREADABLE, name=name, reason=reason) from error
    with container:
        streams = [*container.streams.audio, *container.streams.video]
        if not streams:
            raise PipelineError(ErrorCode.NOT_MEDIA, name=name)
        if any(_codec_tag(s) in _PROTECTED_TAGS for s in streams):
            raise PipelineError(ErrorCode.ENCRYPTED, name=name)
        yield container


def moving_pictures(container: InputContainer) -> av.VideoStream | None:
    """The video of a file, if it has one; a cover is none."""
    stream = _picture_stream(container)
    return None if stream is None or _is_cover(stream) else stream


def seek(container: InputContainer, at_s: float) -> None:
    """Go to the last key frame before a moment, in seconds from the start of the video."""
    container.seek((container.start_time or 0) + round(at_s * av.time_base))


def packets(
    container: InputContainer, stream: av.VideoStream
) -> Iterator[av.Packet[av.VideoStream]]:
    """What is left of a stream, as far as it can be read."""
    with suppress(av.error.FFmpegError):
        yield from container.demux(stream)


def second(container: InputContainer, shown: av.VideoFrame | av.Packet[av.VideoStream]) -> float:
    """When something is shown, in seconds from the start of the video."""
    pts = shown.pts if shown.pts is not None else shown.dts
    seconds = float(pts * shown.time_base) if pts is not None and shown.time_base else 0.0
    return seconds - (container.start_time or 0) / av.time_base


def _picture_stream(container: InputContainer) -> av.VideoStream | None:
    return min(filter(_has_decoder, container.streams.video), key=_is_cover, default=None)


def _frame_at(
    container: InputContainer, stream: av.VideoStream, at_s: float | None
) -> av.VideoFrame | None:
    """The first frame at or after a moment, or else the last one before it."""
    stream.codec_context.skip_frame = "NONKEY" if at_s is None else "NONREF"
    if not _is_cover(stream):
        seek(container, _duration(container) / 10 if at_s is None else at_s)
    found = None
    for frame in islice(_frames(container, stream), _MOST_FRAMES):
        found = frame
        if at_s is None or second(container, frame) >= at_s:
            break
    return found


def _frames(container: InputContainer, stream: av.VideoStream) -> Iterator[av.VideoFrame]:
    """What can be decoded; what is damaged is passed over."""
    for packet in packets(container, stream):
        with suppress(av.error.FFmpegError):
            yield from packet.decode()


def _jpeg(frame: av.VideoFrame, side: int) -> bytes:
    scale = side / max(frame.width, frame.height)
    width, height = (max(2, round(n * scale) // 2 * 2) for n in (frame.width, frame.height))
    pixels = frame.reformat(width, height, format="rgb24").to_ndarray()
    turned = np.ascontiguousarray(np.rot90(pixels, round(frame.rotation / 90)), np.uint8)
    picture = av.VideoFrame.from_ndarray(turned, format="rgb24").reformat(format="yuvj420p")
    encoder = av.CodecContext.create("mjpeg", "w")
    encoder.width, encoder.height, encoder.pix_fmt = picture.width, picture.height, "yuvj420p"
    encoder.time_base = picture.time_base = Fraction(1, 25)
    picture.pts = 0
    return b"".join(bytes(p) for p in [*encoder.encode(picture), *encoder.encode(None)])


def _is_cover(stream: Stream) -> bool:
    return Disposition.attached_pic in stream.disposition


def _is_encrypted(container: InputContainer) -> bool:
    # A demuxer that understands the protection puts the tag of the codec under it in its place.
    try:
        packets = islice(container.demux(), _FIRST_PACKETS)
        return any(packet.has_sidedata("encryption_info") for packet in packets)
    except av.error.FFmpegError:
        return False


def _codec_tag(stream: Stream) -> str:
    try:
        return stream.codec_context.codec_tag if _has_decoder(stream) else ""
    except UnicodeDecodeError:  # AVI and WAV number their codecs
        return ""


def _has_decoder(stream: Stream) -> bool:
    context: object = stream.codec_context  # may be None, whatever its type says
    return context is not None


def _track(index: int, stream: av.AudioStream) -> AudioTrack:
    decodable = _has_decoder(stream)
    return AudioTrack(
        index=index,
        codec=stream.codec_context.name if decodable else "",
        channels=stream.codec_context.channels if decodable else 0,
        sample_rate=stream.codec_context.sample_rate if decodable else 0,
        language=stream.metadata.get("language", "").replace("und", ""),
        title=stream.metadata.get("title", ""),
        is_default=Disposition.default in stream.disposition,
    )


def _duration(container: InputContainer) -> float:
    return max(0.0, (container.duration or 0) / av.time_base)

"""Media files: what is in them, and a picture of them. Read by FFmpeg (PyAV)."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import av
from av.container import InputContainer

from svs_desktop.pipeline.errors import ErrorCode, PipelineError
from svs_desktop.pipeline.media_info import AudioTrack, MediaInfo

_PICTURE_WIDTH = 384

# Only files: a playlist must not make the program open an address on the network.
_OPEN_OPTIONS = {"protocol_whitelist": "file"}

# Codec tags of copy-protected streams: ISO Common Encryption and Apple's FairPlay.
_PROTECTED_TAGS = frozenset({"enca", "encv", "drms", "drmi"})


def probe(path: Path) -> MediaInfo:
    """Look at a file without decoding it.

    Raises:
        PipelineError: The file is missing, unreadable, empty, protected, or no media.
    """
    with opened(path) as container:
        pictures = [s for s in container.streams.video if not s.disposition.attached_pic]
        return MediaInfo(
            duration_s=_duration(container),
            tracks=tuple(_track(i, s) for i, s in enumerate(container.streams.audio)),
            has_video=bool(pictures),
            title=container.metadata.get("title", "").strip(),
        )


def choose_track(path: Path, info: MediaInfo, wanted: int | None) -> int:
    """The audio track to use: the wanted one, else the marked default, else the first.

    Raises:
        PipelineError: There is no audio, or no track of that number.
    """
    if not info.tracks:
        raise PipelineError(ErrorCode.NO_AUDIO, name=path.name)
    if wanted is None:
        return next((t.index for t in info.tracks if t.is_default), 0)
    if not 0 <= wanted < len(info.tracks):
        raise PipelineError(
            ErrorCode.NO_SUCH_TRACK, name=path.name, track=wanted + 1, count=len(info.tracks)
        )
    return wanted


def save_picture(path: Path, target: Path) -> bool:
    """Write a key frame from the first tenth of the video as a JPEG; False when there is none."""
    with opened(path) as container:
        streams = container.streams.video
        if not streams:
            return False
        stream = streams[0]
        stream.codec_context.skip_frame = "NONKEY"
        if container.duration and not stream.disposition.attached_pic:
            container.seek(container.duration // 10)
        try:
            frame = next(container.decode(stream))
        except (StopIteration, av.error.FFmpegError):
            return False
        height = max(2, round(frame.height * _PICTURE_WIDTH / frame.width) // 2 * 2)
        picture = frame.reformat(_PICTURE_WIDTH, height, format="yuvj420p")
    encoder = av.CodecContext.create("mjpeg", "w")
    encoder.width, encoder.height, encoder.pix_fmt = picture.width, picture.height, "yuvj420p"
    picture.pts, picture.time_base = 0, encoder.time_base
    part = target.with_suffix(".part")
    part.write_bytes(b"".join(bytes(p) for p in [*encoder.encode(picture), *encoder.encode(None)]))
    part.replace(target)
    return True


@contextmanager
def opened(path: Path) -> Iterator[InputContainer]:
    """A media file, open for reading; no other file or address is opened through it.

    Raises:
        PipelineError: The file is missing, unreadable, empty, protected, or no media.
    """
    name = path.name
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            file.read(1)
        if not size:
            raise PipelineError(ErrorCode.FILE_EMPTY, name=name)
        container = av.open(str(path), options=_OPEN_OPTIONS, metadata_errors="replace")
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
        if any(s.codec_context.codec_tag in _PROTECTED_TAGS for s in streams):
            raise PipelineError(ErrorCode.ENCRYPTED, name=name)
        yield container


def _track(index: int, stream: av.AudioStream) -> AudioTrack:
    return AudioTrack(
        index=index,
        codec=stream.codec_context.name,
        channels=stream.codec_context.channels,
        sample_rate=stream.codec_context.sample_rate,
        language=stream.metadata.get("language", "").replace("und", ""),
        title=stream.metadata.get("title", ""),
        is_default=bool(stream.disposition.default),
    )


def _duration(container: InputContainer) -> float:
    return max(0.0, (container.duration or 0) / av.time_base)

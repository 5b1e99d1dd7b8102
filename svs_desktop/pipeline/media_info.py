"""What a look at a media file tells, before any of it is decoded."""

from __future__ import annotations

from msgspec import Struct


class AudioTrack(Struct, frozen=True):
    """One audio stream of a file.

    Attributes:
        index: Position among the file's audio streams, from 0.
        codec: FFmpeg's name of the codec; empty when FFmpeg has no decoder for it.
        channels: Number of channels.
        sample_rate: Samples a second.
        language: ISO 639 code from the container, or empty.
        title: The track's own title, or empty.
        is_default: The container's mark for the track that players choose.
    """

    index: int
    codec: str
    channels: int
    sample_rate: int
    language: str = ""
    title: str = ""
    is_default: bool = False


class MediaInfo(Struct, frozen=True):
    """A file that holds media.

    Attributes:
        duration_s: Seconds, as the container says; 0 when it does not say.
        tracks: The audio tracks, at least one of which a job needs.
        has_video: Whether there are moving pictures (a cover image is none).
        title: The title from the container's tags, or empty.
    """

    duration_s: float
    tracks: tuple[AudioTrack, ...] = ()
    has_video: bool = False
    title: str = ""

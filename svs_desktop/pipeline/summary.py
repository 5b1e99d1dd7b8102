"""What a talk comes down to, each sentence tied to the moments it rests on."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from msgspec import Struct

from svs_desktop.pipeline.media_info import MediaInfo
from svs_desktop.pipeline.notices import Notice
from svs_desktop.pipeline.transcript import Transcript

KEY_SENTENCES = "key sentences"
"""The ``Summary.writer`` of a summary that no language model wrote."""


class Evidence(Struct, frozen=True):
    """A stretch of the talk that a sentence rests on.

    Attributes:
        start: Seconds from the start of the video.
        end: Seconds from the start of the video.
        segments: Indices of the transcript's segments.
    """

    start: float
    end: float
    segments: tuple[int, ...] = ()


class Sentence(Struct, frozen=True):
    """A sentence of the summary and its evidence, what supports it most first."""

    text: str
    evidence: tuple[Evidence, ...]


class KeyPoint(Struct, frozen=True):
    """Something worth remembering, and where it was said."""

    text: str
    evidence: Evidence

    @property
    def start(self) -> float:
        """The second at which it is said."""
        return self.evidence.start


class Chapter(Struct, frozen=True):
    """A part of the talk about one thing.

    Attributes:
        start: Seconds from the start of the video.
        end: Seconds from the start of the video.
        title: A few words, no full stop.
        sentences: One or two that say what it is about.
        picture: A JPEG of what is seen at its start; it may be gone, for it lies in the cache.
    """

    start: float
    end: float
    title: str
    sentences: tuple[Sentence, ...] = ()
    picture: Path | None = None


class Summary(Struct, frozen=True):
    """The result of a job.

    Attributes:
        title: What the talk is called.
        paragraphs: The text, as paragraphs of sentences; empty when nothing was said.
        key_points: In the order of time.
        language: ISO 639-1 code of the talk; empty when nothing was said.
        duration_s: Length of the recording in seconds.
        speech_model: Name of the speech model that transcribed.
        writer: Name of the language model that wrote, or ``KEY_SENTENCES``.
        sentences_read: How many sentences of the transcript were read.
        chapters: In the order of time; empty when the talk was not divided.
        action_items: What someone is to do, of a meeting; in the order of time.
        decisions: What was agreed on, of a meeting; in the order of time.
        sentences_dropped: How many written sentences were left out, because what they say is not
            in the transcript.
        notices: Things worth knowing about this result.
        written_in: ISO 639-1 code of the summary where it was translated; empty where it is in the
            language of the talk.
    """

    title: str
    paragraphs: tuple[tuple[Sentence, ...], ...]
    key_points: tuple[KeyPoint, ...]
    language: str
    duration_s: float
    speech_model: str
    writer: str
    sentences_read: int
    chapters: tuple[Chapter, ...] = ()
    action_items: tuple[KeyPoint, ...] = ()
    decisions: tuple[KeyPoint, ...] = ()
    sentences_dropped: int = 0
    notices: tuple[Notice, ...] = ()
    written_in: str = ""

    @property
    def written_language(self) -> str:
        """ISO 639-1 code of the summary's language; empty when nothing was said."""
        return self.written_in or self.language


class Result(Struct, frozen=True):
    """All that is kept of a finished job, and all that an export needs.

    By ``fingerprint`` the video is known wherever it lies; results of old have none.
    ``audio_track`` is the position of the one that was transcribed; None for the default one.
    """

    job_id: str
    path: Path
    finished_at: datetime
    media: MediaInfo
    summary: Summary
    transcript: Transcript
    fingerprint: str = ""
    audio_track: int | None = None

"""What a run reports.

A run yields any number of ``Probed``, ``Progressed``, ``Heard``, ``Rewound``, ``Transcribed`` and
``Drafted`` and ends in exactly one ``Finished`` or ``Failed``. Whoever drives the run adds
``Recognised``, ``Started``, ``Paused``, ``Resumed``, ``Asked``, ``Located``, ``Cancelled`` and
``Requeued``.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Literal, TypeAlias

from msgspec import Struct

from svs_desktop.pipeline.errors import Failure
from svs_desktop.pipeline.media_info import MediaInfo
from svs_desktop.pipeline.options import JobOptions
from svs_desktop.pipeline.progress import Progress
from svs_desktop.pipeline.summary import Summary
from svs_desktop.pipeline.transcript import Reached, Segment


class Probed(Struct, frozen=True, tag_field="event", tag="probed"):
    """The file was looked at.

    ``thumbnail`` is a JPEG in the cache, when one was asked for; by ``fingerprint`` the file is
    known wherever it lies.
    """

    media: MediaInfo
    thumbnail: Path | None = None
    fingerprint: str = ""


class Progressed(Struct, frozen=True, tag_field="event", tag="progress"):
    """Some more work is done."""

    progress: Progress


class Heard(Struct, frozen=True, tag_field="event", tag="heard"):
    """The language is known: ISO 639-1 code, and how sure the model is, 0 to 1."""

    language: str
    probability: float


class Transcribed(Struct, frozen=True, tag_field="event", tag="transcribed"):
    """The next segments of the transcript, in the order of time.

    ``reached`` tells where a run that is interrupted after them goes on; None when it cannot.
    """

    segments: tuple[Segment, ...]
    reached: Reached | None = None


class Rewound(Struct, frozen=True, tag_field="event", tag="rewound"):
    """What an earlier run transcribed is of no use: the transcript begins anew."""


class Drafted(Struct, frozen=True, tag_field="event", tag="drafted"):
    """The summary is being written; ``text`` is all of it so far, unchecked, and is not kept."""

    text: str


class Finished(Struct, frozen=True, tag_field="event", tag="finished"):
    """The run ended well."""

    summary: Summary
    at: datetime


class Failed(Struct, frozen=True, tag_field="event", tag="failed"):
    """The run ended badly."""

    failure: Failure
    at: datetime


class Described(Struct, frozen=True, tag_field="event", tag="described"):
    """How speech models run here: ``cpu`` or ``cuda``, how they calculate, threads in all."""

    device: str
    compute_type: str
    threads: int


class Examined(Struct, frozen=True, tag_field="event", tag="examined"):
    """A model of the user's own can be opened; what it is for."""

    kind: Literal["speech", "language"]


class Measured(Struct, frozen=True, tag_field="event", tag="measured"):
    """How many seconds a model needs for an hour of video."""

    seconds: float


class Started(Struct, frozen=True, tag_field="event", tag="started"):
    """A run begins."""

    at: datetime


class Paused(Struct, frozen=True, tag_field="event", tag="paused"):
    """The job is to rest; what is done of it stays."""

    at: datetime


class Resumed(Struct, frozen=True, tag_field="event", tag="resumed"):
    """A job that rested waits for its turn, and goes on where it was."""


class Asked(Struct, frozen=True, tag_field="event", tag="asked"):
    """How the job is to be done was chosen anew."""

    options: JobOptions


class Recognised(Struct, frozen=True, tag_field="event", tag="recognised"):
    """There is a result of the same video: the job rests until someone wants another one.

    ``hears_the_same`` if the job would transcribe it as that was: it will use what is there.
    """

    result: str
    hears_the_same: bool = False


class Located(Struct, frozen=True, tag_field="event", tag="located"):
    """The video of a finished job was found, maybe elsewhere than where it was."""

    path: Path
    fingerprint: str


class Cancelled(Struct, frozen=True, tag_field="event", tag="cancelled"):
    """The run was stopped on request."""

    at: datetime


class Requeued(Struct, frozen=True, tag_field="event", tag="requeued"):
    """The job waits for another run, which goes on where its transcript ends."""


Event: TypeAlias = (
    Probed
    | Progressed
    | Heard
    | Rewound
    | Transcribed
    | Drafted
    | Finished
    | Failed
    | Started
    | Paused
    | Resumed
    | Asked
    | Recognised
    | Located
    | Cancelled
    | Requeued
)
Told: TypeAlias = Described | Examined | Measured
"""Answers to questions about models, which concern no job."""

TERMINAL = (Finished, Failed, Cancelled)

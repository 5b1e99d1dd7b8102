"""What the program and its engine say to each other: one JSON line each, in a tested shape."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeAlias

from msgspec import Struct

from svs_desktop.pipeline.codec import from_json, to_json
from svs_desktop.pipeline.events import (
    Drafted,
    Event,
    Failed,
    Finished,
    Heard,
    Probed,
    Progressed,
    Rewound,
    Told,
    Transcribed,
)
from svs_desktop.pipeline.job import Job, JobOptions
from svs_desktop.pipeline.summary import Result
from svs_desktop.pipeline.transcript import SoFar

VERSION = 4
"""Raised with every change that an older side would misunderstand."""


class Ready(Struct, frozen=True, tag_field="event", tag="ready"):
    """The engine's first line."""

    version: int = VERSION


class Run(Struct, frozen=True, tag_field="do", tag="run"):
    """Do a job; the answer is a stream of events that ends in ``Finished`` or ``Failed``.

    Attributes:
        earlier: A result of the same video, whose transcript is used instead of a new one.
        so_far: What an interrupted run of the job has transcribed.
    """

    job: Job
    earlier: Result | None = None
    so_far: SoFar | None = None


class Probe(Struct, frozen=True, tag_field="do", tag="probe"):
    """Look at a file and save a picture of it; the answer is one ``Probed`` or ``Failed``."""

    path: Path
    picture: Path


class Describe(Struct, frozen=True, tag_field="do", tag="describe"):
    """Tell how speech models run here; the answer is one ``Described`` or ``Failed``."""

    device: str
    threads: int


class Examine(Struct, frozen=True, tag_field="do", tag="examine"):
    """Open a model of the user's own; the answer is one ``Examined`` or ``Failed``."""

    location: Path


class Measure(Struct, frozen=True, tag_field="do", tag="measure"):
    """Measure a model; the answer is one ``Measured`` or ``Failed``.

    Attributes:
        what: Whether the speech model of the options or their language model.
        options: How it is used.
        sample: A recording in which people speak.
        text: What is said in it.
    """

    what: Literal["speech", "language"]
    options: JobOptions
    sample: Path
    text: str


Request: TypeAlias = Run | Probe | Describe | Examine | Measure
Answer: TypeAlias = (
    Ready | Probed | Progressed | Heard | Rewound | Transcribed | Drafted | Finished | Failed | Told
)


def encode(message: Event | Told | Ready | Request) -> bytes:
    """The message as a line."""
    return to_json(message).encode("ascii") + b"\n"


def decode_request(line: bytes) -> Request:
    """The request of a line.

    Raises:
        ValueError: The line is no request.
    """
    request: Request = from_json(line, Request)  # type: ignore[arg-type]  # mypy: no union
    return request


def decode_answer(line: bytes) -> Answer:
    """The event of a line; only those that an engine may report.

    Raises:
        ValueError: The line is no such event.
    """
    answer: Answer = from_json(line, Answer)  # type: ignore[arg-type]
    return answer

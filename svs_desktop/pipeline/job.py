"""A job: what was asked, how it stands, and how events change that."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from svs_desktop.pipeline.errors import Failure
from svs_desktop.pipeline.events import (
    Asked,
    Cancelled,
    Event,
    Failed,
    Finished,
    Heard,
    Located,
    Paused,
    Probed,
    Progressed,
    Recognised,
    Requeued,
    Resumed,
    Rewound,
    Started,
    Transcribed,
)
from svs_desktop.pipeline.media_info import MediaInfo
from svs_desktop.pipeline.options import (
    AUTO,
    EXTRACTIVE,
    JobOptions,
    Length,
    SpeechQuality,
    Style,
    hears_the_same,
)
from svs_desktop.pipeline.progress import Progress, Stage, overall_percent
from svs_desktop.pipeline.transcript import Reached

__all__ = [
    "AUTO",
    "EXTRACTIVE",
    "Job",
    "JobOptions",
    "JobState",
    "Length",
    "SpeechQuality",
    "Status",
    "Style",
    "advance",
]


class Job(Struct, frozen=True):
    """What was asked: one video, and how.

    Attributes:
        transcript_of: Id of an earlier job with the same video, whose transcript is used again;
            empty to transcribe.
        external: Whether an outside worker does the job and tells how it goes; this program then
            only keeps it, and ``path`` is no more than its name.
    """

    id: str
    path: Path
    options: JobOptions
    created_at: datetime
    transcript_of: str = ""
    external: bool = False

    @classmethod
    def new(cls, path: Path, options: JobOptions | None = None, *, transcript_of: str = "") -> Job:
        """A job with an id of its own, created now."""
        return cls(
            uuid.uuid4().hex,
            path.absolute(),
            options or JobOptions(),
            datetime.now(UTC),
            transcript_of,
        )


class Status(StrEnum):
    """Where a job stands."""

    QUEUED = "queued"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_active(self) -> bool:
        """Whether the job has not come to its end."""
        return self in {Status.QUEUED, Status.RUNNING, Status.PAUSED}


class JobState(Struct, frozen=True):
    """How a job stands.

    Attributes:
        overall: The part of all work that is done, 0 to 100; 100 only once the result is kept.
        progress: The last report of the run; None before the first.
        language: ISO 639-1 code of the speech; empty while unknown.
        reached: How far the transcript has come, if a run can go on from there.
        fingerprint: What the video is known by, wherever it lies; empty while unknown.
        summarised_as: Id of the result that there is of the same video, while the job rests for it.
    """

    job: Job
    status: Status = Status.QUEUED
    overall: float = 0.0
    progress: Progress | None = None
    media: MediaInfo | None = None
    thumbnail: Path | None = None
    language: str = ""
    title: str = ""
    failure: Failure | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    reached: Reached | None = None
    fingerprint: str = ""
    summarised_as: str = ""


# A running job shows at most this much: all of its work may be done while its result is not kept.
_MOST_WHILE_RUNNING = 99.0


def advance(state: JobState, event: Event) -> JobState:  # noqa: C901, PLR0911, PLR0912
    """How the job stands after ``event``.

    An event that does not fit the status (a late one of a cancelled run, say) changes nothing.
    """
    match event, state.status:
        case Probed(), Status.QUEUED | Status.RUNNING | Status.PAUSED:
            return replace(
                state,
                media=event.media,
                thumbnail=event.thumbnail or state.thumbnail,
                fingerprint=event.fingerprint or state.fingerprint,
            )
        case Started(), Status.QUEUED:
            return replace(state, status=Status.RUNNING, started_at=event.at)
        case Progressed(), Status.RUNNING:
            overall = min(event.progress.overall, _MOST_WHILE_RUNNING)
            return replace(state, progress=event.progress, overall=max(overall, state.overall))
        case Heard(), Status.RUNNING:
            return replace(state, language=event.language)
        case Rewound(), Status.RUNNING:
            return replace(state, reached=None, language="")
        case Transcribed(), Status.RUNNING | Status.PAUSED | Status.QUEUED if event.reached:
            # A last one may come when the run is no longer wanted: what is done stays done.
            return replace(state, reached=event.reached, overall=_overall(state, event.reached))
        case Finished(), Status.QUEUED | Status.RUNNING | Status.PAUSED | Status.FAILED:
            # A result that is there is kept, whatever came in between; only who cancels wants none.
            return replace(
                state,
                status=Status.FINISHED,
                overall=100.0,
                title=event.summary.title,
                failure=None,
                ended_at=event.at,
            )
        case Failed(), Status.QUEUED | Status.RUNNING | Status.PAUSED:
            return replace(state, status=Status.FAILED, failure=event.failure, ended_at=event.at)
        case Paused(), Status.QUEUED | Status.RUNNING:
            return replace(state, status=Status.PAUSED)
        case Resumed(), Status.PAUSED:
            return replace(state, status=Status.QUEUED, summarised_as="")
        case Recognised(), Status.QUEUED:
            earlier = event.result if event.hears_the_same else state.job.transcript_of
            job = replace(state.job, transcript_of=earlier)
            return replace(state, job=job, status=Status.PAUSED, summarised_as=event.result)
        case Asked(), Status.QUEUED | Status.PAUSED | Status.FAILED | Status.CANCELLED:
            return _asked_anew(state, event)
        case Cancelled(), Status.QUEUED | Status.RUNNING | Status.PAUSED:
            return replace(state, status=Status.CANCELLED, ended_at=event.at)
        case Requeued(), Status.RUNNING | Status.FAILED | Status.CANCELLED:
            return _queued_again(state)
        case Located(), Status.FINISHED:
            job = replace(state.job, path=event.path)
            return replace(state, job=job, fingerprint=event.fingerprint)
    return state


def _overall(state: JobState, reached: Reached) -> float:
    """How far the job is, once so much is transcribed; it is still there after a power cut."""
    if not state.media or state.media.duration_s <= 0:
        return state.overall
    transcribed = reached.second / state.media.duration_s
    return max(state.overall, overall_percent(Stage.TRANSCRIBE, transcribed))


def _asked_anew(state: JobState, asked: Asked) -> JobState:
    """The same job, to be done differently: its transcript is kept if it would be the same."""
    before = state.job.options
    state = replace(state, job=replace(state.job, options=asked.options))
    if hears_the_same(asked.options, before):
        return state
    return replace(state, reached=None, language="", overall=0.0, progress=None)


def _queued_again(state: JobState) -> JobState:
    fresh = JobState(
        state.job, media=state.media, thumbnail=state.thumbnail, fingerprint=state.fingerprint
    )
    if not state.reached:
        return fresh
    done = {"overall": state.overall, "language": state.language, "reached": state.reached}
    return replace(fresh, **done)

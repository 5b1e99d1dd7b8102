"""How jobs look from outside: what the API answers, made from the facts of the pipeline."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from msgspec import Struct

from svs_desktop.pipeline.errors import ErrorCode, Failure
from svs_desktop.pipeline.export.wording import one_line
from svs_desktop.pipeline.job import JobOptions, JobState, Status
from svs_desktop.pipeline.progress import Stage


class StageView(Struct, frozen=True):
    """A stage of a job.

    Attributes:
        stage: Its name.
        weight: Its share of the whole, in percent.
        fraction: The part of its work that is done, 0 to 1.
    """

    stage: Stage
    weight: int
    fraction: float


class ProgressView(Struct, frozen=True):
    """How far a job has come.

    Attributes:
        id: The job.
        status: Where it stands.
        stage: The stage it is in; null before the first report.
        stages: All three, in their order.
        overall: The part of all work that is done, 0 to 100; 100 only once the result is kept.
        speed: Seconds of audio worked through in a second; null while unknown.
        eta_s: Seconds left; null while unknown.
    """

    id: str
    status: Status
    stage: Stage | None
    stages: tuple[StageView, ...]
    overall: float
    speed: float | None
    eta_s: float | None


class ErrorView(Struct, frozen=True):
    """Why a job failed.

    Attributes:
        code: The kind of failure, for programs.
        sentence: What went wrong.
        remedy: What to do next.
    """

    code: ErrorCode
    sentence: str
    remedy: str


class JobView(ProgressView, frozen=True):
    """A job.

    Attributes:
        name: The video's file name.
        path: The video's path.
        external: Whether an outside worker does it.
        transcript_of: The job whose transcript is used again; empty to transcribe.
        title: The title of the summary; empty before it is made.
        language: ISO 639-1 code of the speech; empty while unknown.
        duration_s: Length of the recording in seconds; null while unknown.
        has_picture: Whether there is a still picture of the video.
        created_at: When it was asked for.
        started_at: When its run began.
        ended_at: When it finished, failed or was cancelled.
        options: How it is to be summarised.
        error: Why it failed; null when it did not.
    """

    name: str
    path: str
    external: bool
    transcript_of: str
    title: str
    language: str
    duration_s: float | None
    has_picture: bool
    created_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    options: JobOptions
    error: ErrorView | None


class JobList(Struct, frozen=True):
    """Jobs, the newest first.

    Attributes:
        jobs: Those of this page.
        total: How many there are in all.
        limit: How many a page has at most.
        offset: How many come before this page.
        last_event: Where to begin with the events: nothing after it is in this answer.
    """

    jobs: tuple[JobView, ...]
    total: int
    limit: int
    offset: int
    last_event: str


class Link(Struct, frozen=True):
    """A link that opens the jobs page once.

    Attributes:
        url: The address.
        valid_s: Seconds in which it can be used.
    """

    url: str
    valid_s: int


class Health(Struct, frozen=True):
    """Whether the program answers.

    Attributes:
        status: Always ``ok``.
        proof: HMAC-SHA-256 of ``proof`` and the challenge under the token; empty without one.
    """

    status: str
    proof: str = ""


class Removed(Struct, frozen=True):
    """A job that is gone."""

    id: str


def job_view(state: JobState) -> JobView:
    """The job as the API shows it."""
    job, media = state.job, state.media
    return JobView(
        **_numbers(state),
        name=one_line(job.path.name),
        path=str(job.path),
        external=job.external,
        transcript_of=job.transcript_of,
        title=one_line(state.title),
        language=state.language,
        duration_s=round(media.duration_s, 3) if media and media.duration_s else None,
        has_picture=state.thumbnail is not None,
        created_at=job.created_at,
        started_at=state.started_at,
        ended_at=state.ended_at,
        options=job.options,
        error=_error(state.failure) if state.failure else None,
    )


def progress_view(state: JobState) -> ProgressView:
    """The job's numbers alone."""
    return ProgressView(**_numbers(state))


def is_progress(before: JobState, after: JobState) -> bool:
    """Whether nothing but the numbers has changed."""
    return (
        before.status is after.status
        and before.media is after.media
        and before.thumbnail == after.thumbnail
        and before.language == after.language
        and before.title == after.title
    )


def _numbers(state: JobState) -> dict[str, Any]:
    progress = state.progress
    return {
        "id": state.job.id,
        "status": state.status,
        "stage": progress.stage if progress else None,
        "stages": tuple(_stages(state)),
        "overall": round(state.overall, 2),
        "speed": _rounded(progress.speed if progress else None),
        "eta_s": _rounded(progress.eta_s if progress else None),
    }


def _stages(state: JobState) -> list[StageView]:
    order = list(Stage)
    progress = state.progress
    now = order.index(progress.stage) if progress else -1
    views = []
    for number, stage in enumerate(order):
        fraction = 1.0 if number < now or state.status is Status.FINISHED else 0.0
        if progress and number == now and state.status is not Status.FINISHED:
            fraction = progress.fraction
        views.append(StageView(stage, stage.weight, round(fraction, 4)))
    return views


def _error(failure: Failure) -> ErrorView:
    return ErrorView(failure.code, one_line(failure.sentence), one_line(failure.remedy))


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 2)

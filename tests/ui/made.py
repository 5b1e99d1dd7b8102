"""Jobs, failures and results as the tests of the window need them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtGui import QColor, QImage

from svs_desktop.pipeline.errors import ErrorCode, Failure
from svs_desktop.pipeline.job import Job, JobOptions, JobState, Status
from svs_desktop.pipeline.media_info import AudioTrack, MediaInfo
from svs_desktop.pipeline.models import (
    HubSource,
    Licence,
    Model,
    ModelFile,
    ModelKind,
    Runtime,
)
from svs_desktop.pipeline.notices import Notice, NoticeCode
from svs_desktop.pipeline.progress import Progress, Stage, overall_percent
from svs_desktop.pipeline.summary import (
    KEY_SENTENCES,
    Chapter,
    Evidence,
    KeyPoint,
    Result,
    Sentence,
    Summary,
)
from svs_desktop.pipeline.transcript import Segment, Transcript

WHEN = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)
"""When made things happen."""

MEDIA = MediaInfo(1390.0, (AudioTrack(0, "aac", 2, 44_100),), has_video=True)
"""A film of 23 minutes and 10 seconds."""

_SAID = (
    "The sea floor between Hawaii and Mexico is covered with nodules the size of a potato",
    "Each of them grew for ten million years around a shark's tooth or a piece of shell",
    "They hold more nickel and cobalt than all the mines on land together",
    "Nobody knows how long the animals that live among them need to come back",
    "A track that was ploughed in 1989 looks today as if it had been made last week",
)


def job(name: str = "lecture-4.mp4", *, job_id: str = "", folder: Path | None = None) -> Job:
    """A job for a video of this name."""
    path = (folder or Path("/videos")) / name
    return Job(job_id or f"id of {name}", path, JobOptions(), WHEN)


def failure(code: ErrorCode = ErrorCode.NO_AUDIO, **values: str) -> Failure:
    """A failure whose sentence names a file."""
    return Failure(code, {"name": "lecture-4.mp4", **values}, "a line of the log")


def progress(
    stage: Stage = Stage.TRANSCRIBE,
    fraction: float = 0.46,
    *,
    speed: float | None = 11.0,
    eta_s: float | None = 95.0,
) -> Progress:
    """A report of a run."""
    return Progress(stage, fraction, overall_percent(stage, fraction), speed, eta_s)


def state(
    status: Status = Status.QUEUED, name: str = "lecture-4.mp4", **changes: object
) -> JobState:
    """How a job of this status stands."""
    made = JobState(job(name), status, media=MEDIA)
    match status:
        case Status.RUNNING:
            made = replace(made, progress=progress(), overall=progress().overall, started_at=WHEN)
        case Status.PAUSED:
            made = replace(made, overall=progress().overall, started_at=WHEN)
        case Status.FINISHED:
            made = replace(made, overall=100.0, title="Nodules", started_at=WHEN, ended_at=WHEN)
        case Status.FAILED:
            made = replace(made, failure=failure(), started_at=WHEN, ended_at=WHEN)
    return replace(made, **changes)


def segments(count: int, words: int = 0) -> tuple[Segment, ...]:
    """Segments of four seconds each; ``words`` tells how long each is."""
    return tuple(
        Segment(4.0 * n, 4.0 * n + 3.5, _words(n, words) if words else f"{_SAID[n % 5]}, {n}.")
        for n in range(count)
    )


def summary(said: Sequence[Segment] = (), title: str = "Minerals of the deep sea") -> Summary:
    """A summary whose sentences are every fifth segment."""
    chosen = [(n, s) for n, s in enumerate(said) if n % 5 == 0][:12]
    points = tuple(KeyPoint(s.text, Evidence(s.start, s.end, (n,))) for n, s in chosen)
    sentences = tuple(Sentence(p.text, (p.evidence,)) for p in points)
    return Summary(
        title=title,
        paragraphs=(sentences[:2], sentences[2:4]) if points else (),
        key_points=points,
        language="en",
        duration_s=MEDIA.duration_s,
        speech_model="base",
        writer=KEY_SENTENCES,
        sentences_read=len(said),
        notices=(Notice(NoticeCode.KEY_SENTENCES_ONLY if points else NoticeCode.NO_SPEECH),),
    )


def result(
    said: Sequence[Segment] | None = None,
    *,
    title: str = "Minerals of the deep sea",
    job_id: str = "r1",
    name: str = "lecture-4.mp4",
) -> Result:
    """A result with these segments, 40 of them when none are given."""
    spoken = segments(40) if said is None else tuple(said)
    return Result(
        job_id=job_id,
        path=Path("/videos") / name,
        finished_at=WHEN,
        media=MEDIA,
        summary=summary(spoken, title),
        transcript=Transcript(spoken, "en" if spoken else ""),
    )


WRITER = "qwen2.5-coder-1.5b"
"""The language model of the results that one wrote."""


def written(pictures: Sequence[Path | None] = (), *, job_id: str = "w1") -> Result:
    """A lecture that a language model summarised, in three chapters with these pictures."""
    titles = ("What lies on the sea floor", "Ten million years for a nodule", "Who lives there")
    chapters = tuple(
        Chapter(
            start=400.0 * n,
            end=400.0 * (n + 1),
            title=title,
            sentences=tuple(sentence(2 * n + k, 400.0 * n + 80.0 * k) for k in range(1, 3)),
            picture=dict(enumerate(pictures)).get(n),
        )
        for n, title in enumerate(titles)
    )
    paragraphs = (
        (sentence(0, 12.0), sentence(1, 95.0, 431.0), sentence(2, 610.0)),
        (sentence(3, 845.0), sentence(4, 1012.0)),
    )
    made = result(job_id=job_id)
    return replace(
        made,
        summary=replace(
            made.summary,
            paragraphs=paragraphs,
            key_points=tuple(point(n, 60.0 + 300.0 * n) for n in (2, 3, 4)),
            writer=WRITER,
            sentences_read=412,
            sentences_dropped=1,
            chapters=chapters,
            notices=(),
        ),
    )


def meeting(*, job_id: str = "m1") -> Result:
    """A meeting at which two things were decided and three given to someone to do."""
    made = written(job_id=job_id)
    decisions = ("The survey begins in March.", "The second ship is not chartered.")
    tasks = (
        "Amina asks the harbour for a berth until the tenth of February.",
        "Jorge sends the list of instruments to everyone by Friday.",
        "Li finds out what the insurance of the robots costs.",
    )
    summary_ = replace(
        made.summary,
        title="Planning the spring survey",
        decisions=tuple(_point(text, 200.0 + 90.0 * n) for n, text in enumerate(decisions)),
        action_items=tuple(_point(text, 300.0 + 240.0 * n) for n, text in enumerate(tasks)),
        chapters=(),
        sentences_dropped=0,
    )
    return replace(made, path=Path("/videos/planning.mkv"), summary=summary_)


def sentence(number: int, *starts: float) -> Sentence:
    """A sentence of a summary that rests on these moments."""
    evidence = tuple(Evidence(start, start + 3.5, (int(start // 4),)) for start in starts)
    return Sentence(f"{_SAID[number % 5]}.", evidence)


def point(number: int, start: float) -> KeyPoint:
    """A key point of this moment."""
    return _point(f"{_SAID[number % 5]}.", start)


def _point(text: str, start: float) -> KeyPoint:
    return KeyPoint(text, Evidence(start, start + 3.5, (int(start // 4),)))


def picture(path: Path, color: str = "#336699") -> Path:
    """A JPEG of one colour."""
    image = QImage(320, 180, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    assert image.save(str(path))
    return path


def language_model(name: str = WRITER, title: str = "Qwen2.5-Coder 1.5B (Q4_K_M)") -> Model:
    """A language model of the catalogue."""
    return Model(
        name=name,
        title=title,
        kind=ModelKind.LANGUAGE,
        licence=Licence("Apache-2.0", "Apache License 2.0", "licenses/Apache-2.0.txt"),
        languages="multilingual",
        description="Writes summaries in its own words.",
        sources=(HubSource("Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF", "0" * 40),),
        files=(ModelFile("model.gguf", 1_117_000_000, "0" * 64),),
        runtime=Runtime.LLAMA_CPP,
        memory=2_100_000_000,
    )


def finished_state(made: Result) -> JobState:
    """The finished job of a result, as the library takes it."""
    job_ = Job(made.job_id, made.path, JobOptions(audio_track=made.audio_track), made.finished_at)
    return replace(
        state(Status.FINISHED),
        job=job_,
        title=made.summary.title,
        ended_at=made.finished_at,
        media=made.media,
        fingerprint=made.fingerprint,
    )


def _words(number: int, count: int) -> str:
    return " ".join(_SAID[(number + n) % 5].split()[n % 10] for n in range(count)) + "."

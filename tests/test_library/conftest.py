"""A library in a folder of its own, and jobs to put into it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from svs_desktop.library import Library
from svs_desktop.pipeline.events import Finished, Started, Transcribed
from svs_desktop.pipeline.job import Job, JobOptions
from svs_desktop.pipeline.summary import KEY_SENTENCES, Evidence, KeyPoint, Sentence, Summary
from svs_desktop.pipeline.transcript import Segment, Word

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)


def a_job(name: str = "talk.mp4", **options: object) -> Job:
    return Job.new(Path("/videos") / name, JobOptions(**options))


def segments(*texts: str) -> tuple[Segment, ...]:
    return tuple(
        Segment(float(n), n + 1.0, text, (Word(float(n), n + 0.5, text.split()[0]),))
        for n, text in enumerate(texts)
    )


def a_summary(title: str = "Minerals of the deep sea") -> Summary:
    evidence = Evidence(0.0, 2.0, (0, 1))
    return Summary(
        title=title,
        paragraphs=((Sentence("Nodules grow slowly.", (evidence,)),),),
        key_points=(KeyPoint("Slowly.", evidence),),
        language="en",
        duration_s=1390.0,
        speech_model="base",
        writer=KEY_SENTENCES,
        sentences_read=2,
    )


def finish(library: Library, job: Job, at: datetime = NOON, title: str = "") -> tuple[str, ...]:
    """Run ``job`` to its end; returns what went for it."""
    library.add([job])
    library.commit(job.id, Started(at))
    library.commit(job.id, Transcribed(segments("Nodules grow", "very slowly.")))
    summary = a_summary(title or job.path.stem)
    return library.commit(job.id, Finished(summary, at + timedelta(minutes=1))).result()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.sqlite"


@pytest.fixture
def reopened(path: Path) -> Iterator[Callable[..., Library]]:
    """Opens the library at ``path`` and closes the one that was open before, as a restart does."""
    opened: list[Library] = []

    def reopen(**options: int) -> Library:
        if opened:
            opened[-1].close()
        opened.append(Library(path, **options))
        return opened[-1]

    yield reopen
    for library in opened:
        library.close()


@pytest.fixture
def library(reopened: Callable[..., Library]) -> Library:
    return reopened()


@pytest.fixture(autouse=True)
def _no_thread_stays() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    assert set(threading.enumerate()) <= before

"""The sample video, from its first byte to its summary, with the real models."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from svs_desktop.paths import resource
from svs_desktop.pipeline.events import Drafted, Event, Finished, Probed, Progressed, Transcribed
from svs_desktop.pipeline.job import Job, JobOptions
from svs_desktop.pipeline.run import run
from svs_desktop.pipeline.summary import Result, Summary
from svs_desktop.pipeline.tools import Tools
from svs_desktop.pipeline.transcript import Transcript
from svs_desktop.pipeline.workspace import Workspace

pytestmark = pytest.mark.llm

# Where the sample's four parts begin, in seconds.
PARTS = (0.0, 56.0, 113.0, 166.0)
NEAR_S = 5.0


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    workspace = Workspace(tmp_path_factory.mktemp("cache"))
    workspace.make()
    return workspace


@pytest.fixture(scope="module")
def job() -> Job:
    return Job.new(resource("sample", "sample.mp4"))


@pytest.fixture(scope="module")
def events(tools: Tools, workspace: Workspace, job: Job) -> list[Event]:
    return list(run(job, tools, workspace))


@pytest.fixture(scope="module")
def summary(events: list[Event]) -> Summary:
    assert isinstance(events[-1], Finished), events[-1]
    return events[-1].summary


def said() -> list[tuple[float, frozenset[str]]]:
    """When each sentence of the sample is spoken, and its words."""
    parts = json.loads(resource("sample", "timings.json").read_text())["parts"]
    return [(s["start"], words(s["text"])) for part in parts for s in part["sentences"]]


def words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))


def spoken_at(text: str) -> float:
    """When the sentence is spoken that has most words in common with a text."""
    wanted = words(text)
    return max(said(), key=lambda s: len(s[1] & wanted) / len(s[1] | wanted))[0]


def test_it_has_a_title_of_its_own(summary: Summary) -> None:
    assert 1 <= len(summary.title.split()) <= 14
    assert "sample" not in summary.title.casefold()
    assert words(summary.title) & {"tide", "tides", "sea", "moon", "ocean"}


def test_it_is_prose_about_all_four_parts(summary: Summary) -> None:
    sentences = [sentence for paragraph in summary.paragraphs for sentence in paragraph]
    assert len(sentences) >= 3
    assert all(sentence.text.endswith((".", "!", "?")) for sentence in sentences)
    assert all(sentence.evidence for sentence in sentences)
    covered = {
        max(part for part in PARTS if part <= evidence.start)
        for sentence in sentences
        for evidence in sentence.evidence
    }
    assert covered == set(PARTS)
    assert summary.writer == "qwen2.5-coder-1.5b"
    assert summary.notices == ()
    assert summary.sentences_read >= 35


def test_chapters_are_the_four_parts(summary: Summary) -> None:
    assert len(summary.chapters) == len(PARTS)
    for chapter, begin in zip(summary.chapters, PARTS, strict=True):
        assert chapter.start == pytest.approx(begin, abs=NEAR_S)
        assert 1 <= len(chapter.title.split()) <= 10
        assert 1 <= len(chapter.sentences) <= 2
        assert chapter.picture
        assert chapter.picture.is_file()
    assert len({chapter.title.casefold() for chapter in summary.chapters}) == len(PARTS)


def test_key_points_lead_to_where_they_are_said(summary: Summary) -> None:
    assert len(summary.key_points) >= len(PARTS)
    for point in summary.key_points:
        assert point.start == pytest.approx(spoken_at(point.text), abs=NEAR_S), point.text
    found = {
        max(part for part in PARTS if part <= point.start + 0.5) for point in summary.key_points
    }
    assert found == set(PARTS)


def test_progress_never_goes_back_and_the_text_is_seen_growing(events: Sequence[Event]) -> None:
    overall = [event.progress.overall for event in events if isinstance(event, Progressed)]
    assert all(a <= b for a, b in pairwise(overall))
    steps_of_summarising = {round(o) for o in overall if o > 70}
    assert len(steps_of_summarising) > 10
    drafts = [event.text for event in events if isinstance(event, Drafted)]
    assert len(drafts) > 5
    # Only the sentence that is being written may become another one.
    assert all(b.startswith(a.rpartition(". ")[0]) for a, b in pairwise(drafts))
    assert max(b - a for a, b in pairwise(overall) if a >= 70) < 5


def test_another_summary_needs_the_transcript_only(
    events: Sequence[Event], summary: Summary, tools: Tools, workspace: Workspace, job: Job
) -> None:
    segments = tuple(s for e in events if isinstance(e, Transcribed) for s in e.segments)
    media = next(event.media for event in events if isinstance(event, Probed))
    transcript = Transcript(segments, summary.language)
    earlier = Result(job.id, job.path, datetime.now(UTC), media, summary, transcript)
    options = JobOptions(length="short", summary_language="de")
    again = replace(Job.new(job.path, options), path=Path("the video is gone.mp4"))
    *_, last = run(again, tools, workspace, earlier)
    assert isinstance(last, Finished), last
    sentences = [s for paragraph in last.summary.paragraphs for s in paragraph]
    assert words(" ".join(s.text for s in sentences)) & {"der", "die", "das", "und", "den"}
    assert all(sentence.evidence for sentence in sentences)
    shorter, longer = (
        sum(len(s.text.split()) for paragraph in made.paragraphs for s in paragraph)
        for made in (last.summary, summary)
    )
    assert shorter < longer

"""``svs resummarize``: the talk of a result again, from its transcript, with the real engine."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from svs_desktop.library import Library
from svs_desktop.paths import Places
from svs_desktop.pipeline.events import Finished, Heard, Probed, Started
from svs_desktop.pipeline.job import Job, JobOptions, JobState, advance
from svs_desktop.pipeline.media_info import MediaInfo
from svs_desktop.pipeline.summary import KEY_SENTENCES, Result, Summary
from svs_desktop.pipeline.transcript import Segment

from .process import svs
from .test_summarize import cached, check_stream, history

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
SAID = [
    "Nodules of manganese lie on the floor of the deep sea.",
    "They grow by a few millimetres in a million years.",
    "Whoever lifts them stirs up the mud for many miles.",
    "The animals that live there need decades to come back.",
]
SEGMENTS = tuple(Segment(9.0 * n, 9.0 * n + 8, text) for n, text in enumerate(SAID))
EXTRACTIVE = ["--summarizer", "extractive"]


def record(places: Places, job_id: str, video: Path) -> Result:
    """Put a result into the history whose video is gone."""
    summary = Summary("Old", (), (), "en", 36.0, "base", KEY_SENTENCES, 4)
    state = JobState(Job(job_id.ljust(32, "0"), video, JobOptions(), NOON))
    events = (
        Started(NOON),
        Probed(MediaInfo(36.0, title="The deep sea")),
        Heard("en", 0.9),
        Finished(summary, NOON),
    )
    for event in events:
        state = advance(state, event)
    with Library(places.library) as library:
        library.record_result(state, summary, SEGMENTS).result()
        return library.result(state.job.id).result()


@pytest.fixture
def first(places) -> Result:
    record(places, "aa22", Path("/gone/other.mp4"))
    return record(places, "aa11", Path("/gone/nodules.mp4"))


def test_the_transcript_is_used_again_though_the_video_is_gone(places, first, tmp_path):
    out = tmp_path / "out"
    arguments = [*EXTRACTIVE, "--json", "--output", out, "--format", "txt,json"]
    with Library(places.library) as window:
        assert window.own_queue().result()
        ended = svs("resummarize", "aa11", *arguments)
    assert (ended.returncode, ended.stderr) == (0, b"")
    events = [json.loads(line) for line in ended.stdout.splitlines()]
    assert events[0]["path"] == "/gone/nodules.mp4"
    assert {e["stage"] for e in events if e["event"] == "progress"} <= {"transcribe", "summarize"}
    last = events[-1]
    assert (last["event"], last["overall"]) == ("finished", 100)
    assert last["summary"]["paragraphs"]
    assert [Path(path).suffix for path in last["files"]] == [".txt", ".json"]
    entries = history(places)
    assert [entry.job_id for entry in entries] == [last["job"], first.job_id, "aa22".ljust(32, "0")]
    with Library(places.library) as library:
        result = library.result(last["job"]).result()
        assert library.result(first.job_id).result() == first
    assert (result.path, result.media) == (first.path, first.media)
    assert result.transcript == first.transcript
    assert cached(places) == []


def test_what_is_not_found_is_told_and_the_rest_is_done(places, first):
    arguments = [*EXTRACTIVE, "--no-history", "--format", "md"]
    ended = svs("resummarize", "zz", "aa", "aa11", first.job_id, *arguments)
    assert ended.returncode == 1
    unknown, several = ended.stderr.decode().splitlines()
    assert "“zz”" in unknown
    assert "2 results" in several
    printed = ended.stdout.decode()
    assert printed.count("# ") == printed.count("## ") + 1  # one result, with its headings
    assert all(text in printed for text in SAID)
    assert len(history(places)) == 2


def test_without_a_result_of_that_name_nothing_is_done(places):
    ended = svs("resummarize", "zz", "--json")
    assert (ended.returncode, ended.stdout) == (1, b"")
    assert ended.stderr.count(b"\n") == 1


def test_a_missing_model_names_the_command_that_installs_it(places, first):
    (places.models / "minilm").unlink()
    ended = svs("resummarize", "aa11", "aa22", "--json", *EXTRACTIVE)
    assert ended.returncode == 1
    assert ended.stderr.count(b"svs models install minilm") == 1
    jobs = check_stream(ended.stdout)
    assert [told[-1]["code"] for told in jobs.values()] == ["model_missing"] * 2
    assert len(history(places)) == 2

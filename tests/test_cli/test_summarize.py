"""``svs summarize`` on real files, with the real engine."""

from __future__ import annotations

import itertools
import json
import os
import sys
from pathlib import Path

import pytest

from svs_desktop.library import HistoryEntry, Library
from svs_desktop.paths import Places, resource

from .process import silent_clip, started, svs
from .terminal import Terminal

STAGES = ["extract", "transcribe", "summarize"]
SAMPLE = resource("sample", "sample.mp4")


def history(places: Places) -> list[HistoryEntry]:
    with Library(places.library) as library:
        return library.history().result()


def cached(places: Places) -> list[Path]:
    return [path for path in places.cache.rglob("*") if path.is_file()]


def check_stream(stdout: bytes) -> dict[str, list[dict]]:
    """The events of each job by the name of its file, having held their promises."""
    events = [json.loads(line) for line in stdout.splitlines()]
    jobs = {}
    for job, of_job in itertools.groupby(events, lambda event: event["job"]):
        told = list(of_job)
        assert told[0]["event"] == "started"
        jobs[Path(told[0]["path"]).name] = told
        assert [e["event"] in {"finished", "failed", "cancelled"} for e in told].index(True) == (
            len(told) - 1
        )
        assert all(event["job"] == job for event in told)
        progress = [event for event in told if event["event"] == "progress"]
        keys = {"event", "job", "stage", "fraction", "overall", "speed", "eta_s"}
        assert all(set(event) == keys for event in progress)
        overall = [event["overall"] for event in progress]
        assert overall == sorted(overall)
        assert all(0 <= percent < 100 for percent in overall)
        assert all(0 <= event["fraction"] <= 1 for event in progress)
        stages = [stage for stage, _ in itertools.groupby(e["stage"] for e in progress)]
        assert stages == STAGES[: len(stages)]
    return jobs


def test_json_beside_an_open_window_tells_each_job_those_that_fail_too(places, tmp_path):
    folder, out = tmp_path / "videos", tmp_path / "out" / "deep"
    (folder / "sub").mkdir(parents=True)
    out.mkdir(parents=True)
    (folder / "a.mp4").write_bytes(b"")
    silent_clip(folder / "sub" / "board-meeting.wav")
    silent_clip(folder / "b.wav")
    (out / "B.md").write_text("mine")
    arguments = ["--json", "--output", out, "--format", "md,json,md"]
    with Library(places.library) as window:
        assert window.own_queue().result()
        ended = svs("summarize", *arguments, folder, "not there.mp4", cwd=tmp_path)
        seen = [entry.title for entry in window.history().result()]

    assert ended.returncode == 1
    jobs = check_stream(ended.stdout)
    assert list(jobs) == ["a.mp4", "b.wav", "board-meeting.wav", "not there.mp4"]
    assert jobs["a.mp4"][-1]["code"] == "file_empty"
    assert jobs["not there.mp4"][-1]["code"] == "file_not_found"
    assert jobs["not there.mp4"][-1]["message"] in ended.stderr.decode()
    finished = jobs["b.wav"][-1]
    assert (finished["title"], finished["overall"]) == ("B", 100)
    assert finished["path"] == str(folder / "b.wav")
    assert finished["files"] == [str(out / "B (2).md"), str(out / "B.json")]
    assert finished["summary"]["notices"][-1]["code"] == "no_speech"
    assert (out / "B.md").read_text() == "mine"
    assert {p.name for p in out.iterdir()} == {
        *("B.md", "B (2).md", "B.json"),
        *("Board meeting.md", "Board meeting.json"),
    }
    assert ended.stderr.count(b"\n") == 2
    assert seen == ["Board meeting", "B"]
    assert json.loads((out / "B.json").read_text())["job_id"] == finished["job"]
    assert cached(places) == []


def test_a_terminal_shows_a_bar_and_the_summary(places, tmp_path):
    clip = silent_clip(tmp_path / "[red]talk.wav")
    with Terminal(100) as shown, started("summarize", clip, stderr=shown.side) as process:
        shown.leave()
        on_terminal = shown.read_all()
        printed = process.stdout.read().decode()
        assert process.wait() == 0
    assert all(words in on_terminal for words in ["[red]talk.wav", "Extracting audio", "99 %"])
    assert on_terminal.count("\n") == 1  # all on one line
    assert on_terminal.endswith("\x1b[2K")  # which is taken away at the end
    assert printed.startswith("[red]talk\n[red]talk.wav · 0:02")
    assert "No speech was found" in printed
    assert "\x1b" not in printed


@pytest.mark.slow
def test_one_format_can_be_printed_and_the_history_left_alone(places, tmp_path):
    clips = [silent_clip(tmp_path / f"{name}.wav") for name in "ab"]
    arguments = ["--no-history", "--format", "vtt", "--language", "EN", "--threads", "1"]
    ended = svs("summarize", clips[0], *arguments)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, b"WEBVTT\n", b"")
    assert not places.library.exists()


@pytest.mark.slow
def test_the_settings_file_holds_the_defaults_and_its_mistakes_are_told(places, tmp_path):
    places.settings.write_text('language = "xx"\nthreads = "many"\n')
    ended = svs("summarize", silent_clip(tmp_path / "a.wav"))
    assert (ended.returncode, ended.stdout) == (1, b"")
    sentences = ended.stderr.decode().splitlines()
    assert "threads" in sentences[0]
    assert "language “xx”" in sentences[1]


def test_a_missing_model_names_the_command_that_installs_it(places, tmp_path):
    (places.models / "base").unlink()
    clips = [silent_clip(tmp_path / f"{name}.wav") for name in "ab"]
    ended = svs("summarize", "--json", *clips)
    assert ended.returncode == 1
    assert ended.stderr.count(b"svs models install base") == 1
    jobs = check_stream(ended.stdout)
    assert [told[-1]["code"] for told in jobs.values()] == ["model_missing"] * 2


@pytest.mark.skipif(sys.platform != "linux", reason="such names exist on Linux only")
@pytest.mark.slow
def test_names_that_no_terminal_can_show(places, tmp_path):
    names = [b"\xff\xfe.mp4", "会議 🎙 “x”\n\x1b[31m.mp4".encode()]
    for name in names:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).touch()
    ended = svs("summarize", tmp_path, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert (ended.returncode, ended.stdout) == (1, b"")
    assert ended.stderr.count(b"\n") == 2
    assert b"Traceback" not in ended.stderr
    assert b"\x1b" not in ended.stderr


@pytest.mark.slow
def test_a_result_that_cannot_be_written_is_printed_nowhere_but_kept(places, tmp_path):
    clip, out = silent_clip(tmp_path / "a.wav"), tmp_path / "out"
    process = started("summarize", "--json", "--output", out, clip)
    with process:
        assert json.loads(process.stdout.readline())["event"] == "started"
        out.rmdir()  # someone else removed it while the engine worked
        *_, last = process.stdout
        assert process.wait() == 1
        assert b"out" in process.stderr.read()
    assert json.loads(last)["code"] == "result_not_kept"
    assert "summary" in json.loads(last)
    assert [entry.title for entry in history(places)] == ["A"]


@pytest.mark.slow
@pytest.mark.skipif(not SAMPLE.is_file(), reason="the sample video is not made yet")
def test_the_sample_is_summarised(places, tmp_path):
    ended = svs("summarize", SAMPLE, "--json", "--output", tmp_path, "--format", "md,srt")
    assert (ended.returncode, ended.stderr) == (0, b"")
    (told,) = check_stream(ended.stdout).values()
    stages = [e["stage"] for e in told if e["event"] == "progress"]
    assert list(dict.fromkeys(stages)) == STAGES
    # A machine may be too quick for a time left to be worth telling.
    assert all(e["eta_s"] is None or e["eta_s"] >= 0 for e in told if e["event"] == "progress")
    assert [e["language"] for e in told if e["event"] == "heard"] == ["en"]
    assert told[-1]["summary"]["key_points"]
    assert all(Path(path).stat().st_size for path in told[-1]["files"])
    (entry,) = history(places)
    exported = svs("export", entry.job_id[:8], "--format", "srt").stdout
    assert exported == Path(told[-1]["files"][1]).read_bytes()

"""``svs history`` and ``svs export``, on a library with results in it."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from svs_desktop.library import Library
from svs_desktop.paths import Places
from svs_desktop.pipeline.events import Finished, Started
from svs_desktop.pipeline.export import Format, export
from svs_desktop.pipeline.job import Job, JobOptions, JobState, advance
from svs_desktop.pipeline.summary import KEY_SENTENCES, Evidence, Result, Sentence, Summary
from svs_desktop.pipeline.transcript import Segment

from .process import svs

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
TITLES = {"aaaa1111": "Deep sea", "aaaa2222": "Board “meeting” 会議 🎙", "bbbb3333": "Old"}


@pytest.fixture
def results() -> dict[str, Result]:
    places = Places.default()
    places.make()
    with Library(places.library) as library:
        for job_id, title in TITLES.items():
            _record(library, job_id, title)
        return {job_id: library.result(_whole(job_id)).result() for job_id in TITLES}


def _whole(job_id: str) -> str:
    return job_id.ljust(32, "0")


def _record(library: Library, job_id: str, title: str) -> None:
    said = Sentence("Nodules grow.", (Evidence(61.0, 63.0, (0,)),))
    summary = Summary(title, ((said,),), (), "en", 3903.0, "base", KEY_SENTENCES, 1)
    video = Path(os.fsdecode(b"/videos/\xff.mp4"))
    state = JobState(Job(_whole(job_id), video, JobOptions(), NOON))
    for event in (Started(NOON), Finished(summary, NOON)):
        state = advance(state, event)
    library.record_result(state, summary, (Segment(61.0, 63.0, "Nodules grow."),)).result()


def test_the_history_is_a_table_the_newest_first(results):
    ended = svs("history", PYTHONUTF8="1", TZ="UTC")
    assert (ended.returncode, ended.stderr) == (0, b"")
    head, *rows = ended.stdout.decode().splitlines()
    assert head.split() == ["ID", "DATE", "LENGTH", "TITLE"]
    assert rows[0].split() == ["bbbb3333", "2026-11-03", "12:00", "1:05:03", "Old"]
    assert [row[:8] for row in rows] == list(reversed(TITLES))
    assert all(TITLES[row[:8]] in row for row in rows)


def test_the_history_as_json_lines(results):
    ended = svs("history", "--json")
    entries = [json.loads(line) for line in ended.stdout.splitlines()]
    assert [entry["title"] for entry in entries] == list(reversed(TITLES.values()))
    assert os.fsencode(entries[0]["path"]) == b"/videos/\xff.mp4"


def test_a_terminal_of_another_age_gets_question_marks(results):
    ended = svs("history", PYTHONIOENCODING="ascii")
    assert ended.returncode == 0
    assert b"Board ?meeting? ?? ?" in ended.stdout


def test_an_empty_history_says_how_to_fill_it():
    ended = svs("history")
    assert (ended.returncode, ended.stdout) == (0, b"")
    assert b"svs summarize" in ended.stderr


@pytest.mark.slow
@pytest.mark.parametrize("form", list(Format))
def test_an_export_to_standard_output_is_the_file_byte_for_byte(form, results):
    ended = svs("export", "aaaa2", "--format", form, PYTHONIOENCODING="ascii")
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert ended.stdout == export(results["aaaa2222"], form)


def test_an_export_to_a_file_has_the_format_of_its_ending(results, tmp_path):
    target = tmp_path / "subtitles.SRT"
    ended = svs("export", "b", "--output", target)
    assert ended.stdout == os.fsencode(target) + b"\n"
    assert target.read_bytes() == export(results["bbbb3333"], Format.SRT)
    target = tmp_path / "for YouTube.chapters.txt"
    svs("export", "b", "--output", target)
    assert target.read_bytes() == export(results["bbbb3333"], Format.CHAPTERS)


def test_an_export_into_a_folder_is_named_after_the_title_and_never_over_another(results, tmp_path):
    names = ["Deep sea.vtt", "Deep sea (2).vtt", "Deep sea.chapters.txt"]
    for name in [*names, "Deep sea (2).chapters.txt"]:
        form = "chapters" if "chapters" in name else "vtt"
        ended = svs("export", "aaaa1", "--format", form, "--output", tmp_path)
        assert ended.stdout == os.fsencode(tmp_path / name) + b"\n"
        assert (tmp_path / name).is_file()


def test_a_file_is_replaced_only_by_force(results, tmp_path):
    target = tmp_path / "mine.md"
    target.write_text("mine")
    ended = svs("export", "b", "--output", target)
    assert (ended.returncode, ended.stdout) == (1, b"")
    assert b"--force" in ended.stderr
    assert target.read_text() == "mine"
    assert svs("export", "b", "--output", target, "--force").returncode == 0
    assert target.read_bytes() == export(results["bbbb3333"], Format.MD)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["zzz"], b"zzz"),
        (["aaaa"], b"2 results"),
        (["b", "--output", "no/such/folder.md"], b"no/such/folder.md"),
    ],
)
def test_what_cannot_be_exported_is_a_sentence(arguments, words, results, tmp_path):
    ended = svs("export", *arguments, cwd=tmp_path)
    assert (ended.returncode, ended.stdout) == (1, b"")
    assert words in ended.stderr
    assert ended.stderr.startswith(b"svs: ")
    assert ended.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    "arguments", [["history"], ["export", "a"], ["summarize", "a.wav"], ["resummarize", "a"]]
)
def test_a_library_of_a_newer_version_is_a_sentence(arguments, tmp_path):
    import sqlite3

    places = Places.default()
    places.make()
    connection = sqlite3.connect(places.library)
    connection.execute("PRAGMA user_version = 1000")
    connection.close()
    ended = svs(*arguments, cwd=tmp_path)
    assert (ended.returncode, ended.stdout) == (1, b"")
    assert b"newer version" in ended.stderr
    assert ended.stderr.count(b"\n") == 1


def test_details_are_for_those_who_ask(tmp_path, monkeypatch):
    # A home that is a file: nothing can be kept below it.
    (tmp_path / "file").write_text("")
    home = str(tmp_path / "file")
    assert b"Traceback" not in svs("summarize", "a.wav", "--no-history", SVS_HOME=home).stderr
    ended = svs("summarize", "a.wav", "--no-history", SVS_HOME=home, SVS_DEBUG="1")
    assert ended.returncode == 1
    assert b"Traceback" in ended.stderr

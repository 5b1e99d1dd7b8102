"""How jobs are told and what of them is kept, with a child that says what it is asked to."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from svs_desktop.cli.interruption import Interruption
from svs_desktop.cli.reports import JsonReport, WordsReport
from svs_desktop.cli.runner import Keeper, Runner, no_earlier
from svs_desktop.library import Library
from svs_desktop.paths import Places
from svs_desktop.pipeline.export import Format
from svs_desktop.pipeline.job import Job
from svs_desktop.pipeline.workspace import Workspace
from svs_desktop.workers.engine_process import EngineProcess

from .terminal import Terminal

CHILD = Path(__file__).parents[1] / "workers" / "children" / "stand_in.py"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the child uses POSIX signals")


@pytest.fixture
def engine() -> Iterator[EngineProcess]:
    engine = EngineProcess([sys.executable, "-IS", str(CHILD)])
    yield engine
    engine.close()


@pytest.fixture
def home(tmp_path: Path) -> Places:
    places = Places.under(tmp_path / "home")
    places.make()
    Workspace(places.cache).make()
    return places


@pytest.fixture
def library(home: Places) -> Iterator[Library]:
    with Library(home.library) as library:
        yield library


@pytest.fixture
def run(engine: EngineProcess, home: Places):
    """Does a job that behaves as its name says."""

    def do(job: Job, report: object, library: Library | None = None, earlier=no_earlier) -> bool:
        keeper = Keeper(None, (), library, Workspace(home.cache))
        with Interruption() as interruption:
            return Runner(engine, keeper, report, interruption, earlier).run([job])

    return do


def a_job(behaviour: str, **values: str) -> Job:
    return Job.new(Path(f"/videos/{behaviour}.mp4"), **values)


def test_drafts_are_json_lines(run, capfd):
    job = a_job("draft")
    assert run(job, JsonReport())
    events = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert [event["event"] for event in events] == [
        *("started", "drafted", "drafted", "progress", "finished")
    ]
    texts = ["Nodules", "Nodules grow\nslowly."]
    assert events[1:3] == [{"event": "drafted", "job": job.id, "text": text} for text in texts]


def test_drafts_are_not_for_people(run, capfd, monkeypatch):
    with Terminal(100) as shown:
        with open(shown.side, "w", encoding="utf-8") as stderr:  # noqa: PTH123
            monkeypatch.setattr(sys, "stderr", stderr)
            assert run(a_job("draft"), WordsReport(1, None, printed=True))
        on_terminal = shown.read_all()
    printed = capfd.readouterr().out
    assert "Transcribing" in on_terminal
    assert "Nodules" not in on_terminal + printed
    assert printed.startswith("Talk\n")


def test_an_earlier_result_is_used_and_one_that_is_gone_is_not(run, library):
    first = a_job("use_earlier")
    assert run(first, WordsReport(1, Format.JSON, printed=False), library)
    second = a_job("use_earlier", transcript_of=first.id)
    given = []

    def earlier(job: Job):
        given.append(library.earlier(job).result())
        return given[-1]

    for _ in range(2):
        assert run(a_job("use_earlier", transcript_of=first.id), JsonReport(), library, earlier)
        library.delete([first.id]).result()
    assert [result and result.job_id for result in given] == [first.id, None]
    assert run(second, JsonReport(), library, earlier)


@pytest.mark.parametrize(
    ("behaviour", "has_history", "stays"),
    [("succeed", True, True), ("succeed", False, False), ("fail", True, False)],
)
def test_pictures_stay_as_long_as_the_result(run, library, home, behaviour, has_history, stays):
    job, workspace = a_job(behaviour), Workspace(home.cache)
    for path in (workspace.picture(job.id), workspace.audio(job.id)):
        path.touch()
    succeeded = run(job, JsonReport(), library if has_history else None)
    assert succeeded is (behaviour == "succeed")
    assert workspace.picture(job.id).exists() is stays
    assert not workspace.audio(job.id).exists()


def test_paths_of_this_computers_cache_are_nobody_elses_business(run, capfd, monkeypatch):
    job = a_job("chapters")
    assert run(job, JsonReport())
    last = json.loads(capfd.readouterr().out.splitlines()[-1])
    assert last["summary"]["chapters"] == [
        {"start": 0.0, "end": 60.0, "title": "Nodules", "sentences": []}
    ]

"""Several processes and one library: real ones, some of them killed."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager

from svs_desktop.library import Library

from .conftest import a_job, finish

PRELUDE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from svs_desktop.library import Library
from svs_desktop.pipeline.events import *
from svs_desktop.pipeline.job import *
from svs_desktop.pipeline.transcript import Segment

NOW = datetime.now(UTC)
library = Library(Path(sys.argv[1]))
def tell(*words):
    print(*words, flush=True)
"""

WRITER = """
job = Job.new(Path("/videos/talk.mp4"))
library.add([job]).result()
library.commit(job.id, Started(NOW)).result()
tell(job.id)
for n in range(1_000_000):
    segments = tuple(Segment(n, n + 1, f"{n} {part}") for part in "abc")
    library.commit(job.id, Transcribed(segments)).result()
    tell(n)
"""

OWNER = """
tell(library.own_queue().result())
sys.stdin.read()
library.close()
"""

FINISHER = """
from svs_desktop.pipeline.summary import KEY_SENTENCES, Summary
library.opened.result()
tell("ready")
sys.stdin.readline()
for n in range(20):
    job = Job.new(Path(f"/videos/{n}.mp4"))
    state = JobState(job)
    summary = Summary(sys.argv[2], (), (), "", 1.0, "", KEY_SENTENCES, 0)
    for event in (Started(NOW), Finished(summary, NOW)):
        state = advance(state, event)
    library.record_result(state, summary, [Segment(0, 1, "said")]).result()
library.close()
tell("done")
"""


@contextmanager
def program(script, *arguments):
    child = subprocess.Popen(
        [sys.executable, "-c", PRELUDE + script, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with child:
        try:
            yield child
        finally:
            child.kill()


def test_what_was_acknowledged_survives_a_kill(path, reopened):
    with program(WRITER, path) as child:
        job_id = child.stdout.readline().strip()
        for _ in range(100):
            child.stdout.readline()
        child.kill()
        rest = child.stdout.read().splitlines(keepends=True)
    acknowledged = 100 + sum(line.endswith("\n") for line in rest)
    library = reopened()
    assert library.opened.result().set_aside is None
    assert library.own_queue().result()
    said = [segment.text for segment in library.transcript(job_id).result().segments]
    assert len(said) in {3 * acknowledged, 3 * (acknowledged + 1)}
    assert said == [f"{n} {part}" for n in range(len(said) // 3) for part in "abc"]
    (state,) = library.requeue_interrupted().result()
    assert state.job.id == job_id


def test_one_program_owns_the_queue(path, library):
    assert library.own_queue().result()
    assert library.own_queue().result()
    with program(OWNER, path) as child:
        assert child.stdout.readline() == "False\n"
    library.close()
    with program(OWNER, path) as child:
        assert child.stdout.readline() == "True\n"


def test_closing_frees_the_queue(path, library):
    with Library(path) as other:
        assert other.own_queue().result()
        assert not library.own_queue().result()
    assert library.own_queue().result()


def test_a_killed_owner_frees_the_queue(path, library):
    with program(OWNER, path) as child:
        assert child.stdout.readline() == "True\n"
        assert not library.own_queue().result()
        child.kill()
        child.wait()
        assert library.own_queue().result()


def test_a_program_without_the_queue_still_adds_its_result(path, library):
    job = a_job()
    library.add([job])
    assert library.own_queue().result()
    with program(FINISHER, path, "from the command line") as child:
        assert child.communicate("go\n")[0] == "ready\ndone\n"
    assert [state.job for state in library.queue().result()] == [job]
    assert {entry.title for entry in library.history().result()} == {"from the command line"}


def test_processes_that_open_and_write_at_once_lose_nothing(path):
    programs = [program(FINISHER, path, n) for n in range(4)]
    children = [each.__enter__() for each in programs]
    assert [child.stdout.readline() for child in children] == ["ready\n"] * 4
    for child in children:
        child.stdin.write("go\n")
        child.stdin.flush()
    assert [child.stdout.readline() for child in children] == ["done\n"] * 4
    for each in programs:
        each.__exit__(None, None, None)
    with Library(path) as library:
        assert library.opened.result().set_aside is None
        assert len(library.history().result()) == 20
        finish(library, a_job())
        assert len(library.history().result()) == 20

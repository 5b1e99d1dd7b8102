"""The same talk summarised again: from the transcript that is there, whatever became of it."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from svs_desktop.library import LibraryFull, UnknownJob
from svs_desktop.pipeline.errors import ErrorCode
from svs_desktop.pipeline.events import Drafted, Probed
from svs_desktop.pipeline.job import EXTRACTIVE, JobOptions, Status

from .stubs import MEDIA, SAID, failed, finished, make_files, whole_run

QUEUED, RUNNING, PAUSED, FINISHED, FAILED, CANCELLED = Status
SHORT = JobOptions(summarizer=EXTRACTIVE, length="short", summary_language="fi")

pytestmark = pytest.mark.timeout(60)


@pytest.fixture
def video(tmp_path) -> Path:
    (path,) = make_files(tmp_path / "videos", "talk.mp4")
    return path


@pytest.fixture
def first(desk, engines, look, video, shown) -> str:
    """The id of a finished job, the only one in the queue; its video is gone by now."""
    look.answers["talk.mp4"] = Probed(MEDIA)
    engines.plays["talk.mp4"] = whole_run("First")
    desk.submit(video)
    shown(lambda: desk.statuses() == [FINISHED] and desk.queue._crew.is_idle)
    desk.workspace.picture(desk.queue.ids[0]).write_bytes(b"a picture")
    engines.plays.clear()
    engines.earlier.clear()
    look.looked_at.clear()
    video.unlink()
    return desk.queue.ids[0]


def second_of(desk, shown) -> str:
    shown(lambda: len(desk.queue.ids) == 2)
    return desk.queue.ids[1]


@pytest.fixture
def second(desk, first, engines, shown) -> str:
    """The id of a job that uses the transcript of the first one, and is at work."""
    desk.queue.resummarize(first, SHORT)
    shown(lambda: len(engines.earlier) == 1)
    return second_of(desk, shown)


def test_the_run_is_given_the_earlier_result(desk, first, second, engines, look, shown):
    state = desk.queue.state(second)
    assert (state.job.path, state.job.options) == (desk.queue.state(first).job.path, SHORT)
    assert state.job.transcript_of == first
    result = desk.library.result(first).result()
    assert engines.earlier == [result]
    assert result.transcript.segments == SAID.segments
    engines.say("talk.mp4", *whole_run("Second"))
    shown(lambda: desk.statuses() == [FINISHED] * 2)
    assert desk.results() == ["talk.mp4"] * 2
    assert desk.library.result(second).result().summary.title == "Second"
    assert desk.library.result(first).result() == result
    assert look.looked_at == []
    assert desk.troubles == []


def test_what_is_known_of_the_video_is_shown_at_once(desk, first, second, shown):
    shown(lambda: desk.queue.state(second).media == MEDIA)
    picture = desk.queue.state(second).thumbnail
    assert picture == desk.workspace.picture(second)
    desk.queue.remove([first])
    desk.library.delete([first]).result()
    desk.workspace.discard_all([first])
    assert picture.read_bytes() == b"a picture"


def test_without_a_picture_there_is_none(desk, first, shown):
    desk.workspace.picture(first).unlink()
    desk.queue.resummarize(first, SHORT)
    second = second_of(desk, shown)
    shown(lambda: desk.queue.state(second).media == MEDIA)
    assert desk.queue.state(second).thumbnail is None
    assert not desk.workspace.picture(second).exists()


@pytest.mark.parametrize("name", ["no such job", "one that waits"])
def test_what_has_no_result_is_told(desk, engines, video, shown, name):
    if name == "one that waits":
        desk.submit(video)
        shown(lambda: engines.begun)
        name = desk.queue.ids[0]
    before = desk.queue.ids
    desk.queue.resummarize(name, SHORT)
    shown(lambda: desk.troubles)
    (error,) = desk.troubles
    assert isinstance(error, UnknownJob)
    assert name in error.sentence
    assert desk.queue.ids == before


def test_an_earlier_result_that_left_while_the_job_waited_is_made_anew(
    desk, first, engines, tmp_path, shown
):
    desk.submit(*make_files(tmp_path, "other.mp4"))
    shown(lambda: "other.mp4" in engines.begun)
    desk.queue.resummarize(first, SHORT)
    shown(lambda: len(desk.queue.ids) == 3)
    desk.queue.remove([first])
    desk.library.delete([first]).result()
    engines.plays["talk.mp4"] = whole_run("From the start")
    engines.say("other.mp4", failed())
    shown(lambda: desk.statuses() == [FAILED, FINISHED])
    assert engines.earlier == [None, None]
    assert desk.results() == ["talk.mp4"]


def test_an_earlier_result_that_leaves_while_the_job_runs_is_not_missed(
    desk, first, second, engines, shown
):
    desk.library.delete([first]).result()
    engines.say("talk.mp4", *whole_run("Second"))
    shown(lambda: desk.queue.state(second).status is FINISHED)
    result = desk.library.result(second).result()
    assert (result.summary.title, result.media) == ("Second", MEDIA)
    assert result.transcript.segments == SAID.segments


def test_a_result_that_takes_the_place_of_the_earlier_one(desk, first, second, engines, shown):
    desk.library._do(lambda store: setattr(store, "_keep", 1)).result()
    shown(lambda: desk.queue.state(second).thumbnail)
    engines.say("talk.mp4", *whole_run("Second"))
    shown(lambda: not desk.workspace.picture(first).exists())
    assert [e.job_id for e in desk.library.history().result()] == [second]
    assert desk.workspace.picture(second).exists()


def test_it_is_tried_again_with_the_same_transcript(desk, first, second, engines, look, shown):
    job = desk.queue.state(second).job
    engines.say("talk.mp4", failed(ErrorCode.MODEL_FAILED))
    shown(lambda: desk.queue.state(second).status is FAILED and desk.queue._crew.is_idle)
    engines.plays["talk.mp4"] = whole_run("Second")
    desk.queue.retry([second])
    shown(lambda: desk.statuses() == [FINISHED] * 2)
    assert desk.queue.state(second).job == job
    assert [result.job_id for result in engines.earlier] == [first, first]
    assert look.looked_at == []


def test_after_a_restart_it_goes_on_with_the_same_transcript(
    desk_of, desk, first, second, engines, look, shown
):
    job = desk.queue.state(second).job
    again = desk_of()
    assert list(again.stored().values()) == [RUNNING]
    engines.plays["talk.mp4"] = whole_run("Second")
    again.queue.restore()
    shown(lambda: again.statuses() == [FINISHED])
    assert again.queue.state(second).job == job
    assert [result.job_id for result in engines.earlier] == [first, first]
    assert look.looked_at == []


def test_it_is_cancelled_while_the_earlier_result_is_read(desk, first, engines, shown):
    go_on = threading.Event()
    desk.queue.jobs_added.connect(lambda _: desk.library._thread.submit(go_on.wait, 20))
    desk.queue.resummarize(first, SHORT)
    second = second_of(desk, shown)
    assert desk.queue.state(second).status is RUNNING
    desk.queue.cancel([second])
    go_on.set()
    shown(lambda: desk.queue.state(second).status is CANCELLED)
    shown(lambda: desk.queue._crew.is_idle)
    assert list(desk.stored().values()) == [CANCELLED]


def test_it_is_closed_while_the_earlier_result_is_read(desk_of, desk, first, engines, shown):
    go_on = threading.Event()
    desk.queue.jobs_added.connect(lambda _: desk.library._thread.submit(go_on.wait, 20))
    desk.queue.resummarize(first, SHORT)
    second_of(desk, shown)
    threading.Timer(0.1, go_on.set).start()
    again = desk_of()
    assert list(again.stored().values()) == [RUNNING]


def test_an_earlier_result_that_cannot_be_read_fails_the_job(desk, first, shown, monkeypatch):
    def refuse(_job: object) -> object:
        raise LibraryFull(path="/videos/library.sqlite")

    monkeypatch.setattr(desk.library, "earlier", refuse)
    desk.queue.resummarize(first, SHORT)
    second = second_of(desk, shown)
    shown(lambda: desk.queue.state(second).status is FAILED)
    assert "The disk is full" in desk.queue.state(second).failure.sentence


def test_asking_does_not_wait_for_the_library(desk, first, shown):
    go_on = threading.Event()
    desk.library._thread.submit(go_on.wait, 20)
    begun = time.monotonic()
    desk.queue.resummarize(first, SHORT)
    assert time.monotonic() - begun < 1.0  # the library stalls until it is told
    go_on.set()
    second_of(desk, shown)


def test_with_a_real_child(desk, first, stand_in, shown, monkeypatch):
    desk.library._do(
        lambda store: store._connection.execute(
            "UPDATE jobs SET state = replace(state, 'talk.mp4', 'use_earlier.mp4')"
        )
    ).result()
    monkeypatch.setattr(desk.queue._crew, "_make_engine", lambda: stand_in)
    desk.queue._crew._idle_engines.clear()
    desk.queue.resummarize(first, SHORT)
    second = second_of(desk, shown)
    shown(lambda: desk.queue.state(second).status is FINISHED)
    result = desk.library.result(second).result()
    assert (result.path.name, result.media) == ("use_earlier.mp4", MEDIA)
    assert result.transcript.segments == SAID.segments


# drafts


def test_drafts_are_told_and_change_nothing(desk, engines, video, shown):
    drafts = []
    desk.queue.drafted.connect(lambda job_id, text: drafts.append((job_id, text)))
    desk.submit(video)
    shown(lambda: desk.statuses() == [RUNNING])
    before, told = desk.state("talk.mp4"), len(desk.told)
    stored = desk.library.queue().result()
    engines.say("talk.mp4", Drafted("Nodules"), Drafted("Nodules grow."))
    shown(lambda: len(drafts) == 2)
    assert drafts == [(before.job.id, "Nodules"), (before.job.id, "Nodules grow.")]
    assert desk.state("talk.mp4") == before
    assert len(desk.told) == told
    assert desk.library.queue().result() == stored
    engines.say("talk.mp4", finished())
    shown(lambda: desk.statuses() == [FINISHED])


def test_drafts_of_a_real_child_are_told(desk, stand_in, shown, monkeypatch):
    monkeypatch.setattr(desk.queue._crew, "_make_engine", lambda: stand_in)
    drafts = []
    desk.queue.drafted.connect(lambda _, text: drafts.append(text))
    desk.submit(Path("/videos/draft.mp4"))
    shown(lambda: desk.statuses() == [FINISHED])
    assert drafts == ["Nodules", "Nodules grow\nslowly."]

"""The queue: jobs in their order, each to its end, and what is shown is in the library."""

from __future__ import annotations

import gc
import os
import random
import threading
import time
import weakref
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer

from svs_desktop.library import LibraryFull
from svs_desktop.pipeline.errors import ErrorCode
from svs_desktop.pipeline.events import (
    Failed,
    Finished,
    Probed,
    Requeued,
    Rewound,
    Started,
    Transcribed,
)
from svs_desktop.pipeline.job import JobOptions, Status
from svs_desktop.pipeline.progress import Stage
from svs_desktop.pipeline.transcript import Reached, SoFar
from svs_desktop.workers import intake
from svs_desktop.workers.job_worker import JobWorker

from .stubs import (
    HEARD,
    MEDIA,
    SAID,
    eventually,
    failed,
    finished,
    make_files,
    progressed,
    whole_run,
)

QUEUED, RUNNING, PAUSED, FINISHED, FAILED, CANCELLED = Status

AS_FAR_AS_HERE = Transcribed(SAID.segments, Reached(30.0, 0, (1, 2, 0)))

pytestmark = pytest.mark.timeout(60)


@pytest.fixture
def videos(tmp_path) -> list[Path]:
    return make_files(tmp_path / "videos", "a.mp4", "b.mp4", "c.mp4")


@pytest.fixture
def running(desk, engines, videos, shown):
    """A desk with a.mp4 at work; b.mp4 and c.mp4 wait."""
    desk.submit(*videos)
    shown(lambda: engines.begun == ["a.mp4"])
    shown(lambda: len(desk.queue.ids) == 3)
    return desk


# in their order


def test_jobs_run_one_after_another_in_the_order_of_adding(desk, engines, videos, shown):
    engines.always = whole_run
    desk.submit(*videos)
    shown(lambda: desk.statuses() == [FINISHED] * 3)
    assert engines.begun == ["a.mp4", "b.mp4", "c.mp4"]
    assert engines.most_at_once == 1
    assert len(engines.made) == 1
    assert desk.results() == ["c.mp4", "b.mp4", "a.mp4"]
    assert desk.stored() == {}


def test_two_at_a_time_if_the_settings_say_so(desk_of, engines, videos, shown):
    desk = desk_of(parallel=2)
    desk.submit(*videos)
    shown(lambda: len(engines.begun) == 2 and desk.statuses() == [RUNNING, RUNNING, QUEUED])
    engines.say("b.mp4", finished())
    shown(lambda: "c.mp4" in engines.begun and desk.statuses() == [RUNNING, FINISHED, RUNNING])
    engines.say("a.mp4", finished())
    engines.say("c.mp4", finished())
    shown(lambda: desk.statuses() == [FINISHED] * 3)
    assert engines.most_at_once == 2
    assert len(engines.made) == 2


def test_more_at_a_time_takes_effect_at_once_and_fewer_with_the_next(running, engines, shown):
    running.queue.set_parallel(2)
    shown(lambda: sorted(engines.begun) == ["a.mp4", "b.mp4"])
    running.queue.set_parallel(1)
    engines.say("a.mp4", finished())
    shown(lambda: running.statuses() == [FINISHED, RUNNING, QUEUED])
    engines.say("b.mp4", finished())
    shown(lambda: running.statuses() == [FINISHED, FINISHED, RUNNING])
    engines.say("c.mp4", finished())
    shown(lambda: running.statuses() == [FINISHED] * 3)


def test_files_and_folders_are_added_and_what_is_not_there_fails(
    desk, engines, look, tmp_path, shown
):
    engines.always = whole_run
    (odd,) = make_files(tmp_path, "it's  漢字 🎬\n“x”.dat")
    make_files(tmp_path / "folder", "2.mkv", "1.MP4", "notes.txt", ".hidden.mp4")
    make_files(tmp_path / "folder" / "more", "3.webm")
    missing = tmp_path / "missing.mp4"
    look.answers["missing.mp4"] = failed(ErrorCode.FILE_NOT_FOUND)
    engines.plays["missing.mp4"] = [failed(ErrorCode.FILE_NOT_FOUND)]
    desk.submit(odd, tmp_path / "folder", missing, odd)
    shown(lambda: len(desk.queue.ids) == 5)
    names = [state.job.path.name for state in desk.queue.states]
    assert names == [odd.name, "1.MP4", "2.mkv", "3.webm", "missing.mp4"]
    shown(lambda: desk.statuses() == [FINISHED] * 4 + [FAILED])
    assert desk.state("missing.mp4").failure.code is ErrorCode.FILE_NOT_FOUND
    assert desk.results()[-1] == odd.name


def test_a_folder_without_media_is_told(desk, tmp_path, qtbot):
    make_files(tmp_path / "empty", "notes.txt")
    with qtbot.waitSignal(desk.queue.nothing_found) as told:
        desk.submit(tmp_path / "empty")
    assert told.args == [[tmp_path / "empty"]]
    assert desk.queue.ids == []


def test_one_that_fails_does_not_hold_up_the_others(running, engines, shown):
    engines.say("a.mp4", failed())
    shown(lambda: "b.mp4" in engines.begun)
    assert running.state("a.mp4").failure.code is ErrorCode.ENGINE_CRASHED
    engines.say("b.mp4", RuntimeError("a fault of the program"))
    shown(lambda: "c.mp4" in engines.begun)
    failure = running.state("b.mp4").failure
    assert failure.code is ErrorCode.INTERNAL
    assert "a fault of the program" in failure.detail
    engines.say("c.mp4", None)  # ends without saying how
    shown(lambda: running.statuses() == [FAILED] * 3)
    assert running.state("c.mp4").failure.code is ErrorCode.INTERNAL
    assert running.stored() == dict.fromkeys(["a.mp4", "b.mp4", "c.mp4"], FAILED)


# what is shown


def test_events_are_shown_in_their_order_and_progress_never_goes_back(running, engines, shown):
    desk, a = running, running.job("a.mp4")
    kept_when_full = []

    def look_into_the_library(job_id: str) -> None:
        if job_id == a and desk.queue.state(a).overall == 100.0:
            kept_when_full.append(desk.library.result(a).result().summary.title)

    desk.queue.job_changed.connect(look_into_the_library)
    said = []
    desk.queue.transcribed.connect(lambda job_id, segments: said.append((job_id, segments)))
    engines.say("a.mp4", progressed(Stage.SUMMARIZE, 0.9), progressed(Stage.EXTRACT, 0.1))
    engines.say("a.mp4", *whole_run("Nodules"))
    shown(lambda: desk.state("a.mp4").status is FINISHED)
    states = [state for job_id, state in desk.told if job_id == a]
    overall = [state.overall for state in states]
    assert overall == sorted(overall)
    assert overall[-1] == 100.0
    assert max(overall[:-1]) <= 99.0
    assert kept_when_full == ["Nodules"]
    assert said == [(a, SAID.segments)]
    assert states[-1].language == "en"
    assert states[-1].title == "Nodules"


def test_a_result_is_in_the_library_when_its_end_is_told(running, engines, qtbot):
    titles = []
    library = running.library
    running.queue.job_finished.connect(
        lambda job_id: titles.append(library.result(job_id).result().summary.title)
    )
    with qtbot.waitSignal(running.queue.job_finished):
        engines.say("a.mp4", *whole_run("Nodules"))
    assert titles == ["Nodules"]


def test_what_the_run_found_out_about_the_file_is_in_the_result(running, engines, shown):
    engines.say("a.mp4", *whole_run())
    shown(lambda: running.state("a.mp4").status is FINISHED)
    result = running.library.result(running.job("a.mp4")).result()
    assert result.media == MEDIA
    assert [s.text for s in result.transcript.segments] == ["Nodules grow slowly."]


def test_three_thousand_reports_all_arrive_in_their_order(running, engines, shown):
    count = 3000
    steps = [progressed(Stage.TRANSCRIBE, n / count) for n in range(count)]
    engines.say("a.mp4", *steps, finished())
    shown(lambda: running.state("a.mp4").status is FINISHED)
    fractions = [s.progress.fraction for _, s in running.told if s.progress][:count]
    assert fractions == [n / count for n in range(count)]


def test_the_oldest_results_leave_with_what_belongs_to_them(desk, engines, tmp_path, shown):
    engines.always = whole_run
    videos = make_files(tmp_path / "videos", *(f"{n:02}.mp4" for n in range(22)))
    desk.submit(videos[0])
    shown(lambda: desk.statuses() == [FINISHED])
    picture = desk.workspace.picture(desk.job("00.mp4"))
    picture.touch()
    desk.submit(*videos[1:])
    shown(lambda: desk.statuses() == [FINISHED] * 22)
    assert desk.results() == [f"{n:02}.mp4" for n in reversed(range(2, 22))]
    assert not picture.exists()


# cancel, retry, remove


def test_cancel_ends_what_waits_and_what_runs(running, engines, shown):
    running.queue.cancel([running.job("a.mp4"), running.job("b.mp4"), "unknown"])
    assert running.state("b.mp4").status is CANCELLED
    shown(lambda: running.statuses() == [CANCELLED, CANCELLED, RUNNING])
    assert running.stored() == {"a.mp4": CANCELLED, "b.mp4": CANCELLED, "c.mp4": RUNNING}
    shown(lambda: engines.begun == ["a.mp4", "c.mp4"])


def test_cancel_leaves_what_has_ended(running, engines, shown):
    engines.say("a.mp4", finished())
    shown(lambda: "b.mp4" in engines.begun)
    engines.say("b.mp4", failed())
    shown(lambda: "c.mp4" in engines.begun)
    before = running.statuses()[:2]
    running.queue.cancel(running.queue.ids[:2])
    running.queue.cancel(running.queue.ids[:2])
    assert running.statuses()[:2] == before == [FINISHED, FAILED]


def test_retry_queues_what_failed_or_was_cancelled(running, engines, shown):
    engines.say("a.mp4", progressed(Stage.TRANSCRIBE, 0.5), SAID, failed())
    shown(lambda: "b.mp4" in engines.begun)
    running.queue.cancel([running.job("c.mp4")])
    running.queue.retry([*running.queue.ids, "unknown"])
    state = running.state("a.mp4")
    assert (state.status, state.overall, state.failure) == (QUEUED, 0.0, None)
    assert running.statuses() == [QUEUED, RUNNING, QUEUED]
    engines.always = whole_run
    engines.say("b.mp4", finished())
    shown(lambda: running.statuses() == [FINISHED] * 3)
    # The order of the queue is the order of adding: what is tried again has its old place.
    assert engines.begun == ["a.mp4", "b.mp4", "a.mp4", "c.mp4"]
    segments = running.library.result(running.job("a.mp4")).result().transcript.segments
    assert segments == SAID.segments


def test_retry_from_the_very_signal_that_tells_of_the_end(desk_of, engines, videos, shown):
    """The first worker may not be done when the job is queued again."""
    desk = desk_of(parallel=2)

    def try_again(job_id: str) -> None:
        if desk.queue.state(job_id).status is FAILED:
            desk.queue.retry([job_id])

    desk.queue.job_changed.connect(try_again)
    engines.plays["a.mp4"] = [failed()]
    desk.submit(videos[0])
    shown(lambda: engines.begun.count("a.mp4") > 5)
    engines.plays["a.mp4"] = whole_run()
    shown(lambda: desk.statuses() == [FINISHED])
    assert engines.most_at_once == 1


def test_cancel_of_what_was_queued_again_while_its_worker_ends(desk, engines, videos, shown):
    ends = iter([desk.queue.retry, desk.queue.cancel])

    def act(job_id: str) -> None:
        if desk.queue.state(job_id).status is FAILED:
            for end in ends:
                end([job_id])

    desk.queue.job_changed.connect(act)
    engines.plays["a.mp4"] = [failed()]
    desk.submit(*videos[:2])
    shown(lambda: "b.mp4" in engines.begun and desk.statuses() == [CANCELLED, RUNNING])
    assert engines.begun == ["a.mp4", "b.mp4"]
    assert desk.stored()["a.mp4"] is CANCELLED


def test_who_hears_of_a_start_may_take_the_next_job_away(desk_of, engines, videos, shown):
    desk = desk_of(parallel=3)

    def act(job_id: str) -> None:
        state = desk.queue.state(job_id)
        if state.job.path.name == "a.mp4" and state.status is RUNNING:
            desk.queue.remove([desk.job("b.mp4")])
            desk.queue.cancel([desk.job("a.mp4")])

    desk.queue.job_changed.connect(act)
    desk.submit(*videos)
    shown(lambda: len(desk.queue.ids) == 2 and desk.statuses() == [CANCELLED, RUNNING])
    assert "b.mp4" not in engines.begun
    shown(lambda: desk.stored() == {"a.mp4": CANCELLED, "c.mp4": RUNNING})


def test_what_a_listener_decides_is_stored_after_what_it_heard(desk, engines, videos, shown):
    desk.queue.job_changed.connect(
        lambda job_id: (
            desk.queue.retry([job_id])
            if desk.queue.state(job_id).status is CANCELLED and desk.told[-2][1].status is QUEUED
            else None
        )
    )
    desk.submit(*videos)
    shown(lambda: engines.begun == ["a.mp4"])
    desk.told.append((desk.job("b.mp4"), desk.state("b.mp4")))
    desk.queue.cancel([desk.job("b.mp4")])
    assert desk.state("b.mp4").status is QUEUED
    assert desk.stored()["b.mp4"] is QUEUED


@pytest.mark.parametrize("name", ["b.mp4", "a.mp4"])
def test_remove_takes_a_job_away_whether_it_waits_or_runs(running, name, shown):
    job_id = running.job(name)
    audio = running.workspace.audio(job_id)
    for path in (audio, running.workspace.picture(job_id)):
        path.touch()
    gone = []
    running.queue.jobs_removed.connect(gone.extend)
    running.queue.remove([job_id, job_id, "unknown"])
    shown(lambda: gone == [job_id])
    assert len(running.queue.ids) == 2
    assert name not in running.stored()
    shown(lambda: not audio.exists() and not running.workspace.picture(job_id).exists())
    running.queue.remove([job_id])
    running.queue.cancel([job_id])
    running.queue.retry([job_id])
    assert gone == [job_id]


def test_remove_of_a_finished_job_leaves_its_result(running, engines, shown):
    engines.say("a.mp4", finished())
    shown(lambda: running.state("a.mp4").status is FINISHED)
    running.queue.remove([running.job("a.mp4")])
    assert len(running.queue.ids) == 2
    assert running.results() == ["a.mp4"]


def test_remove_of_a_failed_job_forgets_it(running, engines, shown):
    engines.say("a.mp4", failed())
    shown(lambda: running.state("a.mp4").status is FAILED)
    running.queue.remove([running.job("a.mp4")])
    # Its worker may not be done with it yet.
    shown(lambda: "a.mp4" not in running.stored())


def test_a_job_that_is_removed_before_its_end_is_heard_of_leaves_its_result(
    running, engines, shown
):
    engines.say("a.mp4", finished())
    eventually(running.results)  # the event loop stands still
    assert running.state("a.mp4").status is RUNNING
    running.queue.remove([running.job("a.mp4")])
    shown(lambda: len(running.queue.ids) == 2)
    assert running.results() == ["a.mp4"]


# pause and resume


def test_a_job_that_is_paused_stops_and_goes_on_where_it_was(running, engines, shown):
    a = running.job("a.mp4")
    audio = running.workspace.audio(a)
    audio.touch()
    engines.say("a.mp4", HEARD, AS_FAR_AS_HERE, progressed(Stage.TRANSCRIBE, 0.5))
    shown(lambda: running.state("a.mp4").overall == 45.0)
    running.queue.pause([a, "unknown"])
    assert engines.is_stopped("a.mp4")
    shown(lambda: running.statuses() == [PAUSED, RUNNING, QUEUED])
    assert running.stored() == {"a.mp4": PAUSED, "b.mp4": RUNNING, "c.mp4": QUEUED}
    assert audio.exists()
    running.queue.resume([a, "unknown"])
    assert (running.state("a.mp4").status, running.state("a.mp4").overall) == (QUEUED, 45.0)
    engines.say("b.mp4", finished())
    shown(lambda: engines.begun == ["a.mp4", "b.mp4", "a.mp4"])
    assert engines.so_far == [None, None, SoFar(SAID.segments, "en", AS_FAR_AS_HERE.reached)]
    engines.say("a.mp4", SAID, finished())
    shown(lambda: running.statuses()[:2] == [FINISHED, FINISHED])
    segments = running.library.result(a).result().transcript.segments
    assert segments == SAID.segments * 2


def test_what_a_run_cannot_use_of_the_earlier_one_is_dropped(running, engines, shown):
    a = running.job("a.mp4")
    engines.say("a.mp4", HEARD, AS_FAR_AS_HERE)
    shown(lambda: running.state("a.mp4").reached)
    running.queue.pause([a])
    running.queue.resume([a])
    shown(lambda: engines.begun.count("a.mp4") == 2)
    engines.say("a.mp4", Rewound())
    shown(lambda: running.state("a.mp4").reached is None)
    engines.say("a.mp4", SAID, finished())
    shown(lambda: running.state("a.mp4").status is FINISHED)
    assert running.library.result(a).result().transcript.segments == SAID.segments


def test_another_track_is_transcribed_from_its_beginning(running, engines, shown):
    a, b = running.job("a.mp4"), running.job("b.mp4")
    engines.say("a.mp4", HEARD, AS_FAR_AS_HERE)
    shown(lambda: running.state("a.mp4").reached)
    asked = JobOptions(audio_track=1, language="fi")
    running.queue.ask({a: asked})
    assert running.state("a.mp4").job.options == JobOptions()
    running.queue.pause([a])
    for job_id in (a, b):
        running.queue.ask({job_id: asked})
        options = running.queue.state(job_id).job.options
        assert (options.audio_track, options.language) == (1, "fi")
    assert running.library.transcript(a).result().segments == ()
    running.queue.resume([a])
    shown(lambda: engines.begun.count("a.mp4") == 2)
    assert engines.so_far[-1] is None


def test_what_is_transcribed_of_a_cancelled_job_can_be_kept(running, engines, shown):
    a = running.job("a.mp4")
    running.queue.keep_part(a)
    engines.say("a.mp4", HEARD, AS_FAR_AS_HERE)
    shown(lambda: running.state("a.mp4").reached)
    running.queue.cancel([a])
    shown(lambda: running.state("a.mp4").status is CANCELLED)
    engines.say("b.mp4", finished())
    running.queue.keep_part(a)
    assert running.state("a.mp4").job.options.until_s == 30.0
    shown(lambda: engines.begun.count("a.mp4") == 2)
    assert engines.so_far[-1] == SoFar(SAID.segments, "en", AS_FAR_AS_HERE.reached)


def test_what_waits_can_rest_and_lets_the_next_one_pass(running, engines, shown):
    running.queue.pause([running.job("b.mp4")])
    engines.say("a.mp4", finished())
    shown(lambda: engines.begun == ["a.mp4", "c.mp4"])
    running.queue.pause(running.queue.ids)
    shown(lambda: running.statuses() == [FINISHED, PAUSED, PAUSED])


def test_a_job_that_rests_can_be_cancelled_or_removed_and_leaves_no_audio(running, shown):
    paths = [running.workspace.audio(job_id) for job_id in running.queue.ids[:2]]
    for path in paths:
        path.touch()
    running.queue.pause(running.queue.ids[:2])
    running.queue.cancel(running.queue.ids[:1])
    running.queue.remove(running.queue.ids[1:2])
    shown(lambda: running.statuses() == [CANCELLED, RUNNING])
    shown(lambda: not any(path.exists() for path in paths))


def test_a_result_that_comes_while_its_job_is_paused_is_kept(running, engines, shown):
    worker = running.queue._crew.worker(running.job("a.mp4"))
    worker._stop = lambda: None
    running.queue.pause([running.job("a.mp4")])
    engines.say("a.mp4", finished())
    shown(lambda: running.state("a.mp4").status is FINISHED)
    assert running.results() == ["a.mp4"]


def test_the_whole_queue_rests_and_goes_on(running, engines, shown):
    told = []
    running.queue.paused_changed.connect(told.append)
    engines.say("a.mp4", HEARD, AS_FAR_AS_HERE)
    shown(lambda: running.state("a.mp4").reached)
    running.queue.pause([running.job("c.mp4")])
    running.queue.pause_all()
    running.queue.pause_all()
    assert running.queue.is_paused
    shown(lambda: running.queue._crew.is_idle)
    assert running.statuses() == [QUEUED, QUEUED, PAUSED]
    running.queue.retry(running.queue.ids)
    running.queue.set_parallel(2)
    assert engines.begun == ["a.mp4"]
    engines.always = whole_run
    running.queue.resume_all()
    shown(lambda: running.statuses() == [FINISHED, FINISHED, PAUSED])
    assert told == [True, False]
    so_far = SoFar(SAID.segments, "en", AS_FAR_AS_HERE.reached)
    assert sorted(engines.so_far[1:], key=bool) == [None, so_far]


def test_what_rests_does_so_after_a_restart(desk_of, running, engines, shown):
    running.queue.pause([running.job("b.mp4")])
    running.queue.pause_all()
    again = desk_of()
    again.queue.restore()
    shown(lambda: again.statuses() == [QUEUED, PAUSED, QUEUED])
    assert again.queue.is_paused
    assert engines.begun == ["a.mp4"]
    engines.always = whole_run
    again.queue.resume_all()
    shown(lambda: again.statuses() == [FINISHED, PAUSED, FINISHED])
    last = desk_of()
    last.queue.restore()
    shown(lambda: last.statuses() == [PAUSED])
    assert not last.queue.is_paused


# restart


def test_what_was_interrupted_and_what_waits_goes_on_after_a_restart(
    desk_of, running, engines, videos, shown
):
    options = [state.job for state in running.queue.states]
    audio = running.workspace.audio(running.job("a.mp4"))
    audio.touch()
    running.queue.cancel([running.job("b.mp4")])
    again = desk_of()
    assert all(engine.is_closed for engine in engines.made)
    assert audio.exists()
    assert again.stored() == {"a.mp4": RUNNING, "b.mp4": CANCELLED, "c.mp4": QUEUED}
    engines.always = whole_run
    added = []
    again.queue.jobs_added.connect(added.append)
    again.queue.restore()
    shown(lambda: len(again.queue.ids) == 3)
    assert [state.job for state in again.queue.states] == options
    assert added == [[job.id for job in options]]
    shown(lambda: again.statuses() == [FINISHED, CANCELLED, FINISHED])


def test_what_was_cancelled_or_removed_just_before_the_end_does_not_come_back(
    desk_of, engines, videos, shown
):
    desk = desk_of(parallel=3)
    desk.submit(*videos)
    shown(lambda: len(engines.begun) == 3)
    desk.queue.cancel([desk.job("a.mp4")])
    desk.queue.remove([desk.job("b.mp4")])
    again = desk_of()
    assert again.stored() == {"a.mp4": CANCELLED, "c.mp4": RUNNING}


def test_a_result_that_came_just_before_the_end_is_kept(desk_of, running, engines):
    running.queue._crew.worker(running.job("a.mp4"))._interrupted = True
    engines.say("a.mp4", finished())
    again = desk_of()
    assert again.results() == ["a.mp4"]


def test_jobs_that_are_added_while_the_queue_is_restored_are_there_once(
    desk_of, engines, videos, shown
):
    desk = desk_of()
    desk.submit(videos[0])
    shown(lambda: engines.begun == ["a.mp4"])
    again = desk_of()
    added = []
    again.queue.jobs_added.connect(added.extend)
    again.submit(videos[1])
    again.queue.restore()
    again.submit(videos[2])
    shown(lambda: len(again.queue.ids) == 3)
    assert sorted(added) == sorted(again.queue.ids)


def test_a_long_queue_is_taken_over_in_pieces_and_in_its_order(desk_of, videos, shown, monkeypatch):
    monkeypatch.setattr(intake, "_AT_A_TIME", 1)
    desk = desk_of()
    desk.queue.pause_all()
    desk.submit(*videos[:2])
    shown(lambda: len(desk.queue.ids) == 2)
    before = list(desk.queue.ids)
    desk.queue.close()

    again = desk_of()
    pieces: list[list[str]] = []
    again.queue.jobs_added.connect(pieces.append)

    def one_more() -> None:
        again.queue.jobs_added.disconnect(one_more)
        again.submit(videos[2])  # it comes last, though not all are there yet

    again.queue.jobs_added.connect(one_more)
    again.queue.restore()
    shown(lambda: len(again.queue.ids) == 3)
    assert list(again.queue.ids)[:2] == before
    assert [len(piece) for piece in pieces] == [1, 1, 1]


def test_closed_while_the_queue_comes_back_nothing_is_swept(desk_of, videos, shown, monkeypatch):
    monkeypatch.setattr(intake, "_AT_A_TIME", 1)
    desk = desk_of()
    desk.queue.pause_all()
    desk.submit(*videos[:2])
    shown(lambda: len(desk.queue.ids) == 2)
    last = desk.queue.ids[1]
    desk.queue.close()

    again = desk_of()
    restored, swept = [], []
    monkeypatch.setattr(again.workspace, "sweep", lambda *kept: swept.append(kept))
    again.queue.restored.connect(lambda: restored.append(True))
    again.queue.jobs_added.connect(lambda _: again.queue.close())
    again.queue.restore()
    shown(lambda: len(again.queue.ids) == 1)
    QCoreApplication.processEvents()
    assert last not in again.queue.ids
    assert (restored, swept) == ([], [])


def test_a_queue_that_another_program_owns_is_not_taken_over(desk, videos, shown, monkeypatch):
    refused: Future[object] = Future()
    refused.set_exception(RuntimeError("the jobs of a queue are its owner's"))
    monkeypatch.setattr(desk.library, "requeue_interrupted", lambda: refused)
    desk.queue.restore()
    shown(lambda: desk.troubles)
    assert len(desk.troubles) == 1
    assert desk.queue.ids == []


def test_files_that_belong_to_no_job_are_swept(desk, shown):
    stray = desk.workspace.audio("stray")
    stray.touch()
    os.utime(stray, (0, 0))
    desk.queue.restore()
    shown(lambda: not stray.exists())


def test_close_in_the_middle_of_everything(desk, engines, look, videos):
    """Nothing that is on its way when the queue is closed does harm afterwards."""
    look.gate.clear()
    desk.queue.restore()
    desk.submit(*videos)
    desk.close()
    desk.close()


# a library that fails


class FailingLibrary:
    """Lets the library refuse some events."""

    def __init__(self, desk, monkeypatch, *kinds: type) -> None:
        self._commit = desk.library.commit
        self.kinds = kinds
        self.error: Exception = LibraryFull(path="/videos/library.sqlite")
        monkeypatch.setattr(desk.library, "commit", self.commit)

    def commit(self, job_id, event):
        if not isinstance(event, self.kinds):
            return self._commit(job_id, event)
        refused: Future[object] = Future()
        refused.set_exception(self.error)
        return refused


@pytest.mark.parametrize("kind", [Probed, Finished, Started])
def test_a_result_that_cannot_be_kept_fails_its_job_with_the_reason(
    desk, engines, videos, shown, monkeypatch, kind
):
    library = FailingLibrary(desk, monkeypatch, kind)
    ended = []
    desk.queue.job_finished.connect(ended.append)
    engines.plays["a.mp4"] = whole_run()
    desk.submit(videos[0])
    shown(lambda: desk.statuses() == [FAILED])
    failure = desk.state("a.mp4").failure
    assert failure.code is ErrorCode.RESULT_NOT_KEPT
    assert "The disk is full" in failure.sentence
    assert ended == []
    shown(lambda: desk.queue._crew.is_idle)
    library.kinds = ()
    desk.queue.retry(desk.queue.ids)
    shown(lambda: desk.statuses() == [FINISHED])
    assert desk.results() == ["a.mp4"]


def test_a_job_that_the_library_still_holds_as_failed_is_not_run(
    desk, engines, videos, shown, monkeypatch
):
    engines.plays["a.mp4"] = [failed()]
    desk.submit(videos[0])
    shown(lambda: desk.statuses() == [FAILED])
    library = FailingLibrary(desk, monkeypatch, Requeued)
    engines.plays["a.mp4"] = []
    desk.queue.retry(desk.queue.ids)
    shown(lambda: desk.troubles)
    shown(lambda: desk.statuses() == [FAILED] and desk.queue._crew.is_idle)
    assert desk.state("a.mp4").failure.code is ErrorCode.RESULT_NOT_KEPT
    library.kinds = ()
    engines.plays["a.mp4"] = whole_run()
    desk.queue.retry(desk.queue.ids)
    shown(lambda: desk.statuses() == [FINISHED])
    assert desk.results() == ["a.mp4"]


def test_an_unexpected_fault_of_the_library_fails_the_job(
    desk, engines, videos, shown, monkeypatch
):
    library = FailingLibrary(desk, monkeypatch, Finished, Failed)
    library.error = ZeroDivisionError("a fault of the library")
    engines.plays["a.mp4"] = whole_run()
    desk.submit(*videos[:2])
    shown(lambda: desk.statuses() == [FAILED, RUNNING])
    failure = desk.state("a.mp4").failure
    assert failure.code is ErrorCode.INTERNAL
    assert "a fault of the library" in failure.detail


def test_a_library_that_takes_no_jobs_is_told(desk, videos, shown, monkeypatch):
    refused: Future[None] = Future()
    refused.set_exception(LibraryFull(path="/videos/library.sqlite"))
    monkeypatch.setattr(desk.library, "add", lambda jobs: refused)
    desk.submit(*videos)
    shown(lambda: desk.troubles)
    assert isinstance(desk.troubles[0], LibraryFull)
    assert desk.queue.ids == []


def test_audio_that_cannot_be_deleted_does_not_cost_the_result(
    running, engines, shown, monkeypatch
):
    def refuse(_: str) -> None:
        raise PermissionError

    monkeypatch.setattr(running.workspace, "discard_audio", refuse)
    engines.say("a.mp4", finished())
    shown(lambda: running.state("a.mp4").status is FINISHED)


# what a look at a file tells


def test_a_look_at_a_file_shows_what_it_is(running, look, shown):
    look.answers["d.mp4"] = Probed(MEDIA, Path("/cache/d.jpg"))
    running.submit(Path("/videos/d.mp4"))
    shown(lambda: len(running.queue.ids) == 4 and running.state("d.mp4").media)
    state = running.state("d.mp4")
    assert (state.status, state.media, state.thumbnail) == (QUEUED, MEDIA, Path("/cache/d.jpg"))


def test_a_file_without_audio_fails_while_it_waits(running, engines, look, shown):
    look.answers["d.mp4"] = failed(ErrorCode.NO_AUDIO)
    running.submit(Path("/videos/d.mp4"))
    shown(lambda: len(running.queue.ids) == 4 and running.state("d.mp4").status is FAILED)
    assert running.stored()["d.mp4"] is FAILED
    look.answers["d.mp4"] = Probed(MEDIA)
    running.queue.retry([running.job("d.mp4")])
    shown(lambda: running.state("d.mp4").media == MEDIA)
    assert running.state("d.mp4").status is QUEUED


@pytest.mark.parametrize("code", [ErrorCode.ENGINE_CRASHED, ErrorCode.INTERNAL])
def test_a_look_that_fails_by_itself_says_nothing_about_the_file(running, look, shown, code):
    look.answers["d.mp4"] = failed(code)
    running.submit(Path("/videos/d.mp4"), Path("/videos/e.mp4"))
    shown(lambda: "e.mp4" in look.looked_at)
    shown(lambda: len(running.queue.ids) == 5)
    assert running.state("d.mp4").status is QUEUED


def test_a_late_look_does_not_end_a_job_that_runs(desk, engines, look, videos, shown):
    look.gate.clear()
    look.answers |= {"a.mp4": failed(ErrorCode.NO_AUDIO), "b.mp4": Probed(MEDIA)}
    desk.submit(*videos[:2])
    shown(lambda: engines.begun == ["a.mp4"])
    look.gate.set()
    shown(lambda: desk.state("b.mp4").media)
    assert desk.statuses() == [RUNNING, QUEUED]


def test_a_late_look_at_a_job_that_runs_tells_what_it_is(desk, engines, look, videos, shown):
    look.gate.clear()
    look.answers["a.mp4"] = Probed(MEDIA, Path("/cache/a.jpg"))
    desk.submit(videos[0])
    shown(lambda: engines.begun == ["a.mp4"])
    look.gate.set()
    shown(lambda: desk.state("a.mp4").thumbnail)
    engines.say("a.mp4", *whole_run())
    shown(lambda: desk.statuses() == [FINISHED])
    assert desk.state("a.mp4").thumbnail == Path("/cache/a.jpg")


def test_a_look_at_a_job_that_was_removed_is_no_longer_wanted(running, look, shown):
    shown(lambda: len(look.looked_at) == 3)
    look.gate.clear()
    look.waiting.clear()
    look.answers |= {"d.mp4": Probed(MEDIA), "f.mp4": Probed(MEDIA)}
    running.submit(Path("/videos/d.mp4"), Path("/videos/e.mp4"), Path("/videos/f.mp4"))
    shown(lambda: len(running.queue.ids) == 6 and look.waiting.is_set())
    running.queue.remove([running.job("d.mp4"), running.job("e.mp4")])
    look.gate.set()
    shown(lambda: running.state("f.mp4").media)
    assert look.looked_at[-2:] == ["d.mp4", "f.mp4"]
    shown(lambda: not running.prober._waiting)


# nothing waits


@contextmanager
def at_once() -> Iterator[None]:
    """Nothing inside waits for what stalls until it is told; other programs may take their time."""
    begun = time.monotonic()
    yield
    assert time.monotonic() - begun < 1.0


def test_nothing_waits_for_a_library_or_a_look_that_stalls(running, look, shown):
    desk = running
    go_on = threading.Event()
    stalled = desk.library._thread.submit(go_on.wait, 20)
    look.gate.clear()
    a, b, c = desk.queue.ids
    for action in (
        lambda: desk.queue.cancel([a, b]),
        lambda: desk.queue.retry([b]),
        lambda: desk.queue.pause([b]),
        lambda: desk.queue.resume([b]),
        lambda: desk.queue.remove([c]),
        lambda: desk.submit(Path("/videos/d.mp4")),
        lambda: desk.queue.set_parallel(2),
    ):
        with at_once():
            action()
    shown(lambda: desk.told[-1][1].status is RUNNING)  # b.mp4, on the second thread
    assert desk.state("a.mp4").status is RUNNING  # its end is not stored, so it is not shown
    go_on.set()
    assert stalled.result()
    shown(lambda: desk.state("a.mp4").status is CANCELLED)
    shown(lambda: len(desk.queue.ids) == 3)


def test_two_hundred_files_at_once_are_there_within_a_second_and_nothing_stalls(
    desk, look, tmp_path, qtbot
):
    def measure(folder: Path) -> tuple[float, float]:
        make_files(folder, *(f"{n:03}.mp4" for n in range(200)))
        stalls = Stalls()
        begun = time.monotonic()
        with qtbot.waitSignal(desk.queue.jobs_added, timeout=20_000) as added:
            desk.submit(folder)
        took = time.monotonic() - begun
        qtbot.waitUntil(lambda: all(s.media for s in desk.queue.states), timeout=20_000)
        assert len(added.args[0]) == 200
        return took, stalls.longest_s()

    look.otherwise = Probed(MEDIA)
    # What other programs do at the time may stall this one too, but not again and again.
    measured = (measure(tmp_path / f"videos {n}") for n in range(5))
    assert any(took < 1.0 and stall < 0.1 for took, stall in measured)


class Stalls:
    """Watches how long the event loop does not come back, from now on."""

    def __init__(self) -> None:
        self._seen = time.monotonic()
        self._longest = 0.0
        self._timer = QTimer(interval=5, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def longest_s(self) -> float:
        self._timer.stop()
        return self._longest

    def _look(self) -> None:
        now = time.monotonic()
        self._longest = max(self._longest, now - self._seen)
        self._seen = now


# with everything at once


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_done_to_the_queue_it_comes_to_rest_and_is_what_is_stored(
    desk_of, engines, look, tmp_path, shown, qtbot, seed
):
    chance = random.Random(seed)
    ends = [whole_run(), [SAID, failed()], [HEARD, RuntimeError("a fault")], [None]]
    engines.always = lambda _: chance.choice(ends)
    desk = desk_of(parallel=3)

    def act() -> None:
        ids = desk.queue.ids
        some = chance.sample(ids, min(len(ids), chance.randrange(4)))
        queue = desk.queue
        ways = [queue.cancel, queue.retry, queue.remove, queue.pause, queue.resume]
        chance.choice(ways)(some)

    desk.queue.job_changed.connect(lambda _: act() if chance.random() < 0.1 else None)
    look.answers = {f"{n}.mp4": failed(ErrorCode.NO_AUDIO) for n in range(0, 60, 7)}
    for n in range(60):
        with qtbot.waitSignal(desk.queue.jobs_added):
            desk.submit(tmp_path / f"{n}.mp4")
        act()
    assert len(engines.begun) > 10

    def is_at_rest() -> bool:
        desk.queue.resume(desk.queue.ids)  # whoever still hears of changes may pause some
        return desk.queue._crew.is_idle and set(desk.statuses()) <= {FINISHED, FAILED, CANCELLED}

    shown(is_at_rest)
    assert engines.most_at_once <= 3
    assert len(engines.made) <= 3
    shown(lambda: len(desk.prober._waiting) == 0)
    rest = {s.job.id: s.status for s in desk.queue.states if s.status is not FINISHED}
    assert {s.job.id: s.status for s in desk.library.queue().result()} == rest
    kept = {entry.job_id for entry in desk.library.history().result()}
    assert desk.troubles == []
    done = [s.job.id for s in desk.queue.states if s.status is FINISHED]
    assert set(done[-20:]) <= kept or len(kept) == 20


def test_a_crash_of_the_real_thing_fails_one_job_and_the_queue_goes_on(
    desk, stand_in, shown, monkeypatch
):
    monkeypatch.setattr(desk.queue._crew, "_make_engine", lambda: stand_in)
    names = ["succeed", "abort", "segfault", "say_garbage", "fail", "say_much", "take_long"]
    desk.submit(*(Path(f"/videos/{name}.mp4") for name in names))
    shown(lambda: len(desk.queue.ids) == 7 and desk.queue._crew.is_idle)
    assert desk.statuses() == [FINISHED, FAILED, FAILED, FAILED, FAILED, FINISHED, FINISHED]
    codes = [s.failure.code for s in desk.queue.states if s.failure]
    crashed, garbled = ErrorCode.ENGINE_CRASHED, ErrorCode.ENGINE_GARBLED
    assert codes == [crashed, crashed, garbled, ErrorCode.NO_AUDIO]


def test_a_job_that_hangs_is_cancelled_within_a_second(desk, stand_in, shown, monkeypatch):
    monkeypatch.setattr(desk.queue._crew, "_make_engine", lambda: stand_in)
    desk.submit(Path("/videos/hang_deaf.mp4"), Path("/videos/succeed.mp4"))
    shown(lambda: desk.told and desk.told[-1][1].progress)
    begun = time.monotonic()
    with at_once():
        desk.queue.cancel(desk.queue.ids[:1])
    shown(lambda: desk.state("hang_deaf.mp4").status is CANCELLED)
    assert time.monotonic() - begun < 1.0
    shown(lambda: desk.state("succeed.mp4").status is FINISHED)


def test_the_queue_closes_at_once_whatever_the_engine_does(desk, stand_in, shown, monkeypatch):
    monkeypatch.setattr(desk.queue._crew, "_make_engine", lambda: stand_in)
    desk.submit(Path("/videos/hang_deaf.mp4"))
    shown(lambda: desk.told and desk.told[-1][1].progress)
    begun = time.monotonic()
    desk.close()
    assert time.monotonic() - begun < 1.0
    assert stand_in.pid is None


# nothing stays


def test_workers_and_engines_of_the_past_are_freed(desk, engines, tmp_path, shown):
    workers: list[weakref.ref] = []
    start = desk.queue._crew._pool.start

    def remember(worker: JobWorker) -> None:
        workers.append(weakref.ref(worker))
        start(worker)

    desk.queue._crew._pool.start = remember
    engines.always = whole_run
    desk.submit(*make_files(tmp_path / "videos", *(f"{n}.mp4" for n in range(10))))
    shown(lambda: desk.statuses() == [FINISHED] * 10 and desk.queue._crew.is_idle)
    gc.collect()
    shown(lambda: not [worker for worker in workers if worker()])
    assert len(workers) == 10
    assert len(engines.made) == 1
    shown(lambda: not desk.prober._waiting)

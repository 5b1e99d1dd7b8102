from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from svs_desktop.library import HistoryEntry, SeveralJobs, UnknownJob
from svs_desktop.pipeline.events import Finished, Heard, Located, Probed, Started, Transcribed
from svs_desktop.pipeline.job import Job, JobState, Status, advance
from svs_desktop.pipeline.media_info import MediaInfo
from svs_desktop.pipeline.summary import Chapter, Result
from svs_desktop.pipeline.transcript import Transcript

from .conftest import NOON, a_job, a_summary, finish, segments

MEDIA = MediaInfo(1391.0, has_video=True, title="From the tags")
SEEN = Probed(MEDIA)


def titles(library):
    return [entry.title for entry in library.history().result()]


def test_a_result_comes_back_whole(library, reopened):
    job, said = a_job(), segments("Nodules grow", "very slowly.")
    library.add([job])
    for event in (
        Probed(MEDIA),
        Started(NOON),
        Heard("en", 0.9),
        Transcribed(said[:1]),
        Transcribed(said[1:]),
    ):
        library.commit(job.id, event)
    end = NOON + timedelta(minutes=3)
    assert library.commit(job.id, Finished(a_summary(), end)).result() == ()
    library = reopened()
    assert library.queue().result() == []
    assert library.result(job.id).result() == Result(
        job.id, job.path, end, MEDIA, a_summary(), Transcript(said, "en")
    )
    assert library.history().result() == [
        HistoryEntry(job.id, a_summary().title, job.path, end, 1390.0, kept=False)
    ]


def test_a_video_that_was_moved_is_remembered_where_it_is(library, reopened):
    job = a_job()
    state = run_outside_the_queue(job, Probed(MEDIA, fingerprint="9-cd"))
    library.record_result(state, a_summary(), ()).result()
    assert library.result(job.id).result().fingerprint == "9-cd"
    there = Path("/elsewhere/other name.mkv")
    library.commit(job.id, Located(there, "9-cd")).result()
    library = reopened()
    result = library.result(job.id).result()
    assert (result.path, result.fingerprint) == (there, "9-cd")
    assert [entry.path for entry in library.history().result()] == [there]


def test_a_summary_that_a_language_model_wrote_comes_back_whole(library, reopened):
    summary = replace(
        a_summary(),
        writer="qwen",
        chapters=(Chapter(0.0, 695.0, "Why", picture=Path("/cache/1.jpg")),),
        action_items=a_summary().key_points,
        decisions=a_summary().key_points[:1],
        sentences_dropped=3,
    )
    job = a_job()
    library.add([job])
    library.commit(job.id, Started(NOON))
    library.commit(job.id, Finished(summary, NOON))
    assert reopened().result(job.id).result().summary == summary


def test_an_earlier_result_is_given_to_the_job_that_uses_its_transcript(library):
    first = a_job()
    finish(library, first)
    again = Job.new(first.path, transcript_of=first.id)
    library.add([again])
    assert library.earlier(again).result() == library.result(first.id).result()
    library.delete([first.id])
    assert library.earlier(again).result() is None
    assert [state.job for state in library.queue().result()] == [again]


def test_a_job_of_its_own_has_no_earlier_result(library):
    asked = library.earlier(a_job())
    assert asked.done()
    assert asked.result() is None


def test_the_transcript_of_a_job_without_a_result_is_not_used(library):
    first = a_job()
    library.add([first])
    library.commit(first.id, Started(NOON))
    library.commit(first.id, Transcribed(segments("Nodules grow")))
    assert library.earlier(Job.new(first.path, transcript_of=first.id)).result() is None


def test_the_newest_comes_first(library):
    for n in range(3):
        finish(library, a_job(f"{n}.mp4"), NOON + timedelta(hours=n))
    assert titles(library) == ["2", "1", "0"]


def test_the_21st_result_drops_the_oldest(library):
    jobs = [a_job(f"{n}.mp4") for n in range(22)]
    gone = [finish(library, job) for job in jobs]
    assert gone == [()] * 20 + [(jobs[0].id,), (jobs[1].id,)]
    assert titles(library) == [str(n) for n in range(21, 1, -1)]
    with pytest.raises(UnknownJob):
        library.transcript(jobs[0].id).result()


def test_kept_results_are_not_counted_and_never_dropped(reopened):
    library = reopened(keep=2)
    jobs = [a_job(f"{n}.mp4") for n in range(5)]
    for job in jobs[:2]:
        finish(library, job)
        library.set_kept(job.id, kept=True)
    for job in jobs[2:4]:
        assert finish(library, job) == ()
    assert finish(library, jobs[4]) == (jobs[2].id,)
    assert [(e.title, e.kept) for e in library.history().result()] == [
        ("4", False),
        ("3", False),
        ("1", True),
        ("0", True),
    ]


def test_a_result_no_longer_kept_stays_until_the_next_comes(reopened):
    library = reopened(keep=1)
    old, new, newest = (a_job(f"{n}.mp4") for n in range(3))
    finish(library, old)
    library.set_kept(old.id, kept=True)
    finish(library, new)
    library.set_kept(old.id, kept=False).result()
    assert titles(library) == ["1", "0"]
    assert set(finish(library, newest)) == {old.id, new.id}


def test_only_results_can_be_kept(library):
    job = a_job()
    library.add([job])
    with pytest.raises(UnknownJob):
        library.set_kept(job.id, kept=True).result()


def test_dropping_leaves_waiting_jobs_alone(reopened):
    library = reopened(keep=1)
    waiting = a_job("waiting.mp4")
    library.add([waiting])
    finish(library, a_job("0.mp4"))
    finish(library, a_job("1.mp4"))
    assert [state.job for state in library.queue().result()] == [waiting]


def test_a_clock_that_was_set_back_does_not_drop_the_newest(reopened):
    library = reopened(keep=2)
    for n in range(3):
        finish(library, a_job(f"{n}.mp4"), NOON - timedelta(days=n))
    assert titles(library) == ["2", "1"]


def test_a_deleted_result_is_gone(library):
    job = a_job()
    finish(library, job)
    assert library.delete([job.id]).result() == (job.id,)
    assert library.history().result() == []
    for left in ("jobs", "segments", "results"):
        count = f"SELECT count(*) FROM {left}"
        rows = library._do(lambda store, sql=count: store._connection.execute(sql).fetchone())
        assert rows.result() == (0,)


def test_results_are_found_by_the_beginning_of_their_id(library):
    jobs = [replace(a_job(), id=name) for name in ("abc1", "abd2", "f00d")]
    for job in jobs:
        finish(library, job)
    library.add([replace(a_job(), id="abzz")])
    assert library.find("f").result() == "f00d"
    assert library.find("abd2").result() == "abd2"
    with pytest.raises(SeveralJobs, match="ids of 2 results begin with “ab”"):
        library.find("ab").result()
    for prefix in ("abz", "%", "\udcff"):
        with pytest.raises(UnknownJob):
            library.find(prefix).result()


def run_outside_the_queue(job, probed=SEEN):
    state = JobState(job)
    for event in (probed, Started(NOON), Finished(a_summary(), NOON)):
        state = advance(state, event)
    return state


def test_a_result_from_outside_the_queue_is_never_queued(library, reopened):
    job, said = a_job(), segments("Nodules grow", "very slowly.")
    assert library.record_result(run_outside_the_queue(job), a_summary(), said).result() == ()
    library = reopened()
    library.own_queue()
    assert library.requeue_interrupted().result() == []
    assert library.queue().result() == []
    assert library.result(job.id).result().transcript == Transcript(said, "en")
    assert titles(library) == [a_summary().title]


def test_a_result_from_outside_the_queue_makes_room_too(reopened):
    library = reopened(keep=1)
    old = a_job()
    finish(library, old)
    gone = library.record_result(run_outside_the_queue(a_job()), a_summary(), ())
    assert gone.result() == (old.id,)


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.FINISHED])
def test_only_finished_jobs_are_recorded(library, status):
    with pytest.raises(ValueError, match="not finished"):
        library.record_result(JobState(a_job(), status), a_summary(), ()).result()
    assert library.queue().result() == []


def test_five_hundred_results_are_listed_in_one_statement(reopened):
    library = reopened(keep=500)
    for n in range(500):
        library.record_result(run_outside_the_queue(a_job(f"{n}.mp4")), a_summary(), ())
    ran: list[str] = []
    library._do(lambda store: store._connection.set_trace_callback(ran.append)).result()
    history = library.history().result()
    assert len(ran) == 1
    assert [entry.path.stem for entry in history] == [str(n) for n in range(499, -1, -1)]

from __future__ import annotations

import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from svs_desktop.library import UnknownJob
from svs_desktop.pipeline.errors import ErrorCode, Failure
from svs_desktop.pipeline.events import (
    Cancelled,
    Drafted,
    Failed,
    Finished,
    Heard,
    Probed,
    Progressed,
    Requeued,
    Started,
    Transcribed,
)
from svs_desktop.pipeline.job import Job, JobOptions, JobState, Status, advance
from svs_desktop.pipeline.media_info import AudioTrack, MediaInfo
from svs_desktop.pipeline.progress import Progress, Stage
from svs_desktop.pipeline.transcript import Transcript

from .conftest import NOON, a_job, a_summary, segments

MEDIA = MediaInfo(1390.0, (AudioTrack(0, "aac", 2, 48000, "en", is_default=True),), has_video=True)
CRASH = Failure(ErrorCode.ENGINE_CRASHED, {"name": "talk.mp4", "reason": "signal 9"}, "the log")


def test_a_fresh_library_is_empty(library):
    assert library.queue().result() == []
    assert library.history().result() == []
    assert library.opened.result().set_aside is None


def test_jobs_queue_in_the_order_of_adding_and_come_back_whole(library, reopened):
    jobs = [a_job(f"{n}.mp4", audio_track=n, language="fi", threads=2) for n in range(5)]
    library.add(jobs[:2])
    library.add(jobs[2:])
    assert reopened().queue().result() == [JobState(job) for job in jobs]


def test_a_job_that_uses_an_earlier_transcript_comes_back_as_it_was(library, reopened):
    options = JobOptions(
        summarizer="/models/own.gguf", length="short", style="meeting", summary_language="fi"
    )
    job = Job.new(Path("/videos/talk.mp4"), options, transcript_of="0" * 32)
    library.add([job])
    library.commit(job.id, Started(NOON)).result()
    library = reopened()
    library.own_queue()
    assert [state.job for state in library.requeue_interrupted().result()] == [job]


def test_a_changed_list_does_not_change_what_was_asked(library):
    jobs = [a_job()]
    added = library.add(jobs)
    jobs.clear()
    added.result()
    assert len(library.queue().result()) == 1


def test_adding_is_all_or_nothing(library):
    job = a_job()
    library.add([job]).result()
    with pytest.raises(Exception, match="UNIQUE"):
        library.add([a_job(), job]).result()
    assert [state.job for state in library.queue().result()] == [job]


EVENTS = [
    Probed(MEDIA, Path("/cache/picture.jpg")),
    Started(NOON),
    Heard("en", 0.98),
    Failed(CRASH, NOON),
]


def test_what_is_stored_is_what_the_events_make_of_the_state(library, reopened):
    job = a_job()
    library.add([job])
    expected = JobState(job)
    for event in EVENTS:
        assert library.commit(job.id, event).result() == ()
        expected = advance(expected, event)
        assert library.queue().result() == [expected]
    assert reopened().queue().result() == [expected]


def test_failed_and_cancelled_jobs_keep_their_place_and_their_transcript(library):
    jobs = [a_job(f"{n}.mp4") for n in range(4)]
    library.add(jobs)
    for job, end in ((jobs[0], Failed(CRASH, NOON)), (jobs[2], Cancelled(NOON))):
        library.commit(job.id, Started(NOON))
        library.commit(job.id, Transcribed(segments("What was said")))
        library.commit(job.id, end)
    queue = library.queue().result()
    assert [state.job for state in queue] == jobs
    assert [state.status for state in queue] == ["failed", "queued", "cancelled", "queued"]
    assert library.transcript(jobs[2].id).result().text == "What was said"


def test_the_transcript_grows_in_its_order(library):
    job = a_job()
    library.add([job])
    library.commit(job.id, Started(NOON))
    library.commit(job.id, Heard("fi", 0.9))
    said = segments(*(f"Sentence {n}" for n in range(25)))
    for first in range(0, 25, 3):
        library.commit(job.id, Transcribed(said[first : first + 3]))
    assert library.transcript(job.id).result() == Transcript(said, "fi")


@pytest.mark.parametrize("again", [Requeued(), "after a failure"])
def test_another_run_begins_without_the_transcript_of_the_last(library, again):
    job = a_job()
    library.add([job])
    library.commit(job.id, Started(NOON))
    library.commit(job.id, Transcribed(segments("The first run")))
    if again == "after a failure":
        library.commit(job.id, Failed(CRASH, NOON))
    library.commit(job.id, Requeued())
    assert library.transcript(job.id).result() == Transcript()
    library.commit(job.id, Started(NOON))
    library.commit(job.id, Transcribed(segments("The second run")))
    assert library.transcript(job.id).result().text == "The second run"


def test_late_events_of_a_cancelled_run_store_nothing(library):
    job = a_job()
    library.add([job])
    library.commit(job.id, Started(NOON))
    library.commit(job.id, Cancelled(NOON))
    before = library.queue().result()
    library.commit(job.id, Transcribed(segments("Too late")))
    assert library.commit(job.id, Finished(a_summary(), NOON)).result() == ()
    assert library.queue().result() == before
    assert library.history().result() == []
    assert library.transcript(job.id).result() == Transcript()
    with pytest.raises(UnknownJob):
        library.result(job.id).result()


def test_finishing_twice_stores_one_result(library):
    job = a_job()
    library.add([job])
    library.commit(job.id, Started(NOON))
    library.commit(job.id, Finished(a_summary("First"), NOON))
    library.commit(job.id, Finished(a_summary("Second"), NOON)).result()
    assert [entry.title for entry in library.history().result()] == ["First"]


def test_drafts_are_not_stored(library):
    job = a_job()
    library.add([job])
    library.commit(job.id, Started(NOON)).result()
    before = library.queue().result()
    drafted = library.commit(job.id, Drafted("Nodules grow"))
    assert drafted.done()
    assert drafted.result() == ()
    assert library.queue().result() == before


def test_progress_is_not_stored(library):
    job = a_job()
    library.add([job])
    library.commit(job.id, Started(NOON)).result()
    before = library.queue().result()
    report = Progressed(Progress(Stage.TRANSCRIBE, 0.5, 45.0))
    assert library.commit(job.id, report).done()
    assert library.queue().result() == before


def test_events_of_an_unknown_job_are_an_error(library):
    with pytest.raises(UnknownJob):
        library.commit("nobody", Started(NOON)).result()
    with pytest.raises(UnknownJob):
        library.transcript("nobody").result()


def test_interrupted_jobs_are_queued_again_in_their_place(library, reopened):
    jobs = [a_job(f"{n}.mp4") for n in range(3)]
    library.add(jobs)
    for job in jobs[:2]:
        library.commit(job.id, Probed(MEDIA))
        library.commit(job.id, Started(NOON))
        library.commit(job.id, Transcribed(segments("Half of it")))
    library = reopened()
    assert [state.status for state in library.queue().result()] == ["running", "running", "queued"]
    assert library.own_queue().result()
    requeued = library.requeue_interrupted().result()
    assert requeued == [JobState(job, media=MEDIA) for job in jobs[:2]]
    assert library.queue().result() == [*requeued, JobState(jobs[2])]
    assert library.transcript(jobs[0].id).result() == Transcript()
    assert library.requeue_interrupted().result() == []


def test_only_the_owner_of_the_queue_requeues(library):
    with pytest.raises(RuntimeError):
        library.requeue_interrupted().result()


def test_deleting_takes_everything_and_tells_what_went(library):
    jobs = [a_job(f"{n}.mp4") for n in range(3)]
    library.add(jobs)
    library.commit(jobs[0].id, Started(NOON))
    library.commit(jobs[0].id, Transcribed(segments("Gone soon")))
    gone = library.delete(iter([jobs[0].id, "nobody", jobs[2].id])).result()
    assert gone == (jobs[0].id, jobs[2].id)
    assert [state.job for state in library.queue().result()] == [jobs[1]]
    with pytest.raises(UnknownJob):
        library.transcript(jobs[0].id).result()


NAMES = [
    "会議の録画" * 40 + ".mp4",
    "🎬👩‍🚀" * 50 + ".mkv",
    "عرض الأول.mov",
    "quote'\";--\n\t.mp4",
    os.fsdecode(b"caf\xe9 \xff\xfe.avi"),
]


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_any_file_name_comes_back_byte_for_byte(library, reopened, name):
    job = a_job(name)
    library.add([job])
    library.commit(job.id, Started(NOON))
    library.commit(job.id, Finished(replace(a_summary(), title=job.path.stem), NOON)).result()
    library = reopened()
    (entry,) = library.history().result()
    assert (entry.path, entry.title) == (job.path, job.path.stem)
    assert os.fsencode(library.result(job.id).result().path) == os.fsencode(job.path)


def statements(library, call):
    """The statements that one call of the library ran, without those for a single row."""
    ran: list[str] = []
    library._do(lambda store: store._connection.set_trace_callback(ran.append)).result()
    call()
    library._do(lambda store: store._connection.set_trace_callback(None)).result()
    return [statement for statement in ran if not statement.startswith("INSERT")]


def test_ten_thousand_jobs_are_one_transaction(library):
    jobs = [Job.new(Path(f"/videos/{n}.mp4")) for n in range(10_000)]
    ran = statements(library, lambda: library.add(jobs).result())
    assert [statement.split()[0] for statement in ran] == ["BEGIN", "SELECT", "COMMIT"]
    queue = []
    assert len(statements(library, lambda: queue.extend(library.queue().result()))) == 1
    assert [state.job for state in queue] == jobs
    assert all(state.status is Status.QUEUED for state in queue)


def test_an_event_takes_as_many_statements_in_a_long_queue(library):
    def run() -> int:
        job = a_job()
        library.add([job])
        ran = statements(library, lambda: library.commit(job.id, Started(NOON)).result())
        return len(ran)

    short = run()
    library.add([a_job() for _ in range(500)]).result()
    assert run() == short

"""How a job stands after each event, in each status."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from typing import get_args

import pytest
from msgspec.structs import replace

from svs_desktop.pipeline.errors import ErrorCode, Failure
from svs_desktop.pipeline.events import (
    Asked,
    Cancelled,
    Drafted,
    Event,
    Failed,
    Finished,
    Heard,
    Located,
    Paused,
    Probed,
    Progressed,
    Recognised,
    Requeued,
    Resumed,
    Rewound,
    Started,
    Transcribed,
)
from svs_desktop.pipeline.job import Job, JobOptions, JobState, Status, advance
from svs_desktop.pipeline.media_info import MediaInfo
from svs_desktop.pipeline.progress import Progress, Stage
from svs_desktop.pipeline.summary import KEY_SENTENCES, Summary
from svs_desktop.pipeline.transcript import Reached, Segment

THEN = datetime(2026, 11, 3, 12, tzinfo=UTC)
NOW = datetime(2026, 11, 3, 13, tzinfo=UTC)
JOB = Job("abc", Path("/videos/talk.mp4"), JobOptions(language="de"), THEN)
OLD_MEDIA, MEDIA = MediaInfo(600.0), MediaInfo(20.0)
OLD_PICTURE, PICTURE = Path("/cache/old.jpg"), Path("/cache/new.jpg")
HALF = Progress(Stage.TRANSCRIBE, 0.5, 45.0, 10.0, 60.0)
MORE = Progress(Stage.TRANSCRIBE, 0.6, 50.0, 10.0, 50.0)
SO_FAR, FURTHER = Reached(120.0, 0, (1, 2, 0)), Reached(240.0, 0, (1, 2, 0))
FAILURE, OLD_FAILURE = Failure(ErrorCode.DISK_FULL), Failure(ErrorCode.NO_AUDIO)
SUMMARY = Summary("Tides", (), (), "en", 10.0, "base", KEY_SENTENCES, 3)

STATES = {
    Status.QUEUED: JobState(JOB, media=OLD_MEDIA, thumbnail=OLD_PICTURE),
    Status.RUNNING: JobState(
        JOB,
        Status.RUNNING,
        overall=45.0,
        progress=HALF,
        media=OLD_MEDIA,
        thumbnail=OLD_PICTURE,
        language="en",
        started_at=THEN,
        reached=SO_FAR,
    ),
    Status.PAUSED: JobState(
        JOB,
        Status.PAUSED,
        overall=45.0,
        progress=HALF,
        media=OLD_MEDIA,
        thumbnail=OLD_PICTURE,
        language="en",
        started_at=THEN,
        reached=SO_FAR,
    ),
    Status.FINISHED: JobState(
        JOB,
        Status.FINISHED,
        overall=100.0,
        progress=HALF,
        media=OLD_MEDIA,
        thumbnail=OLD_PICTURE,
        language="en",
        title="Old",
        started_at=THEN,
        ended_at=THEN,
    ),
    Status.FAILED: JobState(
        JOB,
        Status.FAILED,
        overall=45.0,
        progress=HALF,
        media=OLD_MEDIA,
        thumbnail=OLD_PICTURE,
        failure=OLD_FAILURE,
        started_at=THEN,
        ended_at=THEN,
    ),
    Status.CANCELLED: JobState(
        JOB,
        Status.CANCELLED,
        overall=45.0,
        progress=HALF,
        media=OLD_MEDIA,
        thumbnail=OLD_PICTURE,
        started_at=THEN,
        ended_at=THEN,
    ),
}
EVENTS: dict[type, Event] = {
    Probed: Probed(MEDIA, PICTURE, "9-cd"),
    Started: Started(NOW),
    Progressed: Progressed(MORE),
    Heard: Heard("fr", 0.9),
    Rewound: Rewound(),
    Transcribed: Transcribed((Segment(0.0, 1.0, "Hello."),), FURTHER),
    Drafted: Drafted("The tides are"),
    Finished: Finished(SUMMARY, NOW),
    Failed: Failed(FAILURE, NOW),
    Paused: Paused(NOW),
    Resumed: Resumed(),
    Asked: Asked(JobOptions(language="sv", audio_track=2)),
    Recognised: Recognised("a result"),
    Located: Located(Path("/elsewhere/b.mp4"), "7-ab"),
    Cancelled: Cancelled(NOW),
    Requeued: Requeued(),
}

NOTHING: dict[str, object] = {}
SEEN = {"media": MEDIA, "thumbnail": PICTURE, "fingerprint": "9-cd"}
FOUND = {"job": replace(JOB, path=Path("/elsewhere/b.mp4")), "fingerprint": "7-ab"}
BEGUN = {"status": Status.RUNNING, "started_at": NOW}
MOVED = {"progress": MORE, "overall": 50.0}
DONE = {"status": Status.FINISHED, "overall": 100.0, "title": "Tides", "ended_at": NOW}
BROKEN = {"status": Status.FAILED, "failure": FAILURE, "ended_at": NOW}
STOPPED = {"status": Status.CANCELLED, "ended_at": NOW}
# Of 600 s 240 are transcribed: the 20 % of the extraction, and two fifths of the 50 % after it.
SAID = {"reached": FURTHER, "overall": 40.0}
SAID_LATE = {"reached": FURTHER}
AFRESH = {
    "status": Status.QUEUED,
    "overall": 0.0,
    "progress": None,
    "language": "",
    "title": "",
    "failure": None,
    "started_at": None,
    "ended_at": None,
}
AS_FAR = {"status": Status.QUEUED, "progress": None, "started_at": None}
UNSAID = {"reached": None, "language": ""}
ANEW = {"job": replace(JOB, options=JobOptions(language="sv", audio_track=2))}
OTHER = ANEW | {"reached": None, "language": "", "overall": 0.0, "progress": None}
KNOWN = {"status": Status.PAUSED, "summarised_as": "a result"}
RESTING, AGAIN = {"status": Status.PAUSED}, {"status": Status.QUEUED}

ORDER = (
    Status.QUEUED,
    Status.RUNNING,
    Status.PAUSED,
    Status.FINISHED,
    Status.FAILED,
    Status.CANCELLED,
)
TABLE = {
    #            queued   running  paused   finished failed   cancelled
    Probed: (SEEN, SEEN, SEEN, NOTHING, NOTHING, NOTHING),
    Started: (BEGUN, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING),
    Progressed: (NOTHING, MOVED, NOTHING, NOTHING, NOTHING, NOTHING),
    Heard: (NOTHING, {"language": "fr"}, NOTHING, NOTHING, NOTHING, NOTHING),
    Rewound: (NOTHING, UNSAID, NOTHING, NOTHING, NOTHING, NOTHING),
    Transcribed: (SAID, SAID_LATE, SAID_LATE, NOTHING, NOTHING, NOTHING),
    Drafted: (NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING),
    Finished: (DONE, DONE, DONE, NOTHING, DONE | {"failure": None}, NOTHING),
    Failed: (BROKEN, BROKEN, BROKEN, NOTHING, NOTHING, NOTHING),
    Paused: (RESTING, RESTING, NOTHING, NOTHING, NOTHING, NOTHING),
    Resumed: (NOTHING, NOTHING, AGAIN, NOTHING, NOTHING, NOTHING),
    Recognised: (KNOWN, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING),
    Asked: (ANEW, NOTHING, OTHER, NOTHING, OTHER, OTHER),
    Located: (NOTHING, NOTHING, NOTHING, FOUND, NOTHING, NOTHING),
    Cancelled: (STOPPED, STOPPED, STOPPED, NOTHING, NOTHING, NOTHING),
    Requeued: (NOTHING, AS_FAR, NOTHING, NOTHING, AFRESH, AFRESH),
}


def test_the_table_is_whole() -> None:
    assert set(TABLE) == set(EVENTS) == set(get_args(Event))
    assert set(ORDER) == set(STATES) == set(Status)
    assert all(len(row) == len(ORDER) for row in TABLE.values())
    assert all(state.status is status for status, state in STATES.items())


@pytest.mark.parametrize(
    ("kind", "status"),
    list(product(TABLE, ORDER)),
    ids=lambda value: getattr(value, "__name__", value),
)
def test_each_event_in_each_status(kind: type, status: Status) -> None:
    before = STATES[status]
    changes = TABLE[kind][ORDER.index(status)]
    assert advance(before, EVENTS[kind]) == replace(before, **changes)
    assert before == STATES[status]


def test_progress_never_goes_back() -> None:
    late = Progressed(Progress(Stage.EXTRACT, 0.5, 10.0))
    state = advance(STATES[Status.RUNNING], late)
    assert state.overall == 45.0
    assert state.progress == late.progress


def test_100_percent_only_once_the_result_is_kept() -> None:
    state = advance(STATES[Status.RUNNING], Progressed(Progress(Stage.SUMMARIZE, 1.0, 100.0)))
    assert state.overall == 99.0
    assert advance(state, EVENTS[Finished]).overall == 100.0


def test_a_look_without_a_picture_keeps_the_old_one() -> None:
    state = advance(STATES[Status.RUNNING], Probed(MEDIA))
    assert (state.media, state.thumbnail) == (MEDIA, OLD_PICTURE)


def test_a_whole_run() -> None:
    state = JobState(JOB)
    events = [Started, Probed, Progressed, Heard, Transcribed, Drafted, Finished, Progressed]
    events += [Drafted, Failed]
    for kind in events:
        state = advance(state, EVENTS[kind])
    assert state == JobState(
        JOB,
        Status.FINISHED,
        100.0,
        MORE,
        MEDIA,
        PICTURE,
        language="fr",
        title="Tides",
        started_at=NOW,
        ended_at=NOW,
        reached=FURTHER,
        fingerprint="9-cd",
    )


def test_a_job_that_is_queued_again_still_has_its_earlier_transcript() -> None:
    state = JobState(replace(JOB, transcript_of="earlier"), Status.FAILED, failure=FAILURE)
    assert advance(state, Requeued()).job.transcript_of == "earlier"


def test_a_job_whose_video_is_known_uses_its_transcript_if_it_would_be_the_same() -> None:
    anew, same = Recognised("a result"), Recognised("a result", hears_the_same=True)
    assert advance(JobState(JOB), anew).job.transcript_of == ""
    assert advance(JobState(JOB), same).job.transcript_of == "a result"


@pytest.mark.parametrize("status", [Status.FAILED, Status.CANCELLED])
def test_what_is_tried_again_goes_on_where_its_transcript_ends(status: Status) -> None:
    before = replace(STATES[status], reached=SO_FAR, language="en")
    after = advance(before, Requeued())
    assert (after.status, after.reached, after.language) == (Status.QUEUED, SO_FAR, "en")
    assert (after.overall, after.failure, after.ended_at) == (45.0, None, None)


def test_what_is_transcribed_stays_when_the_same_is_asked_for() -> None:
    before = replace(STATES[Status.CANCELLED], reached=SO_FAR)
    after = advance(before, Asked(JobOptions(language="de", until_s=120.0)))
    assert after.job.options == JobOptions(language="de", until_s=120.0)
    assert (after.reached, after.overall) == (SO_FAR, 45.0)


def test_words_without_a_place_to_go_on_from_change_nothing() -> None:
    said = Transcribed((Segment(0.0, 1.0, "Hello."),))
    assert advance(STATES[Status.RUNNING], said) is STATES[Status.RUNNING]


def test_active() -> None:
    assert [status for status in Status if status.is_active] == list(ORDER[:3])


def test_a_new_job(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    first, second = Job.new(Path("talk.mp4")), Job.new(Path("talk.mp4"), JobOptions("small"))
    assert first.path == tmp_path / "talk.mp4"
    assert first.id != second.id
    assert first.created_at.tzinfo is UTC
    assert first.options == JobOptions()
    assert first.transcript_of == ""
    assert Job.new(Path("talk.mp4"), transcript_of=first.id).transcript_of == first.id
    assert second.options.speech_model == "small"

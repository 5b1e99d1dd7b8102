"""Facts as JSON and back: the same facts, whatever names files have."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from svs_desktop.pipeline.codec import from_builtins, from_json, to_builtins, to_json
from svs_desktop.pipeline.errors import ErrorCode, Failure
from svs_desktop.pipeline.events import (
    Cancelled,
    Drafted,
    Event,
    Failed,
    Finished,
    Heard,
    Located,
    Probed,
    Progressed,
    Requeued,
    Started,
    Transcribed,
)
from svs_desktop.pipeline.job import Job, JobOptions, JobState, Status
from svs_desktop.pipeline.media_info import AudioTrack, MediaInfo
from svs_desktop.pipeline.notices import Notice, NoticeCode
from svs_desktop.pipeline.progress import Progress, Stage
from svs_desktop.pipeline.summary import Chapter, Evidence, KeyPoint, Result, Sentence, Summary
from svs_desktop.pipeline.transcript import Segment, Transcript, Word

NOW = datetime(2026, 11, 3, 12, 30, 15, 123456, UTC)
NAMES = ["talk.mp4", "深海 🌊.mp4", "two\nlines \"'.mp4", os.fsdecode(b"caf\xff\xe9.mp4")]
EVIDENCE = Evidence(1.25, 2.5, (0, 1))
SEGMENT = Segment(0.0, 1.0, "Naïve — 話。", (Word(0.0, 0.5, " Naïve"), Word(0.5, 1.0, " — 話。")))
SUMMARY = Summary(
    "Tides",
    ((Sentence("The sea rises.", (EVIDENCE,)),),),
    (KeyPoint("It falls.", EVIDENCE),),
    "en",
    10.5,
    "base",
    "key sentences",
    3,
    chapters=(Chapter(0.0, 5.0, "Why", (Sentence("So.", ()),), Path("/cache/1.jpg")),),
    action_items=(KeyPoint("Ann measures.", EVIDENCE),),
    decisions=(KeyPoint("The dam is built.", EVIDENCE),),
    sentences_dropped=2,
    notices=(Notice(NoticeCode.DAMAGED, {"count": "3"}),),
)
MEDIA = MediaInfo(10.5, (AudioTrack(0, "aac", 2, 48_000, "eng", "A", is_default=True),), True, "T")
PROGRESS = Progress(Stage.TRANSCRIBE, 0.1 + 0.2, 33.3, None, 1e-9)
EVENTS: list[Event] = [
    Probed(MEDIA),
    Progressed(PROGRESS),
    Heard("en", 0.99),
    Transcribed((SEGMENT,)),
    Drafted("The sea\nrises — 話"),
    Finished(SUMMARY, NOW),
    Failed(Failure(ErrorCode.DISK_FULL, {"name": NAMES[3]}, "Traceback\n  …"), NOW),
    Started(NOW),
    Located(Path("/videos") / NAMES[3], "12-ab"),
    Cancelled(NOW),
    Requeued(),
]


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: type(event).__name__)
def test_events(event: Event) -> None:
    line = to_json(event)
    assert line.isascii()
    assert "\n" not in line
    assert from_json(line, Event) == event
    assert from_json(line.encode(), Event) == event


@pytest.mark.parametrize("name", NAMES)
def test_paths_come_back_byte_for_byte(name: str) -> None:
    options = JobOptions(audio_track=1, summarizer="qwen", length="short", style="meeting")
    job = Job("abc", Path("/videos") / name, options, NOW, transcript_of="earlier")
    state = JobState(job, Status.RUNNING, 12.0, PROGRESS, MEDIA, Path("/cache") / name)
    result = Result("abc", job.path, NOW, MEDIA, SUMMARY, Transcript((SEGMENT,), "en"))
    event = Probed(MEDIA, Path("/cache") / name)
    for value in (job, state, result, event):
        line = to_json(value)
        assert line.isascii()
        assert from_json(line, type(value)) == value
    again = from_json(to_json(job), Job)
    assert os.fsencode(again.path) == os.fsencode(job.path)
    assert again.created_at == NOW


def test_plain_parts() -> None:
    parts = to_builtins(Probed(MEDIA, Path("/cache/a.jpg")))
    assert parts["event"] == "probed"
    assert parts["thumbnail"] == "/cache/a.jpg"
    assert from_builtins(parts, Probed) == Probed(MEDIA, Path("/cache/a.jpg"))


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\xff\xfe",
        b"{",
        b"[]",
        b"null",
        b'{"event":"unheard-of"}',
        b'{"event":"heard","language":"en"}',
        b'{"event":"heard","language":1,"probability":0.5}',
        b'{"event":"failed","failure":{"code":"unheard-of"},"at":"2026-11-03T12:00:00Z"}',
        b'{"event":"started","at":"yesterday"}',
        b'{"event":"probed","media":{"duration_s":1},"thumbnail":7}',
        b'{"event":"drafted"}',
        b'{"event":"drafted","text":null}',
        b"[" * 200_000,
        b'{"a":' * 200_000,
    ],
)
def test_what_is_no_event(text: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_json(text, Event)


def test_a_job_of_the_first_version() -> None:
    """What was stored before a summary could be asked for differently."""
    text = (
        b'{"id":"abc","path":"/videos/talk.mp4","options":{"speech_model":"small",'
        b'"language":"de","audio_track":null,"device":"cpu","threads":2},'
        b'"created_at":"2026-11-03T12:30:15.123456Z"}'
    )
    options = JobOptions("small", "de", device="cpu", threads=2)
    assert from_json(text, Job) == Job("abc", Path("/videos/talk.mp4"), options, NOW)


@pytest.mark.parametrize("options", [b'{"length":"endless"}', b'{"style":"opera"}'])
def test_what_are_no_options(options: bytes) -> None:
    with pytest.raises(ValueError, match=r"Invalid enum value"):
        from_json(options, JobOptions)


def test_what_has_no_json() -> None:
    with pytest.raises(NotImplementedError):
        to_json(object())

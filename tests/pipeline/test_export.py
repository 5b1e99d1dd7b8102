"""The written formats: what they hold, and that they read as was said."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from svs_desktop.pipeline.export import Format, export
from svs_desktop.pipeline.export.clock import clock, mark, timestamp
from svs_desktop.pipeline.export.files import file_name
from svs_desktop.pipeline.export.json_text import load
from svs_desktop.pipeline.export.wording import coverage
from svs_desktop.pipeline.media_info import AudioTrack, MediaInfo
from svs_desktop.pipeline.notices import Notice, NoticeCode
from svs_desktop.pipeline.summary import (
    KEY_SENTENCES,
    Chapter,
    Evidence,
    KeyPoint,
    Result,
    Sentence,
    Summary,
)
from svs_desktop.pipeline.transcript import Segment, Transcript, Word


def sentence(text: str, start: float) -> Sentence:
    return Sentence(text, (Evidence(start, start + 4, (0,)),))


RESULT = Result(
    job_id="7",
    path=Path("/videos/lecture-4.mp4"),
    finished_at=datetime(2025, 11, 3, 12, tzinfo=UTC),
    media=MediaInfo(1390.0, (AudioTrack(0, "aac", 2, 48000, "eng"),), has_video=True),
    summary=Summary(
        title="Minerals of the deep sea",
        paragraphs=(
            (sentence("The talk asks why.", 252), sentence("It costs *much*.", 3852)),
            (Sentence("Nobody knows.", ()),),
        ),
        key_points=(
            KeyPoint("Nodules hold metals.", Evidence(303, 309)),
            KeyPoint("1. Recovery is slow.", Evidence(740, 745)),
        ),
        language="en",
        duration_s=1390.0,
        speech_model="base",
        writer=KEY_SENTENCES,
        sentences_read=2,
        chapters=(
            Chapter(0, 252, "Why now", (sentence("First things first.", 3),)),
            Chapter(252, 1390, "Nodules", picture=Path("/cache/7.2.jpg")),
        ),
        action_items=(KeyPoint("Ann measures *again*.", Evidence(1200, 1204)),),
        decisions=(KeyPoint("Mining waits.", Evidence(1100, 1104)),),
        sentences_dropped=2,
        notices=(Notice(NoticeCode.DAMAGED, {"count": "3"}),),
    ),
    transcript=Transcript(
        (
            Segment(0, 4, " The talk asks", (Word(0, 2, " The"), Word(2, 3, " talk asks"))),
            Segment(4, 8, " why. Nobody knows."),
        ),
        "en",
    ),
)
# The day on the calendar of whoever reads it.
DAY = RESULT.finished_at.astimezone().date().isoformat()
SILENT = replace(
    RESULT,
    summary=Summary("", (), (), "", 60.0, "base", "", 0, notices=(Notice(NoticeCode.NO_SPEECH),)),
    transcript=Transcript(),
)


def test_markdown_holds_everything_with_its_times() -> None:
    assert (
        export(RESULT, Format.MD).decode()
        == f"""\
# Minerals of the deep sea

lecture-4.mp4 · 23:10 · {DAY} · en · speech model: base · key sentences

All 2 sentences were read. 2 written sentences were left out because the transcript does not \
support them.

> 3 damaged pieces of the recording were skipped.

The talk asks why. [04:12] It costs \\*much\\*. [1:04:12]

Nobody knows.

## Key points

- Nodules hold metals. [05:03]
- 1\\. Recovery is slow. [12:20]

## Decisions

- Mining waits. [18:20]

## Action items

- Ann measures \\*again\\*. [20:00]

## Chapters

### Why now [00:00]

First things first. [00:03]

### Nodules [04:12]

## Transcript

[00:00] The talk asks why.

[00:05] Nobody knows.
"""
    )


def test_html_holds_everything_and_its_times_lead_to_what_was_said() -> None:
    page = export(RESULT, Format.HTML).decode()
    _, _, body = page.partition("</style>\n")

    assert page.startswith('<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n')
    assert (
        body
        == f"""\
<h1>Minerals of the deep sea</h1>
<p class="facts">lecture-4.mp4 · 23:10 · {DAY} · en · speech model: base · key sentences<br>\
All 2 sentences were read. 2 written sentences were left out because the transcript does not \
support them.</p>
<p><small>3 damaged pieces of the recording were skipped.</small></p>
<p>The talk asks why.&nbsp;<a href="#s1"><small>4:12</small></a> It costs *much*.&nbsp;\
<a href="#s1"><small>1:04:12</small></a></p>
<p>Nobody knows.</p>
<h2>Key points</h2>
<ul>
<li>Nodules hold metals.&nbsp;<a href="#s1"><small>5:03</small></a></li>
<li>1. Recovery is slow.&nbsp;<a href="#s1"><small>12:20</small></a></li>
</ul>
<h2>Decisions</h2>
<ul>
<li>Mining waits.&nbsp;<a href="#s1"><small>18:20</small></a></li>
</ul>
<h2>Action items</h2>
<ul>
<li>Ann measures *again*.&nbsp;<a href="#s1"><small>20:00</small></a></li>
</ul>
<h2>Chapters</h2>
<section><div><h3>Why now&nbsp;<a href="#s0"><small>0:00</small></a></h3>
<p>First things first.&nbsp;<a href="#s0"><small>0:03</small></a></p></div></section>
<section><div><h3>Nodules&nbsp;<a href="#s1"><small>4:12</small></a></h3></div></section>
<h2>Transcript</h2>
<p id="s0"><small>0:00</small> The talk asks why.</p>
<p id="s1"><small>0:05</small> Nobody knows.</p>
</html>
"""
    )


def test_nothing_that_was_said_is_taken_for_html() -> None:
    evil = '<script>alert("x")</script>&amp;'
    summary = replace(
        RESULT.summary, title=evil, key_points=(KeyPoint(evil, Evidence(0, 1)),), language='"><b>'
    )
    said = Transcript((Segment(0, 1, evil),))
    page = export(replace(RESULT, summary=summary, transcript=said), Format.HTML).decode()

    assert "<script" not in page
    assert "<b>" not in page
    assert page.count("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;amp;") == 4


def test_plain_text_holds_everything_with_its_times() -> None:
    assert (
        export(RESULT, Format.TXT).decode()
        == f"""\
Minerals of the deep sea
lecture-4.mp4 · 23:10 · {DAY} · en · speech model: base · key sentences
All 2 sentences were read. 2 written sentences were left out because the transcript does not \
support them.

Note: 3 damaged pieces of the recording were skipped.

The talk asks why. [04:12] It costs *much*. [1:04:12]

Nobody knows.

KEY POINTS
- Nodules hold metals. [05:03]
- 1. Recovery is slow. [12:20]

DECISIONS
- Mining waits. [18:20]

ACTION ITEMS
- Ann measures *again*. [20:00]

CHAPTERS

[00:00] Why now
First things first. [00:03]

[04:12] Nodules

TRANSCRIPT
[00:00] The talk asks why.
[00:05] Nobody knows.
"""
    )


@pytest.mark.parametrize("form", [Format.MD, Format.TXT])
def test_a_silent_video_says_so_and_no_more(form: Format) -> None:
    lines = export(SILENT, form).decode().splitlines()
    assert [line.lstrip("#> ") for line in lines if line] == [
        "lecture-4",
        f"lecture-4.mp4 · 1:00 · {DAY} · speech model: base",
        {Format.MD: "", Format.TXT: "Note: "}[form] + "No speech was found in this recording.",
    ]


def test_the_folder_of_a_model_stays_private(tmp_path: Path) -> None:
    summary = replace(RESULT.summary, speech_model=str(tmp_path / "my-model"), writer="qwen")
    text = export(replace(RESULT, summary=summary), Format.TXT).decode()
    assert "speech model: my-model · written by: qwen" in text
    assert str(tmp_path) not in text
    assert "/videos" not in text


@pytest.mark.parametrize(
    ("read", "dropped", "notices", "words"),
    [
        (0, 0, (), ""),
        (1, 0, (), "1 sentence was read."),
        (412, 0, (), "All 412 sentences were read."),
        (
            412,
            1,
            (Notice(NoticeCode.GAP, {"start": "0:00", "end": "1:00", "reason": "it is silent"}),),
            (
                "412 sentences were read. 1 written sentence was left out because the transcript "
                "does not support it."
            ),
        ),
    ],
)
def test_how_much_was_read_is_said(
    read: int, dropped: int, notices: tuple[Notice, ...], words: str
) -> None:
    counts = {"sentences_read": read, "sentences_dropped": dropped}
    assert coverage(replace(RESULT.summary, notices=notices, **counts)) == words


def without_pictures(result: Result) -> Result:
    chapters = tuple(replace(c, picture=None) for c in result.summary.chapters)
    return replace(result, summary=replace(result.summary, chapters=chapters))


def test_json_comes_back_as_it_was_but_for_pictures_in_the_cache_of_one_computer() -> None:
    for result in (RESULT, SILENT):
        data = export(result, Format.JSON)
        assert load(data) == without_pictures(result)
        assert b"/cache" not in data


def test_json_of_the_first_results_is_read() -> None:
    document = json.loads(export(RESULT, Format.JSON))
    later = {"action_items", "decisions", "sentences_dropped"}
    document["summary"] = {k: v for k, v in document["summary"].items() if k not in later}
    summary = load(json.dumps(document).encode()).summary
    assert summary.key_points == RESULT.summary.key_points
    assert (summary.action_items, summary.decisions, summary.sentences_dropped) == ((), (), 0)


def test_json_has_the_documented_shape() -> None:
    document = json.loads(export(RESULT, Format.JSON))
    assert list(document) == [
        "format", "version", "job_id", "path", "finished_at", "media", "summary", "transcript",
        "fingerprint", "audio_track",
    ]  # fmt: skip
    assert (document["format"], document["version"]) == ("svs-desktop result", 1)
    assert document["path"] == str(RESULT.path)
    assert document["finished_at"] == "2025-11-03T12:00:00Z"
    assert document["media"]["tracks"] == [
        {
            "index": 0,
            "codec": "aac",
            "channels": 2,
            "sample_rate": 48000,
            "language": "eng",
            "title": "",
            "is_default": False,
        }
    ]
    summary = document["summary"]
    assert list(summary) == [
        "title", "paragraphs", "key_points", "language", "duration_s", "speech_model", "writer",
        "sentences_read", "chapters", "action_items", "decisions", "sentences_dropped", "notices",
        "written_in",
    ]  # fmt: skip
    assert summary["paragraphs"][0][0] == {
        "text": "The talk asks why.",
        "evidence": [{"start": 252, "end": 256, "segments": [0]}],
    }
    for points in ("key_points", "action_items", "decisions"):
        assert list(summary[points][0]) == ["text", "evidence"]
    assert list(summary["chapters"][0]) == ["start", "end", "title", "sentences"]
    assert summary["notices"] == [{"code": "damaged", "values": {"count": "3"}}]
    assert document["transcript"]["segments"][0]["words"][0] == {
        "start": 0,
        "end": 2,
        "text": " The",
    }


def test_json_is_utf8_and_keeps_names_that_are_none() -> None:
    result = replace(
        RESULT,
        path=Path("/videos/caf\udce9 深海.mp4"),
        summary=replace(RESULT.summary, title="深海 \ud800"),
    )
    data = export(result, Format.JSON)
    assert "深海".encode() in data
    assert b"caf\\udce9" in data
    assert load(data) == without_pictures(result)


@pytest.mark.parametrize("form", [form for form in Format if form.is_text])
def test_every_format_takes_a_name_that_is_no_unicode(form: Format) -> None:
    result = replace(
        RESULT,
        path=Path("/videos/caf\udce9.mp4"),
        summary=replace(
            RESULT.summary,
            title="\udce9 talk",
            chapters=tuple(Chapter(60 * n, 60 * n + 60, "Caf\udce9") for n in range(3)),
        ),
        transcript=Transcript((Segment(0, 4, "Caf\udce9."),), "en"),
    )
    text = export(result, form).decode()
    assert "\ufffd" in text or form is Format.JSON
    assert file_name(result, form) == f"_ talk{form.suffix}"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b'{"format": "svs-desktop result"}',
        b'{"format": "svs-desktop result", "version": 2}',
        b'{"format": "svs-desktop result", "version": 1, "job_id": 5}',
    ],
)
def test_other_json_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        load(data)


def test_formats_have_names() -> None:
    assert [(form.value, form.suffix, form.title) for form in Format] == [
        ("md", ".md", "Markdown"),
        ("txt", ".txt", "Plain text"),
        ("html", ".html", "HTML"),
        ("pdf", ".pdf", "PDF"),
        ("docx", ".docx", "Word document"),
        ("json", ".json", "JSON"),
        ("srt", ".srt", "SubRip subtitles"),
        ("vtt", ".vtt", "WebVTT subtitles"),
        ("chapters", ".chapters.txt", "YouTube chapters"),
        ("ffmetadata", ".ffmetadata", "FFmpeg metadata"),
    ]


def test_files_are_called_after_the_talk_or_else_the_video() -> None:
    assert file_name(RESULT, Format.MD) == "Minerals of the deep sea.md"
    assert file_name(SILENT, Format.TXT) == "lecture-4.txt"


@pytest.mark.parametrize(
    ("seconds", "short", "long"),
    [
        (0, "0:00", "[00:00]"),
        (-3, "0:00", "[00:00]"),
        (59.999, "0:59", "[00:59]"),
        (252, "4:12", "[04:12]"),
        (3599, "59:59", "[59:59]"),
        (3852.7, "1:04:12", "[1:04:12]"),
        (400_000, "111:06:40", "[111:06:40]"),
    ],
)
def test_times_read_like_a_clock(seconds: float, short: str, long: str) -> None:
    assert (clock(seconds), mark(seconds)) == (short, long)
    assert timestamp(seconds) == long.strip("[]")

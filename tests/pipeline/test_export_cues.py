"""Subtitles: read back with a strict parser, and held to the measures for reading."""
# ruff: noqa: RUF001 - full stops of many scripts

from __future__ import annotations

import html
import random
import re
import sys
import unicodedata
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from svs_desktop.pipeline.export import Format, export
from svs_desktop.pipeline.export.cues import Cue, cues
from svs_desktop.pipeline.media_info import MediaInfo
from svs_desktop.pipeline.summary import KEY_SENTENCES, Result, Summary
from svs_desktop.pipeline.transcript import Segment, Transcript, Word

ENGLISH = re.split(
    " ", "well, the a of minerals deep sea floor yes. nobody knows why? it's sorting; Dr. 3.5"
)
JAPANESE = ["深海の", "鉱物は、", "とても", "「大切」", "です。", "本当に？", "ニュース", "ー"]
ARABIC = ["مرحبا", "بكم", "في", "العالم،", "كيف", "حالك؟", "شكرا."]
HOSTILE = ["-->", "<i>", "&amp;", "a" * 100, "\x00", "\ud800x", "WEBVTT", "7", "字" * 70, "é" * 90]


class Shown(NamedTuple):
    start: int
    end: int
    lines: list[str]


def result_of(segments: list[Segment], duration_s: float) -> Result:
    transcript = Transcript(tuple(segments), "en")
    summary = Summary("Talk", (), (), "en", duration_s, "base", KEY_SENTENCES, 0)
    moment = datetime(2025, 11, 3, 12, tzinfo=UTC)
    return Result("j", Path("talk.mp4"), moment, MediaInfo(duration_s), summary, transcript)


def parse_time(text: str, point: str) -> int:
    match = re.fullmatch(rf"(\d{{2,}}):([0-5]\d):([0-5]\d){re.escape(point)}(\d{{3}})", text)
    assert match, text
    hours, minutes, seconds, rest = map(int, match.groups())
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest


def parse_block(block: list[str], point: str) -> Shown:
    start, arrow, end = block[0].split(" ")
    assert arrow == "-->"
    assert block[1:]
    assert all("-->" not in line for line in block[1:])
    return Shown(parse_time(start, point), parse_time(end, point), block[1:])


def parse_srt(data: bytes) -> list[Shown]:
    text = data.decode()
    if not text:
        return []
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    blocks = [block.split("\n") for block in text[:-1].split("\n\n")]
    assert [block[0] for block in blocks] == [str(n) for n in range(1, len(blocks) + 1)]
    return [parse_block(block[1:], ",") for block in blocks]


def parse_vtt(data: bytes) -> list[Shown]:
    header, *blocks = data.decode().removesuffix("\n").split("\n\n")
    assert header == "WEBVTT"
    assert not re.search(r"<|&(?!amp;|lt;|gt;)", "".join(blocks))
    shown = [parse_block(block.split("\n"), ".") for block in blocks]
    return [Shown(s.start, s.end, [html.unescape(line) for line in s.lines]) for s in shown]


def width(line: str) -> int:
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in line
    )


def squeezed(text: str) -> str:
    return "".join(text.split())


def spoken(rng: random.Random, words: list[str], *, timed: bool) -> list[Segment]:
    """Speech at about 150 words a minute, with pauses."""
    space = "" if words is JAPANESE else " "
    segments, now = [], rng.choice([0.0, 2.5])
    for _ in range(rng.randint(1, 40)):
        chosen, begin, times = rng.choices(words, k=rng.randint(1, 25)), now, []
        for word in chosen:
            end = now + max(0.15, 0.07 * len(word))
            times.append(Word(now, end, space + word))
            now = end + rng.choice([0.0, 0.0, 0.0, 0.2, 0.8])
        text = space.join(chosen)
        segments.append(Segment(begin, times[-1].end, text, tuple(times) if timed else ()))
        now += rng.choice([0.0, 0.1, 1.0, 4.0])
    return segments


def check(found: list[Cue] | list[Shown], duration_ms: int) -> None:
    for cue in found:
        assert 1 <= len(cue.lines) <= 2
        assert all(line == line.strip() != "" for line in cue.lines)
        assert max(map(width, cue.lines)) <= 42
        assert 1000 <= cue.end - cue.start <= 7000
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert found[0].start >= 0
    assert found[-1].end <= duration_ms


@pytest.mark.parametrize("seed", range(25))
@pytest.mark.parametrize("words", [ENGLISH, JAPANESE, ARABIC], ids=["en", "ja", "ar"])
@pytest.mark.parametrize("timed", [True, False])
def test_subtitles_can_be_read(seed: int, words: list[str], timed: bool) -> None:
    rng = random.Random(seed)
    segments = spoken(rng, words, timed=timed)
    duration = segments[-1].end + 1.0
    result = result_of(segments, duration)
    shown = parse_srt(export(result, Format.SRT))
    assert shown == parse_vtt(export(result, Format.VTT))
    check(shown, int(duration * 1000))
    said = squeezed("".join(s.text for s in segments))
    assert squeezed("".join(line for s in shown for line in s.lines)) == said
    if words is not JAPANESE:
        lines = " ".join(line for s in shown for line in s.lines)
        assert lines.split() == " ".join(s.text for s in segments).split()


@pytest.mark.parametrize("seed", range(25))
def test_words_are_shown_while_they_are_said(seed: int) -> None:
    segments = spoken(random.Random(seed), ENGLISH, timed=True)
    starts = iter([word.start for segment in segments for word in segment.words])
    for cue in cues(Transcript(tuple(segments)), segments[-1].end + 1.0):
        first, *_ = [next(starts) for _ in " ".join(cue.lines).split()]
        assert abs(cue.start / 1000 - first) < 1.0


@pytest.mark.parametrize("seed", range(40))
def test_hostile_text_and_times_give_valid_files(seed: int) -> None:
    rng = random.Random(seed)
    segments = [
        Segment(
            rng.uniform(-5, 50),
            rng.uniform(-5, 50),
            " ".join(rng.choices(HOSTILE + ENGLISH, k=rng.randint(0, 30))),
        )
        for _ in range(rng.randint(0, 30))
    ]
    duration = rng.choice([0.0, 0.5, 3.0, 40.0, 1e6])
    result = result_of(segments, duration)
    shown = parse_vtt(export(result, Format.VTT))
    assert len(parse_srt(export(result, Format.SRT))) == len(shown)
    assert all(cue.start < cue.end for cue in shown)
    assert all(a.end <= b.start for a, b in pairwise(shown))
    assert all(len(s.lines) <= 2 and max(map(width, s.lines)) <= 42 for s in shown)
    if shown and duration:
        assert shown[-1].end <= duration * 1000
    said = "".join(s.text for s in segments).replace("\x00", "").replace("\ud800", "\ufffd")
    assert squeezed("".join("".join(s.lines) for s in shown)) == squeezed(said)


def test_nothing_said_gives_an_empty_file() -> None:
    for segments in ([], [Segment(0.0, 5.0, "  ")], [Segment(0.0, 5.0, "\x00 \x07")]):
        result = result_of(segments, 5.0)
        assert export(result, Format.SRT) == b""
        assert export(result, Format.VTT) == b"WEBVTT\n"


def test_the_very_form_of_both() -> None:
    result = result_of([Segment(1.0, 3.5, "One & <two>."), Segment(3725.25, 3727.5, "End.")], 3730)
    assert export(result, Format.SRT).decode() == (
        "1\n00:00:01,000 --> 00:00:03,500\nOne & ‹two>.\n\n2\n01:02:05,250 --> 01:02:07,500\nEnd.\n"
    )
    assert export(result, Format.VTT).decode() == (
        "WEBVTT\n\n00:00:01.000 --> 00:00:03.500\nOne &amp; &lt;two&gt;.\n\n"
        "01:02:05.250 --> 01:02:07.500\nEnd.\n"
    )


def test_more_than_a_hundred_hours() -> None:
    result = result_of([Segment(400_000.5, 400_002.0, "Still here.")], 400_010.0)
    assert b"111:06:40,500 --> 111:06:42,000" in export(result, Format.SRT)
    assert b"111:06:40.500 --> 111:06:42.000" in export(result, Format.VTT)


def lines_of(text: str, seconds: float) -> list[tuple[str, ...]]:
    return [c.lines for c in cues(Transcript((Segment(0.0, seconds, text),)), seconds)]


def test_breaks_come_where_clauses_end() -> None:
    text = (
        "The quick brown fox jumps over the lazy dog, and then it goes home to have some supper "
        "with the other foxes. It was late. Nobody was there, of course; they had gone hunting."
    )
    assert lines_of(text, 14.0) == [
        ("The quick brown fox jumps", "over the lazy dog,"),
        ("and then it goes home to have some", "supper with the other foxes. It was late."),
        ("Nobody was there, of course;", "they had gone hunting."),
    ]


def test_chinese_breaks_anywhere_but_before_a_full_stop() -> None:
    lines = [line for cue in lines_of("深" * 20 + "海。" + "「鉱」" * 15, 20.0) for line in cue]
    assert max(map(len, lines)) == 21
    assert not any(line[0] in "。」" or line[-1] == "「" for line in lines)


def test_a_silence_parts_subtitles() -> None:
    words = (Word(0.0, 0.2, " Oh"), Word(3.0, 3.4, " well"), Word(3.4, 3.8, " then"))
    transcript = Transcript((Segment(0.0, 3.8, "Oh well then", words),))
    assert cues(transcript, 10.0) == [Cue(0, 1000, ("Oh",)), Cue(3000, 4000, ("well then",))]


def test_the_last_words_of_a_recording_get_their_second() -> None:
    transcript = Transcript((Segment(0.0, 5.0, "First."), Segment(9.8, 10.4, "Last.")))
    assert cues(transcript, 10.0)[-1] == Cue(9000, 10_000, ("Last.",))


def test_one_word_held_for_long_is_not_shown_for_long() -> None:
    assert cues(Transcript((Segment(0.0, 60.0, "Ommm."),)), 60.0) == [Cue(0, 7000, ("Ommm.",))]


def test_quick_words_share_a_subtitle() -> None:
    segments = tuple(Segment(i * 0.3, i * 0.3 + 0.3, "No.") for i in range(6))
    assert cues(Transcript(segments), 10.0) == [Cue(0, 1800, ("No. No. No. No. No. No.",))]


def test_too_much_for_the_time_is_still_in_order() -> None:
    found = cues(Transcript((Segment(0.0, 1.0, "word " * 1000),)), 2.0)
    assert all(a.start < a.end <= b.start for a, b in pairwise(found))
    assert found[-1].end <= 2000


def speech(rng: random.Random, seconds: float) -> list[Segment]:
    return [
        Segment(7.0 * i, 7.0 * (i + 1), " ".join(rng.choices(ENGLISH, k=20)))
        for i in range(int(seconds / 7))
    ]


def calls_for(segments: list[Segment]) -> int:
    calls = 0

    def count(frame: object, event: str, arg: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    transcript = Transcript(tuple(segments))
    sys.setprofile(count)
    try:
        cues(transcript, segments[-1].end)
    finally:
        sys.setprofile(None)
    return calls


def test_the_work_grows_with_the_length_and_no_faster() -> None:
    long = speech(random.Random(1), 3600)
    assert calls_for(long) < 10.5 * calls_for(long[: len(long) // 10])


@pytest.mark.slow
def test_ten_hours() -> None:
    segments = speech(random.Random(2), 36_000)
    found = cues(Transcript(tuple(segments)), segments[-1].end)
    check(found, round(segments[-1].end * 1000))
    said = " ".join(s.text for s in segments).split()
    assert " ".join(line for cue in found for line in cue.lines).split() == said

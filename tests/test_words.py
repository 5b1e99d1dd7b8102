from __future__ import annotations

from math import inf, nan

import pytest

from svs_desktop.pipeline.progress import Stage
from svs_desktop.pipeline.summary import KEY_SENTENCES, Summary
from svs_desktop.words import (
    duration_text,
    makers_text,
    percent_text,
    short_title,
    size_text,
    speed_text,
    stage_name,
    time_left_text,
)

TIMES = "\N{MULTIPLICATION SIGN}"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "5 s"),
        (8.1, "10 s"),
        (55, "55 s"),
        (55.1, "1 min"),
        (61, "2 min"),
        (600, "10 min"),
        (601, "15 min"),
        (3301, "1 h"),
        (3601, "1 h 10 min"),
        (4800, "1 h 20 min"),
        (7200, "2 h"),
        (35_401, "10 h"),
        (100_000, "28 h"),
        (172_800, "2 days"),
        (200_000, "3 days"),
    ],
)
def test_times_are_rounded_up_as_people_do(seconds, text):
    assert duration_text(seconds) == text


def test_rounded_times_never_fall_while_the_time_grows():
    texts = list(dict.fromkeys(map(duration_text, range(0, 400_000, 7))))
    assert len(texts) == len(set(texts))
    assert not any("60 min" in text or "60 s" in text for text in texts)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (None, ""),
        (nan, ""),
        (inf, ""),
        (-1, ""),
        (0.4, "a few seconds left"),
        (90, "about 2 min left"),
        (1e9, "more than a week left"),
    ],
)
def test_time_left(seconds, text):
    assert time_left_text(seconds) == text


@pytest.mark.parametrize(
    ("speed", "text"),
    [
        (None, ""),
        (nan, ""),
        (0, ""),
        (0.001, "0.1" + TIMES),
        (0.44, "0.4" + TIMES),
        (2.0, "2" + TIMES),
        (9.96, "10" + TIMES),
        (11.4, "11" + TIMES),
    ],
)
def test_speeds(speed, text):
    assert speed_text(speed) == text


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1000, "1.0 kB"),
        (9_960, "10 kB"),
        (999_999, "1.0 MB"),
        (145_217_532, "145 MB"),
        (1_234_000_000, "1.2 GB"),
        (5e15, "5000 TB"),
    ],
)
def test_sizes(size, text):
    assert size_text(size) == text


def test_a_percent_counts_when_it_is_done():
    assert percent_text(99.9) == "99 %"


def test_every_stage_has_its_words():
    assert len({stage_name(stage) for stage in [None, *Stage]}) == 4


@pytest.mark.parametrize(
    ("writer", "titles", "text"),
    [
        (KEY_SENTENCES, {"base": "Whisper base"}, "Transcribed by Whisper base."),
        ("qwen", {"qwen": "Qwen 1.5B"}, "Written by Qwen 1.5B, transcribed by base."),
        ("mine.gguf", {}, "Written by mine.gguf, transcribed by base."),
    ],
)
def test_who_made_a_summary(writer, titles, text):
    made = Summary("Title", (), (), "en", 10.0, "base", writer, 3)
    assert makers_text(made, titles) == text


def test_a_short_title_is_what_people_say():
    assert short_title("Qwen3 4B (Q4_K_M)") == "Qwen3 4B"
    assert short_title("Whisper base") == "Whisper base"

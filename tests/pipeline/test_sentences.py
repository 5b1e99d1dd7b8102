"""Sentences from segments: where they end, when they are said, and that no word is lost."""
# ruff: noqa: RUF001 - full stops of many scripts

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable, Iterable
from itertools import pairwise

import pytest

from svs_desktop.pipeline.sentences import Spoken, joined, spoken_sentences, tokens
from svs_desktop.pipeline.transcript import Segment, Word

VOCABULARY = re.split(
    " ",
    "the a of talk minerals, Dr. U.S. e.g. 3.5 No. 5 why? yes! well... … sea. floor; (deep) i.e. "
    "“quoted.” and then -- 深海の 鉱物。 本当？ नमस्ते। كيف؟ สวัสดี I. J. x. 1. ça » va ?",
)


def segments_of(*texts: str, seconds: float = 3.0) -> list[Segment]:
    return [Segment(i * seconds, (i + 1) * seconds, text) for i, text in enumerate(texts)]


def texts_of(*texts: str) -> list[str]:
    return [sentence.text for sentence in spoken_sentences(segments_of(*texts))]


def squeezed(texts: Iterable[str]) -> str:
    return "".join("".join(texts).split())


def timed(text: str, start: float, step: float = 0.5) -> Segment:
    """A segment as Whisper gives it: each word half a second, with a space before."""
    words = tuple(
        Word(start + i * step, start + (i + 1) * step, " " + word)
        for i, word in enumerate(text.split())
    )
    return Segment(start, words[-1].end, text, words)


def random_segments(rng: random.Random, count: int) -> list[Segment]:
    segments, now = [], 0.0
    for _ in range(count):
        now += rng.choice([0.0, 0.0, 0.3, 0.9, 6.0])
        chosen = rng.choices(VOCABULARY, k=rng.randint(0, 12))
        segment = Segment(now, now + 0.4 * len(chosen), " ".join(chosen))
        if chosen and rng.random() < 0.7:
            segment = timed(segment.text, now, 0.4)
        segments.append(segment)
        now = segment.end
    return segments


@pytest.mark.parametrize(
    "sentences",
    [
        ["Dr. Smith met J. R. R. Tolkien at 5 p.m. yesterday.", "They left."],
        ["It cost 3.5 dollars, e.g. two and a half.", "Not more."],
        ["The U.S. Senate is in the U.S.", "The end."],
        ["No. 5 is alive.", "No.", "I disagree."],
        ["See Fig. 3 and vol. 12.", "Then apples etc.", "More follows."],
        ["Wait... what?", "“Why?” he asked.", "He said “Go.”", "Nobody came..."],
        ["1. Open the lid.", "2. Close it.", "It was 1990.", "The end."],
        ["Apple Inc. makes them at 9 a.m. daily.", "It is so."],
        ["hello there.", "how are you?", "fine."],
        ["مرحبا كيف حالك؟", "أنا بخير.", "شكرا۔", "نعم"],
        ["यह एक वाक्य है।", "यह दूसरा है।"],
        ["Ça va ?", "Oui !", "« Bonjour. »", "Il part."],
        ["z. B. das Haus.", "¿Qué?", "¡Nada!"],
    ],
)
def test_sentences_end_where_they_end(sentences: list[str]) -> None:
    assert texts_of(" ".join(sentences)) == sentences


def test_chinese_and_japanese_sentences_need_no_spaces() -> None:
    assert texts_of("今日はいい天気です。本当ですか？はい！「行こう。」３．５です。") == [
        "今日はいい天気です。",
        "本当ですか？",
        "はい！",
        "「行こう。」",
        "３．５です。",
    ]


def test_a_sentence_goes_on_over_segments() -> None:
    found = spoken_sentences(segments_of("The talk asks", "whether it", "works. And", "why."))
    assert [(s.text, s.segments) for s in found] == [
        ("The talk asks whether it works.", (0, 1, 2)),
        ("And why.", (2, 3)),
    ]
    assert (found[0].start, found[1].end) == (0.0, 12.0)


def test_segments_without_spaces_are_joined_without_one() -> None:
    assert texts_of("今日は", "いい天気", "です。") == ["今日はいい天気です。"]
    assert texts_of("We say", "今日は", "and go.") == ["We say 今日は and go."]


def test_word_times_place_the_sentences() -> None:
    words = (
        Word(10.0, 10.4, " Yes"),
        Word(10.4, 10.5, "."),
        Word(12.0, 12.3, " It"),
        Word(12.3, 13.0, " cost"),
        Word(13.0, 13.2, " 3"),
        Word(13.2, 13.5, ".5."),
    )
    found = spoken_sentences([Segment(9.0, 14.0, " Yes. It cost 3.5.", words)])
    assert found == [Spoken("Yes.", 10.0, 10.5, (0,)), Spoken("It cost 3.5.", 12.0, 13.5, (0,))]


def test_without_words_the_characters_share_the_time() -> None:
    first, second = spoken_sentences([Segment(0.0, 10.0, "Abcd. Efghi jklmn.")])
    assert (first.start, second.end) == (0.0, 10.0)
    assert first.end == second.start == pytest.approx(10 * 5 / 16)


def test_words_that_are_not_the_text_do_not_count() -> None:
    (found,) = spoken_sentences([Segment(1.0, 3.0, "Other text.", (Word(0.0, 9.0, " Words"),))])
    assert found == Spoken("Other text.", 1.0, 3.0, (0,))


def test_words_alone_are_enough() -> None:
    words = (Word(1.0, 2.0, " Only"), Word(2.0, 2.0, " "), Word(2.0, 3.0, " words."))
    assert spoken_sentences([Segment(0.0, 4.0, "", words)]) == [
        Spoken("Only words.", 1.0, 3.0, (0,))
    ]


def test_nothing_said_gives_no_sentence() -> None:
    assert spoken_sentences([]) == []
    assert spoken_sentences(segments_of("", "  \n")) == []


def test_a_long_silence_ends_a_sentence() -> None:
    found = spoken_sentences([timed("and then the", 0.0), timed("other day", 60.0)])
    assert [s.text for s in found] == ["and then the", "other day"]


@pytest.mark.parametrize(
    ("text", "pause_after", "first_words"),
    [
        ("word " * 100, 41, 41),  # at the pause
        ("word " * 29 + "word, " + "word " * 70, None, 30),  # at the comma
        ("word " * 100, None, 60),  # by length
    ],
)
def test_a_run_without_an_end_is_broken(
    text: str, pause_after: int | None, first_words: int
) -> None:
    whole = text.split()
    at = pause_after or len(whole)
    segments = [timed(" ".join(whole[:at]), 0.0)]
    if whole[at:]:
        segments.append(timed(" ".join(whole[at:]), segments[0].end + 1.0))
    found = spoken_sentences(segments)
    assert len(found[0].text.split()) == first_words
    assert " ".join(s.text for s in found).split() == whole


def test_the_rest_of_a_broken_run_is_no_scrap() -> None:
    assert [len(text.split()) for text in texts_of("word " * 61)] == [51, 10]


@pytest.mark.parametrize("seed", range(60))
def test_no_word_is_lost_and_time_goes_on(seed: int) -> None:
    rng = random.Random(seed)
    segments = random_segments(rng, rng.randint(0, 60))
    found = spoken_sentences(segments)
    # Scripts without spaces may be parted anywhere, so the characters are what counts here.
    assert squeezed(s.text for s in found) == squeezed(s.text for s in segments)
    assert squeezed([joined(list(tokens(segments)))]) == squeezed(s.text for s in segments)
    assert all(s.start <= s.end for s in found)
    assert all(a.start <= b.start for a, b in pairwise(found))
    assert all(len(s.text.split()) <= 61 for s in found)
    assert all(s.text == " ".join(s.text.split()) != "" for s in found)
    used = [index for s in found for index in s.segments]
    assert used == sorted(used)
    assert set(used) == {i for i, s in enumerate(segments) if s.text}


@pytest.mark.parametrize("seed", range(30))
def test_spaced_words_stay_words(seed: int) -> None:
    rng = random.Random(seed)
    latin = [word for word in VOCABULARY if word.isascii()]
    whole = [rng.choices(latin, k=rng.randint(1, 15)) for _ in range(40)]
    found = spoken_sentences(segments_of(*(" ".join(words) for words in whole)))
    assert " ".join(s.text for s in found).split() == [w for words in whole for w in words]


def test_times_out_of_order_are_put_in_order() -> None:
    nan = float("nan")
    found = spoken_sentences(
        [Segment(5.0, 6.0, "One."), Segment(2.0, 3.0, "Two."), Segment(nan, nan, "Three.")]
    )
    assert [(s.start, s.end) for s in found] == [(5.0, 6.0), (5.0, 5.0), (5.0, 5.0)]


def calls_of(work: Callable[[], object]) -> int:
    calls = 0

    def count(frame: object, event: str, arg: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.slow
def test_ten_hours_without_a_full_stop_take_ten_times_one_hour() -> None:
    text = "ten words without a single mark of an end here"
    hours = [timed(text, i * 5.0) for i in range(7200)]
    one = calls_of(lambda: spoken_sentences(hours[:720]))
    ten = calls_of(lambda: spoken_sentences(hours))
    assert ten < 10.5 * one
    found = spoken_sentences(hours)
    assert sum(len(s.text.split()) for s in found) == 72_000
    assert all(10 <= len(s.text.split()) <= 60 for s in found)

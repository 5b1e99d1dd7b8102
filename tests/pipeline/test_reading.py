"""What is made of a reading: trusted or not, its gaps, its words, and the order of the work."""

from __future__ import annotations

import threading
from pathlib import Path
from types import SimpleNamespace

import ctranslate2
import pytest

from svs_desktop.pipeline.ahead import ahead
from svs_desktop.pipeline.device import placement
from svs_desktop.pipeline.glossary import hotwords
from svs_desktop.pipeline.job import Job, JobOptions
from svs_desktop.pipeline.reading import gaps, is_doubtful, is_invented, is_repetitive, is_trusted
from svs_desktop.pipeline.transcript import Word
from svs_desktop.pipeline.whisper import Decoded
from svs_desktop.pipeline.word_times import words_of


def decoded(text: str, likelihood: float = -0.2, no_speech: float = 0.0) -> Decoded:
    return Decoded(tuple(range(len(text.split()))), text, likelihood, no_speech)


CIRCLES = "and so on " * 40


def test_what_goes_round_in_circles_or_is_unlikely_is_read_again() -> None:
    assert is_repetitive(CIRCLES)
    assert is_repetitive("Twice a day twice a day")
    assert not is_repetitive("Bye bye")
    assert not is_repetitive("Twice a day, twice a year")
    assert not is_repetitive("")
    assert not is_repetitive("Ask not what your country can do for you.")
    assert is_doubtful(decoded(CIRCLES))
    assert is_doubtful(decoded("Hm.", likelihood=-1.2))
    assert not is_doubtful(decoded("", likelihood=-1.2))


@pytest.mark.parametrize(
    ("likelihood", "no_speech", "invented", "trusted"),
    [
        (-0.2, 0.1, False, True),
        (-0.6, 0.1, False, True),
        (-0.8, 0.1, False, False),
        (-0.2, 0.4, False, True),
        (-0.6, 0.4, False, False),
        (-0.2, 0.7, False, False),
        (-1.2, 0.7, True, False),
    ],
)
def test_who_believes_what(
    likelihood: float, no_speech: float, invented: bool, trusted: bool
) -> None:
    text = decoded("Thanks for watching.", likelihood, no_speech)
    assert is_invented(text) is invented
    assert is_trusted(text) is trusted


def test_gaps_between_words() -> None:
    words = [Word(4.0, 4.5, " late"), Word(5.0, 5.2, " and"), Word(9.0, 9.1, " later")]
    assert gaps(words, 13.0) == [(0.0, 4.0), (5.2, 9.0), (9.1, 13.0)]
    assert gaps(words, 10.0) == [(0.0, 4.0), (5.2, 9.0)]
    assert gaps([], 2.0) == []
    assert gaps([], 5.0) == [(0.0, 5.0)]


class Letters:
    """A vocabulary in which each token is a word."""

    eot = 99
    texts = (" So", " “", "he", "”", " said", ".", " Then")

    def split_to_word_tokens(self, tokens: list[int]) -> tuple[list[str], list[list[int]]]:
        named = ["" if token == self.eot else self.texts[token] for token in tokens]
        return named, [[token] for token in tokens]


def words(*moments: int) -> list[Word]:
    """The words of these letters, said at these positions of the encoder."""
    pairs = list(enumerate(moments))
    return words_of(SimpleNamespace(alignments=pairs), range(len(moments) - 1), Letters())


def test_signs_belong_to_their_words() -> None:
    found = words(0, 20, 20, 40, 40, 60, 60, 80)
    assert [word.text for word in found] == [" So", " “he”", " said.", " Then"]
    assert [word.start for word in found] == pytest.approx([0, 0.4, 0.8, 1.2])
    assert [word.end for word in found] == pytest.approx([0.4, 0.8, 1.2, 1.6])


def test_a_word_that_lasts_as_long_as_a_pause_is_cut_to_its_length() -> None:
    found = words(0, 300, 300, 320, 320, 345, 345, 365)
    assert found[0].end == pytest.approx(6.0)
    assert found[0].end - found[0].start < 1.5
    assert words(0) == []


# work ahead


def test_results_come_in_order_and_nothing_runs_far_ahead() -> None:
    taken: list[int] = []
    first_may_end = threading.Event()

    def things():
        for number in range(10):
            taken.append(number)
            yield number

    def work(number: int) -> int:
        if number == 0:
            assert first_may_end.wait(10)
        else:
            first_may_end.set()  # a later one is done while the first one still works
        return number * number

    results = ahead(work, things(), 2)
    assert next(results) == (0, 0)
    assert taken == [0, 1, 2]
    assert [result for _, result in results] == [n * n for n in range(1, 10)]


def test_a_failure_comes_in_its_place() -> None:
    def work(number: int) -> int:
        return 1 // (3 - number)

    results = ahead(work, iter(range(10)), 2)
    assert [next(results)[0] for _ in range(3)] == [0, 1, 2]
    with pytest.raises(ZeroDivisionError):
        next(results)


def test_what_waits_is_dropped_when_nobody_wants_it() -> None:
    done: list[int] = []
    results = ahead(done.append, iter(range(1000)), 1)
    next(results)
    results.close()
    assert len(done) <= 3


# where


def test_threads_are_shared_among_workers() -> None:
    for threads, workers, each in ((1, 1, 1), (2, 2, 1), (4, 4, 1), (8, 4, 2), (16, 4, 4)):
        place = placement("cpu", threads)
        assert (place.device, place.compute_type) == ("cpu", "int8")
        assert (place.workers, place.threads) == (workers, each)


@pytest.mark.parametrize(
    ("weights", "free", "workers", "batch"),
    [
        *((145, 8_000, 4, 1), (145, 500, 4, 1), (145, 400, 3, 1), (145, 330, 1, 1)),
        *((145, 100, 1, 1), (486, 8_000, 4, 2), (486, 1_700, 4, 1), (486, 1_300, 3, 1)),
    ],
)
def test_little_memory_holds_fewer_windows(
    weights: int, free: int, workers: int, batch: int
) -> None:
    """In megabytes; one window is read however little is free, and two only of a large model."""
    place = placement("cpu", 4, weights=weights * 1_000_000, free=free * 1_000_000)
    assert (place.workers, place.batch) == (workers, batch)


def test_a_graphics_card_reads_larger_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctranslate2, "get_cuda_device_count", lambda: 1)
    cases = (({"float16", "int8_float16"}, "float16"), ({"int8_float16"}, "int8_float16"))
    for known, chosen in cases:
        monkeypatch.setattr(
            ctranslate2, "get_supported_compute_types", lambda _, known=known: known
        )
        place = placement()
        assert place.device == "cuda"
        assert place.compute_type == chosen
        assert place.batch > placement("cpu").batch


# names


def test_terms_come_from_the_options_and_from_files_beside_the_video(tmp_path: Path) -> None:
    video = tmp_path / "talk.v2.mp4"
    job = Job.new(video, JobOptions(glossary=" Lindqvist,hake ; "))
    assert hotwords(job) == "Lindqvist, hake"
    (tmp_path / "glossary.txt").write_bytes(b"\xef\xbb\xbfTbilisi # a town\n\nhake\r\n\xff\n")
    (tmp_path / "talk.v2.glossary.txt").write_text("Abraham   Lindqvist, quota")
    assert hotwords(job) == "Lindqvist, hake, Abraham Lindqvist, quota, Tbilisi, \ufffd"
    (tmp_path / "glossary.txt").unlink()
    (tmp_path / "glossary.txt").mkdir()
    assert hotwords(Job.new(video)) == "Abraham Lindqvist, quota"

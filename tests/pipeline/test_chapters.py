"""Where a talk turns to something else: the sample's four parts, and talks that are made up."""

from __future__ import annotations

import json
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pytest

from svs_desktop.paths import resource
from svs_desktop.pipeline import chapters
from svs_desktop.pipeline.chapters import divide
from svs_desktop.pipeline.encoder import SentenceEncoder
from svs_desktop.pipeline.sentences import Spoken

Vectors = npt.NDArray[np.float32]

# The slides of the sample; each shows a moment before its part is spoken.
CUTS = (56.0, 113.0, 166.0)


def unit(vectors: npt.NDArray[np.floating]) -> Vectors:
    found = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return found.astype(np.float32)


def talk(
    counts: Sequence[int], *, noise: float = 0.7, seed: int = 1, length_s: float = 5.0
) -> tuple[tuple[Spoken, ...], Vectors]:
    """Sentences on one subject after the other, so many on each, and breaths between them."""
    dice = np.random.default_rng(seed)
    subjects = unit(dice.normal(size=(len(counts), 64)))
    about = np.repeat(subjects, counts, axis=0)
    vectors = unit(about + noise / 8 * dice.normal(size=about.shape))
    return spoken(len(about), length_s=length_s), vectors


def spoken(
    count: int, *, length_s: float = 5.0, pauses: dict[int, float] | None = None
) -> tuple[Spoken, ...]:
    """Sentences, with a breath before each, or the pause that is given for its number."""
    found, at = [], 0.0
    for number in range(count):
        at += (pauses or {}).get(number, 0.2)
        found.append(Spoken(f"Sentence {number}.", at, at + length_s - 0.2, (number,)))
        at = found[-1].end
    return tuple(found)


def monotonous(count: int, seed: int = 1) -> Vectors:
    """Sentences of which none is nearer to the one beside it than to another."""
    return unit(np.random.default_rng(seed).normal(size=(count, 64)) + 1.0)


def edges(found: Sequence[range], count: int) -> list[int]:
    """Where chapters begin but for the first one: they hold every sentence once, in order."""
    assert [number for chapter in found for number in chapter] == list(range(count))
    assert all(found)
    return [chapter.start for chapter in found[1:]]


@pytest.fixture(scope="module")
def sample() -> tuple[Spoken, ...]:
    parts = json.loads(resource("sample", "timings.json").read_text())["parts"]
    said = [sentence for part in parts for sentence in part["sentences"]]
    return tuple(Spoken(s["text"], s["start"], s["end"], (i,)) for i, s in enumerate(said))


@pytest.fixture(scope="module")
def vectors(sample: tuple[Spoken, ...], encoder: SentenceEncoder) -> Vectors:
    return np.concatenate([part for _, part in encoder.encode([s.text for s in sample])])


# a real talk


@pytest.mark.parametrize("cuts", [(), CUTS])
def test_the_sample_has_its_four_parts(
    sample: tuple[Spoken, ...], vectors: Vectors, cuts: Sequence[float]
) -> None:
    found = divide(sample, vectors, cuts)
    starts = [sample[edge].start for edge in edges(found, len(sample))]
    expected = [cut + 0.96 for cut in CUTS]  # the silence between slide and word
    if cuts:
        assert starts == pytest.approx(expected, abs=1.5)
        return
    # Words and pauses alone tell most of it.
    near = [min(abs(start - cut) for start in starts) for cut in CUTS]
    assert sorted(near)[1] < 2
    assert 3 <= len(found) <= 6


def test_it_is_the_same_every_time(sample: tuple[Spoken, ...], vectors: Vectors) -> None:
    first = divide(sample, vectors, CUTS)
    assert divide(sample, vectors.copy(), list(CUTS)) == first
    assert divide(list(sample), vectors, tuple(reversed(CUTS))) == first


# made up talks


def test_nothing_was_said() -> None:
    assert divide((), np.zeros((0, 64), np.float32), (1.0, 2.0)) == []


@pytest.mark.parametrize("count", [1, 2, 5, 11])
def test_seconds_of_talk_are_one_chapter(count: int) -> None:
    vectors = talk([1] * count)[1]
    assert divide(spoken(count), vectors, (3.0, 9.0)) == [range(count)]


@pytest.mark.parametrize("counts", [(20, 12, 30), (10, 10, 10, 10, 10), (15, 40, 8), (50, 13)])
@pytest.mark.parametrize("seed", [1, 2])
def test_chapters_begin_where_the_subject_changes(counts: Sequence[int], seed: int) -> None:
    said, vectors = talk(counts, seed=seed)
    found = edges(divide(said, vectors), len(said))
    changes = np.cumsum(counts)[:-1].tolist()
    assert set(changes) <= set(found)
    assert len(found) <= max(2, len(changes) + 1)


@pytest.mark.parametrize("minutes", [4, 7, 20, 60, 180])
def test_how_many_chapters_there_are(minutes: int) -> None:
    count = minutes * 12
    for vectors in (monotonous(count), np.ones((count, 64), np.float32) / 8):
        found = divide(spoken(count), vectors)
        edges(found, count)
        assert 3 <= len(found) <= 12


def test_a_talk_on_many_subjects_has_no_more_than_twelve_chapters() -> None:
    said, vectors = talk([30] * 40)
    found = divide(said, vectors)
    assert len(found) == 12
    assert all(edge % 30 == 0 for edge in edges(found, len(said)))


def test_no_chapter_is_much_too_short() -> None:
    said, vectors = talk([30, 2, 30, 1, 3, 40, 3])
    for chapter in divide(said, vectors, [said[n].start for n in (30, 31, 60, 63)]):
        assert said[chapter.stop - 1].end - said[chapter.start].start >= 30


@pytest.mark.parametrize("seed", range(4))
def test_a_long_pause_draws_an_edge_to_it(seed: int) -> None:
    count = 80
    vectors = monotonous(count, seed)
    without = edges(divide(spoken(count), vectors), count)
    place = next(n for n in range(20, 60) if all(abs(n - edge) > 4 for edge in without))
    pauses = spoken(count, pauses={place: 4.0})
    assert place in edges(divide(pauses, vectors), count)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("late_s", [-2.0, 0.0, 2.0])
def test_a_cut_draws_an_edge_to_it(seed: int, late_s: float) -> None:
    count = 80
    said, vectors = spoken(count, length_s=10.0), monotonous(count, seed)
    without = edges(divide(said, vectors), count)
    place = next(n for n in range(20, 60) if all(abs(n - edge) > 4 for edge in without))
    cut = said[place].start + late_s
    assert place in edges(divide(said, vectors, (cut,)), count)


def test_a_cut_at_every_sentence_tells_nothing() -> None:
    count = 80
    said, vectors = spoken(count), monotonous(count)
    everywhere = [sentence.start for sentence in said]
    assert divide(said, vectors, everywhere) == divide(said, vectors)


def test_a_pause_after_every_sentence_tells_nothing() -> None:
    count = 80
    vectors = monotonous(count)
    slow = spoken(count, pauses=dict.fromkeys(range(count), 3.0))
    assert divide(slow, vectors) == divide(spoken(count), vectors)


def test_words_count_for_more_than_a_pause() -> None:
    said, vectors = talk([30, 30, 30], noise=0.5)
    paused = spoken(len(said), pauses={15: 4.0, 45: 4.0})
    assert {30, 60} <= set(edges(divide(paused, vectors), len(said)))


# odd ones


def test_times_that_cannot_be() -> None:
    count = 60
    vectors = monotonous(count)
    still = tuple(Spoken("So.", 5.0, 5.0, (n,)) for n in range(count))
    edges(divide(still, vectors, (5.0,)), count)
    back = tuple(Spoken("So.", 500.0 - n, 504.0 - n, (n,)) for n in range(count))
    edges(divide(back, vectors), count)
    said = list(spoken(count))
    said[30] = Spoken("So.", said[30].start, said[30].start + 1e6, (30,))
    found = divide(said, vectors)
    edges(found, count)
    assert len(found) >= 3


def test_a_sentence_that_lasts_for_hours_is_not_all_of_the_talk() -> None:
    said, vectors = talk([25, 25, 25])
    long = list(said)
    long[10] = Spoken("So.", said[10].start, said[10].end + 7200, (10,))
    long[11:] = [Spoken(s.text, s.start + 7200, s.end + 7200, s.segments) for s in said[11:]]
    assert {25, 50} <= set(edges(divide(long, vectors), 75))


def test_vectors_that_are_all_the_same_or_nothing() -> None:
    count = 60
    for vectors in (np.zeros((count, 64), np.float32), np.ones((count, 64), np.float32) / 8):
        found = divide(spoken(count), vectors)
        edges(found, count)
        assert len(found) >= 3


def test_ten_hours_take_no_more_work_than_some(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed = 0
    costs = chapters._Talk._costs

    def counted(self: chapters._Talk, begins: chapters.Indices, ends: chapters.Indices) -> object:
        nonlocal weighed
        weighed += len(begins) * len(ends)
        return costs(self, begins, ends)

    monkeypatch.setattr(chapters._Talk, "_costs", counted)
    counts = [900, 400, 1300, 700, 1000, 600, 1100, 1200]
    said, vectors = talk(counts)
    found = edges(divide(said, vectors, [0.5 + 60 * n for n in range(600)]), len(said))
    assert len(said) == 7200
    assert set(np.cumsum(counts)[:-1].tolist()) <= set(found)
    assert weighed < 200_000  # all pairs of sentences are 26 million

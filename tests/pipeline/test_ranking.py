"""The weights of sentences, against a plain computation of the same formula."""

from __future__ import annotations

import numpy as np
import pytest

from svs_desktop.pipeline.ranking import Floats, Telling, cover, lexrank


def unit_vectors(count: int, dimensions: int, seed: int) -> Floats:
    vectors = np.random.default_rng(seed).normal(size=(count, dimensions))
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


def plain_lexrank(vectors: Floats, damping: float = 0.85) -> np.ndarray:
    """The stationary weights of the whole matrix of squared cosines."""
    links = (vectors.astype(float) @ vectors.T.astype(float)) ** 2
    steps = links / links.sum(axis=0)
    count = len(vectors)
    weights = np.linalg.solve(
        np.eye(count) - damping * steps, np.full(count, (1 - damping) / count)
    )
    return weights / weights.max()


@pytest.mark.parametrize(("count", "dimensions"), [(2, 8), (7, 3), (100, 16), (400, 384)])
def test_the_same_as_the_plain_computation(count: int, dimensions: int) -> None:
    vectors = unit_vectors(count, dimensions, seed=count)
    found = lexrank(vectors)
    assert found.shape == (count,)
    assert found.max() == 1
    np.testing.assert_allclose(found, plain_lexrank(vectors), rtol=2e-3)


def test_likeness_to_many_counts() -> None:
    common = unit_vectors(1, 16, seed=1)
    vectors = np.vstack([unit_vectors(10, 16, seed=2) * 0.3 + common, unit_vectors(1, 16, seed=9)])
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    assert int(lexrank(vectors.astype(np.float32)).argmin()) == 10


def test_few_sentences() -> None:
    assert lexrank(np.zeros((0, 384), np.float32)).shape == (0,)
    assert lexrank(unit_vectors(1, 384, seed=1)).tolist() == [1]
    same = np.repeat(unit_vectors(1, 8, seed=1), 5, axis=0)
    np.testing.assert_allclose(lexrank(same), np.ones(5), rtol=1e-5)


# covering a talk


def telling(
    *terms: set[str],
    worth: dict[str, float],
    lengths: list[int],
    weights: list[float] | None = None,
) -> Telling:
    central = np.array(weights or [1.0] * len(terms), np.float32)
    return Telling(terms, worth, np.array(lengths), central)


MOON = {"moon": 3.0, "tide": 2.0, "coast": 1.0, "sea": 1.0}


def test_what_tells_most_for_its_length_comes_first() -> None:
    talk = telling(
        *({"moon"}, {"moon", "tide"}, {"tide", "coast", "sea"}, {"hello"}),
        worth=MOON,
        lengths=[6, 6, 20, 6],
    )
    assert cover(talk, range(4), 40) == [1, 2, 0, 3]


def test_of_equal_ones_the_most_central_comes_first() -> None:
    talk = telling({"moon"}, {"moon"}, worth=MOON, lengths=[6, 6], weights=[0.5, 1.0])
    assert cover(talk, range(2), 6) == [1]


def test_a_term_counts_once() -> None:
    talk = telling({"moon", "tide"}, {"moon", "tide"}, {"coast"}, worth=MOON, lengths=[8, 8, 8])
    assert cover(talk, range(3), 16) == [0, 2]
    assert cover(talk, range(3), 0) == [0]
    assert cover(talk, range(3), 0, {"moon", "tide"}) == [2]


def test_no_more_words_than_there_is_room_for_but_one_sentence() -> None:
    talk = telling({"moon"}, {"tide"}, {"coast"}, worth=MOON, lengths=[10, 30, 10])
    assert cover(talk, range(3), 20) == [0, 2]
    assert cover(talk, [1], 5) == [1]
    assert cover(talk, [], 5) == []
    assert cover(talk._replace(worth={}), [2, 0], 20) == [2, 0]

"""The weights of sentences, against a plain computation of the same formula."""

from __future__ import annotations

import numpy as np
import pytest

from svs_desktop.pipeline.ranking import Floats, cover, lexrank


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


def test_what_tells_most_for_its_length_comes_first() -> None:
    terms = [{"moon"}, {"moon", "tide"}, {"tide", "coast", "sea"}, {"hello"}]
    worth = {"moon": 3.0, "tide": 2.0, "coast": 1.0, "sea": 1.0}
    lengths = np.array([6, 6, 20, 6])
    assert cover(terms, worth, lengths, range(4), 40) == [1, 2, 0, 3]


def test_a_term_counts_once() -> None:
    terms = [{"moon", "tide"}, {"moon", "tide"}, {"coast"}]
    worth = {"moon": 3.0, "tide": 2.0, "coast": 0.1}
    assert cover(terms, worth, np.array([8, 8, 8]), range(3), 16) == [0, 2]


def test_no_more_words_than_there_is_room_for_but_one_sentence() -> None:
    terms = [{"moon"}, {"tide"}, {"coast"}]
    worth = {"moon": 3.0, "tide": 2.0, "coast": 1.0}
    lengths = np.array([10, 30, 10])
    assert cover(terms, worth, lengths, range(3), 20) == [0, 2]
    assert cover(terms, worth, lengths, [1], 5) == [1]
    assert cover(terms, worth, lengths, [], 5) == []
    assert cover(terms, {}, lengths, [2, 0], 20) == [2, 0]


def test_what_was_told_before_counts_no_more() -> None:
    terms = [{"moon", "tide"}, {"coast"}]
    worth = {"moon": 3.0, "tide": 2.0, "coast": 1.0}
    assert cover(terms, worth, np.array([8, 8]), [0, 1], 0) == [0]
    assert cover(terms, worth, np.array([8, 8]), [0, 1], 0, {"moon", "tide"}) == [1]

"""What the speech model's vocabulary knows about words."""

from __future__ import annotations

from pathlib import Path

import pytest

from svs_desktop.pipeline.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def vocabulary(models_dir: Path) -> Vocabulary:
    return Vocabulary(models_dir / "base" / "tokenizer.json")


def test_common_words_carry_no_subject_and_rare_ones_do(vocabulary: Vocabulary) -> None:
    for word in ("the", "that", "your"):
        assert vocabulary.rarity(word) == 0
    assert 0 < vocabulary.rarity("meeting") < vocabulary.rarity("titanium")


def test_words_in_pieces_are_equally_rare(vocabulary: Vocabulary) -> None:
    assert vocabulary.rarity("gezeiten") == vocabulary.rarity("qwrtzx")
    assert vocabulary.rarity("gezeiten") >= vocabulary.rarity("titanium")


def test_names_are_told_from_ordinary_words(vocabulary: Vocabulary) -> None:
    assert vocabulary.is_ordinary("Discussion")
    assert not vocabulary.is_ordinary("Sarah")


def test_no_vocabulary_there(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r".+"):
        Vocabulary(tmp_path / "tokenizer.json")

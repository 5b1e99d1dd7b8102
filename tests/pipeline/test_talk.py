"""What is known of a talk that was read."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from svs_desktop.pipeline.sentences import Spoken
from svs_desktop.pipeline.talk import Talk, word_count
from svs_desktop.pipeline.vocabulary import Vocabulary


def talk(*texts: str) -> Talk:
    """These sentences, each of its own direction."""
    spoken = [Spoken(text, 4.0 * i, 4.0 * i + 4, (i,)) for i, text in enumerate(texts)]
    return Talk(spoken, np.eye(len(texts), dtype=np.float32))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The sea comes in and goes out.", 7),
        ("Всего было двадцать пять приборов.", 5),  # noqa: RUF001
        ("Η θάλασσα ανεβαίνει και κατεβαίνει.", 5),  # noqa: RUF001
        ("月亮的引力造成海洋的潮汐现象。", 7),
        ("", 0),
    ],
)
def test_words_are_counted_in_any_script(text: str, count: int) -> None:
    assert word_count(text) == count


def test_what_the_talk_comes_back_to_is_worth_something() -> None:
    made = talk(
        *("The harbour wall is cracked and old.", "Well, that is how it goes with this."),
        *("Who pays for the harbour wall, then?", "That is a question for this house."),
        *(f"That remark number {n} is of no use here at all." for n in "abcdefghijklmnopqrst"),
    )
    assert made.worth["harbour"] > 0
    assert "cracked" not in made.worth  # said once
    assert "that" not in made.worth  # in nearly every sentence


def test_what_is_rare_elsewhere_is_worth_more(models_dir: Path) -> None:
    texts = ("The remote is made of titanium.", "Would you like titanium?", "I would not like it.")
    vocabulary = Vocabulary(models_dir / "base" / "tokenizer.json")
    with_one = Talk(talk(*texts).spoken, np.eye(3, dtype=np.float32), vocabulary).worth
    assert with_one["titanium"] > 2 * with_one["would"]
    without = talk(*texts).worth
    assert without["titanium"] == without["would"]


def test_the_sentences_that_carry_a_part_are_in_the_order_of_time() -> None:
    made = talk(
        "Hello again, how nice it is to see you.",
        "The harbour wall is cracked, and the harbour loses sand.",
        "I did not sleep so well in the train last night.",
        "The region could pay for the harbour wall and for the sand.",
        "It is the region that owns the sand, after all, is it not.",
    )
    assert made.carrying(12, range(5)) == [3]
    assert made.carrying(12, range(3)) == [1]
    chosen = made.carrying(40, range(5))
    assert chosen == sorted(chosen)
    assert sum(int(made.lengths[i]) for i in chosen) <= 40


def test_a_script_without_spaces_is_covered_too() -> None:
    subjects = ("月亮的引力造成潮汐现象", "渔民根据潮汐安排出海", "海底的矿物生长缓慢")
    made = talk(*(f"{subject}第{n}次说明。" for subject in subjects for n in range(3)))
    chosen = made.carrying(24, range(9))
    assert len({index // 3 for index in chosen}) == 3

"""How much of what a model is asked is done."""

from __future__ import annotations

from itertools import pairwise

import pytest

from svs_desktop.pipeline.writing.effort import Effort


def asked(effort: Effort, kind: str, *pieces: str) -> list[float]:
    fractions = []
    effort.begin(kind)
    for piece in pieces:
        effort.hear(piece)
        fractions.append(effort.fraction)
    effort.end()
    return [*fractions, effort.fraction]


def test_reading_and_writing_move_it_and_it_ends_at_all() -> None:
    effort = Effort()
    effort.plan("summary", read=1000, answer=100)
    effort.plan("title", read=100, answer=10)

    first = asked(effort, "summary", *[""] * 4, *["word "] * 100)
    second = asked(effort, "title", *["word "] * 3)

    fractions = [0.0, *first, *second]
    assert all(before <= after for before, after in pairwise(fractions))
    assert 0 < first[0] < first[1] < first[3] < first[-2] < 1
    assert second[-1] == 1


def test_a_short_answer_counts_as_a_whole_one_and_a_long_one_as_no_more() -> None:
    effort = Effort()
    for kind in ("short", "long"):
        effort.plan(kind, read=0, answer=10)

    assert asked(effort, "short", "no")[-1] == pytest.approx(0.5)
    assert max(asked(effort, "long", *["on and on "] * 100)) == pytest.approx(1.0)


def test_what_was_not_planned_moves_nothing() -> None:
    effort = Effort()
    effort.plan("title", read=10, answer=10)

    assert set(asked(effort, "mend", "", "word")) == {0.0}
    assert asked(effort, "title", "word")[-1] == 1
    assert set(asked(effort, "title", "again")) == {1.0}
    assert Effort().fraction == 0


def test_what_is_left_out_is_not_waited_for() -> None:
    effort = Effort()
    effort.plan("kind", read=0, answer=10)
    effort.plan("agreements", read=0, answer=90)
    assert asked(effort, "kind", "meeting")[-1] == pytest.approx(0.1)

    effort.leave_out("agreements")
    effort.leave_out("agreements")

    assert effort.fraction == 1

"""Hesitation and slips of the tongue are not read; all that was meant is."""

from __future__ import annotations

import pytest

from svs_desktop.pipeline.writing.fluency import fluent


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("Uh, so we met, um, on Monday.", "So we met, on Monday."),
        ("We um we met.", "We met."),
        ("The the moon, the, the moon pulls.", "The moon, the moon pulls."),
        ("It is it is late, you know, and dark.", "It is late, and dark."),
        ("I mean, it rains.", "It rains."),
        ("We, uh, um, went.", "We, went."),
        ("Hmm.", "Hmm."),
        ("The code is two two five five.", "The code is two two five five."),
        ("It is 5 mm, and 3.5 kg.", "It is 5 mm, and 3.5 kg."),
        ("Do you know, mean sea level?", "Do you know, mean sea level?"),
        ("An umbrella hums.", "An umbrella hums."),
        ("bye-bye, uh-huh", "bye-bye, uh-huh"),
    ],
)
def test_english(said: str, read: str) -> None:
    assert fluent(said, "English") == read


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("Ähm, es geht um um acht los.", "Es geht um acht los."),
        ("Die, die kamen, äh, sahen es.", "Die, die kamen, sahen es."),
        ("Um acht.", "Um acht."),
    ],
)
def test_german(said: str, read: str) -> None:
    assert fluent(said, "German") == read


def test_other_languages() -> None:
    assert fluent("Eh, la la marea sube, um, hoy.", "Spanish") == "La marea sube, um, hoy."
    assert fluent("潮の満ち引き。", "Japanese") == "潮の満ち引き。"
    assert fluent("", "Finnish") == ""

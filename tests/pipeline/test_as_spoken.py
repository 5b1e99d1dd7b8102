"""Sentences that nobody would write are told from those of a summary."""

from __future__ import annotations

import pytest

from svs_desktop.pipeline.writing.as_spoken import is_as_spoken


@pytest.mark.parametrize(
    "sentence",
    [
        "It was a human subjects issue, I told you about that.",
        "I'm using another tool.",
        "The reason is that I only saw it yesterday.",
        "They are gonna meet on Monday.",
        "The uh microphones were tested.",
        "Hmm, the price is too high.",
        "Ich habe das gestern gesehen.",
        "Das ist, ähm, der zweite Punkt.",
        "Yo no lo creo.",
    ],
)
def test_as_somebody_said_it(sentence: str) -> None:
    assert is_as_spoken(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "The group agreed on the price.",
        "World War I ended in 1918.",
        "The test makes type I errors.",
        "Elizabeth I was queen then.",
        "Charles I was beheaded, and James II fled.",
        "The team visited Hmong villages in Yorkshire.",
        "Um die Kosten ging es zuerst.",
        "Sie sprachen über das Ich bei Freud.",
        "Er sagt, dass die Schule um acht beginnt.",
        "El grupo habló del proyecto.",
    ],
)
def test_as_it_is_told(sentence: str) -> None:
    assert not is_as_spoken(sentence)

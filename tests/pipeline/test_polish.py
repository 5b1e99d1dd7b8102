"""A model's answer, made fit to be read."""

from __future__ import annotations

import pytest

from svs_desktop.pipeline.writing.polish import (
    goes_round,
    headed,
    items_of,
    says_again,
    sentences_of,
    title_of,
)


@pytest.mark.parametrize(
    ("answer", "sentences"),
    [
        ("", []),
        ("The group met. It ended.", ["The group met.", "It ended."]),
        ("Summary: The group met.", ["The group met."]),
        ("Here is the summary of the meeting:\n\nThe group met.", ["The group met."]),
        ("**Summary**\n\n# The group met.", ["Summary.", "The group met."]),
        ("- The group met\n- It spoke of costs;\n1. It ended.",
         ["The group met.", "It spoke of costs.", "It ended."]),
        ("The group met. It was cut off in the mid", ["The group met."]),
        ("Only this, cut off in the mid", ["Only this, cut off in the mid"]),
        ("The group met. The group met. THE GROUP MET!", ["The group met."]),
        ("The speaker says that costs rise. Overall, it was good.",
         ["Costs rise.", "It was good."]),
        ("The main point is that mills turned. El orador explica que la luna tira. Además, sube.",
         ["Mills turned.", "La luna tira.", "Sube."]),
        ("In this video, the moon pulls the sea.", ["The moon pulls the sea."]),
        ("Die Gruppe sprach über z. B. Preise. Sie endete.",
         ["Die Gruppe sprach über z. B. Preise.", "Sie endete."]),
    ],
)  # fmt: skip
def test_sentences(answer: str, sentences: list[str]) -> None:
    assert sentences_of(answer) == sentences


def test_a_model_that_repeats_itself_says_it_once() -> None:
    assert len(sentences_of("The group spoke of the price of the case. " * 40)) == 1


def test_a_text_that_goes_round_in_circles_is_seen() -> None:
    circle = "The speaker was able to explain the hope of {} in a few words. "
    text = "It began well. " + "".join(circle.format(what) for what in ("rain", "wind", "snow"))
    ends = [text[:end] for end in range(1, len(text))]
    assert goes_round(text.partition(" of snow")[0])
    assert not any(map(goes_round, ends[: text.index("wind")]))
    assert not goes_round("")
    assert not goes_round("no no no")


@pytest.mark.parametrize(
    ("answer", "title"),
    [
        ("Tides", "Tides"),
        ('Title: "The pull of the moon."', "The pull of the moon"),
        ("\n  **Why the sea rises**\n\nIt does.", "Why the sea rises"),
        ("„Ebbe und Flut“", "Ebbe und Flut"),
        ("Part 3: Questions and answers", "Questions and answers"),
        ("Kapitel [2]: ebbe und Flut", "Ebbe und Flut"),
        ("Part 3 of the plan", "Part 3 of the plan"),
        ("", ""),
    ],
)
def test_titles(answer: str, title: str) -> None:
    assert title_of(answer) == title


@pytest.mark.parametrize(
    ("answer", "title", "sentences"),
    [
        ("Tides\nThe moon pulls.", "Tides", ["The moon pulls."]),
        ("Title: Tides\n\nMain point: The moon pulls. It does.", "Tides",
         ["The moon pulls.", "It does."]),
        ("[3] Title: The sun\n[3] The sun pulls, too.", "The sun", ["The sun pulls, too."]),
        ("1. Ebbe und Flut\n2. Der Mond zieht.", "Ebbe und Flut", ["Der Mond zieht."]),
        ("Tides", "Tides", []),
        ("The moon pulls the sea.", "", ["The moon pulls the sea."]),
        ("", "", []),
    ],
)  # fmt: skip
def test_a_title_and_what_is_below_it(answer: str, title: str, sentences: list[str]) -> None:
    assert headed(answer) == (title, sentences)


def test_items() -> None:
    answer = "- Decision: use wood\n\n2) Action: Anna asks\n- Decision: use wood"
    assert items_of(answer) == ["Decision: use wood", "Action: Anna asks"]


def test_what_was_said_before() -> None:
    before = ["The moon pulls the sea.", "The sun pulls, too."]
    assert says_again("THE MOON pulls the sea!", before)
    assert not says_again("Mills used the tides.", before)
    assert not says_again("Mills used the tides.", [])


def test_a_sentence_that_says_nothing_new_is_left_out() -> None:
    first = "The group discussed the downsampling problem and the importance of filters before it."
    answer = f"{first} The importance of filters was discussed by the group. It rained."
    assert sentences_of(answer) == [first, "It rained."]
    assert says_again("Importance, filters, group, problem.", [first])
    assert not says_again("The importance of sampling frequencies was shown.", [first])
    assert not says_again("It rained.", ["It rained in the night, and it was cold."])

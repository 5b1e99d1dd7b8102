"""What of a model's answer the reader sees, in whatever pieces it comes."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence

import pytest

from svs_desktop.pipeline.generators.answer import readable

THOUGHT = "<think>Who is it for? Maybe </thin and <think> are words.</think>"


def pieces_of(text: str, sizes: Iterable[int]) -> Iterator[str]:
    """The text cut up into pieces of these sizes, and last what is left."""
    begin = 0
    for size in sizes:
        yield text[begin : begin + size]
        begin += size
    yield text[begin:]


def every_two(text: str) -> Iterator[list[str]]:
    """The text in two pieces, cut at each place."""
    return ([text[:place], text[place:]] for place in range(len(text) + 1))


def read(
    pieces: Iterable[str], stop: Sequence[str] = (), *, thinking: bool = False
) -> tuple[str, ...]:
    return tuple(readable(pieces, stop, thinking=thinking))


def joined(text: str, stop: Sequence[str] = (), *, thinking: bool = False) -> str:
    """What is read of the text: the same, however it is cut up."""
    found = {
        "".join(read(pieces, stop, thinking=thinking))
        for pieces in ([text], list(text), *every_two(text))
    }
    dice = random.Random(text)
    for _ in range(20):
        sizes = [dice.randrange(5) for _ in text]
        found.add("".join(read(pieces_of(text, sizes), stop, thinking=thinking)))
    (only,) = found
    return only


@pytest.mark.parametrize(
    "text",
    [
        "",
        " The moon pulls the sea. ",
        "\n\n# Tides\n\n- one\n- two\n",
        "a < b, b > c, <b>bold</b>, <thinking>, < think>, <Think>",
        "It ends with <thin",
        "It ends with a <",
        "a <<<think",
        "月が海を引く 🌊",
    ],
)
def test_an_answer_without_thoughts_is_left_as_it_is(text: str) -> None:
    assert joined(text) == text


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (f"{THOUGHT}\n\nThe moon.", "The moon."),
        (f"{THOUGHT}The moon.\n", "The moon.\n"),
        (f"Well: {THOUGHT}\n the moon.", "Well: the moon."),
        (f"{THOUGHT} {THOUGHT}\n\nThe {THOUGHT}moon.", "The moon."),
        ("<think></think>The moon.", "The moon."),
        ("<<think>a</think>>", "<>"),
        ("<think>a</think><think", "<think"),
        ("<think>It never comes to an end", ""),
        ("The moon.<think>It never comes to an end</think", "The moon."),
        ("<think>a</think>  \n ", ""),
        ("The moon.</think>", "The moon.</think>"),
    ],
)
def test_thoughts_are_left_out(text: str, seen: str) -> None:
    assert joined(text) == seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("who is it for?</think>\n\nThe moon.", "The moon."),
        ("who is <think> for?</think>The <think>so</think>moon.", "The moon."),
        ("</think>The moon.", "The moon."),
        ("it never comes to an end", ""),
    ],
)
def test_an_answer_that_begins_in_a_thought(text: str, seen: str) -> None:
    assert joined(text, thinking=True) == seen


@pytest.mark.parametrize(
    ("text", "stop", "seen"),
    [
        ("The moon.\n\nThe sun.", ["\n\n"], "The moon."),
        ("The moon.\n", ["\n\n"], "The moon.\n"),
        ("\n\nThe moon.", ["\n\n"], ""),
        ("one two three", ["three", "two"], "one "),
        ("one two three", ["two three", "wo"], "one t"),
        ("aaab", ["aab"], "a"),
        ("abcabd", ["abd", "cabx"], "abc"),
        ("The moon.END", ["END", ""], "The moon."),
        ("The moon.", [""], "The moon."),
        (THOUGHT + "The moon. Who is it?", ["Who"], "The moon. "),
        ("one ST<think>so</think>OP two", ["STOP"], "one "),
        ("a<think>b", ["<think>"], "a"),
    ],
)
def test_nothing_after_a_stop(text: str, stop: list[str], seen: str) -> None:
    assert joined(text, stop) == seen


def test_a_stop_ends_the_reading() -> None:
    pieces = iter(["one ", "two ", "STOP and", " no more", " at all"])
    assert read(pieces, ["STOP"]) == ("one ", "two ", "")
    assert next(pieces) == " no more"


@pytest.mark.parametrize(
    ("text", "stop", "thinking"),
    [
        ("The moon pulls the sea.", (), False),
        (f"{THOUGHT}\n\nThe moon.", ("STOP",), False),
        ("for whom?</think>\n\n The moon. ", ("STOP", "moon!"), True),
    ],
)
def test_each_piece_that_comes_makes_one_that_goes(
    text: str, stop: Sequence[str], *, thinking: bool
) -> None:
    taken = 0

    def counted() -> Iterator[str]:
        nonlocal taken
        for piece in ["", *text, "", ""]:
            taken += 1
            yield piece

    reading = readable(counted(), stop, thinking=thinking)
    for number, _ in enumerate(reading, 1):
        assert number == taken
    assert taken == len(text) + 3


def test_what_may_be_a_mark_is_held_back_and_nothing_else() -> None:
    pieces = ["It is a <", "thin", " line, ", "ST", "OUT", " <thi", "n"]
    assert read(pieces, ["STOP"]) == (
        "It is a ",
        "",
        "<thin line, ",
        "",
        "STOUT",
        " ",
        "",
        "<thin",
    )


def test_closing_it_closes_what_writes() -> None:
    is_open = True

    def writing() -> Iterator[str]:
        nonlocal is_open
        try:
            while True:
                yield "and so on "
        finally:
            is_open = False

    reading = readable(writing(), ["STOP"])
    assert next(reading) == "and so on "
    reading.close()
    assert not is_open

"""Sentences that begin as those before, or repeat what somebody said, are begun again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from writers import Scripted

from svs_desktop.pipeline.generators import Message
from svs_desktop.pipeline.writing.as_spoken import words_of
from svs_desktop.pipeline.writing.asking import Draft, Interviewer, Prose
from svs_desktop.pipeline.writing.astray import Astray, astray

SAID = "Well, we'll look at it again on Monday. The tides follow the moon and the sun."


@pytest.mark.parametrize(
    ("text", "kept", "openings"),
    [
        ("They met. They also", "They met.", (" They",)),
        ("It rains. They met.  They also ", "It rains. They met.", (" It rains.", " They")),
        ("They met. It rained. They also", "They met. It rained.", (" They", " It rained.")),
        ("The group met. The group also", "The group met.", (" The group",)),
        ("Die Gruppe kam. Die Gruppe ging", "Die Gruppe kam.", (" Die Gruppe",)),
        ("Mareas hay dos. Mareas son", "Mareas hay dos.", (" Mareas",)),
    ],
)
def test_a_sentence_that_begins_as_one_shortly_before(
    text: str, kept: str, openings: tuple[str, ...]
) -> None:
    assert astray(text, "") == Astray(kept, openings)


@pytest.mark.parametrize(
    ("text", "kept", "openings"),
    [
        ("It was late. So I left", "It was late.", (" So", " So I", " It was")),
        ("Dr. Who met Mr. Bo, and I left", "", ("Dr.", "Dr. Who")),
        ("Yeah, we could.", "", ("Yeah", "Yeah,")),
        ("We'll look at it again on", "", ("We'll",)),
        ("They met. They also. I went home.", "They met. They also.", (" I", " I went", " They")),
    ],
)
def test_a_sentence_that_somebody_said(text: str, kept: str, openings: tuple[str, ...]) -> None:
    assert astray(text, words_of(SAID)) == Astray(kept, openings)


@pytest.mark.parametrize(
    ("text", "kept", "opening"),
    [
        ("- They met", "", "-"),
        ("1. They met", "", "1."),
        ("They met. The points are:\n", "They met.", " The points"),
        ("The points are:\n\n1. They", "", "The points"),
        ("They met.\n", "They met.", "\n\n"),
    ],
)
def test_a_list(text: str, kept: str, opening: str) -> None:
    lost = astray(text, "")
    assert lost
    assert (lost.kept, lost.openings[0]) == (kept, opening)


@pytest.mark.parametrize(
    ("last", "opening"),
    [
        ("The tides are strong because", " The tides"),  # as it began long ago
        ("Waves, tides, winds and currents matter.", " Waves,"),
    ],
)
def test_what_was_said_before(last: str, opening: str) -> None:
    before = "The tides are strong today. It rains. Currents, tides and winds matter to waves."
    lost = astray(f"{before} {last}", "")
    assert lost
    assert (lost.kept, lost.openings[0]) == (before, opening)
    assert astray(f"{before} {last.rsplit(maxsplit=1)[0]}", "") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "They",
        "They met. They",  # it may become another word
        "The group met. The group",
        "The group met. The moon rose",
        "They met. It rained. He left. They also",  # long ago
        "They met with Mr. They of the",
        "The tides follow the moon and the sun.",  # nobody is spoken to
        "We'll look at it on Monday again.",
        "We'll look at it.",
        "It was late. So I left. He",
        "-",
        "1",
        "The points are:",
        "3.5 metres is the tide.",
        "Waves, tides, winds matter. Waves and currents of the sea matter.",
        "潮の満ち引きは一日に二回です。潮の満ち引きは",
    ],
)
def test_what_may_stay(text: str) -> None:
    assert astray(text, words_of(SAID)) is None


class Monotonous(Scripted):
    """Begins each sentence with the first of its words that it may, and ends after so many."""

    def __init__(self, sentences: int) -> None:
        super().__init__({})
        self.goes_on = True
        self.begun: list[str] = []
        self._sentences = sentences

    def generate(
        self,
        messages: Sequence[Message],
        *,
        begun: str = "",
        avoid: Sequence[str] = (),
        **_: object,
    ) -> Iterator[str]:
        self.begun.append(begun)
        yield ""
        for number in range(begun.count("."), self._sentences):
            first = next(word for word in (" They", " Some", " Others") if word not in avoid)
            yield from (first, " saw", f" number {number}", ".")


def written(
    generator: Scripted, *, before: str | None, language: str = "English"
) -> tuple[str, list[str]]:
    prose = None if before is None else Prose("", before)
    steps = Interviewer(generator, language=language).ask("agreements", prose)
    drafts: list[str] = []
    try:
        while True:
            step = next(steps)
            if isinstance(step, Draft):
                drafts.append(step.text)
    except StopIteration as end:
        return str(end.value), drafts


def test_prose_is_begun_again_where_it_becomes_monotonous() -> None:
    generator = Monotonous(4)

    answer, drafts = written(generator, before="")

    texts = [
        "They saw number 0.",
        "Some saw number 1.",
        "Others saw number 2.",
        "They saw number 3.",
    ]
    assert answer == " ".join(texts)
    assert generator.begun == ["", texts[0], " ".join(texts[:2]), " ".join(texts[:3])]
    assert drafts[-1] == answer


def test_what_is_no_prose_and_models_that_cannot_go_on_are_let_be() -> None:
    generator = Monotonous(3)
    assert written(generator, before=None)[0].count("They") == 3
    generator.goes_on = False
    assert written(generator, before="")[0].count("They") == 3
    generator.goes_on = True
    assert written(generator, before="", language="German")[0].count("They") == 3
    assert generator.begun == ["", "", ""]


def test_a_model_that_knows_but_one_beginning_comes_to_an_end() -> None:
    class Stubborn(Monotonous):
        def generate(self, messages: Sequence[Message], **given: object) -> Iterator[str]:
            return super().generate(messages, begun=str(given["begun"]))

    generator = Stubborn(20)
    assert written(generator, before="")[0].count("They") == 20
    assert generator.begun == ["", "They saw number 0."]

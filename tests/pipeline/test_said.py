"""Names and numbers that were never said are found; what was said in other words is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from svs_desktop.pipeline.vocabulary import Vocabulary
from svs_desktop.pipeline.writing.said import Said

TALK = (
    "Welcome, I am Anna Lind.",
    "We tested twenty five remote controls at two point one seven million euro each.",
    "The XML parser was changed in 1998, and John's idea won.",
    "The designers like bananas.",
)


@pytest.fixture(scope="module")
def vocabulary(models_dir: Path) -> Vocabulary:
    return Vocabulary(models_dir / "base" / "tokenizer.json")


@pytest.mark.parametrize(
    ("sentence", "missing"),
    [
        ("Anna Lind tested 25 remote controls.", ()),
        ("The team, with Sarah, tested remote controls.", ("Sarah",)),
        ("Sarah tested remote controls.", ("Sarah",)),
        ("Sarah Miller tested remote controls.", ("Sarah", "Miller")),
        ("Kowalski liked the idea.", ("Kowalski",)),
        ("Discussions followed, and Participants of the test agreed.", ("Participants",)),
        ("Participants agreed. ", ()),
        ("Additionally, the design was liked.", ()),
        ("John and Anna changed the parser in 1998.", ()),
        ("The parser was changed in 1999.", ("1999",)),
        ("They tested twenty-six of them.", ("26",)),
        ("It cost 2.17 million.", ()),
        ("It cost 3.5 million.", ("3.5",)),
        ("One of the two ideas won.", ()),
        ("The xml format and the designer were liked.", ()),
        ("", ()),
    ],
)
def test_names_and_numbers(sentence: str, missing: tuple[str, ...], vocabulary: Vocabulary) -> None:
    assert Said(TALK, "en", vocabulary).missing_from(sentence) == missing


def test_without_a_vocabulary_the_first_word_is_given_the_benefit_of_the_doubt() -> None:
    said = Said(TALK, "en")
    assert said.missing_from("Sarah tested them.") == ()
    assert said.missing_from("Sarah Miller tested them.") == ("Sarah", "Miller")
    assert said.missing_from("They asked Sarah.") == ("Sarah",)


def test_a_title_may_have_capitals_anywhere(vocabulary: Vocabulary) -> None:
    said = Said(TALK, "en", vocabulary)
    assert said.missing_from("Remote Control Market Discussion", is_title=True) == ()
    assert said.missing_from("Remote Control by Kowalski", is_title=True) == ("Kowalski",)


def test_german_nouns_are_no_names(vocabulary: Vocabulary) -> None:
    said = Said(("Wir haben fünfundzwanzig Geräte geprüft.",), "de", vocabulary)
    assert said.missing_from("Die Gruppe sprach über 25 Fernbedienungen und ihre Preise.") == ()
    assert said.missing_from("Die Gruppe sprach mit Angela Merkel.") == ("Angela", "Merkel")
    assert said.missing_from("Es waren 26 Geräte.") == ("26",)


def test_a_language_whose_number_words_are_unknown_still_has_its_digits() -> None:
    said = Said(("Загалом було 25 приладів.",), "uk")
    assert said.missing_from("Їх було 25.") == ()
    assert said.missing_from("Їх було 26.") == ("26",)


def test_the_part_that_was_said_counts_longer_words_and_their_forms() -> None:
    said = Said(TALK, "en")
    assert said.part_said("The designer changed the parsers.") == 1.0
    assert said.part_said("Volcanoes erupted under glaciers.") == 0.0
    assert said.part_said("It is so.") == 0.0

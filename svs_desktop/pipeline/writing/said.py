"""Which names and numbers of a written text were never said."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property

from text_to_num import alpha2digit

from svs_desktop.pipeline.vocabulary import Vocabulary

_APOSTROPHE = re.compile("['\u2019]")
_WORD = re.compile("[^\\W\\d_]+(?:['\u2019][^\\W\\d_]+)*")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# German writes every noun with a capital: only two in a row look like a name there.
_NOUNS_HAVE_CAPITALS = frozenset({"de", "lb"})
# Forms of a word share at least this much of it.
_STEM, _ENDING = 4, 3


class Said:
    """All that was said in a talk, as words and numbers.

    Args:
        texts: The sentences of the talk.
        language: ISO 639-1 code of the talk.
        vocabulary: Tells ordinary words at the beginning of a sentence from names; without one
            they all count as ordinary.
    """

    def __init__(
        self, texts: Iterable[str], language: str, vocabulary: Vocabulary | None = None
    ) -> None:
        self._text = "\n".join(texts)
        self._language = language
        self._vocabulary = vocabulary

    def missing_from(self, sentence: str, *, is_title: bool = False) -> tuple[str, ...]:
        """The names and numbers of a sentence that were never said, as they are written in it.

        In a title any word may have its capital for no reason.
        """
        names = self._missing_names(sentence, is_title=is_title)
        return (*names, *self._missing_numbers(sentence))

    def part_said(self, sentence: str) -> float:
        """How many of its longer words were said, 0 to 1; word forms count as the same.

        A sentence without such words says nothing that could have been said: 0.
        """
        words = [w for w in _WORD.findall(sentence.casefold()) if len(w) > _STEM]
        return sum(map(self._was_said, words)) / len(words) if words else 0.0

    def _missing_names(self, sentence: str, *, is_title: bool) -> list[str]:
        words = [word[0] for word in _WORD.finditer(sentence)]
        unsaid = [i for i, word in enumerate(words) if word[0].isupper() and not self._has(word)]
        if is_title:
            unsaid = [i for i in unsaid if not self._is_ordinary(words[i])]
        elif unsaid[:1] == [0] and self._is_ordinary(words[0], followed=1 in unsaid):
            del unsaid[0]  # it has its capital from its place
        if self._language in _NOUNS_HAVE_CAPITALS:
            unsaid = [i for i in unsaid if i - 1 in unsaid or i + 1 in unsaid]
        return [words[i] for i in unsaid]

    def _is_ordinary(self, word: str, *, followed: bool = False) -> bool:
        """Whether a word is no name; ``followed`` by one, it may be a first name."""
        return self._vocabulary.is_ordinary(word) if self._vocabulary else not followed

    def _has(self, name: str) -> bool:
        """Whether a name was said, its genitive and plural included."""
        word = _APOSTROPHE.split(name.casefold())[0]
        return word in self._words or word[:-1] in self._words or self._begins_a_word(word)

    def _begins_a_word(self, word: str) -> bool:
        return len(word) > _STEM and word in self._stems

    def _missing_numbers(self, sentence: str) -> list[str]:
        written = _NUMBER.findall(_in_digits(sentence, self._language))
        return [number for number in written if not self._number_was_said(number)]

    def _number_was_said(self, number: str) -> bool:
        parts = re.split(r"[.,]", number)
        whole = number.replace(",", "") in self._numbers or number in self._numbers
        return whole or (len(parts) > 1 and all(part in self._numbers for part in parts))

    def _was_said(self, word: str) -> bool:
        parts = _APOSTROPHE.split(word)
        if word in self._words or parts[0] in self._words:
            return True
        stem = word[: max(_STEM, len(word) - _ENDING)]
        return len(word) > _STEM and stem in self._stems

    @cached_property
    def _words(self) -> frozenset[str]:
        words = _WORD.findall(self._text.casefold())
        return frozenset(words) | {part for word in words for part in _APOSTROPHE.split(word)}

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(w[:n] for w in self._words for n in range(_STEM, len(w) + 1))

    @cached_property
    def _numbers(self) -> frozenset[str]:
        # "twenty five million" is 25000000, and a text that writes "25 million" means it too.
        single = (_in_digits(word, self._language, threshold=0.0) for word in self._words)
        text = "\n".join([self._text, _in_digits(self._text, self._language), *single])
        found = _NUMBER.findall(text)
        return frozenset(found) | {n.replace(",", "") for n in found}


def _in_digits(text: str, language: str, *, threshold: float = 3.0) -> str:
    """The text with its numbers in digits, where the language's number words are known.

    Single numbers up to the threshold stay words: "one of them" counts nothing.
    """
    with suppress(ValueError):  # a language that the library does not know
        return str(alpha2digit(text, language, threshold))
    return text

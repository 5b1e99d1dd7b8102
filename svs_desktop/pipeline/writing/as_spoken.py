"""Sentences that were taken over as somebody said them, where a summary tells of it."""

from __future__ import annotations

import re

# A clause of somebody who speaks of themselves. "World War I ended." and "type I errors" are none.
_FIRST_PERSON = re.compile(
    r"(?:^|[,;:\u2013\u2014]\s+"
    r"|\b(?i:and|but|so|that|what|as|because|if|which|when|where|how|than)\s+)"
    r"I(?:['\u2019](?:m|ve|d|ll))?\s+[a-z]"
    r"|(?:^|,\s)(?:[Ii]ch|[Yy]o)\s"
)
# What is said, but hardly written.
_FILLERS = re.compile(
    r"(?i)(?<![\w-])(?:u+h+|uhm+|h+m+|mhm|ähm?|öhm?|yeah|yep|gonna|wanna|cuz)(?![\w-])"
)
# Somebody speaks to others; in a text that tells of it, that is so only where it was taken over.
_TO_OTHERS = re.compile(
    r"(?i)\b(?:we|us|our|you|your|me|my)\b"
    r"|\w(?:['\u2019](?:m|re|ve|ll|d)|n['\u2019]t)\b|\b(?:it|that|there|what)['\u2019]s\b"
)
_WORD = re.compile(r"[\w'\u2019]+")
# So many words in a row are not the same by chance.
_LEAST_TAKEN = 6


def words_of(text: str) -> str:
    """The words of a text, each with a space before and after it, to be looked for in another's."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def is_taken_over(sentence: str, said: str) -> bool:
    """Whether a sentence is, word for word, what somebody said to others; known for English.

    Args:
        sentence: The sentence.
        said: The ``words_of`` what was said.
    """
    words = words_of(sentence)
    is_long = len(words.split()) >= _LEAST_TAKEN
    return is_long and bool(_TO_OTHERS.search(sentence)) and words in said


def is_as_spoken(sentence: str) -> bool:
    """Whether a sentence is one that somebody said, not one about what was said.

    Known for English, German and Spanish; in other languages only by what nobody writes.
    """
    return bool(_FIRST_PERSON.search(sentence) or _FILLERS.search(sentence))

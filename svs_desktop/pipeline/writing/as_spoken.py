"""Sentences that were taken over as somebody said them, where a summary tells of it."""

from __future__ import annotations

import re

# A clause of somebody who speaks of themselves. "World War I ended." and "type I errors" are none.
_FIRST_PERSON = re.compile(
    r"(?:^|[,;:\u2013\u2014]\s+|\b(?:and|but|so|that|what|as|because|if|which|when|where|how|than)\s+)"
    r"I(?:['\u2019](?:m|ve|d|ll))?\s+[a-z]"
    r"|(?:^|,\s)(?:[Ii]ch|[Yy]o)\s"
)
# What is said, but hardly written.
_FILLERS = re.compile(
    r"(?i)(?<![\w-])(?:u+h+|uhm+|h+m+|mhm|ähm?|öhm?|yeah|yep|gonna|wanna|cuz)(?![\w-])"
)


def is_as_spoken(sentence: str) -> bool:
    """Whether a sentence is one that somebody said, not one about what was said.

    Known for English, German and Spanish; in other languages only by what nobody writes.
    """
    return bool(_FIRST_PERSON.search(sentence) or _FILLERS.search(sentence))

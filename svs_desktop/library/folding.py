"""Text as it is searched: without case and accents, in words.

SQLite's own tokenizers cut at vowel signs of Indic scripts, take a line of Chinese for one word,
or find nothing shorter than three letters. So the words are cut here, and the table's tokenizer
only parts them at spaces.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

# Voicing marks of kana tell sounds apart; they are no accents.
_KEPT_MARKS = "\u3099\u309a"

# Scripts whose words have no spaces between them (and Hangul, whose words take endings in front
# of which one searches): any part of a run is found.
RUN = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003fffd"
)
# Vowel signs are within words, though Python does not count them as letters.
_SIGNS = "\u0900-\u0963\u0966-\u0dff"
_WORDS = re.compile(f"[{RUN}]+|(?:(?![{RUN}])(?:[^\\W_]|[{_SIGNS}]))+")
_IS_RUN = re.compile(f"[{RUN}]")
_MOST_WORDS = 12


def fold(text: str) -> str:
    """The text in small letters without accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(c for c in apart if not unicodedata.combining(c) or c in _KEPT_MARKS)
    return unicodedata.normalize("NFC", bare)


def fold_with_places(text: str) -> tuple[str, list[int] | range]:
    """The same, and for each of its characters the index in ``text`` of the one it comes from."""
    if text.isascii():
        return text.lower(), range(len(text))
    folded = [_fold_one(c) for c in text]
    places = [place for place, parts in enumerate(folded) for _ in parts]
    return "".join(folded), places


def words_of(text: str) -> list[str]:
    """The first dozen words that are searched for when someone types ``text``."""
    return list(dict.fromkeys(_WORDS.findall(fold(text))))[:_MOST_WORDS]


def terms_of(searchable: str) -> Iterator[str]:
    """What is found of such a text: its words, and of runs each pair of neighbours."""
    for word in set(searchable.split()):
        if _IS_RUN.match(word):
            yield from _pairs(word)
            yield word[-1]
        else:
            yield word


def searchable(text: str) -> str:
    """The words of a text, folded, each after a space."""
    return "".join(f" {word}" for word in _WORDS.findall(fold(text)))


def needle(word: str) -> str:
    """What stands in a ``searchable`` text where a word begins so, or a run has it."""
    return word if _IS_RUN.match(word) else f" {word}"


def expression(words: Iterable[str]) -> str:
    """The query for all of these words or their beginnings; what was typed is never syntax."""
    return " AND ".join(part for word in words for part in _parts(word))


def all_of(folded: str, word: str) -> Iterator[int]:
    """Where in a folded text words begin so."""
    pattern = re.escape(word)
    if not _IS_RUN.match(word):
        pattern = f"(?<![^\\W_])(?<![{_SIGNS}])" + pattern
    return (match.start() for match in re.finditer(pattern, folded))


def _parts(word: str) -> Iterator[str]:
    if not _IS_RUN.match(word):
        yield f'"{word}"*'
    elif len(word) == 1:
        yield f'"{word}"*'  # each pair that begins with it
    else:
        yield from (f'"{pair}"' for pair in _pairs(word))


def _pairs(run: str) -> Iterator[str]:
    return (a + b for a, b in pairwise(run))


@lru_cache(maxsize=4096)
def _fold_one(character: str) -> str:
    if character in _KEPT_MARKS:
        return character
    return fold(character)

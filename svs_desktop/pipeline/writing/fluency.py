"""Speech as it is read: without hesitation, and without words that were said twice by mistake."""

from __future__ import annotations

import re

# What is said while one thinks. In German "um" is a word, and so is "er".
_FILLERS = {"English": "u+h+|u+m+|h+m+|mhm|er+m", "German": "ä+h*m*|ö+h*m*|h+m+|mhm"}
_FILLERS_ELSEWHERE = "h+m+|mhm|e+h+m*"
_PHRASES = {"English": "you know|i mean|sort of like"}
# "The, the moon" is a slip; German's "die, die" is not.
_BETWEEN = {"English": r",?\s+"}
# Digits that are read out are meant each.
_NUMBERS = (
    "one|two|five|six|nine|ten|zero|four|null|eins|zwei|drei|vier|acht|neun|zehn|uno|dos|tres|seis"
    "|ocho|diez|cero"
)
_SPACE_BEFORE = re.compile(r"\s+(?=[,.?!;:])")
_LEFT_COMMAS = re.compile(r"^[\s,;]+|,(?=\s*[,.?!;:])")


def fluent(sentence: str, language: str) -> str:
    """What was said, as one would have it read; the same where nothing of the kind is in it.

    Args:
        sentence: A spoken sentence.
        language: English name of its language.
    """
    text = _without(_FILLERS.get(language, _FILLERS_ELSEWHERE), sentence)
    if phrases := _PHRASES.get(language):
        text = re.sub(rf"(?i)(^|,\s*)(?:{phrases}),\s*", r"\1", text)
    between = _BETWEEN.get(language, r"\s+")
    text = re.sub(
        rf"(?i)\b(?!(?:{_NUMBERS})\b)([^\W\d]{{1,4}}(?:\s[^\W\d]{{1,4}})?)(?:{between}\1\b)+",
        r"\1",
        text,
    )
    text = " ".join(_LEFT_COMMAS.sub("", _SPACE_BEFORE.sub("", text)).split())
    if not any(map(str.isalnum, text)):
        return sentence
    return text[:1].upper() + text[1:] if sentence[:1].isupper() else text


def _without(words: str, text: str) -> str:
    return re.sub(rf"(?i)(?:,\s*)?(?<![\w'-])(?:{words})(?![\w'-])\s*(,?)", _gap, text)


def _gap(found: re.Match[str]) -> str:
    """One comma stays of two."""
    return ", " if found[1] and found[0].startswith(",") else " "

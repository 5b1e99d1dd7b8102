"""A model's answer as sentences: no lists, no labels, nothing cut off, nothing said twice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from svs_desktop.pipeline.sentences import is_whole, spoken_sentences
from svs_desktop.pipeline.transcript import Segment

_MARKUP = re.compile(r"\*\*|__|`+|^\s*#{1,6}\s+|^\s*>\s?", re.MULTILINE)
_BULLET = re.compile(r"^\s*(?:[-*•\u2013]|\(?\d{1,2}[.)]|\[\d{1,2}\]:?)\s+")
# As in "Here is the summary:".
_LABEL = re.compile(
    r"^\s*(?:(?:here (?:is|are)|this is)\b[^:\n]{0,60}|(?:the )?(?:summary|title|answer|paragraph"
    r"|(?:first|second) line|(?:main )?point|zusammenfassung|titel|(?:erste|zweite) zeile"
    r"|hauptpunkt|resumen|título|punto principal|résumé|titre))\s*:\s*",
    re.IGNORECASE,
)
# What a sentence begins with that says nothing.
_PADDING = re.compile(
    r"^(?:in (?:this|the) (?:video|talk|recording|transcript|excerpts?|lecture)\s*,?\s+"
    r"|(?:the )?(?:speaker|narrator|presenter|transcript|excerpts?|video|text|(?:\w+ )?part)\s+"
    r"(?:also\s+|then\s+)?"
    r"(?:says?|said|mentions?|mentioned|explains?|explained|states?|stated|notes?|noted)\s+that\s+"
    r"|(?:in (?:summary|conclusion)|to summari[sz]e|overall|additionally|moreover)\s*,\s+"
    r"|the (?:main|key|most important) (?:point|idea|fact|message) is that\s+"
    r"|(?:en resumen|en conclusión|además)\s*,\s+"
    r"|(?:el|la) (?:ponente|orador|oradora|hablante|narrador|narradora|conferenciante) "
    r"(?:también )?(?:dice|menciona|explica|afirma|señala) que\s+)",
    re.IGNORECASE,
)
_TITLE_PADDING = re.compile(
    r"^(?:(?:(?:the )?(?:\w+ )?part|the (?:talk|recording|meeting))\s+(?:\[?\d+\]?\s+)?"
    r"(?:is about|was about|discusses|describes|brings in|:)\s+"
    r"|(?:part|teil|parte|chapter|kapitel|capítulo|section)\s+\[?\d+\]?\s*[:.]\s*)",
    re.IGNORECASE,
)
_QUOTES = "\"“”„«»'"
# Sentences that share this part of their words say the same; so does one that has this part of its
# long words, if they are not few, from another.
_ALIKE = 0.8
_TELLING_LETTERS, _LEAST_TELLING = 4, 4
# A text goes round in circles when its last so many words stood in it so often.
_PASSAGE, _TOO_OFTEN = 7, 3


def sentences_of(answer: str) -> list[str]:
    """The whole sentences of an answer in prose, each said once.

    A list becomes the sentences of its items. The last sentence goes when it was cut off.
    """
    lines = _lines(answer)
    text = " ".join([*map(_ended, lines[:-1]), *lines[-1:]])
    written = [spoken.text for spoken in spoken_sentences([Segment(0.0, 0.0, text)])]
    if len(written) > 1 and not is_whole(written[-1]):
        written.pop()
    return _each_once([_without_padding(sentence) for sentence in written])


def goes_round(text: str) -> bool:
    """Whether a model has begun to write the same thing over and over."""
    words = text.split()
    return f" {' '.join(words)} ".count(f" {' '.join(words[-_PASSAGE:])} ") >= _TOO_OFTEN


def items_of(answer: str) -> list[str]:
    """The items of an answer that is a list, a line each."""
    return _each_once(_lines(answer))


def headed(answer: str) -> tuple[str, list[str]]:
    """The title in the first line of an answer, and the sentences below it.

    An answer of one line is the title if it could be one.
    """
    first, *rest = _lines(answer) or [""]
    if not rest and is_whole(first):
        return "", sentences_of(first)
    return title_of(first), sentences_of("\n".join(rest))


def title_of(answer: str) -> str:
    """The first line of an answer, as a title: no label, no quotes, no full stop."""
    title = next(iter(_lines(answer)), "").strip(_QUOTES + " ")
    return _capitalised(_TITLE_PADDING.sub("", title.rstrip(".:;, ").strip(_QUOTES)))


def says_again(text: str, texts: Sequence[str]) -> bool:
    """Whether one of these texts says the same, or as good as all of it."""
    return any(_says_as_much(other, text) for other in texts)


def _lines(answer: str) -> list[str]:
    lines = (_clean(line) for line in _MARKUP.sub("", answer).splitlines())
    return [line for line in lines if line]


def _ended(line: str) -> str:
    return line if is_whole(line) else line.rstrip(":;,") + "."


def _clean(line: str) -> str:
    return _LABEL.sub("", _BULLET.sub("", line)).strip()


def _without_padding(sentence: str) -> str:
    return _capitalised(_PADDING.sub("", sentence))


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _each_once(texts: Sequence[str]) -> list[str]:
    kept: list[str] = []
    for text in texts:
        if re.search(r"\w", text) and not says_again(text, kept):
            kept.append(text)
    return kept


def _says_as_much(text: str, other: str) -> bool:
    """Whether a text says what the other one says."""
    words, others = _words(text), _words(other)
    # The Jaccard index: the part of all words that both have.
    if len(words & others) >= _ALIKE * len(words | others):
        return True
    telling = {word for word in others if len(word) >= _TELLING_LETTERS}
    return len(telling) >= _LEAST_TELLING and len(words & telling) >= _ALIKE * len(telling)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))

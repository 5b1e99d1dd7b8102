"""Where on a page the texts of a result stand."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtGui import QTextBlock, QTextDocument, QTextFragment

from svs_desktop.library import Part, Place


class Spot(Struct, frozen=True):
    """A text of the result, and from which position of the page to which it goes."""

    place: Place
    start: int
    end: int


def name_of(place: Place) -> str:
    """The name of an anchor in front of the text."""
    return f"{place.part}/{place.number}/{place.sentence}"


def spots_on(document: QTextDocument) -> Iterator[Spot]:
    """The texts with such an anchor; each ends at the first link behind it, or the paragraph."""
    block = document.begin()
    while block.isValid():
        yield from _spots_in(block)
        block = block.next()


def _spots_in(block: QTextBlock) -> Iterator[Spot]:
    place, start = None, 0
    for fragment in _fragments(block):
        kind = fragment.charFormat()
        if place and (kind.anchorNames() or kind.anchorHref()):
            yield Spot(place, start, fragment.position())
            place = None
        if names := kind.anchorNames():
            place, start = _place(names[0]), fragment.position()
    if place:
        yield Spot(place, start, block.position() + block.length() - 1)


def _place(name: str) -> Place:
    part, number, sentence = name.split("/")
    return Place(Part(part), int(number), int(sentence))


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    there = block.begin()
    while not there.atEnd():
        yield there.fragment()
        there += 1

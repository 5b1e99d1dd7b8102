"""The texts of a result, each with its place: what is searched, and what a person may edit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from svs_desktop.pipeline.summary import Chapter, Evidence, KeyPoint, Result, Sentence, Summary
from svs_desktop.pipeline.transcript import Segment

T = TypeVar("T")


class Part(StrEnum):
    """What part of a result a text belongs to."""

    TITLE = "title"
    PARAGRAPHS = "paragraphs"
    KEY_POINTS = "key_points"
    DECISIONS = "decisions"
    ACTION_ITEMS = "action_items"
    CHAPTER_TITLES = "chapter_titles"
    CHAPTERS = "chapters"
    TRANSCRIPT = "transcript"


class Place(Struct, frozen=True, order=True):
    """Where a text stands.

    Attributes:
        number: Of the paragraph, the point, the chapter or the segment.
        sentence: Of the paragraph or the chapter.
    """

    part: Part
    number: int = 0
    sentence: int = 0


class Text(Struct, frozen=True):
    """A text of a result, and the second at which it is said; 0 when that is unknown."""

    place: Place
    text: str
    second: float


_POINTS = (Part.KEY_POINTS, Part.DECISIONS, Part.ACTION_ITEMS)


def texts_of(summary: Summary, segments: Sequence[Segment] = ()) -> Iterator[Text]:
    """All of a result: the title, the sentences of the summary, then what was said."""
    yield Text(Place(Part.TITLE), summary.title, 0.0)
    for number, paragraph in enumerate(summary.paragraphs):
        yield from _sentences(Part.PARAGRAPHS, number, paragraph)
    for part in _POINTS:
        points: tuple[KeyPoint, ...] = getattr(summary, part)
        for number, point in enumerate(points):
            yield Text(Place(part, number), point.text, point.start)
    for number, chapter in enumerate(summary.chapters):
        yield Text(Place(Part.CHAPTER_TITLES, number), chapter.title, chapter.start)
        yield from _sentences(Part.CHAPTERS, number, chapter.sentences)
    for number, segment in enumerate(segments):
        yield Text(Place(Part.TRANSCRIPT, number), segment.text, segment.start)


def text_at(result: Result, place: Place) -> str:
    """The text at a place.

    Raises:
        LookupError: There is no such place.
    """
    if place.part is Part.TRANSCRIPT:
        return result.transcript.segments[place.number].text
    for text in texts_of(result.summary):
        if text.place == place:
            return text.text
    raise LookupError(place)


def with_text(summary: Summary, place: Place, text: str) -> Summary:
    """The summary with another text at this place.

    Raises:
        LookupError: There is no such place in it.
    """
    match place.part:
        case Part.TITLE:
            return replace(summary, title=text)
        case Part.PARAGRAPHS:
            paragraph = _with_sentence(summary.paragraphs[place.number], place.sentence, text)
            return replace(summary, paragraphs=_with(summary.paragraphs, place.number, paragraph))
        case Part.CHAPTERS | Part.CHAPTER_TITLES:
            chapter = _with_chapter_text(summary.chapters[place.number], place, text)
            return replace(summary, chapters=_with(summary.chapters, place.number, chapter))
        case Part.TRANSCRIPT:
            raise LookupError(place)
    points: tuple[KeyPoint, ...] = getattr(summary, place.part)
    point = replace(points[place.number], text=text)
    return replace(summary, **{place.part: _with(points, place.number, point)})


def _with_chapter_text(chapter: Chapter, place: Place, text: str) -> Chapter:
    if place.part is Part.CHAPTER_TITLES:
        return replace(chapter, title=text)
    return replace(chapter, sentences=_with_sentence(chapter.sentences, place.sentence, text))


def _with_sentence(sentences: tuple[Sentence, ...], number: int, text: str) -> tuple[Sentence, ...]:
    return _with(sentences, number, replace(sentences[number], text=text))


def _with(things: tuple[T, ...], number: int, thing: T) -> tuple[T, ...]:
    return (*things[:number], thing, *things[number + 1 :])


def _sentences(part: Part, number: int, sentences: Sequence[Sentence]) -> Iterator[Text]:
    for n, said in enumerate(sentences):
        yield Text(Place(part, number, n), said.text, _start(said.evidence))


def _start(evidence: Sequence[Evidence]) -> float:
    return evidence[0].start if evidence else 0.0

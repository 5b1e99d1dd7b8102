"""What was said, and when. Times are seconds from the start of the video."""

from __future__ import annotations

from msgspec import Struct


class Word(Struct, frozen=True):
    """A spoken word."""

    start: float
    end: float
    text: str


class Segment(Struct, frozen=True):
    """A sentence or a clause, with its words when their times are known."""

    start: float
    end: float
    text: str
    words: tuple[Word, ...] = ()


class Reached(Struct, frozen=True):
    """How far a transcript has come, and where it goes on.

    Attributes:
        second: All that was said before this second of the recording is transcribed.
        block: The sample from which speech is to be looked for again.
        source: Size and time of change of the video, and the track: of another one the transcript
            is of no use.
    """

    second: float
    block: int
    source: tuple[int, int, int]


class SoFar(Struct, frozen=True):
    """What an interrupted run has transcribed."""

    segments: tuple[Segment, ...]
    language: str
    reached: Reached


class Transcript(Struct, frozen=True):
    """The segments of a talk in the order of time.

    Attributes:
        segments: What was said.
        language: ISO 639-1 code; empty when nothing was said.
    """

    segments: tuple[Segment, ...] = ()
    language: str = ""

    @property
    def text(self) -> str:
        """The whole text, a segment a line."""
        return "\n".join(segment.text for segment in self.segments)

"""How a video is to be summarised."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

AUTO = "auto"
"""The option's value that leaves the choice to the program."""

EXTRACTIVE = "extractive"
"""The summarizer that writes nothing: the talk's own key sentences."""

SpeechQuality = Literal["fast", "balanced", "accurate"]
Length = Literal["short", "normal", "long"]
Style = Literal["auto", "lecture", "meeting", "interview"]


class JobOptions(Struct, frozen=True):
    """How a video is to be summarised.

    Attributes:
        speech_model: Name of an installed speech model, or the path of a model's folder.
        language: ISO 639-1 code of the speech, or ``auto``.
        audio_track: Position among the audio tracks, or None for the default one.
        device: ``auto``, ``cpu`` or ``cuda``.
        threads: Processor threads; 0 for the number of physical cores.
        summarizer: Name of an installed language model, the path of one, ``extractive``, or
            ``auto`` for the best that is installed and fits the memory.
        length: How much the summary says.
        style: What kind of talk it is; a meeting has decisions and action items.
        summary_language: ISO 639-1 code of the summary, or ``auto`` for the language of the talk.
        speech_quality: Whether speed or accuracy matters more in transcribing.
        glossary: Names and terms that may be said, with commas between them.
        until_s: Only what is said before this second is transcribed; None for all.
    """

    speech_model: str = "base"
    language: str = AUTO
    audio_track: int | None = None
    device: str = AUTO
    threads: int = 0
    summarizer: str = AUTO
    length: Length = "normal"
    style: Style = "auto"
    summary_language: str = AUTO
    speech_quality: SpeechQuality = "balanced"
    glossary: str = ""
    until_s: float | None = None


_OF_THE_TRANSCRIPT = ("speech_model", "speech_quality", "language", "audio_track", "glossary")


# What a person chooses for one video; the rest is for the computer, or for all videos.
_CHOICES = (
    "speech_model",
    "speech_quality",
    "language",
    "audio_track",
    "summarizer",
    "length",
    "style",
    "summary_language",
)


def with_choices(options: JobOptions, chosen: JobOptions) -> JobOptions:
    """The options with what a person has chosen for a video or a folder."""
    return replace(options, **{name: getattr(chosen, name) for name in _CHOICES})


def hears_the_same(one: JobOptions, other: JobOptions) -> bool:
    """Whether both lead to the same transcript, as far as each one goes."""
    return all(getattr(one, name) == getattr(other, name) for name in _OF_THE_TRANSCRIPT)

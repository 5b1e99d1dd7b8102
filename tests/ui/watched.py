"""Results of real recordings, as the tests of the player need them."""

from __future__ import annotations

import struct
import wave
from pathlib import Path

import made
from msgspec.structs import replace

from svs_desktop.paths import resource
from svs_desktop.pipeline.fingerprint import fingerprint
from svs_desktop.pipeline.summary import Chapter, Evidence, KeyPoint, Result, Sentence
from svs_desktop.pipeline.transcript import Segment, Transcript

SAMPLE = resource("sample", "sample.mp4")
LENGTH_S = 233.0

# A pause of five seconds after the third.
SAID = (
    Segment(1.0, 4.0, "The moon pulls at the sea."),
    Segment(4.5, 8.0, "The water rises on both sides."),
    Segment(8.5, 10.0, "Twice a day it is high."),
    Segment(15.0, 20.0, "The sun pulls as well."),
    *(Segment(20.0 + 5 * n, 24.8 + 5 * n, f"More about the tides, {n}.") for n in range(42)),
)


def talk(path: Path = SAMPLE, *, job_id: str = "t1", known: bool = True) -> Result:
    """A result of the sample, or of a copy of it; ``known`` tells whether by its content."""
    evidence = (Evidence(1.0, 2.0, (0,)), Evidence(15.0, 16.0, (3,)), Evidence(60.0, 61.0, (12,)))
    moon, sun, tides = evidence
    base = made.result(SAID, job_id=job_id, title="How the tides work")
    summary = replace(
        base.summary,
        duration_s=LENGTH_S,
        paragraphs=((Sentence("The moon makes the tides.", (moon,)),),),
        key_points=(KeyPoint("The sun helps.", sun), KeyPoint("There is more.", tides)),
        chapters=(
            Chapter(0.0, 100.0, "The moon"),
            Chapter(100.0, 180.0, "Springs and neaps"),
            Chapter(180.0, LENGTH_S, "The open sea"),
        ),
    )
    mark = fingerprint(path) if known and path.exists() else ""
    return replace(
        base, path=path, summary=summary, transcript=Transcript(SAID, "en"), fingerprint=mark
    )


def sound(path: Path, seconds: int = 30) -> Path:
    """A recording without pictures."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(struct.pack("<h", 0) * 8000 * seconds)
    return path

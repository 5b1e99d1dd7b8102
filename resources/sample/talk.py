"""Reads the talk of the sample from talk.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Slide:
    """What is shown while some sentences are spoken."""

    part: int
    part_heading: str
    heading: str
    subtitle: str
    bullets: tuple[str, ...]
    diagram: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """One of the parts of the talk."""

    heading: str
    slides: tuple[Slide, ...]


@dataclass(frozen=True)
class Talk:
    """All that is said and shown."""

    title: str
    language: str
    parts: tuple[Part, ...]

    @property
    def slides(self) -> list[Slide]:
        """The slides of all parts, in order."""
        return [slide for part in self.parts for slide in part.slides]


def read_talk(path: Path) -> Talk:
    """Reads talk.toml."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    parts = [
        Part(
            part["heading"],
            tuple(
                Slide(
                    part=number,
                    part_heading=part["heading"],
                    heading=slide["heading"],
                    subtitle=slide.get("subtitle", ""),
                    bullets=tuple(slide.get("bullets", ())),
                    diagram=slide["diagram"],
                    sentences=tuple(slide["sentences"]),
                )
                for slide in part["slides"]
            ),
        )
        for number, part in enumerate(data["parts"])
    ]
    return Talk(data["title"], data["language"], tuple(parts))

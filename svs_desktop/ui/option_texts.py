"""The values that a job's options have, and what people call them."""

from __future__ import annotations

from svs_desktop.pipeline.job import AUTO, EXTRACTIVE
from svs_desktop.ui.job_text import tr
from svs_desktop.ui.words import short_title
from svs_desktop.ui.writer_choice import LanguageModels

Texts = list[tuple[str, str]]


def qualities() -> Texts:
    """How carefully is transcribed."""
    return [("fast", tr("Fast")), ("balanced", tr("Balanced")), ("accurate", tr("Accurate"))]


def lengths() -> Texts:
    """How much a summary says."""
    return [("short", tr("Short")), ("normal", tr("Normal")), ("long", tr("Long"))]


def kinds() -> Texts:
    """What kind of talk it is."""
    return [
        (AUTO, tr("Recognise it")),
        ("lecture", tr("Lecture or talk")),
        ("meeting", tr("Meeting")),
        ("interview", tr("Interview")),
    ]


def writers(models: LanguageModels) -> Texts:
    """What can write a summary now."""
    installed = [(model.name, short_title(model.title)) for model in models.installed]
    automatic = (AUTO, tr("Automatic (best installed)"))
    return [automatic, (EXTRACTIVE, tr("Key sentences only")), *installed]

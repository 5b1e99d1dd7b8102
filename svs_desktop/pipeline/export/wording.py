"""What every export says of a result, and text that is fit for a file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from svs_desktop.pipeline.export.clock import clock, mark
from svs_desktop.pipeline.locales import ENGLISH, Locale
from svs_desktop.pipeline.notices import Notice, NoticeCode
from svs_desktop.pipeline.retelling import retold
from svs_desktop.pipeline.summary import (
    KEY_SENTENCES,
    Chapter,
    KeyPoint,
    Result,
    Sentence,
    Summary,
)

# White space among the control characters becomes a space instead.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]")

# What is said of one sentence, and of several.
_READ = ("1 sentence was read.", "{count} sentences were read.")
_ALL_READ = (_READ[0], "All {count} sentences were read.")
_DROPPED = (
    "1 written sentence was left out because the transcript does not support it.",
    "{count} written sentences were left out because the transcript does not support them.",
)
_CHAPTER = "Chapter {number}"
_SPEECH, _WRITER = "speech model: {name}", "written by: {name}"
KEY_POINTS, DECISIONS, ACTION_ITEMS = "Key points", "Decisions", "Action items"
CHAPTERS, TRANSCRIPT = "Chapters", "Transcript"
NOTE = "Note: {text}"
TEMPLATES = (*_READ, *_ALL_READ, *_DROPPED, _CHAPTER)
"""What translators see of it."""


def one_line(text: str) -> str:
    """The text on one line, without what cannot be written down as UTF-8."""
    return " ".join(_SURROGATES.sub("\ufffd", _CONTROLS.sub("", text)).split())


def title_of(result: Result) -> str:
    """The title, or else the name of the file."""
    return one_line(result.summary.title) or one_line(result.path.stem)


def facts(result: Result, locale: Locale = ENGLISH) -> str:
    """One line: the file's name, length, date, language and models."""
    summary = result.summary
    said = [
        one_line(result.path.name),
        clock(summary.duration_s),
        result.finished_at.astimezone().date().isoformat(),
        summary.language,
        summary.speech_model and locale.filled(_SPEECH, name=_model(summary.speech_model)),
        summary.writer and locale.filled(_WRITER, name=_model(summary.writer)),
    ]
    if summary.writer == KEY_SENTENCES:
        said[-1] = locale.text(KEY_SENTENCES)
    return " · ".join(filter(None, said))


def coverage(summary: Summary, locale: Locale = ENGLISH) -> str:
    """How much of the talk was read, and what was not kept of what was written; may be empty."""
    read, dropped = summary.sentences_read, summary.sentences_dropped
    said = []
    if read:
        # What is missing of the talk is told in a notice.
        is_all = not any(notice.code is NoticeCode.GAP for notice in summary.notices)
        said.append(_counted(_ALL_READ if is_all else _READ, read, locale))
    if dropped:
        said.append(_counted(_DROPPED, dropped, locale))
    return " ".join(said)


def chapter_title(chapter: Chapter, number: int, locale: Locale = ENGLISH) -> str:
    """The title of a chapter where something must stand, for the ``number``-th one."""
    return one_line(chapter.title) or locale.filled(_CHAPTER, number=str(number))


def points_of(summary: Summary, locale: Locale = ENGLISH) -> list[tuple[str, Sequence[KeyPoint]]]:
    """The lists of points that are not empty, each with its heading."""
    lists = (
        (KEY_POINTS, summary.key_points),
        (DECISIONS, summary.decisions),
        (ACTION_ITEMS, summary.action_items),
    )
    return [(locale.text(heading), points) for heading, points in lists if points]


def notice_text(notice: Notice, locale: Locale = ENGLISH) -> str:
    """What a notice says."""
    values = dict(notice.values)
    if "reason" in values:
        values["reason"] = retold(values["reason"], locale)
    return locale.filled(notice.template, **values)


def moment(sentence: Sentence) -> str:
    """The mark of the moment that a sentence rests on, or nothing."""
    return mark(sentence.evidence[0].start) if sentence.evidence else ""


def _model(name: str) -> str:
    """A model's name; of the path of a model, only what is no secret of this computer."""
    return one_line(Path(name).name if Path(name).is_absolute() else name)


def _counted(templates: tuple[str, str], count: int, locale: Locale) -> str:
    return locale.filled(templates[count > 1], count=locale.number(count))

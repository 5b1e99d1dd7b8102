"""How a job stands, in words."""

from __future__ import annotations

from datetime import datetime
from html import escape

from PySide6.QtCore import QDateTime, QLocale
from PySide6.QtGui import Qt

from svs_desktop.library import LibraryError
from svs_desktop.pipeline.errors import Failure
from svs_desktop.pipeline.export.clock import clock
from svs_desktop.pipeline.job import JobState, Status
from svs_desktop.pipeline.notices import Notice
from svs_desktop.pipeline.retelling import retold
from svs_desktop.settings import Problem
from svs_desktop.ui.words import HERE, percent_text, speed_text, stage_name, time_left_text

_BETWEEN = "  ·  "
_ROOM_FOR_NAME = 24
# The values that the core has words for.
_TOLD = {"expected", "reason"}


def tr(text: str) -> str:
    """The text in the language of the window."""
    return HERE.text(text)


def file_name(state: JobState) -> str:
    """The video's name, with what is no valid Unicode in it made visible."""
    return readable(state.job.path.name)


def readable(text: str) -> str:
    """Text that a window can show: one line, and nothing in it that is no character."""
    return " ".join(valid_text(text).split())


def valid_text(text: str) -> str:
    """Text in which a question mark stands for what is no valid Unicode."""
    return text.encode("utf-8", "replace").decode("utf-8")


def as_tip(text: str) -> str:
    """Text that a tool tip shows as it is, even where it looks like HTML."""
    return f"<p>{escape(text)}</p>".replace("\n", "<br>") if Qt.mightBeRichText(text) else text


def sentence(said: Failure | LibraryError | Notice | Problem) -> str:
    """What a failure, a notice or a problem says."""
    if isinstance(said, Failure | LibraryError):
        return _filled(said.templates[0], said.values)
    return _filled(said.template, said.values)


def short_sentence(failure: Failure) -> str:
    """What a failure says where there is little room: a long name loses its middle."""
    values = dict(failure.values)
    if len(name := readable(values.get("name", ""))) > _ROOM_FOR_NAME:
        half = _ROOM_FOR_NAME // 2
        values["name"] = f"{name[:half].rstrip()}…{name[-half:].lstrip()}"
    return _filled(failure.templates[0], values)


def remedy(failure: Failure | LibraryError) -> str:
    """What to do next."""
    return _filled(failure.templates[1], failure.values)


def with_remedy(failure: Failure) -> str:
    """What a failure says, and what to do next."""
    return f"{sentence(failure)} {remedy(failure)}"


def moment_text(moment: datetime) -> str:
    """Day and time as people here write them."""
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    return QLocale().toString(local, QLocale.FormatType.ShortFormat)


def status_line(state: JobState, *, with_speed: bool = True) -> str:
    """One line that says all: the stage, percent, speed and time left; or what went wrong."""
    match state.status:
        case Status.QUEUED | Status.PAUSED:
            return _joined(_waiting_word(state), _done_so_far(state), _length(state))
        case Status.RUNNING:
            return _running_line(state, with_speed=with_speed)
        case Status.FINISHED:
            return _joined(tr("Done"), _length(state))
        case Status.FAILED if state.failure:
            return sentence(state.failure)
        case Status.CANCELLED:
            return _joined(tr("Cancelled"), _length(state))
    return tr("Failed")


def spoken_line(state: JobState) -> str:
    """The same for a screen reader, with the name before it."""
    return f"{file_name(state)}. {status_line(state).replace(_BETWEEN, ', ')}"


def _running_line(state: JobState, *, with_speed: bool) -> str:
    progress = state.progress
    if progress is None:
        return _joined(tr(stage_name(None)), _length(state))
    return _joined(
        tr(stage_name(progress.stage)),
        percent_text(state.overall),
        speed_text(progress.speed) if with_speed else "",
        time_left_text(progress.eta_s),
    )


def _waiting_word(state: JobState) -> str:
    if state.summarised_as:
        return tr("Already summarised")
    return tr("Waiting") if state.status is Status.QUEUED else tr("Paused")


def _done_so_far(state: JobState) -> str:
    return percent_text(state.overall) if state.overall else ""


def _length(state: JobState) -> str:
    return clock(state.media.duration_s) if state.media and state.media.duration_s else ""


def _joined(*parts: str) -> str:
    return _BETWEEN.join(part for part in parts if part)


def _filled(template: str, values: dict[str, str]) -> str:
    shown = {key: readable(value) for key, value in values.items()}
    shown |= {key: retold(shown[key], HERE) for key in _TOLD & shown.keys()}
    return tr(template).format_map(_Open(shown))


class _Open(dict[str, str]):
    """Values, with a question mark for one that an older engine did not give."""

    def __missing__(self, key: str) -> str:
        return "?"

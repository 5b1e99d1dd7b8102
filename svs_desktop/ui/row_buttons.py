"""The buttons in a job's row: which there are, where, and what they are called."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPoint, QRect, QSize

from svs_desktop.pipeline.job import JobState, Status
from svs_desktop.ui.directions import mirrored
from svs_desktop.ui.job_text import tr
from svs_desktop.ui.pictures import SIZE as PICTURE
from svs_desktop.ui.theme import GRID, pixels

_BUTTON = 28
_MOST_WIDTH = 128


class RowButton(Enum):
    """The buttons of a row; the value is the icon's name."""

    OPEN = "open"
    ANYWAY = "again"
    PAUSE = "pause"
    RESUME = "resume"
    CANCEL = "cancel"
    RETRY = "retry"
    REMOVE = "remove"


def buttons_of(state: JobState) -> tuple[RowButton, ...]:
    """The buttons that a job has, from left to right."""
    if state.summarised_as:
        return (RowButton.OPEN, RowButton.ANYWAY, RowButton.REMOVE)
    match state.status:
        case Status.QUEUED | Status.RUNNING:
            return (RowButton.PAUSE, RowButton.CANCEL)
        case Status.PAUSED:
            return (RowButton.RESUME, RowButton.CANCEL)
        case Status.FAILED | Status.CANCELLED:
            return (RowButton.RETRY, RowButton.REMOVE)
        case Status.FINISHED:
            return (RowButton.REMOVE,)


def button_name(button: RowButton) -> str:
    """What a button does, in words."""
    return {
        RowButton.OPEN: tr("Open the summary"),
        RowButton.ANYWAY: tr("Summarise anyway"),
        RowButton.PAUSE: tr("Pause"),
        RowButton.RESUME: tr("Go on"),
        RowButton.CANCEL: tr("Cancel"),
        RowButton.RETRY: tr("Try again"),
        RowButton.REMOVE: tr("Remove from the queue"),
    }[button]


def button_rects(row: QRect, state: JobState) -> dict[RowButton, QRect]:
    """Where the buttons of a row are."""
    right = row.right() - 2 * GRID
    top = row.center().y() - picture_size().height() // 2 - GRID
    side = pixels(_BUTTON)
    return {
        button: mirrored(QRect(right - side * (place + 1), top, side, side), row)
        for place, button in enumerate(reversed(buttons_of(state)))
    }


def button_at(row: QRect, state: JobState, position: QPoint) -> RowButton | None:
    """The button at a point, if one is there."""
    rects = button_rects(row, state)
    return next((button for button, rect in rects.items() if rect.contains(position)), None)


def picture_size() -> QSize:
    """How large a row's picture is, with the text size that was chosen."""
    # With large text the words need the room more.
    share = min(pixels(PICTURE.width()), _MOST_WIDTH) / PICTURE.width()
    return QSize(round(PICTURE.width() * share), round(PICTURE.height() * share))

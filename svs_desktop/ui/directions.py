"""From which side a row is laid out, and from which side a text runs."""

from __future__ import annotations

from unicodedata import bidirectional

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle

_LTR, _RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
_STRONG = {"L": _LTR, "R": _RTL, "AL": _RTL}
_BETWEEN = "  ·  "
# Each part of a list runs as its own letters want it, whatever stands beside it.
_ISOLATE, _END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_Elide = Qt.TextElideMode


def text_direction(text: str) -> Qt.LayoutDirection:
    """The side from which a text runs: its first letter tells; the window's without letters."""
    kinds = (_STRONG.get(bidirectional(letter)) for letter in text)
    return next((kind for kind in kinds if kind is not None), QApplication.layoutDirection())


def mirrored(rect: QRect, row: QRect) -> QRect:
    """Where a part of a row stands in this window; ``rect`` is where it would in English."""
    return QStyle.visualRect(QApplication.layoutDirection(), row, rect)


def draw_line(
    painter: QPainter, rect: QRect, text: str, elide: Qt.TextElideMode = _Elide.ElideRight
) -> None:
    """Draw a line that begins where lines begin in this window, and ends in an ellipsis."""
    window = QApplication.layoutDirection()
    side = Qt.AlignmentFlag.AlignRight if window is _RTL else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    is_list = _BETWEEN in text
    painter.setLayoutDirection(window if is_list else text_direction(text))
    shown = painter.fontMetrics().elidedText(text, elide, rect.width())
    if is_list and (window is _RTL or not text.isascii()):
        shown = _BETWEEN.join(f"{_ISOLATE}{part}{_END}" for part in shown.split(_BETWEEN))
    painter.drawText(rect, int(flags), shown)


def first_line(text: str, width: int, metrics: QFontMetrics) -> tuple[str, str]:
    """As many whole words as fit the width, and the rest."""
    words = text.split()
    fitting = 1
    while (
        fitting < len(words) and metrics.horizontalAdvance(" ".join(words[: fitting + 1])) <= width
    ):
        fitting += 1
    first = metrics.elidedText(" ".join(words[:fitting]), Qt.TextElideMode.ElideMiddle, width)
    return first, " ".join(words[fitting:])

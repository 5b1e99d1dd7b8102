"""The places that a search has found, as rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPalette, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from svs_desktop.library import Found, Part
from svs_desktop.pipeline.export.clock import clock
from svs_desktop.ui.job_text import as_tip, readable, tr
from svs_desktop.ui.lists import Index
from svs_desktop.ui.theme import GRID, RADIUS, Size, font, pixels, secondary_color

_Role = Qt.ItemDataRole

ROW_HEIGHT = 52
"""Pixels of a row, where the text has its usual size."""

_LINE = 20
# Characters that are shown before the first word found, where the line is too long.
_BEFORE = 32


class FoundModel(QAbstractListModel):
    """What was found last."""

    def __init__(self) -> None:
        super().__init__()
        self._found: Sequence[Found] = ()

    def show(self, found: Sequence[Found]) -> None:
        """Show this instead."""
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def found(self, index: Index) -> Found:
        """The place of a row."""
        return self._found[index.row()]

    def rowCount(self, parent: Index | None = None) -> int:
        """Number of places."""
        return 0 if parent and parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """What views, tool tips and screen readers ask for."""
        if not index.isValid():
            return None
        found = self._found[index.row()]
        match role:
            case _Role.DisplayRole:
                return readable(found.line)
            case _Role.AccessibleTextRole:
                return f"{readable(found.line)} {place_text(found)}"
            case _Role.ToolTipRole:
                return as_tip(readable(found.line))
        return found if role == _Role.UserRole else None


def place_text(found: Found) -> str:
    """Where it stands: the moment, the part, the result."""
    title, when = readable(found.title), clock(found.second)
    match found.place.part:
        case Part.TITLE:
            return tr("Title")
        case Part.TRANSCRIPT:
            return f"{when}  ·  {title}"
        case Part.CHAPTER_TITLES:
            part = tr("Chapter")
        case _:
            part = tr("Summary")
    return f"{when}  ·  {part}  ·  {title}"


class FoundDelegate(QStyledItemDelegate):
    """Paints the line, its words found in bold, above a line that says where it stands."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are equally high."""
        return QSize(200, pixels(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        found: Found = index.data(_Role.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect.adjusted(GRID, 0, -GRID, 0)
        _ground(painter, option, rect)
        height = pixels(_LINE)
        text = rect.adjusted(3 * GRID, (rect.height() - 2 * height) // 2, -3 * GRID, 0)
        line = QRect(text.left(), text.top(), text.width(), height)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        _draw_line(painter, line, found)
        painter.setFont(font(Size.SECONDARY))
        painter.setPen(secondary_color(option.palette))
        below = line.translated(0, height)
        mode = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(place_text(found), mode, below.width())
        painter.drawText(below, int(Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()


def _ground(painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
    state, palette = option.state, option.palette
    selected = bool(state & QStyle.StateFlag.State_Selected)
    painter.setPen(Qt.PenStyle.NoPen)
    if selected or state & QStyle.StateFlag.State_MouseOver:
        role = QPalette.ColorRole.Midlight if selected else QPalette.ColorRole.AlternateBase
        painter.setBrush(palette.color(role))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(palette.color(QPalette.ColorRole.Highlight))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0, 0, -1, -1), RADIUS, RADIUS)


def _draw_line(painter: QPainter, rect: QRect, found: Found) -> None:
    used = font(Size.TEXT)
    text, marks = excerpt(found)
    layout = _laid_out(text, marks, used, rect.width())
    if (fitting := layout.lineAt(0).textLength()) < len(text):
        cut = text[: max(0, fitting - 1)].rstrip() + "…"
        layout = _laid_out(cut, marks, used, rect.width())
    line = layout.lineAt(0)
    layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2))


def _laid_out(text: str, marks: Sequence[tuple[int, int]], used: QFont, width: int) -> QTextLayout:
    layout = QTextLayout(text, used)
    layout.setFormats([_bold(start, end) for start, end in marks if start < len(text)])
    layout.setCacheEnabled(True)
    layout.beginLayout()
    layout.createLine().setLineWidth(width)
    layout.endLayout()
    return layout


def _bold(start: int, end: int) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, end - start
    kind = QTextCharFormat()
    kind.setFontWeight(QFont.Weight.Bold)
    kind.setFontUnderline(True)
    made.format = kind
    return made


def excerpt(found: Found) -> tuple[str, list[tuple[int, int]]]:
    """The line from shortly before the first word found, and where the words are in that."""
    first = found.marks[0][0] if found.marks else 0
    cut = 0
    if first > _BEFORE:
        space = found.line.rfind(" ", 0, first - _BEFORE // 2)
        cut = space + 1 if space > 0 else first - _BEFORE // 2
    lead = "…" if cut else ""
    shift = len(lead) - cut
    marks = [(start + shift, end + shift) for start, end in found.marks]
    return lead + readable(found.line[cut:]), marks

"""How a result looks in the history."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from svs_desktop.library import HistoryEntry
from svs_desktop.ui.directions import draw_line, mirrored
from svs_desktop.ui.history_model import FACTS
from svs_desktop.ui.icons import pixmap
from svs_desktop.ui.job_text import readable
from svs_desktop.ui.lists import Index
from svs_desktop.ui.theme import GRID, GUTTER, RADIUS, Size, font, pixels, secondary_color

_Role = Qt.ItemDataRole
_ROW_HEIGHT = 48
_STAR = 16


class EntryDelegate(QStyledItemDelegate):
    """Paints a result as a title with a line of facts below it."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are equally high."""
        return QSize(200, pixels(_ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        entry: HistoryEntry = index.data(_Role.UserRole)
        state, palette = option.state, option.palette
        rect = option.rect.adjusted(GRID, 1, -GRID, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            role = QPalette.ColorRole.Midlight if selected else QPalette.ColorRole.AlternateBase
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(role))
            painter.drawRoundedRect(rect, RADIUS, RADIUS)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(palette.color(QPalette.ColorRole.Highlight))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(0, 0, -1, -1), RADIUS, RADIUS)
        self._paint_star(painter, option, entry)
        text = rect.adjusted(GUTTER - GRID, 2 * GRID - 2, -GUTTER - pixels(_STAR), 0)
        title = mirrored(QRect(text.left(), text.top(), text.width(), pixels(18)), option.rect)
        painter.setFont(font(Size.TEXT))
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        draw_line(painter, title, readable(entry.title))
        painter.setFont(font(Size.SECONDARY))
        painter.setPen(secondary_color(palette))
        draw_line(painter, title.translated(0, title.height()), index.data(FACTS))
        painter.restore()

    def _paint_star(
        self, painter: QPainter, option: QStyleOptionViewItem, entry: HistoryEntry
    ) -> None:
        shown = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
        if entry.kept or option.state & shown:
            role = QPalette.ColorRole.Text if entry.kept else QPalette.ColorRole.PlaceholderText
            name = "star-full" if entry.kept else "star"
            place = star_rect(option.rect)
            side = pixels(_STAR)
            picture = pixmap(name, option.palette.color(role), side)
            painter.drawPixmap(place.center() - QPoint(side // 2, side // 2), picture)


def star_rect(row: QRect) -> QRect:
    """Where in a row the star stands that keeps its result; it can be clicked."""
    side = pixels(2 * _STAR)
    left = row.right() - GRID - side
    return mirrored(QRect(left, row.center().y() - side // 2, side, side), row)

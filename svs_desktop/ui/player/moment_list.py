"""The chapters beside the picture, or the key points of a talk without chapters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from svs_desktop.pipeline.export.clock import clock
from svs_desktop.pipeline.summary import Summary
from svs_desktop.ui.job_text import as_tip, readable
from svs_desktop.ui.lists import Index
from svs_desktop.ui.theme import GRID, Size, font, pixels, secondary_color
from svs_desktop.ui.words import chapter_title

_ROW, _TIMES = 28, 56
_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_SECOND = Qt.ItemDataRole.UserRole
_Role = QPalette.ColorRole


def moments_of(summary: Summary) -> list[tuple[float, str]]:
    """The second and the title of each chapter; of each key point where there are no chapters."""
    if summary.chapters:
        chapters = enumerate(summary.chapters, 1)
        return [(c.start, readable(chapter_title(c, number))) for number, c in chapters]
    return [(point.start, readable(point.text)) for point in summary.key_points]


class MomentList(QListWidget):
    """Moments to go to, each with its time; the last one that has begun is set off.

    Signals:
        chosen: The second to go to.
    """

    chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seconds: list[float] = []
        self._reached = -1
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(self.tr("Chapters"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.itemClicked.connect(self._on_chosen)
        self.itemActivated.connect(self._on_chosen)

    @property
    def reached(self) -> int:
        """The row that is set off; -1 when none is."""
        return self._reached

    def show_moments(self, moments: Sequence[tuple[float, str]]) -> None:
        """Show these."""
        self.clear()
        self._seconds = [second for second, _ in moments]
        self._reached = -1
        for second, title in moments:
            item = QListWidgetItem(title, self)
            item.setData(_SECOND, second)
            item.setToolTip(as_tip(title))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{clock(second)} {title}")

    def show_second(self, second: float) -> None:
        """Set off the one that has begun last, and have it seen."""
        row = bisect_right(self._seconds, second + 0.01) - 1
        if row != self._reached:
            self._reached = row
            self.viewport().update()
            if row >= 0:
                self.scrollToItem(self.item(row))

    @Slot(QListWidgetItem)
    def _on_chosen(self, item: QListWidgetItem) -> None:
        self.chosen.emit(float(item.data(_SECOND)))


class _Delegate(QStyledItemDelegate):
    """A line: the time, and the title as far as there is room."""

    def __init__(self, view: MomentList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, pixels(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, rect = option.palette, option.rect.adjusted(0, 1, 0, -1)
        is_reached = index.row() == self._view.reached
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_reached or option.state & QStyle.StateFlag.State_MouseOver:
            role = _Role.Midlight if is_reached else _Role.AlternateBase
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(role))
            painter.drawRoundedRect(rect, GRID, GRID)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(palette.color(_Role.Highlight))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(0, 0, -1, -1), GRID, GRID)
        inner = rect.adjusted(2 * GRID, 0, -2 * GRID, 0)
        times, words = QRect(inner), inner.adjusted(pixels(_TIMES), 0, 0, 0)
        times.setWidth(pixels(_TIMES))
        times, words = (QStyle.visualRect(option.direction, inner, r) for r in (times, words))
        painter.setFont(font(Size.SECONDARY))
        painter.setPen(secondary_color(palette))
        painter.drawText(times, int(_MIDDLE), clock(float(index.data(_SECOND))))
        painter.setFont(font(Size.TEXT, bold=is_reached))
        painter.setPen(palette.color(_Role.Text))
        elide, width = Qt.TextElideMode.ElideRight, words.width()
        shown = painter.fontMetrics().elidedText(str(index.data()), elide, width)
        painter.drawText(words, int(_MIDDLE), shown)
        painter.restore()

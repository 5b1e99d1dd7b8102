"""The list of jobs, whose rows are put elsewhere by dragging them."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QWidget

from svs_desktop.ui.lists import RowList
from svs_desktop.ui.theme import GRID, RADIUS, Size, font

_EDGE = 32
_SCROLL_MS = 30
_STEP = 12
_GHOST = 0.9


class QueueList(RowList):
    """A list in which many rows can be selected, and dragged to another place.

    The drag stays inside the list, so it is the list's own: files that are dropped from elsewhere
    are the window's.

    Signals:
        dropped: The row before which the selected rows are to stand; the number of rows for the
            end.
    """

    dropped = Signal(int)

    def __init__(self, model: QAbstractItemModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, name, parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self._gap: int | None = None
        self._mouse = QPoint()
        self._held = QPoint()
        self._ghost = QPixmap()
        self._scrolling = QTimer(self, interval=_SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll)

    @property
    def is_dragging(self) -> bool:
        """Whether rows are on their way."""
        return self._gap is not None

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Take the selected rows up."""
        row = self.visualRect(self.currentIndex())
        self._held = self._mouse - row.topLeft()
        self._ghost = self.viewport().grab(row)
        self._gap = self._gap_at(self._mouse)
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._scrolling.start()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the rows that are on their way."""
        if self.is_dragging:
            self._carry(event.position().toPoint())
        else:
            self._mouse = event.position().toPoint()
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put the rows down."""
        if self._gap is None:
            super().mouseReleaseEvent(event)
            return
        gap = self._gap_at(event.position().toPoint())
        self._end()
        self.dropped.emit(gap)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the rows stay where they were, with Escape."""
        if self.is_dragging and event.key() == Qt.Key.Key_Escape:
            self._end()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let the rows stay where they were when something else takes the focus."""
        self._end()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw where the rows would come to stand, and one of them at the mouse."""
        super().paintEvent(event)
        if self._gap is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(_GHOST)
        place = QPoint(0, self._mouse.y() - self._held.y())
        painter.drawPixmap(place, self._ghost)
        painter.setOpacity(1.0)
        accent = self.palette().color(self.palette().ColorRole.Highlight)
        y = self._line_at(self._gap)
        painter.setPen(QPen(accent, 2))
        painter.drawLine(2 * GRID, y, self.viewport().width() - 2 * GRID, y)
        count = len(self.selectionModel().selectedIndexes())
        if count > 1:
            self._paint_count(painter, count)

    def _paint_count(self, painter: QPainter, count: int) -> None:
        painter.setFont(font(Size.SECONDARY, bold=True))
        width = painter.fontMetrics().horizontalAdvance(str(count)) + 4 * GRID
        at = self._mouse + QPoint(4 * GRID, -3 * GRID)
        badge = QRect(at.x(), at.y(), max(width, 6 * GRID), 6 * GRID)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(self.palette().ColorRole.Highlight))
        painter.drawRoundedRect(badge, RADIUS, RADIUS)
        painter.setPen(self.palette().color(self.palette().ColorRole.HighlightedText))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(count))

    def _carry(self, mouse: QPoint) -> None:
        self._mouse = mouse
        self._gap = self._gap_at(mouse)
        self.viewport().update()

    def _end(self) -> None:
        if self.is_dragging:
            self._gap = None
            self._scrolling.stop()
            self.viewport().unsetCursor()
            self.viewport().update()

    def _gap_at(self, point: QPoint) -> int:
        """The row whose upper edge is the nearest to a point."""
        index = self.indexAt(QPoint(GRID, max(point.y(), 0)))
        if not index.isValid():
            return self.model().rowCount()
        return index.row() + (point.y() > self.visualRect(index).center().y())

    def _line_at(self, gap: int) -> int:
        last = self.model().rowCount() - 1
        rect = self.visualRect(self.model().index(min(gap, last), 0))
        y = rect.top() if gap <= last else rect.bottom() + 1
        return min(max(y, 1), self.viewport().height() - 2)

    @Slot()
    def _scroll(self) -> None:
        """Go on while the mouse is held at an edge."""
        y, height = self._mouse.y(), self.viewport().height()
        step = -_STEP if y < _EDGE else _STEP if y > height - _EDGE else 0
        if step:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + step)
            self._carry(self._mouse)

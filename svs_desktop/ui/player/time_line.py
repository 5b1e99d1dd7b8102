"""The line that shows where in the recording one is, and where its chapters begin."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSlider, QToolTip, QWidget

from svs_desktop.pipeline.export.clock import clock
from svs_desktop.pipeline.route import Stretch
from svs_desktop.ui.job_text import as_tip
from svs_desktop.ui.theme import GRID, pixels

STEP_S, LEAP_S = 5, 30
"""Seconds that an arrow key goes, and a page key."""

_HANDLE = 6
_HEIGHT = 24
_GAP = 2
_Role = QPalette.ColorRole


class TimeLine(QSlider):
    """A slider over the seconds of a recording, from left to right in every language.

    Signals:
        sought: The second that a person went to.
    """

    sought = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._duration = self._second = 0.0
        self._marks: list[tuple[float, str]] = []
        self._stretches: tuple[Stretch, ...] = ()
        self._held = False
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSingleStep(STEP_S)
        self.setPageStep(LEAP_S)
        self.setFixedHeight(pixels(_HEIGHT))
        self.setMinimumWidth(pixels(80))
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Position in the recording"))
        self.actionTriggered.connect(self._on_action)
        self.show_duration(0.0)

    def show_duration(self, seconds: float) -> None:
        """Show a recording of this length from its start."""
        self._duration = seconds
        self.setRange(0, round(seconds))
        self.setEnabled(seconds > 0)
        self.show_second(0.0)

    def show_marks(self, marks: Sequence[tuple[float, str]]) -> None:
        """Part the line at these seconds; the text is the tip from each on to the next."""
        self._marks = sorted(marks)
        self.update()

    def show_stretches(self, stretches: Sequence[Stretch]) -> None:
        """Set these parts off from the rest; none, and all are alike."""
        self._stretches = tuple(stretches)
        self.update()

    def show_second(self, second: float) -> None:
        """Show where one is, unless the handle is held."""
        if not self._held:
            self._second = second
            self.setValue(round(second))
            self.update()

    def place_of(self, second: float) -> int:
        """How far from the left this second is, in pixels."""
        share = second / self._duration if self._duration else 0.0
        return round(self._left + min(max(0.0, share), 1.0) * self._length)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where the line is clicked."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = True
            self._seek(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go where the handle is drawn, and say what is there."""
        if self._held:
            self._seek(event)
        if self._held or QToolTip.isVisible():
            self._tell(event.globalPosition().toPoint(), event.position().x())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go of the handle."""
        self._held = False

    def event(self, event: QEvent) -> bool:
        """Say which moment and which chapter the mouse rests at."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(event.globalPos(), event.pos().x())
            return True
        return super().event(event)

    def tip_at(self, second: float) -> str:
        """What is said of this second: the time, and the chapter."""
        row = bisect_right(self._marks, second, key=lambda mark: mark[0]) - 1
        return f"{clock(second)}  {self._marks[row][1]}" if row >= 0 else clock(second)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, its parts, and the handle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        palette = self.palette()
        accent = palette.color(_Role.Highlight)
        self._draw(painter, 0.0, self._duration, palette.color(_Role.Dark))
        tint = QColor(accent)
        tint.setAlphaF(0.55)
        for stretch in self._stretches:
            self._draw(painter, stretch.start, stretch.end, tint, raised=GRID / 2)
        if self.isEnabled():
            self._draw(painter, 0.0, self._second, accent)
        ground = palette.color(_Role.Base)
        for second, _ in self._marks:
            if 0 < second < self._duration:
                place = self.place_of(second)
                painter.fillRect(QRectF(place - _GAP / 2, 0, _GAP, self.height()), ground)
        if self.isEnabled():
            self._draw_handle(painter, accent)

    def _draw_handle(self, painter: QPainter, accent: QColor) -> None:
        middle = QPointF(self.place_of(self._second), self.height() / 2)
        radius = pixels(_HANDLE)
        if self.hasFocus():
            painter.setBrush(self.palette().color(_Role.Text))
            painter.drawEllipse(middle, radius + 4.0, radius + 4.0)
        painter.setBrush(self.palette().color(_Role.Base))
        painter.drawEllipse(middle, radius + 2.0, radius + 2.0)
        painter.setBrush(accent)
        painter.drawEllipse(middle, float(radius), float(radius))

    def _draw(
        self, painter: QPainter, start: float, end: float, color: QColor, raised: float = 0.0
    ) -> None:
        left, right = self.place_of(start), self.place_of(end)
        height = GRID + 2 * raised
        bar = QRectF(left, (self.height() - height) / 2, max(2, right - left), height)
        painter.setBrush(color)
        painter.drawRoundedRect(bar, height / 2, height / 2)

    @property
    def _left(self) -> int:
        return int(pixels(_HANDLE)) + GRID

    @property
    def _length(self) -> int:
        return max(1, self.width() - 2 * self._left)

    def _second_at(self, place: float) -> float:
        return min(max(0.0, (place - self._left) / self._length), 1.0) * self._duration

    def _seek(self, event: QMouseEvent) -> None:
        self._second = self._second_at(event.position().x())
        self.setValue(round(self._second))
        self.update()
        self.sought.emit(self._second)

    def _tell(self, place: QPoint, left: float) -> None:
        if self._duration:
            QToolTip.showText(place, as_tip(self.tip_at(self._second_at(left))), self)

    @Slot(int)
    def _on_action(self, _action: int) -> None:
        self.sought.emit(float(self.sliderPosition()))

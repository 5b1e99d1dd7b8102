"""Parts of the window beside and below each other."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from svs_desktop.ui.theme import pixels

_SHARE = 1 / 3
_LEAST, _MOST = 280, 560
_LEAST_TEXT = 240
_KEPT = "left"


class Columns(QSplitter):
    """A splitter with a hairline between its parts; none of them can be pushed away."""

    def __init__(self, direction: Qt.Orientation, *parts: QWidget) -> None:
        super().__init__(direction)
        for part in parts:
            self.addWidget(part)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    def showEvent(self, event: QShowEvent) -> None:
        """Have screen readers meet the parts in the order in which they are seen."""
        super().showEvent(event)
        places = range(self.count())
        # The handles stay on top.
        for child in (*map(self.widget, places), *map(self.handle, places)):
            if child:
                child.raise_()


class Sides(Columns):
    """A left and a right side: the left one has its share of the window's width.

    Once a person has drawn the line between them, it has the width that it was given, as soon as
    there is room for that again.
    """

    def __init__(self, left: QWidget, right: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, left, right)
        self._left = left
        self._chosen = 0
        left.setMinimumWidth(max(_LEAST, pixels(_LEAST_TEXT)))
        self.setStretchFactor(1, 1)
        self.splitterMoved.connect(self._on_moved)

    def fit(self) -> None:
        """Give the left side its width."""
        left = self._chosen or min(pixels(self.width() * _SHARE), _MOST, self.width() // 2)
        self.setSizes([left, max(0, self.width() - self.handleWidth() - left)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let both sides follow the window."""
        super().resizeEvent(event)
        self.fit()

    def keep(self, kept: QSettings) -> None:
        """Write down the width that a person chose."""
        kept.setValue(_KEPT, self._chosen)

    def restore(self, kept: QSettings) -> None:
        """Have the width that was written down."""
        self._chosen = _whole(kept.value(_KEPT))
        self.fit()

    @Slot()
    def _on_moved(self) -> None:
        self._chosen = self.sizes()[0]


def _whole(value: object) -> int:
    try:
        return max(0, int(str(value)))
    except ValueError:
        return 0

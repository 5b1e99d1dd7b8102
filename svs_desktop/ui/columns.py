"""Parts of the window beside and below each other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget


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

"""A label whose text gives way to the window."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from svs_desktop.ui.directions import draw_line
from svs_desktop.ui.job_text import as_tip


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis where it does not fit; its tip has the whole."""

    def __init__(
        self, used: QFont, *, secondary: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFont(used)
        self.setProperty("secondary", secondary)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def setText(self, text: str) -> None:
        """Change the text."""
        super().setText(text)
        self.setToolTip(as_tip(text))

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        draw_line(painter, self.rect(), self.text())

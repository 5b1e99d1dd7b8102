"""A label whose text gives way to the window."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from svs_desktop.ui.directions import draw_line, first_line
from svs_desktop.ui.job_text import as_tip


class ElidedLabel(QLabel):
    """A line that ends in an ellipsis where it does not fit; its tip has the whole.

    Args:
        used: Its font.
        lines: How many lines it may take before it does so.
        secondary: Whether it matters less than what stands beside it.
        parent: Where it stands.
    """

    def __init__(
        self,
        used: QFont,
        *,
        lines: int = 1,
        secondary: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._most_lines = lines
        self._may_wrap = lines > 1
        self.setFont(used)
        self.setProperty("secondary", secondary)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def allow_lines(self, count: int) -> None:
        """Let it take so many lines from now on."""
        if count != self._most_lines:
            self._most_lines = count
            self.updateGeometry()
            self.update()

    def setText(self, text: str) -> None:
        """Change the text."""
        super().setText(text)
        self.setToolTip(as_tip(text))

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be."""
        return QSize(0, super().minimumSizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """Whether it may ever take more lines when it is narrow."""
        return self._may_wrap

    def heightForWidth(self, width: int) -> int:
        """As many lines as it needs and may have."""
        return len(self._lines(width)) * self.fontMetrics().lineSpacing()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        lines = self._lines(self.width())
        for number, line in enumerate(lines):
            top = self.height() * number // len(lines)
            below = self.height() * (number + 1) // len(lines)
            draw_line(painter, QRect(0, top, self.width(), below - top), line)

    def _lines(self, width: int) -> list[str]:
        lines, rest = list[str](), self.text()
        while len(lines) < self._most_lines - 1 and rest:
            line, rest = first_line(rest, width, self.fontMetrics())
            lines.append(line)
        return [*lines, rest] if rest or not lines else lines

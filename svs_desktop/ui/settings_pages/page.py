"""What the pages of the settings have in common."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from svs_desktop.settings import Settings
from svs_desktop.ui.theme import GRID, GUTTER, Size, font


class Page(QWidget):
    """A heading and what belongs together.

    Attributes:
        body: The layout below the heading.

    Signals:
        changed: Something was chosen; it takes effect at once.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = QLabel()
        self._heading.setFont(font(Size.READING, bold=True))
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(2 * GUTTER, GUTTER + GRID, 2 * GUTTER, 2 * GUTTER)
        self.body.setSpacing(3 * GRID)
        self.body.addWidget(self._heading)

    @property
    def title(self) -> str:
        """What the page is called."""
        return self._heading.text()

    def set_title(self, title: str) -> None:
        """Call the page so."""
        self._heading.setText(title)
        self.setAccessibleName(title)

    def applied_to(self, settings: Settings) -> Settings:
        """The settings with what is chosen on this page."""
        return settings

    def watch(self, *fields: QWidget) -> None:
        """Hear of a choice; of a number or a text once it is written to its end."""
        for field in fields:
            match field:
                case QComboBox():
                    field.currentIndexChanged.connect(self.changed)
                case QSpinBox():
                    field.setKeyboardTracking(False)
                    field.valueChanged.connect(self.changed)
                case QCheckBox():
                    field.toggled.connect(self.changed)
                case QLineEdit():
                    field.editingFinished.connect(self.changed)


def paragraph(text: str, *, secondary: bool = True) -> QLabel:
    """A few sentences."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("secondary", secondary)
    return label


def heading(text: str) -> QLabel:
    """The name of a part of a page."""
    label = QLabel(text)
    label.setFont(font(Size.TEXT, bold=True))
    label.setProperty("apart", True)
    label.setIndent(0)  # else a margin of the style sheet brings one
    return label

"""The heading of a pane: its name, and a note at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from svs_desktop.ui.theme import GRID, GUTTER, Size, font


class Heading(QWidget):
    """A quiet line above a list."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name, self._note = QLabel(text), QLabel()
        name.setFont(font(Size.SECONDARY, bold=True))
        self._note.setFont(font(Size.SECONDARY))
        self._note.setForegroundRole(self.foregroundRole())
        self._note.setProperty("secondary", True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GUTTER, 3 * GRID, GUTTER, 2 * GRID)
        layout.addWidget(name)
        layout.addStretch()
        layout.addWidget(self._note)

    def set_note(self, text: str) -> None:
        """Change what stands at the right."""
        self._note.setText(text)

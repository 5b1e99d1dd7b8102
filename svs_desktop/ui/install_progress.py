"""How far an installation is: a sentence and a bar."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from svs_desktop.ui.theme import GRID

_STEPS = 1000


class InstallProgressView(QWidget):
    """Takes no room before it has something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status = QLabel()
        self._status.setWordWrap(True)
        self._status.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, _STEPS)
        self._bar.setAccessibleName(self.tr("Progress of the download"))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(3 * GRID)
        self._layout.addWidget(self._status)
        self._layout.addWidget(self._bar)
        self.hide()

    def set_running(self, *, running: bool) -> None:
        """Show an empty bar, or none."""
        self._bar.setValue(0)
        self._bar.setVisible(running)

    def say(self, text: str, *, warning: bool = False) -> None:
        """Change the sentence."""
        self._status.setText(text)
        self._status.setProperty("warning", warning)
        self._status.style().polish(self._status)
        self.show()
        # At once: a longer sentence needs another line.
        self.updateGeometry()
        self._layout.activate()

    def show_part(self, text: str, done: float) -> None:
        """What is done now, and the part of all that is done, 0 to 1."""
        self._status.setText(text)
        self._bar.setValue(round(done * _STEPS))

"""Says that the computer goes to sleep, and lets one stop it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from svs_desktop.ui.theme import GRID, GUTTER, Size, font

_WIDTH = 400


class SleepDialog(QDialog):
    """Counts down and accepts itself; rejected, the computer stays awake."""

    def __init__(self, seconds: int, parent: QWidget | None = None, *, tick_ms: int = 1000) -> None:
        """Begin to count.

        Args:
            seconds: How many.
            parent: The window.
            tick_ms: How long a second is.
        """
        super().__init__(parent)
        self._left = seconds
        self.setWindowTitle(self.tr("All is done"))
        self._line = QLabel()
        self._line.setFont(font(Size.READING, bold=True))
        about = QLabel(self.tr("So it is chosen in the settings, under “Program”."))
        about.setProperty("secondary", True)
        buttons = QDialogButtonBox()
        stay = buttons.addButton(self.tr("Stay awake"), QDialogButtonBox.ButtonRole.RejectRole)
        now = buttons.addButton(self.tr("Sleep now"), QDialogButtonBox.ButtonRole.AcceptRole)
        now.setAutoDefault(False)
        stay.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GUTTER, 2 * GUTTER, 2 * GUTTER, GUTTER + 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self._line)
        layout.addWidget(about)
        layout.addSpacing(2 * GRID)
        layout.addWidget(buttons)
        self.setMinimumWidth(_WIDTH)
        self._timer = QTimer(self, interval=tick_ms)
        self._timer.timeout.connect(self._tick)
        self.finished.connect(self._timer.stop)
        self._timer.start()
        self._say()

    @Slot()
    def _tick(self) -> None:
        self._left -= 1
        if self._left > 0:
            self._say()
        else:
            self.accept()

    def _say(self) -> None:
        self._line.setText(self.tr("The computer sleeps in %n seconds.", "", self._left))

"""The line at the window's foot: the model, what just happened, and the promise."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QWidget

from svs_desktop.pipeline.events import Described
from svs_desktop.ui.icons import pixmap
from svs_desktop.ui.job_text import readable
from svs_desktop.ui.labels import ElidedLabel
from svs_desktop.ui.theme import GRID, GUTTER, Size, font, pixels, secondary_color

_MESSAGE_MS = 8000
_ICON = 16


class StatusLine(QStatusBar):
    """Shows how the engine works, and for a while what was last said.

    Signals:
        said: What is shown from now on.
    """

    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Status"))
        self._model = ElidedLabel(font(Size.SECONDARY), secondary=True)
        self._message = ElidedLabel(font(Size.SECONDARY))
        self._message.hide()
        self._name = ""
        self._engine: Described | None = None
        self._lock = QLabel()
        promise = QLabel(self.tr("Nothing leaves this computer"))
        promise.setFont(font(Size.SECONDARY))
        promise.setProperty("secondary", True)
        self._timer = QTimer(self, singleShot=True, interval=_MESSAGE_MS)
        self._timer.timeout.connect(self._fall_silent)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(GUTTER - 2, 0, GUTTER - 2, 0)
        row.setSpacing(GRID)
        row.addWidget(self._model, 1)
        row.addWidget(self._message, 1)
        row.addSpacing(GUTTER)
        row.addWidget(self._lock)
        row.addWidget(promise)
        self.addWidget(whole, 1)
        self.setSizeGripEnabled(False)
        self._draw_lock()

    @property
    def message(self) -> str:
        """What is said now; empty when it was too long ago."""
        return "" if self._message.isHidden() else self._message.text()

    def show_model(self, name_or_path: str) -> None:
        """Name the speech model."""
        self._name = readable(Path(name_or_path).name)
        self._show_facts()

    def show_engine(self, engine: Described | None) -> None:
        """Say how the speech model runs; None while that is not known."""
        self._engine = engine
        self._show_facts()

    def say(self, text: str) -> None:
        """Show a sentence for a while, and read it to those who do not see it."""
        self._message.setText(text)
        self._message.show()
        self._model.hide()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        self.said.emit(text)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the lock anew when the window turns light or dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw_lock()

    def _fall_silent(self) -> None:
        self._message.hide()
        self._model.show()

    def _show_facts(self) -> None:
        parts = [self._name]
        if engine := self._engine:
            parts.append(engine.compute_type)
            if engine.device == "cpu":
                parts.append(self.tr("CPU, %n thread(s)", "", engine.threads))
            else:
                parts.append(self.tr("graphics card"))
        self._model.setText(self.tr("Engine: {}").format(" · ".join(parts)))

    def _draw_lock(self) -> None:
        self._lock.setPixmap(pixmap("lock", secondary_color(self.palette()), pixels(_ICON)))

"""The window on the whole screen, and back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QWidget

_FULL = Qt.WindowState.WindowFullScreen


class FullScreen(QObject):
    """The action has the window fill the screen, or no longer; so does Escape."""

    def __init__(self, action: QAction, window: QWidget) -> None:
        super().__init__(window)
        self._action = action
        self._window = window
        window.addAction(action)
        action.toggled.connect(self._fill)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear Escape where nothing else wants it, and follow what the desktop does."""
        match event.type():
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                if event.key() == Qt.Key.Key_Escape and self._action.isChecked():
                    self._action.setChecked(False)
                    return True
            case QEvent.Type.WindowStateChange:
                self._action.setChecked(self._window.isFullScreen())
            case QEvent.Type.Close:
                # The next start is not to hide the rest of the desktop.
                self._action.setChecked(False)
        return super().eventFilter(watched, event)

    @Slot(bool)
    def _fill(self, wanted: bool) -> None:  # noqa: FBT001 - called by a signal
        if wanted is not self._window.isFullScreen():
            self._window.setWindowState(self._window.windowState() ^ _FULL)

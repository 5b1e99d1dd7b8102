"""The quiet bar that says what was deleted, and takes it back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from svs_desktop.ui.labels import ElidedLabel
from svs_desktop.ui.theme import GRID, GUTTER, Size, font, pixels

_SHOWN_MS = 10_000
_WIDTH = 480


class UndoBar(QFrame):
    """Over the window, at its foot, for some seconds; not while the mouse or the focus is on it.

    Signals:
        ended: It was shown long enough, or closed.
    """

    ended = Signal()

    def __init__(self, undo: QAction, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("panel")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._text = ElidedLabel(font(Size.TEXT))
        button = QToolButton()
        button.setDefaultAction(undo)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GUTTER, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GUTTER)
        layout.addWidget(self._text, 1)
        layout.addWidget(button)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self._on_time)
        window.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def say(self, text: str) -> None:
        """Show this, from now on."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def end(self) -> None:
        """Go now."""
        self._timer.stop()
        if not self.isHidden():
            self.hide()
            self.ended.emit()

    def put_away(self) -> None:
        """Go, for it was used."""
        self._timer.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the window's foot."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        width = min(pixels(_WIDTH), self._window.width() - 2 * GUTTER)
        height = self.sizeHint().height()
        left = (self._window.width() - width) // 2
        self.setGeometry(left, self._window.height() - height - 3 * GUTTER, width, height)

    @Slot()
    def _on_time(self) -> None:
        focused = self._window.focusWidget()
        if self.underMouse() or (focused and self.isAncestorOf(focused)):
            self._timer.start()
        else:
            self.end()

"""The bar with which one finds words on the page that is read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

from svs_desktop.ui.actions import Actions
from svs_desktop.ui.buttons import quiet_button
from svs_desktop.ui.theme import GRID, GUTTER, Size, font, pixels

_Key = Qt.Key
_WIDTH = 280


class FindBar(QFrame):
    """A field, how much is found, and the way from one to the next.

    Signals:
        edited: The text that is sought now.
    """

    edited = Signal(str)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.field = QLineEdit()
        self.field.setAcceptDrops(False)  # files are for the window
        self.field.setPlaceholderText(self.tr("Find on this page…"))
        self.field.setAccessibleName(self.tr("Find on this page"))
        self.field.setMaximumWidth(pixels(_WIDTH))
        self.field.textChanged.connect(self.edited)
        self._count = QLabel()
        self._count.setFont(font(Size.SECONDARY))
        self._count.setProperty("secondary", True)
        self._count.setMinimumWidth(pixels(72))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * GUTTER, 2 * GRID, 2 * GUTTER, GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self.field, 1)
        layout.addWidget(self._count)
        for action in (actions.find_previous, actions.find_next, actions.find_close):
            layout.addWidget(quiet_button(action))
        layout.addStretch(1)
        self.addAction(actions.find_close)
        self.hide()

    @property
    def count(self) -> str:
        """What the bar says is found."""
        return self._count.text()

    def show_count(self, current: int, count: int) -> None:
        """Tell the number of the match that is seen, from 0 on, and of how many."""
        if not self.field.text().strip():
            text = ""
        elif count:
            text = self.tr("{} of {}").format(current + 1, count)
        else:
            text = self.tr("Not found")
        self._count.setText(text)
        self.field.setAccessibleDescription(text)
        for action in (self._actions.find_previous, self._actions.find_next):
            action.setEnabled(bool(count) or self.isHidden())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next, or the previous."""
        if event.key() in {_Key.Key_Return, _Key.Key_Enter}:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self._actions.find_previous if back else self._actions.find_next).trigger()
        else:
            super().keyPressEvent(event)

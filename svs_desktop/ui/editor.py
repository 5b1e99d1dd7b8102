"""A field that opens over a text on the page, to change it in place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QPalette, QTextCursor
from PySide6.QtWidgets import QFrame, QLabel, QTextEdit, QVBoxLayout, QWidget

from svs_desktop.ui.theme import GRID, Size, font

_Key = Qt.Key
_AROUND, _BORDER = 2 * GRID, 2
_ELSEWHERE = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}


class Editor(QFrame):
    """One line of text, on as many lines as it needs. It goes when it is done.

    Signals:
        kept: The new text.
        closed: It is done, whether the text was kept or not.
    """

    kept = Signal(str)
    closed = Signal()

    def __init__(self, text: str, used: QFont, place: Callable[[], QRect], parent: QWidget) -> None:
        """An editor that is not shown yet.

        Args:
            text: What stands there.
            used: The font that it stands in.
            place: Where in the parent the text is; asked again when that changes.
            parent: The page.
        """
        super().__init__(parent)
        self.setObjectName("editor")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._before = text
        self._is_open = True
        self._where = place
        self.field = _Field()
        self.field.setFont(used)
        self.field.setPlainText(text)
        self.field.setAccessibleName(self.tr("Change the text"))
        hint = QLabel(self.tr("Enter keeps it, Escape leaves it as it was"))
        hint.setFont(font(Size.SECONDARY))
        hint.setProperty("secondary", True)
        self.field.setAccessibleDescription(hint.text())
        layout = QVBoxLayout(self)
        inside = _AROUND - _BORDER
        layout.setContentsMargins(inside, GRID, inside, GRID)
        layout.setSpacing(0)
        layout.addWidget(self.field)
        layout.addWidget(hint)
        self._below = hint.sizeHint().height() + 2 * GRID + 2
        self.field.entered.connect(self.keep)
        self.field.escaped.connect(self.leave)
        self.field.textChanged.connect(self.place)
        parent.installEventFilter(self)

    def open(self, at: int | None) -> None:
        """Show it; ``at`` is where in the text a word is to be selected, None for all of it."""
        self.place()
        self.show()
        self.raise_()
        self.field.setFocus()
        self.field.select(at)
        self.place()

    @Slot()
    def keep(self) -> None:
        """Tell the text, unless nothing is left of it, and go."""
        text = " ".join(self.field.toPlainText().split())
        if self._end() and text not in {"", self._before}:
            self.kept.emit(text)

    @Slot()
    def leave(self) -> None:
        """Go without a change."""
        self._end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay over the text."""
        if event.type() is QEvent.Type.Resize and self._is_open:
            self.place()
        return super().eventFilter(watched, event)

    def _end(self) -> bool:
        was_open, self._is_open = self._is_open, False
        if was_open:
            self.closed.emit()
            self.hide()
            self.deleteLater()
        return was_open

    @Slot()
    def place(self) -> None:
        """Lie over the text, as high as what is written needs."""
        if self._is_open:
            rect = self._where()
            # The field is as wide as the text on the page was, so its lines break where those did.
            height = self.field.height_for(rect.width()) + self._below
            left, top = rect.left() - _AROUND, rect.top() - GRID - 1
            self.setGeometry(left, top, rect.width() + 2 * _AROUND, height)


class _Field(QTextEdit):
    entered = Signal()
    escaped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)  # files are for the window
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def height_for(self, width: int) -> int:
        """Pixels that the text needs, with a little room for what is being written."""
        flags = Qt.TextFlag.TextWordWrap.value
        text = self.toPlainText() or "x"
        room = self.fontMetrics().boundingRect(QRect(0, 0, width - 2 * GRID, 10_000), flags, text)
        return room.height() + GRID

    def select(self, at: int | None) -> None:
        cursor = self.textCursor()
        if at is None:
            cursor.select(QTextCursor.SelectionType.Document)
        else:
            cursor.setPosition(min(at, len(self.toPlainText())))
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {_Key.Key_Return, _Key.Key_Enter}:
            self.entered.emit()
        elif event.key() == _Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # Who goes on to something else has not taken back what was written.
        if event.reason() not in _ELSEWHERE:
            self.entered.emit()

"""A page of text on which what is found is marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPalette, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from svs_desktop.ui.find_text import Match

_TINT = 64
_Role = QPalette.ColorRole


class MarkedText(QTextBrowser):
    """Text with marks of what is found in it, over those that it has besides.

    Signals:
        page_set: All of the text is there, and another one than before.
        escaped: The Escape key was pressed.
    """

    page_set = Signal()
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grounds: list[QTextEdit.ExtraSelection] = []
        self._matches: Sequence[Match] = ()
        self._current = 0
        self.verticalScrollBar().valueChanged.connect(self._mark_visible)

    @property
    def is_complete(self) -> bool:
        """Whether all of the text is there."""
        return True

    def top_position(self) -> int:
        """The position of the text that is seen at the top."""
        return self.cursorForPosition(QPoint(0, 0)).position()

    def show_matches(self, matches: Sequence[Match], current: int) -> None:
        """Mark what was found, and bring the current one into view."""
        self._matches, self._current = matches, current
        if matches:
            cursor = QTextCursor(self.document())
            cursor.setPosition(matches[current][0])
            self.setTextCursor(cursor)
            place, height = self.cursorRect(), self.viewport().height()
            if not height // 8 < place.top() < height * 7 // 8:
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + place.top() - height // 3)
        self._mark_visible()

    def rect_of(self, start: int, end: int) -> QRect:
        """Where the lines from one position to another are seen, over the whole column."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        first = self.cursorRect(cursor)
        cursor.setPosition(end)
        last = self.cursorRect(cursor)
        line = cursor.blockFormat().leftMargin()
        left = int(line + min(0, cursor.blockFormat().textIndent() + line))
        width = self.viewport().width() - left
        rect = QRect(left, first.top(), width, last.bottom() - first.top())
        return rect.translated(self.viewport().pos())

    def ensure_seen(self, position: int) -> None:
        """Scroll to a position unless it is seen already."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        self.setTextCursor(cursor)

    def forget_matches(self) -> None:
        """Mark nothing any more, for the text is another one."""
        self._matches = ()

    def setExtraSelections(self, selections: Sequence[QTextEdit.ExtraSelection]) -> None:
        """Show these, and the marks of what is found over them."""
        self._grounds = list(selections)
        self._mark_visible()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is marked in view where the page becomes lower, and mark what is seen now."""
        super().resizeEvent(event)
        self._stay(event.oldSize().height())
        self._mark_visible()

    def _stay(self, height_before: int) -> None:
        """A video that comes to stand above the text leaves it less room."""
        mark = QTextCursor(self.document())
        if self._matches:
            mark.setPosition(self._matches[self._current][0])
        elif self._grounds:
            mark.setPosition(self._grounds[0].cursor.selectionStart())
        else:
            return
        place, height = self.cursorRect(mark), self.viewport().height()
        if 0 <= place.top() < height_before and place.bottom() > height:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + place.top() - height // 3)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of the Escape key."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        super().keyPressEvent(event)

    @Slot()
    def _mark_visible(self) -> None:
        marks = visible_marks(self, self._matches, self._current)
        super().setExtraSelections([*self._grounds, *marks])


def visible_marks(
    view: QTextEdit, matches: Sequence[Match], current: int
) -> list[QTextEdit.ExtraSelection]:
    """The marks of those matches that are seen: Qt is slow with all of thousands."""
    if not matches:
        return []
    rect = view.viewport().rect()
    # A line is only partly seen at either edge.
    first = view.cursorForPosition(QPoint(0, 0)).position()
    last = view.cursorForPosition(QPoint(rect.right(), rect.bottom())).position()
    begin = max(0, bisect_left(matches, (first, 0)) - 1)
    end = bisect_right(matches, (last, last)) + 1
    palette = view.palette()
    return [
        _mark(view, matches[number], _kind(palette, is_current=number == current))
        for number in range(begin, min(end, len(matches)))
    ]


def _kind(palette: QPalette, *, is_current: bool) -> QTextCharFormat:
    kind = QTextCharFormat()
    ground = QColor(palette.color(_Role.Highlight))
    if is_current:
        kind.setForeground(palette.color(_Role.HighlightedText))
    else:
        ground.setAlpha(_TINT)
        kind.setFontUnderline(True)
    kind.setBackground(ground)
    return kind


def _mark(view: QTextEdit, match: Match, kind: QTextCharFormat) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    mark.cursor = QTextCursor(view.document())
    mark.cursor.setPosition(match[0])
    mark.cursor.setPosition(match[1], QTextCursor.MoveMode.KeepAnchor)
    mark.format = kind
    return mark

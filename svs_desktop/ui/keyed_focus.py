"""Shows and tells where the keyboard is on a page of text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QTextBrowser, QWidget

from svs_desktop.ui.announcing import announce

_WIDTH = 2
_Reason = Qt.FocusReason
_BY_KEYS = {_Reason.TabFocusReason, _Reason.BacktabFocusReason, _Reason.ShortcutFocusReason}


class KeyedFocus(QObject):
    """An edge around the page that a key led to, and a voice for the link that Tab chose."""

    def __init__(self, page: QTextBrowser) -> None:
        super().__init__(page)
        self._page = page
        self.edge = _Edge(page)
        page.installEventFilter(self)
        page.highlighted.connect(self._on_highlighted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the edge when a key brings the focus; who clicks knows where that is."""
        if event.type() is QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            self.edge.setVisible(event.reason() in _BY_KEYS)
        elif event.type() is QEvent.Type.FocusOut:
            self.edge.hide()
        elif event.type() is QEvent.Type.Resize:
            self.edge.resize(self._page.size())
        return super().eventFilter(watched, event)

    @Slot(QUrl)
    def _on_highlighted(self, link: QUrl) -> None:
        cursor = self._page.textCursor()
        is_chosen = link.isValid() and cursor.charFormat().anchorHref() == link.toString()
        if is_chosen and self._page.hasFocus() and cursor.hasSelection():
            before = cursor.block().text()[: cursor.selectionStart() - cursor.block().position()]
            sentence = before.rstrip("\N{NO-BREAK SPACE} ").rpartition("\N{NO-BREAK SPACE}")[2]
            words = sentence.strip(" 0123456789:") or cursor.block().text()
            announce(self._page, f"{cursor.selectedText()}. {words}")


class _Edge(QWidget):
    """Lies over the page. A style sheet's edge would have the whole page set anew."""

    def __init__(self, page: QTextBrowser) -> None:
        super().__init__(page)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), _WIDTH))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

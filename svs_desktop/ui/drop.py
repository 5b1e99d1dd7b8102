"""Files dropped anywhere on the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from svs_desktop.ui.theme import GRID, Size, font


class DropTarget(QObject):
    """Makes a window take files, and shows where they go while they hover over it.

    Signals:
        dropped: The paths.
        refused: Something was dropped that is no file on this computer.
    """

    dropped = Signal(list)
    refused = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._veil = _Veil(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear of what happens to the window."""
        match event.type():
            case QEvent.Type.DragEnter if isinstance(event, QDragEnterEvent):
                if event.mimeData().hasUrls():
                    event.acceptProposedAction()
                    self._veil.rise()
                    return True
            case QEvent.Type.DragLeave:
                self._veil.hide()
            case QEvent.Type.Drop if isinstance(event, QDropEvent):
                self._veil.hide()
                event.acceptProposedAction()
                self._take(event.mimeData())
                return True
        return super().eventFilter(watched, event)

    def _take(self, data: QMimeData) -> None:
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            self.dropped.emit(paths)
        else:
            self.refused.emit()


class _Veil(QWidget):
    """Lies over the whole window while files hover above it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def rise(self) -> None:
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(self.palette().color(self.palette().ColorRole.Window))
        ground.setAlphaF(0.88)
        painter.fillRect(self.rect(), ground)
        accent = self.palette().color(self.palette().ColorRole.Highlight)
        painter.setPen(QPen(accent, 2))
        edge = QRectF(self.rect()).adjusted(3 * GRID, 3 * GRID, -3 * GRID, -3 * GRID)
        painter.drawRoundedRect(edge, 12, 12)
        painter.setFont(font(Size.TITLE, bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Drop to summarise"))

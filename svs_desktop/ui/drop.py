"""Files dropped anywhere on the window."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from svs_desktop.ui.above import lie_above_videos
from svs_desktop.ui.theme import GRID, Size, font

# Where files go from one window within the window to another, they leave and enter.
_LEAVING_MS = 60


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
        self._leaving = QTimer(self, singleShot=True, interval=_LEAVING_MS)
        self._leaving.timeout.connect(self._veil.hide)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear of what happens to the window."""
        match event.type():
            case QEvent.Type.DragEnter if isinstance(event, QDragEnterEvent):
                # What is dragged out of this window is no video.
                if event.mimeData().hasUrls() and event.source() is None:
                    event.acceptProposedAction()
                    self._leaving.stop()
                    self._veil.rise()
                    return True
            case QEvent.Type.DragLeave:
                self._leaving.start()
            case QEvent.Type.Drop if isinstance(event, QDropEvent):
                self._leaving.stop()
                self._veil.hide()
                event.acceptProposedAction()
                self._take(event.mimeData())
                return True
        return super().eventFilter(watched, event)

    def _take(self, data: QMimeData) -> None:
        paths = [_path(url) for url in data.urls() if url.isLocalFile()]
        if paths:
            self.dropped.emit(paths)
        else:
            self.refused.emit()


def _path(url: QUrl) -> Path:
    """The path of a local file, also where its name is no valid Unicode."""
    if os.name == "nt":
        return Path(url.toLocalFile())
    encoded = url.path(QUrl.ComponentFormattingOption.FullyEncoded)
    return Path(os.fsdecode(unquote_to_bytes(encoded)))


class _Veil(QWidget):
    """Lies over the whole window while files hover above it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def rise(self) -> None:
        lie_above_videos(self)
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(self.palette().color(self.palette().ColorRole.Window))
        ground.setAlphaF(0.97)
        painter.fillRect(self.rect(), ground)
        accent = self.palette().color(self.palette().ColorRole.Highlight)
        painter.setPen(QPen(accent, 2))
        edge = QRectF(self.rect()).adjusted(3 * GRID, 3 * GRID, -3 * GRID, -3 * GRID)
        painter.drawRoundedRect(edge, 12, 12)
        painter.setFont(font(Size.TITLE, bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Drop to summarise"))

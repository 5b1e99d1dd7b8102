"""The moving picture, which takes files like the rest of the window."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent, QWindow
from PySide6.QtMultimediaWidgets import QVideoWidget

from svs_desktop.ui.drop import DropTarget


class Picture(QVideoWidget):
    """Qt draws it in a window of the system within ours, where a drag from elsewhere would end."""

    def showEvent(self, event: QShowEvent) -> None:
        """Let what is dragged over it be taken by whoever takes what is dragged over all."""
        super().showEvent(event)
        whole = self.window()
        for target in whole.findChildren(DropTarget):
            for inner in whole.windowHandle().findChildren(QWindow):
                inner.installEventFilter(target)

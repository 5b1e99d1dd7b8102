"""Run beside the program: a small window from whose place a file can be dragged."""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget


class Source(QWidget):
    """Has one file to give."""

    def mousePressEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin the drag."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(sys.argv[1])])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)


def main() -> None:
    app = QApplication([])
    source = Source()
    source.setWindowFlags(Qt.WindowType.FramelessWindowHint)
    source.setGeometry(0, 0, 40, 40)
    source.show()
    app.processEvents()
    print("ready", flush=True)  # noqa: T201
    app.exec()


main()

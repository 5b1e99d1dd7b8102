"""A small window of another program, from which files can be dragged with the mouse.

Started with the paths of the files; prints ``ready`` when it is on the screen, and what became of
the drag when the files were let go. It stays, as file managers do: whoever takes the files asks it
for their names only then.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QDrag, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget


class DragSource(QWidget):
    """Gives its files to whoever takes them."""

    def __init__(self, paths: list[str]) -> None:
        super().__init__()
        self._paths = paths
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setGeometry(0, 0, 60, 60)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        QTimer.singleShot(0, lambda: say("ready"))

    def mouseMoveEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(path) for path in self._paths])
        drag = QDrag(self)
        drag.setMimeData(data)
        say(drag.exec(Qt.DropAction.CopyAction).name)


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    source = DragSource(sys.argv[1:])
    source.show()
    sys.exit(application.exec())

"""A small window of another program that takes files, and prints what is in them.

Started with where it is to stand; prints ``ready`` when it is on the screen, ``entered`` when files
hover over it, and for each file that is dropped its name and its first line.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget


class DropTarget(QWidget):
    """Takes files."""

    def __init__(self, left: int) -> None:
        super().__init__()
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setAcceptDrops(True)
        self.setGeometry(left, 0, 120, 120)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        QTimer.singleShot(0, lambda: say("ready"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        event.acceptProposedAction()
        say("entered")

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        event.acceptProposedAction()
        for url in event.mimeData().urls():
            path = Path(url.toLocalFile())
            say(f"{path.name}: {path.read_text('utf-8').splitlines()[0]}")


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    target = DropTarget(int(sys.argv[1]))
    target.show()
    sys.exit(application.exec())

"""The dialogs over the window that say what went wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from svs_desktop.library import LibraryError
from svs_desktop.ui.job_text import remedy, sentence


class Dialogs(QObject):
    """A sentence and what to do, in a box over the window that is open then."""

    def __init__(self, window: Callable[[], QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._window = window

    def warn(self, sentence: str, more: str) -> QMessageBox:
        """Say what went wrong, and what to do."""
        box = QMessageBox(QMessageBox.Icon.Warning, "SVS Desktop", sentence, parent=self._window())
        box.setInformativeText(more)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
        return box

    @Slot(object)
    def tell_trouble(self, error: Exception) -> None:
        """Say what the library cannot do.

        Raises:
            Exception: ``error`` is a fault of the program.
        """
        if not isinstance(error, LibraryError):
            raise error
        self.warn(sentence(error), remedy(error))

    @Slot(object)
    def tell_not_exported(self, error: Exception) -> None:
        """Say that a file was not written."""
        reason = str(error)
        if isinstance(error, OSError) and error.strerror and error.filename:
            reason = f"{error.strerror}: {error.filename}"
        self.warn(self.tr("The file could not be written."), reason)

    @Slot(object)
    def tell_not_saved(self, error: Exception) -> None:
        """Say that the settings hold only until the program ends."""
        self.warn(self.tr("The settings could not be saved."), str(error))

    def tell_set_aside(self, path: Path) -> None:
        """Say that the library is a fresh one."""
        self.warn(
            self.tr("The library was damaged. A fresh one was begun."),
            self.tr("The damaged file was kept: {}").format(path),
        )

    def refuse(self) -> None:
        """Say that the program is open already, and close the window."""
        box = self.warn(
            self.tr("SVS Desktop is already open."),
            self.tr("Add your videos in the window that is open."),
        )
        box.finished.connect(self._window().close)

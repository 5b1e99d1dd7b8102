"""The dialogs in which videos and folders are chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from svs_desktop.pipeline.media_files import SUFFIXES


class Chooser(QObject):
    """Asks which videos to add.

    Signals:
        chosen: The paths of files, or of one folder.
    """

    chosen = Signal(list)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    @Slot()
    def ask_for_files(self) -> None:
        """Open the dialog for files."""
        endings = " ".join(sorted(f"*{s} *{s.upper()}" for s in SUFFIXES))
        dialog = QFileDialog(self._window, self.tr("Add videos"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [self.tr("Video and audio") + f" ({endings})", self.tr("All files") + " (*)"]
        )
        self._open(dialog)

    @Slot()
    def ask_for_folder(self) -> None:
        """Open the dialog for a folder."""
        dialog = QFileDialog(self._window, self.tr("Add a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._open(dialog)

    def _open(self, dialog: QFileDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.chosen.emit([Path(n) for n in names]))
        dialog.open()

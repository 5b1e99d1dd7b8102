"""Saves what a report of a fault needs, where the person wants it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from svs_desktop.pipeline.export.files import write
from svs_desktop.settings import Settings
from svs_desktop.ui.application import faults
from svs_desktop.ui.job_text import readable
from svs_desktop.workers.background import Background
from svs_desktop.workers.diagnostics import bundle
from svs_desktop.workers.job_queue import JobQueue

_NAME = "svs-desktop-diagnostics.zip"


class Diagnosing(QObject):
    """Asks for a file and writes it off the GUI thread.

    Signals:
        saved: A sentence for the status line.
        failed: The exception that kept the file from being written.
    """

    saved = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        queue: JobQueue,
        background: Background,
        settings: Callable[[], Settings],
        models: Collection[str],
        window: QWidget,
    ) -> None:
        """Nothing is asked yet.

        Args:
            queue: The jobs.
            background: Writes.
            settings: Gives the settings as they are then.
            models: The names of the catalogue's models.
            window: The window.
        """
        super().__init__(window)
        self._queue = queue
        self._background = background
        self._settings = settings
        self._models = models
        self._window = window

    @Slot()
    def ask(self) -> None:
        """Ask where the file goes."""
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        dialog = QFileDialog(self._window, self.tr("Save diagnostics"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{self.tr('ZIP file')} (*.zip)")
        dialog.setDefaultSuffix("zip")
        dialog.setDirectory(QStandardPaths.writableLocation(documents))
        dialog.selectFile(_NAME)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.open()

    def save(self, path: Path) -> None:
        """Write the file, replacing what is there."""
        states, settings, told = self._queue.states, self._settings(), faults()
        self._background.run(
            lambda: write(path, bundle(states, settings, self._models, told)),
            lambda _: self.saved.emit(self.tr("Saved {}").format(readable(path.name))),
            self.failed.emit,
        )

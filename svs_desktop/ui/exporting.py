"""From a result on the screen to a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from svs_desktop.pipeline.export import Format, export
from svs_desktop.pipeline.export.files import file_name, write
from svs_desktop.pipeline.summary import Result
from svs_desktop.ui.job_text import tr
from svs_desktop.workers.background import Background


def is_worth_writing(result: Result, form: Format) -> bool:
    """Whether there is something to write: YouTube takes no list of fewer than three chapters."""
    return form is not Format.CHAPTERS or bool(export(result, form))


class Exporter(QObject):
    """Asks where a result goes and writes it there, off the GUI thread.

    Signals:
        exported: The path of a file that was written.
        failed: The exception that kept a file from being written.
    """

    exported = Signal(object)
    failed = Signal(object)

    def __init__(self, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._background = background
        self._window = window
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self._folder = QStandardPaths.writableLocation(documents)

    def ask(self, result: Result, form: Format) -> QFileDialog:
        """Open the dialog; it asks before a file is replaced."""
        dialog = QFileDialog(self._window, self.tr("Export as {}").format(tr(form.title)))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{tr(form.title)} (*{form.suffix})")
        dialog.setDefaultSuffix(form.suffix.removeprefix("."))
        dialog.setDirectory(self._folder)
        dialog.selectFile(file_name(result, form))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.save(result, form, Path(name)))
        dialog.open()
        return dialog

    def save(self, result: Result, form: Format, path: Path) -> None:
        """Write the result to ``path``, replacing what is there."""
        self._folder = str(path.parent)
        self._background.run(
            lambda: write(path, export(result, form)),
            lambda _: self.exported.emit(path),
            self.failed.emit,
        )

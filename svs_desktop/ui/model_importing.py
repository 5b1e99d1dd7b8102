"""Importing a model of one's own: it is chosen, and the page says how it goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Slot
from PySide6.QtWidgets import QFileDialog

from svs_desktop.pipeline.errors import ErrorCode, Failure
from svs_desktop.pipeline.models import OwnModel
from svs_desktop.ui.job_text import readable, sentence, tr, with_remedy
from svs_desktop.ui.settings_pages.models import ModelsPage
from svs_desktop.ui.words import size_text
from svs_desktop.workers.model_importer import ModelImporter


class ModelImporting(QObject):
    """Has one model after another imported; one that was begun earlier is shown, too."""

    def __init__(self, page: ModelsPage, importer: ModelImporter) -> None:
        super().__init__(page)
        self._page = page
        self._importer = importer
        page.folder_wanted.connect(self._ask_for_folder)
        page.file_wanted.connect(self._ask_for_file)
        importer.changed.connect(self._show)
        importer.imported.connect(self._on_imported)
        importer.failed.connect(self._on_failed)
        self._show()

    @Slot()
    def _ask_for_folder(self) -> None:
        dialog = self._dialog(self.tr("Import a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.open()

    @Slot()
    def _ask_for_file(self) -> None:
        dialog = self._dialog(self.tr("Import a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Language models") + " (*.gguf *.GGUF)"])
        dialog.open()

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._page, title)
        downloads = QStandardPaths.StandardLocation.DownloadLocation
        dialog.setDirectory(QStandardPaths.writableLocation(downloads))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._bring)
        return dialog

    @Slot(str)
    def _bring(self, chosen: str) -> None:
        self._importer.start(Path(chosen))

    @Slot()
    def _show(self) -> None:
        location = self._importer.location
        self._page.allow_import(allowed=location is None)
        if location is None:
            self._page.say("")
        elif self._importer.is_open:
            self._page.say(self.tr("Bringing “{}”…").format(readable(location.name)))
        else:
            self._page.say(self.tr("Opening “{}”…").format(readable(location.name)))

    @Slot(object)
    def _on_imported(self, model: OwnModel) -> None:
        self._page.say(imported_text(model))

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        self._page.say(not_imported_text(failure), warning=True)


def imported_text(model: OwnModel) -> str:
    """What to say of a model that was brought in."""
    return tr("“{}” is installed ({}).").format(readable(model.title), size_text(model.bytes))


def not_imported_text(failure: Failure) -> str:
    """What to say of a model that was not."""
    # To install it again, as is said of broken models, would not help with one of one's own.
    if failure.code == ErrorCode.MODEL_BROKEN:
        return sentence(failure)
    return with_remedy(failure)

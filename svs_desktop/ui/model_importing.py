"""Importing a model of one's own: it is chosen, opened to see that it works, and brought in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from svs_desktop.pipeline.errors import PipelineError
from svs_desktop.pipeline.events import Event, Examined, Failed, Told
from svs_desktop.pipeline.models import OwnModel, import_model
from svs_desktop.ui.job_text import sentence, with_remedy
from svs_desktop.ui.settings_pages.models import ModelsPage
from svs_desktop.ui.words import size_text
from svs_desktop.workers.background import Background, while_there
from svs_desktop.workers.model_tools import ModelTools


class ModelImporting(QObject):
    """Imports one model after another, and says on the page how it goes.

    Signals:
        imported: A model was brought in.
    """

    imported = Signal()

    def __init__(self, page: ModelsPage, tools: ModelTools, background: Background) -> None:
        super().__init__(page)
        self._page = page
        self._tools = tools
        self._background = background
        page.folder_wanted.connect(self._ask_for_folder)
        page.file_wanted.connect(self._ask_for_file)

    @Slot(str)
    def bring(self, chosen: str) -> None:
        """Import a folder or a file, once it was opened."""
        location = Path(chosen)
        self._page.allow_import(allowed=False)
        self._page.say(self.tr("Opening “{}”…").format(location.name))
        answered: Callable[[Event | Told], object] = partial(self._on_examined, location)
        self._tools.bench.examine(location, while_there(self, answered))

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
        dialog.fileSelected.connect(self.bring)
        return dialog

    def _on_examined(self, location: Path, answer: Event | Told) -> None:
        match answer:
            case Examined(kind=kind):
                self._page.say(self.tr("Bringing “{}”…").format(location.name))
                folder, taken = self._tools.folder, self._tools.catalogue.names
                self._background.run(
                    lambda: import_model(location, kind, folder, taken),
                    while_there(self, self._on_brought),
                    while_there(self, self._on_not_brought),
                )
            case Failed(failure=failure):
                self._page.allow_import(allowed=True)
                self._page.say(sentence(failure), warning=True)
            case _:
                self._page.allow_import(allowed=True)
                self._page.say("")

    def _on_brought(self, model: OwnModel) -> None:
        self._page.allow_import(allowed=True)
        size = size_text(model.bytes)
        self._page.say(self.tr("“{}” is installed ({}).").format(model.title, size))
        self.imported.emit()

    def _on_not_brought(self, error: Exception) -> None:
        self._page.allow_import(allowed=True)
        if not isinstance(error, PipelineError):
            raise error
        self._page.say(with_remedy(error.failure), warning=True)

"""Asks for the options of jobs that wait, and has them used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from svs_desktop.library import Library
from svs_desktop.pipeline.job import JobOptions, JobState
from svs_desktop.pipeline.models import Catalogue, ModelKind
from svs_desktop.ui.model_offers import ModelOffers
from svs_desktop.ui.options_dialog import OptionsDialog
from svs_desktop.ui.writer_choice import LanguageModels
from svs_desktop.workers.background import Background
from svs_desktop.workers.job_queue import JobQueue


class OptionsAsking(QObject):
    """One dialog at most, over the window.

    Signals:
        late: A sentence about jobs that began before their options were changed.
    """

    late = Signal(str)

    def __init__(
        self,
        catalogue: Catalogue,
        offers: ModelOffers,
        queue: JobQueue,
        library: Library,
        background: Background,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._catalogue = catalogue
        self._offers = offers
        self._queue = queue
        self._library = library
        self._background = background
        self._window = window
        self._is_asking = False

    @Slot(list)
    def ask(self, states: Sequence[JobState]) -> None:
        """Ask about these jobs, once it is known which models and folders there are."""
        if states and not self._is_asking:
            self._is_asking = True
            self._background.deliver(
                self._library.folder_options(),
                lambda folders: self._offers.look(
                    lambda models: self._show(states, models, folders)
                ),
                self._on_trouble,
            )

    def _show(
        self,
        states: Sequence[JobState],
        models: LanguageModels,
        folders: Mapping[Path, JobOptions],
    ) -> None:
        speech = [(m.name, m.title) for m in self._catalogue.of_kind(ModelKind.SPEECH)]
        dialog = OptionsDialog(states, speech, models, folders, self._window)
        dialog.chosen.connect(self._on_chosen)
        dialog.folder_chosen.connect(self._on_folder)
        dialog.finished.connect(self._on_closed)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @Slot(object)
    def _on_chosen(self, options: Mapping[str, JobOptions]) -> None:
        if late := len(options) - self._queue.ask(options):
            self.late.emit(self.tr("%n had begun already: its options stay.", "", late))

    @Slot()
    def _on_closed(self) -> None:
        self._is_asking = False

    @Slot(object, object)
    def _on_folder(self, folder: Path, options: JobOptions | None) -> None:
        kept = self._library.set_folder_options(folder, options)
        self._background.deliver(kept, lambda _: None, self._queue.troubled.emit)

    def _on_trouble(self, error: Exception) -> None:
        self._is_asking = False
        self._queue.troubled.emit(error)

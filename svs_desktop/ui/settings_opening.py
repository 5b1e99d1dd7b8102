"""Opens the settings, and keeps their pages up to date while they are open."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from svs_desktop.library import HistoryEntry
from svs_desktop.paths import Places
from svs_desktop.pipeline.errors import Failure
from svs_desktop.pipeline.job import Status
from svs_desktop.pipeline.models import Download, ModelKind, OwnModel, downloads
from svs_desktop.settings import Settings
from svs_desktop.ui.job_text import readable
from svs_desktop.ui.model_importing import imported_text, not_imported_text
from svs_desktop.ui.model_keeping import ModelKeeping
from svs_desktop.ui.model_offers import ModelOffers
from svs_desktop.ui.settings_control import SettingsControl
from svs_desktop.ui.settings_dialog import SettingsDialog
from svs_desktop.ui.settings_pages import (
    FilesPage,
    ModelsPage,
    Pages,
    PrivacyPage,
    ProgramPage,
    SummaryPage,
    TranscriptionPage,
)
from svs_desktop.ui.writer_choice import LanguageModels
from svs_desktop.workers.model_tools import ModelTools
from svs_desktop.workers.storage import Storage, clear_cache, storage
from svs_desktop.workers.workshop import Workshop


class SettingsOpener(QObject):
    """One dialog at most, beside the window; both stay in use.

    Signals:
        jobs_page_wanted: To see the jobs page in a browser.
        report_wanted: To save what a report of a fault needs.
        said: How an import ended that the settings were closed before.
    """

    jobs_page_wanted = Signal()
    report_wanted = Signal()
    said = Signal(str)

    def __init__(
        self,
        control: SettingsControl,
        offers: ModelOffers,
        tools: ModelTools,
        places: Places,
        workshop: Workshop,
        url: Callable[[], str],
        window: QWidget,
    ) -> None:
        """Nothing is opened yet.

        Args:
            control: The settings.
            offers: Which models there are.
            tools: What installs and measures models.
            places: Where files are.
            workshop: The queue, the library and the cache.
            url: Tells where the job API listens; empty when it does not.
            window: The window beside the dialog.
        """
        super().__init__(window)
        self.dialog: SettingsDialog | None = None
        self._control = control
        self._offers = offers
        self._tools = tools
        self._places = places
        self._workshop = workshop
        self._url = url
        self._window = window
        self._is_opening = False
        control.changed.connect(self._on_changed)
        offers.found.connect(self._on_models)
        tools.importer.imported.connect(self._on_imported)
        tools.importer.failed.connect(self._on_not_imported)

    @Slot()
    def open(self, place: int = 0) -> None:
        """Show the settings, at the page of this place in their list if they are not open yet."""
        if self.dialog:
            self.dialog.raise_()
            self.dialog.activateWindow()
        elif not self._is_opening:
            self._is_opening = True
            self._offers.look(lambda models: self._show(models, place))

    @Slot()
    def follow_api(self) -> None:
        """Show where the job API listens now."""
        if self.dialog:
            self.dialog.pages.program.api.show_url(self._url())
            self.dialog.pages.privacy.show_api(self._url())

    def _show(self, models: LanguageModels, place: int) -> None:
        self._is_opening = False
        dialog = SettingsDialog(self._control.settings, self._make_pages(models), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.changed.connect(self._control.use)
        dialog.finished.connect(self._on_closed)
        self.dialog = dialog
        self._measure_files()
        self.follow_api()
        self._read_downloads()
        dialog.list.setCurrentRow(place)
        dialog.show()

    def _make_pages(self, models: LanguageModels) -> Pages:
        settings = self._control.settings
        pages = Pages(
            TranscriptionPage(settings, self._speech(models)),
            SummaryPage(settings, models),
            ModelsPage(),
            FilesPage(self._places, settings),
            ProgramPage(settings, self._url()),
            PrivacyPage(),
        )
        pages.files.clearing_wanted.connect(self._clear_cache)
        pages.privacy.report.clicked.connect(self.report_wanted)
        pages.program.api.page_wanted.connect(self.jobs_page_wanted)
        pages.summary.choices.writer.install_wanted.connect(self._show_models)
        shop = self._workshop
        keeping = ModelKeeping(
            pages.models, self._tools, self._control, shop.queue, shop.background
        )
        keeping.changed.connect(self._on_shelf)
        return pages

    def _speech(self, models: LanguageModels) -> list[tuple[str, str]]:
        """Name and title of each speech model."""
        known = [(m.name, m.title) for m in self._tools.catalogue.of_kind(ModelKind.SPEECH)]
        return known + [(m.name, readable(m.title)) for m in models.own if m.kind == "speech"]

    @Slot()
    def _show_models(self) -> None:
        if self.dialog:
            self.dialog.show_page(self.dialog.pages.models)

    @Slot(object)
    def _on_imported(self, model: OwnModel) -> None:
        if not self.dialog:
            self.said.emit(imported_text(model))
            self._offers.look_again()

    @Slot(object)
    def _on_not_imported(self, failure: Failure) -> None:
        if not self.dialog:
            self.said.emit(not_imported_text(failure))

    @Slot()
    def _on_shelf(self) -> None:
        self._offers.look_again()
        self._measure_files()
        self._read_downloads()

    def _read_downloads(self) -> None:
        folder = self._places.models
        self._workshop.background.run(lambda: downloads(folder), self._on_downloads)

    def _on_downloads(self, fetched: list[Download]) -> None:
        if self.dialog:
            self.dialog.pages.privacy.show_downloads(fetched)

    @Slot()
    def _on_closed(self) -> None:
        self.dialog = None

    @Slot(object, object)
    def _on_changed(self, _before: Settings, chosen: Settings) -> None:
        if self.dialog:
            self.dialog.adopt(chosen)

    @Slot(object)
    def _on_models(self, models: LanguageModels) -> None:
        if self.dialog:
            self.dialog.pages.summary.choices.writer.show_models(models)
            self.dialog.pages.transcription.show_models(self._speech(models))

    def _measure_files(self) -> None:
        self._workshop.background.run(lambda: storage(self._places), self._on_measured)

    def _on_measured(self, sizes: Storage) -> None:
        if self.dialog:
            self.dialog.pages.files.show_storage(sizes)

    @Slot()
    def _clear_cache(self) -> None:
        states = self._workshop.queue.states
        running = {state.job.id for state in states if state.status is Status.RUNNING}
        jobs = {state.job.id for state in states}

        def clear(entries: Iterable[HistoryEntry]) -> None:
            known = jobs | {entry.job_id for entry in entries}
            self._workshop.background.run(
                lambda: clear_cache(self._workshop.workspace, running, known), self._on_cleared
            )

        self._workshop.background.deliver(self._workshop.library.history(), clear)

    def _on_cleared(self, freed: int) -> None:
        if self.dialog:
            self.dialog.pages.files.show_freed(freed)
            self._measure_files()

"""The page of the models: what is on it, what is installed and what is deleted."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from svs_desktop.pipeline.errors import PipelineError
from svs_desktop.pipeline.job import AUTO, EXTRACTIVE, JobState, Status
from svs_desktop.pipeline.models import InstallProgress, Model, OwnModel, remove
from svs_desktop.ui.job_text import with_remedy
from svs_desktop.ui.model_importing import ModelImporting
from svs_desktop.ui.model_measuring import ModelMeasuring
from svs_desktop.ui.settings_control import SettingsControl
from svs_desktop.ui.settings_pages.model_row import ModelRow
from svs_desktop.ui.settings_pages.models import ModelsPage
from svs_desktop.ui.words import short_title
from svs_desktop.workers.background import Background, while_there
from svs_desktop.workers.job_queue import JobQueue
from svs_desktop.workers.model_tools import ModelTools
from svs_desktop.workers.shelf import Shelf, shelf

_UNFINISHED = {Status.QUEUED, Status.PAUSED}
_ENCODER = "minilm"


class ModelKeeping(QObject):
    """Does what the page asks for, and shows on it what came of it.

    Signals:
        changed: A model came or went, with the ``Shelf``.
    """

    changed = Signal(object)

    def __init__(
        self,
        page: ModelsPage,
        tools: ModelTools,
        control: SettingsControl,
        queue: JobQueue,
        background: Background,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._catalogue = tools.catalogue
        self._models_dir = tools.folder
        self._installer = tools.installer
        self._bench = tools.bench
        self._importer = tools.importer
        self._measurements = tools.measurements
        ModelImporting(page, self._importer)
        self._measuring = ModelMeasuring(page, tools, control, queue)
        self._control = control
        self._queue = queue
        self._background = background
        self._shelf: Shelf | None = None
        self._connect()
        self.look()

    @Slot()
    def look(self) -> None:
        """Look what is there, and show it."""
        folder, catalogue = self._models_dir, self._catalogue
        self._background.run(lambda: shelf(catalogue, folder), while_there(self, self._on_looked))

    def _connect(self) -> None:
        page, installer = self._page, self._installer
        page.row_added.connect(self._on_row)
        installer.asked_changed.connect(self._show_asked)
        installer.stepped.connect(self._on_stepped)
        installer.failed.connect(self._on_not_installed)
        installer.cancelled.connect(self.look)
        installer.finished.connect(self.look)
        self._control.changed.connect(self._show_shelf)
        self._bench.measured_changed.connect(self._show_shelf)
        self._importer.imported.connect(self.look)

    @Slot(object)
    def _on_row(self, row: ModelRow) -> None:
        row.install_wanted.connect(self._install)
        row.cancel_wanted.connect(self._cancel)
        row.delete_wanted.connect(self._delete)
        row.delete.clicked.connect(lambda: self._ask_to_delete(row))

    def _on_looked(self, found: Shelf) -> None:
        before, self._shelf = self._shelf, found
        self._show_shelf()
        if before is not None and before != found:
            self.changed.emit(found)

    @Slot()
    def _show_shelf(self) -> None:
        if not self._shelf:
            return
        options = self._control.settings.job_options()
        measured = self._measurements.get
        self._page.show_shelf(self._shelf, lambda name: measured(name, options))
        self._show_asked()
        self._measuring.show(self._shelf)
        speech, writer = options.speech_model, self._writer(options.summarizer)
        times = [measured(name, options) for name in (speech, writer) if name]
        known = [seconds for seconds in times if seconds is not None]
        total = sum(known) if len(known) == len(times) else None
        self._page.show_hour(self._title(speech), self._title(writer), total)

    @Slot()
    def _show_asked(self) -> None:
        for model in self._installer.asked:
            if row := self._page.rows.get(model.name):
                row.show_waiting(self.tr("Waiting"))

    @Slot(object, object)
    def _on_stepped(self, model: Model, progress: InstallProgress) -> None:
        if row := self._page.rows.get(model.name):
            row.show_progress(progress)

    @Slot(object)
    def _on_not_installed(self, error: PipelineError) -> None:
        self.look()
        if row := self._page.rows.get(error.failure.values.get("model", "")):
            row.say(with_remedy(error.failure), warning=True)
        else:
            self._page.say(with_remedy(error.failure), warning=True)

    @Slot(str)
    def _install(self, name: str) -> None:
        self._page.rows[name].say("")
        self._installer.start([self._catalogue.entry(name)])

    @Slot(str)
    def _cancel(self, name: str) -> None:
        if not self._measuring.cancel(name):
            self._installer.cancel()

    # Deleting

    def _ask_to_delete(self, row: ModelRow) -> None:
        users = [state for state in self._queue.states if self._uses(state, row.name)]
        if any(state.status is Status.RUNNING for state in users):
            row.say(self.tr("A job that runs uses it. Delete it once that is done."), warning=True)
            return
        waiting = sum(state.status in _UNFINISHED for state in users)
        warning = self.tr("%n job(s) that wait need it.", "", waiting) if waiting else ""
        row.ask_to_delete(warning)

    def _uses(self, state: JobState, name: str) -> bool:
        options = state.job.options
        needed = {options.speech_model, self._writer(options.summarizer), _ENCODER}
        return name in needed

    @Slot(str)
    def _delete(self, name: str) -> None:
        row = self._page.rows[name]

        def failed(error: Exception) -> None:
            row.say(self.tr("It could not be deleted: {}").format(error), warning=True)

        self._background.run(
            lambda: remove(name, self._models_dir),
            while_there(self, lambda _: self.look()),
            while_there(self, failed),
        )

    def _writer(self, summarizer: str) -> str:
        """The language model that is meant; empty for none."""
        if summarizer != AUTO:
            return "" if summarizer == EXTRACTIVE else summarizer
        standings = self._shelf.standings if self._shelf else ()
        memory = self._shelf.memory if self._shelf else 0
        fitting = [
            s.model.name
            for s in standings
            if s.is_installed and s.model.memory and s.model.memory <= memory
        ]
        return fitting[-1] if fitting else ""

    def _title(self, name: str) -> str:
        titles = {model.name: short_title(model.title) for model in self._catalogue.models}
        own: Iterable[OwnModel] = self._shelf.own if self._shelf else ()
        titles |= {model.name: model.title for model in own}
        return titles.get(name, Path(name).name)

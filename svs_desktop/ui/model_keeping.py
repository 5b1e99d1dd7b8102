"""What a person does with models on their page: install, delete, import and measure them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Literal, TypeVar

from msgspec.structs import replace
from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from svs_desktop.paths import resource
from svs_desktop.pipeline.errors import Failure, PipelineError
from svs_desktop.pipeline.events import Event, Examined, Failed, Measured, Told
from svs_desktop.pipeline.job import AUTO, EXTRACTIVE, JobOptions, JobState, Status
from svs_desktop.pipeline.models import (
    InstallProgress,
    Model,
    ModelKind,
    OwnModel,
    import_model,
    remove,
)
from svs_desktop.pipeline.wire import Measure
from svs_desktop.ui.job_text import remedy, sentence
from svs_desktop.ui.settings_control import SettingsControl
from svs_desktop.ui.settings_pages.model_row import ModelRow
from svs_desktop.ui.settings_pages.models import ModelsPage
from svs_desktop.ui.words import short_title, size_text
from svs_desktop.workers.background import Background
from svs_desktop.workers.job_queue import JobQueue
from svs_desktop.workers.model_tools import ModelTools
from svs_desktop.workers.shelf import Shelf, shelf

T = TypeVar("T")
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
        self._measurements = tools.measurements
        self._control = control
        self._queue = queue
        self._background = background
        self._shelf: Shelf | None = None
        self._is_busy = False
        self._connect()
        self.look()

    @Slot()
    def look(self) -> None:
        """Look what is there, and show it."""
        folder, catalogue = self._models_dir, self._catalogue
        self._background.run(lambda: shelf(catalogue, folder), self._while_shown(self._on_looked))

    def _connect(self) -> None:
        page, installer = self._page, self._installer
        page.row_added.connect(self._on_row)
        page.folder_wanted.connect(self._ask_for_folder)
        page.file_wanted.connect(self._ask_for_file)
        installer.asked_changed.connect(self._show_asked)
        installer.stepped.connect(self._on_stepped)
        installer.failed.connect(self._on_not_installed)
        installer.cancelled.connect(self.look)
        installer.finished.connect(self.look)
        self._control.changed.connect(self._show_shelf)
        self._queue.job_changed.connect(self._on_job_changed)
        self._bench.measured_changed.connect(self._show_shelf)

    def _while_shown(self, then: Callable[[T], object]) -> Callable[[T], None]:
        """``then``, unless the page is gone by the time it is called."""

        def call(value: T) -> None:
            if isValid(self):
                then(value)

        return call

    @Slot(object)
    def _on_row(self, row: ModelRow) -> None:
        row.install_wanted.connect(self._install)
        row.cancel_wanted.connect(self._cancel)
        row.delete_wanted.connect(self._delete)
        row.measure_wanted.connect(self._measure)
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
        self._allow_measuring()
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
        if row := self._page.rows.get(self._bench.measured):
            row.show_waiting(self.tr("Measuring…"))

    @Slot(object, object)
    def _on_stepped(self, model: Model, progress: InstallProgress) -> None:
        if row := self._page.rows.get(model.name):
            row.show_progress(progress)

    @Slot(object)
    def _on_not_installed(self, error: PipelineError) -> None:
        self.look()
        if row := self._page.rows.get(error.failure.values.get("model", "")):
            row.say(_words(error.failure), warning=True)
        else:
            self._page.say(_words(error.failure), warning=True)

    @Slot(str)
    def _install(self, name: str) -> None:
        self._page.rows[name].say("")
        self._installer.start([self._catalogue.entry(name)])

    @Slot(str)
    def _cancel(self, name: str) -> None:
        if name == self._bench.measured:
            self._bench.cancel()
        else:
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
            self._while_shown(lambda _: self.look()),
            self._while_shown(failed),
        )

    # Importing

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

    @Slot(str)
    def bring(self, chosen: str) -> None:
        """Import a folder or a file, once it was opened."""
        location = Path(chosen)
        self._page.allow_import(allowed=False)
        self._page.say(self.tr("Opening “{}”…").format(location.name))
        answered: Callable[[Event | Told], object] = partial(self._on_examined, location)
        self._bench.examine(location, self._while_shown(answered))

    def _on_examined(self, location: Path, answer: Event | Told) -> None:
        match answer:
            case Examined(kind=kind):
                self._page.say(self.tr("Bringing “{}”…").format(location.name))
                taken = self._catalogue.names
                self._background.run(
                    lambda: import_model(location, kind, self._models_dir, taken),
                    self._while_shown(self._on_brought),
                    self._while_shown(self._on_not_brought),
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
        self.look()

    def _on_not_brought(self, error: Exception) -> None:
        self._page.allow_import(allowed=True)
        if not isinstance(error, PipelineError):
            raise error
        self._page.say(_words(error.failure), warning=True)

    # Measuring

    @Slot(str)
    def _on_job_changed(self, job_id: str) -> None:
        # Most changes are the progress of what runs; to look at all jobs each time takes long.
        if not (self._is_busy and self._queue.state(job_id).status is Status.RUNNING):
            self._allow_measuring()

    @Slot()
    def _allow_measuring(self) -> None:
        self._is_busy = any(state.status is Status.RUNNING for state in self._queue.states)
        allowed = not self._is_busy and not self._bench.measured
        tip = self.tr("While no job runs") if self._is_busy else self.tr("Takes about ten seconds")
        for row in self._page.rows.values():
            row.measure.setEnabled(allowed)
            row.measure.setToolTip(tip)

    @Slot(str)
    def _measure(self, name: str) -> None:
        options = self._control.settings.job_options()
        what = self._kind(name)
        field = {"speech": "speech_model", "language": "summarizer"}[what]
        asked = replace(options, **{field: name})
        text = resource("sample", "transcript.txt").read_text("utf-8")
        question = Measure(what, asked, resource("sample", "sample.mp4"), text)
        self._page.rows[name].say("")
        self._bench.measure(name, question, lambda a: self._on_measured(name, options, a))

    def _on_measured(self, name: str, options: JobOptions, answer: Event | Told) -> None:
        if isinstance(answer, Measured):
            self._measurements.keep(name, options, answer.seconds)
        if isinstance(answer, Failed) and isValid(self):
            self._page.rows[name].say(_words(answer.failure), warning=True)

    def _kind(self, name: str) -> Literal["speech", "language"]:
        own = {model.name: model.kind for model in (self._shelf.own if self._shelf else ())}
        if name in own:
            return own[name]
        is_speech = self._catalogue.entry(name).kind is ModelKind.SPEECH
        return "speech" if is_speech else "language"

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


def _words(failure: Failure) -> str:
    return f"{sentence(failure)} {remedy(failure)}"

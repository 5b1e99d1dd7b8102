"""Measuring a model: how long an hour of video takes with it on this machine."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QObject, Slot
from shiboken6 import isValid

from svs_desktop.paths import resource
from svs_desktop.pipeline.events import Event, Failed, Measured, Told
from svs_desktop.pipeline.job import JobOptions, Status
from svs_desktop.pipeline.models import ModelKind
from svs_desktop.pipeline.wire import Measure
from svs_desktop.ui.job_text import with_remedy
from svs_desktop.ui.settings_control import SettingsControl
from svs_desktop.ui.settings_pages.model_row import ModelRow
from svs_desktop.ui.settings_pages.models import ModelsPage
from svs_desktop.workers.job_queue import JobQueue
from svs_desktop.workers.model_tools import ModelTools
from svs_desktop.workers.shelf import Shelf


class ModelMeasuring(QObject):
    """Measures one model at a time, while no job runs, as the settings would have it used."""

    def __init__(
        self, page: ModelsPage, tools: ModelTools, control: SettingsControl, queue: JobQueue
    ) -> None:
        super().__init__(page)
        self._page = page
        self._bench = tools.bench
        self._catalogue = tools.catalogue
        self._measurements = tools.measurements
        self._control = control
        self._queue = queue
        self._shelf: Shelf | None = None
        self._is_busy = False
        page.row_added.connect(self._on_row)
        queue.job_changed.connect(self._on_job_changed)

    def show(self, shelf: Shelf) -> None:
        """Let the models on this shelf be measured, and say of the one that is."""
        self._shelf = shelf
        self._allow()
        if row := self._page.rows.get(self._bench.measured):
            row.show_waiting(self.tr("Measuring…"))

    def cancel(self, name: str) -> bool:
        """End the measurement of this model; False when it is not being measured."""
        is_measured = name == self._bench.measured
        if is_measured:
            self._bench.cancel()
        return is_measured

    @Slot(object)
    def _on_row(self, row: ModelRow) -> None:
        row.measure_wanted.connect(self._measure)

    @Slot(str)
    def _on_job_changed(self, job_id: str) -> None:
        # Most changes are the progress of what runs; to look at all jobs each time takes long.
        if not (self._is_busy and self._queue.state(job_id).status is Status.RUNNING):
            self._allow()

    def _allow(self) -> None:
        self._is_busy = any(state.status is Status.RUNNING for state in self._queue.states)
        allowed = not self._is_busy and not self._bench.measured
        tip = self.tr("While no job runs") if self._is_busy else self.tr("Takes about ten seconds")
        for row in self._page.rows.values():
            row.measure.setEnabled(allowed)
            row.measure.setToolTip(tip)

    @Slot(str)
    def _measure(self, name: str) -> None:
        options = self._control.settings.job_options()
        speaks = self._is_speech(name)
        used = replace(options, **{"speech_model" if speaks else "summarizer": name})
        text = resource("sample", "transcript.txt").read_text("utf-8")
        video = resource("sample", "sample.mp4")
        question = Measure("speech" if speaks else "language", used, video, text)
        self._page.rows[name].say("")
        self._bench.measure(name, question, lambda a: self._on_measured(name, options, a))

    def _on_measured(self, name: str, options: JobOptions, answer: Event | Told) -> None:
        if isinstance(answer, Measured):
            self._measurements.keep(name, options, answer.seconds)
        if isinstance(answer, Failed) and isValid(self):
            self._page.rows[name].say(with_remedy(answer.failure), warning=True)

    def _is_speech(self, name: str) -> bool:
        """Whether it writes down speech; else it writes summaries."""
        own = {model.name: model.kind for model in (self._shelf.own if self._shelf else ())}
        if name in own:
            return own[name] == "speech"
        return self._catalogue.entry(name).kind is ModelKind.SPEECH

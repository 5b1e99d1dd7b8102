"""Installs models on a thread of its own and tells how far it is."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from svs_desktop.pipeline.errors import PipelineError
from svs_desktop.pipeline.models import (
    InstallCancelled,
    InstallProgress,
    InstallStep,
    Model,
    install,
)


class ModelInstaller(QObject):
    """Installs one list of models after another.

    Attributes:
        asked: The models that are being installed or wait for it.

    Signals:
        asked_changed: ``asked`` is different now.
        progressed: The model, its ``InstallStep``, and the part of all bytes of its list that is
            done, 0 to 1.
        stepped: The model, and its own ``InstallProgress``.
        finished: All models of a list are installed.
        failed: The ``PipelineError`` that ended a list.
        cancelled: It was ended on request; what is fetched so far is used the next time.
    """

    asked_changed = Signal()
    progressed = Signal(object, object, float)
    stepped = Signal(object, object)
    finished = Signal()
    failed = Signal(object)
    cancelled = Signal()
    _settled = Signal(object, object)

    def __init__(self, models_dir: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.asked: tuple[Model, ...] = ()
        self._models_dir = models_dir
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="models")
        self._stops: list[threading.Event] = []
        self._settled.connect(self._on_settled)

    def start(self, models: Sequence[Model]) -> None:
        """Install these models, one after another, once those asked for before are done."""
        new = [model for model in models if model not in self.asked]
        if not new:
            return
        stop = threading.Event()
        self._stops.append(stop)
        self._set_asked((*self.asked, *new))
        self._thread.submit(self._install, new, stop)

    def cancel(self) -> None:
        """End all installations within a second."""
        for stop in self._stops:
            stop.set()

    def close(self) -> None:
        """End the installations and wait for their end."""
        self.cancel()
        self._thread.shutdown()

    def _set_asked(self, models: tuple[Model, ...]) -> None:
        self.asked = models
        self.asked_changed.emit()

    def _install(self, models: list[Model], stop: threading.Event) -> None:
        outcome: PipelineError | InstallCancelled | None = None
        total = sum(model.download_bytes for model in models)
        before = 0
        try:
            for model in models:
                install(
                    model,
                    self._models_dir,
                    on_progress=_Teller(self, model, before, total).tell,
                    cancelled=stop.is_set,
                )
                before += model.download_bytes
        except (InstallCancelled, PipelineError) as error:
            outcome = error
        self._settled.emit((models, stop), outcome)

    @Slot(object, object)
    def _on_settled(
        self,
        what: tuple[list[Model], threading.Event],
        outcome: PipelineError | InstallCancelled | None,
    ) -> None:
        models, stop = what
        self._stops.remove(stop)
        self._set_asked(tuple(model for model in self.asked if model not in models))
        if outcome is None:
            self.finished.emit()
        elif isinstance(outcome, PipelineError):
            self.failed.emit(outcome)
        else:
            self.cancelled.emit()


class _Teller:
    def __init__(self, teller: ModelInstaller, model: Model, before: int, total: int) -> None:
        self._teller = teller
        self._model = model
        self._before = before
        self._total = total

    def tell(self, progress: InstallProgress) -> None:
        self._teller.stepped.emit(self._model, progress)
        part = progress.done / progress.total if progress.total else 0.0
        if progress.step is InstallStep.VERIFY:
            part = 1.0
        done = (self._before + part * self._model.download_bytes) / self._total
        self._teller.progressed.emit(self._model, progress.step, min(1.0, done))

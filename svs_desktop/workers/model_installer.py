"""Installs models on a thread of its own and tells how far it is."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from svs_desktop.pipeline.errors import PipelineError
from svs_desktop.pipeline.models import (
    InstallCancelled,
    InstallProgress,
    InstallStep,
    Model,
    install,
)


class ModelInstaller(QObject):
    """Installs one list of models at a time.

    Signals:
        progressed: The model, its ``InstallStep``, and the part of all bytes that is done, 0 to 1.
        finished: All models are installed.
        failed: The ``PipelineError`` that ended it.
        cancelled: It was ended on request; what is fetched so far is used the next time.
    """

    progressed = Signal(object, object, float)
    finished = Signal()
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, models_dir: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._models_dir = models_dir
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="models")
        self._stop = threading.Event()

    def start(self, models: Sequence[Model]) -> None:
        """Begin to install these models, one after another."""
        self._stop.clear()
        self._thread.submit(self._install, list(models))

    def cancel(self) -> None:
        """End the installation within a second."""
        self._stop.set()

    def close(self) -> None:
        """End the installation and wait for its end."""
        self._stop.set()
        self._thread.shutdown()

    def _install(self, models: list[Model]) -> None:
        total = sum(model.download_bytes for model in models)
        before = 0
        try:
            for model in models:
                install(
                    model,
                    self._models_dir,
                    on_progress=_Teller(self.progressed, model, before, total).tell,
                    cancelled=self._stop.is_set,
                )
                before += model.download_bytes
        except InstallCancelled:
            self.cancelled.emit()
        except PipelineError as error:
            self.failed.emit(error)
        else:
            self.finished.emit()


class _Teller:
    def __init__(self, signal, model: Model, before: int, total: int) -> None:  # type: ignore[no-untyped-def]
        self._signal = signal
        self._model = model
        self._before = before
        self._total = total

    def tell(self, progress: InstallProgress) -> None:
        part = progress.done / progress.total if progress.total else 0.0
        if progress.step is InstallStep.VERIFY:
            part = 1.0
        done = (self._before + part * self._model.download_bytes) / self._total
        self._signal.emit(self._model, progress.step, min(1.0, done))

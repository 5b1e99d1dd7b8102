"""Questions about models, answered by an engine of its own beside the one that works."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from svs_desktop.pipeline.events import Event, Told
from svs_desktop.pipeline.wire import Describe, Examine, Measure
from svs_desktop.workers.engine_process import EngineProcess, ProcessRun

Then = Callable[[Event | Told], object]


class ModelBench(QObject):
    """Asks one question after another; answers come on the thread where this object lives.

    Attributes:
        measured: The name of the model that is being measured; empty when none is.

    Signals:
        measured_changed: ``measured`` is different now.
    """

    measured_changed = Signal()
    _answered = Signal(object, object)

    def __init__(self, engine: EngineProcess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.measured = ""
        self._engine = engine
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="bench")
        self._run: ProcessRun | None = None
        self._closed = False
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)

    def describe(self, device: str, threads: int, then: Then) -> None:
        """Ask how speech models run; ``then`` is called with ``Described`` or what went wrong."""
        self._ask(self._engine.ask(Describe(device, threads), "engine"), then)

    def examine(self, location: Path, then: Then) -> None:
        """Ask whether a model can be opened; ``then`` is called with ``Examined`` or otherwise."""
        self._ask(self._engine.ask(Examine(location), location.name), then)

    def measure(self, model: str, question: Measure, then: Then) -> None:
        """Measure a model; ``then`` is called with ``Measured``, ``Failed`` or ``Cancelled``."""
        self.measured = model

        def end(answer: Event | Told) -> None:
            self.measured = ""
            self._run = None
            then(answer)
            self.measured_changed.emit()

        self._run = self._engine.ask(question, model)
        self._ask(self._run, end)
        self.measured_changed.emit()

    def cancel(self) -> None:
        """End the measurement within a second."""
        if self._run:
            self._run.stop()

    def close(self) -> None:
        """Ask nothing more, and wait until that is so."""
        self._closed = True
        self._engine.close()
        self._thread.shutdown(cancel_futures=True)

    def _ask(self, run: ProcessRun, then: Then) -> None:
        if not self._closed:
            self._thread.submit(self._answer, run, then)

    def _answer(self, run: ProcessRun, then: Then) -> None:
        for event in run.answers():
            self._answered.emit(then, event)

    @Slot(object, object)
    def _on_answered(self, then: Then, event: Event | Told) -> None:
        if not self._closed:
            then(event)

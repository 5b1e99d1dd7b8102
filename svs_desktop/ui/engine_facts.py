"""Says in the status bar how the engine works, as the engine itself tells it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot
from shiboken6 import isValid

from svs_desktop.pipeline.events import Described, Event, Told
from svs_desktop.settings import Settings
from svs_desktop.ui.settings_control import SettingsControl
from svs_desktop.ui.status_line import StatusLine
from svs_desktop.workers.model_bench import ModelBench

# The window comes first; and one who steps through numbers asks once.
_LATER_MS = 1500


class EngineFacts(QObject):
    """Asks an engine some time after the start, and after each change that matters."""

    def __init__(self, control: SettingsControl, bench: ModelBench, line: StatusLine) -> None:
        super().__init__(line)
        self._control = control
        self._bench = bench
        self._line = line
        self._timer = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._timer.timeout.connect(self._ask)
        self._timer.start()
        control.changed.connect(self._on_changed)

    @Slot(object, object)
    def _on_changed(self, before: Settings, chosen: Settings) -> None:
        if (before.device, before.threads) != (chosen.device, chosen.threads):
            self._line.show_engine(None)
            self._timer.start()

    @Slot()
    def _ask(self) -> None:
        chosen = self._control.settings
        self._bench.describe(chosen.device, chosen.threads, self._on_told)

    def _on_told(self, answer: Event | Told) -> None:
        if isinstance(answer, Described) and isValid(self):
            self._line.show_engine(answer)

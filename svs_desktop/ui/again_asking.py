"""Asks how a result is to be summarised again, and has it done."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from svs_desktop.pipeline.summary import Result
from svs_desktop.ui.again_dialog import AgainDialog
from svs_desktop.ui.job_text import readable
from svs_desktop.ui.model_offers import ModelOffers
from svs_desktop.ui.settings_control import SettingsControl
from svs_desktop.ui.writer_choice import LanguageModels
from svs_desktop.workers.job_queue import JobQueue


class AgainAsking(QObject):
    """One dialog at most, beside the window; both stay in use."""

    def __init__(
        self, control: SettingsControl, offers: ModelOffers, queue: JobQueue, window: QWidget
    ) -> None:
        super().__init__(window)
        self._control = control
        self._offers = offers
        self._queue = queue
        self._window = window
        self._dialog: AgainDialog | None = None
        self._is_asking = False

    @Slot(object)
    def ask(self, result: Result) -> None:
        """Ask about this result, unless another question is open."""
        if self._dialog:
            self._dialog.activateWindow()
        elif not self._is_asking:
            self._is_asking = True
            self._offers.look(lambda models: self._show(result, models))

    def _show(self, result: Result, models: LanguageModels) -> None:
        self._is_asking = False
        title = readable(result.summary.title)
        self._dialog = dialog = AgainDialog(title, self._control.settings, models, self._window)
        writer = dialog.summary.writer
        writer.install_wanted.connect(self._offers.offer)
        self._offers.found.connect(writer.show_models)
        dialog.chosen.connect(lambda options: self._queue.resummarize(result.job_id, options))
        dialog.finished.connect(self._on_closed)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    @Slot()
    def _on_closed(self) -> None:
        self._dialog = None

"""What there is of the selected jobs: their results are kept and exported like the history's."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot

from svs_desktop.pipeline.job import JobState, Status
from svs_desktop.ui.actions import Actions
from svs_desktop.ui.history_model import HistoryModel
from svs_desktop.ui.queue_model import QueueModel
from svs_desktop.ui.queue_pane import QueuePane


class QueueResults(QObject):
    """Knows the results of the jobs that are selected in the queue.

    Signals:
        changed: They may be others now.
    """

    changed = Signal()

    def __init__(
        self, pane: QueuePane, model: QueueModel, history: HistoryModel, actions: Actions
    ) -> None:
        super().__init__(pane)
        self._pane = pane
        self._history = history
        self._count = 0
        self._ids: list[str] = []
        self._keep = actions.keep_done
        self._keep.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        pane.view.addAction(self._keep)
        self._keep.triggered.connect(self._on_keep)
        pane.view.selectionModel().selectionChanged.connect(self._on_selected)
        model.statuses_changed.connect(self._on_selected)
        for happened in (history.modelReset, history.dataChanged):
            happened.connect(self._on_selected)
        self._on_selected()

    @property
    def several(self) -> list[str]:
        """The results of several selected jobs, in queue order; of a single one none."""
        return self._ids if self._count > 1 else []

    @Slot()
    def _on_selected(self) -> None:
        selected = self._pane.selected()
        self._count = len(selected)
        there = {entry.job_id for entry in self._history.entries}
        self._ids = [result for state in selected if (result := _result_of(state)) in there]
        self._keep.setEnabled(bool(self._ids))
        self._keep.setChecked(bool(self._ids) and self._all_kept())
        self.changed.emit()

    @Slot()
    def _on_keep(self) -> None:
        self._history.set_kept(self._ids, kept=not self._all_kept())

    def _all_kept(self) -> bool:
        kept = {entry.job_id for entry in self._history.entries if entry.kept}
        return kept.issuperset(self._ids)


def _result_of(state: JobState) -> str:
    """The result that there is of a job's video; empty without one."""
    return state.job.id if state.status is Status.FINISHED else state.summarised_as

"""The left side's upper part: the queue."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from svs_desktop.pipeline.job import JobState, Status
from svs_desktop.ui.actions import Actions
from svs_desktop.ui.headings import Heading
from svs_desktop.ui.queue_commands import QueueCommands
from svs_desktop.ui.queue_delegate import QueueDelegate
from svs_desktop.ui.queue_list import QueueList
from svs_desktop.ui.queue_model import QueueModel
from svs_desktop.ui.words import time_left_text
from svs_desktop.workers.job_queue import JobQueue
from svs_desktop.workers.time_left import TimeLeft


class QueuePane(QWidget):
    """The list of jobs, and what can be done with those that are selected.

    Signals:
        chosen: The id of the job that is looked at.
    """

    chosen = Signal(str)

    def __init__(
        self, queue: JobQueue, model: QueueModel, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._queue = queue
        self._model = model
        self._looked_at = ""
        self._time_left: TimeLeft | None = None
        self._heading = Heading(self.tr("Queue"))
        self.view = QueueList(model, self.tr("Queue"))
        self._delegate = QueueDelegate(self.view)
        self.view.setItemDelegate(self._delegate)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._heading)
        layout.addWidget(self.view)
        self.commands = QueueCommands(queue, model, self.view, actions)
        self._connect()
        self._refresh()

    def show_time_left(self, time_left: TimeLeft) -> None:
        """Tell in the heading how long the whole queue will take, as far as that is known."""
        self._time_left = time_left
        time_left.changed.connect(self._refresh)

    def select(self, job_id: str) -> None:
        """Look at a job."""
        index = self._model.index_of(job_id)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.view.selectionModel().setCurrentIndex(index, flags)

    def clear_selection(self) -> None:
        """Look at none of the jobs."""
        self._looked_at = ""
        self.view.selectionModel().clear()

    def selected(self) -> list[JobState]:
        """The selected jobs, in queue order."""
        return self.commands.selected()

    def _connect(self) -> None:
        model, view = self._model, self.view
        selection = view.selectionModel()
        model.statuses_changed.connect(self._refresh)
        model.rowsRemoved.connect(self.commands.select_current)
        # Which of the two comes last depends on whether a key or the mouse was used.
        for changed in (selection.selectionChanged, selection.currentChanged):
            changed.connect(self._look)
        for chosen in (view.clicked, view.activated):
            chosen.connect(self._look_again)
        view.activated.connect(self.commands.activate)
        self._delegate.clicked.connect(self.commands.press)
        self._queue.paused_changed.connect(self._refresh)

    @Slot()
    def _refresh(self) -> None:
        self._heading.set_note(self._note(self._model.count(Status.QUEUED)))
        self.view.skip_when_empty()

    def _note(self, waiting: int) -> str:
        if self._queue.is_paused:
            return self.tr("paused, %n waiting", "", waiting) if waiting else self.tr("paused")
        count = self.tr("%n waiting", "", waiting) if waiting else ""
        left = self._time_left if self._time_left and self._time_left.count > 1 else None
        return "  ·  ".join(
            part for part in (count, time_left_text(left.seconds) if left else "") if part
        )

    @Slot()
    def _look(self) -> None:
        """Look at the current job if it is selected: the focus alone chooses nothing."""
        index = self.view.currentIndex()
        if not index.isValid() or not self.view.selectionModel().isSelected(index):
            return
        job_id = self._model.state(index).job.id
        # Among rows that go, the next to go may become the current one for a moment.
        if job_id != self._looked_at and job_id in self._queue.ids:
            self._looked_at = job_id
            self.chosen.emit(job_id)

    @Slot(QModelIndex)
    def _look_again(self, index: QModelIndex) -> None:
        # A click on a button may have taken the row away.
        if index.isValid():
            self._looked_at = ""
            if not self.view.selectionModel().hasSelection():
                self.select(self._model.state(index).job.id)
            self._look()

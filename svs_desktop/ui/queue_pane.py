"""The left side's upper part: the queue."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from svs_desktop.pipeline.job import JobState, Status
from svs_desktop.ui.actions import Actions
from svs_desktop.ui.headings import Heading
from svs_desktop.ui.lists import RowList
from svs_desktop.ui.queue_delegate import QueueDelegate, RowButton
from svs_desktop.ui.queue_model import QueueModel
from svs_desktop.ui.sound_dialog import SoundDialog
from svs_desktop.workers.job_queue import JobQueue

_UNDERWAY = {Status.QUEUED, Status.RUNNING}
_ENDED = {Status.FAILED, Status.CANCELLED}
_CHANGEABLE = {Status.QUEUED, Status.PAUSED, *_ENDED}


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
        self._actions = actions
        self._looked_at = ""
        self._heading = Heading(self.tr("Queue"))
        self.view = RowList(model, self.tr("Queue"))
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._delegate = QueueDelegate(self.view)
        self.view.setItemDelegate(self._delegate)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._heading)
        layout.addWidget(self.view)
        self._connect()
        self._refresh()

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
        rows = sorted(self.view.selectionModel().selectedIndexes(), key=lambda i: i.row())
        return [self._model.state(index) for index in rows]

    def _connect(self) -> None:
        model, actions = self._model, self._actions
        model.statuses_changed.connect(self._refresh)
        model.rowsRemoved.connect(self._on_rows_removed)
        selection = self.view.selectionModel()
        selection.selectionChanged.connect(self._refresh)
        # Which of the two comes last depends on whether a key or the mouse was used.
        for changed in (selection.selectionChanged, selection.currentChanged):
            changed.connect(self._look)
        for chosen in (self.view.clicked, self.view.activated):
            chosen.connect(self._look_again)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self._delegate.clicked.connect(self._on_button)
        for action in _of_jobs(actions):
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.view.addAction(action)
        actions.pause.triggered.connect(lambda: self._queue.pause(self._selected_ids()))
        actions.resume.triggered.connect(lambda: self._queue.resume(self._selected_ids()))
        actions.sound.triggered.connect(self._ask_for_sound)
        actions.pause_queue.toggled.connect(self._on_pause_queue)
        self._queue.paused_changed.connect(actions.pause_queue.setChecked)
        self._queue.paused_changed.connect(self._refresh)
        actions.cancel.triggered.connect(lambda: self._queue.cancel(self._selected_ids()))
        actions.retry.triggered.connect(lambda: self._queue.retry(self._selected_ids()))
        actions.remove.triggered.connect(lambda: self._queue.remove(self._selected_ids()))
        actions.clear.triggered.connect(self._clear)

    def _selected_ids(self) -> list[str]:
        return [state.job.id for state in self.selected()]

    @Slot()
    def _refresh(self) -> None:
        statuses = {state.status for state in self.selected()}
        self._actions.pause.setEnabled(bool(statuses & _UNDERWAY))
        self._actions.resume.setEnabled(Status.PAUSED in statuses)
        self._actions.sound.setEnabled(len(self.selected()) == 1 and bool(statuses & _CHANGEABLE))
        self._actions.cancel.setEnabled(any(status.is_active for status in statuses))
        self._actions.retry.setEnabled(bool(statuses & _ENDED))
        self._actions.remove.setEnabled(bool(statuses))
        waiting = self._model.count(Status.QUEUED)
        self._heading.set_note(self._note(waiting))
        self._actions.clear.setEnabled(bool(self._model.count(Status.FINISHED)))
        self.view.skip_when_empty()

    def _note(self, waiting: int) -> str:
        if self._queue.is_paused:
            return self.tr("paused, %n waiting", "", waiting) if waiting else self.tr("paused")
        return self.tr("%n waiting", "", waiting) if waiting else ""

    @Slot(bool)
    def _on_pause_queue(self, paused: bool) -> None:  # noqa: FBT001 - called by a signal
        if paused:
            self._queue.pause_all()
        else:
            self._queue.resume_all()

    @Slot()
    def _ask_for_sound(self) -> None:
        for state in self.selected():
            dialog = SoundDialog(state, self)
            dialog.chosen.connect(self._queue.ask)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    @Slot()
    def _on_rows_removed(self) -> None:
        """Select the row that the focus moved to, so that the next key does something."""
        selection = self.view.selectionModel()
        if not selection.hasSelection() and selection.currentIndex().isValid():
            selection.select(selection.currentIndex(), QItemSelectionModel.SelectionFlag.Select)

    @Slot()
    def _clear(self) -> None:
        done = [s.job.id for s in self._queue.states if s.status is Status.FINISHED]
        self._queue.remove(done)

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
            if not self.view.selectionModel().isSelected(index):
                self.select(self._model.state(index).job.id)
            self._look()

    @Slot(str, object)
    def _on_button(self, job_id: str, button: RowButton) -> None:
        match button:
            case RowButton.PAUSE:
                self._queue.pause([job_id])
            case RowButton.RESUME:
                self._queue.resume([job_id])
            case RowButton.CANCEL:
                self._queue.cancel([job_id])
            case RowButton.RETRY:
                self._queue.retry([job_id])
            case RowButton.REMOVE:
                self._queue.remove([job_id])

    @Slot(QPoint)
    def _show_menu(self, position: QPoint) -> None:
        actions = [*_of_jobs(self._actions), self._actions.clear]
        self.view.show_menu(actions, position)


def _of_jobs(actions: Actions) -> list[QAction]:
    """What can be done with the selected jobs."""
    a = actions
    return [a.pause, a.resume, a.sound, a.cancel, a.retry, a.remove]

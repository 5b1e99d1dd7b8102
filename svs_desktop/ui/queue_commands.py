"""What can be done with the jobs of the queue: by keys, by the menu, by dragging."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction

from svs_desktop.pipeline.job import JobState, Status
from svs_desktop.ui.actions import Actions
from svs_desktop.ui.queue_list import QueueList
from svs_desktop.ui.queue_model import QueueModel
from svs_desktop.ui.row_buttons import RowButton
from svs_desktop.workers.job_queue import JobQueue

_UNDERWAY = {Status.QUEUED, Status.RUNNING}
_ENDED = {Status.FAILED, Status.CANCELLED}
_CHANGEABLE = {Status.QUEUED, Status.PAUSED, *_ENDED}


class QueueCommands(QObject):
    """Has the queue do with the selected jobs what is asked for.

    Signals:
        options_wanted: The ``JobState`` of each job whose options are to be changed.
        known_wanted: The id of the result that there is of a job's video.
    """

    options_wanted = Signal(list)
    known_wanted = Signal(str)

    def __init__(
        self, queue: JobQueue, model: QueueModel, view: QueueList, actions: Actions
    ) -> None:
        super().__init__(view)
        self._queue = queue
        self._model = model
        self._view = view
        self._actions = actions
        self._connect()
        self._allow()

    def selected(self) -> list[JobState]:
        """The selected jobs, in queue order."""
        rows = sorted(index.row() for index in self._view.selectionModel().selectedIndexes())
        return [self._model.state(self._model.index(row)) for row in rows]

    def press(self, job_id: str, button: RowButton) -> None:
        """Do what a button in a job's row says, to that job alone."""
        if button is RowButton.OPEN:
            self.known_wanted.emit(self._queue.state(job_id).summarised_as)
            return
        done: dict[RowButton, Callable[[Iterable[str]], None]] = {
            RowButton.PAUSE: self._queue.pause,
            RowButton.RESUME: self._queue.resume,
            RowButton.ANYWAY: self._queue.resume,
            RowButton.CANCEL: self._queue.cancel,
            RowButton.RETRY: self._queue.retry,
            RowButton.REMOVE: self._queue.remove,
        }
        done[button]([job_id])

    @Slot(QModelIndex)
    def activate(self, index: QModelIndex) -> None:
        """Open the result that there is of the video, if its job rests for that."""
        if index.isValid() and (known := self._model.state(index).summarised_as):
            self.known_wanted.emit(known)

    @Slot(QPoint)
    def show_menu(self, position: QPoint) -> None:
        """Show all that can be done, at a point of the list."""
        a = self._actions
        groups = [*_of_jobs(a), [a.keep_done, a.export], [a.retry_failed, a.clear]]
        lines = (action for group in groups for action in (None, *group))
        self._view.show_menu(lines, position)

    def _connect(self) -> None:
        a, queue, view = self._actions, self._queue, self._view
        self._model.statuses_changed.connect(self._allow)
        view.selectionModel().selectionChanged.connect(self._allow)
        view.customContextMenuRequested.connect(self.show_menu)
        view.dropped.connect(self._on_dropped)
        for action in (action for group in _of_jobs(a) for action in group):
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            view.addAction(action)
        for action, done in (
            (a.pause, queue.pause),
            (a.resume, queue.resume),
            (a.cancel, queue.cancel),
            (a.retry, queue.retry),
            (a.remove, queue.remove),
            (a.up, queue.order.up),
            (a.down, queue.order.down),
            (a.to_top, queue.order.to_top),
            (a.to_end, queue.order.to_end),
        ):
            action.triggered.connect(lambda _=False, done=done: done(self._ids()))
        for moving in (a.up, a.down, a.to_top, a.to_end):
            moving.triggered.connect(self._show_current)
        a.options.triggered.connect(self._on_options)
        a.pause_queue.toggled.connect(self._on_pause_queue)
        queue.paused_changed.connect(a.pause_queue.setChecked)
        a.clear.triggered.connect(lambda: queue.remove(self._with(Status.FINISHED)))
        a.retry_failed.triggered.connect(lambda: queue.retry(self._with(Status.FAILED)))

    def _ids(self) -> list[str]:
        return [state.job.id for state in self.selected()]

    def _with(self, status: Status) -> list[str]:
        return [state.job.id for state in self._queue.states if state.status is status]

    @Slot()
    def _allow(self) -> None:
        a, statuses = self._actions, {state.status for state in self.selected()}
        a.pause.setEnabled(bool(statuses & _UNDERWAY))
        a.resume.setEnabled(Status.PAUSED in statuses)
        a.options.setEnabled(bool(statuses & _CHANGEABLE))
        a.cancel.setEnabled(any(status.is_active for status in statuses))
        a.retry.setEnabled(bool(statuses & _ENDED))
        a.remove.setEnabled(bool(statuses))
        can_move = self._model.rowCount() > 1 and bool(statuses - {Status.RUNNING})
        for moving in (a.up, a.down, a.to_top, a.to_end):
            moving.setEnabled(can_move)
        a.clear.setEnabled(bool(self._model.count(Status.FINISHED)))
        a.retry_failed.setEnabled(bool(self._model.count(Status.FAILED)))

    @Slot()
    def _show_current(self) -> None:
        self._view.scrollTo(self._view.currentIndex())

    @Slot()
    def _on_options(self) -> None:
        self.options_wanted.emit([s for s in self.selected() if s.status in _CHANGEABLE])

    @Slot(bool)
    def _on_pause_queue(self, paused: bool) -> None:  # noqa: FBT001 - called by a signal
        if paused:
            self._queue.pause_all()
        else:
            self._queue.resume_all()

    @Slot(int)
    def _on_dropped(self, row: int) -> None:
        index = self._model.index(row)
        before = self._model.state(index).job.id if index.isValid() else None
        self._queue.order.move(self._ids(), before)

    def select_current(self) -> None:
        """Select the row that the focus moved to, so that the next key does something."""
        selection = self._view.selectionModel()
        if not selection.hasSelection() and selection.currentIndex().isValid():
            selection.select(selection.currentIndex(), QItemSelectionModel.SelectionFlag.Select)


def _of_jobs(a: Actions) -> tuple[list[QAction], ...]:
    """What can be done with the selected jobs, in groups."""
    return (
        [a.pause, a.resume, a.cancel, a.retry],
        [a.to_top, a.up, a.down, a.to_end],
        [a.options, a.remove],
    )

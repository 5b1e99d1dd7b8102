"""The left side's upper part: the queue."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QVBoxLayout, QWidget

from svs_desktop.pipeline.job import JobState, Status
from svs_desktop.ui.actions import Actions
from svs_desktop.ui.headings import Heading
from svs_desktop.ui.queue_delegate import QueueDelegate, RowButton
from svs_desktop.ui.queue_model import QueueModel
from svs_desktop.workers.job_queue import JobQueue

_ENDED = {Status.FAILED, Status.CANCELLED}


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
        self._heading = Heading(self.tr("Queue"))
        self.view = QListView()
        self.view.setModel(model)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setAccessibleName(self.tr("Queue"))
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
        self.view.selectionModel().clear()

    def selected(self) -> list[JobState]:
        """The selected jobs, in queue order."""
        rows = sorted(self.view.selectionModel().selectedIndexes(), key=lambda i: i.row())
        return [self._model.state(index) for index in rows]

    def _connect(self) -> None:
        model, actions = self._model, self._actions
        for changed in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            changed.connect(self._refresh)
        model.dataChanged.connect(self._refresh)
        self.view.selectionModel().selectionChanged.connect(self._refresh)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.view.clicked.connect(self._on_current_changed)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self._delegate.clicked.connect(self._on_button)
        for action in (actions.cancel, actions.retry, actions.remove):
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.view.addAction(action)
        actions.cancel.triggered.connect(lambda: self._queue.cancel(self._selected_ids()))
        actions.retry.triggered.connect(lambda: self._queue.retry(self._selected_ids()))
        actions.remove.triggered.connect(lambda: self._queue.remove(self._selected_ids()))
        actions.clear.triggered.connect(self._clear)

    def _selected_ids(self) -> list[str]:
        return [state.job.id for state in self.selected()]

    @Slot()
    def _refresh(self) -> None:
        statuses = {state.status for state in self.selected()}
        self._actions.cancel.setEnabled(any(status.is_active for status in statuses))
        self._actions.retry.setEnabled(bool(statuses & _ENDED))
        self._actions.remove.setEnabled(bool(statuses))
        waiting = self._model.waiting()
        self._heading.set_note(self.tr("%n waiting", "", waiting) if waiting else "")
        self._actions.clear.setEnabled(bool(self._finished_ids()))

    def _finished_ids(self) -> list[str]:
        return [s.job.id for s in self._queue.states if s.status is Status.FINISHED]

    @Slot()
    def _clear(self) -> None:
        self._queue.remove(self._finished_ids())

    def _on_current_changed(self, index: object, *_: object) -> None:
        if index.isValid():  # type: ignore[attr-defined]
            self.chosen.emit(self._model.state(index).job.id)  # type: ignore[arg-type]

    @Slot(str, object)
    def _on_button(self, job_id: str, button: RowButton) -> None:
        match button:
            case RowButton.CANCEL:
                self._queue.cancel([job_id])
            case RowButton.RETRY:
                self._queue.retry([job_id])
            case RowButton.REMOVE:
                self._queue.remove([job_id])

    @Slot(QPoint)
    def _show_menu(self, position: QPoint) -> None:
        a = self._actions
        show_menu(self.view, [a.cancel, a.retry, a.remove, a.clear], position)


def show_menu(view: QAbstractItemView, actions: Iterable[QAction], position: QPoint) -> None:
    """Show a menu at a point of the view; it goes when it closes."""
    menu = QMenu(view)
    menu.addActions(list(actions))
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(view.viewport().mapToGlobal(position))

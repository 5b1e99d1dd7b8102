"""The queue as a list model: one row a job."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QPixmap

from svs_desktop.pipeline.job import JobState, Status
from svs_desktop.ui.job_text import file_name, readable, remedy, spoken_line, status_line
from svs_desktop.ui.pictures import Pictures
from svs_desktop.workers.job_queue import JobQueue

STATE = Qt.ItemDataRole.UserRole
"""The role of a row's ``JobState``."""

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class QueueModel(QAbstractListModel):
    """Follows a ``JobQueue``. The rows are the queue's jobs in the queue's order."""

    def __init__(self, queue: JobQueue, pictures: Pictures) -> None:
        super().__init__(queue)
        self._queue = queue
        self._pictures = pictures
        self._ids: list[str] = []
        self._rows: dict[str, int] = {}
        queue.jobs_added.connect(self._on_jobs_added)
        queue.job_changed.connect(self._on_job_changed)
        queue.jobs_removed.connect(self._on_jobs_removed)
        pictures.loaded.connect(self._on_job_changed)

    def rowCount(self, parent: Index | None = None) -> int:
        """Number of jobs."""
        return 0 if parent and parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """What views, tool tips and screen readers ask for."""
        if not index.isValid():
            return None
        state = self._queue.state(self._ids[index.row()])
        match role:
            case _Role.DisplayRole:
                return file_name(state)
            case _Role.AccessibleTextRole:
                return spoken_line(state)
            case _Role.ToolTipRole:
                return _tool_tip(state)
            case _Role.DecorationRole:
                return self._picture(state)
        return state if role == STATE else None

    def state(self, index: Index) -> JobState:
        """The job of a row."""
        return self._queue.state(self._ids[index.row()])

    def index_of(self, job_id: str) -> QModelIndex:
        """The row of a job; invalid when there is none."""
        row = self._rows.get(job_id)
        return QModelIndex() if row is None else self.index(row)

    def waiting(self) -> int:
        """How many jobs wait."""
        return sum(state.status is Status.QUEUED for state in self._queue.states)

    def _picture(self, state: JobState) -> QPixmap | None:
        return self._pictures.get(state.job.id, state.thumbnail) if state.thumbnail else None

    @Slot(list)
    def _on_jobs_added(self, ids: list[str]) -> None:
        if not ids:
            return
        first = len(self._ids)
        self.beginInsertRows(QModelIndex(), first, first + len(ids) - 1)
        self._ids += ids
        self._rows.update({job_id: row for row, job_id in enumerate(ids, first)})
        self.endInsertRows()

    @Slot(str)
    def _on_job_changed(self, job_id: str) -> None:
        index = self.index_of(job_id)
        if index.isValid():
            self.dataChanged.emit(index, index)

    @Slot(list)
    def _on_jobs_removed(self, ids: list[str]) -> None:
        for job_id in ids:
            row = self._rows[job_id]
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._ids[row]
            self._rows = {job_id: row for row, job_id in enumerate(self._ids)}
            self.endRemoveRows()


def _tool_tip(state: JobState) -> str:
    lines = [readable(str(state.job.path)), status_line(state)]
    if state.failure:
        lines.append(remedy(state.failure))
    return "\n".join(lines)

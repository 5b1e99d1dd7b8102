"""The queue as a list model: one row a job."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QPixmap

from svs_desktop.pipeline.job import JobState, Status
from svs_desktop.ui.job_text import (
    as_tip,
    file_name,
    readable,
    remedy,
    spoken_line,
    status_line,
    tr,
)
from svs_desktop.ui.pictures import Pictures
from svs_desktop.ui.words import language_name
from svs_desktop.workers.job_queue import JobQueue

STATE = Qt.ItemDataRole.UserRole
"""The role of a row's ``JobState``."""

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class QueueModel(QAbstractListModel):
    """Follows a ``JobQueue``. The rows are the queue's jobs in the queue's order.

    It keeps the states that it shows: while rows go one range after another, views ask for rows
    whose jobs have left the queue already.

    Signals:
        statuses_changed: How many jobs have which status is different now.
    """

    statuses_changed = Signal()

    def __init__(self, queue: JobQueue, pictures: Pictures) -> None:
        super().__init__(queue)
        self._queue = queue
        self._pictures = pictures
        self._ids: list[str] = []
        self._rows: dict[str, int] = {}
        self._states: dict[str, JobState] = {}
        self._counts: Counter[Status] = Counter()
        queue.jobs_added.connect(self._on_jobs_added)
        queue.job_changed.connect(self._on_job_changed)
        queue.jobs_removed.connect(self._on_jobs_removed)
        queue.jobs_moved.connect(self._on_jobs_moved)
        pictures.loaded.connect(self._repaint)
        self._on_jobs_added(list(queue.ids))

    def rowCount(self, parent: Index | None = None) -> int:
        """Number of jobs."""
        return 0 if parent and parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """What views, tool tips and screen readers ask for."""
        if not index.isValid():
            return None
        state = self.state(index)
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

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be done with a row; one whose job runs stays where it is."""
        flags = super().flags(index)
        if index.isValid() and self.state(index).status is not Status.RUNNING:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def state(self, index: Index) -> JobState:
        """The job of a row."""
        return self._states[self._ids[index.row()]]

    def index_of(self, job_id: str) -> QModelIndex:
        """The row of a job; invalid when there is none."""
        row = self._rows.get(job_id)
        return QModelIndex() if row is None else self.index(row)

    def count(self, status: Status) -> int:
        """How many jobs have this status."""
        return self._counts[status]

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
        self._states.update({job_id: self._queue.state(job_id) for job_id in ids})
        self._counts.update(self._states[job_id].status for job_id in ids)
        self.endInsertRows()
        self.statuses_changed.emit()

    @Slot(str)
    def _on_job_changed(self, job_id: str) -> None:
        before, after = self._states[job_id], self._queue.state(job_id)
        self._states[job_id] = after
        self._repaint(job_id)
        if before.status is not after.status:
            self._counts[before.status] -= 1
            self._counts[after.status] += 1
            self.statuses_changed.emit()

    @Slot(str)
    def _repaint(self, job_id: str) -> None:
        index = self.index_of(job_id)
        if index.isValid():
            self.dataChanged.emit(index, index)

    @Slot(list)
    def _on_jobs_removed(self, ids: list[str]) -> None:
        rows = sorted(self._rows[job_id] for job_id in ids)
        # The last ones first: the rows above stay where they are.
        for first, last in reversed(list(_ranges(rows))):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._ids[first : last + 1]
            self.endRemoveRows()
        for job_id in ids:
            self._counts[self._states.pop(job_id).status] -= 1
        self._rows = {job_id: row for row, job_id in enumerate(self._ids)}
        self.statuses_changed.emit()

    @Slot()
    def _on_jobs_moved(self) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._ids[index.row()] for index in before]
        places = {job_id: place for place, job_id in enumerate(self._queue.ids)}
        self._ids.sort(key=lambda job_id: places.get(job_id, len(places)))
        self._rows = {job_id: row for row, job_id in enumerate(self._ids)}
        self.changePersistentIndexList(before, [self.index_of(job_id) for job_id in ids])
        self.layoutChanged.emit()


def _ranges(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of neighbours among sorted numbers."""
    first = 0
    for place, row in enumerate(rows):
        if place + 1 == len(rows) or rows[place + 1] != row + 1:
            yield rows[first], row
            first = place + 1


def _tool_tip(state: JobState) -> str:
    lines = [readable(str(state.job.path)), status_line(state)]
    if state.language:
        lines.append(tr("Spoken language: {}").format(language_name(state.language)))
    if state.failure:
        lines.append(remedy(state.failure))
    return as_tip("\n".join(lines))

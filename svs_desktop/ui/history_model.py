"""The results in the library, as rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Slot

from svs_desktop.library import HistoryEntry, Library
from svs_desktop.pipeline.export.clock import clock
from svs_desktop.ui.job_text import as_tip, moment_text, readable, tr
from svs_desktop.ui.lists import Index
from svs_desktop.workers.background import Background
from svs_desktop.workers.job_queue import JobQueue

_Role = Qt.ItemDataRole
FACTS = _Role.UserRole + 1
"""The role of the line below a title."""


class HistoryModel(QAbstractListModel):
    """The results in the library, the newest first. Read and changed off the GUI thread."""

    def __init__(self, library: Library, queue: JobQueue, background: Background) -> None:
        super().__init__(queue)
        self._library = library
        self._queue = queue
        self._background = background
        self._entries: list[HistoryEntry] = []
        self._titles: Counter[str] = Counter()
        queue.job_finished.connect(self.reload)

    @Slot()
    def reload(self) -> None:
        """Read the history again."""
        self._background.deliver(self._library.history(), self._show, self._queue.troubled.emit)

    def rowCount(self, parent: Index | None = None) -> int:
        """Number of results."""
        return 0 if parent and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """What views, tool tips and screen readers ask for."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        match role:
            case _Role.DisplayRole:
                return readable(entry.title)
            case _Role.AccessibleTextRole:
                said = f"{readable(entry.title)}. {self._facts(entry)}"
                return f"{said}. {tr('Kept')}" if entry.kept else said
            case _Role.ToolTipRole:
                return as_tip(readable(str(entry.path)))
            case _ if role == FACTS:
                return self._facts(entry)
        return entry if role == _Role.UserRole else None

    @property
    def entries(self) -> Sequence[HistoryEntry]:
        """The results, in the order of the rows."""
        return self._entries

    def entry(self, index: Index) -> HistoryEntry:
        """The result of a row."""
        return self._entries[index.row()]

    def index_of(self, job_id: str) -> QModelIndex:
        """The row of a result; invalid when there is none."""
        rows = (row for row, entry in enumerate(self._entries) if entry.job_id == job_id)
        return self.index(next(rows, -1))

    def delete(self, job_ids: Sequence[str]) -> None:
        """Delete results until ``restore``, and their jobs that are in the queue."""
        self._queue.remove([job_id for job_id in job_ids if job_id in self._queue.ids])
        self._then_reload(self._library.hide(job_ids))

    def restore(self, job_ids: Sequence[str]) -> None:
        """Take back that results were deleted."""
        self._then_reload(self._library.show(job_ids))

    def purge(self) -> None:
        """Delete for good what was deleted."""
        self._queue.purge()

    def set_kept(self, job_ids: Sequence[str], *, kept: bool) -> None:
        """Keep results beyond the newest, or no longer."""
        for job_id in job_ids:
            self._then_reload(self._library.set_kept(job_id, kept=kept))

    def _then_reload(self, changed: Future[None]) -> None:
        self._background.deliver(changed, lambda _: self.reload(), self._queue.troubled.emit)

    def _facts(self, entry: HistoryEntry) -> str:
        """When it was made, how long the video is, and its name where titles are the same."""
        parts = (moment_text(entry.finished_at), clock(entry.duration_s))
        name = readable(entry.path.name) if self._titles[entry.title] > 1 else ""
        return "  ·  ".join(part for part in (name, *parts) if part)

    def _show(self, entries: list[HistoryEntry]) -> None:
        self._titles = Counter(entry.title for entry in entries)
        if [e.job_id for e in entries] == [e.job_id for e in self._entries]:
            self._show_changes(entries)
        else:
            self.beginResetModel()
            self._entries = entries
            self.endResetModel()

    def _show_changes(self, entries: list[HistoryEntry]) -> None:
        """The same results: what is selected stays so."""
        before, self._entries = self._entries, entries
        for row, (old, new) in enumerate(zip(before, entries, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row))

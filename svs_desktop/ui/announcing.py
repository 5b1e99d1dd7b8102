"""Says to those who do not see the window what becomes of the jobs."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from svs_desktop.pipeline.job import JobState, Status
from svs_desktop.ui.job_text import spoken_line
from svs_desktop.ui.queue_list import QueueList
from svs_desktop.workers.job_queue import JobQueue

_STEP_PERCENT = 25
_GATHER_MS = 400
# As many are named one by one; of more it is said how many there are.
_MOST_NAMED = 3


def announce(source: QObject, text: str) -> None:
    """Have a screen reader say this when it has said what it is at."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, text))


class Announcer(QObject):
    """Follows a ``JobQueue``: each quarter of a job, how it ends, and where it is put."""

    def __init__(self, queue: JobQueue, view: QueueList, window: QWidget) -> None:
        super().__init__(window)
        self._queue = queue
        self._view = view
        self._heard: dict[str, tuple[Status, int]] = {}
        self._changed: dict[str, None] = {}
        self._timer = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._timer.timeout.connect(self._tell)
        queue.jobs_added.connect(self._on_added)
        queue.job_changed.connect(self._on_changed)
        queue.jobs_removed.connect(self._on_removed)
        queue.jobs_moved.connect(self._on_moved)
        self._on_added(list(queue.ids))

    @Slot(list)
    def _on_added(self, ids: list[str]) -> None:
        self._heard.update({job_id: _standing(self._queue.state(job_id)) for job_id in ids})

    @Slot(str)
    def _on_changed(self, job_id: str) -> None:
        before, after = self._heard.get(job_id), _standing(self._queue.state(job_id))
        if before != after:
            self._heard[job_id] = after
            self._changed[job_id] = None
            if not self._timer.isActive():
                self._timer.start()

    @Slot(list)
    def _on_removed(self, ids: list[str]) -> None:
        for job_id in ids:
            self._heard.pop(job_id, None)
            self._changed.pop(job_id, None)

    @Slot()
    def _on_moved(self) -> None:
        """Say where the row is that was moved; the list itself says nothing of it."""
        index = self._view.currentIndex()
        if index.isValid() and self._view.hasFocus():
            place, count = index.row() + 1, self._view.model().rowCount()
            announce(self._view, self.tr("{0} of {1}").format(place, count))

    @Slot()
    def _tell(self) -> None:
        """Say what changed meanwhile."""
        states = [self._queue.state(job_id) for job_id in self._changed]
        self._changed.clear()
        if len(states) <= _MOST_NAMED:
            said = [spoken_line(state) for state in states]
        else:
            said = self._counted(states)
        if said:
            announce(self._view, " ".join(f"{line.rstrip('.')}." for line in said))

    def _counted(self, states: list[JobState]) -> list[str]:
        words: Mapping[Status, str] = {
            Status.FINISHED: self.tr("%n done", "", _count(states, Status.FINISHED)),
            Status.FAILED: self.tr("%n failed", "", _count(states, Status.FAILED)),
            Status.PAUSED: self.tr("%n paused", "", _count(states, Status.PAUSED)),
            Status.CANCELLED: self.tr("%n cancelled", "", _count(states, Status.CANCELLED)),
        }
        return [text for status, text in words.items() if _count(states, status)]


def _standing(state: JobState) -> tuple[Status, int]:
    """What is worth saying when it changes."""
    return state.status, int(state.overall) // _STEP_PERCENT


def _count(states: list[JobState], status: Status) -> int:
    return sum(state.status is status for state in states)

"""How long the whole queue will take."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from svs_desktop.library import Library
from svs_desktop.pipeline.job import JobState, Status
from svs_desktop.workers.background import Background
from svs_desktop.workers.job_queue import JobQueue
from svs_desktop.workers.pace import Kind, Pace, kind_of

_TELL_MS = 1000
_WHOLE = 100.0


class TimeLeft(QObject):
    """Follows a queue. What was measured of earlier jobs is in the library.

    Signals:
        changed: ``seconds`` may be different now; at most once a second.
    """

    changed = Signal()

    def __init__(
        self, queue: JobQueue, library: Library, background: Background, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._queue = queue
        self._library = library
        self._background = background
        self._pace = Pace()
        self._waiting: dict[str, tuple[Kind, float]] = {}
        self._videos_s: dict[Kind, float] = {}
        self._counts: Counter[Kind] = Counter()
        self._unknown: set[str] = set()
        self._running: dict[str, JobState] = {}
        self._timer = QTimer(self, singleShot=True, interval=_TELL_MS)
        self._timer.timeout.connect(self.changed)
        queue.jobs_added.connect(self._on_jobs)
        queue.job_changed.connect(self._on_job)
        queue.jobs_removed.connect(self._on_removed)
        queue.restored.connect(self._read)
        self._read()
        self._on_jobs(list(queue.ids))

    @property
    def count(self) -> int:
        """How many jobs wait or run."""
        return len(self._waiting) + len(self._unknown) + len(self._running)

    @property
    def seconds(self) -> float | None:
        """For all that waits and runs; None while that is unknown, or nothing is to run."""
        if self._unknown or not self.count or self._queue.is_paused:
            return None
        parts = [self._left_of(state) for state in self._running.values()]
        for kind, video_s in self._videos_s.items():
            rate = self._pace.rate(kind)
            parts.append(None if rate is None else rate * video_s)
        known = [part for part in parts if part is not None]
        if len(known) < len(parts):
            return None
        longest = max((self._left_of(s) or 0.0 for s in self._running.values()), default=0.0)
        return max(sum(known) / min(self._queue.parallel, self.count), longest)

    def _left_of(self, state: JobState) -> float | None:
        if state.progress and state.progress.eta_s is not None:
            return state.progress.eta_s
        rate = self._pace.rate(kind_of(state))
        if rate is None or not state.media or not state.media.duration_s:
            return None
        return rate * state.media.duration_s * (1 - state.overall / _WHOLE)

    @Slot()
    def _read(self) -> None:
        """Learn from the jobs of the past, the oldest first."""
        self._background.deliver(self._library.finished(), self._learn, lambda _: None)

    def _learn(self, finished: list[JobState]) -> None:
        if not isValid(self):  # the window that asked gave its place to another meanwhile
            return
        for state in reversed(finished):
            self._pace.learn(state)
        self._tell()

    @Slot(list)
    def _on_jobs(self, ids: list[str]) -> None:
        for job_id in ids:
            self._on_job(job_id)

    @Slot(str)
    def _on_job(self, job_id: str) -> None:
        self._forget(job_id)
        state = self._queue.state(job_id)
        self._pace.learn(state)
        video_s = state.media.duration_s if state.media else 0.0
        if state.job.external:
            return
        if state.status is Status.RUNNING:
            self._running[job_id] = state
        elif state.status is Status.QUEUED and video_s:
            self._waiting[job_id] = kind_of(state), video_s
            kind = kind_of(state)
            self._counts[kind] += 1
            self._videos_s[kind] = self._videos_s.get(kind, 0.0) + video_s
        elif state.status is Status.QUEUED:
            self._unknown.add(job_id)
        self._tell()

    @Slot(list)
    def _on_removed(self, ids: list[str]) -> None:
        for job_id in ids:
            self._forget(job_id)
        self._tell()

    def _forget(self, job_id: str) -> None:
        self._running.pop(job_id, None)
        self._unknown.discard(job_id)
        if waited := self._waiting.pop(job_id, None):
            kind, video_s = waited
            self._counts[kind] -= 1
            self._videos_s[kind] -= video_s
            if not self._counts[kind]:
                del self._videos_s[kind]

    def _tell(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

"""The workers of a queue, and the engines that stay warm from one job to the next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QThreadPool

from svs_desktop.workers.engine_process import Engine
from svs_desktop.workers.job_worker import JobWorker


class Crew:
    """Who works now, at most ``size`` at a time. Must be called on one thread."""

    def __init__(self, make_engine: Callable[[], Engine], size: int, parent: QObject) -> None:
        self._make_engine = make_engine
        self._size = size
        self._pool = QThreadPool(parent)
        self._pool.setMaxThreadCount(size)
        self._workers: dict[str, JobWorker] = {}
        self._idle_engines: list[Engine] = []

    @property
    def size(self) -> int:
        """How many work at a time."""
        return self._size

    @property
    def has_room(self) -> bool:
        """Whether one more job may begin."""
        return len(self._workers) < self._size

    @property
    def is_idle(self) -> bool:
        """Whether nobody works."""
        return not self._workers

    def __contains__(self, job_id: str) -> bool:
        return job_id in self._workers

    def resize(self, size: int) -> None:
        """Have this many work at a time, from the next one that begins."""
        self._size = size
        self._pool.setMaxThreadCount(max(size, self._pool.maxThreadCount()))

    def hire(self, job_id: str, make_worker: Callable[[Engine], JobWorker]) -> None:
        """Have a worker for the job, with an engine of its own, that waits for ``start``."""
        engine = self._idle_engines.pop() if self._idle_engines else self._make_engine()
        self._workers[job_id] = make_worker(engine)

    def start(self, job_id: str) -> None:
        """Have the job's worker begin."""
        self._pool.start(self._workers[job_id])

    def worker(self, job_id: str) -> JobWorker | None:
        """The job's worker, from ``hire`` until ``release``."""
        return self._workers.get(job_id)

    def release(self, job_id: str) -> None:
        """Let go of a worker that has ended; its engine is free for the next job."""
        self._idle_engines.append(self._workers.pop(job_id).engine)

    def close(self) -> None:
        """Have all runs end soon, their jobs unfinished, and free the engines."""
        for worker in self._workers.values():
            worker.interrupt()
        self._pool.waitForDone()
        for engine in [*self._idle_engines, *(w.engine for w in self._workers.values())]:
            engine.close()

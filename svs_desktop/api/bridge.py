"""Between the queue, which lives on the program's main thread, and the server on its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from svs_desktop.api.board import Board
from svs_desktop.pipeline.job import JobState
from svs_desktop.workers.job_queue import JobQueue

T = TypeVar("T")


class Bridge(QObject):
    """Carries calls to the queue and news from it. Neither side ever waits for the other.

    The main thread leaves its news with the server's event loop; the server's calls are queued like
    any signal, and one whose caller has given up is not made any more.
    """

    _asked = Signal(object)

    def __init__(self, queue: JobQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.queue = queue
        self._loop: asyncio.AbstractEventLoop | None = None
        self._board: Board | None = None
        self._asked.connect(self._on_asked, Qt.ConnectionType.QueuedConnection)
        queue.jobs_added.connect(self._on_jobs_added)
        queue.job_changed.connect(self._on_job_changed)
        queue.jobs_removed.connect(self._on_jobs_removed)

    def call(self, function: Callable[[], T]) -> Future[T]:
        """Have ``function`` called on the main thread; may be called on any."""
        future: Future[T] = Future()

        def settle() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                future.set_result(function())
            except Exception as error:  # noqa: BLE001 - it is raised where it was asked for
                future.set_exception(error)

        self._asked.emit(settle)
        return future

    def attach(self, loop: asyncio.AbstractEventLoop, board: Board) -> None:
        """Tell this board how the jobs stand, and from now on what happens. On the main thread."""
        self._loop, self._board = loop, board
        for state in self.queue.states:
            self._tell(board.put, state)

    @Slot()
    def detach(self) -> None:
        """Tell nothing more. On the main thread."""
        self._loop = self._board = None

    @Slot(object)
    def _on_asked(self, settle: Callable[[], None]) -> None:
        settle()

    @Slot(list)
    def _on_jobs_added(self, job_ids: list[str]) -> None:
        for job_id in job_ids:
            self._on_job_changed(job_id)

    @Slot(str)
    def _on_job_changed(self, job_id: str) -> None:
        if self._board:
            self._tell(self._board.put, self.queue.state(job_id))

    @Slot(list)
    def _on_jobs_removed(self, job_ids: list[str]) -> None:
        if self._board:
            self._tell(self._board.drop, job_ids)

    def _tell(self, told: Callable[..., None], what: JobState | list[str]) -> None:
        if self._loop:
            try:
                self._loop.call_soon_threadsafe(told, what)
            except RuntimeError:  # the server has ended by itself
                self.detach()

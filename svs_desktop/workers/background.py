"""Short work off the GUI thread, with its outcome back on it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

T = TypeVar("T")

_THREADS = 2


class Background(QObject):
    """Runs functions on threads of its own and hands over results where it lives.

    Without ``otherwise`` an exception is raised on this object's thread, where the program's
    exception hook sees it. Once it is closed it hands over nothing more. Its methods are for the
    thread where it lives.
    """

    _settled = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="background")
        self._closed = False
        self._under_way = 0
        self._when_idle: list[Callable[[], object]] = []
        self._settled.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        function: Callable[[], T],
        then: Callable[[T], object] = lambda _: None,
        otherwise: Callable[[Exception], object] | None = None,
    ) -> Future[T]:
        """Call ``function`` on another thread, then ``then`` with its result on this one."""
        future = self._threads.submit(function)
        self.deliver(future, then, otherwise)
        return future

    def deliver(
        self,
        future: Future[T],
        then: Callable[[T], object],
        otherwise: Callable[[Exception], object] | None = None,
    ) -> None:
        """Call ``then`` on this thread once ``future`` has its result; not when it is cancelled."""
        self._under_way += 1
        future.add_done_callback(
            lambda done: self._settled.emit(partial(_settle, done, then, otherwise))
        )

    def when_idle(self, then: Callable[[], object]) -> None:
        """Call ``then`` once all has been handed over, and nothing was asked for meanwhile.

        ``close`` calls it at the latest.
        """
        self._when_idle.append(then)
        self.run(lambda: None)

    def close(self) -> None:
        """Wait for what runs, forget what has not begun."""
        self._closed = True
        self._threads.shutdown(cancel_futures=True)
        self._tell_idle()

    @Slot(object)
    def _call(self, settle: Callable[[], None]) -> None:
        if self._closed:
            return
        try:
            settle()
        finally:
            self._under_way -= 1
            if not self._under_way:
                self._tell_idle()

    def _tell_idle(self) -> None:
        waiting, self._when_idle = self._when_idle, []
        for then in waiting:
            then()


def while_there(receiver: QObject, then: Callable[[T], object]) -> Callable[[T], None]:
    """``then``, but nothing once Qt has deleted the receiver of its outcome."""

    def call(value: T) -> None:
        if isValid(receiver):
            then(value)

    return call


def _settle(
    future: Future[Any],
    then: Callable[[Any], object],
    otherwise: Callable[[Exception], object] | None,
) -> None:
    try:
        result = future.result()
    except CancelledError:
        return
    except Exception as error:
        if otherwise is None:
            raise
        otherwise(error)
    else:
        then(result)

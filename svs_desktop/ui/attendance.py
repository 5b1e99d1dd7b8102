"""What the desktop is told of the queue: that it works, how far it is, and that it is done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from svs_desktop.pipeline.job import JobState, Status
from svs_desktop.settings import Settings
from svs_desktop.ui.desktop import Desktop
from svs_desktop.ui.job_text import file_name, sentence
from svs_desktop.ui.sleep_dialog import SleepDialog
from svs_desktop.workers.job_queue import JobQueue

_TELL_MS = 1000
_COUNTDOWN_S = 60
_WHOLE = 100.0
_ENDED_BY_ITSELF = {Status.FINISHED, Status.FAILED}


class Attendance(QObject):
    """Follows a queue.

    Signals:
        all_done: The last job of the queue has come to its end by itself.
    """

    all_done = Signal()

    def __init__(
        self,
        queue: JobQueue,
        desktop: Desktop,
        settings: Callable[[], Settings],
        window: Callable[[], QWidget],
        parent: QObject,
    ) -> None:
        """Begin to follow.

        Args:
            queue: The jobs.
            desktop: Who is told.
            settings: As they are then.
            window: The one that is open then.
            parent: Its owner.
        """
        super().__init__(parent)
        self._queue = queue
        self._desktop = desktop
        self._settings = settings
        self._window = window
        self._active: dict[str, JobState] = {}
        self._running: set[str] = set()
        self._ended = 0
        self._is_working = False
        self._asking: SleepDialog | None = None
        self._timer = QTimer(self, singleShot=True, interval=_TELL_MS)
        self._timer.timeout.connect(self._show_progress)
        queue.jobs_added.connect(self._on_jobs)
        queue.job_changed.connect(self._on_job)
        queue.jobs_removed.connect(self._on_removed)
        queue.paused_changed.connect(self._follow)

    def close(self) -> None:
        """Tell the desktop nothing more."""
        self._timer.stop()
        self._desktop.close()

    @Slot(list)
    def _on_jobs(self, ids: list[str]) -> None:
        for job_id in ids:
            self._on_job(job_id)

    @Slot(str)
    def _on_job(self, job_id: str) -> None:
        state, before = self._queue.state(job_id), self._active.pop(job_id, None)
        self._running.discard(job_id)
        if state.job.external:
            return
        if state.status in {Status.QUEUED, Status.RUNNING}:
            self._active[job_id] = state
            if state.status is Status.RUNNING:
                self._running.add(job_id)
        elif before and state.status in _ENDED_BY_ITSELF:
            self._ended += 1
            self._tell(state)
        self._follow()
        if before and not self._active and state.status in _ENDED_BY_ITSELF:
            self._on_all_done()

    @Slot(list)
    def _on_removed(self, ids: list[str]) -> None:
        for job_id in ids:
            self._active.pop(job_id, None)
            self._running.discard(job_id)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        works = bool(self._running)
        if works and self._asking:
            self._asking.reject()
        if works is not self._is_working:
            self._is_working = works
            self._desktop.keep_awake(on=works)
            self._show_progress()
        elif not self._timer.isActive():
            self._timer.start()
        if not self._active:
            self._ended = 0

    @Slot()
    def _show_progress(self) -> None:
        if not self._is_working:
            self._desktop.show_progress(None)
            return
        done = self._ended + sum(s.overall for s in self._active.values()) / _WHOLE
        self._desktop.show_progress(done / (self._ended + len(self._active)))

    def _tell(self, state: JobState) -> None:
        if self._settings().when_done == "nothing" or self._is_in_use():
            return
        QApplication.alert(self._window())
        if state.status is Status.FINISHED:
            self._desktop.notify(self.tr("The summary is ready"), state.title or file_name(state))
        elif state.failure:
            self._desktop.notify(file_name(state), sentence(state.failure))

    def _on_all_done(self) -> None:
        self.all_done.emit()
        if self._settings().when_done == "sleep" and not self._asking:
            self._asking = dialog = SleepDialog(_COUNTDOWN_S, self._window())
            dialog.accepted.connect(self._desktop.sleep)
            dialog.finished.connect(self._on_answered)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    @Slot()
    def _on_answered(self) -> None:
        self._asking = None

    def _is_in_use(self) -> bool:
        return QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive

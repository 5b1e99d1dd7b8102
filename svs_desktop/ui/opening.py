"""What the window's right side shows: the page, and the job or the result on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from svs_desktop.library import Library, UnknownJob
from svs_desktop.pipeline.job import Status
from svs_desktop.pipeline.summary import Result
from svs_desktop.pipeline.transcript import Segment
from svs_desktop.ui.history_pane import HistoryPane
from svs_desktop.ui.job_page import JobPage
from svs_desktop.ui.queue_pane import QueuePane
from svs_desktop.ui.result_page import ResultPage
from svs_desktop.workers.background import Background
from svs_desktop.workers.job_queue import JobQueue


class Pages(QStackedWidget):
    """The pages of the right side, one of which is seen."""

    def __init__(self, welcome: QWidget, job: JobPage, result: ResultPage) -> None:
        super().__init__()
        self.welcome, self.job, self.result = welcome, job, result
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.Base)
        for page in (welcome, job, result):
            self.addWidget(page)

    def hasHeightForWidth(self) -> bool:
        """It takes what is left: else a panel above it would have to share half and half."""
        return False

    @property
    def shown_job(self) -> str:
        """The job that is looked at; empty when none is."""
        return self.job.job_id if self.currentWidget() is self.job else ""

    @property
    def shown_result(self) -> Result | None:
        """The result that is looked at."""
        return self.result.result if self.currentWidget() is self.result else None


class Opening(QObject):
    """Opens what is chosen in the lists, and follows what becomes of it.

    Signals:
        page_shown: The ``Result`` on the page that is shown from now on, None without one.
        result_shown: The ``Result`` on the reading page.
        gone: A result that was to be opened is no longer there.
    """

    page_shown = Signal(object)
    result_shown = Signal(object)
    gone = Signal()

    def __init__(
        self,
        pages: Pages,
        queue_pane: QueuePane,
        history_pane: HistoryPane,
        queue: JobQueue,
        library: Library,
        background: Background,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._pages = pages
        self._queue_pane = queue_pane
        self._history_pane = history_pane
        self._queue = queue
        self._library = library
        self._background = background
        self._awaited = ""
        self._connect()

    @property
    def is_reading(self) -> bool:
        """Whether a result is on its way to the page."""
        return bool(self._awaited)

    @property
    def result_meant(self) -> str:
        """The result that is on its way to the page, or else on it; empty when none is."""
        shown = self._pages.shown_result
        return self._awaited or (shown.job_id if shown else "")

    @Slot(str)
    def open_result(self, job_id: str) -> None:
        """Show a result as soon as it is read, unless something else is looked at by then."""
        self._awaited = job_id
        self._background.deliver(
            self._library.result(job_id),
            self._on_result_read,
            lambda error: self._on_no_result(job_id, error),
        )

    def show_page(self, page: QWidget) -> None:
        """Show a page as it is."""
        self._awaited = ""
        self._pages.setCurrentWidget(page)
        self.page_shown.emit(self._pages.shown_result)

    def _connect(self) -> None:
        queue = self._queue
        # Later: a click on a button in a row looks at that row too, and what comes last is shown.
        later = Qt.ConnectionType.QueuedConnection
        self._queue_pane.commands.known_wanted.connect(self.open_result, later)
        self._pages.job.known_wanted.connect(self.open_result)
        self._queue_pane.chosen.connect(self._on_job_chosen)
        self._history_pane.chosen.connect(self._on_result_chosen)
        self._history_pane.view.model().modelReset.connect(self._on_history)
        queue.jobs_added.connect(self._on_jobs_added)
        queue.job_changed.connect(self._on_job_changed)
        queue.jobs_removed.connect(self._on_jobs_removed)
        queue.job_finished.connect(self._on_job_finished)
        queue.transcribed.connect(self._on_transcribed)
        queue.drafted.connect(self._pages.job.show_draft)

    @Slot(str)
    def _on_job_chosen(self, job_id: str) -> None:
        self._history_pane.clear_selection()
        state = self._queue.state(job_id)
        if state.status is Status.FINISHED:
            self.open_result(job_id)
            return
        self._pages.job.show_job(state)
        self.show_page(self._pages.job)
        if state.reached or state.status is not Status.QUEUED:
            self._background.deliver(
                self._library.transcript(job_id),
                lambda transcript: self._on_transcribed(job_id, transcript.segments),
                self._queue.troubled.emit,
            )

    @Slot(str)
    def _on_result_chosen(self, job_id: str) -> None:
        self._queue_pane.clear_selection()
        self.open_result(job_id)

    def _on_result_read(self, result: Result) -> None:
        if result.job_id == self._awaited:
            self._pages.result.show_result(result)
            self.show_page(self._pages.result)
            self._history_pane.select(result.job_id)
            self.result_shown.emit(result)

    def _on_no_result(self, job_id: str, error: Exception) -> None:
        # The row of a job whose result made room for newer ones leads nowhere.
        if isinstance(error, UnknownJob):
            self._queue.remove([job_id])
            self.gone.emit()
        else:
            self._queue.troubled.emit(error)

    @Slot(list)
    def _on_jobs_added(self, ids: list[str]) -> None:
        is_empty = self._pages.currentWidget() is self._pages.welcome
        if ids and (is_empty or self._is_again(ids[0])):
            self._queue_pane.select(ids[0])
            self._queue_pane.view.setFocus()

    def _is_again(self, job_id: str) -> bool:
        """Whether a job summarises once more what is looked at."""
        result = self._pages.shown_result
        return bool(result and self._queue.state(job_id).job.transcript_of == result.job_id)

    @Slot(str)
    def _on_job_changed(self, job_id: str) -> None:
        self._pages.job.follow(self._queue.state(job_id))

    @Slot(str)
    def _on_job_finished(self, job_id: str) -> None:
        if self._pages.shown_job == job_id:
            self.open_result(job_id)

    @Slot(list)
    def _on_jobs_removed(self, ids: list[str]) -> None:
        if self._pages.shown_job in ids:
            self.show_page(self._pages.welcome)

    @Slot(str, object)
    def _on_transcribed(self, job_id: str, segments: Sequence[Segment]) -> None:
        if job_id == self._pages.job.job_id:
            self._pages.job.append(segments)

    @Slot()
    def _on_history(self) -> None:
        result = self._pages.shown_result
        if result and not self._history_pane.has(result.job_id):
            self.show_page(self._pages.welcome)

"""The window: it puts the parts together and passes on what they say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QWidget

from svs_desktop.library import Library, UnknownJob
from svs_desktop.paths import resource
from svs_desktop.pipeline.export import Format
from svs_desktop.pipeline.job import Status
from svs_desktop.pipeline.summary import Result
from svs_desktop.settings import Settings
from svs_desktop.ui.actions import Actions
from svs_desktop.ui.choosing import Chooser
from svs_desktop.ui.drop import DropTarget
from svs_desktop.ui.exporting import Exporter
from svs_desktop.ui.history_pane import HistoryModel, HistoryPane
from svs_desktop.ui.job_page import JobPage
from svs_desktop.ui.job_text import readable
from svs_desktop.ui.pictures import Pictures
from svs_desktop.ui.queue_model import QueueModel
from svs_desktop.ui.queue_pane import QueuePane
from svs_desktop.ui.result_page import ResultPage
from svs_desktop.ui.status_line import StatusLine
from svs_desktop.ui.toolbar import ToolBar
from svs_desktop.ui.welcome import Welcome
from svs_desktop.workers.background import Background
from svs_desktop.workers.job_queue import JobQueue

_NARROW = 900


class MainWindow(QMainWindow):
    """The program's window.

    Signals:
        settings_wanted: To see the settings.
        model_wanted: The name of a model to install.
        again_wanted: The ``Result`` to be summarised once more.
        result_shown: The ``Result`` on the reading page.
    """

    settings_wanted = Signal()
    model_wanted = Signal(str)
    again_wanted = Signal(object)
    result_shown = Signal(object)

    def __init__(
        self,
        queue: JobQueue,
        library: Library,
        background: Background,
        settings: Settings,
        geometry: QSettings,
        *,
        keep: int,
        titles: Mapping[str, str] | None = None,
    ) -> None:
        """Put the window together.

        Args:
            queue: The jobs.
            library: The results.
            background: For work off the GUI thread.
            settings: For what is added from now on.
            geometry: Where the window's size and place are kept.
            keep: How many results the history holds.
            titles: What people call the models, by name.
        """
        super().__init__()
        self.setWindowTitle("SVS Desktop")
        self._queue = queue
        self._library = library
        self._background = background
        self._geometry = geometry
        self.settings = settings
        self.actions_ = Actions(self)
        self.queue_model = QueueModel(queue, Pictures(background))
        self.history_model = HistoryModel(library, queue, background)
        self.queue_pane = QueuePane(queue, self.queue_model, self.actions_)
        self.history_pane = HistoryPane(self.history_model, self.actions_, keep)
        self.welcome = Welcome(self.actions_)
        self.job_page = JobPage()
        self.result_page = ResultPage(self.actions_, background, titles or {})
        self.exporter = Exporter(background, self)
        self._drop = DropTarget(self)
        self._chooser = Chooser(self)
        self._status = StatusLine()
        self._awaited = ""
        self._assemble()
        self._connect()
        self._restore_geometry()

    def add(self, paths: Sequence[Path]) -> None:
        """Queue these files and folders with the settings as they are."""
        self._queue.submit(paths, self.settings.job_options())

    def say(self, text: str) -> None:
        """Show a sentence in the status bar for a while."""
        self._status.say(text)

    def open_result(self, job_id: str) -> None:
        """Show a result as soon as it is read, unless something else is looked at by then."""
        self._awaited = job_id
        self._background.deliver(
            self._library.result(job_id),
            self._on_result_read,
            lambda error: self._on_no_result(job_id, error),
        )

    def _on_no_result(self, job_id: str, error: Exception) -> None:
        # The row of a job whose result made room for newer ones leads nowhere.
        if isinstance(error, UnknownJob):
            self._queue.remove([job_id])
            self.say(self.tr("This result is no longer kept."))
        else:
            self._queue.troubled.emit(error)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the left side away when there is no room for both."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        used = bool(self.queue_model.rowCount() or self.history_model.rowCount())
        narrow = self.width() < _NARROW
        self.actions_.lists.setVisible(used and narrow)
        self._left.setVisible(used and (not narrow or self.actions_.lists.isChecked()))

    def _go_to(self, view: QWidget) -> None:
        if self._left.isHidden():
            self.actions_.lists.setChecked(True)
        view.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember size and place."""
        self._geometry.setValue("geometry", self.saveGeometry())
        self._geometry.setValue("columns", self._columns.saveState())
        self._geometry.setValue("rows", self._left.saveState())
        super().closeEvent(event)

    def _assemble(self) -> None:
        self.addToolBar(ToolBar(self.actions_))
        self._place_actions()
        self._left = QSplitter(Qt.Orientation.Vertical)
        self._left.addWidget(self.queue_pane)
        self._left.addWidget(self.history_pane)
        self._left.setSizes([420, 280])
        self._stack = QStackedWidget()
        self._stack.setAutoFillBackground(True)
        self._stack.setBackgroundRole(self.palette().ColorRole.Base)
        for page in (self.welcome, self.job_page, self.result_page):
            self._stack.addWidget(page)
        self._columns = QSplitter()
        self._columns.addWidget(self._left)
        self._columns.addWidget(self._stack)
        for splitter in (self._left, self._columns):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        self._columns.setStretchFactor(1, 1)
        self._left.setMinimumWidth(280)
        self._columns.setSizes([400, 800])
        self.setCentralWidget(self._columns)
        self.setStatusBar(self._status)
        self.show_settings(self.settings)
        self.setMinimumSize(480, 400)
        self.resize(1200, 760)

    def _place_actions(self) -> None:
        """Let their keys be heard in the whole window."""
        a = self.actions_
        self.addActions([a.clear, a.export, a.again, a.summary, a.transcript])
        self.addActions([a.to_queue, a.to_history, a.quit])
        self.addActions(list(a.exports.values()))

    def show_settings(self, settings: Settings) -> None:
        """Use these settings for what is added from now on."""
        self.settings = settings
        self._status.show_model(settings.speech_model)

    def _connect(self) -> None:
        actions, queue = self.actions_, self._queue
        actions.add_files.triggered.connect(self._chooser.ask_for_files)
        actions.add_folder.triggered.connect(self._chooser.ask_for_folder)
        actions.lists.toggled.connect(self._fold)
        actions.settings.triggered.connect(self.settings_wanted)
        actions.quit.triggered.connect(self.close)
        actions.to_queue.triggered.connect(lambda: self._go_to(self.queue_pane.view))
        actions.to_history.triggered.connect(lambda: self._go_to(self.history_pane.view))
        actions.export.setMenu(actions.export_menu(self))
        actions.export.triggered.connect(lambda: self._export(Format.MD))
        actions.again.triggered.connect(self._ask_again)
        for form, action in actions.exports.items():
            action.triggered.connect(lambda _=False, form=form: self._export(form))
        self._chooser.chosen.connect(self.add)
        self._drop.dropped.connect(self.add)
        self._drop.refused.connect(lambda: self.say(self.tr("Only files on this computer.")))
        self.welcome.sample_wanted.connect(lambda: self.add([resource("sample", "sample.mp4")]))
        self.queue_pane.chosen.connect(self._on_job_chosen)
        self.history_pane.chosen.connect(self._on_result_chosen)
        self.history_model.modelReset.connect(self._on_history)
        self.job_page.retry_wanted.connect(lambda job_id: queue.retry([job_id]))
        self.job_page.part_wanted.connect(queue.keep_part)
        self.job_page.model_wanted.connect(self.model_wanted)
        queue.jobs_added.connect(self._on_jobs_added)
        queue.job_changed.connect(self._on_job_changed)
        queue.jobs_removed.connect(self._on_jobs_removed)
        queue.transcribed.connect(self._on_transcribed)
        queue.drafted.connect(self.job_page.show_draft)
        queue.nothing_found.connect(self._on_nothing_found)
        queue.job_finished.connect(self._on_job_finished)
        self.exporter.exported.connect(
            lambda path: self.say(self.tr("Saved {}").format(readable(path.name)))
        )
        self._show_page(self.welcome)

    def _restore_geometry(self) -> None:
        places = (self.restoreGeometry, self._columns.restoreState, self._left.restoreState)
        for key, restore in zip(("geometry", "columns", "rows"), places, strict=True):
            if kept := self._geometry.value(key):
                restore(kept)

    def _show_page(self, page: QWidget) -> None:
        self._awaited = ""
        self._stack.setCurrentWidget(page)
        self.actions_.allow_for(self.result_page.result if page is self.result_page else None)

    def _export(self, form: Format) -> None:
        if result := self.result_page.result:
            self.exporter.ask(result, form)

    @Slot()
    def _ask_again(self) -> None:
        # While another result is being read, this one is no longer meant.
        if (result := self.result_page.result) and not self._awaited:
            self.again_wanted.emit(result)

    @Slot(str)
    def _on_job_chosen(self, job_id: str) -> None:
        self.history_pane.clear_selection()
        state = self._queue.state(job_id)
        if state.status is Status.FINISHED:
            self.open_result(job_id)
            return
        self.job_page.show_job(state)
        self._show_page(self.job_page)
        if state.reached or state.status is not Status.QUEUED:
            self._background.deliver(
                self._library.transcript(job_id),
                lambda transcript: self._on_transcribed(job_id, transcript.segments),
                self._queue.troubled.emit,
            )

    @Slot(str)
    def _on_result_chosen(self, job_id: str) -> None:
        self.queue_pane.clear_selection()
        self.open_result(job_id)

    def _on_result_read(self, result: Result) -> None:
        if result.job_id == self._awaited:
            self._show_result(result)

    def _show_result(self, result: Result) -> None:
        self.result_page.show_result(result)
        self._show_page(self.result_page)
        self.history_pane.select(result.job_id)
        self.result_shown.emit(result)

    @Slot(list)
    def _on_jobs_added(self, ids: list[str]) -> None:
        self._fold()
        if ids and (self._stack.currentWidget() is self.welcome or self._is_again(ids[0])):
            self.queue_pane.select(ids[0])
            self.queue_pane.view.setFocus()

    def _is_again(self, job_id: str) -> bool:
        """Whether a job summarises once more what is looked at."""
        result = self.result_page.result
        shown = self._stack.currentWidget() is self.result_page
        earlier = self._queue.state(job_id).job.transcript_of
        return bool(shown and result and earlier == result.job_id)

    @Slot(str)
    def _on_job_changed(self, job_id: str) -> None:
        self.job_page.follow(self._queue.state(job_id))

    @Slot(str)
    def _on_job_finished(self, job_id: str) -> None:
        watched = self._stack.currentWidget() is self.job_page and self.job_page.job_id == job_id
        if watched:
            self.open_result(job_id)

    @Slot(list)
    def _on_jobs_removed(self, ids: list[str]) -> None:
        self._fold()
        if self._stack.currentWidget() is self.job_page and self.job_page.job_id in ids:
            self._show_page(self.welcome)

    @Slot(str, object)
    def _on_transcribed(self, job_id: str, segments: Sequence) -> None:  # type: ignore[type-arg]
        if job_id == self.job_page.job_id:
            self.job_page.append(segments)

    @Slot()
    def _on_history(self) -> None:
        self._fold()
        result = self.result_page.result
        shown = self._stack.currentWidget() is self.result_page
        if shown and result and not self.history_model.index_of(result.job_id).isValid():
            self._show_page(self.welcome)

    @Slot(list)
    def _on_nothing_found(self, paths: list[Path]) -> None:
        names = ", ".join(readable(path.name) for path in paths)
        self.say(self.tr("There is no video or audio file in {}").format(names))

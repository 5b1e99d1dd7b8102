"""The window: it puts the parts together and passes on what they say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from svs_desktop.library import Library
from svs_desktop.paths import resource
from svs_desktop.settings import Settings
from svs_desktop.ui.actions import Actions
from svs_desktop.ui.announcing import Announcer
from svs_desktop.ui.choosing import Chooser
from svs_desktop.ui.columns import Columns, Sides
from svs_desktop.ui.deleting import Deleting
from svs_desktop.ui.drag_out import DraggedFiles
from svs_desktop.ui.drop import DropTarget
from svs_desktop.ui.editing import Editing
from svs_desktop.ui.exporting import Exporter
from svs_desktop.ui.exports import Exports
from svs_desktop.ui.full_screen import FullScreen
from svs_desktop.ui.history_model import HistoryModel
from svs_desktop.ui.history_pane import HistoryPane
from svs_desktop.ui.job_page import JobPage
from svs_desktop.ui.job_text import readable
from svs_desktop.ui.opening import Opening, Pages
from svs_desktop.ui.pictures import Pictures
from svs_desktop.ui.player.player import Player
from svs_desktop.ui.queue_model import QueueModel
from svs_desktop.ui.queue_pane import QueuePane
from svs_desktop.ui.queue_results import QueueResults
from svs_desktop.ui.result_page import ResultPage
from svs_desktop.ui.right_side import RightSide
from svs_desktop.ui.searching import Searching
from svs_desktop.ui.shortcuts_sheet import ShortcutsOpener
from svs_desktop.ui.status_line import StatusLine
from svs_desktop.ui.toolbar import ToolBar
from svs_desktop.ui.undoing import Undoing
from svs_desktop.ui.welcome import Welcome
from svs_desktop.workers.background import Background
from svs_desktop.workers.job_queue import JobQueue
from svs_desktop.workers.time_left import TimeLeft

_NARROW = 900


class MainWindow(QMainWindow):
    """The program's window.

    Signals:
        settings_wanted: To see the settings.
        model_wanted: The name of a model to install.
        report_wanted: To save what a report of a fault needs.
        again_wanted: The ``Result`` to be summarised once more.
        result_shown: The ``Result`` on the reading page.
    """

    settings_wanted = Signal()
    model_wanted = Signal(str)
    report_wanted = Signal()
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
        self._geometry = geometry
        self.settings = settings
        self.actions_ = Actions(self)
        self.queue_model = QueueModel(queue, Pictures(background))
        self.history_model = HistoryModel(library, queue, background)
        self.queue_pane = QueuePane(queue, self.queue_model, self.actions_)
        self.queue_pane.show_time_left(TimeLeft(queue, library, background, self))
        self.history_pane = HistoryPane(self.history_model, self.actions_, keep)
        self.welcome = Welcome(self.actions_)
        self.job_page = JobPage()
        self.result_page = ResultPage(self.actions_, background, titles or {})
        self.player = Player(self.result_page, self.actions_, library, background, settings)
        self._tools = ToolBar(self.actions_)
        self.exporter = Exporter(library, background, self)
        Announcer(queue, self.queue_pane.view, self)
        ShortcutsOpener(self.actions_, self)
        FullScreen(self.actions_.full_screen, self)
        self._drop = DropTarget(self)
        self._chooser = Chooser(self)
        self.status = StatusLine()
        self._stack = Pages(self.welcome, self.job_page, self.result_page)
        self.side = RightSide(self._stack)
        self.opening = Opening(
            self._stack, self.queue_pane, self.history_pane, queue, library, background, self
        )
        self.searching = Searching(
            self._tools.search, self.result_page, self.opening, library, background, self.actions_
        )
        self.deleting = Deleting(self.history_pane, self.history_model, self.opening, self.actions_)
        self.editing = Editing(self.result_page, library, background, self.actions_)
        self.undoing = Undoing(self.deleting, self.editing.stack, self.actions_)
        self.exports = Exports(
            self.exporter,
            self.actions_,
            self._stack,
            self.history_pane,
            QueueResults(self.queue_pane, self.queue_model, self.history_model, self.actions_),
            DraggedFiles(library, background),
            lambda: self.settings,
        )
        self._assemble()
        self._connect()
        self.restore_geometry()

    def add(self, paths: Sequence[Path]) -> None:
        """Queue these files and folders with the settings as they are."""
        self._queue.submit(paths, self.settings.job_options(), recognise=True)

    def say(self, text: str) -> None:
        """Show a sentence in the status bar for a while."""
        self.status.say(text)

    def open_result(self, job_id: str) -> None:
        """Show a result as soon as it is read, unless something else is looked at by then."""
        self.opening.open_result(job_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the left side away when there is no room for both."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        used = bool(self.queue_model.rowCount() or self.history_model.rowCount())
        narrow = self.width() < _NARROW
        self.actions_.lists.setVisible(used and narrow)
        self._left.setVisible(used and (not narrow or self.actions_.lists.isChecked()))
        self._columns.fit()

    def _go_to(self, view: QWidget) -> None:
        if self._left.isHidden():
            self.actions_.lists.setChecked(True)
        view.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember size and place, and how one likes to listen."""
        self.player.preferences.keep()
        self.keep_geometry()
        self.deleting.end()
        super().closeEvent(event)

    def keep_geometry(self) -> None:
        """Write down size and place."""
        self._geometry.setValue("geometry", self.saveGeometry())
        self._columns.keep(self._geometry)
        self._geometry.setValue("rows", self._left.saveState())

    def _assemble(self) -> None:
        self.addToolBar(self._tools)
        self._place_actions()
        self._left = Columns(Qt.Orientation.Vertical, self.queue_pane, self.history_pane)
        self._left.setSizes([420, 280])
        self._columns = Sides(self._left, self.side)
        self.setCentralWidget(self._columns)
        self.setStatusBar(self.status)
        self.show_settings(self.settings)
        self.setMinimumSize(480, 400)
        self.resize(1200, 760)

    def _place_actions(self) -> None:
        """Let their keys be heard in the whole window."""
        a = self.actions_
        self.addActions([a.clear, a.retry_failed, a.again, a.summary, a.transcript])
        self.addActions([a.export, a.copy])
        self.addActions([a.to_queue, a.to_history, a.diagnostics, a.quit])
        self.addActions([a.play, a.skim, a.skip_silence, a.mute, a.slower, a.faster, a.follow])
        self.addActions([a.edit, a.undo, a.redo, a.revert])
        self.addActions([a.search, a.find, a.find_next, a.find_previous])
        self.addActions(list(a.exports.values()))

    def show_settings(self, settings: Settings) -> None:
        """Use these settings for what is added from now on."""
        self.settings = settings
        self.status.show_model(settings.speech_model)

    def _connect(self) -> None:
        actions, queue = self.actions_, self._queue
        actions.add_files.triggered.connect(self._chooser.ask_for_files)
        actions.add_folder.triggered.connect(self._chooser.ask_for_folder)
        actions.lists.toggled.connect(self._fold)
        rows, results = self.queue_model, self.history_model
        for changed in (rows.rowsInserted, rows.rowsRemoved, results.modelReset):
            changed.connect(self._fold)
        actions.settings.triggered.connect(self.settings_wanted)
        actions.quit.triggered.connect(self.close)
        actions.to_queue.triggered.connect(lambda: self._go_to(self.queue_pane.view))
        actions.to_history.triggered.connect(lambda: self._go_to(self.history_pane.view))
        actions.again.triggered.connect(self._ask_again)
        self._chooser.chosen.connect(self.add)
        self._drop.dropped.connect(self.add)
        self._drop.refused.connect(lambda: self.say(self.tr("Only files on this computer.")))
        self.welcome.sample_wanted.connect(lambda: self.add([resource("sample", "sample.mp4")]))
        self.opening.page_shown.connect(self.exports.allow)
        self.opening.result_shown.connect(self.result_shown)
        self.editing.edited.connect(self.history_model.reload)
        self.editing.failed.connect(queue.troubled)
        self.editing.unchanged.connect(lambda: self.say(self.tr("Nothing was changed here.")))
        self.opening.gone.connect(lambda: self.say(self.tr("This result is no longer kept.")))
        self.job_page.retry_wanted.connect(lambda job_id: queue.retry([job_id]))
        self.job_page.anyway_wanted.connect(lambda job_id: queue.resume([job_id]))
        self.job_page.part_wanted.connect(queue.keep_part)
        self.job_page.model_wanted.connect(self.model_wanted)
        self.job_page.options_wanted.connect(self.queue_pane.commands.options_wanted)
        for wanted in (self.job_page.report_wanted, actions.diagnostics.triggered):
            wanted.connect(self.report_wanted)
        queue.nothing_found.connect(self._on_nothing_found)
        self.exports.said.connect(self.say)
        self.opening.show_page(self.welcome)

    def restore_geometry(self) -> None:
        """Have the size and the place that were written down."""
        for key, restore in (
            ("geometry", self.restoreGeometry),
            ("rows", self._left.restoreState),
        ):
            if kept := self._geometry.value(key):
                restore(kept)
        self._columns.restore(self._geometry)

    @Slot()
    def _ask_again(self) -> None:
        # While another result is being read, this one is no longer meant.
        if (result := self.result_page.result) and not self.opening.is_reading:
            self.again_wanted.emit(result)

    @Slot(list)
    def _on_nothing_found(self, paths: list[Path]) -> None:
        names = ", ".join(readable(path.name) for path in paths)
        self.say(self.tr("There is no video or audio file in {}").format(names))

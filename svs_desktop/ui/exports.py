"""What leaves the window: files, one or many, what is dragged out, and what is copied."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QObject, QPoint, Signal, Slot
from PySide6.QtGui import QGuiApplication

from svs_desktop.pipeline.export import Format, export
from svs_desktop.pipeline.summary import Result
from svs_desktop.pipeline.transcript import Transcript
from svs_desktop.settings import Settings
from svs_desktop.ui.actions import Actions
from svs_desktop.ui.drag_out import DraggedFiles, DragSource
from svs_desktop.ui.exporting import Exporter
from svs_desktop.ui.history_pane import HistoryPane
from svs_desktop.ui.job_text import readable, tr
from svs_desktop.ui.opening import Pages
from svs_desktop.ui.queue_results import QueueResults
from svs_desktop.workers.auto_export import NotExported


class Exports(QObject):
    """Exports, copies and drags what is looked at, or all that is selected in one of the lists.

    Signals:
        said: A sentence for the status line.
    """

    said = Signal(str)

    def __init__(
        self,
        exporter: Exporter,
        actions: Actions,
        pages: Pages,
        history: HistoryPane,
        jobs: QueueResults,
        files: DraggedFiles,
        settings: Callable[[], Settings],
    ) -> None:
        """Listen to the actions.

        Args:
            exporter: Asks for files and folders.
            actions: What a person can do.
            pages: Know what is looked at.
            history: Knows what is selected there.
            jobs: Knows the results of the jobs that are selected in the queue.
            files: Makes the files that are dragged.
            settings: Gives the settings as they are then.
        """
        super().__init__(exporter.window)
        self._exporter = exporter
        self._actions = actions
        self._pages = pages
        self._history = history
        self._jobs = jobs
        self._settings = settings
        DragSource(history.view.viewport(), files, self._at, self._first_format)
        DragSource(pages.result.title, files, self._shown, self._first_format)
        exporter.window.destroyed.connect(files.remove)
        self._connect()

    @Slot()
    def allow(self) -> None:
        """Allow what can be done with what is looked at, or selected."""
        self._actions.allow_for(self._pages.shown_result)
        if self._several():
            for action in (self._actions.export, *self._actions.exports.values()):
                action.setEnabled(True)

    def _connect(self) -> None:
        actions = self._actions
        for form, action in actions.exports.items():
            action.triggered.connect(partial(self._export, form))
        actions.export.triggered.connect(partial(self._export, Format.MD))
        actions.copy.triggered.connect(self._copy)
        actions.export.setMenu(actions.export_menu(self._exporter.window))
        self._history.view.selectionModel().selectionChanged.connect(self.allow)
        self._history.view.model().modelReset.connect(self.allow)
        self._jobs.changed.connect(self.allow)
        self._exporter.exported.connect(self._on_exported)
        self._exporter.all_exported.connect(self._on_all_exported)

    def _export(self, form: Format) -> None:
        if several := self._several():
            self._exporter.ask_for_folder(several, form)
        elif result := self._pages.shown_result:
            self._exporter.ask(result, form)

    @Slot()
    def _copy(self) -> None:
        if result := self._pages.shown_result:
            QGuiApplication.clipboard().setMimeData(_summary_data(result))
            self.said.emit(self.tr("Copied the summary"))

    @Slot(object)
    def _on_exported(self, path: Path) -> None:
        self._say_saved(path)

    @Slot(list, object)
    def _on_all_exported(self, paths: list[Path], folder: Path) -> None:
        where = readable(folder.name or str(folder))
        if len(paths) > 1:
            self.said.emit(self.tr("Saved %n files in {}", "", len(paths)).format(where))
        elif paths:
            self._say_saved(paths[0])
        else:
            self.said.emit(self.tr("None of these results has anything to write in this format."))

    def _say_saved(self, path: Path) -> None:
        folder = readable(path.parent.name or str(path.parent))
        self.said.emit(self.tr("Saved {} in {}").format(readable(path.name), folder))

    @Slot(object)
    def tell_not_exported(self, why: NotExported) -> None:
        """Say which files were not written by themselves."""
        values = {"folder": readable(why.folder), "reason": readable(why.reason)}
        self.said.emit(tr(why.template).format_map(values))

    def _several(self) -> list[str]:
        """The results to export together; none where the one that is looked at is meant."""
        selected = self._selected()
        return self._jobs.several or (selected if len(selected) > 1 else [])

    def _selected(self) -> list[str]:
        """The results that are selected in the history, in its order."""
        rows = sorted(self._history.view.selectedIndexes(), key=lambda index: index.row())
        return [self._history.id_of(index) for index in rows]

    def _at(self, place: QPoint) -> Sequence[str]:
        """The results that a drag from the history takes along."""
        index = self._history.view.indexAt(place)
        if not index.isValid():
            return ()
        selected, this = self._selected(), self._history.id_of(index)
        return selected if this in selected else [this]

    def _shown(self, _place: QPoint) -> Sequence[str]:
        result = self._pages.shown_result
        return [result.job_id] if result else ()

    def _first_format(self) -> Format:
        return self._settings().export_formats[0]


def _summary_data(result: Result) -> QMimeData:
    """The summary without the transcript, as text with and without its looks."""
    chapters = tuple(replace(chapter, picture=None) for chapter in result.summary.chapters)
    summary = replace(result.summary, chapters=chapters)
    short = replace(result, summary=summary, transcript=Transcript())
    data = QMimeData()
    data.setHtml(export(short, Format.HTML).decode())
    data.setText(export(short, Format.TXT).decode())
    return data

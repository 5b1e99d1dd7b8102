"""The left side's lower part: the results that are kept."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from svs_desktop.library import HistoryEntry
from svs_desktop.ui.actions import Actions
from svs_desktop.ui.headings import Heading
from svs_desktop.ui.history_delegate import EntryDelegate, star_rect
from svs_desktop.ui.history_model import HistoryModel
from svs_desktop.ui.lists import RowList


class HistoryPane(QWidget):
    """The list of results.

    Signals:
        chosen: The id of the result that is looked at.
        delete_wanted: The ``HistoryEntry`` of each result to delete.
    """

    chosen = Signal(str)
    delete_wanted = Signal(list)

    def __init__(
        self, model: HistoryModel, actions: Actions, keep: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._actions = actions
        heading = Heading(self.tr("History"))
        heading.set_note(self.tr("the %n newest", "", keep))
        self.view = _HistoryView(model, self.tr("History"))
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setItemDelegate(EntryDelegate(self.view))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(heading)
        layout.addWidget(self.view)
        self._wanted = ""
        self._connect()

    def select(self, job_id: str) -> None:
        """Mark a result as the one that is looked at, as soon as it is in the list."""
        self._wanted = job_id
        index = self._model.index_of(job_id)
        selection = self.view.selectionModel()
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def id_of(self, index: QModelIndex) -> str:
        """The result of a row."""
        return self._model.entry(index).job_id

    def has(self, job_id: str) -> bool:
        """Whether a result is in the list."""
        return self._model.index_of(job_id).isValid()

    def clear_selection(self) -> None:
        """Look at none of the results."""
        self._wanted = ""
        self.view.selectionModel().clear()

    def _connect(self) -> None:
        delete, keep = self._actions.delete_result, self._actions.keep
        for action in (delete, keep):
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.view.addAction(action)
        delete.triggered.connect(self._delete)
        keep.triggered.connect(self._keep)
        self.view.star_clicked.connect(self._on_star)
        self.view.customContextMenuRequested.connect(self._show_menu)
        selection = self.view.selectionModel()
        # Which of the two comes last depends on whether a key or the mouse was used.
        for changed in (selection.selectionChanged, selection.currentChanged):
            changed.connect(self._look)
        for chosen in (self.view.clicked, self.view.activated):
            chosen.connect(self._look_again)
        self._model.modelReset.connect(self._on_reset)
        self._model.dataChanged.connect(self._allow)
        self._on_reset()

    @Slot()
    def _on_reset(self) -> None:
        if self._wanted:
            self.select(self._wanted)
        self._allow()
        self.view.skip_when_empty()

    def _selected(self) -> list[HistoryEntry]:
        """The results that are selected: the focus alone selects nothing."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedIndexes())
        return [self._model.entry(self._model.index(row)) for row in rows]

    @Slot()
    def _allow(self) -> None:
        selected = self._selected()
        self._actions.delete_result.setEnabled(bool(selected))
        self._actions.keep.setEnabled(bool(selected))
        self._actions.keep.setChecked(bool(selected) and all(entry.kept for entry in selected))

    @Slot()
    def _look(self) -> None:
        self._allow()
        selected = self._selected()
        # Of several none is opened.
        if len(selected) == 1 and (job_id := selected[0].job_id) != self._wanted:
            self._wanted = job_id
            self.chosen.emit(job_id)

    @Slot(QModelIndex)
    def _look_again(self, index: QModelIndex) -> None:
        if len(self._selected()) > 1:
            return
        self._wanted = ""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.view.selectionModel().setCurrentIndex(index, flags)
        self._look()

    @Slot()
    def _delete(self) -> None:
        if selected := self._selected():
            self._wanted = ""
            self.delete_wanted.emit(selected)

    @Slot()
    def _keep(self) -> None:
        selected = self._selected()
        kept = not all(entry.kept for entry in selected)
        self._model.set_kept([entry.job_id for entry in selected], kept=kept)

    @Slot(QModelIndex)
    def _on_star(self, index: QModelIndex) -> None:
        entry = self._model.entry(index)
        self._model.set_kept([entry.job_id], kept=not entry.kept)

    @Slot(QPoint)
    def _show_menu(self, position: QPoint) -> None:
        if self.view.indexAt(position).isValid():
            a = self._actions
            self.view.show_menu([a.again, a.keep, a.export, a.delete_result], position)


class _HistoryView(RowList):
    """The list, in which a click on a row's star does not open the row.

    Signals:
        star_clicked: The row.
    """

    star_clicked = Signal(QModelIndex)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell of a click on a star, select otherwise."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        is_left = event.button() is Qt.MouseButton.LeftButton
        if index.isValid() and is_left and star_rect(self.visualRect(index)).contains(at):
            self.star_clicked.emit(index)
        else:
            super().mousePressEvent(event)

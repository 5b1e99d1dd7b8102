"""The left side's lower part: the results that are kept."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from svs_desktop.library import HistoryEntry, Library
from svs_desktop.pipeline.export.clock import clock
from svs_desktop.ui.actions import Actions
from svs_desktop.ui.headings import Heading
from svs_desktop.ui.job_text import as_tip, moment_text, readable
from svs_desktop.ui.lists import RowList
from svs_desktop.ui.theme import GRID, GUTTER, RADIUS, Size, font, pixels, secondary_color
from svs_desktop.workers.background import Background
from svs_desktop.workers.job_queue import JobQueue

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_ROW_HEIGHT = 48


class HistoryModel(QAbstractListModel):
    """The results in the library, the newest first. Read and changed off the GUI thread."""

    def __init__(self, library: Library, queue: JobQueue, background: Background) -> None:
        super().__init__(queue)
        self._library = library
        self._queue = queue
        self._background = background
        self._entries: list[HistoryEntry] = []
        queue.job_finished.connect(self.reload)

    @Slot()
    def reload(self) -> None:
        """Read the history again."""
        self._background.deliver(self._library.history(), self._show, self._queue.troubled.emit)

    def rowCount(self, parent: Index | None = None) -> int:
        """Number of results."""
        return 0 if parent and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """What views, tool tips and screen readers ask for."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        match role:
            case _Role.DisplayRole:
                return readable(entry.title)
            case _Role.AccessibleTextRole:
                return f"{readable(entry.title)}. {_facts(entry)}"
            case _Role.ToolTipRole:
                return as_tip(readable(str(entry.path)))
        return entry if role == _Role.UserRole else None

    def entry(self, index: Index) -> HistoryEntry:
        """The result of a row."""
        return self._entries[index.row()]

    def index_of(self, job_id: str) -> QModelIndex:
        """The row of a result; invalid when there is none."""
        rows = (row for row, entry in enumerate(self._entries) if entry.job_id == job_id)
        return self.index(next(rows, -1))

    def delete(self, job_id: str) -> None:
        """Delete a result, and its job if that is still in the queue."""
        if job_id in self._queue.ids:
            self._queue.remove([job_id])
        deleted = self._library.delete([job_id])
        self._background.deliver(deleted, lambda _: self.reload(), self._queue.troubled.emit)

    def _show(self, entries: list[HistoryEntry]) -> None:
        if entries != self._entries:
            self.beginResetModel()
            self._entries = entries
            self.endResetModel()


class HistoryPane(QWidget):
    """The list of results.

    Signals:
        chosen: The id of the result that is looked at.
    """

    chosen = Signal(str)

    def __init__(
        self, model: HistoryModel, actions: Actions, keep: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._actions = actions
        heading = Heading(self.tr("History"))
        heading.set_note(self.tr("the %n newest", "", keep))
        self.view = RowList(model, self.tr("History"))
        self.view.setItemDelegate(_EntryDelegate(self.view))
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

    def has(self, job_id: str) -> bool:
        """Whether a result is in the list."""
        return self._model.index_of(job_id).isValid()

    def clear_selection(self) -> None:
        """Look at none of the results."""
        self._wanted = ""
        self.view.selectionModel().clear()

    def _connect(self) -> None:
        delete = self._actions.delete_result
        delete.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        delete.triggered.connect(self._delete)
        self.view.addAction(delete)
        self.view.customContextMenuRequested.connect(self._show_menu)
        selection = self.view.selectionModel()
        # Which of the two comes last depends on whether a key or the mouse was used.
        for changed in (selection.selectionChanged, selection.currentChanged):
            changed.connect(self._look)
        for chosen in (self.view.clicked, self.view.activated):
            chosen.connect(self._look_again)
        self._model.modelReset.connect(self._on_reset)
        self._on_reset()

    @Slot()
    def _on_reset(self) -> None:
        if self._wanted:
            self.select(self._wanted)
        self._actions.delete_result.setEnabled(bool(self._selected()))
        self.view.skip_when_empty()

    def _selected(self) -> str:
        """The result that is selected; empty when none is: the focus alone selects nothing."""
        index = self.view.currentIndex()
        is_selected = index.isValid() and self.view.selectionModel().isSelected(index)
        return self._model.entry(index).job_id if is_selected else ""

    @Slot()
    def _look(self) -> None:
        job_id = self._selected()
        self._actions.delete_result.setEnabled(bool(job_id))
        if job_id and job_id != self._wanted:
            self._wanted = job_id
            self.chosen.emit(job_id)

    @Slot(QModelIndex)
    def _look_again(self, index: QModelIndex) -> None:
        self._wanted = ""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.view.selectionModel().setCurrentIndex(index, flags)
        self._look()

    @Slot()
    def _delete(self) -> None:
        if job_id := self._selected():
            self._model.delete(job_id)

    @Slot(QPoint)
    def _show_menu(self, position: QPoint) -> None:
        if self.view.indexAt(position).isValid():
            self.view.show_menu([self._actions.again, self._actions.delete_result], position)


class _EntryDelegate(QStyledItemDelegate):
    """Paints a result as a title with a line of facts below it."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, pixels(_ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: HistoryEntry = index.data(_Role.UserRole)
        state, palette = option.state, option.palette
        rect = option.rect.adjusted(GRID, 1, -GRID, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            role = QPalette.ColorRole.Midlight if selected else QPalette.ColorRole.AlternateBase
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(role))
            painter.drawRoundedRect(rect, RADIUS, RADIUS)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(palette.color(QPalette.ColorRole.Highlight))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(0, 0, -1, -1), RADIUS, RADIUS)
        text = rect.adjusted(GUTTER - GRID, 2 * GRID - 2, -GUTTER + GRID, 0)
        title = QRect(text.left(), text.top(), text.width(), pixels(18))
        painter.setFont(font(Size.TEXT))
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        _draw(painter, title, readable(entry.title))
        painter.setFont(font(Size.SECONDARY))
        painter.setPen(secondary_color(palette))
        _draw(painter, title.translated(0, title.height()), _facts(entry))
        painter.restore()


def _draw(painter: QPainter, rect: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(rect, int(flags), shown)


def _facts(entry: HistoryEntry) -> str:
    return f"{moment_text(entry.finished_at)}  ·  {clock(entry.duration_s)}"

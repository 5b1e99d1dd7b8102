"""All that can be done, with its keys, on one sheet."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPalette, QStandardItem
from PySide6.QtGui import QStandardItemModel as ItemModel
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from svs_desktop.ui.actions import Actions
from svs_desktop.ui.directions import draw_line, mirrored
from svs_desktop.ui.lists import RowList
from svs_desktop.ui.theme import GRID, GUTTER, RADIUS, Size, font, pixels

_KEYS = Qt.ItemDataRole.UserRole
_ROW = 32
_SIZE = QSize(560, 640)
_Native = QKeySequence.SequenceFormat.NativeText


class ShortcutsSheet(QDialog):
    """A list that is read with the arrow keys; it changes nothing."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.rows = ItemModel(self)
        for title, group in self._groups(actions):
            self._add_heading(title)
            for text, keys in group:
                self._add(text, keys)
        self.list = RowList(self.rows, self.windowTitle())
        self.list.setItemDelegate(_Delegate(self.list))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GUTTER, GUTTER, GUTTER, GUTTER)
        layout.setSpacing(GUTTER)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        self.list.setCurrentIndex(self.rows.index(1, 0))
        room = self.screen().availableSize() - QSize(2 * GUTTER, 4 * GUTTER)
        self.resize(QSize(pixels(_SIZE.width()), pixels(_SIZE.height())).boundedTo(room))

    def _groups(self, a: Actions) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        """Headings, each with texts and keys; an action without a place is among the last."""
        groups = {
            self.tr("Videos"): (a.add_files, a.add_folder, a.pause_queue, a.clear, a.retry_failed),
            self.tr("Selected videos"): (
                *(a.pause, a.resume, a.cancel, a.retry, a.options, a.remove),
                *(a.to_top, a.up, a.down, a.to_end, a.keep_done),
            ),
            self.tr("Reading"): (
                *(a.summary, a.transcript, a.find, a.find_next, a.find_previous),
                *(a.edit, a.undo, a.redo, a.revert, a.again),
            ),
            self.tr("Playing"): (
                *(a.play, a.skim, a.skip_silence, a.mute, a.slower, a.faster, a.follow, a.film),
            ),
            self.tr("Saving"): (a.export, *a.exports.values(), a.copy),
        }
        listed = {action for group in groups.values() for action in group}
        others = [action for action in a.findChildren(QAction) if action not in listed]
        for title, group in groups.items():
            yield title, [_described(action) for action in group]
        yield self.tr("Window"), [_described(action) for action in others if action.text()]

    def _add_heading(self, text: str) -> None:
        item = QStandardItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.rows.appendRow(item)

    def _add(self, text: str, keys: str) -> None:
        item = QStandardItem(text)
        item.setEditable(False)
        item.setData(keys, _KEYS)
        item.setData(f"{text}: {keys}", Qt.ItemDataRole.AccessibleTextRole)
        self.rows.appendRow(item)


class ShortcutsOpener(QObject):
    """Shows the sheet when it is asked for."""

    def __init__(self, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._actions = actions
        self._window = window
        window.addAction(actions.shortcuts)
        actions.shortcuts.triggered.connect(self.open)

    @Slot()
    def open(self) -> None:
        """Show the sheet over the window."""
        sheet = ShortcutsSheet(self._actions, self._window)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()


class _Delegate(QStyledItemDelegate):
    """A text, and its keys at the other end of the row."""

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, pixels(_ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        keys, row, palette = index.data(_KEYS), option.rect, option.palette
        words = row.adjusted(3 * GRID, 0, -3 * GRID, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(palette.color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(row.adjusted(1, 1, -2, -2), RADIUS, RADIUS)
        painter.setFont(font(Size.TEXT, bold=keys is None))
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        cap = self._cap(painter, words, str(keys)) if keys else QRect()
        draw_line(
            painter, mirrored(words.adjusted(0, 0, -cap.width() - GUTTER, 0), row), index.data()
        )
        if keys:
            self._paint_cap(painter, mirrored(cap, row), str(keys), palette)
        painter.restore()

    def _cap(self, painter: QPainter, words: QRect, keys: str) -> QRect:
        width = painter.fontMetrics().horizontalAdvance(keys) + 4 * GRID
        height = pixels(6 * GRID)
        return QRect(words.right() - width, words.center().y() - height // 2, width, height)

    def _paint_cap(self, painter: QPainter, cap: QRect, keys: str, palette: QPalette) -> None:
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.setBrush(palette.color(QPalette.ColorRole.Button))
        painter.drawRoundedRect(cap, GRID, GRID)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)


def _described(action: QAction) -> tuple[str, str]:
    keys = action.shortcut().toString(_Native)
    return action.text().rstrip("…"), keys

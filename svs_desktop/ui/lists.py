"""What the lists of the window have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

Index = QModelIndex | QPersistentModelIndex


class RowList(QListView):
    """A list of rows that are all equally high."""

    def __init__(self, model: QAbstractItemModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Paint the rows that changed."""
        # QListView would lay out all rows anew, which takes long when there are thousands.
        QAbstractItemView.dataChanged(self, first, last, roles)

    def skip_when_empty(self) -> None:
        """Let the focus pass by the list while it has no rows: it would not be seen."""
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if self.model().rowCount() else policy.NoFocus)

    def show_menu(self, actions: Iterable[QAction | None], position: QPoint) -> None:
        """Show a menu at a point of the list, a line where there is None; it goes when closed."""
        menu = QMenu(self)
        for action in actions:
            if action:
                menu.addAction(action)
            else:
                menu.addSeparator()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(position))

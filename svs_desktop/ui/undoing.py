"""Undo and redo: what was done last in the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QUndoStack

from svs_desktop.ui.actions import Actions
from svs_desktop.ui.deleting import Deleting


class Undoing(QObject):
    """Takes back a deletion while its bar is there, else the last edit."""

    def __init__(self, deleting: Deleting, edits: QUndoStack, actions: Actions) -> None:
        super().__init__(actions)
        self._deleting = deleting
        self._edits = edits
        self._actions = actions
        actions.undo.triggered.connect(self._undo)
        actions.redo.triggered.connect(edits.redo)
        deleting.changed.connect(self._allow)
        edits.indexChanged.connect(self._allow)
        # A stack clears itself when it is destroyed, and tells of it.
        actions.destroyed.connect(lambda: edits.indexChanged.disconnect(self._allow))
        self._allow()

    @Slot()
    def _undo(self) -> None:
        if not self._deleting.undo():
            self._edits.undo()

    @Slot()
    def _allow(self) -> None:
        self._actions.undo.setEnabled(self._deleting.is_pending or self._edits.canUndo())
        self._actions.redo.setEnabled(self._edits.canRedo())

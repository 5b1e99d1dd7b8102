"""Deleting results, with a while to take it back.

What is deleted is so at once, in the library: a crash does not bring it back. It is only hidden
there, though, until nobody can want it back any more.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from svs_desktop.library import HistoryEntry
from svs_desktop.ui.actions import Actions
from svs_desktop.ui.history_model import HistoryModel
from svs_desktop.ui.history_pane import HistoryPane
from svs_desktop.ui.job_text import readable
from svs_desktop.ui.opening import Opening
from svs_desktop.ui.undo_bar import UndoBar


class Deleting(QObject):
    """Deletes what the history is asked to delete.

    Signals:
        changed: Whether there is something to take back has changed.
    """

    changed = Signal()

    def __init__(
        self, pane: HistoryPane, model: HistoryModel, opening: Opening, actions: Actions
    ) -> None:
        super().__init__(actions)
        self.bar = UndoBar(actions.undo, actions.window)
        self._model = model
        self._opening = opening
        self._deleted: list[str] = []
        pane.delete_wanted.connect(self._delete)
        self.bar.ended.connect(self._on_ended)

    @property
    def is_pending(self) -> bool:
        """Whether something can be taken back."""
        return bool(self._deleted)

    def undo(self) -> bool:
        """Take back what was deleted last; whether there was something."""
        if not self._deleted:
            return False
        restored, self._deleted = self._deleted, []
        self._model.restore(restored)
        self.bar.put_away()
        if len(restored) == 1:
            self._opening.open_result(restored[0])
        self.changed.emit()
        return True

    def end(self) -> None:
        """Delete for good what was deleted."""
        self.bar.end()

    @Slot(list)
    def _delete(self, entries: Sequence[HistoryEntry]) -> None:
        self.bar.end()
        self._deleted = [entry.job_id for entry in entries]
        self._model.delete(self._deleted)
        if len(entries) == 1:
            text = self.tr("Deleted “{}”").format(readable(entries[0].title))
        else:
            text = self.tr("Deleted %n results", "", len(entries))
        self.bar.say(text)
        self.changed.emit()

    @Slot()
    def _on_ended(self) -> None:
        self._deleted = []
        self._model.purge()
        self.changed.emit()

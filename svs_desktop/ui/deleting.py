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
        self._deleted: Sequence[HistoryEntry] = ()
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
        restored = [entry.job_id for entry in self.let_go()]
        self._model.restore(restored)
        if len(restored) == 1:
            self._opening.open_result(restored[0])
        return True

    def let_go(self) -> Sequence[HistoryEntry]:
        """Leave it to others what becomes of what was deleted, and tell what that is."""
        deleted, self._deleted = self._deleted, ()
        self.bar.put_away()
        self.changed.emit()
        return deleted

    def offer(self, deleted: Sequence[HistoryEntry]) -> None:
        """Offer to take this back, for a while; without it, nothing is changed."""
        if not deleted:
            return
        self._deleted = deleted
        if len(deleted) == 1:
            text = self.tr("Deleted “{}”").format(readable(deleted[0].title))
        else:
            text = self.tr("Deleted %n results", "", len(deleted))
        self.bar.say(text)
        self.changed.emit()

    def end(self) -> None:
        """Delete for good what was deleted."""
        self.bar.end()

    @Slot(list)
    def _delete(self, entries: Sequence[HistoryEntry]) -> None:
        self.bar.end()
        self._model.delete([entry.job_id for entry in entries])
        self.offer(entries)

    @Slot()
    def _on_ended(self) -> None:
        self._deleted = ()
        self._model.purge()
        self.changed.emit()

"""Python's garbage, collected where Qt can bear it."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY_MS = 1000


class GarbageCollector(QObject):
    """Collects garbage on the thread that it lives on, and keeps Python from doing it on others.

    By itself Python collects on whichever thread happens to ask for memory next. A Qt object that
    only a cycle holds would be destroyed there, beside the thread that it belongs to, and now and
    then the process with it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # What is there by now stays: each look at it would take the window's time.
        gc.freeze()
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    @Slot()
    def collect(self) -> None:
        """Collect what Python itself would collect by now."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return

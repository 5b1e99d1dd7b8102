"""The settings of the running program: the one place that changes them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from threading import Lock

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot

from svs_desktop import settings as files
from svs_desktop.settings import Settings
from svs_desktop.workers.background import Background


class SettingsControl(QObject):
    """Holds the settings, and writes them down off the GUI thread.

    Attributes:
        settings: As they are.

    Signals:
        changed: The settings before, and as they are now.
        failed: The exception for which they could not be written.
    """

    changed = Signal(object, object)
    failed = Signal(object)

    def __init__(
        self,
        settings: Settings,
        path: Path,
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.settings = self._saved = settings
        self._path = path
        self._background = background
        self._saving = Lock()

    @Slot(object)
    def use(self, chosen: Settings) -> None:
        """Change them."""
        before, self.settings = self.settings, chosen
        self._background.run(self._save, otherwise=self.failed.emit)
        self.changed.emit(before, chosen)

    def change(self, **values: object) -> None:
        """Change a few of them."""
        self.use(replace(self.settings, **values))

    def close(self) -> None:
        """Write down what was chosen last, if there was no time for it."""
        if self._saved is not self.settings:
            with suppress(OSError, ValueError):  # nobody is there any more to be told
                self._save()

    def _save(self) -> None:
        # The newest, whichever thread comes last.
        with self._saving:
            chosen = self.settings
            files.save(chosen, self._path)
            self._saved = chosen

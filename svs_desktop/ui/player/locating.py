"""Where the video of a result lies now: looked for by itself, else asked for once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from svs_desktop.library import Library, LibraryError
from svs_desktop.pipeline.events import Located
from svs_desktop.pipeline.fingerprint import fingerprint_or_nothing
from svs_desktop.pipeline.nearby import find_near
from svs_desktop.pipeline.summary import Result
from svs_desktop.ui.job_text import readable
from svs_desktop.workers.background import Background


class Locating(QObject):
    """Finds the file of one result at a time, off the GUI thread.

    Signals:
        found: The ``Path`` at which it lies.
        missing: It is neither where it was nor near there.
        refused: The ``Path`` of a file that a person chose and that is another one.
    """

    found = Signal(object)
    missing = Signal()
    refused = Signal(object)

    def __init__(self, library: Library, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._library = library
        self._background = background
        self._window = window
        self._result: Result | None = None
        self._refused: Located | None = None

    def look_for(self, result: Result) -> None:
        """Look for the video of this result from now on."""
        self._result = result
        self._refused = None
        self._background.run(lambda: _look(result), lambda file: self._on_looked(result, file))

    @Slot()
    def ask(self) -> None:
        """Ask where the video is now."""
        if self._result:
            name = readable(self._result.path.name)
            dialog = QFileDialog(self._window, self.tr("Where is {} now?").format(name))
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.filesSelected.connect(lambda names: self.try_file(Path(names[0])))
            dialog.open()

    def try_file(self, path: Path) -> None:
        """See whether this is the video, and remember it if it is."""
        if result := self._result:
            self._background.run(
                lambda: Located(path, fingerprint_or_nothing(path)),
                lambda file: self._on_tried(result, file),
            )

    @Slot()
    def use_refused(self) -> None:
        """Take the file that was refused, a shortened copy say."""
        if self._refused:
            self._keep(self._refused)

    def _on_looked(self, result: Result, file: Located | None) -> None:
        if result is not self._result:
            return
        if file is None:
            self.missing.emit()
        elif (file.path, file.fingerprint) == (result.path, result.fingerprint):
            self.found.emit(file.path)
        else:
            self._keep(file)

    def _on_tried(self, result: Result, file: Located) -> None:
        if result is not self._result:
            return
        if file.fingerprint and result.fingerprint in ("", file.fingerprint):
            self._keep(file)
        else:
            self._refused = file
            self.refused.emit(file.path)

    def _keep(self, file: Located) -> None:
        if self._result:
            stored = self._library.commit(self._result.job_id, file)
            self._background.deliver(stored, lambda _: None, _on_not_stored)
            self.found.emit(file.path)


def _look(result: Result) -> Located | None:
    """Where the video lies, with its fingerprint; None when it is not found. Reads files."""
    if result.path.is_file():
        # What lies at its place is taken for it: a new title in its tags is no other talk.
        return Located(result.path, result.fingerprint or fingerprint_or_nothing(result.path))
    found = find_near(result.path, result.fingerprint)
    return Located(found, result.fingerprint) if found else None


def _on_not_stored(error: Exception) -> None:
    # It is found again the next time: not worth a word, whether the result was deleted meanwhile
    # or the disk is full.
    if not isinstance(error, LibraryError):
        raise error

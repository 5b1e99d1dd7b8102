"""The files of each finished job, written by themselves into a folder."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec
from msgspec import Struct
from PySide6.QtCore import QObject, Signal, Slot

from svs_desktop.library import Library, LibraryError
from svs_desktop.pipeline.export import export
from svs_desktop.pipeline.export.files import save_new
from svs_desktop.pipeline.export.naming import named_after
from svs_desktop.pipeline.summary import Result
from svs_desktop.settings import Settings
from svs_desktop.workers.background import Background
from svs_desktop.workers.job_queue import JobQueue

_NO_FOLDER = "There is no folder “{folder}”; the files of the result were not written there."
_NOT_WRITTEN = "The files of the result could not be written to “{folder}”: {reason}."
TEMPLATES = (_NO_FOLDER, _NOT_WRITTEN)
"""What a ``NotExported`` can say."""


class NotExported(Struct, frozen=True):
    """Files that were not written; without a reason the folder is not there."""

    folder: str
    reason: str = ""

    @property
    def template(self) -> str:
        """The English sentence with its values still open, as translators see it."""
        return _NOT_WRITTEN if self.reason else _NO_FOLDER

    @property
    def sentence(self) -> str:
        """The English sentence."""
        return self.template.format_map(msgspec.structs.asdict(self))


class AutoExport(QObject):
    """Writes what the settings ask for as soon as a job has finished, over no other file.

    The job stays finished, whatever becomes of its files.

    Signals:
        exported: The paths that were written.
        failed: A ``NotExported``.
    """

    exported = Signal(list)
    failed = Signal(object)

    def __init__(
        self,
        queue: JobQueue,
        library: Library,
        background: Background,
        settings: Callable[[], Settings],
        parent: QObject | None = None,
    ) -> None:
        """Begin to listen to the queue.

        Args:
            queue: Tells what has finished.
            library: Has the results.
            background: Writes.
            settings: Gives the settings as they are then.
            parent: The owner.
        """
        super().__init__(parent)
        self._library = library
        self._background = background
        self._settings = settings
        queue.job_finished.connect(self._on_finished)

    @Slot(str)
    def _on_finished(self, job_id: str) -> None:
        settings = self._settings()
        if settings.export_folder:
            result = self._library.result(job_id)
            self._background.deliver(result, partial(self._write, settings), self._on_failed)

    def _write(self, settings: Settings, result: Result) -> None:
        self._background.run(
            lambda: write_files(result, settings), self.exported.emit, self._on_failed
        )

    def _on_failed(self, error: Exception) -> None:
        folder = self._settings().export_folder
        match error:
            case NotADirectoryError():
                self.failed.emit(NotExported(folder))
            case LibraryError():
                self.failed.emit(NotExported(folder, error.sentence.rstrip(".")))
            case OSError(strerror=str(reason)):
                self.failed.emit(NotExported(folder, reason))
            case _:
                self.failed.emit(NotExported(folder, str(error)))


def write_files(result: Result, settings: Settings) -> list[Path]:
    """Write the files of a result that the settings ask for; their paths.

    Raises:
        OSError: The folder is missing, full or not open to this user.
    """
    folder = Path(settings.export_folder).expanduser()
    if not folder.is_dir():  # a drive that is not connected is not to be made
        raise NotADirectoryError(folder)
    return [
        save_new(folder, named_after(settings.export_name, result, form), data)
        for form in dict.fromkeys(settings.export_formats)
        if (data := export(result, form))
    ]

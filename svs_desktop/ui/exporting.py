"""From results to files: where they go is asked for, and they are written off the GUI thread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QDir, QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from svs_desktop.library import Library, UnknownJob
from svs_desktop.pipeline.export import Format, export
from svs_desktop.pipeline.export.files import file_name, save_new, write
from svs_desktop.pipeline.summary import Result
from svs_desktop.ui.job_text import tr
from svs_desktop.workers.background import Background


def is_worth_writing(result: Result, form: Format) -> bool:
    """Whether there is something to write: YouTube takes no list of fewer than three chapters."""
    return form is not Format.CHAPTERS or bool(export(result, form))


def write_all(library: Library, job_ids: Iterable[str], form: Format, folder: Path) -> list[Path]:
    """Write these results into a folder, over no other file; the paths that there is now.

    Waits for the library. Results that are gone, and those without anything to write, are left
    out.

    Raises:
        OSError: The folder is missing, full or not open to this user.
    """
    paths = []
    for job_id in job_ids:
        try:
            result = library.result(job_id).result()
        except UnknownJob:
            continue
        if is_worth_writing(result, form):
            paths.append(save_new(folder, file_name(result, form), export(result, form)))
    return paths


@contextmanager
def _blaming(place: Path) -> Iterator[None]:
    """Have an error name the place that the person chose, not the draft of a file there."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(place)) from error


class Exporter(QObject):
    """Asks where results go and writes them there.

    Attributes:
        window: Over it is asked.

    Signals:
        exported: The path of a file that was written.
        all_exported: The paths of the files that were written, and their folder.
        failed: The exception that kept a file from being written.
    """

    exported = Signal(object)
    all_exported = Signal(list, object)
    failed = Signal(object)

    def __init__(self, library: Library, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._library = library
        self._background = background
        self.window = window
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QStandardPaths.writableLocation(documents)
        # Not every system has one: a dialog would begin wherever the program was started.
        self._folder = folder if QDir(folder).exists() else QDir.homePath()

    def ask(self, result: Result, form: Format) -> QFileDialog:
        """Ask for a file; the dialog asks again before one is replaced."""
        dialog = self._dialog(self.tr("Export as {}").format(tr(form.title)))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{tr(form.title)} (*{form.suffix})")
        dialog.setDefaultSuffix(form.suffix.removeprefix("."))
        dialog.selectFile(file_name(result, form))
        dialog.fileSelected.connect(lambda name: self.save(result, form, Path(name)))
        dialog.open()
        return dialog

    def ask_for_folder(self, job_ids: Sequence[str], form: Format) -> QFileDialog:
        """Ask for a folder that these results go to."""
        title = self.tr("Export %n results as {}", "", len(job_ids)).format(tr(form.title))
        dialog = self._dialog(title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Export here"))
        dialog.fileSelected.connect(lambda name: self.save_all(job_ids, form, Path(name)))
        dialog.open()
        return dialog

    def save(self, result: Result, form: Format, path: Path) -> None:
        """Write the result to ``path``, replacing what is there."""
        self._folder = str(path.parent)

        def save() -> None:
            data = export(result, form)
            with _blaming(path):
                write(path, data)

        self._background.run(
            save,
            lambda _: self.exported.emit(path),
            self.failed.emit,
        )

    def save_all(self, job_ids: Sequence[str], form: Format, folder: Path) -> None:
        """Write these results into ``folder``, replacing nothing."""
        self._folder = str(folder)

        def save() -> list[Path]:
            with _blaming(folder):
                return write_all(self._library, job_ids, form, folder)

        self._background.run(
            save,
            lambda paths: self.all_exported.emit(paths, folder),
            self.failed.emit,
        )

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self.window, title)
        dialog.setDirectory(self._folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

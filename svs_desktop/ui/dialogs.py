"""The dialogs over the window: the settings, one more summary, and what went wrong."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from svs_desktop.library import LibraryError
from svs_desktop.pipeline.models import Catalogue, ModelKind
from svs_desktop.pipeline.summary import Result
from svs_desktop.settings import Settings
from svs_desktop.ui.again_dialog import AgainDialog
from svs_desktop.ui.job_text import readable
from svs_desktop.ui.model_offers import ModelOffers
from svs_desktop.ui.settings_dialog import SettingsDialog
from svs_desktop.ui.writer_choice import LanguageModels, WriterChoice


class Dialogs(QObject):
    """Opens dialogs, each once, and passes on what is chosen in them.

    Signals:
        settings_chosen: The new ``Settings``.
        page_wanted: To see the jobs page in a browser.
        again_chosen: The id of a result and the ``JobOptions`` of one more summary of it.
    """

    settings_chosen = Signal(object)
    page_wanted = Signal()
    again_chosen = Signal(str, object)

    def __init__(self, window: QWidget, catalogue: Catalogue, offers: ModelOffers) -> None:
        super().__init__(window)
        self._window = window
        self._catalogue = catalogue
        self._offers = offers

    def ask_for_settings(self, settings: Settings, url: str) -> None:
        """Show the settings, once it is known which models there are.

        Args:
            settings: As they are.
            url: Where the job API listens; empty when it does not.
        """

        def show(models: LanguageModels) -> None:
            speech = [(m.name, m.title) for m in self._catalogue.of_kind(ModelKind.SPEECH)]
            dialog = SettingsDialog(settings, speech, models, self._window, url=url)
            dialog.changed.connect(self.settings_chosen)
            dialog.page_wanted.connect(self.page_wanted)
            self._open(dialog, dialog.summary.writer)

        self._offers.look(show)

    def ask_again(self, result: Result, settings: Settings) -> None:
        """Ask how a result is to be summarised once more."""

        def show(models: LanguageModels) -> None:
            dialog = AgainDialog(readable(result.summary.title), settings, models, self._window)
            dialog.chosen.connect(lambda options: self.again_chosen.emit(result.job_id, options))
            self._open(dialog, dialog.summary.writer)

        self._offers.look(show)

    def warn(self, sentence: str, more: str) -> QMessageBox:
        """Say what went wrong, and what to do."""
        box = QMessageBox(QMessageBox.Icon.Warning, "SVS Desktop", sentence, parent=self._window)
        box.setInformativeText(more)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
        return box

    @Slot(object)
    def tell_trouble(self, error: Exception) -> None:
        """Say what the library cannot do.

        Raises:
            Exception: ``error`` is a fault of the program.
        """
        if not isinstance(error, LibraryError):
            raise error
        self.warn(error.sentence, error.remedy)

    @Slot(object)
    def tell_not_exported(self, error: Exception) -> None:
        """Say that a file was not written."""
        self.warn(self.tr("The file could not be written."), str(error))

    def tell_set_aside(self, path: Path) -> None:
        """Say that the library is a fresh one."""
        self.warn(
            self.tr("The library was damaged. A fresh one was begun."),
            self.tr("The damaged file was kept: {}").format(path),
        )

    def refuse(self) -> None:
        """Say that the program is open already, and close the window."""
        box = self.warn(
            self.tr("SVS Desktop is already open."),
            self.tr("Add your videos in the window that is open."),
        )
        box.finished.connect(self._window.close)

    def _open(self, dialog: QDialog, writer: WriterChoice) -> None:
        if any(other.isVisible() for other in self._window.findChildren(type(dialog))):
            dialog.deleteLater()  # its key was pressed twice
            return
        writer.install_wanted.connect(lambda name: self._offers.offer(name, dialog))
        self._offers.found.connect(writer.show_models)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

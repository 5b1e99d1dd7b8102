"""The field in which people choose what writes the summary."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from svs_desktop.pipeline.job import AUTO, EXTRACTIVE
from svs_desktop.pipeline.models import Model, OwnModel
from svs_desktop.ui.job_text import readable, tr
from svs_desktop.ui.theme import GRID, Size, font
from svs_desktop.ui.words import short_title, size_text

# The value of the entry that opens a dialog; no summarizer has an empty name.
_FILE = ""
_HINT_LINES = 2


class LanguageModels(Struct, frozen=True):
    """The language models of the catalogue, and all models of the user's own."""

    installed: tuple[Model, ...] = ()
    missing: tuple[Model, ...] = ()
    own: tuple[OwnModel, ...] = ()


class WriterChoice(QWidget):
    """Automatic, key sentences, an installed language model, or one in a file of the person's own.

    Signals:
        install_wanted: The name of a language model.
        changed: Something else is chosen.
    """

    install_wanted = Signal(str)
    changed = Signal()

    def __init__(
        self, summarizer: str, models: LanguageModels, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._models = models
        self._summarizer = summarizer
        self.box = QComboBox()
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContentsOnFirstShow)
        self.box.setMinimumContentsLength(16)
        self.install = QPushButton(self.tr("Install…"))
        self.install.setAutoDefault(False)
        self._hint = QLabel()
        self._lay_out()
        self._fill()
        self.box.activated.connect(self._on_activated)
        self.install.clicked.connect(self._on_install)

    @property
    def summarizer(self) -> str:
        """What is chosen."""
        return self._summarizer

    @property
    def hint(self) -> str:
        """What is said about the choice."""
        return self._hint.text()

    def show_models(self, models: LanguageModels) -> None:
        """Offer these models; a new one is chosen, unless the choice is left to the program."""
        before = self._there()
        self._models = models
        new = [name for name in self._there() if name not in before]
        if new and self._summarizer != AUTO:
            self._summarizer = new[0]
            self.changed.emit()
        self._fill()

    def _lay_out(self) -> None:
        self._hint.setWordWrap(True)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setProperty("secondary", True)
        self._hint.setFont(font(Size.SECONDARY))
        # Room for the longest, so that the dialog keeps its size.
        self._hint.setMinimumHeight(_HINT_LINES * self._hint.fontMetrics().lineSpacing())
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(self.box, 1)
        row.addWidget(self.install)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(row)
        layout.addWidget(self._hint)

    def _fill(self) -> None:
        self.box.clear()
        self.box.addItem(self.tr("Automatic (best installed)"), AUTO)
        self.box.addItem(self.tr("Key sentences only"), EXTRACTIVE)
        for model in self._models.installed:
            self.box.addItem(short_title(model.title), model.name)
        for own in self._own():
            self.box.addItem(readable(own.title), own.name)
        if self.box.findData(self._summarizer) < 0:
            self.box.addItem(self._title(self._summarizer), self._summarizer)
        self.box.insertSeparator(self.box.count())
        self.box.addItem(self.tr("Choose a file…"), _FILE)
        self.install.setVisible(bool(self._models.missing))
        self._choose(self._summarizer)

    def _there(self) -> list[str]:
        """The names of what can be chosen."""
        return [*(m.name for m in self._models.installed), *(m.name for m in self._own())]

    def _own(self) -> list[OwnModel]:
        return [model for model in self._models.own if model.kind == "language"]

    def _title(self, summarizer: str) -> str:
        titles = {model.name: short_title(model.title) for model in self._models.missing}
        return titles.get(summarizer) or readable(Path(summarizer).name)

    def _choose(self, summarizer: str) -> None:
        self._summarizer = summarizer
        self.box.setCurrentIndex(self.box.findData(summarizer))
        self._hint.setText(self._about(summarizer))

    def _about(self, summarizer: str) -> str:
        if summarizer == EXTRACTIVE:
            return self.tr("Nothing is written: the talk's own key sentences are shown.")
        if summarizer == AUTO and self._models.installed:
            return self.tr("The best of the installed language models that fits the memory.")
        if summarizer == AUTO:
            return self.tr(
                "No language model is installed: summaries are the talk's own key sentences."
            )
        known = {model.name: model for model in self._models.installed}
        if summarizer in known:
            return tr(known[summarizer].description)
        said = {model.name: self.tr("A language model of your own.") for model in self._own()}
        for model in self._models.missing:
            said[model.name] = self.tr("This language model is not installed.")
        return said.get(summarizer) or readable(summarizer)

    @Slot(int)
    def _on_activated(self, place: int) -> None:
        chosen = self.box.itemData(place)
        if chosen == _FILE:
            self._choose(self._summarizer)
            self._ask_for_file()
        else:
            self._choose(chosen)
            self.changed.emit()

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a language model"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("Language models") + " (*.gguf *.GGUF)", self.tr("All files") + " (*)"]
        )
        downloads = QStandardPaths.StandardLocation.DownloadLocation
        dialog.setDirectory(QStandardPaths.writableLocation(downloads))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    @Slot(str)
    def _on_file(self, name: str) -> None:
        self._summarizer = str(Path(name))
        self._fill()
        self.changed.emit()

    @Slot()
    def _on_install(self) -> None:
        missing = self._models.missing
        if len(missing) == 1:
            self.install_wanted.emit(missing[0].name)
            return
        menu = QMenu(self)
        for model in missing:
            text = f"{short_title(model.title)}  ·  {size_text(model.download_bytes)}"
            action = menu.addAction(text)
            action.triggered.connect(lambda _=False, n=model.name: self.install_wanted.emit(n))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.install.mapToGlobal(self.install.rect().bottomLeft()))

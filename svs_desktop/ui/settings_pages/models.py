"""The models: which there are, what is installed, and how long an hour of video takes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from svs_desktop.pipeline.models import Model, ModelKind, OwnModel
from svs_desktop.ui.job_text import readable, tr
from svs_desktop.ui.model_table import origin
from svs_desktop.ui.settings_pages.model_row import ModelRow
from svs_desktop.ui.settings_pages.page import Page, heading, paragraph
from svs_desktop.ui.theme import GRID
from svs_desktop.ui.words import duration_text, size_text
from svs_desktop.workers.shelf import Shelf, Standing

Seconds = Callable[[str], float | None]


class ModelsPage(Page):
    """A row for each model, and the ways to bring one's own.

    Attributes:
        rows: By the model's name.

    Signals:
        row_added: The ``ModelRow``.
        folder_wanted: To import a folder.
        file_wanted: To import a file.
    """

    row_added = Signal(object)
    folder_wanted = Signal()
    file_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_title(self.tr("Models"))
        self.rows: dict[str, ModelRow] = {}
        self._parts: dict[str, QVBoxLayout] = {}
        self._room, self._hour = paragraph(""), paragraph("", secondary=False)
        self.folder = self._button(self.tr("Import a folder…"))
        self.file = self._button(self.tr("Import a file…"))
        self.folder.clicked.connect(self.folder_wanted)
        self.file.clicked.connect(self.file_wanted)
        self.said = paragraph("", secondary=False)
        self.body.addWidget(self._room)
        self.body.addWidget(self._hour)
        self._headings: dict[str, QLabel] = {}
        for key, title in (
            (ModelKind.SPEECH, self.tr("Speech")),
            (ModelKind.LANGUAGE, self.tr("Written summaries")),
            (ModelKind.EMBEDDING, self.tr("Key sentences")),
            ("own", self.tr("Of your own")),
        ):
            self._add_part(key, title)
        self._add_import()
        self.body.addStretch()

    def show_shelf(self, shelf: Shelf, seconds: Seconds) -> None:
        """Show what is there.

        Args:
            shelf: All models.
            seconds: Tells how long a model needs for an hour of video; None when not measured.
        """
        there = sum(s.bytes for s in shelf.standings) + sum(own.bytes for own in shelf.own)
        self._room.setText(
            self.tr("Models take {there}; {free} are free on the disk. Memory: {memory}.").format(
                there=size_text(there), free=size_text(shelf.free), memory=size_text(shelf.memory)
            )
        )
        for standing in shelf.standings:
            self._show_standing(standing, shelf.memory)
        self._show_own(shelf.own)
        for name, row in self.rows.items():
            row.time.setText(self._time(seconds(name), row))

    def show_hour(self, speech: str, writer: str, seconds: float | None) -> None:
        """Say how long an hour of video takes with the models that are chosen."""
        if seconds is None:
            text = self.tr("Measure the models to see how long an hour of video takes here.")
        elif writer:
            text = self.tr("An hour of video takes about {time} with {speech} and {writer}.")
        else:
            text = self.tr("An hour of video takes about {time} with {speech}.")
        time = "" if seconds is None else duration_text(seconds)
        self._hour.setText(text.format(time=time, speech=speech, writer=writer))

    def say(self, text: str, *, warning: bool = False) -> None:
        """Say how an import goes."""
        self.said.setText(text)
        self.said.setProperty("warning", warning)
        self.said.style().polish(self.said)

    def allow_import(self, *, allowed: bool) -> None:
        """Let something be imported, or not while something is."""
        self.folder.setEnabled(allowed)
        self.file.setEnabled(allowed)

    def _show_standing(self, standing: Standing, memory: int) -> None:
        model = standing.model
        if not (row := self.rows.get(model.name)):
            row = self._add_row(model.kind, model.name, model.title, tr(model.description))
        size = standing.bytes if standing.is_installed else model.download_bytes
        facts = [size_text(size), origin(model)]
        if too_large := self._too_large(model, memory):
            facts.append(too_large)
        row.facts.setText("  ·  ".join(facts))
        row.show_there(standing.bytes, installed=standing.is_installed, fetched=standing.fetched)
        row.measure.setVisible(standing.is_installed and model.kind is not ModelKind.EMBEDDING)

    def _too_large(self, model: Model, memory: int) -> str:
        if not model.memory or model.memory <= memory:
            return ""
        return self.tr("Needs {} of memory: too much for this computer").format(
            size_text(model.memory)
        )

    def _show_own(self, models: tuple[OwnModel, ...]) -> None:
        names = {model.name for model in models}
        for name in [n for n, row in self.rows.items() if row.property("own") and n not in names]:
            self.rows.pop(name).deleteLater()
        for model in models:
            if not (row := self.rows.get(model.name)):
                row = self._add_row("own", model.name, readable(model.title), "")
                row.setProperty("own", True)
            kind = self.tr("speech") if model.kind == "speech" else self.tr("written summaries")
            row.facts.setText(f"{size_text(model.bytes)}  ·  {kind}")
            row.show_there(model.bytes, installed=True)
        self._headings["own"].setVisible(bool(models))

    def _time(self, seconds: float | None, row: ModelRow) -> str:
        if row.measure.isHidden():
            return ""
        if seconds is None:
            return self.tr("Not measured yet")
        return self.tr("An hour of video takes about {}").format(duration_text(seconds))

    def _add_row(self, part: str, name: str, title: str, about: str) -> ModelRow:
        row = self.rows[name] = ModelRow(name, title, about)
        self._parts[part].addWidget(row)
        self.row_added.emit(row)
        return row

    def _add_part(self, key: str, title: str) -> None:
        self._headings[key] = heading(title)
        self._parts[key] = QVBoxLayout()
        self._parts[key].setSpacing(2 * GRID)
        self.body.addWidget(self._headings[key])
        self.body.addLayout(self._parts[key])

    def _add_import(self) -> None:
        self.body.addWidget(heading(self.tr("Bring a model of your own")))
        self.body.addWidget(
            paragraph(
                self.tr(
                    "A folder with a Whisper model for CTranslate2 or a language model of "
                    "transformers, or a .gguf file. It is opened once to see that it works; on "
                    "the same disk it takes no room twice."
                )
            )
        )
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(self.folder)
        row.addWidget(self.file)
        row.addStretch()
        self.body.addLayout(row)
        self.body.addWidget(self.said)

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        return button

"""A model in the list of models: what it is, what is there of it, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from svs_desktop.pipeline.models import InstallProgress, InstallStep
from svs_desktop.ui.model_table import open_licence
from svs_desktop.ui.settings_pages.page import paragraph
from svs_desktop.ui.theme import GRID, GUTTER, Size, font
from svs_desktop.ui.words import percent_text, size_text

_STEPS = 1000


class ModelRow(QWidget):
    """Words at the left, buttons at the right; a question and a bar below when they are needed.

    Signals:
        install_wanted: The model's name.
        cancel_wanted: The model's name.
        delete_wanted: The model's name; it was asked whether that is meant.
        measure_wanted: The model's name.
    """

    install_wanted = Signal(str)
    cancel_wanted = Signal(str)
    delete_wanted = Signal(str)
    measure_wanted = Signal(str)

    def __init__(self, name: str, title: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._title = title
        self._bytes = 0
        self.state = QLabel()
        self.state.setProperty("secondary", True)
        self.facts, self.time, self.said = QLabel(), paragraph(""), paragraph("", secondary=False)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.facts.setWordWrap(True)
        self.facts.setProperty("secondary", True)
        self.facts.linkActivated.connect(open_licence)
        self.install = self._button(self.tr("Install"), self.tr("Install {}"))
        self.measure = self._button(self.tr("Measure"), self.tr("Measure {}"))
        self.delete = self._button(self.tr("Delete"), self.tr("Delete {}"))
        self.cancel = self._button(self.tr("Cancel"), self.tr("Cancel: {}"))
        self.sure = self._button(self.tr("Delete"), self.tr("Delete {} for good"))
        self.spare = self._button(self.tr("Keep"), self.tr("Keep {}"))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, _STEPS)
        self.bar.setAccessibleName(self.tr("Progress of {}").format(title))
        self._lay_out(about)
        self._connect()
        self._show_question(shown=False)

    def show_there(self, size: int, *, installed: bool, fetched: int = 0) -> None:
        """Say what is there, and offer what can be done."""
        self._bytes = size
        self.install.setVisible(not installed)
        self.install.setText(self.tr("Go on") if fetched else self.tr("Install"))
        self.measure.setVisible(installed)
        self.delete.setVisible(installed or bool(fetched))
        if fetched:
            self._bytes = fetched
            self.state.setText(self.tr("Broken off: {} fetched").format(size_text(fetched)))
        elif installed:
            self.state.setText(self.tr("Installed"))
        else:
            self.state.setText(self.tr("Not installed"))
        self.cancel.hide()
        self.bar.hide()

    def show_waiting(self, text: str) -> None:
        """Say that something is under way that can be cancelled."""
        for button in (self.install, self.measure, self.delete):
            button.hide()
        self._show_question(shown=False)
        self.cancel.show()
        self.state.setText(text)

    def show_progress(self, progress: InstallProgress) -> None:
        """Say how far the installation is."""
        part = progress.done / progress.total if progress.total else 0.0
        self.bar.setValue(round(part * _STEPS))
        self.bar.show()
        if progress.step is InstallStep.VERIFY:
            text = self.tr("Checking · {}").format(percent_text(100 * part))
        else:
            text = self.tr("{done} of {total}").format(
                done=size_text(progress.done), total=size_text(progress.total)
            )
        self.show_waiting(text)

    def say(self, text: str, *, warning: bool = False) -> None:
        """Say a sentence below the row; none when it is empty."""
        self.said.setText(text)
        self.said.setProperty("warning", warning)
        self.said.style().polish(self.said)
        self.said.setVisible(bool(text))

    def ask_to_delete(self, warning: str = "") -> None:
        """Ask once whether to delete."""
        question = self.tr("Delete {title}? {size} become free.").format(
            title=self._title, size=size_text(self._bytes)
        )
        self.say(f"{question} {warning}".strip())
        self._show_question(shown=True)
        self.spare.setFocus()

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.setAccessibleName(name.format(self._title))
        return button

    def _show_question(self, *, shown: bool) -> None:
        self.sure.setVisible(shown)
        self.spare.setVisible(shown)
        self.delete.setEnabled(not shown)

    def _lay_out(self, about: str) -> None:
        title = QLabel(self._title)
        title.setFont(font(Size.TEXT, bold=True))
        title.setWordWrap(True)
        first, last = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(2 * GRID)
        first.addWidget(title, 1)
        first.addWidget(self.state)
        last.setSpacing(2 * GRID)
        last.addWidget(self.time, 1)
        for button in (self.install, self.measure, self.delete, self.cancel):
            last.addWidget(button)
        question = QHBoxLayout()
        question.setSpacing(2 * GRID)
        question.addWidget(self.said, 1)
        question.addWidget(self.spare)
        question.addWidget(self.sure)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, GUTTER)
        layout.setSpacing(GRID)
        layout.addLayout(first)
        if about:
            layout.addWidget(paragraph(about))
        layout.addWidget(self.facts)
        layout.addLayout(last)
        layout.addWidget(self.bar)
        layout.addLayout(question)
        self.say("")
        self.bar.hide()

    def _connect(self) -> None:
        self.install.clicked.connect(lambda: self.install_wanted.emit(self.name))
        self.cancel.clicked.connect(lambda: self.cancel_wanted.emit(self.name))
        self.measure.clicked.connect(lambda: self.measure_wanted.emit(self.name))
        self.sure.clicked.connect(self._on_sure)
        self.spare.clicked.connect(self._on_spared)

    @Slot()
    def _on_sure(self) -> None:
        self._on_spared()
        self.delete_wanted.emit(self.name)

    @Slot()
    def _on_spared(self) -> None:
        self._show_question(shown=False)
        self.say("")
        self.delete.setFocus()

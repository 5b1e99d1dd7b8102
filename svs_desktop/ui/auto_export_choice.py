"""Choices about the files that are written by themselves once a job has finished."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from svs_desktop.pipeline.export import Format
from svs_desktop.pipeline.export.naming import is_pattern
from svs_desktop.settings import Settings
from svs_desktop.ui.forms import Form
from svs_desktop.ui.job_text import tr
from svs_desktop.ui.theme import GRID, GUTTER

_COLUMNS = 2
_LONGEST_NAME = 200


class AutoExportChoice(QWidget):
    """A folder, the formats and the name of the files.

    Signals:
        changed: Something was chosen that can be used.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder = QLineEdit(settings.export_folder)
        self.folder.setPlaceholderText(self.tr("Nowhere"))
        self.choose = QPushButton(self.tr("Choose…"))
        self.choose.setAutoDefault(False)
        self.choose.setAccessibleName(self.tr("Choose the folder for the files"))
        self.formats = {form: QCheckBox(tr(form.title)) for form in Format}
        for form, box in self.formats.items():
            box.setChecked(form in settings.export_formats)
        self.name = QLineEdit(settings.export_name)
        self.name.setMaxLength(_LONGEST_NAME)
        self.hint = QLabel()
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setWordWrap(True)
        self._lay_out()
        self._check()
        self._connect()

    @property
    def problem(self) -> str:
        """What is wrong with what is chosen, in a sentence; empty when all is well."""
        folder = self.folder.text().strip()
        if folder and not Path(folder).expanduser().is_absolute():
            return self.tr("Give the whole path of the folder, from its beginning.")
        if not any(box.isChecked() for box in self.formats.values()):
            return self.tr("Choose at least one format.")
        if not is_pattern(self.name.text()):
            return self.tr(
                "A name needs a letter or more; between braces there can only be {title}, {name}, "
                "{date} or {language}."
            )
        return ""

    def applied_to(self, settings: Settings) -> Settings:
        """The settings with what is chosen here, as far as it can be used."""
        if self.problem:
            return settings
        return replace(
            settings,
            export_folder=self.folder.text().strip(),
            export_formats=tuple(form for form, box in self.formats.items() if box.isChecked()),
            export_name=self.name.text(),
        )

    def _lay_out(self) -> None:
        where = QWidget()
        row = QHBoxLayout(where)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(self.folder, 1)
        row.addWidget(self.choose)
        boxes = QWidget()
        grid = QGridLayout(boxes)
        grid.setContentsMargins(0, GRID, 0, GRID)
        grid.setHorizontalSpacing(GUTTER)
        grid.setVerticalSpacing(GRID)
        for number, box in enumerate(self.formats.values()):
            grid.addWidget(box, number // _COLUMNS, number % _COLUMNS)
        form = Form()
        form.add_field(self.tr("Write files to"), where, self.folder)
        form.add_field(self.tr("Formats"), boxes, next(iter(self.formats.values())))
        form.add_field(self.tr("Called"), self.name)
        form.addRow(None, self.hint)  # type: ignore[call-overload]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(form)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._ask)
        for field in (self.folder, self.name):
            field.textChanged.connect(self._check)
            field.editingFinished.connect(self._on_chosen)
        for box in self.formats.values():
            box.toggled.connect(self._on_chosen)

    @Slot()
    def _check(self) -> None:
        """Say below what is wrong, or how names are made."""
        problem = self.problem
        self.hint.setText(
            problem
            or self.tr(
                "{title}, {name}, {date} and {language} are filled in. No file is ever replaced."
            )
        )
        self.hint.setProperty("warning", bool(problem))
        self.hint.setProperty("secondary", not problem)
        self.hint.style().polish(self.hint)

    @Slot()
    def _on_chosen(self) -> None:
        self._check()
        if not self.problem:
            self.changed.emit()

    @Slot()
    def _ask(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder for the files"), self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_folder)
        dialog.open()

    @Slot(str)
    def _on_folder(self, folder: str) -> None:
        self.folder.setText(folder)
        self._on_chosen()

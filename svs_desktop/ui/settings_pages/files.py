"""Where things are, and how much room they take."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from svs_desktop.paths import Places
from svs_desktop.settings import Settings
from svs_desktop.ui.auto_export_choice import AutoExportChoice
from svs_desktop.ui.job_text import readable
from svs_desktop.ui.labels import ElidedLabel
from svs_desktop.ui.settings_pages.page import Page, heading, paragraph
from svs_desktop.ui.theme import GRID, GUTTER, Size, font
from svs_desktop.ui.words import size_text
from svs_desktop.workers.storage import Storage


class FilesPage(Page):
    """The program's own files. What concerns files of the user's stands above them.

    Attributes:
        export: What is written by itself once a job has finished.

    Signals:
        clearing_wanted: To empty the cache.
    """

    clearing_wanted = Signal()

    def __init__(self, places: Places, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_title(self.tr("Files"))
        self.export = AutoExportChoice(settings)
        self.export.changed.connect(self.changed)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GUTTER)
        self._grid.setVerticalSpacing(GRID)
        self._grid.setColumnStretch(0, 1)
        self._library = self._add(self.tr("Library"), places.library, self.tr("the library"))
        self._models = self._add(self.tr("Models"), places.models, self.tr("the models"))
        self._settings = self._add(self.tr("Settings"), places.settings, self.tr("the settings"))
        self._cache = self._add(self.tr("Cache"), places.cache, self.tr("the cache"))
        self.clear = QPushButton(self.tr("Clear cache"))
        self.clear.setAutoDefault(False)
        self.clear.clicked.connect(self.clearing_wanted)
        self._said = paragraph(
            self.tr(
                "The cache holds sound and pictures. What running jobs use and the pictures of "
                "results stay when it is cleared."
            )
        )
        row = QHBoxLayout()
        row.setSpacing(GUTTER)
        row.addWidget(self._said, 1)
        row.addWidget(self.clear)
        self.body.addWidget(heading(self.tr("After each video")))
        self.body.addWidget(self.export)
        self.body.addWidget(heading(self.tr("Where the program keeps things")))
        self.body.addLayout(self._grid)
        self.body.addLayout(row)
        self.body.addStretch()

    def applied_to(self, settings: Settings) -> Settings:
        """The settings with what is chosen here."""
        return self.export.applied_to(settings)

    def show_storage(self, storage: Storage) -> None:
        """Say how much room things take."""
        for label, size in (
            (self._library, storage.library),
            (self._models, storage.models),
            (self._cache, storage.cache),
        ):
            label.setText(size_text(size))
        self.clear.setEnabled(storage.cache > 0)

    def show_freed(self, freed: int) -> None:
        """Say what clearing the cache brought."""
        self._said.setText(self.tr("{} are free again.").format(size_text(freed)))

    def _add(self, name: str, path: Path, spoken: str) -> QLabel:
        """Two lines and a button; the label of the size."""
        row = self._grid.rowCount()
        title, size = QLabel(name), QLabel()
        where = ElidedLabel(font(Size.SECONDARY), secondary=True)
        where.setText(readable(str(path)))
        size.setProperty("secondary", True)
        button = QPushButton(self.tr("Open folder"))
        button.setAutoDefault(False)
        button.setAccessibleName(self.tr("Open the folder of {}").format(spoken))
        folder = path.parent if path.suffix else path
        button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        self._grid.addWidget(title, row, 0)
        self._grid.addWidget(where, row + 1, 0)
        self._grid.addWidget(size, row, 1, 2, 1, Qt.AlignmentFlag.AlignTrailing)
        self._grid.addWidget(button, row, 2, 2, 1)
        self._grid.setRowMinimumHeight(row + 2, GRID)
        return size

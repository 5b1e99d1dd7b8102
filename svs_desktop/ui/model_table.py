"""Models to install, each with its size, its origin and its licence, and what they come to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QWidget

from svs_desktop.paths import resource
from svs_desktop.pipeline.models import IndexSource, Model
from svs_desktop.ui.job_text import tr
from svs_desktop.ui.theme import GRID, GUTTER, Size, font
from svs_desktop.ui.words import short_title, size_text

# Text, a gap, and the gap's own row, for each model.
_ROWS = 4
# As far as the words beside a box to tick.


class ModelTable(QWidget):
    """A few rows for each model; one that is only recommended can be left out."""

    def __init__(
        self, needed: Sequence[Model], recommended: Model | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._needed = list(needed)
        self._recommended = recommended
        self.wanted = QCheckBox()
        self._total = QLabel()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GUTTER)
        self._grid.setVerticalSpacing(GRID)
        self._grid.setColumnStretch(0, 1)
        for place, model in enumerate(self._needed):
            self._add(place * _ROWS, model, _bold(model.title))
        if recommended:
            self._add_recommended(recommended)
        if len(self.chosen) > 1:
            self._add_total()

    @property
    def chosen(self) -> list[Model]:
        """The models to install, the needed ones first."""
        wanted = self._recommended if self.wanted.isChecked() else None
        return [*self._needed, wanted] if wanted else list(self._needed)

    def _add_recommended(self, model: Model) -> None:
        row = len(self._needed) * _ROWS
        self.wanted.setText(short_title(model.title))
        self.wanted.setFont(font(Size.TEXT, bold=True))
        self.wanted.setChecked(True)
        self.wanted.toggled.connect(self._show_total)
        # What is asked for alone is left out by leaving.
        name = self.wanted if self._needed else _bold(model.title)
        without = _quiet(
            self.tr(
                "Without it, summaries are the talk's own key sentences. "
                "It can be installed later, in the settings."
            )
        )
        self._add(row, model, name, without)

    def _add(self, row: int, model: Model, name: QWidget, *more: QLabel) -> None:
        about, source = _quiet(tr(model.description)), _quiet(origin(model))
        source.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        source.linkActivated.connect(open_licence)
        self._grid.addWidget(name, row, 0)
        size = QLabel(size_text(model.download_bytes))
        self._grid.addWidget(size, row, 1, Qt.AlignmentFlag.AlignRight)
        for line, label in enumerate((about, *more, source), row + 1):
            label.setProperty("indented", name is self.wanted)
            label.setIndent(0)
            self._grid.addWidget(label, line, 0, 1, 2)
        self._grid.setRowMinimumHeight(self._grid.rowCount(), 3 * GRID)

    def _add_total(self) -> None:
        row = self._grid.rowCount()
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setObjectName("hairline")
        self._grid.addWidget(line, row, 0, 1, 2)
        self._grid.addWidget(_bold(self.tr("Total download")), row + 1, 0)
        self._total.setFont(font(Size.TEXT, bold=True))
        self._grid.addWidget(self._total, row + 1, 1, Qt.AlignmentFlag.AlignRight)
        self._show_total()

    @Slot()
    def _show_total(self) -> None:
        self._total.setText(size_text(sum(model.download_bytes for model in self.chosen)))


def _bold(text: str) -> QLabel:
    label = QLabel(text)
    label.setFont(font(Size.TEXT, bold=True))
    label.setWordWrap(True)
    return label


def _quiet(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("secondary", True)
    label.setWordWrap(True)
    return label


def origin(model: Model) -> str:
    """Where a model comes from, and a link to its licence; rich text."""
    source = model.sources[0]
    place = (
        tr("the Python package index")
        if isinstance(source, IndexSource)
        else tr("the model hub, {}").format(source.repository)
    )
    link = f'<a href="{model.licence.text}">{model.licence.title}</a>'
    return tr("From {origin}. Licence: {licence}").format(origin=place, licence=link)


def open_licence(text: str) -> None:
    """Show the text of a licence, of which this is the path in the resources."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(resource(text))))

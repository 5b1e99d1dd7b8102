"""Asks how a talk is to be summarised this time."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from svs_desktop.settings import Settings
from svs_desktop.ui.forms import Form
from svs_desktop.ui.labels import ElidedLabel
from svs_desktop.ui.summary_choices import SummaryChoices
from svs_desktop.ui.theme import GRID, GUTTER, Size, font
from svs_desktop.ui.writer_choice import LanguageModels

_WIDTH = 560


class AgainDialog(QDialog):
    """The choices for one more summary of the same talk; they begin as in the settings.

    Signals:
        chosen: The ``JobOptions``.
    """

    chosen = Signal(object)

    def __init__(
        self,
        title: str,
        settings: Settings,
        models: LanguageModels,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(self.tr("Summarise again"))
        self.summary = SummaryChoices(settings, models, self)
        self._lay_out(title)

    def accept(self) -> None:
        """Tell the options."""
        self.chosen.emit(self.summary.applied_to(self._settings).job_options())
        super().accept()

    def _lay_out(self, title: str) -> None:
        name = ElidedLabel(font(Size.READING, bold=True))
        name.setText(title)
        about = QLabel(
            self.tr(
                "From the transcript that is there: nothing is transcribed again. "
                "The summary that you have stays in the history."
            )
        )
        about.setWordWrap(True)
        about.setProperty("secondary", True)
        form = Form()
        self.summary.add_to(form)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        buttons.button(standard.Ok).setText(self.tr("Summarise"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GUTTER, 2 * GUTTER, 2 * GUTTER, GUTTER + 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(name)
        layout.addWidget(about)
        layout.addSpacing(2 * GRID)
        layout.addLayout(form)
        layout.addSpacing(2 * GRID)
        layout.addWidget(buttons)
        self.setMinimumWidth(_WIDTH)
        # Left to itself it would be no wider than two thirds of the screen, too little for long
        # words in large letters.
        screen = self.screen().availableSize() - QSize(2 * GUTTER, 4 * GUTTER)
        self.resize(self.sizeHint().boundedTo(screen))

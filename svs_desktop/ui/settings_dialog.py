"""The settings."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from svs_desktop.settings import MOST_PARALLEL_JOBS, MOST_THREADS, Settings
from svs_desktop.ui.api_choice import ApiChoice
from svs_desktop.ui.choices import choice, language_choice, number
from svs_desktop.ui.forms import Form
from svs_desktop.ui.summary_choices import SummaryChoices
from svs_desktop.ui.theme import GRID, GUTTER
from svs_desktop.ui.writer_choice import LanguageModels

_WIDTH = 560
_MOST_TERMS = 2000


class SettingsDialog(QDialog):
    """A form for the settings. They take effect with the next job that begins.

    Signals:
        changed: The new ``Settings``.
        page_wanted: To see the jobs page in a browser.
    """

    changed = Signal(object)
    page_wanted = Signal()

    def __init__(
        self,
        settings: Settings,
        speech_models: Sequence[tuple[str, str]],
        language_models: LanguageModels | None = None,
        parent: QWidget | None = None,
        *,
        url: str = "",
    ) -> None:
        """Show the settings.

        Args:
            settings: As they are.
            speech_models: Name and title of each.
            language_models: Those that can be used, and those that can be installed.
            parent: The window.
            url: Where the job API listens; empty when it does not.
        """
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(self.tr("Settings"))
        self.model = choice(speech_models, settings.speech_model)
        self.quality = choice(
            [
                ("fast", self.tr("Fast")),
                ("balanced", self.tr("Balanced")),
                ("accurate", self.tr("Accurate")),
            ],
            settings.speech_quality,
        )
        self.glossary = QLineEdit(settings.glossary)
        self.glossary.setMaxLength(_MOST_TERMS)
        self.glossary.setPlaceholderText(self.tr("With commas between them"))
        self.language = language_choice(self.tr("Detect it"), settings.language)
        self.summary = SummaryChoices(settings, language_models or LanguageModels(), self)
        self.device = choice(
            [
                ("auto", self.tr("Whatever is fastest")),
                ("cpu", self.tr("The processor")),
                ("cuda", self.tr("The graphics card (CUDA)")),
            ],
            settings.device,
        )
        self.threads = number(0, MOST_THREADS, settings.threads)
        self.threads.setSpecialValueText(self.tr("Automatic"))
        self.parallel = number(1, MOST_PARALLEL_JOBS, settings.parallel_jobs)
        self.appearance = choice(
            [
                ("system", self.tr("As the desktop")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
            ],
            settings.appearance,
        )
        self.api = ApiChoice(settings, url)
        self.api.page_wanted.connect(self.page_wanted)
        self._lay_out()

    def accept(self) -> None:
        """Tell the settings, if one has changed."""
        chosen = replace(
            self.summary.applied_to(self._settings),
            speech_model=self.model.currentData(),
            speech_quality=self.quality.currentData(),
            glossary=self.glossary.text().strip(),
            language=self.language.currentData(),
            device=self.device.currentData(),
            threads=self.threads.value(),
            parallel_jobs=self.parallel.value(),
            appearance=self.appearance.currentData(),
            api=self.api.switch.isChecked(),
            api_port=self.api.port.value(),
        )
        if chosen != self._settings:
            self.changed.emit(chosen)
        super().accept()

    def _lay_out(self) -> None:
        form = Form()
        form.add_heading(self.tr("Transcript"))
        form.add_field(self.tr("Speech model"), self.model)
        form.add_field(self.tr("Transcription"), self.quality)
        form.add_field(self.tr("Spoken language"), self.language)
        form.add_field(self.tr("Names and terms"), self.glossary)
        form.add_heading(self.tr("Summary"))
        self.summary.add_to(form)
        form.add_heading(self.tr("Program"))
        form.add_field(self.tr("Runs on"), self.device)
        form.add_field(self.tr("Processor threads"), self.threads)
        form.add_field(self.tr("Videos at once"), self.parallel)
        form.add_field(self.tr("Appearance"), self.appearance)
        form.add_field(self.tr("Job API"), self.api, self.api.switch)
        form.add_field(self.tr("Port of the job API"), self.api.port)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GUTTER, GUTTER, 2 * GUTTER, GUTTER + 2 * GRID)
        layout.setSpacing(GUTTER)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.setMinimumWidth(_WIDTH)

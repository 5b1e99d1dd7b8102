"""How speech becomes text."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QLineEdit, QWidget

from svs_desktop.settings import MOST_TERMS, Settings
from svs_desktop.ui.choices import choice, fill, language_choice
from svs_desktop.ui.forms import Form
from svs_desktop.ui.option_texts import qualities
from svs_desktop.ui.settings_pages.page import Page


class TranscriptionPage(Page):
    """The speech model, and what it is told beforehand."""

    def __init__(
        self,
        settings: Settings,
        models: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        """Show the choices.

        Args:
            settings: As they are.
            models: Name and title of each speech model.
            parent: Its owner.
        """
        super().__init__(parent)
        self.set_title(self.tr("Transcription"))
        self.model = choice(models, settings.speech_model)
        self.quality = choice(qualities(), settings.speech_quality)
        self.language = language_choice(self.tr("Detect it"), settings.language)
        self.glossary = QLineEdit(settings.glossary)
        self.glossary.setMaxLength(MOST_TERMS)
        self.glossary.setPlaceholderText(self.tr("With commas between them"))
        form = Form()
        form.add_field(self.tr("Speech model"), self.model)
        form.add_field(self.tr("Transcription"), self.quality)
        form.add_field(self.tr("Spoken language"), self.language)
        form.add_field(self.tr("Names and terms"), self.glossary)
        self.body.addLayout(form)
        self.body.addStretch()
        self.watch(self.model, self.quality, self.language, self.glossary)

    def show_models(self, models: Sequence[tuple[str, str]]) -> None:
        """Offer these models; the choice stays."""
        chosen = self.model.currentData()
        with QSignalBlocker(self.model):
            self.model.clear()
            fill(self.model, models, chosen)

    def applied_to(self, settings: Settings) -> Settings:
        """The settings with what is chosen here."""
        return replace(
            settings,
            speech_model=self.model.currentData(),
            speech_quality=self.quality.currentData(),
            language=self.language.currentData(),
            glossary=self.glossary.text().strip(),
        )

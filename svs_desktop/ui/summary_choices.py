"""How a summary is to be: the choices that the settings and "Summarise again" have in common."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from svs_desktop.settings import Settings
from svs_desktop.ui.choices import choice, language_choice
from svs_desktop.ui.forms import Form
from svs_desktop.ui.option_texts import kinds, lengths
from svs_desktop.ui.writer_choice import LanguageModels, WriterChoice


class SummaryChoices(QObject):
    """Four rows of a form: who writes, how much, what kind of talk, in which language."""

    def __init__(self, settings: Settings, models: LanguageModels, parent: QWidget) -> None:
        super().__init__(parent)
        self.writer = WriterChoice(settings.summarizer, models)
        self.length = choice(lengths(), settings.length)
        self.kind = choice(kinds(), settings.style)
        self.language = language_choice(self.tr("Same as the talk"), settings.summary_language)

    def add_to(self, form: Form) -> None:
        """Append the rows to a form."""
        form.add_field(self.tr("Summary written by"), self.writer, self.writer.box)
        form.add_field(self.tr("Length"), self.length)
        form.add_field(self.tr("Kind of talk"), self.kind)
        form.add_field(self.tr("Language of the summary"), self.language)

    def applied_to(self, settings: Settings) -> Settings:
        """The settings with what is chosen here."""
        return replace(
            settings,
            summarizer=self.writer.summarizer,
            length=self.length.currentData(),
            style=self.kind.currentData(),
            summary_language=self.language.currentData(),
        )

"""How a transcript becomes a summary."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from svs_desktop.settings import Settings
from svs_desktop.ui.forms import Form
from svs_desktop.ui.settings_pages.page import Page
from svs_desktop.ui.summary_choices import SummaryChoices
from svs_desktop.ui.writer_choice import LanguageModels


class SummaryPage(Page):
    """Who writes the summary, and how."""

    def __init__(
        self, settings: Settings, models: LanguageModels, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.set_title(self.tr("Summary"))
        self.choices = SummaryChoices(settings, models, self)
        form = Form()
        self.choices.add_to(form)
        self.body.addLayout(form)
        self.body.addStretch()
        self.watch(self.choices.length, self.choices.kind, self.choices.language)
        self.choices.writer.changed.connect(self.changed)

    def applied_to(self, settings: Settings) -> Settings:
        """The settings with what is chosen here."""
        return self.choices.applied_to(settings)

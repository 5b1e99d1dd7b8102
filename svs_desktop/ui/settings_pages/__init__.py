"""The pages of the settings."""

from __future__ import annotations

from typing import NamedTuple

from svs_desktop.ui.settings_pages.files import FilesPage
from svs_desktop.ui.settings_pages.models import ModelsPage
from svs_desktop.ui.settings_pages.page import Page
from svs_desktop.ui.settings_pages.privacy import PrivacyPage
from svs_desktop.ui.settings_pages.program import ProgramPage
from svs_desktop.ui.settings_pages.summary import SummaryPage
from svs_desktop.ui.settings_pages.transcription import TranscriptionPage

__all__ = [
    "FilesPage",
    "ModelsPage",
    "Page",
    "Pages",
    "PrivacyPage",
    "ProgramPage",
    "SummaryPage",
    "TranscriptionPage",
]


class Pages(NamedTuple):
    """All of them, in the order of the list."""

    transcription: TranscriptionPage
    summary: SummaryPage
    models: ModelsPage
    files: FilesPage
    program: ProgramPage
    privacy: PrivacyPage

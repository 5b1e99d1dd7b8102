"""Whether other programs on this computer may use the queue, and the way to the jobs page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QWidget

from svs_desktop.settings import LEAST_PORT, MOST_PORT, Settings
from svs_desktop.ui.choices import number
from svs_desktop.ui.theme import GUTTER


class ApiChoice(QWidget):
    """A switch for the job API, beside it the way to its page; ``port`` is a field of its own.

    Signals:
        page_wanted: To see the jobs page in a browser.
    """

    page_wanted = Signal()

    def __init__(self, settings: Settings, url: str, parent: QWidget | None = None) -> None:
        """Show the choice.

        Args:
            settings: As they are.
            url: Where the API listens; empty when it does not.
            parent: Its owner.
        """
        super().__init__(parent)
        self.switch = QCheckBox(self.tr("On this computer"))
        self.switch.setChecked(settings.api)
        self.switch.setToolTip(
            self.tr("Scripts and a browser on this computer may use the queue, with a token")
        )
        self.port = number(LEAST_PORT, MOST_PORT, settings.api_port)
        self.port.setEnabled(settings.api)
        self.page = QPushButton(self.tr("Open jobs page"))
        self.page.setAutoDefault(False)
        self.show_url(url)
        self.switch.toggled.connect(self.port.setEnabled)
        self.page.clicked.connect(self.page_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GUTTER)
        row.addWidget(self.switch, 1)
        row.addWidget(self.page)

    def show_url(self, url: str) -> None:
        """Let the page be opened where the API listens; empty when it does not."""
        self.page.setEnabled(bool(url))
        self.page.setToolTip(url or self.tr("Once the job API is switched on"))

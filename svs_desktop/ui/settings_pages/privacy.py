"""What was ever sent and fetched."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from svs_desktop.pipeline.models import Download
from svs_desktop.ui.job_text import moment_text, readable
from svs_desktop.ui.settings_pages.page import Page, heading, paragraph
from svs_desktop.ui.theme import GRID, GUTTER
from svs_desktop.ui.words import size_text


class PrivacyPage(Page):
    """What the program sent, what it fetched, and whom it listens to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_title(self.tr("Privacy"))
        self._fetched = QWidget()
        self._table = QGridLayout(self._fetched)
        self._table.setContentsMargins(0, 0, 0, 0)
        self._table.setHorizontalSpacing(GUTTER)
        self._table.setVerticalSpacing(2 * GRID)
        self._table.setColumnStretch(1, 1)
        self._api = paragraph("")
        self.body.addWidget(heading(self.tr("Sent: nothing")))
        self.body.addWidget(
            paragraph(
                self.tr(
                    "Videos, transcripts and summaries stay on this computer. The program counts "
                    "nothing, reports nothing and looks for no updates. It opens a connection for "
                    "one purpose only: to fetch a model that you asked for."
                )
            )
        )
        self.body.addWidget(heading(self.tr("Fetched")))
        self.body.addWidget(self._fetched)
        self.body.addWidget(heading(self.tr("Job API")))
        self.body.addWidget(self._api)
        self.report = QPushButton(self.tr("Save diagnostics…"))
        self.report.setAutoDefault(False)
        self.body.addWidget(heading(self.tr("When something does not work")))
        self.body.addWidget(
            paragraph(
                self.tr(
                    "Diagnostics are a file for a report, which you send yourself or not at all: "
                    "versions, settings, and how jobs ended. No word, title or file name of yours "
                    "is in it."
                )
            )
        )
        self.body.addWidget(self.report, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addStretch()
        self.show_downloads(())
        self.show_api("")

    def show_downloads(self, downloads: Sequence[Download]) -> None:
        """List what was fetched, the newest first."""
        for label in self._fetched.findChildren(QLabel):
            self._table.removeWidget(label)
            label.deleteLater()
        for row, download in enumerate(reversed(downloads)):
            facts = (
                moment_text(download.at),
                self._described(download),
                size_text(download.bytes),
            )
            for column, text in enumerate(facts):
                label = QLabel(text)
                label.setWordWrap(column == 1)
                label.setProperty("secondary", column != 1)
                label.setTextFormat(Qt.TextFormat.PlainText)
                side = Qt.AlignmentFlag.AlignTrailing if column == 2 else Qt.AlignmentFlag(0)  # noqa: PLR2004
                self._table.addWidget(label, row, column, side | Qt.AlignmentFlag.AlignTop)
        if not downloads:
            nothing = paragraph(self.tr("Nothing yet."))
            self._table.addWidget(nothing, 0, 0, 1, 3)

    def show_api(self, url: str) -> None:
        """Say whether the job API listens, and where."""
        if url:
            text = self.tr(
                "On: programs on this computer that have its token can use the queue, at {}"
            ).format(url)
        else:
            text = self.tr("Off: no other program can use the queue.")
        self._api.setText(text)

    def _described(self, download: Download) -> str:
        source = (
            self.tr("the model hub, {}").format(download.repository)
            if download.repository
            else self.tr("the Python package index")
        )
        return self.tr("{model} from {source}").format(
            model=readable(download.title), source=source
        )

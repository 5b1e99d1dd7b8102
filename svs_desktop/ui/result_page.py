"""The right side when a result is looked at."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from svs_desktop.pipeline.export.clock import clock
from svs_desktop.pipeline.summary import Result
from svs_desktop.ui.actions import Actions
from svs_desktop.ui.job_text import moment_text, readable
from svs_desktop.ui.labels import ElidedLabel
from svs_desktop.ui.reading import SummaryView, TranscriptView
from svs_desktop.ui.theme import GRID, GUTTER, Size, font

_SUMMARY, _TRANSCRIPT = 0, 1


class ResultPage(QWidget):
    """Title, summary and transcript of one result."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.result: Result | None = None
        self._title = ElidedLabel(font(Size.TITLE, bold=True))
        self._facts = ElidedLabel(font(Size.SECONDARY), secondary=True)
        self.summary = SummaryView()
        self.transcript = TranscriptView()
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Summary or transcript"))
        self.tabs.addTab(self.tr("Summary"))
        self.tabs.addTab(self.tr("Transcript"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.summary)
        self._stack.addWidget(self.transcript)
        self._lay_out(actions)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.summary.moment_chosen.connect(self._show_moment)
        self.transcript.moment_chosen.connect(self.transcript.show_moment)
        actions.summary.triggered.connect(lambda: self.tabs.setCurrentIndex(_SUMMARY))
        actions.transcript.triggered.connect(lambda: self.tabs.setCurrentIndex(_TRANSCRIPT))

    def show_result(self, result: Result) -> None:
        """Show this result."""
        self.result = result
        self._title.setText(readable(result.summary.title))
        self._facts.setText(_facts(result))
        self.summary.show_summary(result.summary)
        self.transcript.show_segments(result.transcript.segments)
        self.tabs.setTabVisible(_TRANSCRIPT, bool(result.transcript.segments))
        self.tabs.setCurrentIndex(_SUMMARY)

    def _lay_out(self, actions: Actions) -> None:
        export = QToolButton()
        export.setDefaultAction(actions.export)
        export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        export.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        names = QVBoxLayout()
        names.setSpacing(GRID)
        names.addWidget(self._title)
        names.addWidget(self._facts)
        head = QHBoxLayout()
        head.setContentsMargins(2 * GUTTER, GUTTER + GRID, 2 * GUTTER, 0)
        head.setSpacing(GUTTER)
        head.addLayout(names, 1)
        head.addWidget(export, 0)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(2 * GUTTER, GUTTER, 2 * GUTTER, 0)
        tabs.addWidget(self.tabs)
        tabs.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(tabs)
        layout.addWidget(self._stack, 1)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Expanding)

    @Slot(float)
    def _show_moment(self, second: float) -> None:
        self.tabs.setCurrentIndex(_TRANSCRIPT)
        self.transcript.show_moment(second)


def _facts(result: Result) -> str:
    language = QLocale(result.summary.language)
    spoken = QLocale.languageToString(language.language()) if result.summary.language else ""
    made = moment_text(result.finished_at)
    facts = (readable(result.path.name), clock(result.summary.duration_s), spoken, made)
    return "  ·  ".join(fact for fact in facts if fact)

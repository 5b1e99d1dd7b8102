"""The right side when a result is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QImage, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from svs_desktop.library import Found, Part
from svs_desktop.pipeline.export.clock import clock
from svs_desktop.pipeline.summary import Result
from svs_desktop.ui.actions import Actions
from svs_desktop.ui.buttons import edit_menu, quiet_button, set_words
from svs_desktop.ui.find_bar import FindBar
from svs_desktop.ui.finding import Finding
from svs_desktop.ui.job_text import moment_text, readable
from svs_desktop.ui.labels import ElidedLabel
from svs_desktop.ui.pictures import read_stills
from svs_desktop.ui.reading import ReadingView, TranscriptView
from svs_desktop.ui.summary_view import SummaryView
from svs_desktop.ui.theme import GRID, GUTTER, Size, font, pixels
from svs_desktop.ui.words import language_name
from svs_desktop.workers.background import Background

_SUMMARY, _TRANSCRIPT = 0, 1
_NARROW = 640
_LOW = 340


class ResultPage(QWidget):
    """Title, summary and transcript of one result.

    Signals:
        shown: The ``Result`` that is on the page from now on.
        moment_chosen: The second of a link that was clicked.
    """

    shown = Signal(object)
    moment_chosen = Signal(float)

    def __init__(
        self,
        actions: Actions,
        background: Background,
        titles: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        """A page of nothing yet.

        Args:
            actions: What can be done with a result.
            background: Reads the pictures of chapters.
            titles: What people call the models, by name.
            parent: The window.
        """
        super().__init__(parent)
        self.result: Result | None = None
        self._background = background
        self.title = ElidedLabel(font(Size.TITLE, bold=True), lines=2)
        self.title.setCursor(Qt.CursorShape.OpenHandCursor)
        self._facts = ElidedLabel(font(Size.SECONDARY), secondary=True)
        self.summary = SummaryView(titles)
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
        self._again, self._export = _button(actions.again), _button(actions.export)
        self._export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.find_bar = FindBar(actions)
        self._find, self._edit = quiet_button(actions.find), quiet_button(actions.edit)
        self._edit.setMenu(edit_menu(actions, self._edit))
        self._edit.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.finding = Finding(self.find_bar, self.tabs, self.views, actions, background)
        self._lay_out()
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.summary.moment_chosen.connect(self.moment_chosen)
        self.transcript.moment_chosen.connect(self.moment_chosen)
        actions.summary.triggered.connect(lambda: self.tabs.setCurrentIndex(_SUMMARY))
        actions.transcript.triggered.connect(lambda: self.tabs.setCurrentIndex(_TRANSCRIPT))

    def show_result(self, result: Result) -> None:
        """Show this result."""
        self.result = result
        self.title.setText(readable(result.summary.title))
        self._facts.setText(_facts(result))
        self.summary.show_summary(result.summary)
        self._read_pictures(result)
        self.transcript.show_segments(result.transcript.segments)
        self.tabs.setTabVisible(_TRANSCRIPT, bool(result.transcript.segments))
        self.tabs.setCurrentIndex(_SUMMARY)
        self.shown.emit(result)

    def show_path(self, path: Path) -> None:
        """The result's video lies here."""
        if self.result:
            self.result = replace(self.result, path=path)
            self._facts.setText(_facts(self.result))

    def put_player(self, pane: QWidget, way_back: QWidget) -> None:
        """Give the player its place above the text, and its way back one beside the tabs."""
        self._rows.insertWidget(1, pane)
        self._tab_row.addWidget(way_back)

    @property
    def views(self) -> tuple[ReadingView, ReadingView]:
        """The summary and the transcript."""
        return self.summary, self.transcript

    def show_edited(self, result: Result) -> None:
        """Show the same result with words that a person has changed."""
        if (before := self.result) is None:
            return
        self.result = result
        self.title.setText(readable(result.summary.title))
        if result.summary != before.summary:
            self.summary.show_edited(result.summary)
        pairs = zip(before.transcript.segments, result.transcript.segments, strict=True)
        for number, (old, new) in enumerate(pairs):
            if old != new:
                self.transcript.show_edited(number, new)

    def show_found(self, found: Found, typed: str) -> None:
        """Show the place that a search has found, and mark there what was sought."""
        is_said = found.place.part is Part.TRANSCRIPT
        self.tabs.setCurrentIndex(_TRANSCRIPT if is_said else _SUMMARY)
        if is_said:
            self.transcript.show_moment(found.second)
        self.finding.begin(typed, found.place)
        self.finding.view.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the title some room where there is little, and the player some below it."""
        super().resizeEvent(event)
        set_words(self._again, shown=self.width() >= pixels(_NARROW))
        self.title.allow_lines(2 if self.height() >= pixels(_LOW) else 1)

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(GRID)
        names.addWidget(self.title)
        names.addWidget(self._facts)
        head = QHBoxLayout()
        head.setContentsMargins(2 * GUTTER, GUTTER + GRID, 2 * GUTTER, 0)
        head.setSpacing(GUTTER)
        head.addLayout(names, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * GRID)
        buttons.addWidget(self._again)
        buttons.addWidget(self._export)
        head.addLayout(buttons)
        self._tab_row = tabs = QHBoxLayout()
        tabs.setContentsMargins(2 * GUTTER, GUTTER, 2 * GUTTER, 0)
        tabs.setSpacing(GRID)
        tabs.addWidget(self.tabs)
        tabs.addStretch()
        tabs.addWidget(self._find)
        tabs.addWidget(self._edit)
        self._rows = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(tabs)
        layout.addWidget(self.find_bar)
        layout.addWidget(self._stack, 1)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Expanding)

    def _read_pictures(self, result: Result) -> None:
        chapters = enumerate(result.summary.chapters)
        paths = {number: chapter.picture for number, chapter in chapters if chapter.picture}
        if paths:
            ratio = self.devicePixelRatioF()
            self._background.run(
                lambda: read_stills(paths, ratio), lambda read: self._on_pictures(result, read)
            )

    def _on_pictures(self, result: Result, pictures: Mapping[int, QImage]) -> None:
        if self.result and result.job_id == self.result.job_id:
            self.summary.show_pictures(pictures)

    @Slot(float)
    def show_moment(self, second: float) -> None:
        """Show what is said at this second."""
        self.tabs.setCurrentIndex(_TRANSCRIPT)
        self.transcript.show_moment(second)


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button


def _facts(result: Result) -> str:
    spoken = language_name(result.summary.language)
    made = moment_text(result.finished_at)
    facts = (readable(result.path.name), clock(result.summary.duration_s), spoken, made)
    return "  ·  ".join(fact for fact in facts if fact)

"""The right side when a job without a result is looked at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from svs_desktop.pipeline.job import JobState, Status
from svs_desktop.pipeline.transcript import Segment
from svs_desktop.ui.draft_page import DraftPage
from svs_desktop.ui.failure_help import Help, helps
from svs_desktop.ui.flow import Flow
from svs_desktop.ui.job_text import file_name, remedy, sentence, status_line, valid_text
from svs_desktop.ui.labels import ElidedLabel
from svs_desktop.ui.reading import TranscriptView
from svs_desktop.ui.theme import GRID, GUTTER, Size, font

_PER_MILLE = 10


class JobPage(QWidget):
    """How a job stands: its words while they are made, or what went wrong and what helps.

    Signals:
        part_wanted: The id of the job of which what is transcribed is to be summarised.
        retry_wanted: The id of the job to try again.
        model_wanted: The name of a model to install.
        known_wanted: The id of the result that there is of the job's video.
        options_wanted: The ``JobState`` of the job whose options are to be changed, in a list.
        report_wanted: To save what a report of a fault needs.
        anyway_wanted: The id of the job, which is to be done all the same.
    """

    part_wanted = Signal(str)
    retry_wanted = Signal(str)
    model_wanted = Signal(str)
    known_wanted = Signal(str)
    anyway_wanted = Signal(str)
    options_wanted = Signal(list)
    report_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: JobState | None = None
        self._title = ElidedLabel(font(Size.TITLE, bold=True))
        self._line, self._remedy = QLabel(), QLabel()
        for label in (self._line, self._remedy):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)  # file names may look like HTML
        self._remedy.setProperty("secondary", True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 100 * _PER_MILLE)
        self._bar.setAccessibleName(self.tr("Progress"))
        self.open_known = QPushButton(self.tr("Open the summary"))
        self.anyway = QPushButton(self.tr("Summarise anyway"))
        self.retry = QPushButton(self.tr("Try again"))
        self.keep_part = QPushButton(self.tr("Summarise what is transcribed"))
        self.install = QPushButton(self.tr("Install the model…"))
        self.options = QPushButton(self.tr("Choose another model…"))
        self.show_file = QPushButton(self.tr("Show the file"))
        self.copy_details = QPushButton(self.tr("Copy details"))
        self.report = QPushButton(self.tr("Save diagnostics…"))
        self.transcript = TranscriptView()
        self.draft = DraftPage()
        self._drafts: dict[str, str] = {}
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def job_id(self) -> str:
        """The job that is shown; empty when none is."""
        return self._state.job.id if self._state else ""

    def show_job(self, state: JobState) -> None:
        """Show how this job stands now."""
        if self.job_id != state.job.id or _begins_anew(self._state, state):
            self.transcript.show_segments(())
        self._state = state
        self._show_words()
        failed = state.status is Status.FAILED
        self._title.setText(file_name(state))
        self._line.setText(status_line(state))
        self._line.setProperty("warning", failed)
        self._line.style().polish(self._line)
        self._bar.setValue(round(state.overall * _PER_MILLE))
        known = bool(state.summarised_as)
        self._bar.setVisible(state.status.is_active and not known)
        for button in (self.open_known, self.anyway):
            button.setVisible(known)
        self._remedy.setText(self._advice(state))
        self._remedy.setVisible(bool(self._remedy.text()))
        self.retry.setVisible(state.status in {Status.FAILED, Status.CANCELLED})
        ended = state.status in {Status.FAILED, Status.CANCELLED}
        self.keep_part.setVisible(ended and state.reached is not None)
        self._offer_help(helps(state))
        self.copy_details.setVisible(failed)
        self.report.setVisible(failed)

    def follow(self, state: JobState) -> None:
        """Hear how any job stands now."""
        if state.status is not Status.RUNNING:
            self._drafts.pop(state.job.id, None)
        if state.job.id == self.job_id:
            self.show_job(state)

    @Slot(str, str)
    def show_draft(self, job_id: str, text: str) -> None:
        """Hear what is written so far of any job's summary."""
        self._drafts[job_id] = text
        if job_id == self.job_id:
            self._show_words()

    def append(self, segments: Sequence[Segment]) -> None:
        """Add to the transcript."""
        self.transcript.append_segments(segments)

    def _advice(self, state: JobState) -> str:
        if state.summarised_as:
            return self.tr(
                "There is a summary of this video. If it is summarised again, nothing is "
                "transcribed that has been transcribed so already."
            )
        return remedy(state.failure) if state.failure else ""

    def _offer_help(self, wanted: set[Help]) -> None:
        """Show the buttons that help; one opens the options, and says what is to be changed."""
        changes = {
            Help.TRACK: self.tr("Choose another track…"),
            Help.LANGUAGE: self.tr("Choose another language…"),
            Help.MODEL: self.tr("Choose another model…"),
        }
        texts = [text for change, text in changes.items() if change in wanted]
        if texts:
            self.options.setText(texts[0])
        self.options.setVisible(bool(texts))
        self.install.setVisible(Help.INSTALL in wanted)
        self.show_file.setVisible(Help.FILE in wanted)

    def _show_words(self) -> None:
        """Show the summary once it is being written, the transcript before."""
        text = self._drafts.get(self.job_id, "")
        self.draft.show_draft(self.job_id, text)
        self._stack.setCurrentWidget(self.draft if text.strip() else self.transcript)

    def _lay_out(self) -> None:
        known = (self.open_known, self.anyway)
        helping = (self.retry, self.keep_part, self.install, self.options, self.show_file)
        head = QVBoxLayout()
        head.setContentsMargins(2 * GUTTER, GUTTER + GRID, 2 * GUTTER, GUTTER)
        head.setSpacing(2 * GRID)
        for widget in (self._title, self._line, self._remedy, self._bar):
            head.addWidget(widget)
        head.addSpacing(2 * GRID)
        head.addLayout(Flow((*known, *helping), 2 * GRID))
        head.addLayout(Flow((self.copy_details, self.report), 2 * GRID))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        self._stack.addWidget(self.transcript)
        self._stack.addWidget(self.draft)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.open_known.clicked.connect(self._on_open_known)
        self.anyway.clicked.connect(lambda: self.anyway_wanted.emit(self.job_id))
        self.retry.clicked.connect(lambda: self.retry_wanted.emit(self.job_id))
        self.keep_part.clicked.connect(lambda: self.part_wanted.emit(self.job_id))
        self.install.clicked.connect(self._on_install)
        self.options.clicked.connect(self._on_options)
        self.report.clicked.connect(self.report_wanted)
        self.show_file.clicked.connect(self._on_show_file)
        self.copy_details.clicked.connect(self._on_copy)

    @Slot()
    def _on_open_known(self) -> None:
        if self._state:
            self.known_wanted.emit(self._state.summarised_as)

    @Slot()
    def _on_install(self) -> None:
        if self._state and self._state.failure:
            self.model_wanted.emit(self._state.failure.values["model"])

    @Slot()
    def _on_options(self) -> None:
        if self._state:
            self.options_wanted.emit([self._state])

    @Slot()
    def _on_show_file(self) -> None:
        if self._state:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._state.job.path.parent)))

    @Slot()
    def _on_copy(self) -> None:
        if self._state and (failure := self._state.failure):
            lines = (failure.code, sentence(failure), remedy(failure), valid_text(failure.detail))
            QGuiApplication.clipboard().setText("\n".join(line for line in lines if line))


def _begins_anew(before: JobState | None, after: JobState) -> bool:
    """Whether what was shown of a job's words is no longer part of its transcript."""
    was_reached = bool(before and before.reached)
    return not after.reached and (was_reached or after.status is Status.QUEUED)

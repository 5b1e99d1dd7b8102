"""What is to be fetched, from where and how large; then how far it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from svs_desktop.paths import resource
from svs_desktop.pipeline.errors import PipelineError
from svs_desktop.pipeline.models import IndexSource, InstallStep, Model
from svs_desktop.ui.job_text import remedy, sentence, tr
from svs_desktop.ui.theme import GRID, GUTTER, Size, font
from svs_desktop.words import percent_text, size_text
from svs_desktop.workers.model_installer import ModelInstaller

_STEPS = 1000
_WIDTH = 560


class InstallDialog(QDialog):
    """Asks before anything is downloaded, and shows the download.

    Signals:
        installed: All models are there now.
    """

    installed = Signal()

    def __init__(
        self, models: Sequence[Model], installer: ModelInstaller, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._models = list(models)
        self._installer = installer
        self._running = False
        self.setWindowTitle(self.tr("Install models"))
        self._status = QLabel()
        self._status.setWordWrap(True)
        self._status.setTextFormat(Qt.TextFormat.PlainText)
        self._status.hide()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, _STEPS)
        self._bar.setAccessibleName(self.tr("Progress of the download"))
        self._bar.hide()
        self.accept_button = QPushButton(self.tr("Download and install"))
        self.accept_button.setDefault(True)
        self.reject_button = QPushButton(self.tr("Not now"))
        self.reject_button.setAutoDefault(False)
        self._lay_out()
        self._connect()
        self.accept_button.setFocus()
        self._fit()

    def reject(self) -> None:
        """Close the dialog, or cancel the download that runs."""
        if self._running:
            self._installer.cancel()
        else:
            super().reject()

    def _lay_out(self) -> None:
        several = len(self._models) > 1
        one, many = self.tr("A small model does the work"), self.tr("Small models do the work")
        title = QLabel(many if several else one)
        title.setFont(font(Size.READING, bold=True))
        why = QLabel(
            self.tr(
                "They run on this computer. Fetching them is the only time that this program "
                "opens a connection, and nothing of yours is sent."
            )
        )
        why.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * GRID)
        buttons.addStretch()
        buttons.addWidget(self.reject_button)
        buttons.addWidget(self.accept_button)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GUTTER, 2 * GUTTER, 2 * GUTTER, GUTTER + 2 * GRID)
        layout.setSpacing(3 * GRID)
        layout.addWidget(title)
        layout.addWidget(why)
        layout.addLayout(self._table())
        layout.addWidget(self._status)
        layout.addWidget(self._bar)
        layout.addSpacing(GRID)
        layout.addStretch()
        layout.addLayout(buttons)
        self.setMinimumWidth(_WIDTH)

    def _fit(self) -> None:
        """As high as the words need, at this width."""
        self._layout.activate()
        width = max(self.width(), _WIDTH)
        self.resize(width, self._layout.totalHeightForWidth(width))

    def _table(self) -> QGridLayout:
        table = QGridLayout()
        table.setHorizontalSpacing(GUTTER)
        table.setVerticalSpacing(GRID)
        table.setColumnStretch(0, 1)
        for place, model in enumerate(self._models):
            row = 4 * place
            name, size = QLabel(model.title), QLabel(size_text(model.download_bytes))
            name.setFont(font(Size.TEXT, bold=True))
            about, origin = QLabel(tr(model.description)), QLabel(_origin(model))
            for quiet in (about, origin):
                quiet.setProperty("secondary", True)
                quiet.setWordWrap(True)
            origin.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
            origin.linkActivated.connect(_open_licence)
            table.addWidget(name, row, 0)
            table.addWidget(size, row, 1)
            table.addWidget(about, row + 1, 0, 1, 2)
            table.addWidget(origin, row + 2, 0, 1, 2)
            table.setAlignment(size, Qt.AlignmentFlag.AlignRight)
            table.setRowMinimumHeight(row + 3, 2 * GRID)
        return table

    def _connect(self) -> None:
        self.accept_button.clicked.connect(self._start)
        self.reject_button.clicked.connect(self.reject)
        self._installer.progressed.connect(self._on_progressed)
        self._installer.finished.connect(self._on_finished)
        self._installer.failed.connect(self._on_failed)
        self._installer.cancelled.connect(self._on_cancelled)

    @Slot()
    def _start(self) -> None:
        self._set_running(running=True)
        self._bar.setValue(0)
        self._say(self.tr("Connecting…"))
        self._installer.start(self._models)

    def _set_running(self, *, running: bool) -> None:
        self._running = running
        self._bar.setVisible(running)
        self.accept_button.setEnabled(not running)
        self.reject_button.setText(self.tr("Cancel") if running else self.tr("Not now"))
        (self.reject_button if running else self.accept_button).setFocus()

    def _say(self, text: str, *, warning: bool = False) -> None:
        self._status.setText(text)
        self._status.setProperty("warning", warning)
        self._status.style().polish(self._status)
        self._status.show()
        self._fit()

    @Slot(object, object, float)
    def _on_progressed(self, model: Model, step: InstallStep, done: float) -> None:
        doing = self.tr("Checking {}") if step is InstallStep.VERIFY else self.tr("Downloading {}")
        self._status.setText(f"{doing.format(model.title)}  ·  {percent_text(done * 100)}")
        self._bar.setValue(round(done * _STEPS))

    @Slot()
    def _on_finished(self) -> None:
        self._set_running(running=False)
        self.installed.emit()
        self.accept()

    @Slot(object)
    def _on_failed(self, error: PipelineError) -> None:
        self._set_running(running=False)
        self._say(f"{sentence(error.failure)} {remedy(error.failure)}", warning=True)
        self.accept_button.setText(self.tr("Try again"))

    @Slot()
    def _on_cancelled(self) -> None:
        self._set_running(running=False)
        self._say(self.tr("Stopped. What was fetched so far is used the next time."))


def _origin(model: Model) -> str:
    source = model.sources[0]
    origin = (
        tr("the Python package index")
        if isinstance(source, IndexSource)
        else tr("the model hub, {}").format(source.repository)
    )
    link = f'<a href="{model.licence.text}">{model.licence.title}</a>'
    return tr("From {origin}. Licence: {licence}").format(origin=origin, licence=link)


def _open_licence(text: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(resource(text))))

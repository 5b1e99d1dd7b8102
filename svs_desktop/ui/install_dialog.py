"""What is to be fetched, from where and how large; then how far it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from svs_desktop.pipeline.errors import PipelineError
from svs_desktop.pipeline.models import InstallStep, Model, ModelKind
from svs_desktop.ui.install_progress import InstallProgressView
from svs_desktop.ui.job_text import remedy, sentence
from svs_desktop.ui.model_table import ModelTable
from svs_desktop.ui.theme import GRID, GUTTER, Size, font
from svs_desktop.words import percent_text
from svs_desktop.workers.model_installer import ModelInstaller

_WIDTH = 560


class InstallDialog(QDialog):
    """Asks before anything is downloaded, and shows the download.

    Signals:
        installed: All models that were asked for are there now.
        declined: The recommended model was left out.
    """

    installed = Signal()
    declined = Signal()

    def __init__(
        self,
        models: Sequence[Model],
        installer: ModelInstaller,
        parent: QWidget | None = None,
        *,
        recommended: Model | None = None,
    ) -> None:
        """Ask for these models.

        Args:
            models: Those that are needed.
            installer: What fetches them.
            parent: The window.
            recommended: A language model that the person can leave out.
        """
        super().__init__(parent)
        self._models = list(models)
        self._recommended = recommended
        self._installer = installer
        self._running = False
        self._was_started = False
        self.setWindowTitle(self.tr("Install models"))
        self.table = ModelTable(self._models, recommended)
        self._progress = InstallProgressView()
        self.accept_button = QPushButton(self.tr("Download and install"))
        self.accept_button.setDefault(True)
        self.reject_button = QPushButton(self._leave_text())
        self.reject_button.setAutoDefault(False)
        self._lay_out()
        self._connect()
        self.accept_button.setFocus()
        self._fit()

    @property
    def chosen(self) -> list[Model]:
        """The models to install, the needed ones first."""
        return self.table.chosen

    def reject(self) -> None:
        """Close the dialog, or cancel the download that runs."""
        if self._running:
            self._installer.cancel()
            return
        if self._is_recommendation and not self._was_started:
            self.declined.emit()
        super().reject()

    @property
    def _is_recommendation(self) -> bool:
        """Whether nothing here is needed."""
        return not self._models

    def _leave_text(self) -> str:
        return self.tr("No, thanks") if self._is_recommendation else self.tr("Not now")

    def _heading(self) -> str:
        if self._is_recommendation or {m.kind for m in self._models} == {ModelKind.LANGUAGE}:
            return self.tr("A language model writes the summaries")
        if self._recommended:
            return self.tr("Models do the work")
        several = len(self._models) > 1
        one, many = self.tr("A small model does the work"), self.tr("Small models do the work")
        return many if several else one

    def _reason(self) -> str:
        if len(self._models) + bool(self._recommended) > 1:
            return self.tr(
                "They run on this computer. Fetching them is the only time that this program "
                "opens a connection, and nothing of yours is sent."
            )
        return self.tr(
            "It runs on this computer. Fetching it is the only time that this program opens a "
            "connection, and nothing of yours is sent."
        )

    def _lay_out(self) -> None:
        title = QLabel(self._heading())
        title.setFont(font(Size.READING, bold=True))
        why = QLabel(self._reason())
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
        layout.addWidget(self.table)
        layout.addWidget(self._progress)
        layout.addSpacing(GRID)
        layout.addStretch()
        layout.addLayout(buttons)
        self.setMinimumWidth(_WIDTH)

    def _fit(self) -> None:
        """As high as the words need, at this width."""
        self._layout.activate()
        width = max(self.width(), _WIDTH)
        self.resize(width, self._layout.totalHeightForWidth(width))

    def _connect(self) -> None:
        self.accept_button.clicked.connect(self._start)
        self.reject_button.clicked.connect(self.reject)
        self._installer.progressed.connect(self._on_progressed)
        self._installer.finished.connect(self._on_finished)
        self._installer.failed.connect(self._on_failed)
        self._installer.cancelled.connect(self._on_cancelled)

    @Slot()
    def _start(self) -> None:
        self._was_started = True
        self._set_running(running=True)
        self._say(self.tr("Connecting…"))
        if self._recommended and self._recommended not in self.chosen:
            self.declined.emit()
        self._installer.start(self.chosen)

    def _set_running(self, *, running: bool) -> None:
        self._running = running
        self._progress.set_running(running=running)
        self.table.wanted.setEnabled(not running)
        self.accept_button.setEnabled(not running)
        self.reject_button.setText(self.tr("Cancel") if running else self.tr("Not now"))
        (self.reject_button if running else self.accept_button).setFocus()

    def _say(self, text: str, *, warning: bool = False) -> None:
        self._progress.say(text, warning=warning)
        self._fit()

    @Slot(object, object, float)
    def _on_progressed(self, model: Model, step: InstallStep, done: float) -> None:
        doing = self.tr("Checking {}") if step is InstallStep.VERIFY else self.tr("Downloading {}")
        text = f"{doing.format(model.title)}  ·  {percent_text(done * 100)}"
        self._progress.show_part(text, done)

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

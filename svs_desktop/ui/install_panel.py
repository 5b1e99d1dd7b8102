"""What is to be fetched, from where and how large; then how far it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from svs_desktop.pipeline.errors import PipelineError
from svs_desktop.pipeline.models import InstallStep, Model, ModelKind
from svs_desktop.ui.install_progress import InstallProgressView
from svs_desktop.ui.job_text import with_remedy
from svs_desktop.ui.model_table import ModelTable
from svs_desktop.ui.theme import GRID, GUTTER, Size, font, pixels
from svs_desktop.ui.words import percent_text
from svs_desktop.workers.model_installer import ModelInstaller

_WIDTH = 720
_LEAST_HEIGHT = 60


class InstallPanel(QFrame):
    """Asks before anything is downloaded, and shows the download.

    It is a part of the window, which stays in use: videos can be dropped meanwhile.

    Signals:
        declined: The recommended model was left out.
        closed: It is of no use any more.
    """

    declined = Signal()
    closed = Signal()

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
            parent: Its owner.
            recommended: A language model that the person can leave out.
        """
        super().__init__(parent)
        self._models = list(models)
        self._recommended = recommended
        self._installer = installer
        self._running = False
        self._was_started = False
        self.setAccessibleName(self.tr("Install models"))
        self.table = ModelTable(self._models, recommended)
        self._progress = InstallProgressView()
        self.accept_button = QPushButton(self.tr("Download and install"))
        self.accept_button.setDefault(True)
        self.accept_button.setProperty("accent", True)
        self.reject_button = QPushButton(self._leave_text())
        self.reject_button.setAutoDefault(False)
        self._lay_out()
        self._connect()
        if installer.asked:
            self._was_started = True
            self._show_running(running=True)

    @property
    def chosen(self) -> list[Model]:
        """The models to install, the needed ones first."""
        return self.table.chosen

    @property
    def is_running(self) -> bool:
        """Whether models are being installed."""
        return self._running

    def reject(self) -> None:
        """Go away, or cancel the download that runs."""
        if self._running:
            self._installer.cancel()
            return
        if self._is_recommendation and not self._was_started:
            self.declined.emit()
        self._close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return fetches, Escape leaves."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.accept_button.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.reject()
        else:
            super().keyPressEvent(event)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

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
        column = QWidget()
        column.setMaximumWidth(pixels(_WIDTH))
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * GRID)
        layout.addWidget(title)
        layout.addWidget(_Words(why, self.table), 1)
        layout.addWidget(self._progress)
        layout.addSpacing(GRID)
        layout.addLayout(buttons)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(2 * GUTTER, GUTTER + GRID, 2 * GUTTER, GUTTER + GRID)
        outer.addWidget(column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

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
        self._progress.say(self.tr("Connecting…"))
        if self._recommended and self._recommended not in self.chosen:
            self.declined.emit()
        self._installer.start(self.chosen)

    def _set_running(self, *, running: bool) -> None:
        self._show_running(running=running)
        (self.reject_button if running else self.accept_button).setFocus()

    def _show_running(self, *, running: bool) -> None:
        self._running = running
        self._progress.set_running(running=running)
        self._progress.setVisible(running)
        self.table.wanted.setEnabled(not running)
        self.accept_button.setEnabled(not running)
        self.reject_button.setText(self.tr("Cancel") if running else self.tr("Not now"))

    @Slot(object, object, float)
    def _on_progressed(self, model: Model, step: InstallStep, done: float) -> None:
        doing = self.tr("Checking {}") if step is InstallStep.VERIFY else self.tr("Downloading {}")
        text = f"{doing.format(model.title)}  ·  {percent_text(done * 100)}"
        self._progress.show_part(text, done)

    @Slot()
    def _on_finished(self) -> None:
        if self._running and not self._installer.asked:
            self._show_running(running=False)
            self._close()

    @Slot(object)
    def _on_failed(self, error: PipelineError) -> None:
        if self._running:
            self._set_running(running=False)
            words = with_remedy(error.failure)
            self._progress.say(words, warning=True)
            self.accept_button.setText(self.tr("Try again"))

    @Slot()
    def _on_cancelled(self) -> None:
        if self._running:
            self._set_running(running=False)
            self._progress.say(self.tr("Stopped. What was fetched so far is used the next time."))


class _Words(QScrollArea):
    """Why and what, with a bar where there is no room for all of it."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        words = QWidget()
        self._layout = QVBoxLayout(words)
        self._layout.setContentsMargins(0, 0, GRID, 0)
        self._layout.setSpacing(3 * GRID)
        for part in parts:
            self._layout.addWidget(part)
        self.setWidget(words)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Its words need more lines where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as all the words."""
        return self._layout.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        """As large as all the words."""
        width = max(self.width(), self._layout.sizeHint().width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few lines of it."""
        return QSize(0, pixels(_LEAST_HEIGHT))

"""The settings: a list of pages at the left, the page at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QScrollArea,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from svs_desktop.settings import Settings
from svs_desktop.ui.settings_pages import Page, Pages
from svs_desktop.ui.theme import GRID, GUTTER, Size, font, pixels

_SIZE = QSize(800, 600)
_LIST_WIDTH, _AROUND_TITLE = 176, 60


class SettingsDialog(QDialog):
    """What is chosen takes effect at once. The window beside it stays in use.

    Signals:
        changed: The new ``Settings``.
    """

    changed = Signal(object)

    def __init__(self, settings: Settings, pages: Pages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.pages = pages
        self.setWindowTitle(self.tr("Settings"))
        self.list = QListWidget()
        self.list.setObjectName("pages")
        self.list.setAccessibleName(self.tr("Pages of the settings"))
        self.list.ensurePolished()  # its rows are as high as the style sheet wants them
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack = QStackedWidget()
        for page in pages:
            self.list.addItem(page.title)
            self._stack.addWidget(_scrolled(page))
            page.changed.connect(self._tell)
        self.list.currentRowChanged.connect(self._stack.setCurrentIndex)
        self.list.setCurrentRow(0)
        metrics = QFontMetrics(font(Size.TEXT))
        longest = max(metrics.horizontalAdvance(page.title) for page in pages)
        self.list.setFixedWidth(max(longest + pixels(_AROUND_TITLE), _LIST_WIDTH))
        self._lay_out()
        screen = self.screen().availableSize() - QSize(2 * GUTTER, 4 * GUTTER)
        self.resize(QSize(pixels(_SIZE.width()), pixels(_SIZE.height())).boundedTo(screen))

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.pages[self.list.currentRow()]

    def show_page(self, page: Page) -> None:
        """Turn to a page."""
        self.list.setCurrentRow(self.pages.index(page))

    def adopt(self, settings: Settings) -> None:
        """Hear of settings that were chosen elsewhere; what the pages show stays."""
        self._settings = settings

    def done(self, result: int) -> None:
        """Take what is written in a field to its end, and close."""
        for box in self.findChildren(QSpinBox):
            box.interpretText()
        self._tell()
        super().done(result)

    @Slot()
    def _tell(self) -> None:
        chosen = self._settings
        for page in self.pages:
            chosen = page.applied_to(chosen)
        if chosen != self._settings:
            self._settings = chosen
            self.changed.emit(chosen)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        # Return ends the field that one writes in, not the dialog.
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        foot = QVBoxLayout()
        foot.setContentsMargins(2 * GUTTER, 3 * GRID, 2 * GUTTER, GUTTER)
        foot.addWidget(buttons)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._stack, 1)
        right.addLayout(foot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list)
        layout.addLayout(right, 1)


def _scrolled(page: Page) -> QScrollArea:
    """The page, with a bar where the window is too low for it."""
    area = QScrollArea()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area

"""The field in the tool bar that searches all results, and the list of what is found below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from svs_desktop.library import Found
from svs_desktop.ui.above import lie_above_videos
from svs_desktop.ui.icons import icon, pixmap
from svs_desktop.ui.lists import RowList
from svs_desktop.ui.search_model import ROW_HEIGHT, FoundDelegate, FoundModel
from svs_desktop.ui.theme import GRID, GUTTER, Size, font, pixels, secondary_color

_Key = Qt.Key
_WIDTH, _LEAST_WIDTH, _PICTURE = 260, 120, 16
_PANEL_WIDTH = 640
_MOST_ROWS = 8
_TO_LIST = {_Key.Key_Down, _Key.Key_PageDown}


class SearchField(QLineEdit):
    """Where one types what to search for.

    Signals:
        left: Its Escape key was pressed.
        entered: It has the focus again.
        list_wanted: To go to the list.
    """

    left = Signal()
    entered = Signal()
    list_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(False)  # files are for the window
        self.setPlaceholderText(self.tr("Search all results…"))
        self.setAccessibleName(self.tr("Search all results"))
        self.setMinimumWidth(pixels(_LEAST_WIDTH))
        self.setMaximumWidth(pixels(_WIDTH))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._clear = QToolButton(self)
        self._clear.setProperty("quiet", True)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Escape does the same
        self._clear.setAccessibleName(self.tr("Clear the search"))
        self._clear.setToolTip(self._clear.accessibleName())
        self._clear.clicked.connect(self._on_clear)
        self._clear.hide()
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))
        side = pixels(_PICTURE)
        self.setTextMargins(side + GRID, 0, side + GRID, 0)
        self._dress()

    def sizeHint(self) -> QSize:
        """As narrow as need be, for the tool bar leaves out what does not fit."""
        return QSize(self.minimumWidth(), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead to the list, or out."""
        if event.key() in _TO_LIST:
            self.list_wanted.emit()
        elif event.key() == _Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show again what was found."""
        super().focusInEvent(event)
        self.entered.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the button anew when the window turns light or dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the glass in front of the text."""
        super().paintEvent(event)
        side = pixels(_PICTURE)
        picture = pixmap("search", secondary_color(self.palette()), side)
        QPainter(self).drawPixmap(pixels(10), (self.height() - side) // 2, picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the end."""
        super().resizeEvent(event)
        side = self.height() - 2 * GRID
        self._clear.setGeometry(self.width() - side - GRID, GRID, side, side)

    @Slot()
    def _on_clear(self) -> None:
        self.clear()
        self.setFocus()

    def _dress(self) -> None:
        self._clear.setIcon(icon("cancel", self.palette()))


class SearchPanel(QFrame):
    """What is found, over the window, below the field.

    Signals:
        chosen: The ``Found`` to open.
        left: To go back to the field.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self, field: QWidget, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("panel")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._field = field
        self._window = window
        self._model = FoundModel()
        self._model.setParent(self)
        self._note = QLabel()
        self._note.setFont(font(Size.SECONDARY))
        self._note.setProperty("secondary", True)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self.view = RowList(self._model, self.tr("Found"))
        self.view.setItemDelegate(FoundDelegate(self.view))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.installEventFilter(self)
        self.view.clicked.connect(self._choose)
        self.view.activated.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 1, GRID)
        layout.setSpacing(0)
        # A label's own margins go when the window turns light or dark.
        self._head = QVBoxLayout()
        self._head.setContentsMargins(GUTTER, 3 * GRID, GUTTER, 2 * GRID)
        self._head.addWidget(self._note)
        layout.addLayout(self._head)
        layout.addWidget(self.view)
        window.installEventFilter(self)
        self.hide()

    @property
    def model(self) -> FoundModel:
        """What is found."""
        return self._model

    @property
    def note(self) -> str:
        """What the line above the list says."""
        return self._note.text()

    def show_found(self, found: Sequence[Found], note: str) -> None:
        """Show this, with a line above it."""
        lie_above_videos(self)
        self._model.show(found)
        self._note.setText(note)
        self.view.setVisible(bool(found))
        self.view.scrollToTop()
        self.place()
        self.show()
        self.raise_()

    def place(self) -> None:
        """Stand below the field, as high as the rows want."""
        window = self._window
        width = min(pixels(_PANEL_WIDTH), window.width() - 2 * GUTTER)
        rows = min(self._model.rowCount(), _MOST_ROWS)
        height = self._head.sizeHint().height() + rows * pixels(ROW_HEIGHT) + 3 * GRID
        corner = self._field.mapTo(window, QPoint(self._field.width(), self._field.height()))
        left = max(GUTTER, corner.x() - width)
        top = corner.y() + GRID
        self.setGeometry(left, top, width, min(height, window.height() - top - GUTTER))

    def go_to_list(self) -> None:
        """Give the list the focus, and its first row."""
        if self.isVisible() and self._model.rowCount():
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if not self.view.currentIndex().isValid():
                self.view.setCurrentIndex(self._model.index(0))

    def choose_first(self) -> None:
        """Choose the best."""
        if self.isVisible() and self._model.rowCount():
            self._choose(self._model.index(0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size; lead from the list back to the field."""
        if watched is self.view and isinstance(event, QKeyEvent):
            at_top = self.view.currentIndex().row() <= 0 and event.key() == _Key.Key_Up
            if event.type() is QEvent.Type.KeyPress and (at_top or event.key() == _Key.Key_Escape):
                self.left.emit()
                return True
        elif event.type() is QEvent.Type.Resize and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self._model.found(index))

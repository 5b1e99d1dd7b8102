"""The right side when there is nothing to look at: what to do first."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from svs_desktop.ui.actions import Actions
from svs_desktop.ui.icons import pixmap
from svs_desktop.ui.theme import GRID, GUTTER, Size, font, pixels, secondary_color

_ICON = 48
_LEAST_HEIGHT, _ROOM_FOR_TEXT, _ROOM_FOR_PICTURE = 144, 208, 280


class Welcome(QWidget):
    """A place to drop videos on that says so.

    Signals:
        sample_wanted: To try the program with its sample video.
    """

    sample_wanted = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QLabel()
        title = QLabel(self.tr("Drop videos here"))
        title.setFont(font(Size.TITLE, bold=True))
        self._text = text = QLabel(
            self.tr(
                "Files, folders, many at once: recordings of talks, lessons, meetings, "
                "interviews.\nEach becomes a summary whose every sentence leads back to the "
                "moment it came from."
            )
        )
        text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        text.setWordWrap(True)
        text.setProperty("secondary", True)
        choose = QPushButton(self.tr("Choose videos…"))
        choose.setDefault(True)
        choose.clicked.connect(actions.add_files.trigger)
        sample = QPushButton(self.tr("Try the sample"))
        sample.clicked.connect(self.sample_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * GRID)
        buttons.addStretch()
        buttons.addWidget(choose)
        buttons.addWidget(sample)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * GUTTER, 2 * GUTTER, 4 * GUTTER, 2 * GUTTER)
        layout.setSpacing(3 * GRID)
        layout.addStretch()
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(text)
        layout.addSpacing(GRID)
        layout.addLayout(buttons)
        layout.addStretch()
        self._draw_picture()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what matters most where there is little room."""
        super().resizeEvent(event)
        self._picture.setVisible(self.height() >= pixels(_ROOM_FOR_PICTURE))
        self._text.setVisible(self.height() >= pixels(_ROOM_FOR_TEXT))

    def minimumSizeHint(self) -> QSize:
        """The title and the buttons."""
        return QSize(pixels(280), pixels(_LEAST_HEIGHT))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the picture anew when the window turns light or dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw_picture()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dashed edge of the place to drop on."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self.palette().color(self.palette().ColorRole.Dark), 1.5)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        edge = QRectF(self.rect()).adjusted(GUTTER, GUTTER, -GUTTER, -GUTTER)
        painter.drawRoundedRect(edge, 12, 12)

    def _draw_picture(self) -> None:
        self._picture.setPixmap(pixmap("drop", secondary_color(self.palette()), pixels(_ICON)))

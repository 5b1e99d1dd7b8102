"""The part of the reading page in which a recording is seen and played."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from svs_desktop.pipeline.summary import Summary
from svs_desktop.ui.actions import Actions
from svs_desktop.ui.labels import ElidedLabel
from svs_desktop.ui.player.controls import Controls
from svs_desktop.ui.player.moment_list import MomentList, moments_of
from svs_desktop.ui.theme import GRID, GUTTER, Size, font, pixels

_SHARE = 0.28
_LEAST_HEIGHT, _MOST_HEIGHT = 112, 400
_LOW_PAGE = 460
_LIST_WIDTH = 240
_WIDE = 16 / 9


class PlayerPane(QWidget):
    """The picture with the chapters beside it, the controls below, and a line for what is said.

    Without a picture the controls alone are a quiet band; without a file there is one sentence and
    a button that helps.

    Attributes:
        has_picture: Whether there is something to see.
    """

    def __init__(self, actions: Actions, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._picture: QWidget | None = None
        self._shape = _WIDE
        self.has_picture = self._is_low = False
        self.controls = Controls(actions)
        self.moments = MomentList()
        self.proof = ElidedLabel(font(Size.TEXT))
        self.notice = QLabel()
        self.notice.setWordWrap(True)
        self.notice.setTextFormat(Qt.TextFormat.PlainText)  # file names may look like HTML
        self.notice.setProperty("secondary", True)
        self.way_back = QToolButton()
        self.way_back.setDefaultAction(actions.follow)
        self.way_back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        actions.follow.changed.connect(lambda: self.way_back.setVisible(actions.follow.isVisible()))
        self.find_it = QPushButton(self.tr("Find it…"))
        self.use_it = QPushButton(self.tr("Use it all the same"))
        self._stage = QWidget()
        self._asked = QWidget()
        self._lay_out()
        page.installEventFilter(self)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Nothing can be played, or not yet."""
        self.has_picture = False
        for widget in (self.controls, self._stage, self._asked, self.proof):
            widget.hide()
        self.hide()

    def show_summary(self, summary: Summary) -> None:
        """Offer the moments of this summary."""
        moments = moments_of(summary)
        name = self.tr("Chapters") if summary.chapters else self.tr("Key points")
        self.moments.setAccessibleName(name)
        self.moments.show_moments(moments)
        chapters = moments if summary.chapters else []
        self.controls.time_line.show_marks(chapters)

    def show_playable(self, duration_s: float, *, has_picture: bool) -> None:
        """Something can be played from now on."""
        self._asked.hide()
        self.controls.show_duration(duration_s)
        self.controls.show()
        self.has_picture = has_picture
        self.controls.film.setVisible(has_picture)
        self.show()
        self.fit()

    def show_sentence(self, text: str, *, findable: bool = False, usable: bool = False) -> None:
        """Say why nothing can be played, with what helps."""
        self.show_nothing()
        self.notice.setText(text)
        self.find_it.setVisible(findable)
        self.use_it.setVisible(usable)
        self._asked.show()
        self.show()

    def show_proof(self, text: str) -> None:
        """Say which sentence is being proven; none, and the line is gone."""
        self.proof.setText(text)
        self.proof.setVisible(bool(text))

    def put_picture(self, picture: QWidget) -> None:
        """Show the moving picture in this widget."""
        self._picture = picture
        layout = self._stage.layout()
        if isinstance(layout, QHBoxLayout):
            layout.insertWidget(0, picture)

    def set_shape(self, size: QSize) -> None:
        """The picture has this many pixels."""
        if size.width() > 0 and size.height() > 0:
            self._shape = size.width() / size.height()
            self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the picture its share of the page."""
        if event.type() is QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Give each part its room; the picture has its own while it fills the screen."""
        page, width = self._page.height(), self._page.width() - 4 * GUTTER
        is_low = page < _LOW_PAGE
        if is_low is not self._is_low:
            self._is_low = is_low
            self.controls.set_low(low=is_low)
        seen = self.has_picture and not is_low
        self._stage.setVisible(seen)
        if not seen or self._picture is None or self._picture.isWindow():
            return
        height = min(max(_LEAST_HEIGHT, round(page * _SHARE)), _MOST_HEIGHT)
        across = min(round(height * self._shape), width)
        self._picture.setFixedSize(across, round(across / self._shape))
        room = width - across - GUTTER
        self.moments.setVisible(room >= pixels(_LIST_WIDTH) and self.moments.count() > 0)
        self.moments.setFixedHeight(self._picture.height())

    def _lay_out(self) -> None:
        stage = QHBoxLayout(self._stage)
        stage.setContentsMargins(0, 0, 0, 0)
        stage.setSpacing(GUTTER)
        stage.addWidget(self.moments, 1)
        stage.addStretch()
        asked = QHBoxLayout(self._asked)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(2 * GRID)
        asked.addWidget(self.notice, 1)
        asked.addWidget(self.use_it)
        asked.addWidget(self.find_it)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GUTTER, GUTTER, 2 * GUTTER, 0)
        layout.setSpacing(2 * GRID)
        for widget in (self._stage, self._asked, self.controls, self.proof):
            layout.addWidget(widget)

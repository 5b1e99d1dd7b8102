"""What plays, and how: the time line, and the buttons below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from svs_desktop.pipeline.export.clock import clock
from svs_desktop.settings import LOUDEST
from svs_desktop.ui.actions import Actions
from svs_desktop.ui.buttons import set_words
from svs_desktop.ui.player.time_line import TimeLine
from svs_desktop.ui.theme import GRID, Size, font, pixels

SPEEDS = (0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)

_STEP = 10
_ICON = 20


class Controls(QWidget):
    """The position, and the buttons for all that can be done while something plays.

    Signals:
        speed_chosen: How many times as fast as it was recorded.
        volume_chosen: How loud, 0 to 100.
    """

    speed_chosen = Signal(float)
    volume_chosen = Signal(int)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.time_line = TimeLine()
        self._second, self._length = QLabel(), QLabel()
        for label in (self._second, self._length):
            label.setFont(font(Size.SECONDARY))
            label.setProperty("secondary", True)
        self.speed = QToolButton()
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self.skim = _button(actions.skim, with_text=True)
        self._play = _button(actions.play)
        self._others = (_button(actions.skip_silence), _button(actions.mute))
        self.film = _button(actions.film)
        self._speeds = self._make_speeds()
        self._is_low = False
        self._lay_out()
        actions.skim.changed.connect(self._make_room)
        self.volume.valueChanged.connect(self.volume_chosen)

    def show_duration(self, seconds: float) -> None:
        """Show a recording of this length, at its start."""
        self.time_line.show_duration(seconds)
        self._length.setText(clock(seconds))
        self.show_second(0.0)

    def show_second(self, second: float) -> None:
        """Show where one is."""
        self.time_line.show_second(second)
        self._second.setText(clock(second))

    def show_speed(self, speed: float) -> None:
        """Show how fast it plays."""
        text = self._speed_text(speed)
        self.speed.setText(text)
        self.speed.setAccessibleName(self.tr("Speed: {}").format(text))
        for action in self._speeds:
            action.setChecked(action.data() == speed)

    def set_low(self, *, low: bool) -> None:
        """Be one row where the page is low, without what can be done elsewhere."""
        self._is_low = low
        for label in (self._second, self._length):
            label.setVisible(not low)
        self._make_room()
        if low:
            self._buttons.insertWidget(self._buttons.count() - 1, self.time_line, 100)
        else:
            self._line.insertWidget(1, self.time_line, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit into the width that there is."""
        super().resizeEvent(event)
        self._make_room()

    def step_speed(self, by: int) -> None:
        """Choose the next speed, or the one before."""
        now = next((n for n, action in enumerate(self._speeds) if action.isChecked()), 2)
        self._speeds[min(max(0, now + by), len(SPEEDS) - 1)].trigger()

    @Slot()
    def _make_room(self) -> None:
        """Where words would be cut off leave the volume out, and where that is not enough, them."""
        set_words(self.skim, shown=True)
        buttons = (self._play, self.speed, *self._others, self.film, self.skim)
        spare = self.width() - sum(button.sizeHint().width() + GRID for button in buttons)
        self.volume.setVisible(not self._is_low and spare >= self.volume.width())
        set_words(self.skim, shown=spare >= 0)

    def _speed_text(self, speed: float) -> str:
        return f"{self.locale().toString(speed, 'g', 3)}\N{MULTIPLICATION SIGN}"

    def _make_speeds(self) -> Sequence[QAction]:
        menu, group = QMenu(self), QActionGroup(self)
        for speed in SPEEDS:
            text = self._speed_text(speed)
            action = group.addAction(text)
            action.setCheckable(True)
            action.setData(speed)
            action.triggered.connect(lambda _=False, speed=speed: self.speed_chosen.emit(speed))
        menu.addActions(group.actions())
        self.speed.setMenu(menu)
        self.speed.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.speed.setProperty("quiet", True)
        self.speed.setToolTip(self.tr("Speed"))
        self.speed.setMinimumWidth(pixels(44))
        return group.actions()

    def _lay_out(self) -> None:
        self.volume.setRange(0, LOUDEST)
        self.volume.setSingleStep(_STEP)
        self.volume.setFixedSize(min(pixels(72), 96), pixels(20))
        self.volume.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.volume.setAccessibleName(self.tr("Volume"))
        self.volume.setToolTip(self.tr("Volume"))
        row = QWidget()
        row.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as the line itself
        self._line = line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2 * GRID)
        line.addWidget(self._second)
        line.addWidget(self.time_line, 1)
        line.addWidget(self._length)
        self._buttons = buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        for widget in (self._play, self.speed, *self._others, self.volume):
            buttons.addWidget(widget)
        buttons.addWidget(self.film)
        buttons.addStretch()
        buttons.addWidget(self.skim)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(row)
        layout.addLayout(buttons)


def _button(action: QAction, *, with_text: bool = False) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    style = Qt.ToolButtonStyle
    button.setToolButtonStyle(
        style.ToolButtonTextBesideIcon if with_text else style.ToolButtonIconOnly
    )
    button.setIconSize(QSize(pixels(_ICON), pixels(_ICON)))
    button.setProperty("quiet", not with_text)
    return button

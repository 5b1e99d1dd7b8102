"""The moving picture alone on the whole screen, and back at its place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtMultimediaWidgets import QVideoWidget
from PySide6.QtWidgets import QWidget

from svs_desktop.ui.actions import Actions
from svs_desktop.ui.player.pane import PlayerPane

_ANY_LENGTH = (1 << 24) - 1  # QWIDGETSIZE_MAX, which Python's Qt has no name for


class Film(QObject):
    """Its action, a double click and Escape lead there and back.

    What plays goes on; the keys of the player are heard there, too.
    """

    def __init__(self, picture: QVideoWidget, pane: PlayerPane, actions: Actions) -> None:
        super().__init__(pane)
        self._picture = picture
        self._pane = pane
        self._focused: QWidget | None = None
        a = actions
        picture.addActions([a.film, a.play, a.skim, a.skip_silence, a.mute, a.slower, a.faster])
        picture.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        picture.installEventFilter(self)
        a.film.triggered.connect(self.toggle)

    @property
    def is_alone(self) -> bool:
        """Whether the picture fills the screen."""
        return self._picture.isWindow()

    @Slot()
    def toggle(self) -> None:
        """Go there, or back."""
        if self.is_alone:
            self.leave()
        elif self._pane.has_picture:
            self._enter()

    def leave(self) -> None:
        """Be back at the picture's place."""
        if self.is_alone:
            self._picture.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._picture.setFullScreen(False)
            self._pane.fit()
            self._pane.window().activateWindow()
            if self._focused:
                self._focused.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear of what leads back and there."""
        match event.type():
            case QEvent.Type.KeyPress if self.is_alone and isinstance(event, QKeyEvent):
                if event.key() == Qt.Key.Key_Escape:
                    self.leave()
                    return True
            case QEvent.Type.MouseButtonDblClick:
                self.toggle()
            case QEvent.Type.Close if self.is_alone:
                event.ignore()
                self.leave()
                return True
        return super().eventFilter(watched, event)

    def _enter(self) -> None:
        picture = self._picture
        self._focused = picture.window().focusWidget()
        picture.setMinimumSize(0, 0)
        picture.setMaximumSize(_ANY_LENGTH, _ANY_LENGTH)
        # A desktop without a window manager leaves size and place to the program.
        screen = picture.screen().geometry()
        picture.resize(screen.size())
        picture.setFullScreen(True)
        picture.windowHandle().setPosition(screen.topLeft())
        picture.activateWindow()
        # Keys are for whoever has the focus.
        picture.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        picture.setFocus()

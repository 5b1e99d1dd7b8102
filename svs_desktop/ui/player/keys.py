"""The keys that players have, where a talk is read and watched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

Handler = Callable[[], object]
Pressed = Qt.Key | tuple[Qt.Key, Qt.KeyboardModifier]
_Key = Qt.Key
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class PlayerKeys(QObject):
    """Hears keys before the widgets do, while there is something to play."""

    def __init__(
        self,
        parent: QObject,
        handlers: Mapping[Pressed, Handler],
        is_wanted: Callable[[], bool],
    ) -> None:
        super().__init__(parent)
        none = Qt.KeyboardModifier.NoModifier
        self._handlers = {k if isinstance(k, tuple) else (k, none): f for k, f in handlers.items()}
        self._is_wanted = is_wanted

    def hear_at(self, widgets: Iterable[QWidget]) -> None:
        """Hear the keys that are pressed in these."""
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Do what a key is for."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            pressed = (_Key(event.key()), event.modifiers() & ~_KEYPAD)
            if (handler := self._handlers.get(pressed)) and self._is_wanted():
                handler()
                return True
        return super().eventFilter(watched, event)

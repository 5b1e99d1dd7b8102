"""Notifications through the icon in the system's notification area."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon


class Notes(QObject):
    """The icon is there from the first notification on."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._icon: QSystemTrayIcon | None = None

    def show(self, title: str, text: str) -> bool:
        """Show a notification; no, where there is no such area."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return False
        if self._icon is None:
            self._icon = QSystemTrayIcon(QGuiApplication.windowIcon(), self)
            self._icon.setToolTip(QGuiApplication.applicationDisplayName())
            self._icon.show()
        self._icon.showMessage(title, text, QGuiApplication.windowIcon())
        return True

    def close(self) -> None:
        """Take the icon away."""
        if self._icon:
            self._icon.hide()

"""Desktops that are spoken to over D-Bus."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage

from svs_desktop.ui.desktop.awake import Awake
from svs_desktop.ui.desktop.notes import Notes
from svs_desktop.workers.background import Background

_ENTRY = "application://svs-desktop.desktop"


class LinuxDesktop(QObject):
    """Asks without waiting; a service that is not there leaves things as they are."""

    def __init__(self, parent: QObject, background: Background) -> None:
        super().__init__(parent)
        self._background = background
        self._notes = Notes(self)
        self._awake = Awake(self)

    def keep_awake(self, *, on: bool) -> None:
        """Keep the computer from falling asleep by itself, or no longer."""
        self._awake.keep(on=on)

    def notify(self, title: str, text: str) -> None:
        """Show a notification: at the icon where there is a place for it, else over D-Bus."""
        if not self._notes.show(title, text):
            self._background.run(partial(_show_on_bus, title, text))

    def show_progress(self, fraction: float | None) -> None:
        """Tell the docks and task bars that listen for it."""
        path, interface = "/svs_desktop", "com.canonical.Unity.LauncherEntry"
        told = QDBusMessage.createSignal(path, interface, "Update")
        shown = {"progress": fraction or 0.0, "progress-visible": fraction is not None}
        told.setArguments([_ENTRY, shown])
        QDBusConnection.sessionBus().send(told)

    def sleep(self) -> None:
        """Ask logind."""
        service, path = "org.freedesktop.login1", "/org/freedesktop/login1"
        asked = QDBusMessage.createMethodCall(service, path, f"{service}.Manager", "Suspend")
        asked.setArguments([False])
        QDBusConnection.systemBus().asyncCall(asked)

    def close(self) -> None:
        """Take everything back."""
        self.keep_awake(on=False)
        self.show_progress(None)
        self._notes.close()


def _show_on_bus(title: str, text: str) -> None:
    from svs_desktop.ui.desktop.bus_notes import show_on_bus

    show_on_bus(title, text)

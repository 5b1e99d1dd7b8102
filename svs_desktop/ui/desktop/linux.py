"""Desktops that are spoken to over D-Bus."""

from __future__ import annotations

from itertools import count

from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage

from svs_desktop.ui.desktop.notes import Notes

_APP = "SVS Desktop"
_ENTRY = "application://svs-desktop.desktop"
# Who asks here is heard by GNOME, KDE, Xfce and others: some know the one, some the other.
_INHIBITORS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    (
        "org.freedesktop.PowerManagement",
        "/org/freedesktop/PowerManagement/Inhibit",
        "org.freedesktop.PowerManagement.Inhibit",
    ),
)
_numbers = count(1)


class LinuxDesktop(QObject):
    """Asks without waiting; a service that is not there leaves things as they are."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._notes = Notes(self)
        self._awake = ""

    def keep_awake(self, *, on: bool) -> None:
        """Hold inhibitors on a connection of their own: they end with it, however it ends."""
        if on == bool(self._awake):
            return
        if not on:
            QDBusConnection.disconnectFromBus(self._awake)
            self._awake = ""
            return
        self._awake = f"svs-awake-{next(_numbers)}"
        kind = QDBusConnection.BusType.SessionBus
        bus = QDBusConnection.connectToBus(kind, self._awake)
        for service, path, interface in _INHIBITORS:
            asked = QDBusMessage.createMethodCall(service, path, interface, "Inhibit")
            asked.setArguments([_APP, self.tr("Videos are being summarised")])
            bus.asyncCall(asked)

    def notify(self, title: str, text: str) -> None:
        """Show a notification."""
        self._notes.show(title, text)

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

"""Keeping a computer with Linux awake, over D-Bus."""

from __future__ import annotations

from functools import partial
from itertools import count

from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

_APP = "SVS Desktop"
# Who asks here is heard by GNOME, KDE, Xfce and others: some know the one, some the other.
_INHIBITORS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    (
        "org.freedesktop.PowerManagement",
        "/org/freedesktop/PowerManagement/Inhibit",
        "org.freedesktop.PowerManagement.Inhibit",
    ),
)
_LOGIND, _LOGIND_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
_numbers = count(1)


class Awake(QObject):
    """Asks the desktop without waiting, and the system where no desktop listens."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._connection = ""
        self._refused = 0
        self._lock: QDBusMessage | None = None

    @property
    def connection(self) -> str:
        """The name of the connection that holds the desktop's inhibitors; empty for none."""
        return self._connection

    def keep(self, *, on: bool) -> None:
        """Hold inhibitors on a connection of their own: they end with it, however it ends."""
        if on == bool(self._connection):
            return
        if not on:
            QDBusConnection.disconnectFromBus(self._connection)
            self._connection = ""
            self._lock = None
            return
        self._connection = f"svs-awake-{next(_numbers)}"
        self._refused = 0
        kind = QDBusConnection.BusType.SessionBus
        bus = QDBusConnection.connectToBus(kind, self._connection)
        for service, path, interface in _INHIBITORS:
            asked = QDBusMessage.createMethodCall(service, path, interface, "Inhibit")
            asked.setArguments([_APP, self._why()])
            answer = QDBusPendingCallWatcher(bus.asyncCall(asked), self)
            answer.finished.connect(partial(self._on_answer, self._connection, answer))

    def _on_answer(self, connection: str, answer: QDBusPendingCallWatcher) -> None:
        answer.deleteLater()
        if connection == self._connection and answer.isError():
            self._refused += 1
            if self._refused == len(_INHIBITORS):
                self._ask_logind()

    def _ask_logind(self) -> None:
        # Only against falling asleep unasked: who closes the lid wants it to.
        interface = f"{_LOGIND}.Manager"
        asked = QDBusMessage.createMethodCall(_LOGIND, _LOGIND_PATH, interface, "Inhibit")
        asked.setArguments(["idle", _APP, self._why(), "block"])
        answer = QDBusPendingCallWatcher(QDBusConnection.systemBus().asyncCall(asked), self)
        answer.finished.connect(partial(self._on_lock, self._connection, answer))

    def _on_lock(self, connection: str, answer: QDBusPendingCallWatcher) -> None:
        answer.deleteLater()
        if connection == self._connection and not answer.isError():
            # The answer holds an open file; the lock lasts as long as that.
            self._lock = answer.reply()

    def _why(self) -> str:
        return self.tr("Videos are being summarised")

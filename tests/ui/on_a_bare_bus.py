"""Run on a private bus that is the system's, too: no desktop listens, but logind does."""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Callable

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"]

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusUnixFileDescriptor,
    QDBusVirtualObject,
)
from PySide6.QtWidgets import QApplication

from svs_desktop.ui.desktop.linux import LinuxDesktop
from svs_desktop.workers.background import Background

LOGIND = "org.freedesktop.login1"
SESSION = QDBusConnection.BusType.SessionBus


class Logind(QDBusVirtualObject):
    """Gives out locks: the ends of pipes, as logind does."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[list[object]] = []
        self.held: list[int] = []

    def introspect(self, _path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, bus: QDBusConnection) -> bool:  # noqa: N802
        if message.member() != "Inhibit":
            return False
        self.asked.append(message.arguments())
        mine, theirs = os.pipe()
        self.held.append(mine)
        bus.send(message.createReply([QDBusUnixFileDescriptor(theirs)]))
        os.close(theirs)
        return True

    def is_let_go(self, number: int) -> bool:
        """Whether the other end of the pipe is closed."""
        return bool(select.select([self.held[number]], [], [], 0)[0])


def wait(app: QApplication, condition: Callable[[], object]) -> None:
    deadline = QDeadlineTimer(10_000)
    while not condition():
        if deadline.hasExpired():
            sys.exit("waited in vain")
        app.processEvents()


def main() -> None:
    app = QApplication([])
    service = QDBusConnection.connectToBus(SESSION, "service")
    logind = Logind()
    assert service.registerService(LOGIND)
    assert service.registerVirtualObject("/org/freedesktop/login1", logind)
    background = Background()
    desktop = LinuxDesktop(app, background)
    desktop.keep_awake(on=True)
    wait(app, lambda: desktop._awake._lock)
    print(*logind.asked[0], sep=", ")  # noqa: T201
    assert not logind.is_let_go(0)
    desktop.keep_awake(on=True)
    desktop.keep_awake(on=False)
    wait(app, lambda: logind.is_let_go(0))
    print("let go")  # noqa: T201
    desktop.keep_awake(on=True)
    wait(app, lambda: desktop._awake._lock)
    desktop.close()
    wait(app, lambda: logind.is_let_go(1))
    # An answer that comes when it is no longer wanted holds nothing.
    desktop.keep_awake(on=True)
    wait(app, lambda: len(logind.asked) == 3)
    desktop.keep_awake(on=False)
    wait(app, lambda: logind.is_let_go(2))
    background.close()
    print("end", flush=True)  # noqa: T201


main()

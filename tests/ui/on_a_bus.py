"""Run on a private bus: a screen saver, a dock and notifications write down what they are told."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import SLOT, ClassInfo, QDeadlineTimer, QObject, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusServiceWatcher,
    QDBusVirtualObject,
)
from PySide6.QtWidgets import QApplication

from svs_desktop.ui.desktop.linux import LinuxDesktop
from svs_desktop.workers.background import Background

NOTIFICATIONS = "org.freedesktop.Notifications"
SAVER = "org.freedesktop.ScreenSaver"
SESSION = QDBusConnection.BusType.SessionBus
heard: list[str] = []


@ClassInfo({"D-Bus Interface": SAVER})
class Saver(QObject):
    """Has the method that programs call."""

    @Slot(str, str, result=int)
    def Inhibit(self, who: str, why: str) -> int:  # noqa: N802 - its name on the bus
        heard.append(f"Inhibit {who}, {why}")
        return 7


class Dock(QObject):
    """Hears the signal of programs that show progress."""

    @Slot(str, "QVariantMap")
    def update(self, entry: str, shown: dict[str, object]) -> None:
        heard.append(f"{entry} {dict(sorted(shown.items()))}")


class Notifications(QDBusVirtualObject):
    """Shows what programs have to say, with the types that real ones insist on."""

    abilities: list[str]

    def introspect(self, _path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, bus: QDBusConnection) -> bool:  # noqa: N802
        match message.member():
            case "GetCapabilities":
                bus.send(message.createReply() << self.abilities)
            case "Notify":
                app, replaced, _, title, body, actions, _, lasts = message.arguments()
                heard.append(f"{message.signature()} {app}, {replaced}, {title}, {body}, {lasts}")
                assert actions == []
                bus.send(message.createReply([7]))
            case _:
                return False
        return True


def wait(app: QApplication, condition: Callable[[], object]) -> None:
    deadline = QDeadlineTimer(10_000)
    while not condition():
        if deadline.hasExpired():
            sys.exit(f"waited in vain; heard {heard}")
        app.processEvents()


def main() -> None:
    app = QApplication([])
    service = QDBusConnection.connectToBus(SESSION, "service")
    saver, dock = Saver(), Dock()
    assert service.registerService(SAVER)
    everything = QDBusConnection.RegisterOption.ExportAllSlots
    assert service.registerObject("/org/freedesktop/ScreenSaver", saver, everything)
    assert service.connect(
        "",
        "",
        "com.canonical.Unity.LauncherEntry",
        "Update",
        dock,
        SLOT("update(QString,QVariantMap)"),
    )
    notifications = Notifications()
    assert service.registerService(NOTIFICATIONS)
    assert service.registerVirtualObject("/org/freedesktop/Notifications", notifications)
    background = Background()
    desktop = LinuxDesktop(app, background)
    desktop.keep_awake(on=True)
    wait(app, lambda: any(line.startswith("Inhibit") for line in heard))
    names = QDBusConnection.connectToBus(SESSION, desktop._awake.connection).baseService()
    heard.append("awake")
    watcher = QDBusServiceWatcher(
        names, service, QDBusServiceWatcher.WatchModeFlag.WatchForUnregistration
    )
    watcher.serviceUnregistered.connect(lambda _: heard.append("let go"))
    desktop.show_progress(0.25)
    wait(app, lambda: any(line.startswith("application:") for line in heard))
    for can_read_markup in (True, False):
        notifications.abilities = ["body", "body-markup"] if can_read_markup else ["body"]
        heard_before = len(heard)
        desktop.notify("The summary is ready", "Nodules <b> & shells")
        wait(app, lambda heard_before=heard_before: len(heard) > heard_before)
    service.unregisterService(NOTIFICATIONS)
    desktop.notify("Nobody", "is there")  # and nothing happens
    desktop.keep_awake(on=False)
    wait(app, lambda: "let go" in heard)
    desktop.close()
    background.close()
    print("\n".join([*heard, "end"]))  # noqa: T201
    sys.stdout.flush()


main()

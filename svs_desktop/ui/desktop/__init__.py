"""What the program asks of the desktop that it runs on; each has its own way to do it."""

from __future__ import annotations

import platform
from typing import Protocol

from PySide6.QtCore import QObject

from svs_desktop.workers.background import Background


class Desktop(Protocol):
    """All of it may be missing: then nothing happens. Nothing waits for an answer."""

    def keep_awake(self, *, on: bool) -> None:
        """Keep the computer from falling asleep by itself, or no longer."""

    def notify(self, title: str, text: str) -> None:
        """Show a notification."""

    def show_progress(self, fraction: float | None) -> None:
        """Show progress, 0 to 1, in the task bar; None for none."""

    def sleep(self) -> None:
        """Put the computer to sleep."""

    def close(self) -> None:
        """Take everything back."""


def desktop_here(parent: QObject, background: Background) -> Desktop:
    """The desktop of this platform; what may take a while is done in the background."""
    if platform.system() == "Linux":
        from svs_desktop.ui.desktop.linux import LinuxDesktop

        return LinuxDesktop(parent, background)
    from svs_desktop.ui.desktop.others import OtherDesktop

    return OtherDesktop(parent)

"""macOS and Windows."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from contextlib import suppress

from PySide6.QtCore import QObject, QProcess, Qt
from PySide6.QtGui import QGuiApplication

from svs_desktop.ui.desktop.notes import Notes
from svs_desktop.ui.desktop.task_bar import task_bar

# From the documentation of SetThreadExecutionState.
_CONTINUOUS, _SYSTEM_REQUIRED = 0x80000000, 0x00000001
_SLEEP = {
    "darwin": ("pmset", ["sleepnow"]),
    "win32": ("rundll32.exe", ["powrprof.dll,SetSuspendState", "0,1,0"]),
}


class OtherDesktop(QObject):
    """Keeps awake with ``caffeinate``, or the system call that Windows has for it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._notes = Notes(self)
        self._task_bar = task_bar()
        self._caffeinate = 0

    def keep_awake(self, *, on: bool) -> None:
        """Keep the computer from falling asleep by itself, or no longer."""
        if sys.platform == "win32":
            state = _CONTINUOUS | (_SYSTEM_REQUIRED if on else 0)
            ctypes.windll.kernel32.SetThreadExecutionState(state)
        elif sys.platform == "darwin":
            self._caffeinate_while(on=on)

    def notify(self, title: str, text: str) -> None:
        """Show a notification."""
        self._notes.show(title, text)

    def show_progress(self, fraction: float | None) -> None:
        """On the button in Windows' task bar; the Dock has nothing of the kind."""
        if self._task_bar:
            for window in QGuiApplication.topLevelWindows():
                if window.isVisible() and window.type() is Qt.WindowType.Window:
                    self._task_bar.show(window.winId(), fraction)

    def sleep(self) -> None:
        """Put the computer to sleep."""
        if known := _SLEEP.get(sys.platform):
            QProcess.startDetached(*known)

    def close(self) -> None:
        """Take everything back."""
        self.keep_awake(on=False)
        self.show_progress(None)
        self._notes.close()

    def _caffeinate_while(self, *, on: bool) -> None:
        if on and not self._caffeinate:
            # It ends with this program, too.
            arguments = ["-i", "-w", str(os.getpid())]
            _started, self._caffeinate = QProcess.startDetached("caffeinate", arguments, "")
        elif not on and self._caffeinate:
            with suppress(ProcessLookupError):
                os.kill(self._caffeinate, signal.SIGTERM)
            self._caffeinate = 0

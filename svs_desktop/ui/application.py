"""The Qt application: named, dressed, and ended by Ctrl-C."""

from __future__ import annotations

import signal
import sys
import traceback
from collections import deque
from types import TracebackType

from PySide6.QtCore import QLocale, QLoggingCategory
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from svs_desktop import __version__
from svs_desktop.paths import resource
from svs_desktop.workers.garbage import GarbageCollector

QUIET = "qt.multimedia.symbolsresolver=false\nqt.multimedia.ffmpeg*.warning=false"
"""What Qt need not log: which of the system's sound libraries its player does without, and what
it thinks of a file, which its signals tell as well."""


_MOST_FAULTS = 20
_faults: deque[str] = deque(maxlen=_MOST_FAULTS)


def make_application() -> QApplication:
    """The Qt application, named and dressed."""
    app = QApplication(sys.argv[:1])
    if QLocale().language() is QLocale.Language.C:
        QLocale.setDefault(QLocale(QLocale.Language.English))
    # Without PipeWire there is PulseAudio, or silence: no reason to warn each time.
    QLoggingCategory.setFilterRules(QUIET)
    app.setApplicationName("SVS Desktop")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("svs-desktop")
    app.setWindowIcon(QIcon(str(resource("icons", "svs-desktop.svg"))))
    # Ctrl-C in a terminal ends the program; the engine ends with it and the library is safe.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.excepthook = _report
    GarbageCollector(app)
    return app


def the_application() -> QApplication:
    """The one that was made.

    Raises:
        TypeError: There is none, or one without windows.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("the program needs a QApplication")
    return app


def faults() -> list[str]:
    """The tracebacks of the program's last faults."""
    return list(_faults)


def _report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A fault in the program itself: it goes on, and the fault is on standard error."""
    _faults.append("".join(traceback.format_exception(kind, error, trace)))
    traceback.print_exception(kind, error, trace)

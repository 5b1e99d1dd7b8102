"""What is said when the program starts and there will be no window."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QMessageBox

from svs_desktop.paths import resource
from svs_desktop.ui.application import the_application
from svs_desktop.ui.job_text import readable, tr
from svs_desktop.ui.window_language import SYSTEM, WindowLanguage
from svs_desktop.workers.handover import Taken


def taken_over(taken: Taken, count: int) -> int:
    """Say what became of a second start; 1 when it was in vain."""
    _speak()
    if taken.window or count:
        if count:
            sys.stdout.write(tr("Added to the program that is open.") + "\n")
        return 0
    sentence = tr("svs serve works with this library, without a window.")
    remedy = tr("Open its jobs page in a browser, at {}, or end it.").format(taken.url)
    return _tell_and_end(sentence, remedy)


def cannot_start(error: OSError) -> int:
    """Say that the program cannot use its own folders; the exit status."""
    _speak()
    sentence = tr("SVS Desktop cannot use its own folders: {}").format(error.strerror or error)
    remedy = tr("Make them writable, or name another folder in SVS_HOME: {}").format(
        readable(str(error.filename or ""))
    )
    return _tell_and_end(sentence, remedy)


def _speak() -> None:
    """No settings were read that say in which language: it is the system's."""
    WindowLanguage(the_application(), resource("translations")).use(SYSTEM)


def _tell_and_end(sentence: str, remedy: str) -> int:
    sys.stderr.write(f"{sentence}\n{remedy}\n")
    box = QMessageBox(QMessageBox.Icon.Critical, "SVS Desktop", sentence)
    box.setInformativeText(remedy)
    box.exec()
    return 1

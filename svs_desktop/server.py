"""``svs serve``: the queue and its job API without a window; a composition root as ``app`` is."""

from __future__ import annotations

import argparse
import signal
import socket
import sys
from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Slot

from svs_desktop import settings
from svs_desktop.api.access import token_at
from svs_desktop.api.addresses import is_loopback
from svs_desktop.api.running import Address
from svs_desktop.api.service import ApiService
from svs_desktop.library import LibraryError, Opened
from svs_desktop.paths import Places
from svs_desktop.workers.auto_export import AutoExport
from svs_desktop.workers.garbage import GarbageCollector
from svs_desktop.workers.handover import Door, Taken, hand_over
from svs_desktop.workers.workshop import Workshop

_FAILED = 1


class Server(QObject):
    """The parts of the running server."""

    def __init__(self, places: Places, address: Address) -> None:
        """Make everything.

        Raises:
            OSError: The program's folders cannot be made.
        """
        super().__init__()
        self.places = places
        self.status = 0
        self._address = address
        self._settings, problems = settings.load(places.settings)
        for problem in problems:
            _tell(problem.sentence)
        self.workshop = Workshop(places, self._settings.parallel_jobs, self)
        self.service = ApiService(
            self.workshop.queue,
            self.workshop.library,
            self.workshop.workspace,
            places,
            self._settings.job_options,
            parent=self,
        )
        self.files = AutoExport(
            self.workshop.queue,
            self.workshop.library,
            self.workshop.background,
            lambda: self._settings,
            self,
        )
        self.files.failed.connect(lambda why: _tell(why.sentence))
        self.door = Door(places, lambda: Taken(window=False, url=self.service.url), self)
        self.door.handed.connect(
            lambda videos: self.workshop.queue.submit(videos, self._settings.job_options())
        )
        self.service.started.connect(self._on_started)
        self.service.failed.connect(self._on_failed)
        self.workshop.queue.troubled.connect(self._on_trouble)

    def start(self) -> None:
        """Take over the queue and listen."""
        background, library = self.workshop.background, self.workshop.library

        def opened(found: Opened) -> None:
            if found.set_aside:
                _tell(f"The library was damaged; it is kept as “{found.set_aside}”.")
            background.deliver(library.own_queue(), owned, self._on_trouble)

        def owned(is_owner: bool) -> None:  # noqa: FBT001
            if is_owner:
                self.door.open()
                # Who asks for a job of the time before must not hear that there is none.
                self.workshop.queue.restored.connect(lambda: self.service.listen(self._address))
                self.workshop.queue.restore()
            else:
                self._refuse()

        background.deliver(library.opened, opened, self._on_no_library)

    def close(self) -> None:
        """Let go of everything; jobs that run go on at the next start."""
        self.door.close()
        self.service.close()
        self.workshop.close()

    def _refuse(self) -> None:
        taken = hand_over(self.places, [])
        if taken and taken.url:
            _tell(f"Another program serves this library already, at {taken.url}")
        elif taken and taken.window:
            _tell(
                "SVS Desktop is open with this library. Switch on the job API in its settings, "
                "or close its window."
            )
        else:
            _tell("Another program works with this library. Close it, then try again.")
        self._end(_FAILED)

    @Slot(str)
    def _on_started(self, url: str) -> None:
        _say(f"The job API listens at {url}")
        _say(f"Its token is in {self.places.api_token}")
        if not is_loopback(self._address.host):
            _tell(
                "Other computers can reach it, and what they send and get is not encrypted: who "
                "listens on the network can read the token and your summaries. Use this only in "
                "a network that you trust."
            )
        self.service.new_link(lambda link: _say(f"Open the jobs page, once, with {link}"))

    @Slot(object)
    def _on_failed(self, error: OSError) -> None:
        where = f"{self._address.host}:{self._address.port}"
        _tell(f"The job API cannot listen at {where}: {error.strerror or error}.")
        self._end(_FAILED)

    def _on_no_library(self, error: Exception) -> None:
        self._on_trouble(error)
        self._end(_FAILED)

    @Slot(object)
    def _on_trouble(self, error: Exception) -> None:
        if not isinstance(error, LibraryError):
            raise error
        _tell(f"{error.sentence} {error.remedy}")

    def _end(self, status: int) -> None:
        self.status = status
        QCoreApplication.exit(status)


class EndSignals(QObject):
    """Ends the program in good order when the system or a person asks it to."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        # Python's handlers run between two of its own steps only, and the event loop is none.
        self._here, self._there = socket.socketpair()
        self._there.setblocking(False)  # noqa: FBT003 - Python's own signature
        signal.set_wakeup_fd(self._there.fileno(), warn_on_full_buffer=False)
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), lambda *_: None)
        self._notifier = QSocketNotifier(self._here.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)

    @Slot()
    def _on_signal(self) -> None:
        self._notifier.setEnabled(False)
        QCoreApplication.quit()


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until asked to end."""
    parser = argparse.ArgumentParser(prog="svs serve")
    parser.add_argument("--host", required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--new-token", action="store_true")
    options = parser.parse_args(arguments)
    places = Places.default()
    app = QCoreApplication(sys.argv[:1])
    GarbageCollector(app)
    app.setApplicationName("SVS Desktop")
    try:
        chosen, _ = settings.load(places.settings)
        server = Server(places, Address(options.host, options.port, chosen.api_folders))
        if options.new_token:
            token_at(places.api_token, new=True)
    except OSError as error:
        _tell(f"The program cannot use its own folders: {error}.")
        return _FAILED
    EndSignals(server)
    server.start()
    app.exec()
    server.close()
    return server.status


def _say(line: str) -> None:
    with suppress(OSError):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


def _tell(sentence: str) -> None:
    with suppress(OSError):
        sys.stderr.write(f"svs: {sentence}\n")
        sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())

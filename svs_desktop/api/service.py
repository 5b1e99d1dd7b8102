"""The server on a thread of its own: off until it is switched on, and off again at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from svs_desktop.api.access import Access, new_link, token_at, write_private
from svs_desktop.api.addresses import in_url
from svs_desktop.api.bridge import Bridge
from svs_desktop.api.hosts import Hosts
from svs_desktop.api.limits import Limits
from svs_desktop.api.running import Address, Running, bound
from svs_desktop.library import Library
from svs_desktop.paths import Places
from svs_desktop.pipeline.job import JobOptions
from svs_desktop.pipeline.workspace import Workspace
from svs_desktop.workers.job_queue import JobQueue


class ApiService(QObject):
    """Switches the server on and off. Without it there is no socket at all.

    Lives on the main thread and never waits there but in ``close``.

    Signals:
        started: The address at which it listens.
        failed: Why it does not listen, as an OSError.
    """

    started = Signal(str)
    failed = Signal(object)

    _ended = Signal(object)

    def __init__(
        self,
        queue: JobQueue,
        library: Library,
        workspace: Workspace,
        places: Places,
        options: Callable[[], JobOptions],
        limits: Limits | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Prepare the service, switched off.

        Args:
            queue: The jobs.
            library: The results.
            workspace: The pictures.
            places: Where the token is, and the videos that are sent.
            options: What a job is asked for that does not say.
            limits: How much the server takes.
            parent: Its owner.
        """
        super().__init__(parent)
        self.bridge = Bridge(queue, self)
        self._library = library
        self._workspace = workspace
        self._places = places
        self._options = options
        self._limits = limits or Limits()
        self._wanted: Address | None = None
        self._running: Running | None = None
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    @property
    def url(self) -> str:
        """Where it listens; empty when it does not."""
        return self._running.url if self._running and not self._running.is_ending else ""

    def listen(self, address: Address | None) -> None:
        """Listen there from now on, or nowhere; the old server ends first."""
        self._wanted = address
        if self._running and address != self._running.address:
            self._stop()
        elif address and not self._running:
            self._start(address)

    def new_link(self, then: Callable[[str], object]) -> None:
        """Call ``then``, on some thread, with the address of a link into the jobs page."""
        if running := self._running:
            running.call(lambda: then(new_link(running.access, running.url).url))

    def close(self) -> None:
        """Stop listening, and wait until it is over."""
        self._wanted = None
        if running := self._running:
            self._stop()
            running.join()
            self._running = None

    def _start(self, address: Address) -> None:
        try:
            listening = bound(address)
        except OSError as error:
            self._wanted = None
            self.failed.emit(error)
            return
        try:
            access = Access(token_at(self._places.api_token))
            url = f"http://{in_url(address.host)}:{listening.getsockname()[1]}"
            write_private(self._places.api_address, url + "\n")
        except OSError as error:
            listening.close()
            self._wanted = None
            self.failed.emit(error)
            return
        self._running = Running(address, url, listening, access, self._serve, self._ended.emit)
        self.started.emit(url)

    def _stop(self) -> None:
        if self._running:
            with suppress(OSError):
                self._places.api_address.unlink(missing_ok=True)
            self.bridge.detach()
            self._running.end()

    @Slot(object)
    def _on_ended(self, running: Running) -> None:
        if running is self._running:
            running.join()
            self._running = None
            if self._wanted:
                self._start(self._wanted)

    async def _serve(self, running: Running) -> None:
        """Serve until it is over; on the server's own thread."""
        # FastAPI is not loaded before it is used: it would make the window slower to start.
        from svs_desktop.api.application import make_application
        from svs_desktop.api.board import Board
        from svs_desktop.api.folders import Folders
        from svs_desktop.api.jobs import Jobs
        from svs_desktop.api.journal import Journal
        from svs_desktop.api.parts import Parts
        from svs_desktop.api.uploads import Uploads
        from svs_desktop.api.uvicorn_server import make_server

        limits = self._limits
        journal = Journal(limits)
        board = Board(self._library, journal, limits)
        uploads = Uploads(self._places.uploads, limits)
        folders = Folders(_paths(running.address.folders))
        jobs = Jobs(self.bridge, board, self._library, folders, uploads, limits)
        parts = Parts(
            jobs=jobs,
            board=board,
            access=running.access,
            url=running.url,
            workspace=self._workspace,
            options=self._options,
            models_dir=self._places.models,
        )
        app = make_application(parts, Hosts.of(running.address.host, running.port), limits)
        loop = asyncio.get_running_loop()
        await asyncio.wrap_future(self.bridge.call(lambda: self.bridge.attach(loop, board)))
        jobs.tidy()
        server = make_server(app, limits)
        running.serve(server, journal.close)
        await server.serve(sockets=[running.socket])


def _paths(folders: Sequence[str]) -> list[Path]:
    return [Path(folder) for folder in folders] or [Path.home()]

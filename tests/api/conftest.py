"""The job API over a real socket, in front of a real queue whose engine the test speaks for."""

from __future__ import annotations

import http.client
import json
import socket
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot
from workers.stubs import Engines, StubLook, finished, make_files, whole_run

from svs_desktop.api.limits import Limits
from svs_desktop.api.running import Address
from svs_desktop.api.service import ApiService
from svs_desktop.library import Library
from svs_desktop.paths import Places
from svs_desktop.pipeline.events import Event
from svs_desktop.pipeline.job import JobOptions, Status
from svs_desktop.pipeline.workspace import Workspace
from svs_desktop.workers.background import Background
from svs_desktop.workers.job_queue import JobQueue
from svs_desktop.workers.prober import Prober

T = TypeVar("T")
JOBS = "/api/admin/jobs"
JSON = {"Content-Type": "application/json"}
VIDEO = {"Content-Type": "application/octet-stream"}
_PATIENCE_MS = 20_000

LIMITS = Limits(
    body_bytes=2000,
    upload_bytes=100_000,
    result_bytes=100_000,
    spare_bytes=0,
    connections=40,
    listeners=3,
    requests=8,
    uploads=1,
    head_s=0.5,
    stall_s=0.5,
    behind_bytes=20_000,
    answer_s=2.0,
)


class Answer(NamedTuple):
    """What the server answered."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def code(self) -> str:
        """The kind of problem, of an answer that tells one."""
        assert self.headers["Content-Type"] == "application/problem+json"
        told = self.json
        assert told["status"] == self.status
        assert told["detail"]
        return told["code"]


class Station:
    """A queue with its API, and a client that asks while the event loop runs."""

    def __init__(self, places: Places, videos: Path, qtbot: QtBot, limits: Limits) -> None:
        self.places = places
        self.videos = videos
        self.engines = Engines()
        self.library = Library(places.library)
        assert self.library.own_queue().result()
        self.background = Background()
        self.workspace = Workspace(places.cache)
        self.workspace.make()
        self.look = StubLook()
        self.prober = Prober(self.look, self.workspace)
        self.queue = JobQueue(
            self.library, self.workspace, self.engines.make, self.prober, self.background
        )
        self.service = ApiService(
            self.queue, self.library, self.workspace, places, JobOptions, limits
        )
        self._qtbot = qtbot
        self._threads = ThreadPoolExecutor(16, thread_name_prefix="client")

    @property
    def token(self) -> str:
        return self.places.api_token.read_text().strip()

    @property
    def port(self) -> int:
        return int(self.service.url.rpartition(":")[2])

    def listen(self, port: int = 0) -> None:
        with self._qtbot.waitSignal(self.service.started):
            self.service.listen(Address(port=port, folders=(str(self.videos),)))

    def close(self) -> None:
        self._threads.shutdown()
        self.service.close()
        self.queue.close()
        self.background.close()
        self.library.close()
        for thing in (self.service, self.queue, self.prober, self.background):
            thing.deleteLater()

    def meanwhile(self, function: Callable[[], T]) -> T:
        """The result of a function on another thread, while this one's event loop runs."""
        future = self._threads.submit(function)
        self._qtbot.waitUntil(future.done, timeout=_PATIENCE_MS)
        return future.result()

    def wait(self, condition: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=_PATIENCE_MS)

    def ask(
        self,
        method: str,
        path: str,
        body: Any = None,
        headers: dict[str, str] | None = None,
        *,
        token: bool = True,
    ) -> Answer:
        """Ask with the token, unless it is told otherwise; a dict goes as JSON."""
        head = {"Authorization": f"Bearer {self.token}"} if token else {}
        if isinstance(body, dict):
            body, head = json.dumps(body), head | JSON
        head |= headers or {}
        return self.meanwhile(lambda: _asked(self.port, method, path, body, head))

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, headers=headers)

    def post(self, path: str, body: Any = None, **headers: str) -> Answer:
        return self.ask("POST", path, body, headers)

    def send(self, name: str, data: Any = b"video") -> Answer:
        """Send a video; chunks go without a length."""
        return self.ask("POST", f"{JOBS}?name={name}", data, VIDEO)

    def raw(self) -> socket.socket:
        """A connection on which the test says what it likes."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=10)

    def until_closed(self, connection: socket.socket) -> bytes:
        """All that still comes until the server has enough."""

        def read() -> bytes:
            parts = []
            try:
                while part := connection.recv(65_536):
                    parts.append(part)
            except ConnectionResetError:
                pass
            return b"".join(parts)

        return self.meanwhile(read)

    def add(self, name: str, *events: Event) -> str:
        """The id of a new job for a file of this name, of which the engine says this."""
        self.engines.plays[name] = list(events)
        (path,) = make_files(self.videos, name)
        answer = self.post(JOBS, {"path": str(path)})
        assert answer.status == 201, answer
        return answer.json["id"]

    def finish(self, name: str, title: str = "Talk") -> str:
        """The id of a job that has finished."""
        job_id = self.add(name, *whole_run(title))
        self.reach(job_id, Status.FINISHED)
        return job_id

    def reach(self, job_id: str, status: Status) -> None:
        self.wait(lambda: self.queue.state(job_id).status is status)

    def status(self, job_id: str) -> str:
        return self.get(f"{JOBS}/{job_id}").json["status"]


def _asked(port: int, method: str, path: str, body: Any, headers: dict[str, str]) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        # A body that is refused may still be on its way when the answer is there.
        with suppress(BrokenPipeError, ConnectionResetError):
            connection.request(method, path, body, headers)
        found = connection.getresponse()
        return Answer(found.status, found.headers, found.read())
    finally:
        connection.close()


@pytest.fixture
def videos(tmp_path: Path) -> Path:
    """The folder whose videos may be named."""
    folder = tmp_path / "videos"
    folder.mkdir()
    return folder


@pytest.fixture
def places(tmp_path: Path) -> Places:
    places = Places.under(tmp_path / "home")
    places.make()
    return places


@pytest.fixture
def limits() -> Limits:
    return LIMITS


@pytest.fixture
def station(places: Places, videos: Path, qtbot: QtBot, limits: Limits) -> Iterator[Station]:
    made = Station(places, videos, qtbot, limits)
    made.listen()
    yield made
    made.close()


def a_result_document() -> dict[str, Any]:
    """A result as an outside worker hands it in."""
    from workers.stubs import earlier

    from svs_desktop.pipeline.export.json_text import render

    result = replace(earlier("Nodules grow."), summary=finished("From elsewhere").summary)
    return json.loads(render(result))

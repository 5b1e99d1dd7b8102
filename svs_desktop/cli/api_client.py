"""The job API as a client sees it. Only what Python brings along, and no Qt."""

from __future__ import annotations

import hmac
import http.client
import json
import os
import secrets
import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, NamedTuple
from urllib.parse import quote, urlsplit

from svs_desktop import settings
from svs_desktop.api.access import proof, token_of
from svs_desktop.api.addresses import is_loopback
from svs_desktop.cli.terminal import complain
from svs_desktop.paths import Places
from svs_desktop.pipeline.codec import to_json
from svs_desktop.pipeline.export import Format

TOKEN = "SVS_API_TOKEN"  # noqa: S105 - the name of a variable
"""The environment variable with the token of another computer's job API."""

_JOBS = "/api/admin/jobs"
# The server gives a sign of life every 15 seconds.
_SILENCE_S = 40.0


class Unreachable(Exception):  # noqa: N818 - says what is the matter
    """Nobody answers as the job API does."""


class Stranger(Unreachable):
    """A program answers that does not know the token; it was not told."""


class Refused(Exception):  # noqa: N818
    """The API told a problem.

    Attributes:
        code: What kind, for programs.
    """

    def __init__(self, status: int, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.code = code


class Event(NamedTuple):
    """A server-sent event."""

    kind: str
    data: dict[str, Any]


class ApiClient:
    """Asks one API. ``interrupt`` may come from a signal's handler."""

    def __init__(self, url: str, token: str) -> None:
        self.url = url.rstrip("/")
        parts = urlsplit(self.url)
        self._host = parts.hostname or ""
        self._port = parts.port
        self._is_secure = parts.scheme == "https"
        self._token = token
        self._is_checked = False
        self._listening: http.client.HTTPConnection | None = None

    @property
    def is_local(self) -> bool:
        """Whether the API is on this computer, and knows its files by their paths."""
        return is_loopback(self._host)

    def check(self) -> None:
        """See that the API runs, knows the token, and takes it.

        Raises:
            Unreachable: It does not run.
            Stranger: Another program listens there.
            Refused: It does not let us in.
        """
        challenge = secrets.token_hex(16)
        told = self._json("GET", f"/healthz?challenge={challenge}")
        if not hmac.compare_digest(str(told.get("proof")), proof(self._token, challenge)):
            raise Stranger(f"What listens at {self.url} does not know the token.")
        self._is_checked = True
        self._ask("GET", f"{_JOBS}?limit=1")

    def add(self, path: Path) -> dict[str, Any]:
        """Add a job for a file that the API can read itself."""
        body = to_json({"path": str(path)}).encode()
        return self._json("POST", _JOBS, body, {"Content-Type": "application/json"})

    def send(self, path: Path, progress: Callable[[float], object]) -> dict[str, Any]:
        """Add a job for a file by sending it; ``progress`` hears the part that is sent."""
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            head = {"Content-Type": "application/octet-stream", "Content-Length": str(size)}
            name = quote(os.fsencode(path.name).decode("utf-8", "replace"), safe="")
            told = _Told(file, size, progress)
            return self._json("POST", f"{_JOBS}?name={name}", told, head)

    def job(self, job_id: str) -> dict[str, Any]:
        """How a job stands."""
        return self._json("GET", f"{_JOBS}/{job_id}")

    def last_event(self) -> str:
        """Where to begin with the events to miss none from now on."""
        return str(self._json("GET", f"{_JOBS}?limit=1")["last_event"])

    def link(self) -> str:
        """A link that opens the jobs page once."""
        return str(self._json("POST", "/api/admin/links")["url"])

    def result(self, job_id: str, form: Format) -> bytes:
        """The result of a job, as a file."""
        return self._ask("GET", f"{_JOBS}/{job_id}/result?format={form}")

    def events(self, after: str) -> Iterator[Event]:
        """All that happens after this event, until the API ends it."""
        connection = self._listening = self._connection()
        try:
            answer = self._answer(connection, "GET", f"/api/admin/events?after={quote(after)}")
            yield from _events(answer)
        except (OSError, http.client.HTTPException) as error:
            raise Unreachable(str(error)) from error
        finally:
            self._listening = None
            connection.close()

    def interrupt(self) -> None:
        """Have ``events`` end."""
        if self._listening and self._listening.sock:
            with suppress(OSError):
                self._listening.sock.shutdown(socket.SHUT_RDWR)

    def _json(self, *arguments: Any) -> dict[str, Any]:
        try:
            found: dict[str, Any] = json.loads(self._ask(*arguments))
        except ValueError as error:
            raise Unreachable("the answer is not the job API's") from error
        return found

    def _ask(
        self,
        method: str,
        path: str,
        body: bytes | _Told | None = None,
        head: dict[str, str] | None = None,
    ) -> bytes:
        connection = self._connection()
        try:
            return self._answer(connection, method, path, body, head).read()
        except (OSError, http.client.HTTPException) as error:
            raise Unreachable(str(error)) from error
        finally:
            connection.close()

    def _connection(self) -> http.client.HTTPConnection:
        kind = http.client.HTTPSConnection if self._is_secure else http.client.HTTPConnection
        return kind(self._host, self._port, timeout=_SILENCE_S)

    def _answer(
        self,
        connection: http.client.HTTPConnection,
        method: str,
        path: str,
        body: bytes | _Told | None = None,
        head: dict[str, str] | None = None,
    ) -> http.client.HTTPResponse:
        headers = head or {}
        if self._is_checked:
            headers = headers | {"Authorization": f"Bearer {self._token}"}
        # A server that refuses a long body answers before it has read all of it.
        with suppress(BrokenPipeError, ConnectionResetError):
            connection.request(method, path, body, headers)
        answer = connection.getresponse()
        if answer.status >= http.client.BAD_REQUEST:
            raise _refusal(answer)
        return answer


class _Told:
    """A file that tells how much of it was read."""

    def __init__(self, file: IO[bytes], size: int, progress: Callable[[float], object]) -> None:
        self._file = file
        self._size = max(size, 1)
        self._progress = progress

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        data = self._file.read(size)
        self._progress(self._file.tell() / self._size)
        return data


def say_unreachable(error: Unreachable) -> None:
    """Tell why there is nobody to speak to, and what helps."""
    if isinstance(error, Stranger):
        complain(str(error), f"For the job API of another computer, its token goes into {TOKEN}.")
    else:
        complain(
            "The job API does not run.",
            "Switch it on in the settings of the window, or start it with: svs serve",
            detail=str(error),
        )


def client_for(url: str, places: Places) -> ApiClient:
    """The client of the API at ``url``, or of the one on this computer.

    Raises:
        Unreachable: There is no token for it.
    """
    url = url or _local_url(places)
    token = os.environ.get(TOKEN, "")
    if not token and is_loopback(urlsplit(url).hostname or ""):
        # Never to another computer: whoever has it could read everything here.
        token = token_of(places.api_token) or ""
    if not token:
        raise Unreachable(f"there is no token for {url}")
    return ApiClient(url, token)


def _local_url(places: Places) -> str:
    try:
        return places.api_address.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        chosen, _ = settings.load(places.settings)
        return f"http://127.0.0.1:{chosen.api_port}"


def _refusal(answer: http.client.HTTPResponse) -> Refused:
    try:
        told = json.loads(answer.read())
        return Refused(answer.status, told["code"], told["detail"])
    except (ValueError, KeyError, TypeError):
        return Refused(answer.status, "", f"The answer was {answer.status} {answer.reason}.")


def _events(answer: http.client.HTTPResponse) -> Iterator[Event]:
    kind, data = "", ""
    for line in answer:
        name, _, value = line.decode().rstrip("\n").partition(": ")
        if name == "event":
            kind = value
        elif name == "data":
            data = value
        elif not name and kind:
            yield Event(kind, json.loads(data))
            kind = ""

"""The gate: every request passes it before any of the program's own code sees it."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect, cookie_parser
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from svs_desktop.api.access import Access
from svs_desktop.api.hosts import Hosts
from svs_desktop.api.limits import Limits
from svs_desktop.api.problems import Problem, ProblemCode, response_of
from svs_desktop.paths import resource

COOKIE = "svs_session"
EVENTS = "/api/admin/events"
JOBS = "/api/admin/jobs"
UPLOAD = "application/octet-stream"

# Nothing in these is about the person: whether the program runs, and how its page is drawn.
_OPEN = frozenset({"/healthz", "/enter"})
_OPEN_UNDER = "/static/"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})

_HEADERS = (
    (
        b"content-security-policy",
        (
            b"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            b"connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        ),
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
)


class Guard:
    """Lets in who may come in, as many as there is room for, with no more than they may bring."""

    def __init__(self, app: ASGIApp, access: Access, hosts: Hosts, limits: Limits) -> None:
        self._app = app
        self._access = access
        self._hosts = hosts
        self._limits = limits
        self._requests = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        sender = _Sender(send)
        try:
            body_limit = self._check(scope)
            if scope["path"] == EVENTS:  # it counts its own
                await self._app(scope, receive, sender)
                return
            self._requests += 1
            try:
                await self._app(scope, _Receiver(receive, body_limit), sender)
            finally:
                self._requests -= 1
        except ClientDisconnect:
            return  # there is nobody to answer
        except Problem as problem:
            if sender.has_begun:
                raise
            await _answer(problem, scope)(scope, receive, sender)

    def _check(self, scope: Scope) -> int:
        """How long the body may be.

        Raises:
            Problem: The request is turned away.
        """
        headers = Headers(scope=scope)
        # The server's own limit holds for a head that comes in pieces only.
        size = sum(len(name) + len(value) for name, value in headers.raw)
        if len(headers) > self._limits.headers or size > self._limits.head_bytes:
            raise Problem(ProblemCode.HEADERS_TOO_LARGE, "The request's head is too long.")
        self._hosts.check(
            headers.getlist("host"),
            headers.getlist("origin"),
            headers.get("sec-fetch-site", ""),
            navigates=scope["method"] == "GET" and headers.get("sec-fetch-mode") == "navigate",
        )
        self._check_access(scope, headers)
        if self._requests >= self._limits.requests:
            raise Problem(
                ProblemCode.BUSY, "Too many requests at once: try again.", {"Retry-After": "1"}
            )
        limit = self._body_limit(scope, headers)
        if _length(headers) > limit:
            raise _too_large(limit)
        return limit

    def _check_access(self, scope: Scope, headers: Headers) -> None:
        path = scope["path"]
        if path in _OPEN or path.startswith(_OPEN_UNDER):
            return
        scheme, _, token = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            if self._access.is_token(token.strip()):
                return
        # A page of ours always tells its origin when it changes something.
        elif (scope["method"] in _SAFE or "origin" in headers) and any(
            self._access.is_session(session) for session in _sessions(headers)
        ):
            return
        raise Problem(
            ProblemCode.UNAUTHORIZED,
            "The token is missing or wrong.",
            {"WWW-Authenticate": 'Bearer realm="SVS Desktop"'},
        )

    def _body_limit(self, scope: Scope, headers: Headers) -> int:
        if scope["method"] == "PUT" and scope["path"].endswith("/result"):
            return self._limits.result_bytes
        if scope["path"] == JOBS and headers.get("content-type", "").startswith(UPLOAD):
            return self._limits.upload_bytes
        return self._limits.body_bytes


class _Receiver:
    """The body of a request, as far as it may go."""

    def __init__(self, receive: Receive, limit: int) -> None:
        self._receive = receive
        self._limit = limit
        self._taken = 0

    async def __call__(self) -> Message:
        message = await self._receive()
        self._taken += len(message.get("body", b""))
        if self._taken > self._limit:
            raise _too_large(self._limit)
        return message


class _Sender:
    """Sends an answer with the headers that each of them has."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.has_begun = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.has_begun = True
            given = list(message.get("headers", ()))
            names = {name.lower() for name, _ in given}
            message["headers"] = [*given, *((n, v) for n, v in _HEADERS if n not in names)]
        await self._send(message)


def closed_page() -> Response:
    """What a browser shows that has no session."""
    return HTMLResponse(resource("web", "closed.html").read_text("utf-8"), 401)


def _answer(problem: Problem, scope: Scope) -> Response:
    is_page = scope["path"] == "/" and "text/html" in Headers(scope=scope).get("accept", "")
    if is_page and problem.code is ProblemCode.UNAUTHORIZED:
        return closed_page()
    return response_of(problem)


def _too_large(limit: int) -> Problem:
    return Problem(ProblemCode.TOO_LARGE, f"More than {limit} bytes are not taken.")


def _length(headers: Headers) -> int:
    given = headers.get("content-length", "0")
    return int(given) if given.isascii() and given.isdigit() else 0


def _sessions(headers: Headers) -> Iterable[str]:
    for line in headers.getlist("cookie"):
        if session := cookie_parser(line).get(COOKIE):
            yield session

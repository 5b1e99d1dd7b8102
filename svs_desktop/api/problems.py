"""What is answered when something cannot be done: problem details, as RFC 9457 has them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from http import HTTPStatus

from msgspec import Struct
from starlette.exceptions import HTTPException
from starlette.responses import Response

from svs_desktop.library import LibraryError, LibraryFull, UnknownJob
from svs_desktop.pipeline.codec import to_json

MEDIA_TYPE = "application/problem+json"


class ProblemCode(StrEnum):
    """The kinds of problems. The codes are stable: scripts may rely on them."""

    BAD_REQUEST = "bad_request"
    UNAUTHORIZED = "unauthorized"
    WRONG_ORIGIN = "wrong_origin"
    OUTSIDE_FOLDERS = "outside_folders"
    NOT_FOUND = "not_found"
    WRONG_METHOD = "wrong_method"
    WRONG_STATUS = "wrong_status"
    TOO_LARGE = "too_large"
    WRONG_MEDIA_TYPE = "wrong_media_type"
    WRONG_HOST = "wrong_host"
    INVALID = "invalid"
    HEADERS_TOO_LARGE = "headers_too_large"
    INTERNAL = "internal"
    BUSY = "busy"
    DISK_FULL = "disk_full"

    @property
    def status(self) -> int:
        """The HTTP status that goes with it."""
        return _STATUSES[self]


_STATUSES = {
    ProblemCode.BAD_REQUEST: 400,
    ProblemCode.UNAUTHORIZED: 401,
    ProblemCode.WRONG_ORIGIN: 403,
    ProblemCode.OUTSIDE_FOLDERS: 403,
    ProblemCode.NOT_FOUND: 404,
    ProblemCode.WRONG_METHOD: 405,
    ProblemCode.WRONG_STATUS: 409,
    ProblemCode.TOO_LARGE: 413,
    ProblemCode.WRONG_MEDIA_TYPE: 415,
    ProblemCode.WRONG_HOST: 421,
    ProblemCode.INVALID: 422,
    ProblemCode.HEADERS_TOO_LARGE: 431,
    ProblemCode.INTERNAL: 500,
    ProblemCode.BUSY: 503,
    ProblemCode.DISK_FULL: 507,
}


class ProblemDetails(Struct, frozen=True):
    """The body of an answer that tells a problem.

    Attributes:
        type: Always ``about:blank``: the status and ``code`` say what kind it is.
        title: The name of the HTTP status.
        status: The HTTP status.
        code: The kind of problem, for programs.
        detail: A sentence for people.
    """

    type: str
    title: str
    status: int
    code: ProblemCode
    detail: str


class Problem(HTTPException):
    """A problem on its way to the answer.

    It is one of Starlette's exceptions because FastAPI lets only those pass while it reads a body.
    """

    def __init__(
        self, code: ProblemCode, sentence: str, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(code.status, sentence, headers)
        self.code = code
        self.sentence = sentence


def response_of(problem: Problem) -> Response:
    """The answer that tells the problem."""
    status = problem.code.status
    title = HTTPStatus(status).phrase
    details = ProblemDetails("about:blank", title, status, problem.code, problem.sentence)
    return Response(to_json(details), status, problem.headers, MEDIA_TYPE)


def of_http(error: HTTPException) -> Problem:
    """The problem of an exception of the framework: no such address, no such method."""
    if isinstance(error, Problem):
        return error
    code = next((c for c, s in _STATUSES.items() if s == error.status_code), None)
    if code is None:
        code = ProblemCode.BAD_REQUEST
    return Problem(code, f"{error.detail}.".replace("..", "."), error.headers)


def of_library(error: LibraryError) -> Problem:
    """The problem of a library that does not have or cannot do something."""
    if isinstance(error, UnknownJob):
        return Problem(ProblemCode.NOT_FOUND, "There is no such job.")
    code = ProblemCode.DISK_FULL if isinstance(error, LibraryFull) else ProblemCode.BUSY
    return Problem(code, f"{error.sentence} {error.remedy}")


def no_such_job() -> Problem:
    """The problem of an id that is no job's."""
    return Problem(ProblemCode.NOT_FOUND, "There is no such job.")

"""The application: the gate, and behind it the addresses."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import ASGIApp

from svs_desktop import __version__
from svs_desktop.api import models
from svs_desktop.api.command_routes import command_routes
from svs_desktop.api.event_route import event_route
from svs_desktop.api.fast_path import FastPath
from svs_desktop.api.guard import Guard
from svs_desktop.api.hosts import Hosts
from svs_desktop.api.job_routes import first_fault, job_routes
from svs_desktop.api.limits import Limits
from svs_desktop.api.pages import page_routes
from svs_desktop.api.parts import Parts
from svs_desktop.api.problems import Problem, ProblemCode, of_http, response_of
from svs_desktop.api.result_routes import result_routes

_ABOUT = """\
The jobs of SVS Desktop on this computer. Each request has the token of the program's user as
`Authorization: Bearer …`. Problems are told as RFC 9457 has them.
"""
_TOKEN = {"type": "http", "scheme": "bearer"}
_OPEN = "/healthz"


def make_application(parts: Parts, hosts: Hosts, limits: Limits) -> ASGIApp:
    """Put the application together.

    Args:
        parts: What the addresses are made of.
        hosts: The server's names.
        limits: How much it takes.
    """
    # Pages that show the document come from other addresses, so there are none.
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    routers = [make(parts) for make in (job_routes, command_routes, result_routes, page_routes)]
    for router in (*routers, event_route(parts.board.journal)):
        app.include_router(router)
    app.add_middleware(FastPath, routes=[route for router in routers for route in router.routes])
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.add_exception_handler(Exception, _on_fault)
    document = _document(app)

    @app.get("/openapi.json", include_in_schema=False)
    async def openapi() -> dict[str, Any]:
        return document

    return Guard(app, parts.access, hosts, limits)


def _document(app: FastAPI) -> dict[str, Any]:
    document = get_openapi(
        title="SVS Desktop",
        version=__version__,
        description=_ABOUT,
        routes=app.routes,
        openapi_version="3.1.0",
    )
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    schemas |= models.components("validation", models.NewJob, models.Report)
    schemas |= models.components(
        "serialization",
        models.Health_,
        models.Job,
        models.Jobs,
        models.Link_,
        models.Progress,
        models.ProblemModel,
        models.ResultModel,
    )
    document["components"]["securitySchemes"] = {"token": _TOKEN}
    document["security"] = [{"token": []}]
    document["paths"][_OPEN]["get"]["security"] = []
    return document


async def _on_http(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - as it is registered
    return response_of(of_http(error))


async def _on_invalid(_request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101
    return response_of(Problem(ProblemCode.INVALID, first_fault(error.errors())))


async def _on_fault(_request: Request, _error: Exception) -> Response:
    # The server's log has the rest.
    return response_of(Problem(ProblemCode.INTERNAL, "Something went wrong inside the program."))

"""The jobs page, the way into it, and whether the program is well."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import FileResponse, RedirectResponse, Response

from svs_desktop.api import models
from svs_desktop.api.access import SESSION_S, new_link
from svs_desktop.api.answers import json_answer, told
from svs_desktop.api.guard import COOKIE, closed_page
from svs_desktop.api.parts import Parts
from svs_desktop.api.problems import Problem, ProblemCode
from svs_desktop.api.views import Health
from svs_desktop.paths import resource

_TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}

_CHALLENGE = "By its proof the program shows that it knows the token, before it is sent to it."


def page_routes(parts: Parts) -> APIRouter:
    """The addresses."""
    jobs, access = parts.jobs, parts.access
    routes = APIRouter()
    folders = (resource("icons"), resource("web"))
    files = {p.name: p for folder in folders for p in folder.iterdir() if p.suffix in _TYPES}

    @routes.get("/healthz", tags=["program"], **told(models.Health_, 422))
    async def health(
        challenge: Annotated[str, Query(pattern="^[0-9a-f]{0,64}$", description=_CHALLENGE)] = "",
    ) -> Response:
        """Whether the program answers, and whether it knows the token."""
        await jobs.is_answered()
        return json_answer(Health("ok", access.proof(challenge) if challenge else ""))

    @routes.post("/api/admin/links", tags=["program"], **told(models.Link_, status=201))
    async def add_link() -> Response:
        """A link that opens the jobs page in a browser, once."""
        return json_answer(new_link(access, parts.url), 201)

    @routes.get("/enter", include_in_schema=False)
    async def enter(key: Annotated[str, Query(max_length=100)] = "") -> Response:
        session = access.redeem(key)
        if session is None:
            return closed_page()
        answer = RedirectResponse("/", 303)
        answer.set_cookie(COOKIE, session, SESSION_S, httponly=True, samesite="strict")
        return answer

    @routes.get("/", include_in_schema=False)
    async def page() -> Response:
        return FileResponse(files["index.html"], media_type="text/html")

    @routes.get("/static/{name}", include_in_schema=False)
    async def static(name: str) -> Response:
        # Looked up, not joined: a name is never a path.
        if name not in files:
            raise Problem(ProblemCode.NOT_FOUND, "There is no such file.")
        return FileResponse(files[name], media_type=_TYPES[files[name].suffix])

    return routes

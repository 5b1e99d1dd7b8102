"""The short way for what is asked again and again: how the jobs stand."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterable, Iterator

from fastapi.routing import APIRoute
from starlette.responses import Response
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Receive, Scope, Send

from svs_desktop.api.problems import Problem, response_of

_Answer = Callable[..., Awaitable[Response]]


class FastPath:
    """Answers a GET that brings nothing but its path at once.

    For such a request FastAPI has nothing to check, but takes as long to find that out as all the
    rest takes together. It answers all others, and from the same functions.
    """

    def __init__(self, app: ASGIApp, routes: Iterable[BaseRoute]) -> None:
        self._app = app
        self._answers = list(_answers(routes))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        response = await self._response(scope)
        await (response or self._app)(scope, receive, send)

    async def _response(self, scope: Scope) -> Response | None:
        if scope["type"] != "http" or scope["method"] != "GET" or scope["query_string"]:
            return None
        for path, answer in self._answers:
            if found := path.match(scope["path"]):
                try:
                    return await answer(**found.groupdict())
                except Problem as problem:
                    return response_of(problem)
        return None


def _answers(routes: Iterable[BaseRoute]) -> Iterator[tuple[re.Pattern[str], _Answer]]:
    """What answers which path, of the addresses that can do without anything else."""
    for route in routes:
        if isinstance(route, APIRoute) and route.methods == {"GET"} and not _needs_more(route):
            yield route.path_regex, route.endpoint


def _needs_more(route: APIRoute) -> bool:
    needs = route.dependant
    return bool(
        needs.header_params
        or needs.cookie_params
        or needs.dependencies
        or needs.request_param_name
        or any(param.field_info.is_required() for param in needs.query_params)
        or any(param.field_info.annotation is not str for param in needs.path_params)
    )

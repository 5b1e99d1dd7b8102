"""``/api/admin/events``: every change, as it happens."""

from __future__ import annotations

import asyncio
from typing import Annotated

from fastapi import APIRouter, Header, Query
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from svs_desktop.api.answers import told
from svs_desktop.api.guard import EVENTS
from svs_desktop.api.journal import Journal, Listener

MEDIA_TYPE = "text/event-stream"

_BEGIN = b"retry: 1000\n\n"

_DESCRIPTION = """\
Server-sent events, each with an id: `job` (a whole job: it is new, or more than its numbers
changed), `progress` (its numbers), `removed` (its id), and `reset`: more was missed than is kept,
ask for the jobs again. Who gives the id of the last event that it has, gets those that came since.
"""


def event_route(journal: Journal) -> APIRouter:
    """The address."""
    routes = APIRouter(tags=["events"])
    answers = told(None, 422)
    answers["responses"][200]["content"] = {MEDIA_TYPE: {"schema": {"type": "string"}}}

    @routes.get(EVENTS, description=_DESCRIPTION, **answers)
    async def listen(
        after: Annotated[str, Query(max_length=64, description="The last event one has.")] = "",
        last_event_id: Annotated[str, Header(max_length=64)] = "",
    ) -> Response:
        # A browser that connects again repeats its first address, but tells the newer id.
        return EventStream(journal, last_event_id or after)

    return routes


class EventStream(Response):
    """An answer that goes on until one side has enough."""

    media_type = MEDIA_TYPE

    def __init__(self, journal: Journal, last_id: str) -> None:
        self._journal = journal
        self._last_id = last_id
        self.status_code = 200
        self.background = None
        self.init_headers()

    async def __call__(self, _scope: Scope, receive: Receive, send: Send) -> None:
        """Send what is heard, until either side ends it."""
        with self._journal.listener(self._last_id) as listener:
            gone = asyncio.create_task(_end_with_client(receive, listener))
            try:
                await self._tell(listener, send)
            finally:
                gone.cancel()

    async def _tell(self, listener: Listener, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
        new: bytes | None = _BEGIN
        while new is not None:
            await send({"type": "http.response.body", "body": new, "more_body": True})
            new = await listener.heard()
        await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _end_with_client(receive: Receive, listener: Listener) -> None:
    # What is sent to a client that is gone is lost without a word: only this tells.
    while (await receive())["type"] != "http.disconnect":
        pass
    listener.end()

"""uvicorn, set up for a server that is a guest in another program."""

from __future__ import annotations

import uvicorn
from starlette.types import ASGIApp

from svs_desktop.api.connections import Connection
from svs_desktop.api.limits import Limits

_END_S = 2
_KEEP_ALIVE_S = 10


def make_server(app: ASGIApp, limits: Limits) -> uvicorn.Server:
    """A server of the application; it leaves signals and logging to the program."""
    connection = type("LimitedConnection", (Connection,), {"limits": limits})
    return uvicorn.Server(
        uvicorn.Config(
            app,
            http=connection,
            ws="none",
            lifespan="off",
            loop="asyncio",
            log_config=None,
            log_level="error",
            access_log=False,
            proxy_headers=False,  # nobody stands in front of it
            server_header=False,
            h11_max_incomplete_event_size=limits.head_bytes,
            timeout_keep_alive=_KEEP_ALIVE_S,
            timeout_graceful_shutdown=_END_S,
        )
    )

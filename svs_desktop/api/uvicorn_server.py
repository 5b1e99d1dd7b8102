"""uvicorn, set up for a server that is a guest in another program."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import uvicorn
from starlette.types import ASGIApp

from svs_desktop.api.connections import Connection
from svs_desktop.api.limits import Limits

_END_S = 2
_KEEP_ALIVE_S = 10
_TICK_S = 1.0


class GuestServer(uvicorn.Server):
    """Ends at once when it is told to; until then it wakes once a second, not ten times."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._over = asyncio.Event()

    def end(self) -> None:
        """Have it end; on its own thread."""
        self.should_exit = True
        self._over.set()

    async def main_loop(self) -> None:
        """Keep the date of the answers, until it is over."""
        while not await self.on_tick(0):
            with suppress(TimeoutError):
                async with asyncio.timeout(_TICK_S):
                    await self._over.wait()


def make_server(app: ASGIApp, limits: Limits) -> GuestServer:
    """A server of the application; it leaves signals and logging to the program."""
    connection = type("LimitedConnection", (Connection,), {"limits": limits})
    return GuestServer(
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

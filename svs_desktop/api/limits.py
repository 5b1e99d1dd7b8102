"""How much of everything the API takes, so that no client can take all of it."""

from __future__ import annotations

from msgspec import Struct


class Limits(Struct, frozen=True):
    """The limits.

    Attributes:
        head_bytes: A request's line and headers.
        headers: How many headers a request has.
        body_bytes: A request's body, unless it is an upload or a result.
        result_bytes: A result that an outside worker hands in.
        upload_bytes: A video that is sent.
        spare_bytes: What an upload must leave free on the disk.
        connections: How many clients are connected.
        listeners: How many of them listen to the events.
        requests: How many other requests are answered at a time.
        uploads: How many videos are received at a time.
        head_s: Seconds in which a request's head must be there.
        stall_s: Seconds for which a client may neither send nor take what it is to.
        behind_bytes: How far a listener may fall behind.
        answer_s: Seconds in which the queue must answer.
    """

    head_bytes: int = 16 << 10
    headers: int = 64
    body_bytes: int = 64 << 10
    result_bytes: int = 32 << 20
    upload_bytes: int = 8 << 30
    spare_bytes: int = 512 << 20
    connections: int = 512
    listeners: int = 256
    requests: int = 64
    uploads: int = 2
    head_s: float = 10.0
    stall_s: float = 20.0
    behind_bytes: int = 1 << 20
    answer_s: float = 5.0

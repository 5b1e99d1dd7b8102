"""Who may use the API: who has the token, or came by a link that was made for one visit. No Qt.

The token is a file that only this user can read. A browser never sees it: a link that works once
gets it a session, a cookie signed with the token, which outlives a restart of the program and ends
with the token.
"""

from __future__ import annotations

import hmac
import os
import secrets
import stat
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from svs_desktop.api.views import Link

LINK_S = 600
"""Seconds in which a link can be used."""

SESSION_S = 7 * 86400
"""Seconds until a browser needs a new link."""

_TOKEN_BYTES = 32
_MOST_LINKS = 16
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def token_of(path: Path) -> str | None:
    """The token that the file holds; None when it holds none.

    Raises:
        OSError: The file cannot be read.
    """
    try:
        return path.read_text("ascii").strip() or None
    except (FileNotFoundError, UnicodeDecodeError):
        return None


def token_at(path: Path, *, new: bool = False) -> str:
    """The token of the file, made now if there is none, if others could read it, or on request.

    Raises:
        OSError: The file cannot be written.
    """
    token = None if new or not _is_private(path) else token_of(path)
    if not token:
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        write_private(path, token + "\n")
    return token


def write_private(path: Path, text: str) -> None:
    """Write a file that only this user can read; a link of its name is replaced, not followed.

    Raises:
        OSError: The file cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # Made for its owner alone from the start: nobody can have opened it before.
    number, draft = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(number, "w", encoding="ascii") as file:
            file.write(text)
        os.replace(draft, path)  # noqa: PTH105 - both are names
    except BaseException:
        with suppress(OSError):
            os.unlink(draft)  # noqa: PTH108
        raise


class Access:
    """Tells who may come in. Belongs to one thread."""

    def __init__(self, token: str, clock: Callable[[], float] = time.time) -> None:
        self._token = token.encode()
        self._clock = clock
        self._links: dict[str, float] = {}

    def is_token(self, given: str) -> bool:
        """Whether this is the token; takes as long for a near miss as for a far one."""
        return hmac.compare_digest(given.encode("utf-8", "replace"), self._token)

    def proof(self, challenge: str) -> str:
        """What only who knows the token can answer to this."""
        return proof(self._token.decode(), challenge)

    def new_link(self) -> str:
        """A key that can be redeemed once, soon."""
        self._forget_links()
        while len(self._links) >= _MOST_LINKS:
            del self._links[next(iter(self._links))]
        key = secrets.token_urlsafe(_TOKEN_BYTES)
        self._links[_digest(key)] = self._clock() + LINK_S
        return key

    def redeem(self, key: str) -> str | None:
        """A new session for a key that was not redeemed before; None for any other."""
        self._forget_links()
        if self._links.pop(_digest(key), None) is None:
            return None
        open_ = f"{int(self._clock()) + SESSION_S}.{secrets.token_urlsafe(9)}"
        return f"{open_}.{self._signature(open_)}"

    def is_session(self, given: str) -> bool:
        """Whether this session was given out here and is still valid."""
        open_, _, signature = given.rpartition(".")
        expected = self._signature(open_).encode()
        if not hmac.compare_digest(signature.encode("utf-8", "replace"), expected):
            return False
        return int(open_.partition(".")[0]) > self._clock()

    def _signature(self, open_: str) -> str:
        text = f"session {open_}".encode("utf-8", "replace")
        return hmac.new(self._token, text, sha256).hexdigest()

    def _forget_links(self) -> None:
        now = self._clock()
        self._links = {key: until for key, until in self._links.items() if until > now}


def new_link(access: Access, url: str) -> Link:
    """A link into the jobs page of the server at ``url``."""
    return Link(f"{url}/enter?key={access.new_link()}", LINK_S)


def proof(token: str, challenge: str) -> str:
    """What a server that knows the token answers to a challenge.

    A client asks before it sends the token: where the program was ended, anyone may listen at its
    port.
    """
    return hmac.new(token.encode(), f"proof {challenge}".encode(), sha256).hexdigest()


def _digest(key: str) -> str:
    # A look-up by digest tells nothing about a key by how long it takes.
    return sha256(key.encode("utf-8", "replace")).hexdigest()


def _is_private(path: Path) -> bool:
    try:
        found = path.lstat()
    except FileNotFoundError:
        return False
    # Windows has no such bits: there the folder of the user's own keeps others out.
    return stat.S_ISREG(found.st_mode) and (os.name == "nt" or not found.st_mode & _OTHERS)

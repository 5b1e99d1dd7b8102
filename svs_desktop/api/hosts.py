"""Under which names the server answers, and whose pages may speak to it.

A page of some other site can make a browser send requests here: by its address, or by a name of
its own that leads here (DNS rebinding). The browser then tells that name as the host, or the page's
address as the origin, and neither is ours.
"""

from __future__ import annotations

import ipaddress
import socket

from msgspec import Struct

from svs_desktop.api.addresses import in_url, is_loopback
from svs_desktop.api.problems import Problem, ProblemCode

_LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]"})
_DEFAULT_PORT = 80


class Hosts(Struct, frozen=True):
    """The names of one server.

    Attributes:
        names: Those under which it is known; a number that is an address is known in any case
            when ``others`` may connect, for rebinding needs a name.
        port: Where it listens.
        others: Whether other computers may connect.
    """

    names: frozenset[str]
    port: int
    others: bool = False

    @classmethod
    def of(cls, host: str, port: int) -> Hosts:
        """The names of a server that listens at this address."""
        if is_loopback(host):
            return cls(_LOCAL | {in_url(host)}, port)
        names = _LOCAL | {in_url(host.lower()), socket.gethostname().lower()}
        return cls(names, port, others=True)

    def knows(self, host: str) -> bool:
        """Whether the ``Host`` of a request is ours."""
        name, port = _parts(host.lower())
        return port == self.port and (name in self.names or (self.others and _is_number(name)))

    def check(self, host: list[str], origin: list[str], site: str, *, navigates: bool) -> None:
        """See that a request came to one of our names, and not from a page of another.

        Args:
            host: The ``Host`` headers.
            origin: The ``Origin`` headers, if any.
            site: What the browser says of the page, as ``Sec-Fetch-Site``; empty without it.
            navigates: Whether the browser opens a page, which the other page cannot read.

        Raises:
            Problem: It did not.
        """
        if len(host) != 1 or not self.knows(host[0]):
            raise Problem(ProblemCode.WRONG_HOST, "This server is not known by that name.")
        if origin and origin != [f"http://{host[0]}"]:
            raise Problem(ProblemCode.WRONG_ORIGIN, "Pages of other addresses may not ask here.")
        if site in {"cross-site", "same-site"} and not navigates:
            raise Problem(ProblemCode.WRONG_ORIGIN, "Pages of other addresses may not ask here.")


def _parts(host: str) -> tuple[str, int]:
    name, colon, port = host.rpartition(":")
    if not colon or host.endswith("]"):
        return host, _DEFAULT_PORT
    return name, int(port) if port.isascii() and port.isdigit() else 0


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True

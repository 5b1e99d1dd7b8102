"""Addresses of this computer and of others. Loads nothing: the command line needs it, too."""

from __future__ import annotations

import ipaddress


def is_loopback(host: str) -> bool:
    """Whether only programs on this computer can reach this address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def in_url(host: str) -> str:
    """The host as addresses write it: IPv6 in brackets."""
    return f"[{host}]" if ":" in host else host

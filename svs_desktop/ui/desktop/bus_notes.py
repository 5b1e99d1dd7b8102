"""Notifications of desktops without a notification area, over D-Bus.

The calls and their arguments are those of the Desktop Notifications Specification. Qt's own D-Bus
cannot send the unsigned number among them from Python.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from jeepney import DBusAddress, DBusErrorResponse, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import unwrap_msg

_NAME = "org.freedesktop.Notifications"
_SERVER = DBusAddress("/org/freedesktop/Notifications", bus_name=_NAME, interface=_NAME)
_TYPES = "susssasa{sv}i"
_APP, _ENTRY = "SVS Desktop", "svs-desktop"
_AS_LONG_AS_USUAL = -1
_PATIENCE_S = 2.0


def show_on_bus(title: str, text: str) -> bool:
    """Show a notification; whether someone took it. Waits a little for who shows them."""
    try:
        with open_dbus_connection() as bus:
            body = escape(text, quote=False) if _reads_markup(bus) else text
            hints = {"desktop-entry": ("s", _ENTRY)}
            given: tuple[object, ...] = (_APP, 0, _ENTRY, title, body, [], hints, _AS_LONG_AS_USUAL)
            _ask(bus, "Notify", _TYPES, given)
    except (OSError, KeyError, ValueError, DBusErrorResponse):
        return False  # no bus, nobody there, or nobody who answers
    return True


def _reads_markup(bus: DBusConnection) -> bool:
    (abilities,) = _ask(bus, "GetCapabilities")
    return "body-markup" in abilities


def _ask(
    bus: DBusConnection, method: str, types: str = "", given: tuple[object, ...] = ()
) -> Sequence[Any]:
    asked = new_method_call(_SERVER, method, types, given)
    answered: Sequence[Any] = unwrap_msg(bus.send_and_get_reply(asked, timeout=_PATIENCE_S))
    return answered

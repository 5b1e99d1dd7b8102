"""Progress on the buttons of windows in Windows' task bar, by ITaskbarList3 (shobjidl_core.h)."""

from __future__ import annotations

import ctypes
import sys
from ctypes import byref, c_int, c_uint32, c_uint64, c_void_p
from uuid import UUID

_CLASS = UUID("56fdf344-fd6d-11d0-958a-006097c9a090")
_INTERFACE = UUID("ea1afb91-9e28-4b86-90e9-9e9f8a5eefaf")
_IN_PROCESS = 1
# Places of its methods among those of the interfaces that it builds on.
_INIT, _SET_VALUE, _SET_STATE = 3, 9, 10
_NO_PROGRESS, _NORMAL = 0, 2
_WHOLE = 1000


class TaskBar:
    """Windows' task bar.

    Args:
        pointer: The address of its ITaskbarList3.
    """

    def __init__(self, pointer: int) -> None:
        self._pointer = pointer
        self._call(_INIT)

    def show(self, window: int, fraction: float | None) -> None:
        """Show progress, 0 to 1, on the button of the window with this handle; None for none."""
        if fraction is None:
            self._call(_SET_STATE, c_void_p(window), c_int(_NO_PROGRESS))
        else:
            done = c_uint64(round(fraction * _WHOLE))
            self._call(_SET_STATE, c_void_p(window), c_int(_NORMAL))
            self._call(_SET_VALUE, c_void_p(window), done, c_uint64(_WHOLE))

    def _call(self, place: int, *given: c_void_p | c_int | c_uint64) -> None:
        methods = ctypes.cast(self._pointer, ctypes.POINTER(ctypes.POINTER(c_void_p)))[0]
        kind = ctypes.CFUNCTYPE(c_int, c_void_p, *map(type, given))
        kind(methods[place] or 0)(self._pointer, *given)


def task_bar() -> TaskBar | None:
    """The task bar; None where there is none."""
    if sys.platform == "win32":
        found = c_void_p()
        name, wanted = map(_guid, (_CLASS, _INTERFACE))
        failed = ctypes.windll.ole32.CoCreateInstance(
            byref(name), None, c_uint32(_IN_PROCESS), byref(wanted), byref(found)
        )
        if found.value and not failed:
            return TaskBar(found.value)
    return None


def _guid(name: UUID) -> ctypes.Array[ctypes.c_byte]:
    return (ctypes.c_byte * 16).from_buffer_copy(name.bytes_le)

"""Garbage is collected on the thread that Qt's objects belong to, and on no other."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from svs_desktop.workers.garbage import GarbageCollector

# Several times what Python waits for: what else dies meanwhile is taken off what it counts.
_KNOTS = 5000


@pytest.fixture
def collector() -> Iterator[GarbageCollector]:
    was_on = gc.isenabled()
    yield GarbageCollector()
    gc.unfreeze()
    if was_on:
        gc.enable()


class Knot(QObject):
    """Held by nothing but itself."""

    def __init__(self, died_on: list[int]) -> None:
        super().__init__()
        self.me = self
        weakref.finalize(self, lambda: died_on.append(threading.get_ident()))


def test_qt_objects_die_on_their_own_thread(collector: GarbageCollector, qtbot) -> None:
    died_on: list[int] = []
    for _ in range(_KNOTS):
        Knot(died_on)

    # Enough to make Python collect many times over, if it did so here.
    other = threading.Thread(target=lambda: [[n] for n in range(200_000)])
    other.start()
    other.join()
    assert died_on == []

    qtbot.waitUntil(lambda: len(died_on) == _KNOTS)
    assert set(died_on) == {threading.get_ident()}

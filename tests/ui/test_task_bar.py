"""What Windows' task bar is told, seen by an object that is laid out as its own."""

from __future__ import annotations

import ctypes
from ctypes import CFUNCTYPE, c_int, c_uint64, c_void_p

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from svs_desktop.ui.desktop import others
from svs_desktop.ui.desktop.others import OtherDesktop
from svs_desktop.ui.desktop.task_bar import TaskBar, task_bar

METHODS = 21
WINDOW = 0x1_2345_6789


class FakeList:
    """An ITaskbarList3: a pointer to a table of functions, which write down what they are told."""

    def __init__(self) -> None:
        self.told: list[tuple[object, ...]] = []
        self._functions = {
            3: CFUNCTYPE(c_int, c_void_p)(lambda this: self._note("init", this)),
            9: CFUNCTYPE(c_int, c_void_p, c_void_p, c_uint64, c_uint64)(
                lambda this, *given: self._note("value", this, *given)
            ),
            10: CFUNCTYPE(c_int, c_void_p, c_void_p, c_int)(
                lambda this, *given: self._note("state", this, *given)
            ),
        }
        self._table = (c_void_p * METHODS)()
        for place, function in self._functions.items():
            self._table[place] = ctypes.cast(function, c_void_p).value
        self._object = c_void_p(ctypes.addressof(self._table))
        self.address = ctypes.addressof(self._object)

    def _note(self, name: str, this: int, *given: object) -> int:
        assert this == self.address
        self.told.append((name, *given))
        return 0


@pytest.fixture
def fake() -> FakeList:
    return FakeList()


def test_progress_is_shown_and_taken_back(fake: FakeList) -> None:
    bar = TaskBar(fake.address)
    assert fake.told == [("init",)]

    bar.show(WINDOW, 0.25)
    bar.show(WINDOW, None)

    assert fake.told[1:] == [
        ("state", WINDOW, 2),
        ("value", WINDOW, 250, 1000),
        ("state", WINDOW, 0),
    ]


def test_each_window_that_is_seen_shows_it(
    fake: FakeList, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(others, "task_bar", lambda: TaskBar(fake.address))
    window, hidden, parent = QWidget(), QWidget(), QObject()
    for widget in (window, hidden):
        qtbot.addWidget(widget)
    window.show()
    hidden.winId()
    desktop = OtherDesktop(parent)

    desktop.show_progress(0.5)
    desktop.close()

    handle = int(window.winId())
    assert ("value", handle, 500, 1000) in fake.told
    assert {told[1] for told in fake.told[1:]} == {handle}
    assert fake.told[-1] == ("state", handle, 0)
    parent.deleteLater()


def test_elsewhere_there_is_none() -> None:
    assert task_bar() is None

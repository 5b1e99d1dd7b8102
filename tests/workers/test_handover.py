"""A second start on the same library hands its videos to the first."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from second_start import second_start

from svs_desktop.paths import Places
from svs_desktop.workers.handover import Door, Taken, hand_over

pytestmark = pytest.mark.skipif(os.name == "nt", reason="sockets as POSIX has them")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    places = Places.under(tmp_path / "home")
    places.make()
    return places


@pytest.fixture
def door(places: Places, qtbot: QtBot) -> Iterator[Door]:
    made = Door(places, lambda: Taken(window=True, url="http://127.0.0.1:8765"))
    assert made.open()
    yield made
    made.close()
    made.deleteLater()


def test_videos_are_handed_over(door: Door, places: Places, qtbot: QtBot, tmp_path: Path) -> None:
    odd = Path(os.fsdecode(b"caf\xe9 \n.mp4"))
    handed: list[list[Path]] = []
    door.handed.connect(handed.append)
    home = places.library.parent

    taken = second_start(home, [Path("a.mp4"), odd], qtbot, cwd=tmp_path)

    assert taken == Taken(window=True, url="http://127.0.0.1:8765")
    assert handed == [[tmp_path / "a.mp4", tmp_path / odd]]
    assert second_start(home, [], qtbot) == taken
    assert handed[1:] == [[]]


def test_nobody_takes_them_where_no_program_runs(places: Places) -> None:
    assert hand_over(places, [Path("a.mp4")]) is None


def test_the_door_of_a_program_that_crashed_is_opened_anew(places: Places, qtbot: QtBot) -> None:
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(places.door))
    assert hand_over(places, []) is None

    door = Door(places, lambda: Taken(window=False))
    assert door.open()

    assert second_start(places.library.parent, [], qtbot) == Taken(window=False)
    door.close()
    assert not places.door.exists()
    door.deleteLater()


def test_only_the_user_can_open_it(door: Door, places: Places) -> None:
    assert places.door.stat().st_mode & 0o077 == 0


def test_nonsense_is_not_taken(door: Door, places: Places, qtbot: QtBot) -> None:
    handed: list[object] = []
    door.handed.connect(handed.append)

    def say(line: bytes) -> bytes:
        with socket.socket(socket.AF_UNIX) as client:
            client.settimeout(10)
            client.connect(str(places.door))
            try:
                client.sendall(line)
                return client.recv(100)
            except (ConnectionResetError, BrokenPipeError):
                return b""

    lines = (b"hello\n", b'{"videos": 3}\n', b"\xff\xfe\n", b"[" * 5000 + b"\n", b"x" * 3_000_000)
    with ThreadPoolExecutor(1) as threads:
        for line in lines:
            future = threads.submit(say, line)
            qtbot.waitUntil(future.done, timeout=20_000)
            assert future.result() == b""
    assert handed == []


def test_a_long_way_to_the_library_is_no_obstacle(tmp_path: Path, qtbot: QtBot) -> None:
    places = Places.under(tmp_path / ("x" * 120))
    places.make()
    door = Door(places, lambda: Taken(window=True))
    assert door.open()

    assert second_start(places.library.parent, [], qtbot) == Taken(window=True)
    door.close()
    door.deleteLater()

"""The switch: on, off, elsewhere; and no socket at all while it is off."""

from __future__ import annotations

import os
import socket

import psutil
import pytest
from pytestqt.qtbot import QtBot

from svs_desktop.api.running import Address

from .conftest import JOBS, Station


def sockets() -> list[tuple[str, int]]:
    found = psutil.Process().net_connections("inet")
    return [tuple(c.laddr) for c in found if c.status == psutil.CONN_LISTEN]


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def test_off_means_no_socket(station: Station) -> None:
    assert sockets() == [("127.0.0.1", station.port)]
    assert station.places.api_address.read_text().strip() == station.service.url

    station.service.listen(None)
    station.wait(lambda: station.service._running is None)

    assert sockets() == []
    assert station.service.url == ""
    assert not station.places.api_address.exists()
    station.listen()
    assert station.get(JOBS).status == 200


def test_it_moves_to_another_port_and_back(station: Station, qtbot: QtBot) -> None:
    first, second = free_port(), free_port()
    for port in (first, second, first):
        with qtbot.waitSignal(station.service.started):
            station.service.listen(Address(port=port))
        assert station.service.url == f"http://127.0.0.1:{port}"
        assert station.get(JOBS).status == 200
        assert sockets() == [("127.0.0.1", port)]


def test_a_port_that_is_taken_is_told(station: Station, qtbot: QtBot) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        station.service.listen(None)
        station.wait(lambda: station.service._running is None)

        with qtbot.waitSignal(station.service.failed) as failed:
            station.service.listen(Address(port=other.getsockname()[1]))

    assert isinstance(failed.args[0], OSError)
    assert sockets() == []


def test_an_address_of_another_computer_is_told(station: Station, qtbot: QtBot) -> None:
    station.service.listen(None)
    station.wait(lambda: station.service._running is None)
    with qtbot.waitSignal(station.service.failed):
        station.service.listen(Address(host="192.0.2.1"))


def test_the_same_address_changes_nothing(station: Station) -> None:
    running = station.service._running
    assert running
    station.service.listen(running.address)
    assert station.service._running is running


def test_an_answer_comes_in_one_piece_and_at_once(station: Station) -> None:
    request = f"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:{station.port}\r\n\r\n"
    with station.raw() as connection:
        connection.sendall(request.encode())
        answer = station.meanwhile(lambda: connection.recv(65_536))
        assert answer.endswith(b'\r\n\r\n{"status":"ok","proof":""}')
        running = station.service._running
        assert running
        assert running._server
        (served,) = running._server.server_state.connections
        accepted = served.transport.get_extra_info("socket")
        assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


@pytest.mark.skipif(os.name == "nt", reason="bits as POSIX has them")
def test_what_it_leaves_is_the_users_alone(station: Station) -> None:
    for path in (station.places.api_token, station.places.api_address):
        assert path.stat().st_mode & 0o777 == 0o600

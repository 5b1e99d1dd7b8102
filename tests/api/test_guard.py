"""The gate: foreign names and pages, too much of everything, and clients that never finish."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from contextlib import ExitStack

import pytest
from msgspec.structs import replace

from svs_desktop.api.addresses import is_loopback
from svs_desktop.api.hosts import Hosts

from .conftest import JOBS, LIMITS, Station


def request(station: Station, *lines: str, path: str = JOBS, method: str = "GET") -> bytes:
    head = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{station.port}"]
    head += [f"Authorization: Bearer {station.token}", *lines]
    return ("\r\n".join(head) + "\r\n\r\n").encode()


def test_foreign_names_are_refused(station: Station) -> None:
    """DNS rebinding: the name of some other site leads here, and its pages' requests with it."""
    port = station.port
    for host in (
        "evil.example",
        f"evil.example:{port}",
        "127.0.0.1",
        f"127.0.0.1:{port + 1}",
        f"127.0.0.1.evil.example:{port}",
        f"localhost.evil.example:{port}",
        f"10.0.0.1:{port}",
        f"127.0.0.1:{port}@evil.example",
        "",
    ):
        for path in (JOBS, "/healthz", "/", "/static/main.js", "/enter?key=x"):
            assert station.get(path, Host=host).code == "wrong_host", (host, path)
    for host in (f"127.0.0.1:{port}", f"localhost:{port}", f"LOCALHOST:{port}", f"[::1]:{port}"):
        assert station.get(JOBS, Host=host).status == 200, host


def test_two_names_at_once_are_refused(station: Station) -> None:
    with station.raw() as connection:
        connection.sendall(request(station, "Host: evil.example"))
        assert station.until_closed(connection).startswith(b"HTTP/1.1 4")


def test_pages_of_other_addresses_are_refused(station: Station) -> None:
    own = f"http://127.0.0.1:{station.port}"
    for origin in ("http://evil.example", "null", f"https://127.0.0.1:{station.port}", own + "0"):
        answer = station.get(JOBS, Origin=origin)
        assert answer.code == "wrong_origin", origin
        assert "Access-Control-Allow-Origin" not in answer.headers
    for site in ("cross-site", "same-site"):
        assert station.get(JOBS, **{"Sec-Fetch-Site": site}).code == "wrong_origin"
    assert station.get(JOBS, Origin=own, **{"Sec-Fetch-Site": "same-origin"}).status == 200
    # No other page is ever allowed in.
    preflight = station.ask("OPTIONS", JOBS, headers={"Access-Control-Request-Method": "POST"})
    assert preflight.status == 405
    assert not [name for name in preflight.headers if name.lower().startswith("access-control")]


def test_the_page_can_run_nothing_from_elsewhere(station: Station) -> None:
    page = station.get("/")
    policy = dict(
        part.strip().partition(" ")[::2]
        for part in page.headers["Content-Security-Policy"].split(";")
    )
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["form-action"] == policy["base-uri"] == "'none'"
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert b"<script>" not in page.body
    assert b"http" not in page.body
    assert b" style=" not in page.body


def test_static_files_are_named_not_walked_to(station: Station) -> None:
    assert station.get("/static/main.js").headers["Content-Type"].startswith("text/javascript")
    for name in ("../style.qss", "..%2fstyle.qss", "%2e%2e/models.toml", "%2fetc%2fpasswd", "a.js"):
        assert station.get(f"/static/{name}").status == 404, name


def test_too_much_is_refused(station: Station) -> None:
    body = b'{"path": "' + b"x" * 2000 + b'"}'
    json = {"Content-Type": "application/json"}
    assert station.ask("POST", JOBS, body, json).code == "too_large"
    assert station.ask("POST", JOBS, iter([body]), json).code == "too_large"
    many = {f"X-{n}": "x" for n in range(80)}
    assert station.get(JOBS, **many).code == "headers_too_large"
    with station.raw() as connection:
        connection.sendall(request(station, f"X: {'x' * 20_000}", "Connection: close"))
        assert b'"code":"headers_too_large"' in station.until_closed(connection)
    with station.raw() as connection:
        connection.sendall(request(station, f"X: {'x' * 9_000}")[:-4])
        connection.sendall(b"x" * 9_000)  # with more on its way the answer might be lost
        assert b'"code":"bad_request"' in station.until_closed(connection)
    with station.raw() as connection:
        connection.sendall(b"\x16\x03\x01 this is no HTTP\r\n\r\n")
        assert b'"code":"bad_request"' in station.until_closed(connection)


def closes_in(station: Station, connection: socket.socket, more: Callable[[], object]) -> float:
    """Seconds until the server has enough of a client that does something in between."""
    began = time.monotonic()

    def read() -> None:
        connection.settimeout(0.1)
        while True:
            try:
                if not connection.recv(65_536):
                    return
            except TimeoutError:
                try:
                    more()
                except OSError:
                    return
            except OSError:
                return

    station.meanwhile(read)
    return time.monotonic() - began


def test_clients_that_never_finish_are_dropped(station: Station) -> None:
    """Slowloris: a head that comes byte by byte; a body that stops; nothing at all."""
    unfinished = request(station)[:-2]
    with station.raw() as silent, station.raw() as trickling, station.raw() as stopping:
        trickling.sendall(unfinished)
        stopping.sendall(
            request(
                station,
                "Content-Length: 1000",
                "Content-Type: application/json",
                method="POST",
            )
        )
        assert closes_in(station, trickling, lambda: trickling.send(b"a")) < 3
        assert closes_in(station, silent, lambda: None) < 3
        assert closes_in(station, stopping, lambda: None) < 3
    assert station.get(JOBS).status == 200


@pytest.mark.slow
@pytest.mark.parametrize(
    "limits", [LIMITS, replace(LIMITS, behind_bytes=1 << 30)], ids=["behind", "stalled"]
)
def test_a_listener_that_takes_nothing_is_dropped(station: Station) -> None:
    job_id = station.add("talk.mp4")
    with station.raw() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.sendall(request(station, path="/api/admin/events"))
        running = station.service._running
        assert running

        def flood() -> bool:
            for _ in range(200):
                station.queue.job_changed.emit(job_id)
            return not _is_listened_to(station)

        station.wait(lambda: _is_listened_to(station))
        station.wait(flood)
    assert station.get(JOBS).status == 200


def _is_listened_to(station: Station) -> bool:
    board = station.service.bridge._board
    return bool(board and board.journal._listeners)


def test_only_so_many_come_in_at_once(station: Station) -> None:
    with ExitStack() as stack:
        waiting = [stack.enter_context(station.raw()) for _ in range(LIMITS.requests)]
        for connection in waiting:
            connection.sendall(
                request(
                    station, "Content-Length: 9", "Content-Type: application/json", method="POST"
                )
            )
        station.wait(lambda: station.get(JOBS).status == 503)
        busy = station.get(JOBS)
        if busy.status == 503:  # those that wait are dropped soon
            assert busy.code == "busy"
            assert busy.headers["Retry-After"]
    station.wait(lambda: station.get(JOBS).status == 200)

    with ExitStack() as stack:
        connections = [stack.enter_context(station.raw()) for _ in range(LIMITS.connections + 20)]
        refused = [c for c in connections[LIMITS.connections :] if not station.until_closed(c)]
        assert len(refused) == 20
    station.wait(lambda: station.get(JOBS).status == 200)


def test_names_are_known_as_the_server_listens() -> None:
    here = Hosts.of("127.0.0.1", 8765)
    assert here.knows("localhost:8765")
    assert not here.knows("192.168.1.5:8765")
    everywhere = Hosts.of("0.0.0.0", 80)
    assert everywhere.knows("192.168.1.5")
    assert everywhere.knows("[fe80::1]:80")
    assert everywhere.knows(socket.gethostname())
    assert not everywhere.knows("evil.example")
    assert [is_loopback(h) for h in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "evil")] == [
        True,
        True,
        True,
        False,
        False,
    ]

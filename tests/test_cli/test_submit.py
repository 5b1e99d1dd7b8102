"""``svs submit`` and ``svs link`` where nobody answers, or nobody lets them in."""

from __future__ import annotations

import http.server
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from svs_desktop.cli.api_client import TOKEN
from svs_desktop.paths import Places

from .process import svs


@pytest.fixture
def video(tmp_path: Path) -> Path:
    path = tmp_path / "talk.mp4"
    path.write_bytes(b"video")
    return path


class Elsewhere(http.server.BaseHTTPRequestHandler):
    """Another program's server: it takes note of what it is told, and guesses the answer."""

    asked: list[str | None]

    def do_GET(self) -> None:
        self.asked.append(self.headers["Authorization"])
        body = json.dumps({"status": "ok", "proof": "0" * 64}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def elsewhere() -> Iterator[tuple[str, list[str | None]]]:
    asked: list[str | None] = []
    handler = type("Handler", (Elsewhere,), {"asked": asked})
    with http.server.HTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()
        thread.join()


def test_nobody_to_submit_to_is_told(video: Path) -> None:
    places = Places.default()
    places.make()
    # A program that was killed leaves both behind.
    places.api_token.write_text("secret\n")
    places.api_address.write_text("http://127.0.0.1:9\n")

    for command in (("submit", video), ("submit", "--wait", video), ("link",)):
        ended = svs(*command)
        assert ended.returncode == 1
        assert b"The job API does not run." in ended.stderr
        assert b"svs serve" in ended.stderr
        assert ended.stdout == b""


def test_a_program_that_does_not_know_the_token_does_not_get_it(
    video: Path, elsewhere: tuple[str, list[str | None]]
) -> None:
    """Where the program was ended, anyone may listen at its port."""
    url, asked = elsewhere

    ended = svs("submit", "--url", url, video, SVS_DEBUG="1", **{TOKEN: "secret"})

    assert ended.returncode == 1
    assert f"What listens at {url} does not know the token." in ended.stderr.decode()
    assert asked == [None]


def test_the_token_is_not_told_to_other_computers(video: Path) -> None:
    places = Places.default()
    places.make()
    places.api_token.write_text("secret\n")

    ended = svs("submit", "--url", "http://192.0.2.1:8765", video, SVS_DEBUG="1")

    assert ended.returncode == 1
    assert b"there is no token for http://192.0.2.1:8765" in ended.stderr


def test_nothing_to_submit_is_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert svs("submit", tmp_path / "empty").returncode == 2
    assert svs("submit").returncode == 2
    assert svs("serve", "--port", "80").returncode == 2

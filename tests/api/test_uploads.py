"""Videos that are sent: streamed to disk, within limits, under no path that a client chose."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from msgspec.structs import replace
from workers.stubs import whole_run

from svs_desktop.api.limits import Limits
from svs_desktop.pipeline.job import Status

from .conftest import JOBS, LIMITS, VIDEO, Station

NAMES = (
    "../../../etc/passwd",
    "..",
    ".",
    "",
    "/etc/passwd",
    "C:\\Windows\\system32\\evil.mp4",
    "con.mp4",
    "a\0b.mp4",
    "line\nbreak.mp4",
    "x" * 900 + ".mp4",
    "tal\u202e4pm.exe",
    "講義 4 é.mp4",
    "~root/.ssh/authorized_keys",
)


def uploaded(station: Station) -> list[Path]:
    folder = station.places.uploads
    return [path for path in folder.rglob("*") if path.is_file()] if folder.is_dir() else []


def test_a_video_is_sent_and_done(station: Station) -> None:
    station.engines.plays["talk.mp4"] = whole_run()

    answer = station.send("talk.mp4", b"0123456789" * 5000)

    assert answer.status == 201
    path = Path(answer.json["path"])
    assert path.read_bytes() == b"0123456789" * 5000
    assert path.parent == station.places.uploads / answer.json["id"]
    assert path.stat().st_mode & 0o777 == 0o600
    station.reach(answer.json["id"], Status.FINISHED)


def test_names_are_never_paths(station: Station) -> None:
    for name in NAMES:
        answer = station.send(quote(name, safe=""))

        assert answer.status == 201, name
        path = Path(answer.json["path"])
        assert path.resolve().parent == station.places.uploads.resolve() / answer.json["id"], name
        assert path.read_bytes() == b"video"
        assert not {"\0", "\n", "\u202e"} & set(path.name)
    assert len(uploaded(station)) == len(NAMES)
    assert station.send("x" * 2000).code == "invalid"


def test_too_much_is_refused_and_nothing_of_it_stays(station: Station) -> None:
    def chunks() -> Iterator[bytes]:
        for _ in range(20):
            yield b"x" * 10_000

    assert station.send("told.mp4", b"x" * 100_001).code == "too_large"
    assert station.send("untold.mp4", chunks()).code == "too_large"
    assert station.send("empty.mp4", b"").code == "invalid"

    station.wait(lambda: uploaded(station) == [])
    assert station.queue.ids == []


def test_a_client_that_goes_away_leaves_nothing(station: Station) -> None:
    for_ever = f"POST {JOBS}?name=a.mp4 HTTP/1.1\r\nHost: 127.0.0.1:{station.port}\r\n"
    for_ever += f"Authorization: Bearer {station.token}\r\nContent-Length: 90000\r\n"
    for_ever += f"Content-Type: {VIDEO['Content-Type']}\r\n\r\nthe beginning"
    with station.raw() as connection:
        connection.sendall(for_ever.encode())
        station.wait(lambda: uploaded(station))
        # Another one must wait for its turn.
        assert station.send("b.mp4").code == "busy"

    station.wait(lambda: uploaded(station) == [])
    assert station.send("c.mp4").status == 201


@pytest.mark.parametrize("limits", [replace(LIMITS, spare_bytes=1 << 62)])
def test_a_full_disk_is_told(station: Station, limits: Limits) -> None:
    assert station.send("a.mp4").code == "disk_full"
    assert uploaded(station) == []


def test_a_video_goes_with_its_job(station: Station) -> None:
    kept, gone = (station.send(name).json["id"] for name in ("kept.mp4", "gone.mp4"))

    assert station.ask("DELETE", f"{JOBS}/{gone}").status == 204

    station.wait(lambda: [path.parent.name for path in uploaded(station)] == [kept])


def test_options_of_a_sent_video_are_taken(station: Station) -> None:
    options = quote('{"language": "de"}')
    answer = station.ask("POST", f"{JOBS}?name=a.mp4&options={options}", b"video", VIDEO)
    assert answer.json["options"]["language"] == "de"
    wrong = station.ask("POST", f"{JOBS}?options={quote('[1]')}", b"video", VIDEO)
    assert wrong.code == "invalid"

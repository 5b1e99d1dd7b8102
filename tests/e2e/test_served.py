"""``svs serve`` and ``svs submit`` with the real engine, over whatever happens in between."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import SVS, Served, free_port, submit, until

from svs_desktop.paths import Places, resource

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="signals as POSIX has them"),
]


@pytest.fixture
def served(places: Places) -> Iterator[Served]:
    made = Served(places)
    made.start()
    yield made
    made.close()


def test_a_summary_arrives_though_the_server_is_killed_on_the_way(served: Served) -> None:
    """The sample from a clean start, killed in its middle, gone for a while, and started again."""
    waiting = submit(resource("sample", "sample.mp4"), "--wait")
    try:
        until(lambda: any(job["overall"] > 25 for job in served.jobs()))
        (before,) = served.jobs()

        served.kill()
        with pytest.raises(OSError, match="refused"):
            served.jobs()
        assert waiting.poll() is None
        served.start()

        (after,) = served.jobs()
        assert after["id"] == before["id"]
        assert after["overall"] >= 20, "it goes on where it was"
        printed, complaints = waiting.communicate(timeout=200)
    finally:
        waiting.kill()
        waiting.communicate()

    assert (waiting.returncode, complaints) == (0, b"")
    assert printed.startswith(b"How the tides work\n")
    assert b"KEY POINTS" in printed
    (done,) = served.jobs()
    assert (done["status"], done["overall"]) == ("finished", 100.0)


def test_several_are_followed_and_each_is_told(served: Served, clip: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"no video" * 100)

    ended = submit(clip, broken, tmp_path / "missing.mp4", "--wait", "--format", "md")
    printed, complaints = ended.communicate(timeout=200)

    assert ended.returncode == 1
    assert printed.startswith(b"# ")
    assert b"## Transcript" in printed
    assert complaints.decode().splitlines() == [
        f"svs: “{tmp_path / 'missing.mp4'}” cannot be used: No such file or directory.",
        (
            "svs: “broken.mp4” is not a video or audio file that can be read. Check that it plays "
            "in a video player; if it does not, fetch it again."
        ),
    ]


def test_a_second_program_is_refused_or_hands_over(served: Served, clip: Path) -> None:
    again = subprocess.run([*SVS, "serve"], capture_output=True, check=False, timeout=30)
    assert again.returncode == 1
    assert f"Another program serves this library already, at {served.url}" in again.stderr.decode()

    window = subprocess.run(
        [SVS[0], "-m", "svs_desktop", clip], capture_output=True, check=False, timeout=30
    )
    assert (window.returncode, window.stdout) == (0, b"Added to the program that is open.\n")
    until(lambda: [job["name"] for job in served.jobs()] == [clip.name])

    link = subprocess.run([*SVS, "link"], capture_output=True, check=True, timeout=30)
    assert link.stdout.decode().startswith(f"{served.url}/enter?key=")


def test_it_ends_in_order_when_it_is_asked_to(served: Served, clip: Path) -> None:
    ended = submit(clip)
    (job_id,) = ended.communicate(timeout=60)[0].split()
    assert ended.returncode == 0
    until(lambda: served.ask(f"/api/admin/jobs/{job_id.decode()}")["status"] == "running")

    assert served.terminate() == 0

    assert not served.places.api_address.exists()
    assert not served.places.door.exists()
    served.start()
    # It goes on with it; where this is looked at late, it has ended well by now.
    state = served.ask(f"/api/admin/jobs/{job_id.decode()}")["status"]
    assert state in {"queued", "running", "finished"}


def test_a_new_token_ends_the_old_one(served: Served) -> None:
    old = served.places.api_token.read_text()
    served.terminate()
    ended = subprocess.Popen(
        [*SVS, "serve", "--new-token", "--port", str(served.port)], stdout=subprocess.PIPE
    )
    try:
        assert ended.stdout
        ended.stdout.readline()
        assert served.places.api_token.read_text() != old
        assert served.jobs() == []
    finally:
        ended.terminate()
        ended.communicate(timeout=20)


@pytest.mark.parametrize("host", ["0.0.0.0"])
def test_what_other_computers_mean_is_told(places: Places, host: str) -> None:
    child = subprocess.Popen(
        [*SVS, "serve", "--host", host, "--port", str(free_port())],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        assert child.stdout
        child.stdout.readline()
    finally:
        child.terminate()
    said = child.communicate(timeout=20)[1].decode()
    assert "Other computers can reach it" in said
    assert "not encrypted" in said

"""Real programs on a real screen, with the real models and short real recordings."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import av
import pytest
from child import Run

from svs_desktop.paths import Places, resource


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first 20 seconds of the sample: three sentences."""
    path = tmp_path_factory.mktemp("clips") / "the first words.mp4"
    with av.open(str(resource("sample", "sample.mp4"))) as whole, av.open(str(path), "w") as part:
        streams = {s: part.add_stream_from_template(s) for s in whole.streams}
        for packet in whole.demux():
            if packet.dts is not None and packet.dts * packet.time_base < 20:
                packet.stream = streams[packet.stream]
                part.mux(packet)
    return path


@pytest.fixture
def run(places: Places) -> Iterator[Run]:
    """Starts Python with these arguments; what runs at the end of the test is killed."""
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: str | Path, **changes: object) -> subprocess.Popen[str]:
        settings = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
        child = subprocess.Popen([sys.executable, *map(str, arguments)], **settings | changes)
        started.append(child)
        return child

    yield start
    for child in started:
        child.kill()
        child.communicate()

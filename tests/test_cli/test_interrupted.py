"""``svs summarize`` when it is told to end, in the middle of its work."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys

import psutil
import pytest

from .process import PATIENCE_S, SVS, silent_clip, started
from .test_summarize import cached, history

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")

# Long enough to be at work when the signal comes, wherever it comes.
LONG_S = 1800


def wait_for(process: subprocess.Popen[bytes], event: str) -> dict:
    for line in process.stdout:
        told = json.loads(line)
        if told["event"] == event:
            return told
    raise AssertionError(process.stderr.read())


@pytest.mark.parametrize("event", ["started", "progress"])
@pytest.mark.parametrize(
    ("number", "status"),
    [
        (signal.SIGINT, 130),
        pytest.param(signal.SIGTERM, 143, marks=pytest.mark.slow),
        pytest.param(signal.SIGHUP, 129, marks=pytest.mark.slow),
    ],
)
def test_a_signal_ends_the_program_and_its_engine(event, number, status, places, tmp_path):
    clips = [silent_clip(tmp_path / f"{name}.wav", LONG_S) for name in "ab"]
    with started("summarize", "--json", *clips) as process:
        job = wait_for(process, event)["job"]
        children = psutil.Process(process.pid).children(recursive=True)
        assert event == "started" or children
        os.killpg(process.pid, number)
        *_, last = process.stdout
        assert process.wait(5) == status
        assert process.stderr.read() == b""
    _, alive = psutil.wait_procs(children, timeout=0)
    assert alive == []
    assert json.loads(last) == {
        "event": "cancelled",
        "job": job,
        "path": str(clips[0]),
    }
    assert history(places) == []
    assert cached(places) == []


@pytest.mark.slow
def test_a_program_that_dies_takes_its_engine_along(places, tmp_path):
    with started("summarize", "--json", silent_clip(tmp_path / "a.wav", LONG_S)) as process:
        wait_for(process, "progress")
        children = psutil.Process(process.pid).children(recursive=True)
        process.kill()
    _, alive = psutil.wait_procs(children, timeout=PATIENCE_S)
    assert children
    assert alive == []


@pytest.mark.slow
def test_nohup_lets_the_program_live_on(places, tmp_path):
    command = "trap '' HUP; exec \"$@\""
    arguments = ["summarize", "--json", "--no-history", silent_clip(tmp_path / "a.wav")]
    with subprocess.Popen(
        ["sh", "-c", command, "sh", *SVS, *arguments], stdout=subprocess.PIPE
    ) as process:
        wait_for(process, "started")
        process.send_signal(signal.SIGHUP)
        wait_for(process, "finished")
        assert process.wait(PATIENCE_S) == 0


@pytest.mark.slow
def test_a_reader_that_goes_away_ends_it_quietly(places, tmp_path):
    with started("summarize", "--json", silent_clip(tmp_path / "a.wav", LONG_S)) as process:
        wait_for(process, "started")
        process.stdout.close()
        assert process.wait(PATIENCE_S) == 141
        assert process.stderr.read() == b""
    assert cached(places) == []


@pytest.mark.parametrize(
    ("arguments", "statuses"),
    # argparse itself passes over what it cannot print.
    [(["--help"], {0, 141}), (["models", "list"], {141})],
)
def test_nobody_reads_at_all(arguments, statuses):
    read, write = os.pipe()
    os.close(read)
    with started(*arguments, stdout=write) as process:
        os.close(write)
        assert process.stderr.read() == b""
        assert process.wait(PATIENCE_S) in statuses


def test_closed_streams_do_no_harm():
    command = 'exec "$@" <&- >&- 2>&-'
    shell = ["sh", "-c", command, "sh", *SVS, "models", "list"]
    assert subprocess.run(shell, check=False, timeout=PATIENCE_S).returncode == 0

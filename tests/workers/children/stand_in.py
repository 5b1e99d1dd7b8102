"""Speaks like the engine and does what the name of each job's file says.

``stand_in.py [BEHAVIOUR MARK]``: the first start does BEHAVIOUR at once and leaves the file MARK;
later starts are good.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

AT = "2026-11-03T12:00:00Z"
SUMMARY = {
    "title": "Talk",
    "paragraphs": [],
    "key_points": [],
    "language": "en",
    "duration_s": 60.0,
    "speech_model": "base",
    "writer": "key sentences",
    "sentences_read": 1,
}
REQUEST: dict[str, Any] = {}
"""The request that is being done."""
SLEEPER = [sys.executable, "-ISc", "import signal; signal.pause()"]


def say(event: str, **fields: object) -> None:
    write(json.dumps({"event": event, **fields}).encode() + b"\n")


def write(content: bytes) -> None:
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def progress(fraction: float = 0.0) -> None:
    values = {"stage": "transcribe", "fraction": fraction, "overall": 20 + 50 * fraction}
    say("progress", progress=values)


def succeed() -> None:
    progress()
    say("finished", summary=SUMMARY, at=AT)


def use_earlier() -> None:
    """Says the transcript that it was given, if any."""
    if REQUEST["earlier"]:
        say("transcribed", segments=REQUEST["earlier"]["transcript"]["segments"])
    succeed()


def draft() -> None:
    """Writes a summary before the eyes of whoever watches."""
    say("drafted", text="Nodules")
    say("drafted", text="Nodules grow\nslowly.")
    succeed()


def chapters() -> None:
    """Finishes with a chapter that has a picture."""
    chapter = {"start": 0.0, "end": 60.0, "title": "Nodules", "picture": "/cache/1.jpg"}
    say("finished", summary={**SUMMARY, "chapters": [chapter]}, at=AT)


def take_long() -> None:
    """Forty small steps, then the end."""
    for step in range(40):
        progress(step / 40)
    succeed()


def say_much() -> None:
    for step in range(3000):
        progress(step / 3000)
    succeed()


def fail() -> None:
    say("failed", failure={"code": "no_audio", "values": {"name": "fail.mp4"}}, at=AT)


def abort() -> None:
    sys.stderr.write("the last words\n")
    os.abort()


def segfault() -> None:
    progress()
    ctypes.string_at(0)


def be_killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def exit_3() -> None:
    sys.stderr.write("a" * 100_000 + "the last words\n")
    sys.exit(3)


def hang() -> None:
    progress()
    signal.pause()


def hang_deaf() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    hang()


def hang_stopped() -> None:
    progress()
    os.kill(os.getpid(), signal.SIGSTOP)


def flood() -> None:
    while True:
        progress()


def flood_with_empty_lines() -> None:
    progress()
    while True:
        write(b"\n" * 65_536)


def flood_stderr() -> None:
    for _ in range(300):
        os.write(2, b"x" * 65_536)
    succeed()


def say_garbage() -> None:
    sys.stderr.write("the last words\n")
    write(b"\xff\xfe\x00 what?\n")
    signal.pause()


def say_other_json() -> None:
    say("nonsense")
    signal.pause()


def say_wrong_type() -> None:
    say("probed", media={"duration_s": 1.0}, thumbnail=5)
    signal.pause()


def say_deep() -> None:
    write(b"[" * 200_000 + b"\n")
    signal.pause()


def say_requeued() -> None:
    """An event that only the program itself may bring about."""
    say("requeued")
    signal.pause()


def say_huge() -> None:
    progress()
    block = b"x" * (1 << 20)
    for _ in range(40):
        write(block)
    signal.pause()


def close_output() -> None:
    progress()
    os.close(1)
    signal.pause()


def leave_child() -> None:
    """Dies and leaves somebody behind who holds all its pipes."""
    progress()
    sys.stderr.write(f"{subprocess.Popen(SLEEPER).pid}\n")
    os.abort()


def finish_and_die() -> None:
    succeed()
    os._exit(1)


def hang_at_once() -> None:
    signal.pause()


def tell_wrong_version() -> None:
    say("ready", version=99)
    signal.pause()


def die_at_once() -> None:
    sys.exit("a library is missing")


def trickle() -> None:
    """The shape of a crash report: many small writes, as faulthandler makes them."""
    for number in range(200):
        os.write(2, b"line %d, " % number)
    os.abort()


def main() -> None:
    # As the real engine: the end of its input is its end.
    requests: list[str] = []
    arrived = threading.Semaphore(0)

    def read() -> None:
        for line in sys.stdin:
            requests.append(line)
            arrived.release()
        os._exit(0)

    if len(sys.argv) > 2 and not Path(sys.argv[2]).exists():
        Path(sys.argv[2]).touch()
        _behaviour(sys.argv[1])()
    threading.Thread(target=read, daemon=True).start()
    say("ready", version=4)
    while True:
        arrived.acquire()
        REQUEST.update(json.loads(requests.pop(0)))
        path = REQUEST["job"]["path"] if REQUEST["do"] == "run" else REQUEST["path"]
        _behaviour(Path(path).stem)()


def _behaviour(name: str) -> Callable[[], None]:
    behaviour: Callable[[], None] = globals()[name]
    return behaviour


if __name__ == "__main__":
    main()

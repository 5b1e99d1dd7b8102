"""A child process that is spoken to in lines, and that is always seen to its end."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from queue import Empty, Queue, SimpleQueue
from typing import IO

_LONGEST_LINE = 16 << 20
_LINES_AHEAD = 64
# The list of libraries that ends Python's report of a crash takes several thousand by itself.
_TAIL_BYTES, _CHUNK_BYTES = 16_384, 4096
_GLANCE_S = 0.5
_EXIT_S = 2.0

_SIGNALS = {
    "SIGKILL": "the system stopped it, as it does when memory runs out",
    "SIGTERM": "another program ended it",
    "SIGSEGV": "a part of it crashed (memory fault)",
    "SIGBUS": "a part of it crashed (memory fault)",
    "SIGABRT": "a part of it gave up (abort)",
    "SIGILL": "this processor lacks an instruction that it needs",
    "SIGFPE": "a part of it crashed (arithmetic fault)",
}
_BROKE_OFF = "it broke off, and had to be ended"
# Windows tells a crash by its exit status: access violation, missing library, illegal instruction.
_STATUSES = {
    0xC0000005: "a part of it crashed (memory fault)",
    0xC0000135: "a library that it needs is missing",
    0xC000001D: "this processor lacks an instruction that it needs",
}


class ChildProcess:
    """A child in a process group of its own, with its lines read ahead by a bounded number.

    Two threads drain its outputs, so that it never waits for a reader that is not there; a third
    one fills its input, for a request with a transcript in it is longer than a pipe.
    """

    def __init__(self, command: Sequence[str]) -> None:
        """Start the child.

        Raises:
            OSError: The program cannot be started.
        """
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._lines: Queue[bytes] = Queue(_LINES_AHEAD)
        self._requests: SimpleQueue[bytes] = SimpleQueue()
        self._tail = b""
        self._is_over = False
        self._threads = [
            threading.Thread(target=self._read_lines, name="engine lines", daemon=True),
            threading.Thread(target=self._read_stderr, name="engine log", daemon=True),
            threading.Thread(target=self._write_requests, name="engine requests", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    @property
    def stderr_tail(self) -> str:
        """The end of what the child wrote to standard error."""
        return self._tail.decode("utf-8", "replace").strip()

    def send(self, line: bytes) -> None:
        """Give the child a line; what a child that is gone does not read is lost. Never waits."""
        self._requests.put(line)

    def next_line(self, timeout_s: float) -> bytes:
        """The child's next line; empty when it has ended.

        Raises:
            TimeoutError: The child said nothing for so long.
        """
        deadline = time.monotonic() + timeout_s
        while (left := deadline - time.monotonic()) > 0:
            is_gone = self._process.poll() is not None
            try:
                return self._lines.get(timeout=min(left, _GLANCE_S))
            except Empty:
                # A child of a child that is gone may hold its output open for ever.
                if is_gone:
                    return b""
        raise TimeoutError

    def kill(self) -> None:
        """End the child and its children now, from any thread. Does not wait."""
        if self._is_over:  # the number may be another process's by now
            return
        with suppress(ProcessLookupError, PermissionError):
            if sys.platform == "win32":
                self._process.kill()
            else:
                os.killpg(self._process.pid, signal.SIGKILL)

    def end(self, grace_s: float = 0.0) -> int | None:
        """See the child and its children to their end and free what they held.

        Args:
            grace_s: Seconds in which it may end by itself before it is killed. A child that
                closed its output is about to: only its own status tells the reason.

        Returns:
            The exit status; None when it did not end by itself.
        """
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(grace_s)
        status = self._process.returncode
        self._requests.put(b"")
        self.kill()
        with suppress(subprocess.TimeoutExpired):  # a dead network drive may hold it for long
            self._process.wait(_EXIT_S)
        self._is_over = True
        self._join_threads()
        return status

    def _join_threads(self) -> None:
        deadline = time.monotonic() + _EXIT_S
        while any(t.is_alive() for t in self._threads) and time.monotonic() < deadline:
            # The reader may wait for room among the lines ahead.
            with suppress(Empty):
                while True:
                    self._lines.get_nowait()
            for thread in self._threads:
                thread.join(0.01)

    def _read_lines(self) -> None:
        try:
            with _pipe(self._process.stdout) as stream, io.BufferedReader(stream) as reader:  # type: ignore[type-var]
                while (line := reader.readline(_LONGEST_LINE)) and not self._is_over:
                    self._lines.put(line)
        finally:
            self._lines.put(b"")

    def _read_stderr(self) -> None:
        with _pipe(self._process.stderr) as stream:
            while chunk := stream.read(_CHUNK_BYTES):
                self._tail = (self._tail + chunk)[-_TAIL_BYTES:]

    def _write_requests(self) -> None:
        with _pipe(self._process.stdin) as stream, suppress(OSError):
            while left := memoryview(self._requests.get()):
                while left:  # a write may end in the middle of a long line
                    left = left[stream.write(left) :]


def exit_reason(status: int | None) -> str:
    """The exit status of a process in words; None of one that had to be ended."""
    if status is None:
        return _BROKE_OFF
    if status < 0:
        name = signal.Signals(-status).name if -status in set(signal.Signals) else ""
        return _SIGNALS.get(name, f"signal {name or -status}")
    return _STATUSES.get(status, f"it ended with status {status}")


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise ValueError("all three pipes are made at the start")
    return pipe

"""The engine as a child process: jobs in, events out, and nothing it does harms this one."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Protocol, cast

from svs_desktop.paths import Places
from svs_desktop.pipeline.errors import ErrorCode, Failure
from svs_desktop.pipeline.events import (
    Cancelled,
    Described,
    Event,
    Examined,
    Failed,
    Finished,
    Measured,
    Probed,
    Told,
)
from svs_desktop.pipeline.job import Job
from svs_desktop.pipeline.summary import Result
from svs_desktop.pipeline.transcript import SoFar
from svs_desktop.pipeline.wire import (
    VERSION,
    Answer,
    Describe,
    Examine,
    Measure,
    Probe,
    Ready,
    Request,
    Run,
    decode_answer,
    encode,
)
from svs_desktop.workers.child_process import ChildProcess, exit_reason

_MODULE = "svs_desktop.pipeline.engine"
_GRACE_S = 1.0


class EngineRun(Protocol):
    """One request to an engine. Iterating does it; ``stop`` may come from any thread."""

    def __iter__(self) -> Iterator[Event]:
        """Events, ending in exactly one ``Finished``, ``Failed`` or ``Cancelled``."""
        ...

    def stop(self) -> None:
        """End the run soon, whether it has begun or not; its last event is ``Cancelled``."""
        ...


class Engine(Protocol):
    """Something that does jobs, one at a time."""

    def run(
        self, job: Job, earlier: Result | None = None, so_far: SoFar | None = None
    ) -> EngineRun:
        """A run of the job, which begins when it is iterated.

        With ``earlier``, a result of the same video, its transcript is used again. With
        ``so_far``, what an interrupted run has transcribed, it goes on from there.
        """
        ...

    def close(self) -> None:
        """Free all that the engine holds."""
        ...


def engine_command(places: Places) -> list[str]:
    """The command line that starts the engine."""
    # -P: a folder of videos must not lend the engine its Python files.
    program = ["--engine"] if getattr(sys, "frozen", False) else ["-P", "-m", _MODULE]
    folders = ["--models", str(places.models), "--cache", str(places.cache)]
    return [sys.executable, *program, *folders]


class EngineProcess:
    """An engine in a child process, kept warm between jobs and let go when idle.

    Args:
        command: What to start; see ``engine_command``.
        idle_s: Seconds without work after which the child ends and its memory is free.
        silence_s: Seconds without a sign after which a working child counts as hung.
    """

    def __init__(
        self, command: Sequence[str], *, idle_s: float = 120.0, silence_s: float = 900.0
    ) -> None:
        self._command = list(command)
        self._idle_s = idle_s
        self._silence_s = silence_s
        # A signal handler may call stop() on the very thread that holds the lock.
        self._lock = threading.RLock()
        self._child: ChildProcess | None = None
        self._current: ProcessRun | None = None
        self._timer: threading.Timer | None = None
        self._closed = False

    @property
    def pid(self) -> int | None:
        """The child's process id, while there is one."""
        child = self._child
        return child.pid if child else None

    def run(
        self, job: Job, earlier: Result | None = None, so_far: SoFar | None = None
    ) -> ProcessRun:
        """A run of the job, which begins when it is iterated."""
        return ProcessRun(self, Run(job, earlier, so_far), job.path.name, (Finished, Failed))

    def probe(self, request: Probe) -> ProcessRun:
        """A look at a file: yields one ``Probed``, ``Failed`` or ``Cancelled``."""
        return ProcessRun(self, request, request.path.name, (Probed, Failed))

    def ask(self, question: Describe | Examine | Measure, name: str) -> ProcessRun:
        """A question about models: yields one answer, ``Failed`` or ``Cancelled``.

        Args:
            question: The question.
            name: What a failure of the engine itself is about.
        """
        return ProcessRun(self, question, name, (Described, Examined, Measured, Failed))

    def close(self) -> None:
        """End the child for good; a run in progress, or begun later, ends in ``Cancelled``."""
        with self._lock:
            self._closed = True
            if self._current:
                self.stop(self._current)
        self._let_go()

    def stop(self, run: ProcessRun) -> None:
        """End a run of this engine, from any thread and from signal handlers. Never waits."""
        run.stopped.set()
        with self._lock:
            if self._current is run and self._child:
                self._child.kill()

    def converse(self, run: ProcessRun) -> Iterator[Event | Told]:
        """Do a run of this engine, on the calling thread."""
        failure: Failure | None = None
        while not (run.stopped.is_set() or self._closed):
            is_new, has_answered, has_ended = self._child is None, False, False
            try:
                for event in self._answers(run):
                    has_answered = True
                    has_ended = isinstance(event, run.last)
                    yield event
            except _ChildGoneError as gone:
                failure = gone.failure
            finally:
                self._release(reusable=has_ended and not run.stopped.is_set())
            if has_ended:
                return
            # A child that died while it was idle says nothing about this job.
            is_crash = failure is not None and failure.code is ErrorCode.ENGINE_CRASHED
            if is_new or has_answered or not is_crash:
                break
        if run.stopped.is_set() or failure is None:
            yield Cancelled(_now())
        else:
            yield Failed(failure, _now())

    def _answers(self, run: ProcessRun) -> Iterator[Event | Told]:
        child = self._claim(run)
        child.send(encode(run.request))
        while True:
            answer = _understand(self._next_line(child, run), child)
            is_last = isinstance(answer, run.last)
            if run.stopped.is_set() and not is_last:
                return
            if not isinstance(answer, Ready):
                yield answer
            if is_last:
                return

    def _next_line(self, child: ChildProcess, run: ProcessRun) -> bytes:
        try:
            line = child.next_line(self._silence_s)
        except TimeoutError:
            child.end()
            values = {"name": run.name, "minutes": f"{self._silence_s / 60:.0f}"}
            raise _gone(ErrorCode.ENGINE_SILENT, child.stderr_tail, **values) from None
        if not line:
            reason = exit_reason(child.end(grace_s=_GRACE_S))
            raise _gone(ErrorCode.ENGINE_CRASHED, child.stderr_tail, name=run.name, reason=reason)
        return line

    def _claim(self, run: ProcessRun) -> ChildProcess:
        with self._lock:
            self._cancel_timer()
            self._current = run
            if self._closed:
                run.stopped.set()
            child = self._child
        if not child:
            # Without the lock: a start takes its time, and stop() must not wait for it.
            child = self._start(run)
            with self._lock:
                self._child = child
        if run.stopped.is_set():
            child.kill()
        return child

    def _start(self, run: ProcessRun) -> ChildProcess:
        try:
            return ChildProcess(self._command)
        except OSError as error:
            values = {"name": run.name, "reason": f"it cannot be started ({error.strerror})"}
            raise _gone(ErrorCode.ENGINE_CRASHED, str(error), **values) from error

    def _release(self, *, reusable: bool) -> None:
        with self._lock:
            self._current = None
            if reusable and not self._closed:
                self._timer = threading.Timer(self._idle_s, self._let_go)
                self._timer.daemon = True
                self._timer.start()
                return
        self._let_go()

    def _let_go(self) -> None:
        with self._lock:
            if self._current:
                return
            self._cancel_timer()
            child, self._child = self._child, None
        if child:
            child.end()

    def _cancel_timer(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None


class ProcessRun:
    """One request to an ``EngineProcess``.

    Attributes:
        stopped: Set when it was asked to end.
        last: The events that end it.
    """

    def __init__(
        self, engine: EngineProcess, request: Request, name: str, last: tuple[type, ...]
    ) -> None:
        self.stopped = threading.Event()
        self.request = request
        self.name = name
        self.last = last
        self._engine = engine

    def __iter__(self) -> Iterator[Event]:
        """Do the request, on the calling thread."""
        return cast("Iterator[Event]", self.answers())

    def answers(self) -> Iterator[Event | Told]:
        """The same, for a question about models."""
        return self._engine.converse(self)

    def stop(self) -> None:
        """End the run soon, whether it has begun or not."""
        self._engine.stop(self)


class _ChildGoneError(Exception):
    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.sentence)
        self.failure = failure


def _gone(code: ErrorCode, detail: str = "", **values: str) -> _ChildGoneError:
    return _ChildGoneError(Failure(code, values, detail))


def _understand(line: bytes, child: ChildProcess) -> Answer:
    try:
        answer = decode_answer(line)
    except ValueError as error:
        raise _garbled(f"{error}: {line[:200]!r}", child) from error
    if isinstance(answer, Ready) and answer.version != VERSION:
        raise _garbled(f"version {answer.version}, not {VERSION}", child)
    return answer


def _garbled(what: str, child: ChildProcess) -> _ChildGoneError:
    child.end()  # only then is its log complete
    return _gone(ErrorCode.ENGINE_GARBLED, f"{what}\n{child.stderr_tail}".strip())


def _now() -> datetime:
    return datetime.now(UTC)

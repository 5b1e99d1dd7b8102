"""The engine: a process that does jobs for another one.

Requests come on standard input, a line each; events leave on what was standard output when the
process began. Whatever else prints goes to standard error. The process ends with its input, so
that it never outlives the program that started it.
"""

from __future__ import annotations

import argparse
import faulthandler
import os
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, BinaryIO

import psutil

from svs_desktop.pipeline import allocator
from svs_desktop.pipeline.errors import ErrorCode, Failure, PipelineError
from svs_desktop.pipeline.events import Described, Event, Failed, Probed, Told
from svs_desktop.pipeline.fingerprint import fingerprint_or_nothing
from svs_desktop.pipeline.wire import (
    Describe,
    Examine,
    Measure,
    Probe,
    Ready,
    Request,
    Run,
    decode_request,
    encode,
)
from svs_desktop.pipeline.workspace import Workspace

if TYPE_CHECKING:
    from svs_desktop.pipeline.tools import Tools


def main(arguments: list[str] | None = None) -> int:
    """Serve requests until standard input ends."""
    parser = argparse.ArgumentParser(prog="svs-engine")
    parser.add_argument("--models", type=Path, required=True, help="folder of installed models")
    parser.add_argument("--cache", type=Path, required=True, help="folder for files in between")
    options = parser.parse_args(arguments)
    faulthandler.enable()
    os.environ["HF_HUB_OFFLINE"] = "1"
    _be_modest()
    channel = _take_stdout()
    requests: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_read_requests, args=(requests,), daemon=True).start()
    _write(channel, Ready())
    server = _Server(options.models, Workspace(options.cache))
    while True:
        for event in server.answer(decode_request(requests.get())):
            _write(channel, event)


class _Server:
    """Answers requests, with the models of the last job still in memory."""

    def __init__(self, models_dir: Path, workspace: Workspace) -> None:
        self._models_dir = models_dir
        self._workspace = workspace
        self._kept: object = None

    def answer(self, request: Request) -> Iterator[Event | Told]:
        with suppress(OSError):  # whoever writes there will say what is the matter
            self._workspace.make()
        try:
            match request:
                case Run():
                    yield from self._run(request)
                case Probe():
                    yield _probe(request)
                case Describe():
                    yield _describe(request)
                case Measure() | Examine():
                    yield self._look_into(request)
        except ImportError as error:
            values = {"library": error.name or str(error)}
            failure = Failure(ErrorCode.MISSING_LIBRARY, values, traceback.format_exc())
            yield Failed(failure, datetime.now(UTC))

    def _run(self, request: Run) -> Iterator[Event]:
        # Imported here: the models' libraries take seconds to load, and a probe needs none.
        try:
            from svs_desktop.pipeline import run
        except OSError as error:  # so torch shows that a library of the system is missing
            raise ImportError(str(error)) from error
        yield from run.run(
            request.job, self._tools(), self._workspace, request.earlier, request.so_far
        )

    def _look_into(self, request: Measure | Examine) -> Told | Failed:
        """Measure a model, or open one."""
        try:
            from svs_desktop.pipeline import measuring
        except OSError as error:
            raise ImportError(str(error)) from error
        try:
            match request:
                case Examine():
                    return measuring.examine(request.location)
                case Measure(what="speech"):
                    audio = self._workspace.audio("measurement")
                    return measuring.measure_speech(
                        request.options, self._tools(), request.sample, audio
                    )
                case _:
                    return measuring.measure_writer(request.options, self._tools(), request.text)
        except PipelineError as error:
            return Failed(error.failure, datetime.now(UTC))
        except ImportError:
            raise
        except Exception:  # noqa: BLE001 - a question ends in an answer
            failure = Failure(ErrorCode.INTERNAL, {"name": "model"}, traceback.format_exc())
            return Failed(failure, datetime.now(UTC))

    def _tools(self) -> Tools:
        from svs_desktop.pipeline import tools

        if not isinstance(self._kept, tools.Tools):
            self._kept = tools.Tools(self._models_dir)
        return self._kept


def _describe(request: Describe) -> Told:
    from svs_desktop.pipeline import device

    place = device.placement(request.device, request.threads)
    return Described(place.device, place.compute_type, place.workers * place.threads)


def _probe(request: Probe) -> Event:
    from svs_desktop.pipeline import media

    try:
        info = media.probe(request.path)
        media.choose_track(request.path, info, None)
        with_picture = info.has_video and _has_picture(request)
    except PipelineError as error:
        return Failed(error.failure, datetime.now(UTC))
    except Exception:  # noqa: BLE001 - whatever is wrong with one file, the next one is looked at
        failure = Failure(ErrorCode.INTERNAL, {"name": request.path.name}, traceback.format_exc())
        return Failed(failure, datetime.now(UTC))
    picture = request.picture if with_picture else None
    return Probed(info, picture, fingerprint_or_nothing(request.path))


def _has_picture(request: Probe) -> bool:
    from svs_desktop.pipeline import media

    try:
        return media.save_picture(request.path, request.picture)
    except Exception:  # noqa: BLE001 - a talk is worth as much without its picture
        return False


def _take_stdout() -> BinaryIO:
    """Keep standard output for events alone; what libraries print joins standard error."""
    channel = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return channel


def _write(channel: BinaryIO, message: Event | Told | Ready) -> None:
    # Buffered: a single write may end in the middle of a long line, when the computer sleeps.
    channel.write(encode(message))
    channel.flush()


def _read_requests(requests: SimpleQueue[bytes]) -> None:
    for line in sys.stdin.buffer:
        requests.put(line)
    # The program is gone. Native code may hold the main thread for minutes: do not wait for it.
    os._exit(0)


def _be_modest() -> None:
    """Leave processor and memory to whatever the person at the computer does."""
    allocator.hold_little()
    if sys.platform == "win32":
        psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
    else:
        os.nice(5)


if __name__ == "__main__":
    sys.exit(main())

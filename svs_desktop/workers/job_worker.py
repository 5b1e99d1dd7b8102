"""One job on a thread of the pool: what the engine reports is kept, then told."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime

from PySide6.QtCore import QRunnable

from svs_desktop.library import Library, LibraryError
from svs_desktop.pipeline.errors import ErrorCode, Failure
from svs_desktop.pipeline.events import TERMINAL, Event, Failed, Finished
from svs_desktop.pipeline.job import Job
from svs_desktop.pipeline.workspace import Workspace
from svs_desktop.workers.engine_process import Engine


class JobWorker(QRunnable):
    """Drives one run of an engine.

    The pool deletes it when it has run: one that it is not to delete it keeps for ever
    (PySide 6.11), with all that it holds.

    It owns no signals: ``tell`` and ``done`` are bound signals of a QObject that outlives it, for
    signals of an object that dies with its runnable get lost.

    Args:
        tell: Called with the job's id and each event, after the event is kept. The last one is
            ``Finished``, ``Failed`` or ``Cancelled``, unless the run was interrupted.
        done: Called with the job's id when the worker has ended, whatever happened.
    """

    def __init__(
        self,
        job: Job,
        engine: Engine,
        library: Library,
        workspace: Workspace,
        tell: Callable[[str, Event], object],
        done: Callable[[str], object],
    ) -> None:
        super().__init__()
        self.engine = engine
        self._job = job
        self._run = engine.run(job)
        self._library = library
        self._workspace = workspace
        self._tell = tell
        self._done = done
        self._cancelled = False
        self._interrupted = False

    def cancel(self) -> None:
        """End the job for good, from any thread."""
        self._cancelled = True
        self._run.stop()

    def interrupt(self) -> None:
        """End the run but not the job: it goes on when the program is started again.

        A job that was cancelled stays so.
        """
        self._interrupted = not self._cancelled
        self._run.stop()

    def run(self) -> None:
        """Called by the pool."""
        try:
            self._drive()
        except LibraryError as error:
            values = {"name": self._job.path.name, "reason": error.sentence}
            self._fail(Failure(ErrorCode.RESULT_NOT_KEPT, values))
        except Exception:  # noqa: BLE001 - the pool would lose it, and the job seem to run for ever
            values = {"name": self._job.path.name}
            self._fail(Failure(ErrorCode.INTERNAL, values, traceback.format_exc()))
        finally:
            self._done(self._job.id)

    def _drive(self) -> None:
        for event in self._run:
            # A result that is there is kept, however late it comes.
            if self._interrupted and not isinstance(event, Finished):
                return
            if isinstance(event, TERMINAL):
                self._discard_audio()
            outdated = self._library.commit(self._job.id, event).result()
            self._tell(self._job.id, event)
            self._discard_all(outdated)
            if isinstance(event, TERMINAL):
                return
        raise RuntimeError("a run ends in exactly one terminal event")

    def _fail(self, failure: Failure) -> None:
        event = Failed(failure, datetime.now(UTC))
        self._discard_audio()
        with suppress(Exception):  # the library may be what failed
            self._library.commit(self._job.id, event).result()
        self._tell(self._job.id, event)

    def _discard_audio(self) -> None:
        with suppress(OSError):  # what stays is swept at the next start
            self._workspace.discard_audio(self._job.id)

    def _discard_all(self, job_ids: tuple[str, ...]) -> None:
        with suppress(OSError):
            self._workspace.discard_all(job_ids)

"""One job on a thread of the pool: what the engine reports is kept, then told."""

from __future__ import annotations

import threading
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
from svs_desktop.workers.engine_process import Engine, EngineRun


class JobWorker(QRunnable):
    """Drives one run of an engine.

    The pool deletes it when it has run: one that it is not to delete it keeps for ever
    (PySide 6.11), with all that it holds.

    It owns no signals: ``tell`` and ``done`` are bound signals of a QObject that outlives it, for
    signals of an object that dies with its runnable get lost.

    A job that uses an earlier transcript again, or that was interrupted, gets what is there from
    the library when its turn comes; one whose earlier result is gone by then is done from the
    start.

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
        self._library = library
        self._workspace = workspace
        self._tell = tell
        self._done = done
        self._run: EngineRun | None = None
        self._lock = threading.Lock()
        self._cancelled = False
        self._interrupted = False

    def cancel(self) -> None:
        """End the job for good, from any thread."""
        self._cancelled = True
        self._stop()

    def interrupt(self) -> None:
        """End the run but not the job, which can go on where it is.

        A job that was cancelled stays so.
        """
        self._interrupted = not self._cancelled
        self._stop()

    def run(self) -> None:
        """Called by the pool."""
        try:
            self._drive()
        except LibraryError as error:
            self._fail(not_kept(self._job, error))
        except Exception:  # noqa: BLE001 - the pool would lose it, and the job seem to run for ever
            values = {"name": self._job.path.name}
            self._fail(Failure(ErrorCode.INTERNAL, values, traceback.format_exc()))
        finally:
            self._done(self._job.id)

    def _stop(self) -> None:
        with self._lock:
            if self._run:
                self._run.stop()

    def _begun(self) -> EngineRun:
        earlier = self._library.earlier(self._job).result()
        so_far = None if earlier else self._library.so_far(self._job.id).result()
        with self._lock:
            self._run = self.engine.run(self._job, earlier, so_far)
            if self._cancelled or self._interrupted:
                self._run.stop()
            return self._run

    def _drive(self) -> None:
        for event in self._begun():
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


def not_kept(job: Job, error: Exception) -> Failure:
    """The failure of a job that the library refuses something of."""
    reason = error.sentence if isinstance(error, LibraryError) else str(error)
    return Failure(ErrorCode.RESULT_NOT_KEPT, {"name": job.path.name, "reason": reason})

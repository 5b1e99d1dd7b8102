"""The library as programs use it: calls that return at once, and a thread that does the work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from svs_desktop.library.edits import Edits
from svs_desktop.library.errors import translated
from svs_desktop.library.search import Found
from svs_desktop.library.store import HistoryEntry, Opened, Store
from svs_desktop.pipeline.events import Drafted, Event, Progressed
from svs_desktop.pipeline.job import Job, JobOptions, JobState
from svs_desktop.pipeline.summary import Result, Summary
from svs_desktop.pipeline.transcript import Segment, SoFar, Transcript

T = TypeVar("T")


class Library:
    """The queue, the transcripts so far and the results, in one SQLite file.

    Every method returns at once with a ``Future``; one thread does the work in the order of the
    calls. What a future has returned from survives a crash and a power cut. Futures raise
    ``LibraryError`` when the file cannot be used, and the errors that their methods name.

    Several processes may open the same file. One of them may own its queue: the jobs that are to
    run. The others add results with ``record_result``.
    """

    def __init__(self, path: Path, *, keep: int = 20) -> None:
        """Begin to open the library, creating it where there is none.

        Args:
            path: The SQLite file.
            keep: How many results stay, beside those that are marked as kept.
        """
        self._path = path
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="library")
        self._store = self._thread.submit(self._open, keep)
        self.opened: Future[Opened] = self._do(lambda store: store.opened)
        """What opening found; raises what made it fail, as every method's future then does."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Wait for the calls made so far, let go of the file and of the queue; may be repeated."""
        try:
            closed = self._do(Store.close)
        except RuntimeError:  # the thread takes no more work: closed before
            return
        self._thread.shutdown()
        if self._store.exception() is None:
            closed.result()

    def own_queue(self) -> Future[bool]:
        """Become the one program that runs this library's jobs, until ``close`` or a crash.

        False when another program is.
        """
        return self._do(Store.own_queue)

    def requeue_interrupted(self) -> Future[list[JobState]]:
        """Queue the jobs again that were running when the queue's last owner ended.

        Returns those jobs, in queue order. Raises RuntimeError when the queue is not owned: the
        jobs may be running elsewhere.
        """
        return self._do(Store.requeue_interrupted)

    def add(self, jobs: Sequence[Job]) -> Future[None]:
        """Append jobs to the queue, in their order, all or none."""
        asked = tuple(jobs)
        return self._do(lambda store: store.add(asked))

    def move(self, job_ids: Iterable[str], before: str | None) -> Future[None]:
        """Put jobs, in the order that they have, before another one; None for the end."""
        moving = tuple(job_ids)
        return self._do(lambda store: store.move(moving, before))

    def commit(self, job_id: str, event: Event) -> Future[tuple[str, ...]]:
        """Store what ``event`` changes; progress and drafts are not stored.

        ``Finished`` stores the result and drops the oldest ones beyond ``keep``. Returns the ids
        of the jobs that went. Raises UnknownJob.
        """
        if isinstance(event, Progressed | Drafted):
            return _done(())
        return self._do(lambda store: store.commit(job_id, event))

    def record_result(
        self, state: JobState, summary: Summary, segments: Sequence[Segment]
    ) -> Future[tuple[str, ...]]:
        """Store a finished job that was never in the queue, as ``svs summarize`` runs them.

        Returns the ids of the jobs that went to make room. Raises ValueError when the job is not
        finished.
        """
        said = tuple(segments)
        return self._do(lambda store: store.record_result(state, summary, said))

    def queue(self) -> Future[list[JobState]]:
        """The jobs without a result, in queue order: queued, running, failed and cancelled."""
        return self._do(Store.queue)

    def history(self) -> Future[list[HistoryEntry]]:
        """The results, the newest first."""
        return self._do(Store.history)

    def finished(self) -> Future[list[JobState]]:
        """How the jobs with a result ended, the newest first."""
        return self._do(Store.finished)

    def result(self, job_id: str) -> Future[Result]:
        """All that is stored of a finished job. Raises UnknownJob."""
        return self._do(lambda store: store.result(job_id))

    def earlier(self, job: Job) -> Future[Result | None]:
        """The result whose transcript ``job`` uses again.

        None when it uses none, or when that result is gone.
        """
        if not job.transcript_of:
            return _done(None)
        return self._do(lambda store: store.earlier(job))

    def transcript(self, job_id: str) -> Future[Transcript]:
        """What is transcribed so far, of a job in any state. Raises UnknownJob."""
        return self._do(lambda store: store.transcript(job_id))

    def so_far(self, job_id: str) -> Future[SoFar | None]:
        """What a new run of the job can go on from; None when it begins anew. Raises UnknownJob."""
        return self._do(lambda store: store.so_far(job_id))

    def queue_is_paused(self) -> Future[bool]:
        """Whether the queue was paused when ``pause_queue`` was last called."""
        return self._do(Store.queue_is_paused)

    def pause_queue(self, *, paused: bool) -> Future[None]:
        """Remember, over restarts, whether anything is to run."""
        return self._do(lambda store: store.pause_queue(paused=paused))

    def folder_options(self) -> Future[dict[Path, JobOptions]]:
        """How videos of these folders, and of those inside, are to be summarised."""
        return self._do(Store.folder_options)

    def set_folder_options(self, folder: Path, options: JobOptions | None) -> Future[None]:
        """Remember how videos of a folder are to be summarised; None to forget it."""
        return self._do(lambda store: store.set_folder_options(folder, options))

    def find(self, prefix: str) -> Future[str]:
        """The id of the only result that begins so. Raises UnknownJob, SeveralJobs."""
        return self._do(lambda store: store.find(prefix))

    def set_kept(self, job_id: str, *, kept: bool) -> Future[None]:
        """Mark a result as one to keep, or no longer. Raises UnknownJob.

        A result that is no longer marked stays until the next one comes in.
        """
        return self._do(lambda store: store.set_kept(job_id, kept=kept))

    def search(self, typed: str) -> Future[list[Found]]:
        """The lines of results in which all words stand that someone typed, the best first.

        Nothing that is typed is syntax: words, or beginnings of words, without case and accents.
        """
        return self._do(lambda store: store.search(typed))

    def edit(self, job_id: str, edits: Edits) -> Future[Result]:
        """Store what a person has changed of a result: at each place another text, all or none.

        Returns the result as it is now. Raises UnknownJob, and LookupError for a place that the
        result does not have.
        """
        changes = dict(edits)
        return self._do(lambda store: store.edit(job_id, changes))

    def made(self, job_id: str) -> Future[Result | None]:
        """A result as it was before a person edited it; None when nobody has. Raises UnknownJob."""
        return self._do(lambda store: store.made(job_id))

    def hide(self, job_ids: Iterable[str]) -> Future[None]:
        """Delete results in a way that ``show`` takes back, until ``purge`` or the next start.

        Over a crash they stay deleted.
        """
        unwanted = tuple(job_ids)
        return self._do(lambda store: store.hide(unwanted, hidden=True))

    def show(self, job_ids: Iterable[str]) -> Future[None]:
        """Take back that these results were deleted."""
        wanted = tuple(job_ids)
        return self._do(lambda store: store.hide(wanted, hidden=False))

    def purge(self) -> Future[tuple[str, ...]]:
        """Delete for good what is hidden; returns the ids of the jobs."""
        return self._do(Store.purge)

    def delete(self, job_ids: Iterable[str]) -> Future[tuple[str, ...]]:
        """Delete jobs with their transcripts and results; returns the ids that were there."""
        unwanted = tuple(job_ids)
        return self._do(lambda store: store.delete(unwanted))

    def _do(self, work: Callable[[Store], T]) -> Future[T]:
        return self._thread.submit(self._run, work)

    def _open(self, keep: int) -> Store:
        with translated(self._path):
            return Store.open(self._path, keep)

    def _run(self, work: Callable[[Store], T]) -> T:
        with translated(self._path):
            return work(self._store.result())


def _done(value: T) -> Future[T]:
    future: Future[T] = Future()
    future.set_result(value)
    return future

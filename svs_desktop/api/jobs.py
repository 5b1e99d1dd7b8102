"""What can be done with jobs from outside, each thing checked on the thread that owns them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Collection
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from svs_desktop.api.board import Board
from svs_desktop.api.bridge import Bridge
from svs_desktop.api.folders import Folders
from svs_desktop.api.limits import Limits
from svs_desktop.api.problems import Problem, ProblemCode, no_such_job
from svs_desktop.api.uploads import Uploads
from svs_desktop.library import Library
from svs_desktop.pipeline.errors import ErrorCode, Failure
from svs_desktop.pipeline.events import Event, Failed, Finished, Progressed, Transcribed
from svs_desktop.pipeline.export.wording import one_line
from svs_desktop.pipeline.job import Job, JobOptions, JobState, Status
from svs_desktop.pipeline.progress import Progress, Stage, overall_percent
from svs_desktop.pipeline.summary import Result
from svs_desktop.workers.job_queue import JobQueue

T = TypeVar("T")

# What other programs call the stages.
_STAGES = {
    **{stage.value: stage for stage in Stage},
    "audio_extraction": Stage.EXTRACT,
    "extraction": Stage.EXTRACT,
    "extracting": Stage.EXTRACT,
    "transcription": Stage.TRANSCRIBE,
    "transcribing": Stage.TRANSCRIBE,
    "summarization": Stage.SUMMARIZE,
    "summarizing": Stage.SUMMARIZE,
    "summarise": Stage.SUMMARIZE,
    "summarisation": Stage.SUMMARIZE,
    "summarising": Stage.SUMMARIZE,
}
_GOES_ON = frozenset({Status.QUEUED, Status.RUNNING})
_CAN_RETRY = frozenset({Status.FAILED, Status.CANCELLED})


class Jobs:
    """Adds jobs, changes them, and reads what became of them."""

    def __init__(
        self,
        bridge: Bridge,
        board: Board,
        library: Library,
        folders: Folders,
        uploads: Uploads,
        limits: Limits,
    ) -> None:
        self._bridge = bridge
        self._board = board
        self._library = library
        self._folders = folders
        self._uploads = uploads
        self._limits = limits
        self._sweeping: asyncio.Task[None] | None = None

    async def add_path(self, text: str, options: JobOptions) -> JobState:
        """Add a job for a video on this computer.

        Raises:
            Problem: The path is not allowed.
        """
        path = await asyncio.to_thread(self._folders.checked, text)
        return await self._add(Job.new(path, options))

    async def add_external(self, name: str, options: JobOptions) -> JobState:
        """Add a job that an outside worker does.

        Raises:
            Problem: It has no name.
        """
        if not (called := one_line(name)):
            raise Problem(ProblemCode.INVALID, "An external job needs a name.")
        job = Job.new(Path("external"), options)
        return await self._add(replace(job, path=Path(called), external=True))

    async def add_upload(
        self, name: str, options: JobOptions, body: AsyncIterator[bytes]
    ) -> JobState:
        """Add a job for a video that is sent.

        Raises:
            Problem: It cannot be taken.
        """
        job = await self._uploads.receive(name, options, body)
        try:
            return await self._add(job)
        finally:
            self._uploads.release(job)

    async def report(self, job_id: str, stage: str, fraction: float, error: str) -> JobState:
        """Take what an outside worker tells of its job.

        Raises:
            Problem: There is no such job, it is one of ours, or it has ended.
        """
        name = stage.strip().lower().replace(" ", "_").replace("-", "_")
        if name not in _STAGES:
            known = ", ".join(Stage)
            raise Problem(ProblemCode.INVALID, f"There is no such stage. The stages are: {known}.")
        done = min(1.0, max(0.0, fraction))
        of_all = overall_percent(_STAGES[name], done)
        events: list[Event] = [Progressed(Progress(_STAGES[name], done, of_all))]
        if error:
            job = (await self._board.job(job_id)).job
            values = {"name": one_line(job.path.name), "reason": one_line(error)}
            events.append(Failed(Failure(ErrorCode.EXTERNAL_FAILED, values), _now()))
        return await self._report(job_id, events)

    async def hand_in(self, job_id: str, result: Result) -> JobState:
        """Take the result of an outside worker's job.

        Raises:
            Problem: There is no such job, it is one of ours, or it has ended.
        """
        said = Transcribed(result.transcript.segments)
        events: list[Event] = [said, Finished(result.summary, _now())]
        return await self._report(job_id, events)

    async def cancel(self, job_id: str) -> JobState:
        """End a job that waits or runs."""
        return await self._change(job_id, JobQueue.cancel, lambda status: status.is_active)

    async def pause(self, job_id: str) -> JobState:
        """Let a job rest that waits or runs."""
        return await self._change(job_id, JobQueue.pause, _GOES_ON.__contains__)

    async def resume(self, job_id: str) -> JobState:
        """Have a job wait for its turn again that rests."""
        return await self._change(job_id, JobQueue.resume, {Status.PAUSED}.__contains__)

    async def retry(self, job_id: str) -> JobState:
        """Queue a job again that failed or was cancelled."""
        return await self._change(job_id, JobQueue.retry, _CAN_RETRY.__contains__)

    async def delete(self, job_id: str) -> None:
        """Take a job out of the queue, and delete its result if it has one.

        Raises:
            Problem: There is no such job.
        """
        state = await self._board.job(job_id)
        await self._ask(lambda: self._bridge.queue.remove([job_id]))
        if state.status is Status.FINISHED:
            await self._board.ask_library(self._library.delete([job_id]))
            self._board.drop_result(job_id)
        self.tidy()

    async def result(self, job_id: str) -> Result:
        """The result of a finished job.

        Raises:
            Problem: There is no such job, or it has not finished.
        """
        state = await self._board.job(job_id)
        if state.status is not Status.FINISHED:
            raise Problem(ProblemCode.WRONG_STATUS, f"The job is {state.status}, not finished.")
        return await self._board.ask_library(self._library.result(job_id))

    async def is_answered(self) -> None:
        """Return when the main thread answers.

        Raises:
            Problem: It does not.
        """
        await self._ask(lambda: None)

    def tidy(self) -> None:
        """Begin to delete the videos that were sent for jobs that are gone."""
        if self._sweeping is None or self._sweeping.done():
            self._sweeping = asyncio.create_task(self._sweep())

    async def _sweep(self) -> None:
        try:
            queued = await self._ask(lambda: self._bridge.queue.ids)
            finished = await self._board.ask_library(self._library.finished())
        except Problem:
            return  # next time
        wanted = {*queued, *(state.job.id for state in finished)}
        await asyncio.to_thread(self._uploads.sweep, wanted)

    async def _add(self, job: Job) -> JobState:
        await self._board.ask_library(await self._ask(lambda: self._bridge.queue.add([job])))
        return await self._ask(lambda: self._bridge.queue.state(job.id))

    async def _report(self, job_id: str, events: Collection[Event]) -> JobState:
        def report() -> None:
            state = self._state(job_id)
            if not state.job.external:
                raise Problem(ProblemCode.WRONG_STATUS, "This program does the job itself.")
            if state.status not in _GOES_ON:
                raise Problem(ProblemCode.WRONG_STATUS, f"The job is {state.status}.")
            for event in events:
                self._bridge.queue.report(job_id, event)

        await self._board.job(job_id)
        await self._ask(report)
        await self._board.ask_library(self._library.queue())  # by now the events are kept
        return await self._ask(lambda: self._state(job_id))

    async def _change(
        self,
        job_id: str,
        change: Callable[[JobQueue, list[str]], None],
        is_possible: Callable[[Status], bool],
    ) -> JobState:
        def make() -> JobState:
            state = self._state(job_id)
            if not is_possible(state.status):
                raise Problem(ProblemCode.WRONG_STATUS, f"The job is {state.status}.")
            change(self._bridge.queue, [job_id])
            return self._state(job_id)

        if (state := await self._board.job(job_id)).status is Status.FINISHED:
            raise Problem(ProblemCode.WRONG_STATUS, f"The job is {state.status}.")
        return await self._ask(make)

    def _state(self, job_id: str) -> JobState:
        """How a job stands; on the main thread."""
        try:
            return self._bridge.queue.state(job_id)
        except KeyError:
            raise no_such_job() from None

    async def _ask(self, function: Callable[[], T]) -> T:
        try:
            async with asyncio.timeout(self._limits.answer_s):
                return await asyncio.wrap_future(self._bridge.call(function))
        except TimeoutError:
            raise Problem(
                ProblemCode.BUSY, "The program does not answer: try again.", {"Retry-After": "1"}
            ) from None


def _now() -> datetime:
    return datetime.now(UTC)

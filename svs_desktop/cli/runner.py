"""Does jobs one after another, keeps their results and tells how they go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from svs_desktop.cli.interruption import Interruption
from svs_desktop.cli.reports import Report
from svs_desktop.cli.terminal import refusal
from svs_desktop.library import Library, LibraryError
from svs_desktop.pipeline.errors import ErrorCode, Failure
from svs_desktop.pipeline.events import Cancelled, Event, Failed, Finished, Started, Transcribed
from svs_desktop.pipeline.export import Format, export
from svs_desktop.pipeline.export.files import file_name, save_new
from svs_desktop.pipeline.job import Job, JobState, Status, advance
from svs_desktop.pipeline.media_info import MediaInfo
from svs_desktop.pipeline.summary import Result
from svs_desktop.pipeline.transcript import Segment, Transcript
from svs_desktop.pipeline.workspace import Workspace
from svs_desktop.workers.engine_process import Engine


class Keeper:
    """Puts results where they stay: into files, into the history, or both.

    Args:
        folder: Where files go; None for no files.
        formats: The files of each result.
        library: Has the history; None to keep out of it.
        workspace: Has what belongs to results that leave the history.
    """

    def __init__(
        self,
        folder: Path | None,
        formats: Sequence[Format],
        library: Library | None,
        workspace: Workspace,
    ) -> None:
        self._folder = folder
        self._formats = formats
        self._library = library
        self._workspace = workspace
        self._recorded: set[str] = set()

    def keep(self, state: JobState, result: Result) -> list[Path]:
        """Store the result of a finished job; the files that were written.

        Raises:
            OSError: A file could not be written; the history has the result.
            LibraryError: The history could not take the result; the files are written.
        """
        try:
            return self._save(result, self._folder) if self._folder else []
        finally:
            self._record(state, result)

    def tidy(self, job_id: str) -> None:
        """Delete what the job left in the cache; a result in the history keeps its pictures."""
        if job_id in self._recorded:
            self._workspace.discard_audio(job_id)
        else:
            self._workspace.discard_all([job_id])

    def _save(self, result: Result, folder: Path) -> list[Path]:
        try:
            return [
                save_new(folder, file_name(result, form), export(result, form))
                for form in self._formats
            ]
        except OSError as error:  # it names a temporary file
            raise OSError(error.errno, error.strerror, str(folder)) from error

    def _record(self, state: JobState, result: Result) -> None:
        if self._library:
            segments = result.transcript.segments
            recorded = self._library.record_result(state, result.summary, segments)
            self._workspace.discard_all(recorded.result())
            self._recorded.add(result.job_id)


def no_earlier(_job: Job) -> None:
    """The earlier result of a job that uses none."""


class Runner:
    """Runs jobs on one engine until all are done or the program is asked to end.

    Args:
        earlier: Gives the result whose transcript a job uses again, None when it is to transcribe.
    """

    def __init__(
        self,
        engine: Engine,
        keeper: Keeper,
        report: Report,
        interruption: Interruption,
        earlier: Callable[[Job], Result | None] = no_earlier,
    ) -> None:
        self._engine = engine
        self._keeper = keeper
        self._report = report
        self._interruption = interruption
        self._earlier = earlier

    def run(self, jobs: Sequence[Job]) -> bool:
        """Do the jobs; whether all of them succeeded.

        Raises:
            Interrupted: The program was asked to end; the job that ran left nothing behind.
        """
        succeeded = True
        for job in jobs:
            self._interruption.check()
            succeeded &= self._do(job)
        self._interruption.check()
        return succeeded

    def _do(self, job: Job) -> bool:
        earlier = self._earlier(job)
        state = advance(JobState(job), Started(datetime.now(UTC)))
        self._report.started(state)
        segments: list[Segment] = []
        run = self._engine.run(job, earlier)
        self._interruption.on_stop(run.stop)
        try:
            with closing(iter(run)) as events:  # type: ignore[type-var]
                for event in events:
                    if isinstance(event, Transcribed):
                        segments += event.segments
                    state = self._handle(state, event, segments)
        finally:
            self._keeper.tidy(job.id)
        return state.status is Status.FINISHED

    def _handle(self, before: JobState, event: Event, segments: Sequence[Segment]) -> JobState:
        state = advance(before, event)
        match event:
            case Finished():
                return self._finish(before, state, event, segments)
            case Failed(failure=failure):
                self._report.failed(state, failure, None)
            case Cancelled():
                self._report.cancelled(state)
            case _:
                self._report.changed(state, event)
        return state

    def _finish(
        self, before: JobState, after: JobState, event: Finished, segments: Sequence[Segment]
    ) -> JobState:
        result = Result(
            job_id=after.job.id,
            path=after.job.path,
            finished_at=event.at,
            media=after.media or MediaInfo(event.summary.duration_s),
            summary=event.summary,
            transcript=Transcript(tuple(segments), event.summary.language),
        )
        try:
            files = self._keeper.keep(after, result)
        except LibraryError as error:
            reason = error.sentence
        except OSError as error:
            reason = refusal(error)
        else:
            self._report.finished(after, result, files)
            return after
        failure = Failure(
            ErrorCode.RESULT_NOT_KEPT, {"name": after.job.path.name, "reason": reason}
        )
        self._report.failed(before, failure, result)
        return advance(before, Failed(failure, event.at))

"""How a run is told: as words and a bar for people, as JSON lines for programs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from msgspec.structs import replace

from svs_desktop.cli.terminal import Bar, complain, write_bytes, write_line, write_path
from svs_desktop.pipeline.codec import to_json
from svs_desktop.pipeline.errors import ErrorCode, Failure
from svs_desktop.pipeline.events import Drafted, Event, Heard, Probed, Progressed
from svs_desktop.pipeline.export import Format, export
from svs_desktop.pipeline.export.json_text import summary_parts
from svs_desktop.pipeline.job import JobState
from svs_desktop.pipeline.progress import Progress
from svs_desktop.pipeline.summary import Result
from svs_desktop.pipeline.transcript import Transcript
from svs_desktop.words import speed_text, stage_name, time_left_text

JSON_LINES = """\
with --json, each line of standard output is one of these objects; "job" is an id,
overall is a percentage that never falls and is 100 only once the result is stored,
speed (x real time) and eta_s (seconds) are null while unknown:
  {"event": "started",  "job", "path"}
  {"event": "probed",   "job", "duration_s"}
  {"event": "heard",    "job", "language", "probability"}
  {"event": "progress", "job", "stage": "extract|transcribe|summarize",
   "fraction": 0-1, "overall": 0-100, "speed", "eta_s"}
  {"event": "drafted",  "job", "text"}
   all that a language model has written so far, before it is checked
and last of each job one of
  {"event": "finished", "job", "path", "title", "overall": 100, "files": [...],
   "summary": {"title", "paragraphs", "key_points", "decisions", "action_items",
               "chapters", "language", ...}}
  {"event": "failed",   "job", "path", "code", "message", "remedy"}
   and "summary", when nothing but storing it failed
  {"event": "cancelled", "job", "path"}
"""
"""What ``JsonReport`` writes, for the help of the commands."""

# What is wrong with a model is wrong for every video: it is said once.
_ABOUT_THE_MODEL = frozenset(
    {ErrorCode.MODEL_MISSING, ErrorCode.MODEL_BROKEN, ErrorCode.MODEL_UNKNOWN}
)


class Report(Protocol):
    """Is told how the jobs go; each begins with ``started`` and ends with one of the last three."""

    def started(self, state: JobState) -> None:
        """A job begins."""

    def changed(self, state: JobState, event: Event) -> None:
        """An event has led to this state."""

    def finished(self, state: JobState, result: Result, files: Sequence[Path]) -> None:
        """A job's result is stored and these files are written."""

    def failed(self, state: JobState, failure: Failure, result: Result | None) -> None:
        """A job has failed; there is a result when only storing it did."""

    def cancelled(self, state: JobState) -> None:
        """A job was interrupted."""


class WordsReport:
    """Results on standard output; a bar and what goes wrong on standard error.

    Args:
        count: How many jobs there are.
        form: The format of what is printed, None for the summary as plain text.
        printed: Whether results are printed; otherwise the paths of the files are.
    """

    def __init__(self, count: int, form: Format | None, *, printed: bool) -> None:
        self._bar = Bar()
        self._count = count
        self._number = 0
        self._form = form
        self._printed = printed
        self._is_first = True
        self._said: set[str] = set()

    def started(self, state: JobState) -> None:
        """Begin a line on the terminal."""
        self._number += 1
        number = f"{self._number}/{self._count} " if self._count > 1 else ""
        self._bar.start(state.job.path.name, number)
        self._bar.show(stage_name(None), 0)

    def changed(self, state: JobState, _event: Event) -> None:
        """Move the bar."""
        progress = state.progress
        if progress:
            words = [speed_text(progress.speed), time_left_text(progress.eta_s)]
            self._bar.show(
                stage_name(progress.stage), state.overall, " · ".join(filter(None, words))
            )

    def finished(self, _state: JobState, result: Result, files: Sequence[Path]) -> None:
        """Print the result or where it is."""
        self._bar.stop()
        if self._printed:
            self._print(result)
        for path in files:
            write_path(path)

    def failed(self, state: JobState, failure: Failure, result: Result | None) -> None:
        """Say why, and print what would be lost."""
        self._bar.stop()
        if self._printed and result:
            self._print(result)
        _say_why(state, failure, self._said)

    def cancelled(self, _state: JobState) -> None:
        """Take the bar away."""
        self._bar.stop()

    def _print(self, result: Result) -> None:
        if not self._is_first:
            write_bytes(b"\n\n")
        self._is_first = False
        if self._form:
            write_bytes(export(result, self._form))
        else:
            write_bytes(export(replace(result, transcript=Transcript()), Format.TXT))


class JsonReport:
    """One JSON object a line on standard output; why jobs fail on standard error as well."""

    def __init__(self) -> None:
        self._said: set[str] = set()

    def started(self, state: JobState) -> None:
        """Tell which video the job is about."""
        _write("started", state, path=state.job.path)

    def changed(self, state: JobState, event: Event) -> None:
        """Tell what scripts may want to know."""
        match event:
            case Progressed():
                _write("progress", state, **_numbers(event.progress), overall=_overall(state))
            case Probed():
                _write("probed", state, duration_s=event.media.duration_s)
            case Heard():
                values = {"language": event.language, "probability": round(event.probability, 3)}
                _write("heard", state, **values)
            case Drafted():
                _write("drafted", state, text=event.text)

    def finished(self, state: JobState, result: Result, files: Sequence[Path]) -> None:
        """Tell the summary and the files."""
        _write(
            "finished",
            state,
            path=result.path,
            title=result.summary.title,
            overall=_overall(state),
            files=[path.absolute() for path in files],
            summary=summary_parts(result.summary),
        )

    def failed(self, state: JobState, failure: Failure, result: Result | None) -> None:
        """Tell why, and what would be lost."""
        lost = {"summary": summary_parts(result.summary)} if result else {}
        _write(
            "failed",
            state,
            path=state.job.path,
            code=failure.code,
            message=failure.sentence,
            remedy=failure.remedy,
            **lost,
        )
        _say_why(state, failure, self._said)

    def cancelled(self, state: JobState) -> None:
        """Tell that there will be nothing."""
        _write("cancelled", state, path=state.job.path)


def _say_why(state: JobState, failure: Failure, said: set[str]) -> None:
    sentences = [failure.sentence, failure.remedy]
    if failure.code in _ABOUT_THE_MODEL:
        if failure.sentence in said:
            return
        said.add(failure.sentence)
    elif state.job.path.name not in failure.sentence:
        sentences.insert(0, f"“{state.job.path.name}”:")
    complain(*sentences, detail=failure.detail)


def _write(event: str, state: JobState, **values: Any) -> None:
    write_line(to_json({"event": event, "job": state.job.id, **values}))


def _numbers(progress: Progress) -> dict[str, Any]:
    return {
        "stage": progress.stage,
        "fraction": round(progress.fraction, 4),
        "speed": None if progress.speed is None else round(progress.speed, 2),
        "eta_s": None if progress.eta_s is None else round(progress.eta_s, 1),
    }


def _overall(state: JobState) -> float:
    return round(state.overall, 2)

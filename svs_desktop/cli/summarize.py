"""``svs summarize``."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import get_args

from msgspec.structs import replace

from svs_desktop import settings
from svs_desktop.cli.arguments import (
    FORMATS,
    Commands,
    UsageError,
    a_language,
    a_number,
    a_path,
    formats,
    speech_model,
)
from svs_desktop.cli.interruption import Interruption
from svs_desktop.cli.reports import JsonReport, Report, WordsReport
from svs_desktop.cli.runner import Keeper, Runner
from svs_desktop.cli.terminal import complain, refusal
from svs_desktop.library import Library
from svs_desktop.paths import Places, resource
from svs_desktop.pipeline.export import Format
from svs_desktop.pipeline.job import Job, JobOptions
from svs_desktop.pipeline.media_files import find_media
from svs_desktop.pipeline.models import load_catalogue
from svs_desktop.pipeline.workspace import Workspace
from svs_desktop.workers.engine_process import EngineProcess, engine_command

_MOST_TRACKS = 1000
_SUBTITLES = frozenset({Format.SRT, Format.VTT})

_DESCRIPTION = """\
Summarise videos, one after another. Those in folders are found by their endings.
What is not said here is as the settings file has it.

Without --output the summary is printed: title, text and key points with their
times, but not the transcript. With --format it is printed in that format,
transcript included. With --output files are written, none over another, and
their paths are printed. Each result also goes into the history, which the
window shows; a window may be open meanwhile.
"""

_EPILOG = """\
with --json, each line of standard output is one of these objects; "job" is an id,
overall is a percentage that never falls and is 100 only once the result is stored,
speed (x real time) and eta_s (seconds) are null while unknown:
  {"event": "started",  "job", "path"}
  {"event": "probed",   "job", "duration_s"}
  {"event": "heard",    "job", "language", "probability"}
  {"event": "progress", "job", "stage": "extract|transcribe|summarize",
   "fraction": 0-1, "overall": 0-100, "speed", "eta_s"}
and last of each job one of
  {"event": "finished", "job", "path", "title", "overall": 100, "files": [...],
   "summary": {"title", "paragraphs", "key_points", "chapters", "language", ...}}
  {"event": "failed",   "job", "path", "code", "message", "remedy"}
   and "summary", when nothing but storing it failed
  {"event": "cancelled", "job", "path"}
"""


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "summarize",
        help="summarise videos",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("videos", type=a_path, nargs="+", metavar="VIDEO", help="a video, or a folder of videos")
    add("--output", type=a_path, metavar="DIR", help="write files into this folder")
    add("--format", type=formats, metavar=FORMATS, help="formats, with commas (with --output: md)")
    add("--model", metavar="NAME|PATH", help="speech model, or a folder with one")
    add("--language", type=a_language, metavar="auto|xx", help="language of the speech, as en")
    add("--track", type=a_number(1, _MOST_TRACKS), metavar="N", help="audio track, from 1")
    add("--device", choices=get_args(settings.Device), help="where the models run")
    add(
        "--threads",
        type=a_number(0, settings.MOST_THREADS),
        metavar="N",
        help="processor threads; 0 for one a core",
    )
    add("--no-history", action="store_true", help="keep the results out of the history")
    add("--json", action="store_true", help="print progress and results as JSON lines, see below")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, places: Places) -> int:
    """Summarise; 1 when a video failed."""
    options = _options(arguments, places)
    with Interruption() as interruption:
        videos = _videos(arguments.videos)
        _check_formats(arguments, len(videos))
        keeps_files = _open_folder(arguments.output) if arguments.output else None
        jobs = [Job.new(video, options) for video in videos]
        report = _report(arguments, len(jobs))
        workspace = Workspace(places.cache)
        workspace.make()
        forms = arguments.format or (Format.MD,)
        with _history(arguments, places) as library, _engine(places) as engine:
            keeper = Keeper(keeps_files, forms, library, workspace)
            succeeded = Runner(engine, workspace, keeper, report, interruption).run(jobs)
    return 0 if succeeded else 1


def _options(arguments: argparse.Namespace, places: Places) -> JobOptions:
    chosen, problems = settings.load(places.settings)
    for problem in problems:
        complain(problem.sentence)
    options = chosen.job_options()
    catalogue = load_catalogue(resource("models.toml"))
    model = speech_model(arguments.model or options.speech_model, catalogue, places.models)
    given = {
        "language": arguments.language,
        "audio_track": None if arguments.track is None else arguments.track - 1,
        "device": arguments.device,
        "threads": arguments.threads,
    }
    given = {name: value for name, value in given.items() if value is not None}
    return replace(options, speech_model=model, **given)


def _videos(chosen: Sequence[Path]) -> list[Path]:
    """The videos, those in folders included.

    Raises:
        UsageError: There is none.
    """
    empty = [path for path in chosen if path.is_dir() and not find_media([path])]
    sentences = [f"There is no video in the folder “{path}”." for path in empty]
    videos = find_media(chosen)
    if not videos:
        raise UsageError(" ".join(sentences))
    for sentence in sentences:
        complain(sentence)
    return videos


def _check_formats(arguments: argparse.Namespace, count: int) -> None:
    forms: tuple[Format, ...] = arguments.format or ()
    if arguments.output or not forms:
        return
    if arguments.json:
        raise UsageError("With --json, --format needs --output, the folder for the files.")
    if len(forms) > 1:
        raise UsageError("Only one format can be printed; files of several need --output.")
    if count > 1 and forms[0] in _SUBTITLES:
        raise UsageError("Subtitles of several videos need --output, the folder for the files.")


def _open_folder(folder: Path) -> Path:
    """The folder for the files, made if it is missing.

    Raises:
        UsageError: Nothing can be written there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(refusal(error)) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise UsageError(f"You may not write into the folder “{folder}”.")
    return folder


def _report(arguments: argparse.Namespace, count: int) -> Report:
    if arguments.json:
        return JsonReport()
    form = arguments.format[0] if arguments.format and not arguments.output else None
    return WordsReport(count, form, printed=not arguments.output)


@contextmanager
def _engine(places: Places) -> Iterator[EngineProcess]:
    engine = EngineProcess(engine_command(places))
    try:
        yield engine
    finally:
        engine.close()


@contextmanager
def _history(arguments: argparse.Namespace, places: Places) -> Iterator[Library | None]:
    """The library, opened before hours of work are put into what it could not take."""
    if arguments.no_history:
        yield None
        return
    with Library(places.library) as library:
        aside = library.opened.result().set_aside
        if aside:
            complain(f"The history was damaged; it is kept as “{aside}”, and a new one begins.")
        yield library

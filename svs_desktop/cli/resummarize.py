"""``svs resummarize``."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from svs_desktop.cli.arguments import Commands
from svs_desktop.cli.interruption import Interruption
from svs_desktop.cli.jobs import do_jobs, opened_library
from svs_desktop.cli.options import (
    add_files,
    add_running,
    add_writing,
    check_formats,
    job_options,
    open_folder,
)
from svs_desktop.cli.reports import JSON_LINES
from svs_desktop.cli.terminal import complain
from svs_desktop.library import Library, SeveralJobs, UnknownJob
from svs_desktop.paths import Places
from svs_desktop.pipeline.job import Job

_DESCRIPTION = """\
Summarise the talks of earlier results anew: shorter, in another language, with
another language model. Their transcripts are used again, so this takes a part of
the time, and the videos may be gone. What is not said here is as the settings
file has it. Each new result stands beside the earlier one in the history.

What is printed and written is as with svs summarize.
"""


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "resummarize",
        help="summarise the talks of results anew",
        description=_DESCRIPTION,
        epilog=JSON_LINES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "ids", nargs="+", metavar="ID", help="what the id of a result begins with, see: svs history"
    )
    add_writing(parser)
    add_files(parser)
    add_running(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, places: Places) -> int:
    """Summarise again; 1 when a talk failed, or a result was not found."""
    options = job_options(arguments, places)
    check_formats(arguments, len(set(arguments.ids)))
    open_folder(arguments.output)
    with Interruption() as interruption, opened_library(places) as library:
        paths, all_found = _found(arguments.ids, library)
        jobs = [Job.new(path, options, transcript_of=i) for i, path in paths.items()]
        succeeded = do_jobs(
            jobs,
            arguments,
            places,
            None if arguments.no_history else library,
            interruption,
            lambda job: library.earlier(job).result(),
        )
    return 0 if succeeded and all_found else 1


def _found(prefixes: Iterable[str], library: Library) -> tuple[dict[str, Path], bool]:
    """The videos of the results by id, and whether there was one for each prefix."""
    paths, all_found = {}, True
    for prefix in dict.fromkeys(prefixes):
        try:
            result = library.result(library.find(prefix).result()).result()
        except (UnknownJob, SeveralJobs) as error:
            complain(error.sentence, error.remedy)
            all_found = False
        else:
            paths[result.job_id] = result.path
    return paths, all_found

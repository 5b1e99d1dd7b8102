"""``svs summarize``."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import get_args

from svs_desktop.cli.arguments import Commands, UsageError, a_language, a_number, a_path
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
from svs_desktop.paths import Places
from svs_desktop.pipeline.job import Job, SpeechQuality
from svs_desktop.pipeline.media_files import find_media

_MOST_TRACKS = 1000

_DESCRIPTION = """\
Summarise videos, one after another. Those in folders are found by their endings.
What is not said here is as the settings file has it.

Without --output the summary is printed: title, text, key points and chapters with
their times, but not the transcript. With --format it is printed in that format,
transcript included. With --output files are written, none over another, and
their paths are printed. Each result also goes into the history, which the
window shows; a window may be open meanwhile.
"""


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "summarize",
        help="summarise videos",
        description=_DESCRIPTION,
        epilog=JSON_LINES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("videos", type=a_path, nargs="+", metavar="VIDEO", help="a video, or a folder of videos")
    add_files(parser)
    add("--model", metavar="NAME|PATH", help="speech model, or a folder with one")
    add(
        "--quality",
        choices=get_args(SpeechQuality),
        help="whether speed or accuracy matters more in transcribing (balanced)",
    )
    add(
        "--glossary",
        metavar="TERMS",
        help="names and terms that may be said, with commas between them; those of a file "
        "glossary.txt beside the video are used too",
    )
    add("--language", type=a_language, metavar="auto|xx", help="language of the speech, as en")
    add("--track", type=a_number(1, _MOST_TRACKS), metavar="N", help="audio track, from 1")
    add_writing(parser)
    add_running(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, places: Places) -> int:
    """Summarise; 1 when a video failed."""
    options = job_options(arguments, places)
    with Interruption() as interruption:
        videos = chosen_videos(arguments.videos)
        check_formats(arguments, len(videos))
        open_folder(arguments.output)
        jobs = [Job.new(video, options) for video in videos]
        with nullcontext() if arguments.no_history else opened_library(places) as library:
            succeeded = do_jobs(jobs, arguments, places, library, interruption)
    return 0 if succeeded else 1


def chosen_videos(chosen: Sequence[Path]) -> list[Path]:
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

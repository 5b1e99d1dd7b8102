"""``svs submit``."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from svs_desktop.cli.api_client import (
    TOKEN,
    ApiClient,
    Refused,
    Unreachable,
    client_for,
    say_unreachable,
)
from svs_desktop.cli.arguments import Commands, a_format, a_path, check_printable
from svs_desktop.cli.following import Follower
from svs_desktop.cli.interruption import Interruption
from svs_desktop.cli.summarize import chosen_videos
from svs_desktop.cli.terminal import Bar, complain, refusal, write_bytes, write_line
from svs_desktop.paths import Places
from svs_desktop.pipeline.export import Format, export
from svs_desktop.pipeline.export.json_text import load
from svs_desktop.pipeline.job import Status
from svs_desktop.pipeline.transcript import Transcript

_DESCRIPTION = """\
Add videos to the queue of the program that runs, the window or svs serve, by its job
API. Without --wait the ids of the jobs are printed, a line each.

With --wait each job is followed, and its summary printed as svs summarize prints it,
or with --format its whole result. The program may be ended and started again in
between: its jobs go on, and so does the waiting. Ctrl-C ends the waiting only.
"""
_EPILOG = f"""\
environment:
  {TOKEN}  the token of another computer's job API, for --url
"""


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "submit",
        help="add videos to the queue of the program that runs",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("videos", type=a_path, nargs="+", metavar="VIDEO", help="a video, or a folder of videos")
    add("--url", default="", help="where the job API listens; without it, on this computer")
    add("--wait", action="store_true", help="follow the jobs and print their summaries")
    add("--format", type=a_format, metavar="|".join(Format), help="print results in this format")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, places: Places) -> int:
    """Submit; 1 when a video was not taken, or a job did not finish."""
    videos = chosen_videos(arguments.videos)
    if arguments.wait and arguments.format:
        check_printable(arguments.format, len(videos), "Get them with: svs export ID --output PATH")
    try:
        client = client_for(arguments.url, places)
        client.check()
    except Unreachable as error:
        say_unreachable(error)
        return 1
    except Refused as error:
        complain(f"The job API refuses: {error}", f"Its token goes into {TOKEN}.")
        return 1
    with Interruption() as interruption:
        interruption.on_stop(client.interrupt)
        jobs = _submitted(client, videos)
        interruption.check()
        all_taken = len(jobs) == len(videos)
        if not arguments.wait:
            for job in jobs:
                write_line(job["id"])
            return 0 if all_taken else 1
        finished = Follower(client, jobs, interruption).follow()
        printed = [_print(client, job, arguments.format, n) for n, job in enumerate(finished)]
    return 0 if all_taken and all(printed) else 1


def _submitted(client: ApiClient, videos: Sequence[Path]) -> list[dict[str, Any]]:
    jobs = []
    for video in videos:
        try:
            jobs.append(_submit(client, Path(os.path.abspath(video))))  # noqa: PTH100 - links stay
        except Refused as error:
            complain(f"“{video}”:", str(error))
        except Unreachable as error:
            complain(f"“{video}”: the job API has gone away.", detail=str(error))
        except OSError as error:
            complain(refusal(error))
    return jobs


def _submit(client: ApiClient, video: Path) -> dict[str, Any]:
    """Have the API read the file where it is, or else send it there."""
    if client.is_local:
        try:
            return client.add(video)
        except Refused as error:
            if error.code != "outside_folders":
                raise
    bar = Bar()
    bar.start(video.name)
    try:
        return client.send(video, lambda part: bar.show("Sending", 100 * part))
    finally:
        bar.stop()


def _print(client: ApiClient, job: dict[str, Any], form: Format | None, number: int) -> bool:
    """Print what became of a job; whether it went well."""
    if job["status"] != Status.FINISHED:
        error = job["error"] or {"sentence": f"“{job['name']}” was {job['status']}.", "remedy": ""}
        complain(error["sentence"], error["remedy"])
        return False
    try:
        content = client.result(job["id"], form or Format.JSON)
    except (Refused, Unreachable) as error:
        complain(f"The result of “{job['name']}” could not be had: {error}")
        return False
    if not form:
        content = export(replace(load(content), transcript=Transcript()), Format.TXT)
    write_bytes(b"\n\n" * bool(number) + content)
    return True

"""The arguments of the commands that make summaries, and the options of jobs made of them."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any, get_args

from msgspec.structs import replace

from svs_desktop import settings
from svs_desktop.cli.arguments import (
    FORMATS,
    UsageError,
    a_language,
    a_number,
    a_path,
    check_printable,
    formats,
    speech_model,
    summarizer,
)
from svs_desktop.cli.terminal import complain, refusal
from svs_desktop.paths import Places, resource
from svs_desktop.pipeline.export import Format
from svs_desktop.pipeline.job import JobOptions, Length, Style
from svs_desktop.pipeline.models import load_catalogue


def add_files(parser: argparse.ArgumentParser) -> None:
    """Add where results go."""
    add = parser.add_argument
    add("--output", type=a_path, metavar="DIR", help="write files into this folder")
    add("--format", type=formats, metavar=FORMATS, help="formats, with commas (with --output: md)")


def add_writing(parser: argparse.ArgumentParser) -> None:
    """Add what the summary is to be like."""
    add = parser.add_argument
    add(
        "--summarizer",
        metavar="NAME|PATH",
        help="language model, or a folder or file with one; extractive for the talk's own key "
        "sentences, auto for the best model that is installed",
    )
    add("--length", choices=get_args(Length), help="how much the summary says")
    add("--style", choices=get_args(Style), help="what kind of talk it is")
    add(
        "--summary-language",
        type=a_language,
        metavar="auto|xx",
        help="language of the summary, as en; auto for that of the talk",
    )


def add_running(parser: argparse.ArgumentParser) -> None:
    """Add how the work is done and told."""
    add = parser.add_argument
    add("--device", choices=get_args(settings.Device), help="where the models run")
    add(
        "--threads",
        type=a_number(0, settings.MOST_THREADS),
        metavar="N",
        help="processor threads; 0 for one a core",
    )
    add("--no-history", action="store_true", help="keep the results out of the history")
    add("--json", action="store_true", help="print progress and results as JSON lines, see below")


def job_options(arguments: argparse.Namespace, places: Places) -> JobOptions:
    """The options of the settings file, and over them what the arguments say.

    Raises:
        UsageError: There is no such model.
    """
    chosen, problems = settings.load(places.settings)
    for problem in problems:
        complain(problem.sentence)
    options = replace(chosen.job_options(), **_given(arguments))
    catalogue = load_catalogue(resource("models.toml"))
    return replace(
        options,
        speech_model=speech_model(options.speech_model, catalogue, places.models),
        summarizer=summarizer(options.summarizer, catalogue, places.models),
    )


def check_formats(arguments: argparse.Namespace, count: int) -> None:
    """See that the results of so many videos can go where they are to go.

    Raises:
        UsageError: They cannot.
    """
    forms: tuple[Format, ...] = arguments.format or ()
    if arguments.output or not forms:
        return
    if arguments.json:
        raise UsageError("With --json, --format needs --output, the folder for the files.")
    if len(forms) > 1:
        raise UsageError("Only one format can be printed; files of several need --output.")
    check_printable(forms[0], count, "Add --output, the folder for the files.")


def open_folder(folder: Path | None) -> None:
    """Make the folder for the files, if one is named and missing.

    Raises:
        UsageError: Nothing can be written there.
    """
    if not folder:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(refusal(error)) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise UsageError(f"You may not write into the folder “{folder}”.")


def _given(arguments: argparse.Namespace) -> dict[str, Any]:
    """What the arguments say, by the names of the options."""
    said = vars(arguments)
    given = {name: said.get(name) for name in JobOptions.__struct_fields__}
    given["speech_model"] = said.get("model")
    given["speech_quality"] = said.get("quality")
    if said.get("track") is not None:
        given["audio_track"] = said["track"] - 1
    return {name: value for name, value in given.items() if value is not None}

"""Does the jobs of a command, with the engine, the history and the report that they need."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from svs_desktop.cli.interruption import Interruption
from svs_desktop.cli.reports import JsonReport, Report, WordsReport
from svs_desktop.cli.runner import Keeper, Runner, no_earlier
from svs_desktop.cli.terminal import complain
from svs_desktop.library import Library
from svs_desktop.paths import Places
from svs_desktop.pipeline.export import Format
from svs_desktop.pipeline.job import Job
from svs_desktop.pipeline.summary import Result
from svs_desktop.pipeline.workspace import Workspace
from svs_desktop.workers.engine_process import EngineProcess, engine_command


def do_jobs(
    jobs: Sequence[Job],
    arguments: argparse.Namespace,
    places: Places,
    library: Library | None,
    interruption: Interruption,
    earlier: Callable[[Job], Result | None] = no_earlier,
) -> bool:
    """Do the jobs as the arguments say; whether all of them succeeded.

    ``library`` has the history, None keeps out of it; ``earlier`` gives the result whose
    transcript a job uses again.

    Raises:
        Interrupted: The program was asked to end.
    """
    workspace = Workspace(places.cache)
    workspace.make()
    forms = arguments.format or (Format.MD,)
    keeper = Keeper(arguments.output, forms, library, workspace)
    report = _report(arguments, len(jobs))
    with _engine(places) as engine:
        return Runner(engine, keeper, report, interruption, earlier).run(jobs)


@contextmanager
def opened_library(places: Places) -> Iterator[Library]:
    """The library, opened before hours of work are put into what it could not take."""
    with Library(places.library) as library:
        aside = library.opened.result().set_aside
        if aside:
            complain(f"The history was damaged; it is kept as “{aside}”, and a new one begins.")
        yield library


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

"""``svs models``."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from svs_desktop.cli.arguments import Commands, UsageError, a_folder, catalogued
from svs_desktop.cli.interruption import Interruption
from svs_desktop.cli.terminal import Bar, complain, write_line
from svs_desktop.paths import Places, resource
from svs_desktop.pipeline.errors import PipelineError
from svs_desktop.pipeline.models import (
    Catalogue,
    InstallCancelled,
    InstallProgress,
    Model,
    install,
    install_from_folder,
    is_installed,
    load_catalogue,
    verify,
)
from svs_desktop.words import problem_sentence, size_text, step_name


def add_to(commands: Commands) -> None:
    """Add the command and its own commands."""
    parser = commands.add_parser(
        "models",
        help="list, install and verify models",
        description="The models that the program works with. Only `install` uses a network.",
    )
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    lists = actions.add_parser("list", help="list the models", description="List the models.")
    lists.set_defaults(run=list_models)
    installs = actions.add_parser(
        "install",
        help="fetch, verify and install models",
        description="Fetch, verify and install models. What an interrupted installation has "
        "fetched is used when it is run again.",
    )
    installs.add_argument("names", nargs="+", metavar="NAME", help="a model, see: svs models list")
    installs.add_argument(
        "--from",
        dest="folder",
        type=a_folder,
        metavar="FOLDER",
        help="a folder that holds the model's files, or a folder NAME with them: no network",
    )
    installs.set_defaults(run=install_models)
    verifies = actions.add_parser(
        "verify",
        help="read every file of installed models",
        description="See that every file of the installed models, or of those named, is whole.",
    )
    verifies.add_argument("names", nargs="*", metavar="NAME", help="a model, see: svs models list")
    verifies.set_defaults(run=verify_models)


def list_models(_arguments: argparse.Namespace, places: Places) -> int:
    """List the models of the catalogue."""
    rows = [("NAME", "SIZE", "LICENCE", "INSTALLED", "TITLE")]
    rows += [_row(model, places.models) for model in _catalogue().models]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        write_line("  ".join(cells).rstrip())
    return 0


def install_models(arguments: argparse.Namespace, places: Places) -> int:
    """Install models; 1 when one could not be."""
    models = catalogued(arguments.names, _catalogue())
    sources = _folders(models, arguments.folder)

    def one(model: Model, interruption: Interruption, bar: Bar) -> bool:
        _install(model, sources.get(model.name), places.models, interruption, bar)
        bar.stop()
        write_line(f"{model.name} is installed.")
        return True

    return _each(models, one)


def verify_models(arguments: argparse.Namespace, places: Places) -> int:
    """Verify models; 1 when one is not whole."""
    models = catalogued(arguments.names, _catalogue())
    if not arguments.names:
        models = [m for m in _catalogue().models if is_installed(m.name, places.models)]
        if not models:
            complain("No model is installed.")

    def one(model: Model, interruption: Interruption, bar: Bar) -> bool:
        bar.show(f"Checking {size_text(model.installed_bytes)}", 0)
        problems = verify(model, places.models, cancelled=interruption.requested)
        bar.stop()
        for problem in problems:
            complain(problem_sentence(model.name, problem))
        if problems:
            complain(f"Mend it with: svs models install {model.name}")
        else:
            write_line(f"{model.name} is whole.")
        return not problems

    return _each(models, one)


def _each(models: Sequence[Model], one: Callable[[Model, Interruption, Bar], bool]) -> int:
    """Do something with each model, the others too when one fails."""
    bar = Bar()
    succeeded = True
    with Interruption() as interruption:
        for model in models:
            bar.start(model.title)
            try:
                succeeded &= one(model, interruption, bar)
            except PipelineError as error:
                bar.stop()
                failure = error.failure
                complain(failure.sentence, failure.remedy, detail=failure.detail)
                succeeded = False
            except InstallCancelled:
                interruption.check()
            finally:
                bar.stop()
            interruption.check()
    return 0 if succeeded else 1


def _install(
    model: Model, folder: Path | None, models_dir: Path, interruption: Interruption, bar: Bar
) -> None:
    def show(progress: InstallProgress) -> None:
        percent = 100 * progress.done / max(progress.total, 1)
        note = f"{size_text(progress.done)} of {size_text(progress.total)}"
        bar.show(step_name(progress.step), percent, note)

    stop = interruption.requested
    if folder:
        install_from_folder(model, folder, models_dir, on_progress=show, cancelled=stop)
    else:
        install(model, models_dir, on_progress=show, cancelled=stop)


def _folders(models: Sequence[Model], folder: Path | None) -> dict[str, Path]:
    """Where each model's files are, when they are not to be fetched.

    Raises:
        UsageError: Several models cannot come from one folder.
    """
    if not folder:
        return {}
    found = {m.name: folder / m.name for m in models if (folder / m.name).is_dir()}
    if not found and len(models) == 1:
        return {models[0].name: folder}
    missing = [m.name for m in models if m.name not in found]
    if missing:
        raise UsageError(f"In “{folder}” there is no folder “{missing[0]}”.")
    return found


def _row(model: Model, models_dir: Path) -> tuple[str, str, str, str, str]:
    installed = "yes" if is_installed(model.name, models_dir) else "no"
    size = size_text(model.installed_bytes)
    return model.name, size, model.licence.spdx, installed, model.title


def _catalogue() -> Catalogue:
    return load_catalogue(resource("models.toml"))

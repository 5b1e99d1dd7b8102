"""The arguments that commands share, checked before any work begins."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from svs_desktop.pipeline.errors import PipelineError
from svs_desktop.pipeline.export import Format
from svs_desktop.pipeline.job import AUTO, EXTRACTIVE
from svs_desktop.pipeline.models import (
    Catalogue,
    Model,
    ModelKind,
    is_installed,
    is_model_path,
)

# The class has no public name, and no parameters at run time.
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001

FORMATS = ",".join(Format)

# One video's times mean nothing beside another's; nor can one document follow on another.
_OF_ONE_VIDEO = frozenset(
    {Format.SRT, Format.VTT, Format.CHAPTERS, Format.FFMETADATA, Format.PDF, Format.DOCX}
)

_LANGUAGE = re.compile("auto|[a-z]{2,3}")


class UsageError(Exception):
    """The arguments ask for something that cannot be done; nothing was done."""


def check_printable(form: Format, count: int, remedy: str) -> None:
    """See that so many results can go to standard output in this format.

    Raises:
        UsageError: They cannot.
    """
    if count > 1 and form in _OF_ONE_VIDEO:
        raise UsageError(f"Several results cannot be printed as one: {form.title}. {remedy}")
    if not form.is_text and sys.stdout.isatty():
        raise UsageError(f"A terminal cannot show this format: {form.title}. {remedy}")


def a_path(text: str) -> Path:
    """A path; an empty one would mean the current folder, which nobody asked for."""
    if not text:
        raise argparse.ArgumentTypeError("a path cannot be empty")
    return Path(text)


def a_target(text: str) -> Path:
    """The path of a file to write, or of a folder that is there."""
    path = a_path(text)
    if text.endswith(os.sep) and not path.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder “{text}”")
    return path


def a_folder(text: str) -> Path:
    """The path of a folder that is there."""
    path = a_path(text).expanduser()
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder “{text}”")
    return path


def a_format(text: str) -> Format:
    """One export format."""
    try:
        return Format(text.strip().lower())
    except ValueError:
        known = ", ".join(Format)
        raise argparse.ArgumentTypeError(f"no format “{text}”; choose from {known}") from None


def formats(text: str) -> tuple[Format, ...]:
    """Export formats with commas between them, each once."""
    return tuple(dict.fromkeys(map(a_format, text.split(","))))


def a_language(text: str) -> str:
    """A code of two or three letters, or ``auto``."""
    if not _LANGUAGE.fullmatch(text.lower()):
        raise argparse.ArgumentTypeError(f"“{text}” is neither auto nor a code such as en")
    return text.lower()


def a_number(least: int, most: int) -> Callable[[str], int]:
    """The type of a whole number from ``least`` to ``most``."""

    def number(text: str) -> int:
        if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"“{text}” is no number from {least} to {most}")
        return int(text)

    return number


def speech_model(chosen: str, catalogue: Catalogue, models_dir: Path) -> str:
    """The name or the absolute path of a speech model; it may not be installed yet.

    Raises:
        UsageError: There is none of that name, or no such folder.
    """
    return _model(chosen, ModelKind.SPEECH, catalogue, models_dir)


def summarizer(chosen: str, catalogue: Catalogue, models_dir: Path) -> str:
    """``auto``, ``extractive``, or the name or absolute path of a language model.

    Raises:
        UsageError: There is none of that name, or no such folder or file.
    """
    if chosen in {AUTO, EXTRACTIVE}:
        return chosen
    return _model(chosen, ModelKind.LANGUAGE, catalogue, models_dir)


def _model(chosen: str, kind: ModelKind, catalogue: Catalogue, models_dir: Path) -> str:
    if chosen in catalogue.names:
        if catalogue.entry(chosen).kind is not kind:
            raise UsageError(f"“{chosen}” is not a {kind} model.")
        return chosen
    if is_installed(chosen, models_dir):
        return chosen
    path = Path(chosen).expanduser()
    if is_model_path(path):
        return str(path.absolute())
    raise UsageError(_unknown(chosen, [m for m in catalogue.models if m.kind is kind]))


def catalogued(names: list[str], catalogue: Catalogue) -> list[Model]:
    """The models of these names, each once.

    Raises:
        UsageError: The catalogue does not have one.
    """
    try:
        return [catalogue.entry(name) for name in dict.fromkeys(names)]
    except PipelineError as error:
        raise UsageError(_unknown(error.failure.values["model"], catalogue.models)) from None


def _unknown(name: str, known: tuple[Model, ...] | list[Model]) -> str:
    names = ", ".join(model.name for model in known)
    return f"There is no model “{name}”. Choose one of: {names}."

"""The models' folder: which models are in it, and whether they are whole.

A model is installed when ``<models_dir>/<name>`` is there: that folder is only ever made by
renaming a finished one.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import IO

from msgspec import Struct

from svs_desktop.pipeline.errors import ErrorCode, PipelineError
from svs_desktop.pipeline.models.catalogue import Model
from svs_desktop.pipeline.models.watch import Watch

_CHUNK = 1 << 20
_GGUF = ".gguf"


class ProblemKind(StrEnum):
    """What can be wrong with a file of an installed model."""

    MISSING = "missing"
    CHANGED = "changed"


class Problem(Struct, frozen=True):
    """A file of an installed model that is not as it should be."""

    path: str
    kind: ProblemKind


def find(name_or_path: str, models_dir: Path) -> Path:
    """The folder of an installed model, or the user's own folder or ``.gguf`` file.

    Args:
        name_or_path: A model's name, or a path: anything with a path separator in it.
        models_dir: Where the models are.

    Raises:
        PipelineError: MODEL_MISSING.
    """
    path = Path(name_or_path).expanduser() if _is_path(name_or_path) else None
    if path is None and is_installed(name_or_path, models_dir):
        path = models_dir / name_or_path
    if path is None or not is_model_path(path):
        raise PipelineError(ErrorCode.MODEL_MISSING, model=name_or_path)
    return path.absolute()


def is_model_path(path: Path) -> bool:
    """Whether this is a folder, or a file that says it holds a model by itself."""
    return path.is_dir() or (path.is_file() and path.suffix.lower() == _GGUF)


def is_installed(name: str, models_dir: Path) -> bool:
    """Whether the model of that name is installed."""
    # Names with a leading dot are our own locks and leftovers.
    return (
        bool(name)
        and not name.startswith(".")
        and not _is_path(name)
        and (models_dir / name).is_dir()
    )


def installed_bytes(name: str, models_dir: Path) -> int:
    """Size of an installed model on the disk; 0 when it is not installed."""
    return folder_bytes(models_dir / name) if is_installed(name, models_dir) else 0


def verify(
    model: Model, models_dir: Path, *, cancelled: Callable[[], bool] | None = None
) -> list[Problem]:
    """The files of an installed model that are missing or changed: every byte is read.

    Raises:
        PipelineError: MODEL_MISSING.
        InstallCancelled: ``cancelled`` returned true.
    """
    folder = find(model.name, models_dir)
    return problems(model, folder, Watch(cancelled=cancelled))


def problems(model: Model, folder: Path, watch: Watch) -> list[Problem]:
    """The files of a model that are missing or changed in a folder."""
    found = []
    count = watch.verifying(model.installed_bytes)
    for file in model.files:
        path = folder / file.path
        if not path.is_file():
            found.append(Problem(file.path, ProblemKind.MISSING))
        elif path.stat().st_size != file.bytes or digest(path, count) != file.sha256:
            found.append(Problem(file.path, ProblemKind.CHANGED))
    return found


def digest(path: Path, count: Callable[[int], None]) -> str:
    """The SHA-256 of a file; ``count`` is told the size of each chunk read."""
    found = hashlib.sha256()
    with path.open("rb") as stream:
        for chunk in chunks(stream):
            count(len(chunk))
            found.update(chunk)
    return found.hexdigest()


def chunks(stream: IO[bytes]) -> Iterator[bytes]:
    """What is left of a stream, one mebibyte at a time."""
    while chunk := stream.read(_CHUNK):
        yield chunk


def folder_bytes(folder: Path) -> int:
    """Size of all files below a folder, which may change meanwhile."""
    total = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            try:
                total += os.lstat(os.path.join(parent, name)).st_size  # noqa: PTH118
            except OSError:  # gone since the folder was listed
                continue
    return total


def _is_path(text: str) -> bool:
    separators = (os.sep, os.altsep) if os.altsep else (os.sep,)
    return Path(text).is_absolute() or any(separator in text for separator in separators)

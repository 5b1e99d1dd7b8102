"""Models of the user's own: brought into the models' folder, and known by a note beside them.

On the same disk a file is linked: it takes no room twice, and stays when the original is deleted.
Elsewhere it is copied.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from msgspec import Struct

from svs_desktop.pipeline.codec import from_json, to_json
from svs_desktop.pipeline.errors import ErrorCode, PipelineError
from svs_desktop.pipeline.models.installed import folder_bytes

OwnKind = Literal["speech", "language"]
_NOTE = "svs-model.json"
_PART = re.compile(r"-(\d{5})-of-(\d{5})\.gguf$", re.IGNORECASE)


class OwnModel(Struct, frozen=True):
    """A model that the user brought.

    Attributes:
        name: What the settings call it; also its folder.
        title: What it was called where it came from.
        kind: What it is for.
        bytes: Its size on the disk.
    """

    name: str
    title: str
    kind: OwnKind
    bytes: int = 0


def import_model(location: Path, kind: OwnKind, models_dir: Path, taken: Iterable[str]) -> OwnModel:
    """Bring a model into the models' folder, whole or not at all.

    Args:
        location: Its folder, or its ``.gguf`` file; the first one of a model in several files.
        kind: What it is for.
        models_dir: Where the models are.
        taken: Names that it cannot have, because other models have them.

    Raises:
        PipelineError: DISK_FULL, or MODEL_UNAVAILABLE for what else the system refuses.
    """
    title = location.name if location.is_dir() else _PART.sub("", location.name)
    title = title.removesuffix(".gguf").removesuffix(".GGUF")
    model = OwnModel(_free_name(title, models_dir, set(taken)), title, kind)
    work = models_dir / f".partial-{model.name}"
    try:
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(parents=True)
        for source, inner in _files(location):
            target = work / inner
            target.parent.mkdir(parents=True, exist_ok=True)
            _bring(source, target)
        (work / _NOTE).write_text(to_json(model), "ascii")
        work.replace(models_dir / model.name)
    except OSError as error:
        shutil.rmtree(work, ignore_errors=True)
        raise _refused(model, location, error) from error
    return _with_size(model, models_dir)


def own_models(models_dir: Path) -> list[OwnModel]:
    """The models that the user brought, by title."""
    try:
        notes = [*models_dir.glob(f"*/{_NOTE}")]
    except OSError:
        return []
    found = [model for note in notes if (model := _read(note))]
    return sorted((_with_size(m, models_dir) for m in found), key=lambda model: model.title)


def _read(note: Path) -> OwnModel | None:
    try:
        model = from_json(note.read_bytes(), OwnModel)
    except (OSError, ValueError):
        return None
    return model if model.name == note.parent.name else None


def _with_size(model: OwnModel, models_dir: Path) -> OwnModel:
    size = folder_bytes(models_dir / model.name)
    return OwnModel(model.name, model.title, model.kind, size)


def _free_name(title: str, models_dir: Path, taken: set[str]) -> str:
    base = re.sub(r"[^a-z0-9._-]+", "-", title.lower()).strip("-._") or "model"
    name, number = base, 2
    while name in taken or (models_dir / name).exists():
        name, number = f"{base}-{number}", number + 1
    return name


def _files(location: Path) -> list[tuple[Path, Path]]:
    """The model's files, and where in its folder they go."""
    if location.is_dir():
        files = (path for path in sorted(location.rglob("*")) if path.is_file())
        return [(path, path.relative_to(location)) for path in files]
    if not (part := _PART.search(location.name)):
        return [(location, Path(location.name))]
    stem = location.name[: part.start()]
    parts = sorted(location.parent.glob(f"{stem}-*-of-{part[2]}.gguf"))
    return [(path, Path(path.name)) for path in parts]


def _bring(source: Path, target: Path) -> None:
    try:
        os.link(source.resolve(), target)
    except OSError:  # another disk, or one that knows no links
        shutil.copyfile(source, target)


def _refused(model: OwnModel, location: Path, error: OSError) -> PipelineError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        size = folder_bytes(location) if location.is_dir() else location.stat().st_size
        needed = f"{size / 1e6:,.0f} MB"
        return PipelineError(ErrorCode.DISK_FULL, name=model.title, needed=needed)
    reason = error.strerror or type(error).__name__
    return PipelineError(
        ErrorCode.MODEL_UNAVAILABLE, model=model.title, reason=reason, detail=str(error)
    )

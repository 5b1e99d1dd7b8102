"""How much room the program's files take. It takes a while: not for the GUI thread."""

from __future__ import annotations

import shutil
from collections.abc import Collection
from pathlib import Path

from msgspec import Struct

from svs_desktop.paths import Places
from svs_desktop.pipeline.models import folder_bytes
from svs_desktop.pipeline.workspace import Workspace

# SQLite's log and index beside a library, which belong to it.
_BESIDE = ("", "-wal", "-shm")


class Storage(Struct, frozen=True):
    """Sizes in bytes.

    Attributes:
        library: The queue and the results.
        models: All models, and what was fetched of others.
        cache: What can be made again.
        free: What is free on the disk of the models.
    """

    library: int
    models: int
    cache: int
    free: int


def storage(places: Places) -> Storage:
    """How much room things take now."""
    library = sum(_size(Path(f"{places.library}{end}")) for end in _BESIDE)
    models, cache = folder_bytes(places.models), folder_bytes(places.cache)
    return Storage(library, models, cache, free_bytes(places.models))


def free_bytes(folder: Path) -> int:
    """What is free on the disk of a folder; 0 when that cannot be told."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return 0


def clear_cache(workspace: Workspace, running: Collection[str], known: Collection[str]) -> int:
    """Delete from the cache what no running job uses, but for pictures of jobs and results.

    Args:
        workspace: The cache.
        running: The ids of the jobs that run.
        known: The ids of all jobs and results.

    Returns:
        How many bytes are free again.
    """
    return workspace.sweep(running, known, age_s=0.0)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0

"""Which models there are, and what is there of each. It takes a while: not for the GUI thread."""

from __future__ import annotations

from pathlib import Path

import psutil
from msgspec import Struct

from svs_desktop.pipeline.models import (
    Catalogue,
    Model,
    OwnModel,
    installed_bytes,
    own_models,
    partial_bytes,
)
from svs_desktop.workers.storage import free_bytes


class Standing(Struct, frozen=True):
    """A model of the catalogue on this disk.

    Attributes:
        model: The model.
        bytes: Its size; 0 when it is not installed.
        fetched: What a broken-off download left.
    """

    model: Model
    bytes: int = 0
    fetched: int = 0
    is_installed: bool = False


class Shelf(Struct, frozen=True):
    """All models.

    Attributes:
        standings: Those of the catalogue.
        own: Those that the user brought.
        free: Bytes that are free on the disk.
        memory: Bytes of memory that the machine has.
    """

    standings: tuple[Standing, ...]
    own: tuple[OwnModel, ...]
    free: int
    memory: int


def shelf(catalogue: Catalogue, models_dir: Path) -> Shelf:
    """What is there now."""
    return Shelf(
        tuple(_standing(model, models_dir) for model in catalogue.models),
        tuple(own_models(models_dir)),
        free_bytes(models_dir),
        psutil.virtual_memory().total,
    )


def _standing(model: Model, models_dir: Path) -> Standing:
    there = (models_dir / model.name).is_dir()
    fetched = 0 if there else partial_bytes(model.name, models_dir)
    return Standing(model, installed_bytes(model.name, models_dir), fetched, there)

"""Where speech models run and how: the one place that decides it."""

from __future__ import annotations

from pathlib import Path

import ctranslate2
import psutil
from msgspec import Struct

from svs_desktop.pipeline.generators import free_bytes
from svs_desktop.pipeline.job import AUTO

# Side by side, single threads waste nothing on waiting for each other; more than this many hold
# more windows in memory than they are worth. So do batches of more than two: they are no faster.
_MOST_WORKERS = 4
_ON_PROCESSOR, _ON_CARD = 2, 16
# The weights of a smaller file, 8 bits of 16, are read again as quickly for each window by itself.
_LARGE = 200_000_000
# What a model takes, in bytes of its file: itself, and each batch that is read. Measured with base
# and 8 bits; larger models have more weights for the same windows, and stay below it.
_MODEL, _WINDOW = 2.0, 0.22
# int8 weights are three times as fast as float32 on a processor, with the same words.
_PROCESSOR_TYPE = "int8"
_CARD_TYPES = ("float16", "int8_float16", "int8")


class Placement(Struct, frozen=True):
    """Where a model runs.

    Attributes:
        device: ``cpu`` or ``cuda``.
        compute_type: How CTranslate2 calculates.
        workers: Batches that are read at a time.
        threads: Processor threads for each of them.
        batch: The most windows in a batch.
    """

    device: str
    compute_type: str
    workers: int
    threads: int
    batch: int


def placement(
    device: str = AUTO,
    threads: int = 0,
    *,
    weights: int = 0,
    free: int | None = None,
    workers: int = 0,
) -> Placement:
    """Where a model runs, and how much it reads at a time.

    Args:
        device: Where it is asked to run: ``auto``, ``cpu`` or ``cuda``.
        threads: Processor threads in all; 0 for as many as there are physical cores.
        weights: Bytes of the model's file.
        free: Bytes of memory that it may take; None for what is free now.
        workers: Batches that are read at a time on a processor, if memory allows; 0 for many.
    """
    if device == "cuda" or (device == AUTO and ctranslate2.get_cuda_device_count()):
        return Placement("cuda", _card_type(), 1, 1, _ON_CARD)
    count = threads or psutil.cpu_count(logical=False) or 1
    spare = (free_bytes() if free is None else free) - _MODEL * weights
    most = _ON_PROCESSOR if weights >= _LARGE else 1
    windows = max(1, int(spare / (_WINDOW * weights))) if weights else count
    # With little memory batches are smaller at first, which costs least, and then fewer.
    workers = min(count, workers or _MOST_WORKERS, windows)
    batch = min(most, max(1, windows // workers))
    return Placement("cpu", _PROCESSOR_TYPE, workers, count // workers, batch)


def weights_of(folder: Path) -> int:
    """Bytes of a model's file; 0 when it has none, which loading it will complain of."""
    file = folder / "model.bin"
    return file.stat().st_size if file.is_file() else 0


def _card_type() -> str:
    try:
        known = ctranslate2.get_supported_compute_types("cuda")
    except (RuntimeError, ValueError):  # loading the model will say what is the matter
        known = set()
    return next((kind for kind in _CARD_TYPES if kind in known), _CARD_TYPES[0])

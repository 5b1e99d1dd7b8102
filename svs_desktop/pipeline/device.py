"""Where speech models run and how: the one place that decides it."""

from __future__ import annotations

import ctranslate2
import psutil
from msgspec import Struct

from svs_desktop.pipeline.job import AUTO

# Side by side, single threads waste nothing on waiting for each other; more than this many hold
# more windows in memory than they are worth.
_MOST_WORKERS = 4
_ON_PROCESSOR, _ON_CARD = 4, 16
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


def placement(device: str = AUTO, threads: int = 0) -> Placement:
    """Where a model runs that is asked to run on ``device``, with so many threads in all."""
    if device == "cuda" or (device == AUTO and ctranslate2.get_cuda_device_count()):
        return Placement("cuda", _card_type(), 1, 1, _ON_CARD)
    count = threads or psutil.cpu_count(logical=False) or 1
    workers = min(count, _MOST_WORKERS)
    return Placement("cpu", _PROCESSOR_TYPE, workers, count // workers, _ON_PROCESSOR)


def _card_type() -> str:
    try:
        known = ctranslate2.get_supported_compute_types("cuda")
    except (RuntimeError, ValueError):  # loading the model will say what is the matter
        known = set()
    return next((kind for kind in _CARD_TYPES if kind in known), _CARD_TYPES[0])

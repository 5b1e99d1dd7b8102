"""How long an hour of video takes with each model, remembered for each machine."""

from __future__ import annotations

import logging
import platform
from pathlib import Path

import psutil

from svs_desktop.pipeline.codec import from_json, to_json
from svs_desktop.pipeline.job import JobOptions

_log = logging.getLogger(__name__)


class Measurements:
    """A small file beside the library; one that is damaged is as good as none."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._seconds = from_json(path.read_bytes(), dict[str, float])
        except (OSError, ValueError):
            self._seconds = {}

    def get(self, model: str, options: JobOptions) -> float | None:
        """Seconds that this model needs here for an hour of video; None when not measured."""
        return self._seconds.get(_key(model, options))

    def keep(self, model: str, options: JobOptions, seconds: float) -> None:
        """Remember a measurement."""
        self._seconds[_key(model, options)] = seconds
        part = self._path.with_suffix(".part")
        try:
            part.write_text(to_json(self._seconds), "ascii")
            part.replace(self._path)
        except OSError:
            _log.exception("The measurement could not be written.")


def _key(model: str, options: JobOptions) -> str:
    """What a measurement is true of: a machine, a model, and how it is used."""
    machine = f"{platform.node()} {platform.machine()} {psutil.cpu_count()}"
    used = f"{options.speech_quality} {options.device} {options.threads}"
    return f"{machine} {model} {used}"

"""How long an hour of video takes with each model, remembered for each machine."""

from __future__ import annotations

from pathlib import Path

from svs_desktop.pipeline.job import JobOptions
from svs_desktop.pipeline.machine_facts import MachineFacts


class Measurements:
    """A small file beside the library."""

    def __init__(self, path: Path) -> None:
        self._facts = MachineFacts(path)

    def get(self, model: str, options: JobOptions) -> float | None:
        """Seconds that this model needs here for an hour of video; None when not measured."""
        return self._facts.get(_key(model, options))

    def keep(self, model: str, options: JobOptions, seconds: float) -> None:
        """Remember a measurement."""
        self._facts.keep(_key(model, options), seconds)


def _key(model: str, options: JobOptions) -> str:
    return f"{model} {options.speech_quality} {options.device} {options.threads}"

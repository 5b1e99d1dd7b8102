"""What was measured on this machine, remembered in a small file."""

from __future__ import annotations

import logging
import platform
from pathlib import Path

import psutil

from svs_desktop.pipeline.codec import from_json, to_json

_log = logging.getLogger(__name__)


class MachineFacts:
    """Numbers by what they are about; a file that is damaged is as good as none.

    Those of other machines stay in it: a home folder may be shared.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._machine = f"{platform.node()} {platform.machine()} {psutil.cpu_count()}"
        try:
            self._values = from_json(path.read_bytes(), dict[str, float])
        except (OSError, ValueError):
            self._values = {}

    def get(self, about: str) -> float | None:
        """The number; None when it was not measured here."""
        return self._values.get(f"{self._machine} {about}")

    def keep(self, about: str, value: float) -> None:
        """Remember a number."""
        self._values[f"{self._machine} {about}"] = value
        part = self._path.with_suffix(".part")
        try:
            part.write_text(to_json(self._values), "ascii")
            part.replace(self._path)
        except OSError:
            _log.exception("What was measured could not be written.")

"""A record of what was ever fetched: the only connections that the program made."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from svs_desktop.pipeline.codec import from_json, to_json
from svs_desktop.pipeline.models.catalogue import HubSource, Model, Source

_NAME = ".downloads.jsonl"
_log = logging.getLogger(__name__)


class Download(Struct, frozen=True):
    """A model that was fetched.

    Attributes:
        model: Its name.
        title: Its name for people.
        repository: The repository of the model hub; empty for the Python package index.
        bytes: Size of the download.
        at: When it was finished.
    """

    model: str
    title: str
    repository: str
    bytes: int
    at: datetime


def record_download(model: Model, source: Source, models_dir: Path) -> None:
    """Add to the record. The model is there: that it is not recorded is no reason to fail."""
    repository = source.repository if isinstance(source, HubSource) else ""
    size = model.bytes_from(source)
    download = Download(model.name, model.title, repository, size, datetime.now(UTC))
    try:
        with (models_dir / _NAME).open("a", encoding="ascii") as file:
            file.write(to_json(download) + "\n")
    except OSError:
        _log.exception("The download of %s could not be recorded.", model.name)


def downloads(models_dir: Path) -> list[Download]:
    """What was fetched, the oldest first; lines that cannot be read are passed over."""
    try:
        lines = (models_dir / _NAME).read_bytes().splitlines()
    except OSError:
        return []
    return [download for line in lines if (download := _read(line))]


def _read(line: bytes) -> Download | None:
    try:
        return from_json(line, Download)
    except ValueError:
        return None

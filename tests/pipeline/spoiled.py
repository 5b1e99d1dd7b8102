"""Models in which something is wrong."""

from __future__ import annotations

from pathlib import Path


def spoiled(model: Path, folder: Path, name: str, content: bytes | None) -> Path:
    """Make a model's folder in which one file is missing or has another content."""
    folder.mkdir()
    for file in model.iterdir():
        if file.name != name:
            (folder / file.name).symlink_to(file)
    if content is not None:
        (folder / name).write_bytes(content)
    return folder

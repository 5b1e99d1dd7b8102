"""Where the program keeps things, and where its own resources are."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import appdirs

_APP = "SVS Desktop"


@dataclass(frozen=True, slots=True)
class Places:
    """The folders and files of one installation.

    Attributes:
        settings: The settings file (TOML).
        library: The SQLite file with the queue and the results.
        models: One folder for each installed model.
        cache: Files that can be made again: extracted audio, pictures.
    """

    settings: Path
    library: Path
    models: Path
    cache: Path

    @classmethod
    def under(cls, home: Path) -> Places:
        """Everything together under one folder, as on a USB stick or in a test."""
        return cls(
            settings=home / "settings.toml",
            library=home / "library.sqlite",
            models=home / "models",
            cache=home / "cache",
        )

    @classmethod
    def default(cls) -> Places:
        """The platform's own folders, or the folder that ``SVS_HOME`` names."""
        if home := os.environ.get("SVS_HOME"):
            return cls.under(Path(home).expanduser().absolute())
        data = Path(appdirs.user_data_dir(_APP, appauthor=False))
        return cls(
            settings=Path(appdirs.user_config_dir(_APP, appauthor=False)) / "settings.toml",
            library=data / "library.sqlite",
            models=data / "models",
            cache=Path(appdirs.user_cache_dir(_APP, appauthor=False)),
        )

    @property
    def api_token(self) -> Path:
        """The file with the token of the job API, for this user alone."""
        return self.library.with_name("api.token")

    @property
    def api_address(self) -> Path:
        """The file that tells where the job API listens, while it does."""
        return self.library.with_name("api.address")

    @property
    def uploads(self) -> Path:
        """The folder of the videos that were sent to the job API."""
        return self.library.with_name("uploads")

    @property
    def door(self) -> Path:
        """The local socket by which a second program speaks to the one that is open."""
        return self.library.with_name("svs.socket")

    def make(self) -> None:
        """Create the folders that are missing."""
        for folder in (self.settings.parent, self.library.parent, self.models, self.cache):
            folder.mkdir(parents=True, exist_ok=True)


def resource(*parts: str) -> Path:
    """The path of a file in ``resources/``, in a checkout and in an installed wheel alike."""
    package = Path(__file__).parent
    installed = package / "resources"
    return (installed if installed.is_dir() else package.parent / "resources").joinpath(*parts)

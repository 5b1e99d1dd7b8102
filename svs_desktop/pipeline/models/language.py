"""Which language model writes."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from svs_desktop.pipeline.job import AUTO, EXTRACTIVE
from svs_desktop.pipeline.models.catalogue import Catalogue, Model, ModelKind
from svs_desktop.pipeline.models.installed import find, is_installed


class ChosenModel(Struct, frozen=True):
    """A language model that is there.

    Attributes:
        name: What it is called: its name in the catalogue, or that of its folder or file.
        location: Its folder, or its ``.gguf`` file.
    """

    name: str
    location: Path


def choose_language_model(
    wanted: str, catalogue: Catalogue, models_dir: Path, free_bytes: int
) -> ChosenModel | None:
    """The language model that is to write.

    Args:
        wanted: Its name or path; ``auto`` for the best of the catalogue that is installed and fits
            the memory; or ``extractive`` for none.
        catalogue: What can be installed; of the language models, each is better than those before.
        models_dir: Where the models are.
        free_bytes: Memory that is free. A model that was named is not held to it here.

    Returns:
        None for ``extractive``, and for ``auto`` when no language model is installed. When none of
        those installed fits, the smallest: opening it says how much is missing.

    Raises:
        PipelineError: MODEL_MISSING: the one that was named is not there.
    """
    if wanted == EXTRACTIVE:
        return None
    if wanted == AUTO:
        return _best(catalogue, models_dir, free_bytes)
    location = find(wanted, models_dir)
    return ChosenModel(location.name if location.is_dir() else location.stem, location)


def _best(catalogue: Catalogue, models_dir: Path, free_bytes: int) -> ChosenModel | None:
    models = catalogue.of_kind(ModelKind.LANGUAGE)
    installed = [model for model in models if is_installed(model.name, models_dir)]
    if not installed:
        return None
    fitting = [model for model in installed if _memory(model) <= free_bytes]
    best = fitting[-1] if fitting else min(installed, key=_memory)
    return ChosenModel(best.name, find(best.name, models_dir))


def _memory(model: Model) -> int:
    return model.memory or 0

"""Which back end opens a model."""

from __future__ import annotations

from pathlib import Path

from svs_desktop.pipeline.errors import ErrorCode, PipelineError
from svs_desktop.pipeline.generators.generator import TextGenerator
from svs_desktop.pipeline.generators.gguf import is_later_part


def open_generator(
    location: Path, name: str, *, threads: int, device: str, context_size: int = 8192
) -> TextGenerator:
    """Load a language model.

    Args:
        location: A ``.gguf`` file, or a folder with one or with a model of transformers.
        name: What to call it.
        threads: Processor threads; 0 for as many cores as other programs leave idle.
        device: ``auto``, ``cpu`` or ``cuda``.
        context_size: Tokens of prompt and answer together, if the model can take so many.

    Raises:
        PipelineError: MODEL_BROKEN, or MODEL_TOO_LARGE before anything is loaded.
        ImportError: The back end is not installed.
    """
    # Either back end takes long to import and much memory: only the one that is used is imported.
    if file := _gguf_file(location, name):
        from svs_desktop.pipeline.generators.llama import LlamaGenerator

        return LlamaGenerator(file, name, threads=threads, device=device, context_size=context_size)
    if (location / "config.json").is_file():
        from svs_desktop.pipeline.generators.hugging_face import TransformersGenerator

        return TransformersGenerator(
            location, name, threads=threads, device=device, context_size=context_size
        )
    raise _broken(name, "there is neither a .gguf file nor a config.json in it")


def _gguf_file(location: Path, name: str) -> Path | None:
    if not location.is_dir():
        return location
    found = [path for path in sorted(location.glob("*.[gG][gG][uU][fF]")) if _is_text_model(path)]
    if len(found) > 1:
        raise _broken(name, "there are several .gguf files in it; choose one of them")
    return found[0] if found else None


def _is_text_model(path: Path) -> bool:
    """Whether a model, or its first part, is in a file; those called mmproj only see pictures."""
    return not is_later_part(path) and not path.name.lower().startswith("mmproj")


def _broken(name: str, reason: str) -> PipelineError:
    return PipelineError(ErrorCode.MODEL_BROKEN, model=name, reason=reason)

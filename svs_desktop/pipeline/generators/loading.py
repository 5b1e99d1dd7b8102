"""Loading a model of the transformers library from a folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from transformers import (
    AutoConfig,
    AutoModelForCausalLM,
    AutoModelForSeq2SeqLM,
    AutoTokenizer,
    GenerationConfig,
)

from svs_desktop.pipeline.errors import ErrorCode, PipelineError
from svs_desktop.pipeline.generators import machine

_TOKENIZERS = ("tokenizer.json", "tokenizer.model", "spiece.model", "vocab.json", "vocab.txt")
_WEIGHTS = ("*.safetensors", "pytorch_model*.bin")
# What a model takes beside its weights: its context, and what it computes.
_BESIDES = 1.2
_FLOAT32_BYTES = 4
# Tokens of the prompt that are read at a time: it can be stopped in between.
_BATCH = 256
# Tokenizers that know no limit say a number like 1e30.
_NO_LIMIT = 10_000_000
_OFFLINE = {"local_files_only": True, "trust_remote_code": False}


@dataclass(frozen=True, slots=True)
class Loaded:
    """A model with its tokenizer.

    Attributes:
        rewrites: Whether it turns one text into another, instead of answering a conversation.
        context_size: Tokens that it takes; 0 if it does not say.
        prefix: What it wants to read before a text that it is to summarise.
        settings: How it writes.
        ends: The tokens that end an answer.
        padding: A token that means nothing.
    """

    model: Any
    tokenizer: Any
    rewrites: bool
    context_size: int
    prefix: str
    settings: GenerationConfig
    ends: list[int]
    padding: int

    def decode(self, tokens: list[int]) -> str:
        """The text of an answer."""
        return str(
            self.tokenizer.decode(
                tokens, skip_special_tokens=True, clean_up_tokenization_spaces=False
            )
        )

    def generate(self, tokens: list[int], seed: int, **options: object) -> torch.Tensor:
        """What the model makes of a prompt, as ``generate`` returns it."""
        device = self.model.device
        prompt = torch.tensor([tokens], device=device)
        with torch.random.fork_rng(devices=[device] if device.type == "cuda" else []):
            torch.manual_seed(seed)
            found: torch.Tensor = self.model.generate(
                prompt, attention_mask=torch.ones_like(prompt), **options
            )
        return found


def load(folder: Path, name: str, device: str) -> Loaded:
    """Load a model and its tokenizer.

    Args:
        folder: Where they are.
        name: What to call the model, for failures.
        device: ``auto``, ``cpu`` or ``cuda``.

    Raises:
        PipelineError: MODEL_BROKEN or MODEL_TOO_LARGE.
    """
    if not any((folder / file).is_file() for file in _TOKENIZERS):
        raise _broken(name, "it has no tokenizer")
    weights = sum(path.stat().st_size for kind in _WEIGHTS for path in folder.glob(kind))
    if not weights:
        raise _broken(name, "it has no weights")
    config = _try(name, lambda: AutoConfig.from_pretrained(folder, **_OFFLINE))
    place, kind = _place(config, int(weights * _BESIDES), name, device)
    rewrites = bool(config.is_encoder_decoder)
    family = AutoModelForSeq2SeqLM if rewrites else AutoModelForCausalLM
    tokenizer = _try(name, lambda: AutoTokenizer.from_pretrained(folder, **_OFFLINE))
    if not rewrites and not tokenizer.chat_template:
        raise _broken(name, "it has no chat template: it was not made to follow instructions")
    model = _try(name, lambda: family.from_pretrained(folder, dtype=kind, **_OFFLINE))
    model = _try(name, lambda: model.eval().to(place))
    ends, padding = _ends(model, tokenizer), _padding(model, tokenizer)
    return Loaded(
        model=model,
        tokenizer=tokenizer,
        rewrites=rewrites,
        context_size=_context_size(config, tokenizer),
        prefix=_prefix(config),
        settings=_take_settings(model, rewrites=rewrites),
        ends=ends,
        padding=padding,
    )


def _ends(model: Any, tokenizer: Any) -> list[int]:
    said = model.generation_config.eos_token_id
    found = said if said is not None else tokenizer.eos_token_id
    return list(found) if isinstance(found, list) else [found] if found is not None else []


def _padding(model: Any, tokenizer: Any) -> int:
    said = (model.generation_config.pad_token_id, tokenizer.pad_token_id, tokenizer.eos_token_id, 0)
    return int(next(token for token in said if token is not None))


def _take_settings(model: Any, *, rewrites: bool) -> GenerationConfig:
    """The settings with which a model is to write; it keeps none, or they would be mixed in."""
    own: GenerationConfig = model.generation_config
    own.max_length = None
    model.generation_config = GenerationConfig()  # type: ignore[no-untyped-call]
    if rewrites:
        return own
    # What its makers recommend is meant for talking, and repeating itself is seen to elsewhere.
    return GenerationConfig(prefill_chunk_size=_BATCH)  # type: ignore[no-untyped-call]


def _place(config: Any, needed: int, name: str, device: str) -> tuple[str, Any]:
    """Where the model runs, and with which numbers."""
    stored = getattr(config, "dtype", None) or torch.float32
    if device != "cpu" and torch.cuda.is_available():
        free = torch.cuda.mem_get_info()[0]
        if needed <= free:
            return "cuda", stored
        if device == "cuda":
            machine.need_memory(name, needed, free)
    free = machine.free_bytes()
    precise = needed * _FLOAT32_BYTES // stored.itemsize
    if precise <= free:  # most processors are quicker with them
        return "cpu", torch.float32
    machine.need_memory(name, needed, free)
    return "cpu", stored


def _context_size(config: Any, tokenizer: Any) -> int:
    text = config.get_text_config()
    names = ("max_position_embeddings", "n_positions", "max_encoder_position_embeddings")
    said = [getattr(text, name, None) for name in names]
    limits = [limit for limit in said if isinstance(limit, int) and limit > 0]
    if not limits and tokenizer.model_max_length < _NO_LIMIT:
        limits = [tokenizer.model_max_length]
    return min(limits, default=0)


def _prefix(config: Any) -> str:
    tasks = getattr(config, "task_specific_params", None) or {}
    return str(tasks.get("summarization", {}).get("prefix", ""))


def _try(name: str, act: Callable[[], Any]) -> Any:
    try:
        return act()
    except (ImportError, MemoryError):
        raise
    except Exception as error:  # damaged files raise no more special one
        reason = str(error).strip().partition("\n")[0].rstrip(".") or type(error).__name__
        raise _broken(name, reason, str(error)) from error


def _broken(name: str, reason: str, detail: str = "") -> PipelineError:
    return PipelineError(ErrorCode.MODEL_BROKEN, model=name, reason=reason, detail=detail)

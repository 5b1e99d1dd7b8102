"""Language models in the format of the transformers library: chat models, and summarisers."""

from __future__ import annotations

import copy
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any

import torch
from transformers import GenerationConfig, LogitsProcessor, LogitsProcessorList
from transformers.utils import logging as transformers_logging

from svs_desktop.pipeline.errors import ErrorCode, PipelineError
from svs_desktop.pipeline.generators import machine
from svs_desktop.pipeline.generators.answer import readable
from svs_desktop.pipeline.generators.generator import Message
from svs_desktop.pipeline.generators.loading import Loaded, load
from svs_desktop.pipeline.generators.openings import barred
from svs_desktop.pipeline.generators.prompts import NO_THOUGHTS, need_room, turns
from svs_desktop.pipeline.generators.repetition import penalties
from svs_desktop.pipeline.generators.writing import HangsError, Pieces, write
from svs_desktop.pipeline.job import AUTO

# As llama.cpp samples.
_SAMPLING = (40, 0.95, 0.05)
_OPENS_A_THOUGHT = "<think>"
_SEEDS = 2**31


class TransformersGenerator:
    """A model of the transformers library in memory; see ``TextGenerator``.

    A chat model answers the conversation. A model that turns one text into another (BART, Pegasus,
    T5) is given what the user says and nothing else, and writes with its own settings.
    """

    def __init__(
        self,
        folder: Path,
        name: str,
        *,
        threads: int = 0,
        device: str = AUTO,
        context_size: int = 8192,
    ) -> None:
        """Load the model from its folder.

        Args:
            folder: Where it is; nothing is fetched, and no code of its own is run.
            name: What to call it.
            threads: Processor threads; 0 for as many cores as others leave idle.
            device: ``auto``, ``cpu`` or ``cuda``.
            context_size: Tokens of prompt and answer together, if the model can take so many.

        Raises:
            PipelineError: MODEL_BROKEN or MODEL_TOO_LARGE.
        """
        transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        # Its warnings come with an exception, or are meant for those who train models.
        transformers_logging.set_verbosity_error()  # type: ignore[no-untyped-call]
        torch.set_num_threads(threads or machine.threads_to_use())
        self.name = name
        self._loaded: Loaded | None = load(folder, name, device)
        self.context_size = min(context_size, self._loaded.context_size or context_size)
        self.goes_on = not self._loaded.rewrites
        self._knows_system = self._takes_system()

    def count_tokens(self, messages: Sequence[Message]) -> int:
        """See ``TextGenerator``."""
        return len(self._tokens(self._prompt(messages)))

    def generate(
        self,
        messages: Sequence[Message],
        *,
        max_tokens: int,
        temperature: float = 0.0,
        seed: int = 0,
        stop: Sequence[str] = (),
        begun: str = "",
        avoid: Sequence[str] = (),
    ) -> Generator[str, None, None]:
        """See ``TextGenerator``. An empty piece says only that the model is at work."""
        prompt = self._prompt(messages) + begun
        tokens = self._tokens(prompt)
        need_room(self.name, self.context_size, len(tokens) + max_tokens)
        options = self._options(max_tokens, temperature)
        openings = [self._tokens(text, is_prompt=False) for text in avoid]
        pieces = self._write(tokens, options, seed % _SEEDS, openings)
        return readable(pieces, stop, thinking=prompt.rstrip().endswith(_OPENS_A_THOUGHT))

    def close(self) -> None:
        """See ``TextGenerator``."""
        self._loaded = None
        if torch.cuda.is_available():
            torch.cuda.empty_cache()

    @property
    def _open(self) -> Loaded:
        if self._loaded is None:
            raise PipelineError(ErrorCode.MODEL_FAILED, model=self.name, reason="it was closed")
        return self._loaded

    def _prompt(self, messages: Sequence[Message]) -> str:
        """The text that the model is given."""
        loaded = self._open
        if loaded.rewrites:
            said = [message.content for message in messages if message.role == "user"]
            return loaded.prefix + "\n\n".join(said)
        return str(
            loaded.tokenizer.apply_chat_template(
                turns(messages, system=self._knows_system),
                tokenize=False,
                add_generation_prompt=True,
                **NO_THOUGHTS,
            )
        )

    def _tokens(self, text: str, *, is_prompt: bool = True) -> list[int]:
        loaded = self._open
        # Templates write the special tokens themselves.
        special = is_prompt and loaded.rewrites
        found = loaded.tokenizer(text, add_special_tokens=special, verbose=False)
        return list(found["input_ids"])

    def _options(self, max_tokens: int, temperature: float) -> GenerationConfig:
        loaded = self._open
        options: GenerationConfig = copy.deepcopy(loaded.settings)
        options.eos_token_id, options.pad_token_id = loaded.ends, loaded.padding
        options.max_new_tokens = max_tokens
        options.min_length = min(options.min_length or 0, max_tokens)
        options.do_sample = temperature > 0
        if options.do_sample:
            options.temperature = temperature
            options.top_k, options.top_p, options.min_p = _SAMPLING
        return options

    def _write(
        self,
        tokens: list[int],
        options: GenerationConfig,
        seed: int,
        openings: Sequence[Sequence[int]],
    ) -> Generator[str, None, None]:
        loaded = self._open
        # What comes back begins with the prompt, or with the one token that begins every answer.
        skipped = 1 if loaded.rewrites else len(tokens)
        pieces = Pieces(loaded.decode, skipped)

        def generate() -> None:
            streams = (options.num_beams or 1) == 1
            found = loaded.generate(
                tokens,
                seed,
                generation_config=options,
                logits_processor=LogitsProcessorList([_Freshness(skipped, openings)]),
                streamer=pieces if streams else None,
            )
            if not streams:
                pieces.put(found)
                pieces.end()

        try:
            yield from write(loaded.model, pieces, generate)
        except HangsError:
            raise self._failed("it gave no sign for minutes") from None
        except (RuntimeError, ValueError, IndexError) as error:
            raise self._failed(str(error).partition("\n")[0], repr(error)) from error

    def _failed(self, reason: str, detail: str = "") -> PipelineError:
        values = {"model": self.name, "reason": reason.rstrip(".")}
        return PipelineError(ErrorCode.MODEL_FAILED, detail=detail, **values)

    def _takes_system(self) -> bool:
        self._knows_system = True
        try:
            self._prompt([Message("system", "."), Message("user", ".")])
        except Exception:  # noqa: BLE001 - templates of some models refuse it, each in its way
            return False
        return True


class _Freshness(LogitsProcessor):
    """Keeps the answer from repeating itself, but lets it repeat what the prompt says.

    It also keeps it from beginning with one of these openings.
    """

    def __init__(self, prompt_tokens: int, openings: Sequence[Sequence[int]]) -> None:
        self._prompt_tokens = prompt_tokens
        self._openings = openings

    def __call__(self, input_ids: Any, scores: Any) -> Any:
        """Make tokens less likely that would go on with a repeated passage; bar some."""
        scores = scores.clone()
        for row, tokens in enumerate(input_ids[:, self._prompt_tokens :].tolist()):
            for token, penalty in penalties(tokens).items():
                scores[row, token] -= penalty
            for token in barred(self._openings, tokens):
                scores[row, token] = float("-inf")
        return scores

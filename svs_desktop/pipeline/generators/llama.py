"""Language models in GGUF files, run by llama.cpp."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from msgspec import Struct

from svs_desktop.pipeline.errors import ErrorCode, PipelineError
from svs_desktop.pipeline.generators import machine
from svs_desktop.pipeline.generators.answer import readable
from svs_desktop.pipeline.generators.generator import Message
from svs_desktop.pipeline.generators.gguf import GgufHeader, NotGgufError, read_header
from svs_desktop.pipeline.generators.llama_client import LlamaClient
from svs_desktop.pipeline.generators.llama_server import LlamaServer
from svs_desktop.pipeline.generators.prompts import NO_THOUGHTS, need_room, turns
from svs_desktop.pipeline.generators.repetition import LLAMA_OPTIONS
from svs_desktop.pipeline.job import AUTO

# What a model takes beside its weights and its context; measured with models of 0.5 to 1.5 billion
# parameters. Some weights are kept in a second, quicker order, while the first is not used again.
_BESIDES = 300_000_000
_SECOND_ORDER = 0.1
_SEEDS = 2**31
# A server that hangs cannot be stopped from inside its process: it is left alone until that ends.
_abandoned: list[LlamaServer] = []


class _Prompt(Struct, frozen=True):
    prompt: str


class _Tokens(Struct, frozen=True):
    tokens: list[int]


class LlamaGenerator:
    """A GGUF model in memory; see ``TextGenerator``.

    The same arguments give the same answer as long as the number of threads is the same.
    """

    goes_on = True

    def __init__(
        self,
        file: Path,
        name: str,
        *,
        threads: int = 0,
        device: str = AUTO,
        context_size: int = 8192,
    ) -> None:
        """Load the model.

        Args:
            file: The GGUF file, or the first of those that the model was split into.
            name: What to call the model.
            threads: Processor threads; 0 for as many cores as others leave idle.
            device: ``cpu`` to leave a graphics card alone.
            context_size: Tokens of prompt and answer together, if the model can take so many.

        Raises:
            PipelineError: MODEL_BROKEN or MODEL_TOO_LARGE.
        """
        header = _header(file, name)
        self.name = name
        self.context_size = min(context_size, header.context_size or context_size)
        machine.need_memory(name, _memory(header, self.context_size), machine.free_bytes())
        try:
            self._server = LlamaServer(
                file,
                context_size=self.context_size,
                threads=threads or machine.threads_to_use(),
                device=device,
            )
        except RuntimeError as error:
            raise _broken(name, "it is damaged or of an unknown kind", str(error)) from error
        self._client = LlamaClient(name, self._server.connect, self._server.key)
        try:
            # Its loop answers this one. Told to end before that has begun, it would never end.
            self._client.ask("/slots", None, list[object])
            self._knows_system = self._takes_system()
        except BaseException:
            self.close()
            raise

    def count_tokens(self, messages: Sequence[Message]) -> int:
        """See ``TextGenerator``."""
        body = {"messages": self._turns(messages), "chat_template_kwargs": NO_THOUGHTS}
        prompt = self._client.ask("/apply-template", body, _Prompt).prompt
        return len(self._tokens(prompt, is_prompt=True))

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
        asked = [*messages, Message("assistant", begun)] if begun else list(messages)
        need_room(self.name, self.context_size, self.count_tokens(asked) + max_tokens)
        options = {"temperature": temperature, "seed": seed % _SEEDS}
        return readable(self._answer(asked, max_tokens, options, avoid), stop)

    def close(self) -> None:
        """See ``TextGenerator``."""
        if self._client.hangs:
            _abandoned.append(self._server)
        else:
            self._server.close()

    def _answer(
        self,
        messages: Sequence[Message],
        most: int,
        options: Mapping[str, float],
        avoid: Sequence[str],
    ) -> Generator[str, None, None]:
        start = ""
        # A token at a time, until it is clear that the answer begins otherwise.
        while left := [o.removeprefix(start) for o in avoid if o.startswith(start) and o != start]:
            barred = [tokens[0] for tokens in map(self._tokens, left) if len(tokens) == 1]
            piece = "".join(self._stream(messages, 1, options, start, barred))
            yield piece
            if not piece:
                return
            start += piece
            most -= 1
        yield from self._stream(messages, most, options, start)

    def _stream(
        self,
        messages: Sequence[Message],
        most: int,
        options: Mapping[str, float],
        start: str,
        barred: Sequence[int] = (),
    ) -> Generator[str, None, None]:
        turns = self._turns(messages)
        if start and turns[-1]["role"] == "assistant":
            turns[-1]["content"] += start
        elif start:
            turns.append({"role": "assistant", "content": start})
        body = {
            "messages": turns,
            "chat_template_kwargs": NO_THOUGHTS,
            "max_tokens": most,
            "logit_bias": [[token, False] for token in barred],
            "stream": True,
            "return_progress": True,
            # What is left of the last prompt is quicker, but changes the last bits of the numbers.
            "cache_prompt": True,  # questions that begin alike are read once
            **options,
            **LLAMA_OPTIONS,
        }
        with closing(self._client.stream("/v1/chat/completions", body)) as pieces:
            yield from pieces

    def _tokens(self, text: str, *, is_prompt: bool = False) -> list[int]:
        question = {"content": text, "add_special": is_prompt, "parse_special": is_prompt}
        return self._client.ask("/tokenize", question, _Tokens).tokens

    def _turns(self, messages: Sequence[Message]) -> list[dict[str, str]]:
        return turns(messages, system=self._knows_system)

    def _takes_system(self) -> bool:
        self._knows_system = True
        try:
            self.count_tokens([Message("system", "."), Message("user", ".")])
        except PipelineError:  # the templates of some models refuse it
            return False
        return True


def _header(file: Path, name: str) -> GgufHeader:
    try:
        return read_header(file)
    except NotGgufError as error:
        raise _broken(name, str(error), str(file)) from error
    except OSError as error:
        raise _broken(name, error.strerror or type(error).__name__, str(error)) from error


def _memory(header: GgufHeader, context_size: int) -> int:
    weights = int(header.file_bytes * (1 + _SECOND_ORDER))
    return weights + header.bytes_per_token * context_size + _BESIDES


def _broken(name: str, reason: str, detail: str) -> PipelineError:
    return PipelineError(ErrorCode.MODEL_BROKEN, model=name, reason=reason, detail=detail)

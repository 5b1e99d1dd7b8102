"""Asking a language model, with progress in tokens and an end in any case."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import TypeAlias

from msgspec import Struct

from svs_desktop.pipeline.errors import ErrorCode, PipelineError
from svs_desktop.pipeline.generators import Message, TextGenerator
from svs_desktop.pipeline.writing.polish import goes_round
from svs_desktop.pipeline.writing.prompts import prompt

# Reading a token takes about a fifth of the time of writing one.
_READ = 0.2
# Tokens of a prompt that models read at a time.
_BATCH = 256
# Tokens are rarely longer: a model that writes on beyond its limit is stopped.
_LONGEST_TOKEN = 12
# A second try after an empty answer, which temperature 0 would only repeat.
_SECOND_TEMPERATURE = 0.5


class Draft(Struct, frozen=True):
    """The text as far as it is written."""

    text: str


Step: TypeAlias = "float | Draft"
Asking: TypeAlias = Generator[Step, None, str]


class Interviewer:
    """Asks one model, and tells how much of all the work is done.

    All questions about a recording begin with the same excerpts: a model that keeps what it read,
    as llama.cpp does, reads them once.

    Args:
        generator: The model.
        always: Values that are put into every prompt.

    Attributes:
        model: The model's name.
    """

    def __init__(self, generator: TextGenerator, **always: str) -> None:
        self.model = generator.name
        self._generator = generator
        self._always = always
        self._planned = 0.0
        self._done = 0.0
        self._has_read = 0

    def plan(self, *, read: int, answers: int) -> None:
        """Count on about so many tokens to read, and so many to write."""
        self._planned += _READ * read + answers

    def tokens_over(self, name: str, **values: object) -> int:
        """How many tokens the prompt and its longest answer have too many; at most 0 if none."""
        asked = prompt(name)
        tokens = self._generator.count_tokens(asked.messages(**self._always, **values))
        return tokens + asked.most_tokens - self._generator.context_size

    def ask(self, name: str, *, before: str | None = None, **values: object) -> Asking:
        """Ask, a second time if nothing comes; return the answer, empty if it stays away.

        Args:
            name: The prompt.
            before: What was written so far, to show the answer with it as a draft; None to not.
            values: What is put into the prompt.

        Raises:
            PipelineError: The prompt does not fit the context, or the model failed.
        """
        asked = prompt(name)
        messages = asked.messages(**self._always, **values)
        for temperature in (0.0, _SECOND_TEMPERATURE):
            answer = yield from self._answer(messages, asked.most_tokens, before, temperature)
            if answer.strip():
                return answer
        return ""

    def _answer(
        self, messages: Sequence[Message], most: int, before: str | None, temperature: float
    ) -> Asking:
        tokens = self._generator.count_tokens(messages)
        self._need_room(tokens + most)
        # The beginning that prompts share is read with the first of them.
        unread, self._has_read = max(0, tokens - self._has_read), max(tokens, self._has_read)
        answer, count = "", 0
        for piece in self._generator.generate(messages, max_tokens=most, temperature=temperature):
            # An empty piece is a sign of life, which comes with each batch of the prompt.
            read = min(unread, _BATCH) if not (piece or answer) else unread
            unread -= read
            count += bool(piece)
            self._done += _READ * read + bool(piece)
            answer += piece
            yield min(1.0, self._done / max(self._planned, 1.0))
            if before is not None and piece:
                yield Draft(before + answer)
            if count > most or len(answer) > most * _LONGEST_TOKEN or goes_round(answer):
                break
        return answer

    def _need_room(self, tokens: int) -> None:
        if tokens > self._generator.context_size:
            raise PipelineError(
                ErrorCode.PROMPT_TOO_LONG,
                model=self.model,
                limit=self._generator.context_size,
                tokens=tokens,
            )

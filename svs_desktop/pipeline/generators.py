"""Language models that write. The seam between what a summary says and what writes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from msgspec import Struct


class Message(Struct, frozen=True):
    """One turn of a conversation; ``role`` is ``system``, ``user`` or ``assistant``."""

    role: str
    content: str


class TextGenerator(Protocol):
    """A language model in memory.

    Attributes:
        name: The name of the model, as the catalogue or its folder has it.
        context_size: Tokens of prompt and answer together.
    """

    name: str
    context_size: int

    def count_tokens(self, text: str) -> int:
        """The exact number of tokens of ``text``, by the model's own tokenizer."""
        ...

    def generate(
        self, messages: Sequence[Message], *, max_tokens: int, stop: Sequence[str] = ()
    ) -> Iterator[str]:
        """Yield the answer as it is written, a piece of text at a time.

        Raises:
            PipelineError: The prompt does not fit the context, or the model failed.
        """
        ...

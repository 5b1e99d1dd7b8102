"""The seam between what a summary says and the language model that writes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, Protocol

from msgspec import Struct


class Message(Struct, frozen=True):
    """One turn of a conversation."""

    role: Literal["system", "user", "assistant"]
    content: str


class TextGenerator(Protocol):
    """A language model in memory.

    Attributes:
        name: The name of the model, as the catalogue or its file has it.
        context_size: Tokens of prompt and answer together.
        goes_on: Whether it can go on with an answer that was begun for it.
    """

    name: str
    context_size: int
    goes_on: bool

    def count_tokens(self, messages: Sequence[Message]) -> int:
        """The exact number of tokens of the whole prompt, by the model's own tokenizer.

        Raises:
            PipelineError: The model failed.
        """
        ...

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
    ) -> Iterator[str]:
        """Yield the answer as it is written, a piece of text at a time.

        Args:
            messages: The conversation.
            max_tokens: Where the answer is cut off.
            temperature: How freely words are chosen; with 0 the likeliest are.
            seed: For the choice.
            stop: Texts before which the answer ends.
            begun: How the answer begins, without the white space that follows; what comes after
                is yielded. Only for a model that ``goes_on``.
            avoid: What is not to come first, each with the white space before it.

        The same arguments give the same answer. What a model thinks aloud (``<think>…</think>``)
        is left out. Closing the iterator stops the model.

        Raises:
            PipelineError: PROMPT_TOO_LONG: prompt and answer do not fit the context;
                MODEL_FAILED: the model failed.
        """
        ...

    def close(self) -> None:
        """Free the memory; may be repeated."""
        ...

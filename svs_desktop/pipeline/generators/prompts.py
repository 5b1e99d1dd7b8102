"""What both back ends do with a prompt before they see it."""

from __future__ import annotations

from collections.abc import Sequence

from svs_desktop.pipeline.errors import ErrorCode, PipelineError
from svs_desktop.pipeline.generators.generator import Message

NO_THOUGHTS = {"enable_thinking": False}
"""For the templates of models that can think aloud: it takes minutes, and nobody reads it."""


def turns(messages: Sequence[Message], *, system: bool) -> list[dict[str, str]]:
    """The messages as templates want them.

    Args:
        messages: The conversation.
        system: Whether the model's template knows the system's role; if not, what the system says
            is put before what the user says first.
    """
    if not system:
        messages = _without_system(messages)
    return [{"role": message.role, "content": message.content} for message in messages]


def need_room(model: str, limit: int, tokens: int) -> None:
    """Refuse a prompt that leaves no room for its answer.

    Raises:
        PipelineError: PROMPT_TOO_LONG.
    """
    if tokens > limit:
        raise PipelineError(ErrorCode.PROMPT_TOO_LONG, model=model, limit=limit, tokens=tokens)


def _without_system(messages: Sequence[Message]) -> list[Message]:
    said = [message.content for message in messages if message.role == "system"]
    others = [message for message in messages if message.role != "system"]
    if said and others and others[0].role == "user":
        said.append(others.pop(0).content)
    return [Message("user", "\n\n".join(said)), *others] if said else others

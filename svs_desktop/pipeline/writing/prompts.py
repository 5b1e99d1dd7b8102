"""What the language model is asked: one file each in ``resources/prompts``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from string import Template

import msgspec
from msgspec import Struct

from svs_desktop.paths import resource
from svs_desktop.pipeline.generators import Message

_READING = "reading"
# The beginnings of a text, by the part of a recording that it is about.
WHOLE, FIRST, LATER = "whole", "first", "later"


class Prompt(Struct, frozen=True, forbid_unknown_fields=True):
    """One thing to ask, with ``$names`` for what is put in.

    Attributes:
        user: What the model is to do.
        most_tokens: Where an answer is cut off that never ends.
        system: Who the model is to be; empty in a question about a recording.
        beginnings: What ``$beginning`` is, by the part of the recording that it is about.
    """

    user: str
    most_tokens: int
    system: str = ""
    beginnings: Mapping[str, str] = {}

    def messages(self, part: str = "", /, **values: object) -> tuple[Message, ...]:
        """The conversation that asks it; with ``excerpts`` among the values, after reading them.

        Args:
            part: One of the ``beginnings``, if there are any.
            values: What is put in.

        Raises:
            KeyError: A value is missing.
        """
        if self.beginnings:
            beginning = Template(self.beginnings[part]).substitute(values).strip()
            values = {**values, "beginning": beginning}
        user = Template(self.user).substitute(values).strip()
        if "excerpts" in values and not self.system:
            return prompt(_READING).messages(**values, question=user)
        return Message("system", Template(self.system).substitute(values).strip()), Message(
            "user", user
        )


@cache
def prompt(name: str) -> Prompt:
    """The prompt of that name."""
    return msgspec.toml.decode(resource("prompts", f"{name}.toml").read_bytes(), type=Prompt)

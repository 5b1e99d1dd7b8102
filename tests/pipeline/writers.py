"""Language models for tests: they say what the test wants, behind the real protocol."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from svs_desktop.paths import resource
from svs_desktop.pipeline.errors import ErrorCode, PipelineError
from svs_desktop.pipeline.generators import Message
from svs_desktop.pipeline.writing.prompts import prompt

Answer = str | Callable[[str], str]
PROMPTS = sorted(path.stem for path in resource("prompts").glob("*.toml"))


class Scripted:
    """Answers each prompt as it is told to.

    Attributes:
        asked: The prompts so far: name and what the user says.
    """

    def __init__(self, answers: dict[str, Answer], *, context_size: int = 8192) -> None:
        self.name = "scripted"
        self.context_size = context_size
        self.goes_on = False
        self.asked: list[tuple[str, str]] = []
        self.is_closed = False
        self._answers = answers

    def count_tokens(self, messages: Sequence[Message]) -> int:
        return sum(len(message.content.split()) for message in messages)

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
        assert self.count_tokens(messages) + max_tokens <= self.context_size
        name, user = _name_of(messages), messages[-1].content
        self.asked.append((name, user))
        answer = self._answers.get(name, "")
        text = answer(user) if callable(answer) else answer
        for word in text.splitlines(keepends=True) if "\n" in text else text.split(" "):
            yield word if word.endswith("\n") else f"{word} "

    def close(self) -> None:
        self.is_closed = True

    def times_asked(self, name: str) -> int:
        return sum(asked == name for asked, _ in self.asked)


class Endless(Scripted):
    """Never stops, whatever it is asked."""

    def __init__(self) -> None:
        super().__init__({})

    def generate(self, messages: Sequence[Message], **_: object) -> Iterator[str]:  # type: ignore[override]
        while True:
            yield "and so on "


class Broken(Scripted):
    """Fails in the middle of its first answer."""

    def __init__(self) -> None:
        super().__init__({})

    def generate(self, messages: Sequence[Message], **_: object) -> Iterator[str]:  # type: ignore[override]
        yield "The "
        raise PipelineError(ErrorCode.MODEL_FAILED, model=self.name, reason="it gave up")


def _name_of(messages: Sequence[Message]) -> str:
    """Which prompt it is: the one whose words all stand in it."""
    user = messages[-1].content
    pieces = {name: re.split(r"\$\w+", prompt(name).user.strip()) for name in PROMPTS}
    fitting = [name for name in PROMPTS if all(piece in user for piece in pieces[name])]
    return max(fitting, key=lambda name: sum(map(len, pieces[name])))

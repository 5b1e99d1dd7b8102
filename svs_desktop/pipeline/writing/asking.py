"""Asking a language model, with progress in tokens and an end in any case."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct

from svs_desktop.pipeline.errors import ErrorCode, PipelineError
from svs_desktop.pipeline.generators import Message, TextGenerator
from svs_desktop.pipeline.writing.as_spoken import words_of
from svs_desktop.pipeline.writing.astray import Course
from svs_desktop.pipeline.writing.effort import Effort
from svs_desktop.pipeline.writing.polish import goes_round
from svs_desktop.pipeline.writing.prompts import prompt

# Tokens are rarely longer: a model that writes on beyond its limit is stopped.
_LONGEST_TOKEN = 12
# How many words of an answer may be thrown away to lead it back when it goes astray.
_MOST_LOST = 100
# In languages whose words have more forms than English a word that may not come comes in another
# form, and a wrong one: seen in German.
_LED = {"English"}
# A second try after an empty answer, which temperature 0 would only repeat.
_SECOND_TEMPERATURE = 0.5


class Prose(Struct, frozen=True):
    """What is to be known of a text in prose.

    Attributes:
        part: Which part of the recording it is about.
        before: What was written before it, to show both as a draft.
    """

    part: str
    before: str


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
        effort: What is planned of all the work; one of its own if there is none.
        always: Values that are put into every prompt.

    Attributes:
        model: The model's name.
        effort: What is planned, and done; the first word of a prompt's name is its kind.
    """

    def __init__(
        self, generator: TextGenerator, effort: Effort | None = None, **always: str
    ) -> None:
        self.model = generator.name
        self._generator = generator
        self._always = always
        self.effort = effort or Effort()

    def tokens_over(self, name: str, part: str = "", /, **values: object) -> int:
        """How many tokens the prompt and its longest answer have too many; at most 0 if none."""
        asked = prompt(name)
        tokens = self._generator.count_tokens(asked.messages(part, **self._always, **values))
        return tokens + asked.most_tokens - self._generator.context_size

    def ask(self, name: str, prose: Prose | None = None, /, **values: object) -> Asking:
        """Ask, a second time if nothing comes; return the answer, empty if it stays away.

        Args:
            name: The prompt.
            prose: What is to be known of the answer if it is prose.
            values: What is put into the prompt.

        Raises:
            PipelineError: The prompt does not fit the context, or the model failed.
        """
        asked = prompt(name)
        messages = asked.messages(prose.part if prose else "", **self._always, **values)
        self._need_room(self._generator.count_tokens(messages) + asked.most_tokens)
        self.effort.begin(name.partition("_")[0])
        answer = ""
        for temperature in (0.0, _SECOND_TEMPERATURE):
            growing = self._answer(
                messages, asked.most_tokens, temperature, is_prose=prose is not None
            )
            for piece, answer in growing:
                self.effort.hear(piece)
                yield self.effort.fraction
                if prose and piece:
                    yield Draft(prose.before + answer)
            if answer.strip():
                break
        self.effort.end()
        yield self.effort.fraction
        return answer

    def _answer(
        self, messages: Sequence[Message], most: int, temperature: float, *, is_prose: bool
    ) -> Iterator[tuple[str, str]]:
        """What is new of an answer, and the answer so far: prose that goes astray is led back."""
        is_led = is_prose and self._generator.goes_on and self._always.get("language") in _LED
        said = words_of(self._always.get("excerpts", ""))
        course = Course(said, spare=_MOST_LOST if is_led else 0)
        count = 0
        while True:
            answer = course.start
            for piece in self._generator.generate(
                messages,
                max_tokens=most - count,
                temperature=temperature,
                begun=course.start,
                avoid=course.avoid,
            ):
                count += bool(piece)
                answer += piece
                yield piece, answer
                if count >= most or len(answer) > most * _LONGEST_TOKEN or goes_round(answer):
                    return
                if piece and course.is_left(answer):
                    break
            else:
                return

    def _need_room(self, tokens: int) -> None:
        if tokens > self._generator.context_size:
            raise PipelineError(
                ErrorCode.PROMPT_TOO_LONG,
                model=self.model,
                limit=self._generator.context_size,
                tokens=tokens,
            )

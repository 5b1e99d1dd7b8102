"""The real language model, in memory once for all tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from svs_desktop.pipeline.job import JobOptions
from svs_desktop.pipeline.sentences import Spoken
from svs_desktop.pipeline.summarize import Composed, Source, summarize
from svs_desktop.pipeline.tools import Tools

Summarize = Callable[..., Composed]


@pytest.fixture(scope="session")
def tools(writer_dir: Path) -> Iterator[Tools]:
    """All models, loaded when they are first used."""
    tools = Tools(writer_dir)
    yield tools
    tools.close_writer()


@pytest.fixture
def summarized(tools: Tools) -> Summarize:
    """Summarises sentences as a job does, in the language that they are in."""

    def make(spoken: Sequence[Spoken], language: str, options: JobOptions) -> Composed:
        source = Source(spoken, language, tokenizer=tools.tokenizer(options))
        steps = summarize(source, options, tools.encoder(options), lambda: tools.writer(options))
        while True:
            try:
                next(steps)
            except StopIteration as end:
                composed: Composed = end.value
                return composed

    return make

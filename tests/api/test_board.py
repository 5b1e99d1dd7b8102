"""What the server knows of the jobs, while the library takes its time."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from workers.stubs import NOON, finished

from svs_desktop.api.board import Board
from svs_desktop.api.journal import Journal
from svs_desktop.api.problems import Problem
from svs_desktop.library import Library
from svs_desktop.pipeline.events import Started
from svs_desktop.pipeline.job import Job, JobState, Status, advance

from .conftest import LIMITS


class SlowLibrary(Library):
    """Answers when the test has it answer."""

    def __init__(self) -> None:
        self.asked: list[Future[list[JobState]]] = []

    def finished(self) -> Future[list[JobState]]:
        self.asked.append(Future())
        return self.asked[-1]


async def settle() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


def run(test: Coroutine[Any, Any, None]) -> None:
    asyncio.run(test)


def states() -> tuple[JobState, JobState]:
    """A job as it runs and as it has finished."""
    running = advance(JobState(Job.new(Path("/videos/a.mp4"))), Started(NOON))
    return running, advance(running, finished())


def test_a_job_that_finishes_while_the_library_is_asked_is_found() -> None:
    async def test() -> None:
        library = SlowLibrary()
        board = Board(library, Journal(LIMITS), LIMITS)
        running, done = states()
        board.put(running)
        listed = asyncio.create_task(board.jobs())
        await settle()
        (early,) = library.asked

        board.put(done)
        asked = [asyncio.create_task(board.job(done.job.id)) for _ in range(3)]
        await settle()
        early.set_result([])  # from before it was stored
        await settle()
        library.asked[-1].set_result([done])

        assert [state.status for state in await asyncio.gather(*asked)] == [Status.FINISHED] * 3
        assert await listed == [done]
        assert len(library.asked) == 2, "those who ask at once wait for one look"

    run(test())


def test_a_library_that_does_not_answer_is_told() -> None:
    async def test() -> None:
        library = SlowLibrary()
        board = Board(library, Journal(LIMITS), replace(LIMITS, answer_s=0.05))

        with pytest.raises(Problem, match="takes long"):
            await board.jobs()

        asked = asyncio.create_task(board.jobs())
        await settle()
        library.asked[-1].set_result([])
        assert await asked == []

    run(test())

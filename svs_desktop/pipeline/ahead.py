"""Work on several things at a time, in their order, and never far ahead of who asks for it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def ahead(work: Callable[[T], R], things: Iterable[T], workers: int) -> Iterator[tuple[T, R]]:
    """Each thing and what ``work`` makes of it.

    No more things are taken than ``workers`` and one that waits, so that nothing piles up. What
    is at work when the iterator is closed comes to its end; what waits is dropped.
    """
    with ThreadPoolExecutor(workers, thread_name_prefix="ahead") as pool:
        waiting: deque[tuple[T, Future[R]]] = deque()
        try:
            for thing in things:
                waiting.append((thing, pool.submit(work, thing)))
                if len(waiting) > workers:
                    thing_done, result = waiting.popleft()
                    yield thing_done, result.result()
            while waiting:
                thing_done, result = waiting.popleft()
                yield thing_done, result.result()
        finally:
            for _, result in waiting:
                result.cancel()

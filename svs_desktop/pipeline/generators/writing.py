"""What ``generate`` of transformers writes, piece by piece, with a way to stop it.

``generate`` comes back when everything is written, so it has a thread of its own, which ends before
the iterator does. A hook before each run of the model says that it is at work, and stops it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from queue import Empty, SimpleQueue

import torch
from transformers.generation.streamers import BaseStreamer

# Nobody waits longer than this for a run of the model: 256 tokens of the prompt, or one token.
SILENCE_S = 300.0
_HALF_A_CHARACTER = "\ufffd"


class HangsError(Exception):
    """The model gave no sign for too long."""


class _StoppedError(Exception):
    """The reader went away."""


class Pieces(BaseStreamer):
    """Takes tokens and gives text; what ``generate`` calls a streamer."""

    def __init__(self, decode: Callable[[list[int]], str], prompt_tokens: int) -> None:
        self.queue: SimpleQueue[str | None] = SimpleQueue()
        self.error: BaseException | None = None
        self._decode = decode
        self._to_skip = prompt_tokens
        self._tokens: list[int] = []
        self._given = 0

    def put(self, value: torch.Tensor) -> None:
        """Take tokens; the prompt's come first."""
        tokens = value.flatten().tolist()
        skipped = min(self._to_skip, len(tokens))
        self._to_skip -= skipped
        self._tokens += tokens[skipped:]
        self._give(whole=False)

    def end(self) -> None:
        """Give what was held back."""
        self._give(whole=True)

    def _give(self, *, whole: bool) -> None:
        text = self._decode(self._tokens)
        if whole or not text.endswith(_HALF_A_CHARACTER):
            self.queue.put(text[self._given :])
            self._given = max(self._given, len(text))


def write(
    model: torch.nn.Module,
    pieces: Pieces,
    generate: Callable[[], object],
    silence_s: float = SILENCE_S,
) -> Generator[str, None, None]:
    """Yield the pieces while ``generate`` runs; an empty one says that it is at work.

    Args:
        model: The model that it runs.
        pieces: Where it puts what it writes.
        generate: What writes.
        silence_s: The longest wait for a sign.

    Raises:
        HangsError: The model hangs; its thread is left alone.
        Exception: What ``generate`` raised.
    """
    stop = threading.Event()
    thread = threading.Thread(
        target=_work, args=(model, pieces, generate, stop), name="writing", daemon=True
    )
    thread.start()
    deadline = time.monotonic() + silence_s
    try:
        while (piece := _next(pieces.queue, deadline)) is not None:
            yield piece
            deadline = time.monotonic() + silence_s
    finally:
        stop.set()
        thread.join(max(0.0, deadline - time.monotonic()))
    if pieces.error:
        raise pieces.error


def _next(queue: SimpleQueue[str | None], deadline: float) -> str | None:
    try:
        return queue.get(timeout=max(0.0, deadline - time.monotonic()))
    except Empty:
        raise HangsError from None


def _work(
    model: torch.nn.Module, pieces: Pieces, generate: Callable[[], object], stop: threading.Event
) -> None:
    try:
        with _watched(model, pieces.queue, stop):
            generate()
    except _StoppedError:
        pass
    except BaseException as error:  # noqa: BLE001 - it is raised again where the text is read
        pieces.error = error
    finally:
        pieces.queue.put(None)


@contextmanager
def _watched(
    model: torch.nn.Module, queue: SimpleQueue[str | None], stop: threading.Event
) -> Iterator[None]:
    def before_each_run(*_: object) -> None:
        if stop.is_set():
            raise _StoppedError
        queue.put("")

    hook = model.register_forward_pre_hook(before_each_run)
    try:
        yield
    finally:
        hook.remove()

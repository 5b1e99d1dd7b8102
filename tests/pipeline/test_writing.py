"""The text of tokens, and the thread in which a model writes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from itertools import islice
from types import SimpleNamespace

import pytest
import torch

from svs_desktop.pipeline.generators import writing as writing_module
from svs_desktop.pipeline.generators.writing import HangsError, Pieces, write

_PATIENCE_S = 10.0


def decode(tokens: list[int]) -> str:
    return bytes(tokens).decode("utf-8", "replace")


def given(pieces: Pieces) -> list[str]:
    return [str(pieces.queue.get_nowait()) for _ in range(pieces.queue.qsize())]


def put(pieces: Pieces, *tokens: int) -> None:
    pieces.put(torch.tensor(tokens))


# tokens and text


def test_pieces_are_whole_characters() -> None:
    text = "Grüße, 月 🌊!"
    pieces = Pieces(decode, 0)
    for byte in text.encode():
        put(pieces, byte)
    pieces.end()
    assert given(pieces) == [*text, ""]


def test_half_a_character_comes_at_the_end() -> None:
    pieces = Pieces(decode, 0)
    for byte in "a月".encode()[:-1]:
        put(pieces, byte)
    assert given(pieces) == ["a"]
    pieces.end()
    assert given(pieces) == ["\ufffd"]


@pytest.mark.parametrize("sizes", [[9], [6, 3], [2, 2, 5], [1] * 9, [7, 2]])
def test_the_prompt_is_left_out(sizes: list[int]) -> None:
    pieces, tokens = Pieces(decode, 6), iter(b"prompt" + b"abc")
    for size in sizes:
        put(pieces, *islice(tokens, size))
    pieces.end()
    assert "".join(given(pieces)) == "abc"


def test_rows_are_read_as_one() -> None:
    pieces = Pieces(decode, 1)
    pieces.put(torch.tensor([[0, *b"abc"]]))
    assert given(pieces) == ["abc"]


def test_a_text_that_becomes_shorter_gives_nothing_twice() -> None:
    texts = iter(["a b", "a", "a bc"])
    pieces = Pieces(lambda _: next(texts), 0)
    for token in range(3):
        put(pieces, token)
    assert given(pieces) == ["a b", "", "c"]


# the thread


class Model(torch.nn.Module):
    def forward(self) -> None:
        pass


class Writing:
    """A model that runs so many times, and writes a letter each time."""

    def __init__(self, times: int = 3, *, then: Callable[[], object] = lambda: None) -> None:
        self.model = Model()
        self.pieces = Pieces(decode, 0)
        self.runs = 0
        self._times, self._then = times, then

    def __call__(self) -> None:
        for _ in range(self._times):
            self.model()
            self.runs += 1
            put(self.pieces, ord("a"))
        self._then()
        self.pieces.end()


def hooks(model: torch.nn.Module) -> int:
    return len(model._forward_pre_hooks)


def test_pieces_and_signs_of_work() -> None:
    writing = Writing()
    assert list(write(writing.model, writing.pieces, writing)) == ["", "a", "", "a", "", "a", ""]
    assert not hooks(writing.model)


def test_what_went_wrong_is_raised_after_what_was_written() -> None:
    def then() -> None:
        raise KeyError("what")

    writing = Writing(1, then=then)
    seen = []
    with pytest.raises(KeyError, match="what"):
        seen.extend(write(writing.model, writing.pieces, writing))
    assert not hooks(writing.model)


def threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "writing"]


def test_closing_it_stops_the_model_at_its_next_run() -> None:
    writing = Writing(1_000_000)
    reading = write(writing.model, writing.pieces, writing, silence_s=_PATIENCE_S)
    assert [next(reading), next(reading)] == ["", "a"]
    (thread,) = threads()
    reading.close()
    assert not thread.is_alive()
    assert writing.runs < 1_000_000
    assert writing.pieces.error is None
    assert not hooks(writing.model)


def test_a_model_that_hangs() -> None:
    is_over = threading.Event()
    writing = Writing(2, then=lambda: is_over.wait(_PATIENCE_S))
    seen: list[str] = []
    with pytest.raises(HangsError):
        seen.extend(write(writing.model, writing.pieces, writing, silence_s=0.1))
    assert seen == ["", "a", "", "a"]
    (thread,) = threads()
    assert thread.daemon  # it does not keep the program from ending
    is_over.set()
    thread.join(_PATIENCE_S)


def test_every_sign_gives_it_time_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def then() -> None:
        for letter in b"bcdef":
            is_read.acquire(timeout=_PATIENCE_S)
            never.wait(0.02)
            put(writing.pieces, letter)

    is_read, never, now = threading.Semaphore(0), threading.Event(), 0.0
    monkeypatch.setattr(writing_module, "time", SimpleNamespace(monotonic=lambda: now))
    writing = Writing(1, then=then)
    text = ""
    for piece in write(writing.model, writing.pieces, writing, silence_s=100.0):
        text += piece
        now += 90.0
        is_read.release()
    assert text == "abcdef"

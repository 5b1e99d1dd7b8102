"""Talking to llama.cpp's server: JSON over HTTP, with an end to every wait."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import closing
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import TypeVar

import msgspec
from msgspec import Struct

from svs_desktop.pipeline.errors import ErrorCode, PipelineError

# The server says something with every batch of the prompt and every token of the answer; on a
# machine that is busy with other things, that can take a minute.
SILENCE_S = 300.0
_OK = 200
_EVENT = b"data:"
_DONE = b"[DONE]"
_DETAIL_CHARS = 1000
# A connection that breaks off, and an answer that cannot be read.
_FAILURES = (OSError, HTTPException, msgspec.DecodeError, UnicodeDecodeError)

T = TypeVar("T")


class Delta(Struct, frozen=True):
    """What is new of an answer; None while the prompt is read."""

    content: str | None = None


class Choice(Struct, frozen=True):
    """One of the answers; there is only ever one."""

    delta: Delta = Delta()


class Event(Struct, frozen=True):
    """A sign of the server; it has no choices when it is about something else."""

    choices: tuple[Choice, ...] = ()
    error: object = None


class LlamaClient:
    """A client of one server."""

    def __init__(
        self,
        model: str,
        connect: Callable[[float], HTTPConnection],
        key: str,
        *,
        silence_s: float = SILENCE_S,
    ) -> None:
        """A client.

        Args:
            model: The model's name, for failures.
            connect: Makes a connection, given the longest wait in seconds.
            key: What the server asks for.
            silence_s: The longest wait.
        """
        self._model = model
        self._connect = connect
        self._key = key
        self._silence_s = silence_s
        self.hangs = False

    def ask(self, path: str, body: object, answer: type[T]) -> T:
        """The answer to one question; one without a body is asked by GET.

        Raises:
            PipelineError: MODEL_FAILED.
        """
        with closing(self._connect(self._silence_s)) as connection:
            try:
                with self._send(connection, path, body) as response:
                    return msgspec.json.decode(response.read(), type=answer)
            except _FAILURES as error:
                raise self._broken_off(error) from error

    def stream(self, path: str, body: object) -> Generator[str, None, None]:
        """The pieces of an answer as it is written; an empty one says that the model is at work.

        Closing the iterator stops the server's work.

        Raises:
            PipelineError: MODEL_FAILED.
        """
        with closing(self._connect(self._silence_s)) as connection:
            try:
                with self._send(connection, path, body) as response:
                    for line in response:
                        data = line.removeprefix(_EVENT).strip()
                        if data == _DONE:
                            return
                        if line.startswith(_EVENT):
                            yield self._piece(data)
            except _FAILURES as error:
                raise self._broken_off(error) from error
        raise self._failed("it stopped in the middle of its answer")

    def _send(self, connection: HTTPConnection, path: str, body: object) -> HTTPResponse:
        headers = {"Authorization": f"Bearer {self._key}"}
        if body is None:
            connection.request("GET", path, headers=headers)
        else:
            headers["Content-Type"] = "application/json"
            connection.request("POST", path, msgspec.json.encode(body), headers)
        response = connection.getresponse()
        if response.status != _OK:
            with response:
                raise self._refused(response.read())
        return response

    def _piece(self, data: bytes) -> str:
        event = msgspec.json.decode(data, type=Event)
        if event.error is not None:
            raise self._refused(data)
        return event.choices[0].delta.content or "" if event.choices else ""

    def _refused(self, answer: bytes) -> PipelineError:
        return self._failed("llama.cpp refused", answer.decode("utf-8", "replace"))

    def _broken_off(self, error: Exception) -> PipelineError:
        if isinstance(error, TimeoutError):
            self.hangs = True
            return self._failed(f"it gave no sign for {self._silence_s:.0f} seconds", str(error))
        return self._failed("it stopped in the middle of its answer", repr(error))

    def _failed(self, reason: str, detail: str = "") -> PipelineError:
        return PipelineError(
            ErrorCode.MODEL_FAILED, model=self._model, reason=reason, detail=detail[-_DETAIL_CHARS:]
        )

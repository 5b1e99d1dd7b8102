"""The client of llama.cpp's server, and servers that misbehave."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import msgspec
import pytest

from svs_desktop.pipeline.errors import ErrorCode, Failure, PipelineError
from svs_desktop.pipeline.generators.llama_client import LlamaClient

# Nothing takes so long here but what does not come.
_PATIENCE_S = 10.0

Act = Callable[[BaseHTTPRequestHandler], None]


class Tokens(msgspec.Struct):
    tokens: list[int]


class Peer:
    """A server of the test's own, which does as it is told.

    Attributes:
        asked: Headers and body of each question.
        is_over: Set when the test is over: what hangs waits for it.
    """

    def __init__(self, act: Act) -> None:
        self.asked: list[tuple[dict[str, str], object]] = []
        self.is_over = threading.Event()
        peer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                peer.asked.append((dict(self.headers), json.loads(body)))
                act(self)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = False  # closing it waits for them
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    def connect(self, timeout_s: float) -> HTTPConnection:
        host, port = self._server.server_address[:2]
        return HTTPConnection(str(host), port, timeout=timeout_s)

    def client(self, silence_s: float = _PATIENCE_S) -> LlamaClient:
        return LlamaClient("tiny", self.connect, "the key", silence_s=silence_s)

    def close(self) -> None:
        self.is_over.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@contextmanager
def refused(code: ErrorCode) -> Iterator[list[Failure]]:
    """What is done here is refused; why is found in the list."""
    found: list[Failure] = []
    with pytest.raises(PipelineError) as caught:
        yield found
    found.append(caught.value.failure)
    assert found[0].code is code
    assert "?" not in found[0].sentence


@contextmanager
def peer(act: Act) -> Iterator[Peer]:
    with closing(Peer(act)) as running:
        yield running


def send(handler: BaseHTTPRequestHandler, *lines: bytes, status: int = 200) -> None:
    handler.send_response(status)
    handler.end_headers()
    for line in lines:
        handler.wfile.write(line + b"\n\n")
    handler.wfile.flush()


def event(content: object) -> bytes:
    return b"data: " + json.dumps({"choices": [{"delta": {"content": content}}]}).encode()


def sends(*lines: bytes, status: int = 200) -> Act:
    return lambda handler: send(handler, *lines, status=status)


DONE = b"data: [DONE]"


def test_what_is_asked_and_what_is_answered() -> None:
    lines = (
        b": a comment",
        event(None),
        b'data: {"choices": [{"delta": {}}], "prompt_progress": {"total": 9}}',
        event("Grüße, "),
        event("月\n"),
        b'data: {"choices": [], "usage": {"total_tokens": 9}}',
        DONE,
        event("no more"),
    )
    with peer(sends(*lines)) as server:
        pieces = list(server.client().stream("/v1/chat/completions", {"n": 1}))
    assert pieces == ["", "", "Grüße, ", "月\n", ""]
    ((headers, body),) = server.asked
    assert headers["Authorization"] == "Bearer the key"
    assert body == {"n": 1}


def test_one_question_and_its_answer() -> None:
    with peer(sends(b'{"tokens": [1, 2], "more": 3}')) as server:
        assert server.client().ask("/tokenize", {}, Tokens).tokens == [1, 2]


@pytest.mark.parametrize("lines", [None, (), (event("The "), event("moon "))])
def test_a_server_that_hangs(lines: tuple[bytes, ...] | None) -> None:
    def act(handler: BaseHTTPRequestHandler) -> None:
        if lines is not None:
            send(handler, *lines)
        server.is_over.wait(_PATIENCE_S)

    with peer(act) as server:
        client = server.client(silence_s=0.2)
        seen: list[str] = []
        with refused(ErrorCode.MODEL_FAILED) as failures:
            seen.extend(client.stream("/v1/chat/completions", {}))
        assert "gave no sign" in failures[0].sentence
        assert client.hangs
        assert seen == ["The ", "moon "][: len(lines or ())]
        other = server.client(silence_s=0.2)
        with refused(ErrorCode.MODEL_FAILED):
            other.ask("/tokenize", {}, Tokens)
        assert other.hangs


def test_pieces_are_read_as_they_come() -> None:
    def act(handler: BaseHTTPRequestHandler) -> None:
        send(handler, event("The "))
        is_read.wait(_PATIENCE_S)
        handler.wfile.write(event("moon") + b"\n\n" + DONE + b"\n\n")

    is_read = threading.Event()
    with peer(act) as server:
        pieces = server.client().stream("/v1/chat/completions", {})
        assert next(pieces) == "The "
        is_read.set()
        assert list(pieces) == ["moon"]


def raw(content: bytes) -> Act:
    """Sends this as it is, and closes the connection."""

    def act(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(content)

    return act


OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
BROKEN_OFF = {
    "at once": raw(b""),
    "in the headers": raw(OK + b"Content-Le"),
    "before the answer": raw(OK + b"\r\n"),
    "in the answer": sends(event("The "), event("moon ")),
    "in a line": sends(event("The "), b'data: {"choices": [{"del'),
    "in a chunk": raw(CHUNKED + b"40\r\n" + event("The ")[:30]),
    "between chunks": raw(CHUNKED + b"8\r\n: hello\n\r\n"),
    "no JSON": sends(b"data: Sorry, what?"),
    "another JSON": sends(b'data: {"choices": 5}'),
    "text that is none": sends(b'data: {"choices": [{"delta": {"content": "\xff\xfe"}}]}'),
    "no HTTP": raw(b"220 mail.example.org ESMTP\r\n"),
    "no status": raw(b"HTTP/1.1 OK\r\n\r\n"),
    "endless headers": raw(OK + b"X: y\r\n" * 200),
    "bad chunk": raw(CHUNKED + b"zz\r\nabc"),
}


@pytest.mark.parametrize("act", BROKEN_OFF.values(), ids=BROKEN_OFF.keys())
def test_a_server_that_breaks_off(act: Act) -> None:
    with peer(act) as server:
        client = server.client()
        with refused(ErrorCode.MODEL_FAILED) as failures:
            list(client.stream("/v1/chat/completions", {}))
        assert "stopped in the middle" in failures[0].sentence
        with refused(ErrorCode.MODEL_FAILED):
            client.ask("/tokenize", {}, Tokens)
        assert not client.hangs


REFUSALS = {
    "event": sends(event("The "), b'data: {"error": {"code": 500, "message": "no room"}}'),
    "status": sends(b'{"error": {"message": "no room"}}', status=400),
    "status without words": sends(b"no room", status=503),
    "text that is none": sends(b"no room \xff" + b" " * 500, status=500),
}


@pytest.mark.parametrize("act", REFUSALS.values(), ids=REFUSALS.keys())
def test_a_server_that_refuses(act: Act) -> None:
    with peer(act) as server, refused(ErrorCode.MODEL_FAILED) as failures:
        list(server.client().stream("/v1/chat/completions", {}))
    assert failures[0].values == {"model": "tiny", "reason": "llama.cpp refused"}
    assert "no room" in failures[0].detail


def test_details_are_short() -> None:
    with peer(sends(b"x" * 100_000, status=500)) as server, refused(ErrorCode.MODEL_FAILED) as why:
        server.client().ask("/tokenize", {}, Tokens)
    assert len(why[0].detail) == 1000


def test_nobody_there() -> None:
    server = Peer(raw(b""))
    server.close()
    with refused(ErrorCode.MODEL_FAILED):
        server.client().ask("/tokenize", {}, Tokens)
    with refused(ErrorCode.MODEL_FAILED):
        list(server.client().stream("/tokenize", {}))


def test_closing_an_answer_closes_the_connection() -> None:
    def act(handler: BaseHTTPRequestHandler) -> None:
        send(handler, event("The "))
        # Nothing more comes from the other side, until it goes away.
        handler.connection.settimeout(_PATIENCE_S)
        if handler.connection.recv(1) == b"":
            is_gone.set()

    is_gone = threading.Event()
    with peer(act) as server:
        pieces = server.client().stream("/v1/chat/completions", {})
        assert next(pieces) == "The "
        pieces.close()
        assert is_gone.wait(_PATIENCE_S)

"""llama.cpp's own server, inside this process, where nobody else can reach it.

It listens on a Unix socket in a folder that only this user may enter; where there are no such
sockets, on the loopback interface. Either way it answers only those who know a key made anew.
"""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import tempfile
from contextlib import suppress
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import xllamacpp

_FOLDER = "svs-llama-"
# The system has 104 to 108 bytes for the path of a socket.
_LONGEST_PATH = 100
# Tokens that are read at a time: between two such batches the server says how far it is, and stops
# if it is to stop.
_BATCH = 256
_ERRORS_ONLY = 1


class LlamaServer:
    """A model that is served; ``key`` opens it."""

    def __init__(self, model: Path, *, context_size: int, threads: int, device: str) -> None:
        """Load the model.

        Raises:
            RuntimeError: llama.cpp does not take it; why is in this process's error output.
        """
        self.key = secrets.token_urlsafe()
        self._folder = _new_folder()
        self._server: object = None
        try:
            server = xllamacpp.Server(self._parameters(model, context_size, threads, device))
        except BaseException:
            self.close()
            raise
        self._server, self._address = server, str(server.listening_address)

    def connect(self, timeout_s: float) -> HTTPConnection:
        """A connection that waits at most so long for each piece of an answer."""
        if self._address.startswith("unix://"):
            return _UnixConnection(self._address.removeprefix("unix://"), timeout_s)
        parts = urlsplit(self._address)
        return HTTPConnection(parts.hostname or "", parts.port, timeout=timeout_s)

    def close(self) -> None:
        """Free the memory and delete the socket; may be repeated."""
        self._server = None
        shutil.rmtree(self._folder, ignore_errors=True)

    def _parameters(
        self, model: Path, context_size: int, threads: int, device: str
    ) -> xllamacpp.CommonParams:
        parameters = xllamacpp.CommonParams()
        parameters.model.path = str(model)
        # llama.cpp ends the process when it is to read a single token at a time.
        parameters.n_ctx = max(context_size, _BATCH)
        parameters.n_batch = parameters.n_ubatch = _BATCH
        parameters.n_parallel = 1
        parameters.n_threads_http = 2
        parameters.cpuparams.n_threads = parameters.cpuparams_batch.n_threads = threads
        if device == "cpu":
            parameters.n_gpu_layers = 0
        # Nothing is kept from one prompt to the next, and nothing is tried that costs memory.
        parameters.cache_ram_mib = parameters.n_ctx_checkpoints = 0
        parameters.fit_params = parameters.warmup = parameters.ui = False
        parameters.verbosity = _ERRORS_ONLY
        # A sign of life that comes whether or not the model is at work would hide that it hangs.
        parameters.sse_ping_interval = -1
        parameters.api_keys = [self.key]
        self._listen(parameters)
        return parameters

    def _listen(self, parameters: xllamacpp.CommonParams) -> None:
        path = str(self._folder / "socket.sock")  # the ending says what it is
        if hasattr(socket, "AF_UNIX") and len(os.fsencode(path)) <= _LONGEST_PATH:
            parameters.hostnames = [path]
        else:
            parameters.hostnames = ["127.0.0.1"]
            parameters.port = 0


class _UnixConnection(HTTPConnection):
    def __init__(self, path: str, timeout_s: float) -> None:
        super().__init__("localhost", timeout=timeout_s)
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)


def _new_folder() -> Path:
    """A folder for the socket, once those are gone whose programs were killed."""
    for old in Path(tempfile.gettempdir()).glob(f"{_FOLDER}*"):
        owner = old.name.removeprefix(_FOLDER).partition("-")[0]
        with suppress(OSError):
            if owner.isdigit() and not psutil.pid_exists(int(owner)) and not old.is_symlink():
                shutil.rmtree(old)
    return Path(tempfile.mkdtemp(prefix=f"{_FOLDER}{os.getpid()}-"))

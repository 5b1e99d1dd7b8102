"""How a second program on the same library hands its videos to the one that is open.

The program that owns the queue listens at a local socket beside the library: a name in the file
system that only its user can open, no address on any network.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from svs_desktop.paths import Places
from svs_desktop.pipeline.codec import from_json, to_json

# The name of a local socket may be no longer than this, in bytes, on Linux and macOS.
_LONGEST = 100
_LONGEST_LINE = 1 << 20
_PATIENCE_MS = 3000


class Handed(Struct, frozen=True):
    """What the second program brings: videos, or nothing but the wish to see the window."""

    videos: tuple[Path, ...] = ()


class Taken(Struct, frozen=True):
    """What the first program answers.

    Attributes:
        window: Whether it has a window, which it has shown.
        url: Where its job API listens; empty when it does not.
    """

    window: bool
    url: str = ""


class Door(QObject):
    """Listens for second programs.

    Signals:
        handed: The paths of videos to add; empty when the window is to be shown.
    """

    handed = Signal(list)

    def __init__(
        self, places: Places, answer: Callable[[], Taken], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._places = places
        self._answer = answer
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def open(self) -> bool:
        """Begin to listen, as the queue's only owner; whether that is possible."""
        name = _name(self._places)
        QLocalServer.removeServer(name)  # one that crashed has left its name behind
        return self._server.listen(name)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    @Slot()
    def _on_connection(self) -> None:
        while socket := self._server.nextPendingConnection():
            socket.readyRead.connect(self._on_ready)
            socket.disconnected.connect(socket.deleteLater)

    @Slot()
    def _on_ready(self) -> None:
        socket = self.sender()
        if not isinstance(socket, QLocalSocket) or not socket.canReadLine():
            if isinstance(socket, QLocalSocket) and socket.bytesAvailable() > _LONGEST_LINE:
                socket.abort()
            return
        try:
            handed = from_json(bytes(socket.readLine().data()), Handed)
        except ValueError:
            socket.abort()
            return
        self.handed.emit(list(handed.videos))
        socket.write(to_json(self._answer()).encode("ascii") + b"\n")
        socket.flush()
        socket.disconnectFromServer()


def hand_over(places: Places, videos: list[Path]) -> Taken | None:
    """Give these videos to the program that owns the queue; None when there is none to take them.

    Waits for its answer, for a while: to be called before there is a window.
    """
    name = _name(places)
    if not _is_ours(name):
        return None
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_PATIENCE_MS):
        return None
    absolute = tuple(Path(os.path.abspath(video)) for video in videos)  # noqa: PTH100 - as typed
    socket.write(to_json(Handed(absolute)).encode("ascii") + b"\n")
    while not socket.canReadLine():
        if not socket.waitForReadyRead(_PATIENCE_MS):
            return None
    try:
        return from_json(bytes(socket.readLine().data()), Taken)
    except ValueError:
        return None


def _name(places: Places) -> str:
    path = places.door.resolve()
    if os.name != "nt" and len(os.fsencode(path)) <= _LONGEST:
        return str(path)
    digest = hashlib.sha256(os.fsencode(path)).hexdigest()[:32]
    return digest if os.name == "nt" else str(Path(tempfile.gettempdir(), f"svs-{digest}.socket"))


def _is_ours(name: str) -> bool:
    """Whether no other user made this name, in a folder that all may write to."""
    if os.name == "nt":
        return True
    try:
        return os.lstat(name).st_uid == os.getuid()
    except OSError:
        return False

"""The program as somebody uses it who does not see it: by a screen reader's protocol alone."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import Queue
from typing import Any

import pytest

from svs_desktop.paths import Places

SYSTEM_PYTHON = "/usr/bin/python3"
BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
PATIENCE_S = 60.0
TABS = 12

Node = dict[str, Any]


def has_bindings() -> bool:
    tools = Path(SYSTEM_PYTHON).is_file() and shutil.which("dbus-run-session")
    asked = [SYSTEM_PYTHON, "-c", BINDINGS]
    return bool(tools) and subprocess.run(asked, check=False, stderr=-3).returncode == 0


pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif("DISPLAY" not in os.environ, reason="there is no screen"),
    pytest.mark.skipif(shutil.which("xdotool") is None, reason="there is no xdotool"),
    pytest.mark.skipif(not has_bindings(), reason="there is nothing to speak AT-SPI with"),
]


class ScreenReader:
    """A client of the accessibility bus, on a session bus of its own, with one program on it."""

    def __init__(self, places: Places, *videos: Path) -> None:
        script = Path(__file__).with_name("screen_reader.py")
        program = [sys.executable, "-m", "svs_desktop", *videos]
        self._child = subprocess.Popen(
            ["dbus-run-session", "--", SYSTEM_PYTHON, script, *program],
            env={**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )
        self.pid = 0
        self._lines: Queue[Node] = Queue()
        self.heard: list[Node] = []
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()

    def close(self) -> None:
        self._child.stdin.close()
        try:
            self._child.wait(PATIENCE_S)
        finally:
            # The bus and what it started; they would hold the pipe open.
            with suppress(ProcessLookupError):
                os.killpg(self._child.pid, signal.SIGKILL)
            self._listener.join(PATIENCE_S)

    def tree(self) -> Node:
        """The program's window as it is now."""
        self._order("tree")
        (program,) = self._answer("tree")
        return program

    def tree_when(self, condition: Callable[[Node], object]) -> Node:
        """The window as soon as this is so: what is seen comes a moment after its cause."""
        end = time.monotonic() + PATIENCE_S
        while not condition(tree := self.tree()):
            assert time.monotonic() < end, tree
        return tree

    def press(self, name: str) -> None:
        """Use the control of this name."""
        self._order(f"press {name}")
        assert self._answer("pressed"), name

    def wait_to_hear(self, words: str) -> None:
        """Go on once this is announced."""
        while words not in " ".join(self.announced):
            self._take(self._lines.get(timeout=PATIENCE_S))

    @property
    def announced(self) -> list[str]:
        """What was announced so far."""
        return [said["text"] for said in self.heard if said["heard"] == "object:announcement"]

    @property
    def focused(self) -> list[Node]:
        """What got the focus so far."""
        gained = (said for said in self.heard if said["on"])
        return [said for said in gained if said["heard"].endswith(":focused")]

    def _order(self, order: str) -> None:
        self._child.stdin.write(f"{order}\n")
        self._child.stdin.flush()

    def _answer(self, key: str) -> Any:
        while True:
            said = self._lines.get(timeout=PATIENCE_S)
            if key in said:
                return said[key]
            self._take(said)

    def _take(self, said: Node) -> None:
        if "pid" in said:
            self.pid = said["pid"]
        else:
            self.heard.append(said)

    def _listen(self) -> None:
        with self._child.stdout as said:
            for line in said:
                if line.startswith("{"):  # the bus says something there, too
                    self._lines.put(json.loads(line))


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "broken.mp4"
    path.write_bytes(b"this is no video")
    return path


@pytest.fixture
def reader(places: Places, clip: Path, broken: Path) -> Iterator[ScreenReader]:
    made = ScreenReader(places, clip, broken)
    yield made
    made.close()


def shown(node: Node) -> list[Node]:
    """The nodes that are on the screen, as one reads."""
    inner = [each for child in node["children"] for each in shown(child)]
    return [node, *inner] if "showing" in node["states"] else inner


def named(node: Node, role: str, name: str = "") -> list[Node]:
    """Those on the screen of this role whose name begins so."""
    found = (each for each in shown(node) if each["role"] == role)
    return [each for each in found if each["name"].startswith(name)]


def check_controls(tree: Node) -> None:
    """What can have the focus says what it is and what it is called."""
    controls = [node for node in shown(tree) if "focusable" in node["states"]]
    assert len(controls) > 5
    vague = {"", "filler", "unknown", "invalid"}
    assert [c for c in controls if not c["name"].strip() or c["role"] in vague] == []


def test_a_video_is_summarised_without_being_seen(reader: ScreenReader) -> None:
    reader.wait_to_hear("broken.mp4. “broken.mp4” is not")
    reader.wait_to_hear("the first words.mp4. Done, 0:20")

    # The result is in the history and on the page.
    tree = reader.tree_when(
        lambda t: len(entries(t)) == 1 and "Summarise again" in [n["name"] for n in shown(t)]
    )
    check_controls(tree)
    check_lists(tree)
    check_what_was_heard(reader)
    check_keys(reader)
    check_reading(reader, tree)
    check_settings(reader)


def entries(tree: Node) -> list[Node]:
    """The rows of the history."""
    return [row for view in named(tree, "list", "History") for row in view["children"]]


def check_lists(tree: Node) -> None:
    """Each row says what it is and how it stands; the lists come in the order of the eye."""
    queue, history, *_ = named(tree, "list")
    assert [queue["name"], history["name"]] == ["Queue", "History"]
    rows = [row["name"] for row in queue["children"]]
    assert rows[0] == "the first words.mp4. Done, 0:20"
    assert rows[1].startswith("broken.mp4. “broken.mp4” is not ")
    (entry,) = history["children"]
    assert entry["role"] == "list item"
    names = [node["name"] for node in shown(tree)]
    places = [names.index(name) for name in ("Add videos", "Queue", "History", "Summarise again")]
    assert places == sorted(places)


def check_what_was_heard(reader: ScreenReader) -> None:
    """What becomes of each job is announced, and the bar says how far it is."""
    said = " ".join(reader.announced)
    assert "broken.mp4. “broken.mp4” is not a video or audio file that can be read." in said
    kinds = {heard["heard"] for heard in reader.heard}
    assert "object:property-change:accessible-value" in kinds


def check_keys(reader: ScreenReader) -> None:
    """What Tab leads to is told by name and role, each one after another."""
    before = len(reader.focused)
    xdotool("search", "--sync", "--pid", str(reader.pid), "--name", "SVS Desktop", "windowfocus")
    for _ in range(TABS):
        xdotool("key", "Tab")
    reader.tree_when(lambda _: len(reader.focused) - before > TABS / 2)
    told = reader.focused[before:]
    assert [said for said in told if not said["name"].strip() or said["role"] == "filler"] == []


def xdotool(*words: str) -> None:
    subprocess.run(["xdotool", *words], check=True, timeout=20, stdout=subprocess.DEVNULL)


def check_reading(reader: ScreenReader, tree: Node) -> None:
    """The summary can be read, and the transcript once its tab is chosen."""
    (summary,) = [node for node in shown(tree) if node["name"] == "Summary" and node["text"]]
    assert "tide" in summary["text"]
    reader.press("Transcript")
    reader.tree_when(
        lambda t: any(n["name"] == "Transcript" and "tides" in n["text"] for n in shown(t))
    )


def check_settings(reader: ScreenReader) -> None:
    """A dialog has a name, its fields too; it goes when it is closed."""
    reader.press("Settings")
    (dialog,) = named(reader.tree_when(lambda t: len(named(t, "dialog")) == 1), "dialog")
    assert dialog["name"] == "Settings"
    check_controls(dialog)
    # A box of choices is named by what is chosen; what it is for, its label says.
    boxes = named(dialog, "combo box")
    assert "Spoken language" in [label for box in boxes for label in box["labels"]]
    assert [box for box in boxes if not box["labels"]] == []
    reader.press("Close")
    reader.tree_when(lambda t: not named(t, "dialog"))

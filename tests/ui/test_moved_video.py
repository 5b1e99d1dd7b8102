"""A video that was moved or renamed: found by itself, or asked for once, and remembered."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest
from desk import Desk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot
from test_player import opened, plays_from
from watched import SAMPLE, talk

from svs_desktop.pipeline.fingerprint import fingerprint
from svs_desktop.pipeline.summary import Result
from svs_desktop.ui.player import locating

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def lost(tmp_path: Path) -> Result:
    """The result of a video that is no longer where it was."""
    folder = tmp_path / "talks"
    folder.mkdir()
    path = folder / "lecture.mp4"
    shutil.copyfile(SAMPLE, path)
    result = talk(path)
    path.unlink()
    return result


def stored(desk: Desk, job_id: str = "t1") -> tuple[Path, str]:
    result = desk.library.result(job_id).result()
    return result.path, result.fingerprint


def choose(desk: Desk, qtbot: QtBot, path: Path) -> None:
    """Press the button, and choose this file in the dialog."""
    qtbot.mouseClick(desk.window.player.pane.find_it, LEFT)
    dialog = desk.window.findChild(QFileDialog)
    assert dialog.windowTitle() == "Where is lecture.mp4 now?"
    dialog.setDirectory(str(path.parent))
    dialog.findChild(QLineEdit).setText(path.name)
    dialog.findChild(QDialogButtonBox).buttons()[0].click()


def test_a_renamed_video_is_found_by_itself(desk: Desk, qtbot: QtBot, lost: Result) -> None:
    there = lost.path.with_name("Lecture 4, final.mp4")
    shutil.copyfile(SAMPLE, there)

    player = opened(desk, qtbot, lost)

    player.play_from(60.0)
    plays_from(player, qtbot, 60.0)
    assert stored(desk) == (there, lost.fingerprint)
    assert desk.window.result_page._facts.text().startswith("Lecture 4, final.mp4  ·  ")


@pytest.mark.qt_log_ignore("Could not open media")  # so Qt says of what is no video
def test_a_moved_video_is_asked_for_once(
    desk: Desk, qtbot: QtBot, lost: Result, tmp_path: Path
) -> None:
    far = tmp_path / "elsewhere" / "far" / "away"
    far.mkdir(parents=True)
    there, other = far / "x.mp4", far / "other.mp4"
    shutil.copyfile(SAMPLE, there)
    other.write_bytes(b"another video")
    desk.open(lost)
    pane = desk.window.player.pane
    qtbot.waitUntil(pane.find_it.isVisible)
    assert pane.notice.text() == "lecture.mp4 is not where it was."
    assert not pane.use_it.isVisible()

    choose(desk, qtbot, other)
    qtbot.waitUntil(pane.use_it.isVisible)
    assert pane.notice.text() == "other.mp4 is not the same as lecture.mp4 was."
    assert stored(desk) == (lost.path, lost.fingerprint)

    choose(desk, qtbot, there)
    qtbot.waitUntil(lambda: desk.window.player.is_ready)
    assert not pane.notice.isVisible()
    assert stored(desk) == (there, lost.fingerprint)


def test_a_copy_that_was_changed_may_be_used(
    desk: Desk, qtbot: QtBot, lost: Result, tmp_path: Path
) -> None:
    changed = tmp_path / "changed.mp4"
    changed.write_bytes(SAMPLE.read_bytes() + b"\0" * 8)
    desk.open(lost)
    pane = desk.window.player.pane
    qtbot.waitUntil(pane.find_it.isVisible)
    desk.window.player.locating.try_file(changed)
    qtbot.waitUntil(pane.use_it.isVisible)

    qtbot.mouseClick(pane.use_it, LEFT)

    qtbot.waitUntil(lambda: desk.window.player.is_ready)
    assert stored(desk) == (changed, fingerprint(changed))


def test_a_result_of_old_learns_its_videos_fingerprint(desk: Desk, qtbot: QtBot) -> None:
    opened(desk, qtbot, talk(known=False))

    assert stored(desk) == (SAMPLE, fingerprint(SAMPLE))


def test_a_slow_disk_holds_up_no_one(
    desk: Desk, qtbot: QtBot, lost: Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    look = locating._look

    def slow(result: Result) -> object:
        assert gate.wait(20)
        return look(result)

    monkeypatch.setattr(locating, "_look", slow)
    desk.open(lost)
    page = desk.window.result_page
    assert page.summary.isVisible()
    assert not desk.window.player.pane.isVisible()
    monkeypatch.undo()

    player = opened(desk, qtbot, talk(job_id="t2"))
    gate.set()
    desk.settle()

    assert player.is_ready
    assert not player.pane.notice.isVisible()

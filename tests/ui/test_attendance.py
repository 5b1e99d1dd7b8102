"""What the desktop is told: that the program works, how far it is, and that all is done."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import made
import psutil
import pytest
from desk import Desk
from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from svs_desktop.pipeline.events import Progressed
from svs_desktop.pipeline.job import Status
from svs_desktop.settings import Settings
from svs_desktop.ui.attendance import Attendance
from svs_desktop.ui.desktop.bus_notes import show_on_bus
from svs_desktop.ui.desktop.others import OtherDesktop
from svs_desktop.ui.sleep_dialog import SleepDialog

ACTIVE, INACTIVE = Qt.ApplicationState.ApplicationActive, Qt.ApplicationState.ApplicationInactive


class FakeDesktop:
    """Writes down what it is told."""

    def __init__(self) -> None:
        self.is_awake = False
        self.notes: list[tuple[str, str]] = []
        self.progress: list[float | None] = []
        self.slept = 0
        self.closed = False

    def keep_awake(self, *, on: bool) -> None:
        self.is_awake = on

    def notify(self, title: str, text: str) -> None:
        self.notes.append((title, text))

    def show_progress(self, fraction: float | None) -> None:
        self.progress.append(fraction)

    def sleep(self) -> None:
        self.slept += 1

    def close(self) -> None:
        self.closed = True


class Attended:
    """A desk whose desktop hears of its queue."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.settings = Settings()
        self.desktop = FakeDesktop()
        self.attendance = Attendance(
            desk.queue,
            self.desktop,
            lambda: self.settings,
            lambda: desk.window,
            QObject(desk.queue),
        )


@pytest.fixture
def attended(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Attended]:
    monkeypatch.setattr(QGuiApplication, "applicationState", lambda: INACTIVE)
    made_ = Attended(desk)
    yield made_
    made_.attendance.close()
    assert made_.desktop.closed


def test_awake_while_it_works_and_its_progress_is_shown(attended: Attended, qtbot: QtBot) -> None:
    desk, desktop = attended.desk, attended.desktop
    first, second = desk.add("a.mp4", "b.mp4")
    desk.wait_for(first, Status.RUNNING)
    assert desktop.is_awake
    desk.say(first, Progressed(replace(made.progress(), overall=60.0)))
    qtbot.waitUntil(lambda: desktop.progress[-1] == pytest.approx(0.3))
    desk.finish(first, made.result(job_id=first))
    desk.wait_for(second, Status.RUNNING)
    qtbot.waitUntil(lambda: desktop.progress[-1] == pytest.approx(0.5))

    desk.queue.pause_all()
    assert not desktop.is_awake
    assert desktop.progress[-1] is None
    desk.queue.resume_all()
    desk.wait_for(second, Status.RUNNING)
    assert desktop.is_awake
    desk.queue.remove([second])
    qtbot.waitUntil(lambda: not desktop.is_awake)


def test_it_notifies_who_looks_elsewhere(
    attended: Attended, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, desktop = attended.desk, attended.desktop
    ids = desk.add(*(f"{n}.mp4" for n in range(4)))
    desk.finish(ids[0], made.result(job_id=ids[0]))
    desk.fail(ids[1], made.failure())
    said = [
        ("The summary is ready", "Minerals of the deep sea"),
        ("1.mp4", "There is no sound in “lecture-4.mp4”."),
    ]
    assert [title for title, _ in desktop.notes] == [title for title, _ in said]
    assert desktop.notes[0] == said[0]

    attended.settings = Settings(when_done="nothing")
    desk.finish(ids[2], made.result(job_id=ids[2]))
    attended.settings = Settings()
    monkeypatch.setattr(QGuiApplication, "applicationState", lambda: ACTIVE)
    desk.finish(ids[3], made.result(job_id=ids[3]))
    assert len(desktop.notes) == 2
    assert desk.window.findChild(SleepDialog) is None


def test_it_sleeps_when_all_is_done_unless_someone_stops_it(
    attended: Attended, qtbot: QtBot
) -> None:
    desk, desktop = attended.desk, attended.desktop
    attended.settings = Settings(when_done="sleep")

    def last(name: str) -> SleepDialog:
        (job_id,) = desk.add(name)
        desk.finish(job_id, made.result(job_id=job_id))
        qtbot.waitUntil(lambda: desk.window.findChild(SleepDialog) is not None)
        return desk.window.findChild(SleepDialog)

    def is_closed() -> bool:
        return desk.window.findChild(SleepDialog) is None

    dialog = last("a.mp4")
    assert dialog.findChild(QLabel).text() == "The computer sleeps in 60 seconds."
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(is_closed)

    last("b.mp4")
    (job_id,) = desk.add("c.mp4")
    desk.wait_for(job_id, Status.RUNNING)
    qtbot.waitUntil(is_closed)
    assert desktop.slept == 0

    # Who takes the last one away is there.
    desk.queue.cancel([job_id])
    desk.wait_for(job_id, Status.CANCELLED)
    assert is_closed()

    dialog = last("d.mp4")
    (now,) = (b for b in dialog.findChildren(QPushButton) if b.text() == "Sleep now")
    qtbot.mouseClick(now, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(is_closed)
    assert desktop.slept == 1


def test_the_countdown_ends_by_itself(qtbot: QtBot) -> None:
    dialog = SleepDialog(3, tick_ms=5)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.accepted):
        dialog.show()


def on_a_bus(script: str) -> list[str]:
    """What a script that has a bus to itself says."""
    path = Path(__file__).with_name(script)
    command = ["dbus-run-session", "--", sys.executable, str(path)]
    said = subprocess.run(command, capture_output=True, text=True, timeout=30, check=True).stdout
    return said.splitlines()


@pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="there is no D-Bus here")
def test_a_real_bus_hears_it() -> None:
    lines = on_a_bus("on_a_bus.py")
    assert "Inhibit SVS Desktop, Videos are being summarised" in lines
    assert lines.index("awake") < lines.index("let go")
    assert "application://svs-desktop.desktop {'progress': 0.25, 'progress-visible': True}" in lines
    said = "susssasa{sv}i SVS Desktop, 0, The summary is ready, Nodules "
    assert [line for line in lines if line.startswith("sus")] == [
        f"{said}&lt;b&gt; &amp; shells, -1",
        f"{said}<b> & shells, -1",
    ]
    assert lines[-1] == "end"


@pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="there is no D-Bus here")
def test_the_system_keeps_awake_where_no_desktop_listens() -> None:
    asked = "idle, SVS Desktop, Videos are being summarised, block"
    assert on_a_bus("on_a_bare_bus.py") == [asked, "let go", "end"]


def test_where_there_is_no_bus_nothing_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    assert not show_on_bus("The summary is ready", "Nodules")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nowhere")
    assert not show_on_bus("The summary is ready", "Nodules")


# macOS, as far as that can be seen elsewhere


def test_macos_is_kept_awake_by_a_program_that_ends_with_this_one(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told"
    program = tmp_path / "caffeinate"
    program.write_text(f'#!/bin/sh\necho "$$ $@" > {told}\nexec sleep 60\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(sys, "platform", "darwin")
    parent = QObject()
    desktop = OtherDesktop(parent)

    desktop.keep_awake(on=True)
    desktop.keep_awake(on=True)
    qtbot.waitUntil(lambda: told.exists() and told.read_text().endswith("\n"))
    pid, *arguments = told.read_text().split()
    assert arguments == ["-i", "-w", str(os.getpid())]
    assert psutil.pid_exists(int(pid))

    desktop.keep_awake(on=False)
    qtbot.waitUntil(lambda: not psutil.pid_exists(int(pid)))
    desktop.close()
    parent.deleteLater()

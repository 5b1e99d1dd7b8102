"""Takes pictures of the window in every state, with real videos and real results.

Run it with ``make screenshots``. The sample is summarised once, with the models that are installed
for the person who runs this; other videos are parts of it. Nothing else is made up but what would
tell of the computer that this runs on: the room on its disk, its memory, and the names of folders.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import av
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion
from PySide6.QtMultimediaWidgets import QVideoWidget
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from svs_desktop.app import Program
from svs_desktop.paths import Places, resource
from svs_desktop.pipeline.job import Status
from svs_desktop.ui.application import make_application
from svs_desktop.ui.labels import ElidedLabel
from svs_desktop.ui.search_panel import SearchPanel
from svs_desktop.ui.settings_pages import Pages
from svs_desktop.ui.shortcuts_sheet import ShortcutsSheet
from svs_desktop.workers.shelf import shelf

SIZE = (1200, 760)
NARROW = (620, 760)
PATIENCE_S = 540.0
BEST_COMPRESSION = 0  # of the qualities that Qt knows for PNG, the smallest file
FREE, MEMORY, HOME = 212_000_000_000, 16_600_000_000, "/home/ada/svs-desktop"
PARTS = {"Spring tides and neap tides.mp4": (110, 175), "Tides that work.mkv": (165, 230)}


class Camera:
    """A program of its own, and a folder for pictures of it."""

    def __init__(self, app: QApplication, home: Path, out: Path) -> None:
        self._app = app
        self._out = out
        self.program = Program(Places.under(home))
        self.program.window.resize(*SIZE)
        self.program.start([])

    @property
    def window(self) -> QWidget:
        """As it is now: another text size makes another one."""
        return self.program.window

    def wait(self, done: Callable[[], bool]) -> None:
        """Go on once this holds, and what follows from it is painted."""
        end = time.monotonic() + PATIENCE_S
        while not done():
            self._turn()
            if time.monotonic() > end:
                raise TimeoutError(done)
        self.settle()

    def settle(self, seconds: float = 0.4) -> None:
        """Let reading, drawing and laying out come to their ends."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._turn()

    def take(self, name: str, seen: QWidget | None = None) -> None:
        """A picture of the window, or of one over it."""
        self.settle()
        picture = (seen or self.window).grab()
        add_videos(picture, seen or self.window)
        self._out.mkdir(parents=True, exist_ok=True)
        picture.save(str(self._out / f"{name}.png"), "PNG", BEST_COMPRESSION)
        print(name, flush=True)

    def take_both(self, name: str, seen: QWidget | None = None) -> None:
        """The same in light and in dark."""
        self.take(name, seen)
        self.program.control.change(appearance="dark")
        self.take(f"{name}-dark", seen)
        self.program.control.change(appearance="light")

    def change(self, **settings: object) -> None:
        """Another text size or language: the window is made anew."""
        before = self.window
        self.program.control.change(**settings)
        self.wait(lambda: self.window is not before and self.window.isVisible())

    def status(self, name: str) -> Status | None:
        """How the job of this video stands."""
        states = self.program.queue.states
        return next((s.status for s in states if s.job.path.name == name), None)

    def _turn(self) -> None:
        self._app.processEvents()
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        time.sleep(0.01)


def add_videos(picture: QPixmap, window: QWidget) -> None:
    """Paint what plays where it is seen: Qt shows it past the window's own drawing."""
    painter = QPainter(picture)
    covered = [panel.geometry() for panel in window.findChildren(SearchPanel) if panel.isVisible()]
    seen = QRegion(window.rect())
    for rect in covered:
        seen -= QRegion(rect)
    painter.setClipRegion(seen)
    for video in window.findChildren(QVideoWidget):
        frame = video.videoSink().videoFrame()
        if video.isVisible() and frame.isValid():
            painter.drawImage(QRect(video.mapTo(window, QPoint()), video.size()), frame.toImage())
    painter.end()


def shoot(camera: Camera, videos: Path) -> None:
    """All states, one after another."""
    camera.program.control.change(appearance="light", offer_language_model=False)
    camera.take_both("empty")
    shoot_work(camera, videos)
    shoot_result(camera)
    shoot_dialogs(camera)
    shoot_others(camera)


def shoot_work(camera: Camera, videos: Path) -> None:
    program, pane = camera.program, camera.program.window.queue_pane
    sample, broken = "How the tides work.mp4", "Harbour, 3 November.avi"
    program.window.add([videos / sample, videos / broken, *(videos / name for name in PARTS)])
    camera.wait(lambda: camera.status(broken) is Status.FAILED)
    camera.wait(lambda: any(s.overall > 40 for s in program.queue.states))
    pane.select(program.queue.ids[0])
    camera.take_both("working")
    failed = next(s.job.id for s in program.queue.states if s.status is Status.FAILED)
    pane.select(failed)
    camera.take_both("failed")
    pane.select(program.queue.ids[0])
    camera.wait(lambda: camera.status(sample) is Status.FINISHED)


def shoot_result(camera: Camera) -> None:
    window = camera.program.window
    camera.wait(window.result_page.isVisible)
    camera.settle(2.0)  # the video opens
    camera.take_both("finished")
    window.actions_.transcript.trigger()
    camera.take_both("transcript")
    field = window._tools.search
    field.setFocus()
    QTest.keyClicks(field, "moon")
    camera.settle(1.0)
    camera.take_both("search")
    field.clear()
    window.result_page.summary.setFocus()
    window.actions_.summary.trigger()


def shoot_dialogs(camera: Camera) -> None:
    program = camera.program
    program.window.actions_.settings.trigger()
    camera.wait(lambda: program.opener.dialog is not None)
    dialog = program.opener.dialog
    if dialog:
        camera.wait(lambda: bool(dialog.pages.models.rows))
        show_some_computer(camera, dialog.pages)
        for place, name in enumerate(dialog.pages._fields):
            if name != "transcription":
                dialog.list.setCurrentRow(place)
                camera.take(f"settings-{name}", dialog)
        dialog.list.setCurrentRow(0)
        camera.take_both("settings", dialog)
        dialog.close()
    window = program.window
    window.actions_.shortcuts.trigger()
    camera.settle()
    sheet = window.findChild(ShortcutsSheet)
    camera.take("shortcuts", sheet)
    sheet.close()


def show_some_computer(camera: Camera, pages: Pages) -> None:
    """Put the figures of an ordinary laptop where those of this machine stand."""
    program, options = camera.program, camera.program.settings.job_options()
    there = shelf(program.catalogue, program.places.models)
    seconds = program.tools.measurements
    pages.models.show_shelf(
        replace(there, free=FREE, memory=MEMORY), lambda name: seconds.get(name, options)
    )
    for label in pages.files.findChildren(ElidedLabel):
        label.setText(label.text().replace(str(program.places.models.parent), HOME))


def shoot_others(camera: Camera) -> None:
    """Narrow, right to left, large, and in German."""
    window = camera.window
    window.resize(*NARROW)
    camera.take("narrow")
    window.resize(*SIZE)
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    camera.take("right-to-left")
    camera.program.window.actions_.transcript.trigger()
    camera.take("right-to-left-transcript")
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    camera.program.window.actions_.summary.trigger()
    camera.change(text_size=200)
    camera.window.resize(*SIZE)
    camera.settle(2.0)
    camera.take("large")
    camera.change(text_size=100)
    camera.change(window_language="de")
    camera.window.resize(*SIZE)
    camera.settle(2.0)
    camera.take("german")
    camera.change(window_language="system")


def make_videos(folder: Path) -> None:
    """The sample, parts of it, and a file that is no video."""
    sample = resource("sample", "sample.mp4")
    folder.mkdir()
    (folder / "How the tides work.mp4").write_bytes(sample.read_bytes())
    (folder / "Harbour, 3 November.avi").write_bytes(b"RIFF" + bytes(2000))
    for name, (start, end) in PARTS.items():
        cut(sample, folder / name, start, end)


def cut(source: Path, target: Path, start: float, end: float) -> None:
    """A part of a video, from the key frame before ``start`` on, in seconds."""
    with av.open(str(source)) as whole, av.open(str(target), "w") as part:
        streams = {stream: part.add_stream_from_template(stream) for stream in whole.streams}
        whole.seek(int(start * av.time_base))
        first: dict[object, int] = {}
        for packet in whole.demux():
            if packet.dts is None or packet.dts * packet.time_base > end:
                continue
            begun = first.setdefault(packet.stream, packet.dts)
            packet.dts -= begun
            packet.pts -= begun
            packet.stream = streams[packet.stream]
            part.mux(packet)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", nargs="?", type=Path, default=Path(__file__).parent / "screenshots")
    out = parser.parse_args().out
    models = Places.default().models
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder, "home")
        home.mkdir()
        (home / "models").symlink_to(models, target_is_directory=True)
        make_videos(Path(folder, "Videos"))
        app = make_application()
        camera = Camera(app, home, out)
        try:
            shoot(camera, Path(folder, "Videos"))
        finally:
            camera.program.window.close()
            camera.program.close()
            camera.settle()
    return 0


if __name__ == "__main__":
    sys.exit(main())

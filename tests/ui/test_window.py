"""The window as a whole: its size, its folding, its status line, and a library that is slow."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import made
import pytest
from desk import Desk
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot
from test_drop import names, touch
from test_history_pane import row, three, title_shown
from test_queue_pane import press

from svs_desktop.paths import Places
from svs_desktop.pipeline.events import Described
from svs_desktop.pipeline.export import Format
from svs_desktop.pipeline.job import Status
from svs_desktop.settings import Settings
from svs_desktop.ui import exporting
from svs_desktop.ui.main_window import MainWindow

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
AT_ONCE_S = 0.1


@contextmanager
def at_once() -> Iterator[None]:
    """What is done here takes next to no time."""
    begun = time.thread_time(), time.perf_counter()
    yield
    assert time.thread_time() - begun[0] < AT_ONCE_S
    # A call that waited for the library would take as long as the library is kept busy.
    assert time.perf_counter() - begun[1] < 5


# size


def laid_out(desk: Desk, qtbot: QtBot) -> tuple[list[int], list[int]]:
    """The widths of the columns and the heights of the lists.

    The hairline beside a list that comes back gets its pixel a moment after the list.
    """
    columns, lists = desk.window._columns, desk.window._left

    def is_full(sizes: list[int], room: int) -> bool:
        return all(sizes) and sum(sizes) + columns.handleWidth() * (len(sizes) - 1) == room

    qtbot.waitUntil(lambda: is_full(columns.sizes(), columns.width()))
    qtbot.waitUntil(lambda: is_full(lists.sizes(), lists.height()))
    return columns.sizes(), lists.sizes()


def test_the_window_comes_back_as_it_was_left(places: Places, qtbot: QtBot) -> None:
    first = Desk(places, qtbot)
    first.show()
    first.add("a.mp4")
    # Within the smallest of screens, on which the lists are folded at first.
    first.window.resize(740, 520)
    first.window.actions_.lists.trigger()
    laid_out(first, qtbot)
    draw(first.window, qtbot, 300)
    first.window._left.setSizes([150, 250])
    left = laid_out(first, qtbot)
    first.close()

    second = Desk(places, qtbot)
    second.show()
    second.add("b.mp4")
    second.window.actions_.lists.trigger()
    found = laid_out(second, qtbot)
    size = second.window.width(), second.window.height()
    second.close()

    assert size == (740, 520)
    assert found == left


def draw(window: MainWindow, qtbot: QtBot, width: int) -> int:
    """Draw the line between the sides with the mouse; the width of the left one, which is near."""
    handle, left = window._columns.handle(1), Qt.MouseButton.LeftButton
    at = handle.rect().center()
    qtbot.mousePress(handle, left, pos=at)
    qtbot.mouseMove(handle, at + QPoint(width - window._left.width(), 0))
    qtbot.mouseRelease(handle, left, pos=at)
    assert window._left.width() == pytest.approx(width, abs=4)
    return window._left.width()


def widths(desk: Desk, qtbot: QtBot, *windows: int) -> list[int]:
    """The left side's widths in windows of these widths."""
    found = []
    for width in windows:
        desk.window.resize(width, 700)
        qtbot.waitUntil(lambda width=width: desk.window.width() == width)
        QApplication.processEvents()
        found.append(desk.window._left.width() if desk.window._left.isVisible() else 0)
    return found


def test_the_lists_grow_with_the_window_unless_their_width_was_chosen(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.add("a.mp4")
    assert widths(desk, qtbot, 1200, 1500, 900, 1200) == [400, 500, 300, 400]
    # narrow once, with the lists in it
    assert widths(desk, qtbot, 600) == [0]
    desk.window.actions_.lists.trigger()
    assert widths(desk, qtbot, 600, 500, 1200, 1900) == [280, 280, 400, 560]

    desk.window.resize(1200, 700)
    QApplication.processEvents()
    chosen = draw(desk.window, qtbot, 460)

    found = widths(desk, qtbot, 1500, 1200, 600, 1200)
    assert found == [chosen, chosen, 280, chosen]


def test_an_empty_window_is_all_drop_target(desk: Desk) -> None:
    assert not desk.window._left.isVisible()
    assert desk.window.welcome.isVisible()
    assert desk.window.welcome.width() == desk.window.width()


def test_the_lists_appear_with_the_first_video_and_go_with_the_last(
    desk: Desk, qtbot: QtBot
) -> None:
    (job_id,) = desk.add("a.mp4")
    assert desk.window._left.isVisible()

    desk.queue.remove([job_id])

    qtbot.waitUntil(lambda: not desk.window._left.isVisible())


def test_a_narrow_window_folds_the_lists_away(desk: Desk, qtbot: QtBot) -> None:
    desk.add("a.mp4")
    lists = desk.window.actions_.lists

    for width, folded in ((899, True), (900, False), (480, True), (1200, False)):
        desk.window.resize(width, 600)
        qtbot.waitUntil(lambda folded=folded: desk.window._left.isVisible() is not folded)
        assert lists.isVisible() is folded


def test_folded_lists_are_a_click_or_a_key_away(desk: Desk, qtbot: QtBot) -> None:
    three(desk)
    (job_id,) = desk.add("a.mp4")
    desk.window.resize(700, 600)
    qtbot.waitUntil(lambda: not desk.window._left.isVisible())

    press(desk, qtbot, Key.Key_B, CTRL)
    assert desk.window._left.isVisible()
    desk.finish(job_id, made.result(title="Done meanwhile"))
    qtbot.waitUntil(lambda: desk.window.history_model.rowCount() == 4)
    assert desk.window._left.isVisible()
    press(desk, qtbot, Key.Key_B, CTRL)
    assert not desk.window._left.isVisible()
    press(desk, qtbot, Key.Key_H, CTRL)
    assert desk.window.focusWidget() is desk.window.history_pane.view
    assert desk.window._left.isVisible()


@pytest.mark.parametrize("page", ["welcome", "job", "result"])
def test_every_page_fits_the_smallest_window(desk: Desk, qtbot: QtBot, page: str) -> None:
    if page == "job":
        (job_id,) = desk.add("n" * 200 + ".mp4")
        desk.fail(job_id, made.failure(name="n" * 200 + ".mp4"))
    if page == "result":
        desk.open(made.result(title="A title that goes on and on " * 8))

    desk.window.resize(1, 1)
    QApplication.processEvents()

    assert desk.window.width() == 480
    assert desk.window._stack.width() <= 480


# status line


def test_a_sentence_is_said_for_a_while(desk: Desk, qtbot: QtBot) -> None:
    line = desk.window.statusBar()
    line._timer.setInterval(50)

    desk.window.say("Saved a.md")

    assert line.message == "Saved a.md"
    assert not line._model.isVisible()
    qtbot.waitUntil(lambda: line.message == "")
    assert line._model.isVisible()


def test_the_model_in_use_is_named(desk: Desk, tmp_path: Path) -> None:
    line = desk.window.statusBar()
    assert line._model.text() == "Engine: base"

    desk.window.show_settings(Settings(speech_model=str(tmp_path / "my model")))

    assert line._model.text() == "Engine: my model"
    line.show_engine(Described("cpu", "int8", 2))
    assert line._model.text().startswith("Engine: my model · int8 · CPU, 2 thread")
    line.show_engine(Described("cuda", "float16", 1))
    assert line._model.text() == "Engine: my model · float16 · graphics card"


# adding


def test_files_are_added_through_the_dialog(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    touch(tmp_path, "one.mp4", "two.mkv")
    press(desk, qtbot, Key.Key_O, CTRL)
    dialog = desk.window.findChild(QFileDialog)
    dialog.setDirectory(str(tmp_path))
    field = dialog.findChild(QLineEdit)

    field.setText('"one.mp4" "two.mkv"')
    dialog.findChild(QDialogButtonBox).buttons()[0].click()

    qtbot.waitUntil(lambda: names(desk) == ["one.mp4", "two.mkv"])


def test_a_folder_is_added_through_the_dialog(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    touch(tmp_path / "talks", "one.mp4", "notes.txt")
    press(desk, qtbot, Key.Key_O, CTRL | Qt.KeyboardModifier.ShiftModifier)
    dialog = desk.window.findChild(QFileDialog)

    dialog.findChild(QLineEdit).setText(str(tmp_path / "talks"))
    qtbot.keyClick(dialog.findChild(QLineEdit), Key.Key_Return)

    qtbot.waitUntil(lambda: names(desk) == ["one.mp4"])


def test_the_sample_is_offered(desk: Desk, qtbot: QtBot) -> None:
    desk.window.welcome.sample_wanted.emit()

    qtbot.waitUntil(lambda: names(desk) == ["sample.mp4"])
    assert desk.queue.states[0].job.path.is_file()


def test_new_jobs_have_the_settings_as_they_are(desk: Desk) -> None:
    (before,) = desk.add("a.mp4")
    desk.window.show_settings(Settings(language="de", threads=3))

    (after,) = desk.add("b.mp4")

    options = [desk.queue.state(job_id).job.options for job_id in (before, after)]
    assert [(o.language, o.threads) for o in options] == [("auto", 0), ("de", 3)]


# nothing waits for the library


def test_a_busy_library_holds_up_no_one(desk: Desk, qtbot: QtBot) -> None:
    three(desk)
    running, waiting = desk.add("a.mp4", "b.mp4")
    desk.wait_for(running, Status.RUNNING)
    window = desk.window

    with desk.busy_library():
        for do in (
            lambda: window.history_pane.view.setCurrentIndex(row(desk, 1)),
            lambda: window.queue_pane.select(running),
            lambda: window.queue_pane.select(waiting),
            lambda: desk.queue.cancel([waiting]),
            lambda: desk.queue.retry([waiting]),
            lambda: desk.queue.remove([waiting]),
            lambda: window.history_model.delete(["r1"]),
            lambda: window.add([Path("/videos/c.mp4")]),
            window.history_model.reload,
            lambda: window.history_pane.view.setCurrentIndex(row(desk, 2)),
        ):
            with at_once():
                do()
                QApplication.processEvents()
        assert title_shown(desk) == ""

    qtbot.waitUntil(lambda: title_shown(desk) == "Talk 0")
    qtbot.waitUntil(lambda: names(desk) == ["a.mp4", "c.mp4"])
    qtbot.waitUntil(lambda: window.history_model.rowCount() == 2)


def test_a_slow_disk_does_not_hold_up_an_export(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    write = exporting.write

    def slow(path: Path, data: bytes) -> None:
        assert gate.wait(20)
        write(path, data)

    monkeypatch.setattr(exporting, "write", slow)
    with at_once():
        desk.window.exporter.save(made.result(), Format.MD, tmp_path / "a.md")
        QApplication.processEvents()
    assert not (tmp_path / "a.md").exists()

    with qtbot.waitSignal(desk.window.exporter.exported):
        gate.set()
    assert (tmp_path / "a.md").is_file()


def test_a_row_whose_result_made_room_goes_when_it_is_opened(desk: Desk, qtbot: QtBot) -> None:
    dropped, other = desk.add("first.mp4", "second.mp4")
    desk.finish(dropped, made.result(job_id=dropped))
    desk.library.delete([dropped]).result()

    desk.window.open_result(dropped)

    qtbot.waitUntil(lambda: list(desk.queue.ids) == [other])
    assert "no longer kept" in desk.window.statusBar().message

"""What is dropped on the window, and names that file systems allow."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import made
import pytest
from desk import Desk
from PySide6.QtCore import QMimeData, QPoint, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from svs_desktop.pipeline.errors import ErrorCode
from svs_desktop.pipeline.job import Status

Role = Qt.ItemDataRole
NAMES = [
    "会議の録画 2026年.mp4",
    "🎥 demo 👩‍🔬.mkv",
    'it\'s a "talk" — “really”.mp4',
    "two\nlines.mp4",
    "  spaces  everywhere .mp4",
    "n" * 200 + ".mp4",
    "<h1>Big<img src='x'> &amp; more.mp4",
    "100% #1 ?.mp4",
    "عربي.mp4",
]


def urls(*addresses: str | Path) -> QMimeData:
    """What a file manager gives for these files, or for addresses."""
    data = QMimeData()
    data.setUrls([_url(address) for address in addresses])
    return data


def _url(address: str | Path) -> QUrl:
    if isinstance(address, str):
        return QUrl(address)
    # File managers percent-encode the bytes of a name, whatever they mean.
    return QUrl.fromEncoded(address.as_uri().encode())


def enter(desk: Desk, data: QMimeData) -> bool:
    """Bring something over the window; whether it may be dropped."""
    event = QDragEnterEvent(
        QPoint(300, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    QApplication.sendEvent(desk.window, event)
    return event.isAccepted()


def drop(desk: Desk, data: QMimeData) -> None:
    assert enter(desk, data)
    event = QDropEvent(
        QPoint(300, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(desk.window, event)


def names(desk: Desk) -> list[str]:
    return [state.job.path.name for state in desk.queue.states]


def touch(folder: Path, *names: str) -> Sequence[Path]:
    folder.mkdir(exist_ok=True, parents=True)
    paths = [folder / name for name in names]
    for path in paths:
        path.touch()
    return paths


def test_files_keep_the_order_in_which_they_were_chosen(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = touch(tmp_path, "b.mp4", "a.mp4", "c.txt")
    assert enter(desk, urls(*paths))

    drop(desk, urls(*paths))

    qtbot.waitUntil(lambda: names(desk) == ["b.mp4", "a.mp4", "c.txt"])


def test_a_folder_gives_the_media_in_it(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    touch(tmp_path / "talks", "b.MP4", "a.mkv", "notes.txt", ".hidden.mp4")
    touch(tmp_path / "talks" / "more", "c.wav")

    drop(desk, urls(tmp_path / "talks"))

    qtbot.waitUntil(lambda: names(desk) == ["a.mkv", "b.MP4", "c.wav"])


def test_a_folder_without_media_is_told(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    touch(tmp_path / "papers", "notes.txt")

    with qtbot.waitSignal(desk.queue.nothing_found):
        drop(desk, urls(tmp_path / "papers"))

    assert desk.window.statusBar().message == "There is no video or audio file in papers"
    assert desk.window.welcome.isVisible()


def test_what_is_no_file_here_is_told(desk: Desk, qtbot: QtBot) -> None:
    drop(desk, urls("https://example.org/talk.mp4"))

    assert desk.window.statusBar().message == "Only files on this computer."
    assert names(desk) == []


def test_files_among_addresses_are_taken(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    (path,) = touch(tmp_path, "a.mp4")

    drop(desk, urls("https://example.org/talk.mp4", path))

    qtbot.waitUntil(lambda: names(desk) == ["a.mp4"])


def test_text_is_not_taken(desk: Desk) -> None:
    data = QMimeData()
    data.setText("/videos/a.mp4")

    assert not enter(desk, data)
    assert not desk.window._drop._veil.isVisible()


def test_a_veil_shows_where_files_go(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    veil = desk.window._drop._veil

    for leave in (True, False):
        enter(desk, urls(tmp_path / "a.mp4"))
        assert veil.isVisible()
        assert veil.geometry() == desk.window.rect()
        if leave:
            QApplication.sendEvent(desk.window, QDragLeaveEvent())
        else:
            drop(desk, urls(tmp_path / "a.mp4"))
        qtbot.waitUntil(veil.isHidden)
    qtbot.waitUntil(lambda: names(desk) == ["a.mp4"])


def test_no_part_of_the_window_takes_files_for_itself(desk: Desk) -> None:
    desk.open(made.result())

    takers = [widget for widget in desk.window.findChildren(QWidget) if widget.acceptDrops()]

    assert takers == []


# names


@pytest.mark.parametrize("name", NAMES)
def test_any_name_is_dropped_and_shown(desk: Desk, qtbot: QtBot, tmp_path: Path, name: str) -> None:
    (path,) = touch(tmp_path, name)

    drop(desk, urls(path))

    qtbot.waitUntil(lambda: names(desk) == [name])
    assert desk.queue.states[0].job.path == path
    _look_everywhere(desk, qtbot, " ".join(name.split()))


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take Unicode only")
def test_a_name_that_is_no_unicode(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.mp4"))
    path.touch()

    drop(desk, urls(path))

    qtbot.waitUntil(lambda: [state.job.path for state in desk.queue.states] == [path])
    _look_everywhere(desk, qtbot, "caf?.mp4")


def _look_everywhere(desk: Desk, qtbot: QtBot, shown: str) -> None:
    """The name stands in the row and on each page as it is, and no line is wider than the page."""
    window, (job_id,) = desk.window, desk.queue.ids
    index = window.queue_model.index_of(job_id)
    assert index.data() == shown
    assert index.data(Role.AccessibleTextRole).startswith(f"{shown}. ")
    name = desk.queue.state(job_id).job.path.name

    desk.fail(job_id, made.failure(ErrorCode.FILE_EMPTY, name=name))
    window.queue_pane.select(job_id)
    assert window.job_page._title.text() == shown
    assert window.job_page._line.text() == f"The file “{shown}” is empty."
    assert window.job_page._line.textFormat() is Qt.TextFormat.PlainText
    tip = index.data(Role.ToolTipRole)
    assert not Qt.mightBeRichText(tip) or "&lt;h1&gt;Big&lt;img" in tip
    qtbot.mouseClick(window.job_page.copy_details, Qt.MouseButton.LeftButton)
    assert shown in QApplication.clipboard().text()

    desk.queue.retry([job_id])
    desk.wait_for(job_id, Status.RUNNING)
    with qtbot.waitSignal(window.result_shown):
        desk.finish(job_id, made.result(title=shown))
    assert window.result_page._facts.text().startswith(shown)
    qtbot.waitUntil(lambda: window.history_model.rowCount() == 1)
    assert window.history_model.index(0).data() == shown
    assert window.result_page.width() + window._left.width() <= window.width()
    assert not window.grab().isNull()

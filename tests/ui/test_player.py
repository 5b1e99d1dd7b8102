"""The player: real playback beside the text that it leads."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import made
import pytest
from clips import audio, tone, write_clip
from desk import Desk, Stalls
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QWheelEvent, QWindow
from PySide6.QtWidgets import QApplication, QSlider, QToolTip
from pytestqt.qtbot import QtBot
from test_access import can_be_used, controls, name_of, walk
from test_drop import touch
from test_queue_pane import press
from test_result_page import marked, place_of
from watched import SAMPLE, sound, talk

from svs_desktop.paths import Places
from svs_desktop.pipeline.summary import Result
from svs_desktop.settings import Settings
from svs_desktop.ui.player.player import Player

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def opened(desk: Desk, qtbot: QtBot, result: Result | None = None) -> Player:
    """The player, once it can play this result's recording."""
    desk.open(result or talk())
    player = desk.window.player
    qtbot.waitUntil(lambda: player.is_ready)
    return player


def second(player: Player) -> float:
    assert player.playback
    return player.playback.second


def is_playing(player: Player) -> bool:
    return bool(player.playback and player.playback.is_playing)


def plays_from(player: Player, qtbot: QtBot, start: float) -> None:
    """It plays, and came to where it is from this second."""
    qtbot.waitUntil(lambda: is_playing(player) and second(player) > start)
    assert second(player) < start + 2.5


def rest(player: Player, qtbot: QtBot) -> None:
    assert player.playback
    player.playback.pause()
    qtbot.waitUntil(lambda: not is_playing(player))


def line(player: Player) -> str:
    return player.pane.proof.text() if player.pane.proof.isVisible() else ""


# playing


def test_whatever_has_a_time_plays_from_there(desk: Desk, qtbot: QtBot) -> None:
    player = opened(desk, qtbot)
    page, pane = desk.window.result_page, player.pane
    assert not is_playing(player)
    assert pane.isVisible()
    assert player.playback
    qtbot.waitUntil(lambda: player.playback.picture.videoSink().videoFrame().isValid())
    shape = pane._picture.width() / pane._picture.height()
    assert shape == pytest.approx(16 / 9, abs=0.02)

    # the time of a sentence
    qtbot.mouseClick(page.summary.viewport(), LEFT, pos=place_of(page.summary, "1:00"))
    plays_from(player, qtbot, 60.0)
    assert page.summary.isVisible()
    rest(player, qtbot)

    # a chapter
    item = pane.moments.item(1)
    at = pane.moments.visualItemRect(item).center()
    qtbot.mouseClick(pane.moments.viewport(), LEFT, pos=at)
    plays_from(player, qtbot, 100.0)
    assert pane.moments.reached == 1
    rest(player, qtbot)

    # a line of the transcript
    desk.window.actions_.transcript.trigger()
    page.transcript.verticalScrollBar().setValue(0)
    qtbot.waitUntil(lambda: page.transcript.is_complete)
    page.transcript.verticalScrollBar().setValue(0)
    at = place_of(page.transcript, "The sun pulls as well.")
    qtbot.mouseClick(page.transcript.viewport(), LEFT, pos=at)
    plays_from(player, qtbot, 15.0)
    qtbot.waitUntil(lambda: marked(page.transcript).endswith("The sun pulls as well."))
    rest(player, qtbot)

    # the time line, whose tips name the chapters
    time_line = pane.controls.time_line
    at = QPoint(time_line.place_of(200.0), time_line.height() // 2)
    qtbot.mouseClick(time_line, LEFT, pos=at)
    assert second(player) == pytest.approx(200.0, abs=1.0)
    assert not is_playing(player)
    assert pane.controls._second.text() in ("3:19", "3:20", "3:21")
    assert time_line.tip_at(150.0) == "2:30  Springs and neaps"


def test_keys_play_and_seek_where_one_reads(desk: Desk, qtbot: QtBot) -> None:
    player = opened(desk, qtbot)
    desk.window.result_page.summary.setFocus()

    press(desk, qtbot, Key.Key_Space)
    qtbot.waitUntil(lambda: is_playing(player) and second(player) > 0.1)
    assert desk.window.actions_.play.text() == "Pause"
    press(desk, qtbot, Key.Key_Space)
    qtbot.waitUntil(lambda: not is_playing(player))
    assert desk.window.actions_.play.text() == "Play"

    before = second(player)
    press(desk, qtbot, Key.Key_Right, SHIFT)
    press(desk, qtbot, Key.Key_Right)
    press(desk, qtbot, Key.Key_Right)
    press(desk, qtbot, Key.Key_Left)
    assert second(player) == pytest.approx(before + 35.0, abs=0.5)
    press(desk, qtbot, Key.Key_Left, SHIFT)
    press(desk, qtbot, Key.Key_Left, SHIFT)
    assert second(player) == pytest.approx(0.0, abs=0.1)

    player.pane.controls.time_line.setFocus()
    press(desk, qtbot, Key.Key_Right)
    assert second(player) == pytest.approx(5.0, abs=0.5)
    press(desk, qtbot, Key.Key_End)
    assert second(player) == pytest.approx(233.0, abs=1.0)
    press(desk, qtbot, Key.Key_Space, CTRL)
    press(desk, qtbot, Key.Key_Home)
    qtbot.waitUntil(lambda: is_playing(player))


def test_a_click_on_the_picture_plays_and_rests(desk: Desk, qtbot: QtBot) -> None:
    player = opened(desk, qtbot)
    assert player.playback

    qtbot.mouseClick(player.playback.picture, LEFT)
    qtbot.waitUntil(lambda: is_playing(player))
    qtbot.mouseDClick(player.playback.picture, LEFT)  # so comes a second click that is quick

    qtbot.waitUntil(lambda: not is_playing(player))
    assert player.playback.picture.isFullScreen()


def test_files_can_be_dropped_on_the_picture(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    opened(desk, qtbot)
    (path,) = touch(tmp_path, "a.mp4")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    # In it the picture has a window of its own, to which the system gives what is dropped there.
    (inner,) = desk.window.windowHandle().findChildren(QWindow)
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier

    QApplication.sendEvent(inner, QDragEnterEvent(QPoint(50, 50), copy, data, LEFT, none))
    assert desk.window._drop._veil.isVisible()
    QApplication.sendEvent(inner, QDropEvent(QPointF(50, 50), copy, data, LEFT, none))

    qtbot.waitUntil(lambda: len(desk.queue.ids) == 1)
    assert desk.queue.states[0].job.path == path
    assert not desk.window._drop._veil.isVisible()


def test_it_rests_when_something_else_is_looked_at(desk: Desk, qtbot: QtBot) -> None:
    player = opened(desk, qtbot)
    player.play_from(10.0)
    qtbot.waitUntil(lambda: is_playing(player))

    desk.add("a.mp4")
    desk.window.queue_pane.select(desk.queue.ids[0])

    qtbot.waitUntil(lambda: not is_playing(player))
    desk.open(made.result(job_id="r9"))  # whose video is nowhere
    qtbot.waitUntil(player.pane.notice.isVisible)
    assert not player.is_ready
    assert not desk.window.actions_.play.isEnabled()


# following


def test_the_transcript_follows_until_one_scrolls_away(desk: Desk, qtbot: QtBot) -> None:
    player = opened(desk, qtbot)
    view = desk.window.result_page.transcript
    desk.window.actions_.transcript.trigger()
    qtbot.waitUntil(lambda: view.is_complete)
    back = player.pane.way_back

    player.play_from(109.3)
    qtbot.waitUntil(lambda: marked(view).endswith("More about the tides, 17."))
    assert not back.isVisible()
    qtbot.waitUntil(lambda: marked(view).endswith("More about the tides, 18."))

    wheel = QWheelEvent(
        view.rect().center(), view.mapToGlobal(view.rect().center()), QPoint(0, -480),
        QPoint(0, -480), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), wheel)
    assert back.isVisible()
    there = view.verticalScrollBar().value()
    player.step(20.0)
    qtbot.waitUntil(lambda: second(player) > 130.5)
    assert view.verticalScrollBar().value() == there

    qtbot.mouseClick(back, LEFT)
    assert not back.isVisible()
    qtbot.waitUntil(lambda: "More about the tides, 2" in marked(view))
    desk.window.actions_.summary.trigger()
    player.step(40.0)
    desk.window.actions_.transcript.trigger()
    qtbot.waitUntil(lambda: "More about the tides, 3" in marked(view))


# how one listens


def test_speed_and_skipped_silence_are_kept(desk: Desk, qtbot: QtBot) -> None:
    player = opened(desk, qtbot)
    assert player.playback
    controls = player.pane.controls
    said: list[dict[str, object]] = []
    player.preferences.chosen.connect(said.append)
    next(a for a in controls._speeds if a.data() == 3.0).trigger()
    press(desk, qtbot, Key.Key_BracketRight, CTRL)  # there is no faster
    desk.window.actions_.skip_silence.trigger()
    for loud in range(90, 60, -1):
        controls.volume.setValue(loud)
    assert controls.speed.text() == "3\N{MULTIPLICATION SIGN}"
    assert desk.window.actions_.skim.text() == "Skim · 0:01"

    heard: list[float] = []
    player.playback.moved.connect(heard.append)
    player.play_from(8.5)
    qtbot.waitUntil(lambda: second(player) > 16.0, timeout=10_000)

    assert not [s for s in heard if 10.8 < s < 14.7]
    chosen = {"player_speed": 3.0, "player_skips_silence": True, "player_volume": 61}
    qtbot.waitUntil(lambda: said == [chosen])
    controls.volume.setValue(50)
    desk.window.close()
    assert said[1:] == [{"player_volume": 50}]


def test_the_settings_are_how_it_plays(places: Places, qtbot: QtBot) -> None:
    desk = Desk(
        places,
        qtbot,
        Settings(player_speed=1.9, player_volume=30, player_skips_silence=True),
    )
    desk.show()
    player = opened(desk, qtbot)
    chosen = player.preferences
    found = chosen.speed, chosen.volume, chosen.skips_silence
    shown = player.pane.controls.speed.text(), player.pane.controls.volume.value()
    desk.close()
    assert found == (2.0, 30, True)  # the nearest that there is
    assert shown == ("2\N{MULTIPLICATION SIGN}", 30)


# the skim


def test_a_skim_plays_what_the_summary_rests_on(desk: Desk, qtbot: QtBot) -> None:
    player = opened(desk, qtbot)
    assert player.playback
    skim, summary = desk.window.actions_.skim, desk.window.result_page.summary
    assert skim.text() == "Skim · 0:04"
    assert "0:04 of 3:53" in skim.toolTip()
    heard: list[float] = []
    proven: list[str] = []
    player.playback.moved.connect(heard.append)
    player.skimming.proving.connect(proven.append)

    qtbot.mouseClick(player.pane.controls.skim, LEFT)
    qtbot.waitUntil(lambda: line(player).startswith("1 of 3  ·  0:0"))
    assert line(player).endswith("The moon makes the tides.")
    (mark,) = summary.extraSelections()
    assert mark.cursor.selectedText() == "The moon makes the tides."
    press(desk, qtbot, Key.Key_Space, CTRL)
    qtbot.waitUntil(lambda: not is_playing(player))
    assert skim.isChecked()
    # Only now: the first moment would be over before it is looked at.
    next(a for a in player.pane.controls._speeds if a.data() == 3.0).trigger()
    press(desk, qtbot, Key.Key_Space, CTRL)
    qtbot.waitUntil(lambda: not skim.isChecked(), timeout=20_000)

    assert not is_playing(player)
    assert [text for text in proven if text] == [
        "The moon makes the tides.", "The sun helps.", "There is more.",
    ]  # fmt: skip
    parts = ((0.7, 2.6), (14.7, 16.6), (59.7, 61.6))
    assert all(any(a <= s <= b for a, b in parts) for s in heard)
    assert line(player) == ""
    assert summary.extraSelections() == []


def test_who_goes_elsewhere_leaves_the_skim(desk: Desk, qtbot: QtBot) -> None:
    player = opened(desk, qtbot)
    press(desk, qtbot, Key.Key_K, CTRL)
    qtbot.waitUntil(lambda: bool(line(player)))

    player.pane.moments.chosen.emit(100.0)

    plays_from(player, qtbot, 100.0)
    assert not desk.window.actions_.skim.isChecked()
    assert line(player) == ""


def test_the_track_that_was_transcribed_is_heard(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "two.mkv"
    write_clip(path, audio(tone(5.0)), audio(tone(5.0)))
    player = opened(desk, qtbot, replace(talk(path), audio_track=1))
    assert player.playback
    assert player.playback.audio_track == 1

    opened(desk, qtbot, talk(path, job_id="t2"))
    assert player.playback.audio_track == 0


# what cannot be played


def test_sound_alone_is_a_quiet_band(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    result = talk(sound(tmp_path / "talk.wav"))
    result = replace(result, media=replace(result.media, has_video=False))
    player = opened(desk, qtbot, result)

    player.play_from(4.5)

    plays_from(player, qtbot, 4.5)
    assert player.pane.controls.isVisible()
    assert not player.pane._stage.isVisible()


@pytest.mark.qt_log_ignore("Could not open media")  # Qt says so, too
def test_a_broken_file_costs_its_playback_only(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(SAMPLE.read_bytes()[:3000])
    desk.open(talk(broken))
    pane, page = desk.window.player.pane, desk.window.result_page

    qtbot.waitUntil(pane.notice.isVisible)

    assert pane.notice.text() == "This video cannot be played here. Its text is all there."
    assert not pane.controls.isVisible()
    page.summary.moment_chosen.emit(15.0)
    qtbot.waitUntil(lambda: marked(page.transcript).endswith("The sun pulls as well."))
    player = opened(desk, qtbot, talk(job_id="t2"))
    assert player.pane.controls.isVisible()


def test_without_the_systems_libraries_the_text_is_there(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    desk.open(talk())
    pane, page = desk.window.player.pane, desk.window.result_page

    qtbot.waitUntil(pane.notice.isVisible)

    assert pane.notice.text().startswith("Videos cannot be played here: ")
    page.summary.moment_chosen.emit(15.0)
    qtbot.waitUntil(lambda: marked(page.transcript).endswith("The sun pulls as well."))


def test_multimedia_is_loaded_when_it_is_used() -> None:
    code = "import sys, svs_desktop.app; sys.exit('PySide6.QtMultimedia' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# the window


def test_all_of_it_has_a_name_and_is_reached_by_keys(desk: Desk, qtbot: QtBot) -> None:
    player = opened(desk, qtbot)
    found = [*controls(desk.window), *player.pane.controls.findChildren(QSlider)]
    usable = [widget for widget in found if can_be_used(widget)]
    usable[0].setFocus(Qt.FocusReason.TabFocusReason)

    assert len([w for w in usable if player.pane.isAncestorOf(w)]) == 9
    assert [widget for widget in found if not name_of(widget)] == []
    seen = walk(desk, qtbot, Key.Key_Tab)
    assert [name_of(widget) for widget in usable if widget not in seen] == []


@pytest.mark.parametrize(("size", "picture", "chapters"), [
    ((1200, 760), True, True), ((700, 700), True, True), ((480, 700), True, False),
    ((480, 400), False, False),
])  # fmt: skip
def test_it_fits_the_window(
    desk: Desk, qtbot: QtBot, size: tuple[int, int], picture: bool, chapters: bool
) -> None:
    player = opened(desk, qtbot)

    desk.window.resize(*size)
    qtbot.waitUntil(lambda: desk.window.width() == size[0])
    QApplication.processEvents()

    pane = player.pane
    assert pane._stage.isVisible() is picture
    assert (pane._stage.isVisible() and pane.moments.isVisible()) is chapters
    assert pane.width() <= desk.window.width()
    assert desk.window.result_page.summary.height() >= 80
    for widget in (pane.controls.time_line, pane.controls.skim):
        assert pane.rect().contains(widget.mapTo(pane, widget.rect().bottomRight()))


def test_opening_and_seeking_do_not_hold_up_the_window(desk: Desk, qtbot: QtBot) -> None:
    opened(desk, qtbot)
    with Stalls() as stalls:
        player = opened(desk, qtbot, talk(job_id="t2"))
        for n in range(20):
            player.step(5.0 * n)
            QApplication.processEvents()
    assert stalls.worst_work_s < 0.1


def test_the_time_line_says_what_is_under_the_mouse(desk: Desk, qtbot: QtBot) -> None:
    player = opened(desk, qtbot)
    time_line = player.pane.controls.time_line
    at = QPoint(time_line.place_of(120.0), 8)

    qtbot.mousePress(time_line, LEFT, pos=at)
    qtbot.mouseMove(time_line, QPoint(time_line.place_of(190.0), 8))

    qtbot.waitUntil(lambda: QToolTip.text().endswith("The open sea"))
    qtbot.mouseRelease(time_line, LEFT, pos=at)
    QToolTip.hideText()
    assert second(player) == pytest.approx(190.0, abs=2.0)

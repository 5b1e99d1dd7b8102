"""The rows of the queue: what they say, what they show, and the buttons painted on them."""

from __future__ import annotations

import made
import pytest
from desk import Desk
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from svs_desktop.pipeline.errors import ErrorCode
from svs_desktop.pipeline.events import Heard, Probed, Progressed
from svs_desktop.pipeline.job import Status
from svs_desktop.pipeline.media_info import MediaInfo
from svs_desktop.pipeline.progress import Stage
from svs_desktop.pipeline.wire import Probe
from svs_desktop.ui.job_text import short_sentence, spoken_line, status_line
from svs_desktop.ui.queue_delegate import ROW_HEIGHT
from svs_desktop.ui.queue_model import STATE
from svs_desktop.ui.row_buttons import RowButton, button_rects, buttons_of

Role = Qt.ItemDataRole
TIMES = "\N{MULTIPLICATION SIGN}"
LONG = "recording of the annual general meeting of the year 2026, part two, final version.avi"


def texts(desk: Desk, role: Role = Role.DisplayRole) -> list[str]:
    model = desk.window.queue_model
    return [model.index(row).data(role) for row in range(model.rowCount())]


def button_at(desk: Desk, job_id: str, button: RowButton) -> QPoint:
    pane, model = desk.window.queue_pane, desk.window.queue_model
    index = model.index_of(job_id)
    rects = button_rects(pane.view.visualRect(index), model.state(index))
    return rects[button].center()


def row_picture(desk: Desk, job_id: str) -> QImage:
    view = desk.window.queue_pane.view
    rect = view.visualRect(desk.window.queue_model.index_of(job_id))
    return view.viewport().grab(rect).toImage()


def is_like(one: QColor, other: QColor) -> bool:
    """Whether two colours are the same on a screen that shows only some of them."""
    parts = zip(one.getRgb(), other.getRgb(), strict=True)
    return all(abs(a - b) <= 8 for a, b in parts)


# words


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (made.state(Status.QUEUED), "Waiting  ·  23:10"),
        (made.state(Status.QUEUED, media=None), "Waiting"),
        (made.state(Status.RUNNING), f"Transcribing  ·  43 %  ·  11{TIMES}  ·  about 2 min left"),
        (made.state(Status.RUNNING, progress=None), "Starting  ·  23:10"),
        (
            made.state(
                Status.RUNNING, progress=made.progress(Stage.EXTRACT, 0.5, speed=None, eta_s=None)
            ),
            "Extracting audio  ·  43 %",
        ),
        (made.state(Status.PAUSED), "Paused  ·  43 %  ·  23:10"),
        (made.state(Status.PAUSED, overall=0.0), "Paused  ·  23:10"),
        (made.state(Status.QUEUED, overall=43.0), "Waiting  ·  43 %  ·  23:10"),
        (made.state(Status.FINISHED), "Done  ·  23:10"),
        (made.state(Status.CANCELLED), "Cancelled  ·  23:10"),
        (
            made.state(Status.FAILED),
            "“lecture-4.mp4” has no audio track, so there is nothing to transcribe.",
        ),
        (made.state(Status.FAILED, failure=None), "Failed"),
    ],
)
def test_a_line_says_how_a_job_stands(state: made.JobState, said: str) -> None:
    assert status_line(state) == said
    assert spoken_line(state) == f"lecture-4.mp4. {said.replace('  ·  ', ', ')}"


def test_where_there_is_no_room_the_speed_is_left_out() -> None:
    running = made.state(Status.RUNNING)

    assert status_line(running, with_speed=False) == ("Transcribing  ·  43 %  ·  about 2 min left")
    assert "Waiting" in status_line(made.state(Status.QUEUED), with_speed=False)


@pytest.mark.parametrize("code", ErrorCode)
def test_every_failure_has_its_sentence(code: ErrorCode) -> None:
    said = status_line(made.state(Status.FAILED, failure=made.failure(code, name=LONG)))

    assert said.endswith((".", "?"))
    assert "{" not in said


def test_in_a_row_a_long_name_leaves_room_for_what_went_wrong() -> None:
    said = short_sentence(made.failure(ErrorCode.NO_AUDIO, name=LONG))

    assert (
        said == "“recording of…version.avi” has no audio track, so there is nothing to transcribe."
    )


# the model


def test_the_model_keeps_to_the_rules_of_models(
    desk: Desk, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    ids = desk.add("a.mp4", "b.mp4", "c.mp4", "d.mp4")
    qtmodeltester.check(desk.window.queue_model)

    desk.queue.remove([ids[1], ids[3]])
    desk.add("e.mp4")

    assert texts(desk) == ["a.mp4", "c.mp4", "e.mp4"]


def test_a_row_tells_all_that_views_and_screen_readers_ask_for(desk: Desk) -> None:
    (job_id,) = desk.add("lecture-4.mp4")
    desk.say(job_id, Probed(made.MEDIA))
    desk.fail(job_id, made.failure(ErrorCode.FILE_EMPTY))
    index = desk.window.queue_model.index_of(job_id)

    assert index.data() == "lecture-4.mp4"
    assert index.data(STATE) is desk.queue.state(job_id)
    assert index.data(Role.AccessibleTextRole) == (
        "lecture-4.mp4. The file “lecture-4.mp4” is empty."
    )
    assert index.data(Role.ToolTipRole).splitlines() == [
        "/videos/lecture-4.mp4",
        "The file “lecture-4.mp4” is empty.",
        "The copy or download was probably cut off: fetch the file again.",
    ]
    assert index.data(Role.DecorationRole) is None
    assert index.data(Role.FontRole) is None


def test_the_tip_tells_the_language_that_was_heard(desk: Desk, qtbot: QtBot) -> None:
    (job_id,) = desk.add("a.mp4")
    desk.say(job_id, Heard("fi", 0.9))
    desk.wait_for(job_id, Status.RUNNING)
    qtbot.waitUntil(lambda: bool(desk.queue.state(job_id).language))
    index = desk.window.queue_model.index_of(job_id)
    assert "Spoken language: Finnish" in index.data(Role.ToolTipRole).splitlines()


def test_a_row_follows_its_job(desk: Desk, qtbot: QtBot) -> None:
    first, second = desk.add("a.mp4", "b.mp4")
    model = desk.window.queue_model
    changed: list[int] = []
    model.dataChanged.connect(lambda top, _bottom: changed.append(top.row()))

    desk.say(first, Heard("en", 0.9), Progressed(made.progress(fraction=0.5)))
    qtbot.waitUntil(lambda: model.state(model.index(0)).overall == 45.0)

    assert set(changed) == {0}
    assert "45 %" in texts(desk, Role.AccessibleTextRole)[0]
    assert texts(desk, Role.AccessibleTextRole)[1] == "b.mp4. Waiting"
    assert model.index_of(second).row() == 1


def test_removing_rows_here_and_there_leaves_the_others(desk: Desk) -> None:
    ids = desk.add(*(f"{n}.mp4" for n in range(9)))
    model = desk.window.queue_model

    desk.queue.remove([ids[n] for n in (7, 3, 1, 2, 8)])

    assert texts(desk) == ["0.mp4", "4.mp4", "5.mp4", "6.mp4"]
    assert [model.index_of(ids[n]).row() for n in (0, 4, 5, 6)] == [0, 1, 2, 3]
    assert not model.index_of(ids[3]).isValid()
    assert model.count(Status.QUEUED) == 3


def test_a_picture_appears_when_it_is_read(desk: Desk, qtbot: QtBot) -> None:
    def look(request: Probe) -> Probed:
        image = QImage(320, 180, QImage.Format.Format_RGB32)
        image.fill(QColor("#cc2020"))
        image.save(str(request.picture))
        return Probed(made.MEDIA, request.picture)

    desk.engine.answer = look
    (job_id,) = desk.add("a.mp4")
    index = desk.window.queue_model.index_of(job_id)
    qtbot.waitUntil(lambda: index.data(Role.DecorationRole) is not None)

    middle = row_picture(desk, job_id).pixelColor(50, ROW_HEIGHT // 2)

    assert middle.red() > 180
    assert middle.green() < 60


def test_a_picture_that_is_gone_does_no_harm(desk: Desk, qtbot: QtBot) -> None:
    desk.engine.answer = lambda request: Probed(made.MEDIA, request.picture)
    (job_id,) = desk.add("a.mp4")
    qtbot.waitUntil(lambda: desk.queue.state(job_id).media is not None)
    index = desk.window.queue_model.index_of(job_id)

    assert index.data(Role.DecorationRole) is None
    assert not row_picture(desk, job_id).isNull()


# painting


def test_a_bar_is_as_long_as_the_work_that_is_done(desk: Desk, qtbot: QtBot) -> None:
    (job_id,) = desk.add("a.mp4")
    model = desk.window.queue_model
    desk.say(job_id, Progressed(made.progress(Stage.SUMMARIZE, 0.0)))
    qtbot.waitUntil(lambda: model.state(model.index(0)).overall == 70.0)
    desk.window.queue_pane.clear_selection()
    accent = desk.window.palette().color(desk.window.palette().ColorRole.Highlight)

    picture = row_picture(desk, job_id)
    lengths = [
        sum(is_like(picture.pixelColor(x, y), accent) for x in range(picture.width()))
        for y in range(picture.height())
    ]

    room = picture.width() - 96 - 40  # without the thumbnail and the margins
    assert max(lengths) == pytest.approx(0.7 * room, rel=0.05)


@pytest.mark.parametrize("status", Status)
def test_each_status_is_painted_differently(desk: Desk, status: Status) -> None:
    (blocker,), (cancelled,), (job_id,) = desk.add("z.mp4"), desk.add("a.mp4"), desk.add("a.mp4")
    desk.queue.cancel([cancelled])
    if status is not Status.QUEUED:
        desk.queue.cancel([blocker])
        desk.wait_for(job_id, Status.RUNNING)
    match status:
        case Status.FINISHED:
            desk.finish(job_id, made.result())
        case Status.FAILED:
            desk.fail(job_id, made.failure())
        case Status.PAUSED:
            desk.queue.pause([job_id])
        case Status.CANCELLED:
            desk.queue.cancel([job_id])
    desk.wait_for(job_id, status)
    desk.window.queue_pane.clear_selection()

    looks_cancelled = row_picture(desk, job_id) == row_picture(desk, cancelled)

    assert looks_cancelled is (status is Status.CANCELLED)


def test_a_film_and_a_sound_without_a_picture_look_different(desk: Desk, qtbot: QtBot) -> None:
    sound = MediaInfo(1390.0, made.MEDIA.tracks, has_video=False)
    desk.engine.answer = lambda r: Probed(sound if r.path.suffix == ".wav" else made.MEDIA)
    ids = desk.add("first.mp4", "a.mp4", "a.wav")
    qtbot.waitUntil(lambda: all(desk.queue.state(i).media for i in ids))
    thumbnail = QRect(8, 8, 96, 60)

    film, wave = (row_picture(desk, i).copy(thumbnail) for i in ids[1:])

    assert film != wave


# buttons


def test_buttons_fit_the_status() -> None:
    assert {status: buttons_of(made.state(status)) for status in Status} == {
        Status.QUEUED: (RowButton.PAUSE, RowButton.CANCEL),
        Status.RUNNING: (RowButton.PAUSE, RowButton.CANCEL),
        Status.PAUSED: (RowButton.RESUME, RowButton.CANCEL),
        Status.FINISHED: (RowButton.REMOVE,),
        Status.FAILED: (RowButton.RETRY, RowButton.REMOVE),
        Status.CANCELLED: (RowButton.RETRY, RowButton.REMOVE),
    }


def test_buttons_lie_inside_their_row_and_apart() -> None:
    row = QRect(0, 76, 300, ROW_HEIGHT)
    for status in Status:
        rects = list(button_rects(row, made.state(status)).values())
        assert all(row.contains(rect) for rect in rects)
        assert all(not a.intersects(b) for a in rects for b in rects if a is not b)
        assert all(min(rect.width(), rect.height()) >= 24 for rect in rects)  # WCAG 2.2, 2.5.8


def test_buttons_show_on_the_row_with_the_focus(desk: Desk) -> None:
    first, _second = desk.add("a.mp4", "b.mp4")
    pane = desk.window.queue_pane
    pane.select(first)
    desk.window.welcome.setFocus()
    pane.view.clearFocus()
    without = row_picture(desk, first)

    pane.view.setFocus()

    assert row_picture(desk, first) != without


def test_a_click_on_cancel_cancels(desk: Desk, qtbot: QtBot) -> None:
    running, waiting = desk.add("a.mp4", "b.mp4")
    desk.wait_for(running, Status.RUNNING)
    viewport = desk.window.queue_pane.view.viewport()

    for job_id in (waiting, running):
        at = button_at(desk, job_id, RowButton.CANCEL)
        qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)
        desk.wait_for(job_id, Status.CANCELLED)


def test_a_click_on_pause_and_on_resume(desk: Desk, qtbot: QtBot) -> None:
    (job_id,) = desk.add("a.mp4")
    desk.wait_for(job_id, Status.RUNNING)
    viewport = desk.window.queue_pane.view.viewport()

    at = button_at(desk, job_id, RowButton.PAUSE)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    desk.wait_for(job_id, Status.PAUSED)
    at = button_at(desk, job_id, RowButton.RESUME)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)

    desk.wait_for(job_id, Status.RUNNING)


def test_a_click_on_retry_and_on_remove(desk: Desk, qtbot: QtBot) -> None:
    (job_id,) = desk.add("a.mp4")
    desk.fail(job_id, made.failure())
    viewport = desk.window.queue_pane.view.viewport()

    at = button_at(desk, job_id, RowButton.RETRY)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    desk.wait_for(job_id, Status.RUNNING)
    desk.fail(job_id, made.failure())
    at = button_at(desk, job_id, RowButton.REMOVE)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)

    qtbot.waitUntil(lambda: not desk.queue.ids)
    assert desk.window.queue_model.rowCount() == 0


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_other_mouse_buttons_do_nothing(desk: Desk, qtbot: QtBot, button: Qt.MouseButton) -> None:
    (job_id,) = desk.add("a.mp4")
    desk.fail(job_id, made.failure())
    clicks: list[object] = []
    desk.window.queue_pane._delegate.clicked.connect(lambda *said: clicks.append(said))

    at = button_at(desk, job_id, RowButton.REMOVE)
    qtbot.mouseClick(desk.window.queue_pane.view.viewport(), button, pos=at)

    assert not clicks


def test_a_press_that_slides_onto_a_button_does_nothing(desk: Desk, qtbot: QtBot) -> None:
    (job_id,) = desk.add("a.mp4")
    desk.fail(job_id, made.failure())
    viewport = desk.window.queue_pane.view.viewport()
    remove, retry = (button_at(desk, job_id, b) for b in (RowButton.REMOVE, RowButton.RETRY))

    for start, end in ((QPoint(150, 40), remove), (retry, remove), (remove, retry)):
        qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
        qtbot.mouseMove(viewport, end)
        qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)

    assert desk.queue.state(job_id).status is Status.FAILED


def test_a_double_click_on_cancel_does_not_remove(desk: Desk, qtbot: QtBot) -> None:
    _running, waiting = desk.add("a.mp4", "b.mp4")
    viewport = desk.window.queue_pane.view.viewport()
    at = button_at(desk, waiting, RowButton.CANCEL)

    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=at)

    assert desk.queue.state(waiting).status is Status.CANCELLED


def test_a_button_under_the_mouse_has_a_ground(desk: Desk, qtbot: QtBot) -> None:
    (job_id,) = desk.add("a.mp4")
    desk.fail(job_id, made.failure())
    viewport = desk.window.queue_pane.view.viewport()
    retry = button_at(desk, job_id, RowButton.RETRY)
    ground = desk.window.palette().color(desk.window.palette().ColorRole.Mid)

    def has_ground() -> bool:
        return is_like(row_picture(desk, job_id).pixelColor(retry - QPoint(10, 10)), ground)

    for place, expected in ((QPoint(150, 40), False), (retry, True), (QPoint(150, 40), False)):
        qtbot.mouseMove(viewport, place)
        qtbot.waitUntil(lambda expected=expected: has_ground() is expected)

"""The window where one reads from right to left, and texts that run so in any window."""

from __future__ import annotations

from collections.abc import Iterator

import made
import pytest
from desk import Desk
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from svs_desktop.pipeline.events import Progressed
from svs_desktop.pipeline.job import Status
from svs_desktop.pipeline.progress import Stage
from svs_desktop.pipeline.transcript import Segment
from svs_desktop.ui.directions import text_direction
from svs_desktop.ui.history_delegate import star_rect
from svs_desktop.ui.row_buttons import button_rects

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
HEBREW = "הים בא והולך פעמיים ביום"


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(RTL)
    yield
    qapp.setLayoutDirection(LTR)


def columns(image: QImage, colors: set[str], rows: range) -> list[int]:
    """The columns in which one of these rows has one of these colours."""
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y).name() in colors for y in rows)
    ]


def row_image(view: QWidget, rect: QRect) -> QImage:
    return view.viewport().grab(rect).toImage()


def test_a_row_of_the_queue_is_mirrored(mirrored: None, desk: Desk) -> None:
    (job_id,) = desk.add("a.mp4")
    desk.wait_for(job_id, Status.RUNNING)
    desk.say(job_id, Progressed(made.progress(Stage.TRANSCRIBE, 0.2)))
    desk._qtbot.waitUntil(lambda: desk.queue.state(job_id).overall > 25)
    view = desk.window.queue_pane.view
    rect = view.visualRect(desk.window.queue_model.index(0))
    image, palette = row_image(view, rect), view.palette()
    accent = palette.color(QPalette.ColorRole.Highlight).name()

    # The picture is at the right, the bar fills from its right end, the buttons are at the left.
    bar = range(image.height() - 16, image.height() - 10)
    filled = [x for x in columns(image, {accent}, bar) if 16 < x < image.width() - 16]
    text_ends = image.width() - 120
    assert filled
    assert min(filled) > image.width() * 0.4
    assert max(filled) == pytest.approx(text_ends, abs=8)
    rects = button_rects(rect, desk.queue.state(job_id))
    assert all(place.right() < rect.center().x() for place in rects.values())


def test_a_click_on_the_star_is_heard_where_it_is_seen(mirrored: None, desk: Desk) -> None:
    desk.keep(made.result())
    view = desk.window.history_pane.view
    rect = view.visualRect(desk.window.history_model.index(0, 0))

    assert star_rect(rect).right() < rect.center().x()
    image = row_image(view, rect)
    ink = {view.palette().color(QPalette.ColorRole.Text).name()}
    # The title begins at the right.
    assert max(columns(image, ink, range(6, 24))) > image.width() - 32


def test_the_lists_are_at_the_right(mirrored: None, desk: Desk) -> None:
    desk.open(made.result())
    window = desk.window

    lists = window.queue_pane.mapTo(window, window.queue_pane.rect().center()).x()
    page = window.result_page.mapTo(window, window.result_page.rect().center()).x()
    assert lists > page


def test_a_text_runs_as_its_own_letters_want(desk: Desk) -> None:
    assert text_direction("12:30 " + HEBREW) is RTL
    assert text_direction("“Tides” and more") is LTR
    assert text_direction("12:30") is LTR  # as the window


def test_the_times_of_a_hebrew_transcript_stand_at_the_right(desk: Desk) -> None:
    said = (Segment(0.0, 3.0, HEBREW), Segment(4.0, 6.0, "and English"))
    desk.open(made.result(said))
    desk.window.actions_.transcript.trigger()
    page = desk.window.result_page.transcript
    desk._qtbot.waitUntil(lambda: page.is_complete)

    image = page.viewport().grab().toImage()
    quiet = QColor(page.palette().color(QPalette.ColorRole.PlaceholderText)).name()
    layout = page.document().documentLayout()
    places = []
    for number in range(2):
        box = layout.blockBoundingRect(page.document().findBlockByNumber(number))
        seen = columns(image, {quiet}, range(int(box.top()) + 4, int(box.bottom()) - 2))
        places.append(seen)
    assert min(places[0]) > page.viewport().width() - 64
    assert max(places[1]) < 64

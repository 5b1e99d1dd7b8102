"""Nothing is told by its colour alone: in one ink on white paper the window says as much."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import made
import pytest
from desk import Desk
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPalette,
    QPixmap,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QListView,
    QStyleOptionViewItem,
    QToolButton,
)
from pytestqt.qtbot import QtBot
from test_access import contrast
from test_player import opened

from svs_desktop.pipeline.errors import ErrorCode
from svs_desktop.pipeline.job import JobState, Status
from svs_desktop.pipeline.notices import Notice, NoticeCode
from svs_desktop.ui import queue_delegate
from svs_desktop.ui.job_text import sentence, spoken_line, status_line
from svs_desktop.ui.queue_delegate import QueueDelegate
from svs_desktop.ui.queue_model import STATE
from svs_desktop.ui.theme import apply_theme

Role = QPalette.ColorRole
# The hairlines, too: they are hardly seen as it is.
PAPER = (
    *(Role.Window, Role.Base, Role.AlternateBase, Role.Button, Role.Midlight, Role.Light),
    *(Role.HighlightedText, Role.ToolTipBase, Role.Mid),
)
STATES = {
    **{status: made.state(status) for status in Status},
    "starting": made.state(Status.RUNNING, progress=None),
    "known": made.state(Status.PAUSED, summarised_as="r1"),
}
# What notices name.
VALUES = dict.fromkeys(
    ("count", "expected", "actual", "start", "end", "reason", "until", "whole", "model"), "7"
)


@pytest.fixture
def one_ink(desk: Desk, qapp: QApplication) -> Iterator[Desk]:
    """A window without any colour, and without greys."""
    palette = QPalette()
    for role in QPalette.ColorRole:
        if role not in {Role.NColorRoles, Role.NoRole}:
            palette.setColor(role, QColor("white" if role in PAPER else "black"))
    qapp.setPalette(palette)
    qapp.setStyleSheet(qapp.styleSheet())  # whose rules have colours of the former one
    yield desk
    apply_theme(qapp, "light")


def row(palette: QPalette, state: JobState) -> QImage:
    """A job's row, neither under the mouse nor selected."""
    view, model = QListView(), QStandardItemModel()
    item = QStandardItem("")
    item.setData(state, STATE)
    still = QPixmap(96, 54)
    still.fill("gray")
    item.setData(still, Qt.ItemDataRole.DecorationRole)
    model.appendRow(item)
    picture = QImage(400, 76, QImage.Format.Format_RGB32)
    picture.fill(palette.color(Role.Base))
    option = QStyleOptionViewItem()
    option.rect = picture.rect()
    option.palette = palette
    painter = QPainter(picture)
    QueueDelegate(view).paint(painter, option, model.index(0, 0))
    painter.end()
    return picture


def test_every_status_of_a_job_has_words_and_a_look_of_its_own(
    one_ink: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    palette = one_ink.window.palette()
    rows = {name: row(palette, state) for name, state in STATES.items()}

    words = [status_line(state).split("  ·  ")[0] for state in STATES.values()]
    assert len(set(words)) == len(STATES)
    assert all(word[0].isupper() or word[0] == "“" for word in words)
    for state in STATES.values():
        assert status_line(state).replace("  ·  ", ", ") in spoken_line(state)
    for one, other in combinations(rows, 2):
        assert _difference(rows[one], rows[other]) > 40, f"{one} looks like {other}"

    monkeypatch.setattr(queue_delegate, "pixmap", lambda *_: QPixmap())
    marked = {name for name, state in STATES.items() if row(palette, state) != rows[name]}
    assert marked == {Status.FAILED, Status.FINISHED, "known"}


def _difference(one: QImage, other: QImage) -> int:
    """How many points differ as black does from white."""
    a, b = _on_paper(one), _on_paper(other)
    points = [QPoint(x, y) for x in range(a.width()) for y in range(a.height())]
    return sum(abs(a.pixelColor(p).lightness() - b.pixelColor(p).lightness()) > 96 for p in points)


def _on_paper(picture: QImage) -> QImage:
    paper = QImage(picture.size(), QImage.Format.Format_RGB32)
    paper.fill("white")
    painter = QPainter(paper)
    painter.drawImage(0, 0, picture)
    painter.end()
    return paper


@pytest.mark.parametrize("code", ErrorCode)
def test_every_failure_is_a_sentence_and_a_remedy(code: ErrorCode) -> None:
    state = made.state(Status.FAILED, failure=made.failure(code, name="a.mp4"))
    assert status_line(state).rstrip(".?") not in {"", "Failed"}


def test_every_notice_is_a_sentence_on_the_page(desk: Desk) -> None:
    notices = tuple(Notice(code, VALUES) for code in NoticeCode)
    result = made.written()
    desk.open(replace(result, summary=replace(result.summary, notices=notices)))

    page = desk.window.result_page.summary.toPlainText()

    for notice in notices:
        assert sentence(notice) in page
        assert len(sentence(notice).split()) > 3


def test_what_is_amber_is_a_sentence(desk: Desk) -> None:
    (job_id,) = desk.add("a.mp4")
    desk.fail(job_id, made.failure())
    desk.window.queue_pane.select(job_id)

    amber = [w for w in desk.window.findChildren(QLabel) if w.property("warning")]

    assert amber
    assert all(len(label.text().split()) > 3 for label in amber if label.isVisible())


def test_what_is_switched_on_has_another_shape(one_ink: Desk, qtbot: QtBot) -> None:
    opened(one_ink, qtbot)
    switches = [
        button
        for button in one_ink.window.findChildren(QToolButton)
        if button.isCheckable() and button.isVisible() and button.isEnabled()
    ]
    assert len(switches) >= 4

    for button in switches:
        looks = []
        for on in (False, True):
            button.defaultAction().setChecked(on)
            looks.append(button.grab().toImage())
        assert _difference(*looks) > 20, button.text()
        button.defaultAction().setChecked(False)


def test_what_is_kept_has_a_full_star_and_says_so(one_ink: Desk, qtbot: QtBot) -> None:
    one_ink.keep(made.result())
    QApplication.processEvents()
    model, view = one_ink.window.history_model, one_ink.window.history_pane.view
    index = model.index(0)
    looks = [view.viewport().grab(view.visualRect(index)).toImage()]
    assert "Kept" not in index.data(Qt.ItemDataRole.AccessibleTextRole)

    model.set_kept(["r1"], kept=True)
    qtbot.waitUntil(lambda: model.entry(model.index(0)).kept)

    looks.append(view.viewport().grab(view.visualRect(index)).toImage())
    assert _difference(*looks) > 20
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith("Kept")


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_the_edge_of_what_is_on_is_seen(qapp: QApplication, appearance: str) -> None:
    apply_theme(qapp, appearance)
    palette = qapp.palette()
    for ground in (Role.Window, Role.Base, Role.Button):
        assert contrast(palette.color(Role.Dark), palette.color(ground)) >= 3


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_a_box_to_tick_is_seen_and_so_is_its_tick(
    qapp: QApplication, qtbot: QtBot, appearance: str
) -> None:
    apply_theme(qapp, appearance)
    box = QCheckBox()
    qtbot.addWidget(box)
    ground = qapp.palette().color(Role.Window)

    def colours() -> set[str]:
        picture = box.grab().toImage()
        points = [(x, y) for x in range(18) for y in range(picture.height())]
        return {picture.pixelColor(x, y).name() for x, y in points}

    assert max(contrast(QColor(name), ground) for name in colours()) >= 3
    box.setChecked(True)
    highlight = qapp.palette().color(Role.Highlight)
    assert max(contrast(QColor(name), highlight) for name in colours()) >= 4.5
    apply_theme(qapp, "light")

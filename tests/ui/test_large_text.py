"""Large text, and long words: nothing is cut off, nothing lies over something else."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import made
import pytest
from desk import Desk
from PySide6.QtCore import QLocale, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QToolBar,
    QWidget,
)
from pytestqt.qtbot import QtBot
from test_settings_dialog import show as show_settings
from watched import talk

from svs_desktop.paths import Places, resource
from svs_desktop.pipeline.job import Status
from svs_desktop.settings import Settings
from svs_desktop.ui.again_dialog import AgainDialog
from svs_desktop.ui.labels import ElidedLabel
from svs_desktop.ui.shortcuts_sheet import ShortcutsSheet
from svs_desktop.ui.theme import apply_theme
from svs_desktop.ui.window_language import WindowLanguage
from svs_desktop.ui.writer_choice import LanguageModels

SIZE = (1200, 760)
# Rounding, and the room that a font leaves around its letters.
SLACK = 2


@pytest.fixture(params=["en 200", "de 200", "es 200", "de 100", "es 100"])
def large(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    before = QLocale()
    language = WindowLanguage(qapp, resource("translations"))
    code, percent = request.param.split()
    language.use(code)
    apply_theme(qapp, "light", int(percent))
    yield
    apply_theme(qapp, "light")
    language.use("en")
    QLocale.setDefault(before)


@pytest.fixture
def desk(large: None, places: Places, qtbot: QtBot) -> Iterator[Desk]:
    """A window of large text, or of long words, that is shown."""
    made_ = Desk(places, qtbot)
    made_.window.resize(*SIZE)
    made_.show()
    yield made_
    made_.close()


def seen(window: QWidget, kind: type[QWidget]) -> list[QWidget]:
    found = window.findChildren(kind)
    return [w for w in found if w.isVisible() and not w.objectName().startswith("qt_")]


def is_cut(widget: QWidget) -> bool:
    """Whether it shows less of its text than there is, other than on purpose."""
    if isinstance(widget, ElidedLabel) or not widget.text():
        return False
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height() + SLACK
    wanted = widget.sizeHint()
    too_wide = wanted.width() > widget.width() + SLACK
    return too_wide or wanted.height() > widget.height() + SLACK


def overlapping(window: QWidget) -> list[tuple[str, str]]:
    """Pairs of labels and controls that lie over each other."""
    kinds = (QLabel, QAbstractButton, QComboBox)
    places = [(w, _place(w, window)) for kind in kinds for w in seen(window, kind)]
    return [
        (_name(one), _name(other))
        for (one, a), (other, b) in combinations(places, 2)
        if a.intersects(b) and not one.isAncestorOf(other) and not other.isAncestorOf(one)
        if not isinstance(one.parentWidget(), QComboBox | QToolBar)
    ]


def _place(widget: QWidget, window: QWidget) -> QRect:
    """What is seen of it: a page that scrolls shows a part."""
    region = widget.visibleRegion().boundingRect()
    return region.translated(widget.mapTo(window, region.topLeft() - region.topLeft()))


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName() or getattr(widget, 'text', str)()}"


def check(window: QWidget, qtbot: QtBot) -> None:
    """Nothing is wrong once everything has found its place: Qt lays out a moment later."""

    def all_is_seen() -> None:
        parts = [*seen(window, QLabel), *seen(window, QAbstractButton)]
        assert [_name(part) for part in parts if is_cut(part)] == []
        assert overlapping(window) == []
        for area in seen(window, QAbstractScrollArea):
            assert area.viewport().height() > 40, _name(area)

    qtbot.waitUntil(all_is_seen)


@pytest.mark.slow
def test_the_pages_of_the_window(desk: Desk, qtbot: QtBot) -> None:
    check(desk.window, qtbot)
    first, second = desk.add("a.mp4", "b.mp4")
    desk.wait_for(first, Status.RUNNING)
    desk.window.queue_pane.select(first)
    check(desk.window, qtbot)
    desk.fail(first, made.failure())
    check(desk.window, qtbot)
    desk.wait_for(second, Status.RUNNING)
    desk.open(made.written())
    check(desk.window, qtbot)
    desk.window.actions_.transcript.trigger()
    check(desk.window, qtbot)
    desk.open(talk())
    qtbot.waitUntil(lambda: desk.window.player.is_ready)
    check(desk.window, qtbot)


@pytest.mark.slow
def test_the_dialogs(desk: Desk, qtbot: QtBot) -> None:
    writers = LanguageModels((), (made.language_model(),))
    settings = show_settings(qtbot, Settings(), writers)[0]
    again = AgainDialog("Nodules", Settings(), writers, desk.window)
    sheet = ShortcutsSheet(desk.window.actions_, desk.window)
    for dialog in (again, sheet):
        dialog.show()
        check(dialog, qtbot)
        dialog.close()
    for row in range(settings.list.count()):
        settings.list.setCurrentRow(row)
        check(settings, qtbot)

"""Nothing moves by itself where people want none of it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import Desk
from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtWidgets import QApplication, QProgressBar, QStyle, QTabBar
from pytestqt.qtbot import QtBot
from test_program import Programs

import svs_desktop
from svs_desktop.paths import Places, resource
from svs_desktop.pipeline.job import Status
from svs_desktop.ui import motion
from svs_desktop.ui.theme import apply_theme

PACKAGE = Path(svs_desktop.__file__).parent
GENERAL = Qt.UIEffect.UI_General
# Whatever in Qt moves by itself.
MOVERS = {
    *("QPropertyAnimation", "QVariantAnimation", "QSequentialAnimationGroup", "QTimeLine"),
    *("QParallelAnimationGroup", "QMovie", "QScroller", "QGraphicsOpacityEffect", "QSplashScreen"),
    *("setAnimated", "setAnimationDuration"),
}
_OBSERVED_MS = 800
_BLINK_MS = 200


@pytest.fixture(autouse=True)
def _as_before(qapp: QApplication) -> Iterator[None]:
    before = QApplication.isEffectEnabled(GENERAL)
    yield
    QApplication.setEffectEnabled(GENERAL, before)
    qapp.setProperty(motion._DESKTOP, before)
    apply_theme(qapp, "light")


@pytest.mark.parametrize("desktop", [True, False])
@pytest.mark.parametrize("chosen", ["system", "reduced"])
def test_what_qt_moves_follows_the_person_and_the_desktop(
    desk: Desk, qapp: QApplication, desktop: bool, chosen: str
) -> None:
    QApplication.setEffectEnabled(GENERAL, desktop)
    qapp.setProperty(motion._DESKTOP, None)
    (job_id,) = desk.add("a.mp4")
    desk.wait_for(job_id, Status.RUNNING)

    apply_theme(qapp, "light", motion=chosen)
    apply_theme(qapp, "light", motion="reduced")
    apply_theme(qapp, "light", motion=chosen)

    wanted = desktop and chosen == "system"
    assert QApplication.isEffectEnabled(GENERAL) is wanted
    movers = [w for kind in (QTabBar, QProgressBar) for w in desk.window.findChildren(kind)]
    assert len(movers) > 1
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    times = {w.style().styleHint(hint, None, w) for w in (desk.window, *movers)}
    assert times == {120 if wanted else 0}


def test_the_setting_takes_effect_at_once(places: Places, qtbot: QtBot) -> None:
    for name in ("base", "minilm"):
        (places.models / name).mkdir()
    QApplication.setEffectEnabled(GENERAL, True)
    QApplication.instance().setProperty(motion._DESKTOP, None)
    programs = Programs(places, qtbot)
    program = programs.start()
    moved = [QApplication.isEffectEnabled(GENERAL)]
    program.control.change(motion="reduced")
    moved.append(QApplication.isEffectEnabled(GENERAL))
    program.control.change(motion="system")
    moved.append(QApplication.isEffectEnabled(GENERAL))
    programs.end_all()
    assert moved == [True, False, True]


def test_a_window_left_alone_stands_still(desk: Desk, qapp: QApplication, qtbot: QtBot) -> None:
    (job_id,) = desk.add("a.mp4")
    desk.wait_for(job_id, Status.RUNNING)
    qapp.setCursorFlashTime(_BLINK_MS)
    desk.window._tools.search.setFocus()
    assert _pictures_of(desk) > 1  # the cursor

    apply_theme(qapp, "light", motion="reduced")

    assert _pictures_of(desk) == 1


def _pictures_of(desk: Desk) -> int:
    """How many different pictures of the window are seen in a while."""
    desk.window.grab()  # what was to be drawn anyway
    seen, end = [], QDeadlineTimer(_OBSERVED_MS)
    while not end.hasExpired():
        QApplication.processEvents()
        picture = desk.window.grab().toImage()
        if picture not in seen:
            seen.append(picture)
    return len(seen)


def test_nothing_else_in_the_program_moves_by_itself() -> None:
    moving = {
        path.name: names & MOVERS
        for path in sorted((PACKAGE / "ui").rglob("*.py"))
        if (names := set(_names(ast.parse(path.read_text("utf-8"))))) & MOVERS
    }
    assert moving == {}
    bars = [p for p in (PACKAGE / "ui").rglob("*.py") if "setRange(0, 0)" in p.read_text("utf-8")]
    assert bars == []  # a bar that does not know how far it is moves without end


def _names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name):
                yield name


def test_the_jobs_page_moves_nothing_for_who_wants_that() -> None:
    style = resource("web", "style.css").read_text("utf-8")
    calm = "".join(re.findall(r"@media \(prefers-reduced-motion: reduce\) \{(.*)\}", style))
    rest = style.replace(calm, "")
    moving = re.findall(r"([^{}]+)\{[^}]*\b(?:transition|animation|scroll-behavior)\s*:", rest)
    assert moving
    for selector in moving:
        for one in selector.strip().split(","):
            assert re.search(re.escape(one.strip()) + r" \{ transition: none; \}", calm)
    for path in resource("web").glob("*.js"):
        lines = path.read_text("utf-8").splitlines()
        assert all("isCalm" in line for line in lines if '"smooth"' in line)
        assert not [line for line in lines if ".animate(" in line]

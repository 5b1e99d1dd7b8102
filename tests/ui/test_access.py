"""The window without a mouse, without eyes, and in both its dresses."""

from __future__ import annotations

import itertools
import re

import made
import pytest
from desk import Desk
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAction, QColor, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QProgressBar,
    QSpinBox,
    QTabBar,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot
from test_queue_pane import press
from test_settings_dialog import show as show_settings

from svs_desktop.paths import resource
from svs_desktop.pipeline.events import Progressed
from svs_desktop.pipeline.job import Status
from svs_desktop.pipeline.models import load_catalogue
from svs_desktop.pipeline.progress import Stage
from svs_desktop.settings import Settings
from svs_desktop.ui import announcing
from svs_desktop.ui.again_dialog import AgainDialog
from svs_desktop.ui.install_panel import InstallPanel
from svs_desktop.ui.settings_pages.page import heading
from svs_desktop.ui.theme import apply_theme
from svs_desktop.ui.writer_choice import LanguageModels
from svs_desktop.workers.model_installer import ModelInstaller

Key = Qt.Key
Role = QPalette.ColorRole
CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QTextBrowser,
    QTabBar,
    QProgressBar,
    QComboBox,
    QSpinBox,
)


@pytest.fixture(params=["empty", "job", "failed", "draft", "result", "transcript"])
def furnished(request: pytest.FixtureRequest, desk: Desk) -> Desk:
    """The window on each of its pages."""
    match request.param:
        case "job" | "failed" | "draft":
            (job_id,) = desk.add("a.mp4")
            desk.wait_for(job_id, Status.RUNNING)
            if request.param == "failed":
                desk.fail(job_id, made.failure())
            if request.param == "draft":
                desk.window.job_page.show_draft(job_id, "The sea floor")
        case "result" | "transcript":
            desk.open(made.written())
            if request.param == "transcript":
                desk.window.actions_.transcript.trigger()
    return desk


def controls(window: QWidget) -> list[QWidget]:
    """The controls of a window that are its own, not inner parts of one of Qt's."""
    return [
        widget
        for kind in CONTROLS
        for widget in window.findChildren(kind)
        if widget.window() is window
        and not isinstance(widget.parent(), QTabBar | QComboBox | QAbstractItemView)
        and not widget.objectName().startswith("qt_")
    ]


def name_of(widget: QWidget) -> str:
    """What a screen reader calls it."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def walk(desk: Desk, qtbot: QtBot, key: Key) -> list[QWidget]:
    """The widgets that get the focus one after another, until the first comes again."""
    seen = [desk.window.focusWidget()]
    for _ in range(200):
        press(desk, qtbot, key)
        focused = desk.window.focusWidget()
        if focused is seen[0]:
            return seen
        # A page of text keeps the focus while it walks through its links.
        if focused is not seen[-1]:
            seen.append(focused)
    raise AssertionError("the focus walks without an end")


def can_be_used(widget: QWidget) -> bool:
    has_rows = not isinstance(widget, QAbstractItemView) or bool(widget.model().rowCount())
    shows_only = isinstance(widget, QProgressBar)
    return widget.isVisible() and widget.isEnabled() and has_rows and not shows_only


# names


def test_every_control_of_the_window_has_a_name(furnished: Desk) -> None:
    found = controls(furnished.window)

    assert len(found) > 15
    assert [widget for widget in found if not name_of(widget)] == []


def test_every_control_of_the_dialogs_has_a_name(qtbot: QtBot, tmp_path: object) -> None:
    models = [load_catalogue(resource("models.toml")).entry("base")]
    writers = LanguageModels((), (made.language_model(),))
    installer = ModelInstaller(tmp_path)
    dialogs = [
        show_settings(qtbot, Settings(), writers)[0],
        AgainDialog("Nodules", Settings(), writers),
        InstallPanel(models, installer, recommended=made.language_model()),
    ]
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        dialog.show()
        assert len(controls(dialog)) >= 3
        assert [widget for widget in controls(dialog) if not name_of(widget)] == []
    installer.close()


def test_a_screen_reader_hears_each_row_whole(desk: Desk) -> None:
    desk.add("a.mp4", "b.mp4")
    rows = QAccessible.queryAccessibleInterface(desk.window.queue_pane.view)

    names = [rows.child(row).text(QAccessible.Text.Name) for row in range(rows.childCount())]

    assert names[1] == "b.mp4. Waiting"


def test_each_quarter_of_a_job_is_announced_once(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(announcing, "announce", lambda _source, text: said.append(text))
    (job_id,) = desk.add("a.mp4")
    qtbot.waitUntil(lambda: said == ["a.mp4. Starting."])

    for fraction in (0.2, 0.3, 0.4):
        desk.say(job_id, Progressed(made.progress(Stage.TRANSCRIBE, fraction)))
    qtbot.waitUntil(lambda: len(said) > 1)
    desk.say(job_id, Progressed(made.progress(Stage.TRANSCRIBE, 0.5)))
    desk.say(job_id, Progressed(made.progress(Stage.SUMMARIZE, 0.0)))
    qtbot.waitUntil(lambda: len(said) > 2)
    desk.finish(job_id, made.written())
    qtbot.waitUntil(lambda: len(said) > 3)

    assert [line.partition(",")[0] for line in said] == [
        "a.mp4. Starting.",
        "a.mp4. Transcribing",
        "a.mp4. Summarising",
        "a.mp4. Done.",
    ]


def test_a_button_that_stays_down_keeps_its_name(desk: Desk) -> None:
    desk.window.actions_.pause_queue.trigger()
    buttons = [w for w in controls(desk.window) if name_of(w) == "Pause queue"]

    assert [button.isChecked() for button in buttons] == [True]


def test_headings_stand_apart_in_both_dresses(qapp: QApplication, qtbot: QtBot) -> None:
    label = heading("Work")
    qtbot.addWidget(label)
    label.show()
    height = label.sizeHint().height()

    for appearance in ("dark", "light"):
        apply_theme(qapp, appearance)
        assert label.sizeHint().height() == height > label.fontMetrics().height() + 10


# keys


def test_every_action_can_be_done_with_a_key(desk: Desk) -> None:
    actions = desk.window.actions_
    owners = [desk.window, *desk.window.findChildren(QWidget)]
    placed = [action for owner in owners for action in owner.actions()]
    named = [action for action in vars(actions).values() if isinstance(action, QAction)]

    for action in named:
        assert not action.shortcut().isEmpty(), action.text()
        assert action in placed, action.text()
    in_menu = actions.export.menu().actions()
    assert all(action in in_menu for action in actions.exports.values())


def test_no_two_keys_are_the_same_in_one_place(desk: Desk) -> None:
    anywhere = [
        action.shortcut().toString()
        for action in desk.window.actions()
        if action.shortcutContext() is Qt.ShortcutContext.WindowShortcut
    ]
    for view in (desk.window.queue_pane.view, desk.window.history_pane.view):
        keys = [*anywhere, *(action.shortcut().toString() for action in view.actions())]
        assert len(set(keys)) == len(keys)


def test_a_tip_tells_the_key(desk: Desk) -> None:
    actions = desk.window.actions_
    native = QKeySequence.SequenceFormat.NativeText

    for action in (actions.add_files, actions.settings, actions.export, actions.lists):
        assert action.shortcut().toString(native) in action.toolTip()


def test_the_focus_walks_through_all_that_can_be_used(furnished: Desk, qtbot: QtBot) -> None:
    window = furnished.window
    usable = [widget for widget in controls(window) if can_be_used(widget)]
    usable[0].setFocus(Qt.FocusReason.TabFocusReason)

    seen = walk(furnished, qtbot, Key.Key_Tab)

    assert [name_of(widget) for widget in usable if widget not in seen] == []


def test_the_focus_walks_as_one_reads(desk: Desk, qtbot: QtBot) -> None:
    desk.open(made.result())
    desk.add("a.mp4")
    window = desk.window
    window.queue_pane.view.setFocus()

    seen = walk(desk, qtbot, Key.Key_Tab)

    parts = [window.queue_pane.view, window.history_pane.view, window.result_page.tabs]
    places = [seen.index(part) for part in [*parts, window.result_page.summary]]
    assert places == sorted(places)


def test_keys_lead_to_the_lists(desk: Desk, qtbot: QtBot) -> None:
    desk.open(made.result())
    desk.add("a.mp4")

    press(desk, qtbot, Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.focusWidget() is desk.window.queue_pane.view
    press(desk, qtbot, Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.focusWidget() is desk.window.history_pane.view


def test_the_focus_is_seen(furnished: Desk, qtbot: QtBot) -> None:
    window = furnished.window
    window.setFocus()
    parts = [widget for widget in controls(window) if can_be_used(widget)]

    for widget in parts:
        window.setFocus()
        without = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert widget.grab().toImage() != without, name_of(widget)


def test_a_click_puts_no_edge_around_a_page(desk: Desk, qtbot: QtBot) -> None:
    desk.open(made.result())
    summary = desk.window.result_page.summary

    qtbot.mouseClick(summary.viewport(), Qt.MouseButton.LeftButton)

    assert summary.hasFocus()
    assert summary.keyed.edge.isHidden()


def test_a_link_with_the_focus_is_seen(desk: Desk, qtbot: QtBot) -> None:
    desk.open(made.result())
    summary = desk.window.result_page.summary
    summary.setFocus()
    without = summary.viewport().grab().toImage()

    press(desk, qtbot, Key.Key_Tab)

    assert summary.viewport().grab().toImage() != without


# colours


def luminance(color: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(p) for p in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """From 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


GROUNDS = (Role.Window, Role.Base, Role.AlternateBase, Role.Button, Role.Midlight)
TEXTS = (Role.WindowText, Role.Text, Role.ButtonText, Role.PlaceholderText, Role.BrightText)
PAIRS = [
    *itertools.product(TEXTS, GROUNDS),
    *itertools.product((Role.Link,), GROUNDS),
    (Role.HighlightedText, Role.Highlight),
    (Role.ToolTipText, Role.ToolTipBase),
]


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_text_can_be_read(qapp: QApplication, appearance: str) -> None:
    apply_theme(qapp, appearance)
    palette = qapp.palette()

    for text, ground in PAIRS:
        assert contrast(palette.color(text), palette.color(ground)) >= 4.5, (text, ground)


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_fields_and_grooves_can_be_seen(qapp: QApplication, appearance: str) -> None:
    apply_theme(qapp, appearance)
    palette = qapp.palette()

    for ground in (Role.Window, Role.Base, Role.AlternateBase, Role.Button):
        assert contrast(palette.color(Role.Dark), palette.color(ground)) >= 3, ground
    # The style sheet's own colours are the palette's; fields have an edge that is seen.
    sheet = resource("style.qss").read_text("utf-8")
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?=\s*;)", sheet) == []
    for rule in ("QLineEdit {", "QComboBox, QSpinBox {"):
        begun = sheet.rindex(f"\n{rule}")
        assert "border: 1px solid palette(dark)" in sheet[begun : sheet.index("}", begun)]


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_bars_and_the_focus_can_be_seen(qapp: QApplication, appearance: str) -> None:
    apply_theme(qapp, appearance)
    palette = qapp.palette()

    for ground in (*GROUNDS, Role.Mid):
        assert contrast(palette.color(Role.Highlight), palette.color(ground)) >= 3


def test_contrast_is_measured_as_defined() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("before", "after"), [("light", "dark"), ("dark", "light")])
def test_the_window_changes_its_dress_while_it_is_open(
    furnished: Desk, qapp: QApplication, before: str, after: str
) -> None:
    apply_theme(qapp, before)
    other = _lightness(furnished.window)

    apply_theme(qapp, after)
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    difference = _lightness(furnished.window) - other
    assert difference < -150 if after == "dark" else difference > 150


def test_words_and_icons_change_with_the_dress(desk: Desk, qapp: QApplication) -> None:
    desk.open(made.result())
    summary, lock = desk.window.result_page.summary, desk.window.statusBar()._lock
    pictures = [lock.pixmap().toImage()]

    apply_theme(qapp, "dark")
    pictures.append(lock.pixmap().toImage())

    link = _color_of(summary, "0:20")
    assert link.name() == qapp.palette().color(Role.PlaceholderText).name()
    light, dark = (
        max(picture.pixelColor(x, y).value() for x in range(16) for y in range(16))
        for picture in pictures
    )
    assert light < 128 < dark


def _color_of(page: QTextBrowser, text: str) -> QColor:
    return page.document().find(text).charFormat().foreground().color()


def test_a_label_of_each_kind_has_its_colour(desk: Desk) -> None:
    (job_id,) = desk.add("a.mp4")
    desk.fail(job_id, made.failure())
    page = desk.window.job_page
    quiet = [label for label in page.findChildren(QLabel) if label.property("secondary")]

    assert page._line.palette().color(page._line.foregroundRole()).name() == "#8a5300"
    assert {label.palette().color(label.foregroundRole()).name() for label in quiet} == {"#64646b"}


def _lightness(window: QWidget) -> int:
    picture = window.grab().toImage()
    places = [(5, 5), (picture.width() - 5, 5), (picture.width() - 60, picture.height() // 2)]
    return sum(picture.pixelColor(x, y).lightness() for x, y in places) // len(places)

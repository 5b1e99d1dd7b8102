"""All that can be done with keys: on one sheet, without clashes, on every keyboard."""

from __future__ import annotations

from collections import Counter

import made
from desk import Desk
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from test_queue_pane import press

from svs_desktop.ui.shortcuts_sheet import ShortcutsSheet

# They need a third key on German, Spanish or French keyboards.
HARD_TO_PRESS = set("[]{}\\|@~#/`'")


def sheet_of(desk: Desk, qtbot: QtBot) -> ShortcutsSheet:
    press(desk, qtbot, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: desk.window.findChild(ShortcutsSheet) is not None)
    return desk.window.findChild(ShortcutsSheet)


def test_the_sheet_lists_every_action_once(desk: Desk, qtbot: QtBot) -> None:
    sheet = sheet_of(desk, qtbot)
    listed = Counter(sheet.rows.item(row).text() for row in range(sheet.rows.rowCount()))
    actions = desk.window.actions_.findChildren(QAction)

    for action in actions:
        assert listed[action.text().rstrip("…")] >= 1, action.text()
    keys = [sheet.rows.item(row).data(Qt.ItemDataRole.UserRole) for row in range(len(listed))]
    assert "Ctrl+O" in keys
    spoken = sheet.rows.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Add videos: Ctrl+O"


def test_the_sheet_is_read_and_left_with_keys(desk: Desk, qtbot: QtBot) -> None:
    sheet = sheet_of(desk, qtbot)
    qtbot.waitUntil(lambda: sheet.focusWidget() is sheet.list)

    qtbot.keyClick(sheet.list, Qt.Key.Key_Down)
    assert sheet.list.currentIndex().row() == 2
    qtbot.keyClick(sheet.list, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: desk.window.findChild(ShortcutsSheet) is None)


def test_no_two_actions_of_one_place_share_a_key(desk: Desk) -> None:
    desk.open(made.written())
    everywhere = (desk.window, *desk.window.findChildren(QWidget))
    for owner in everywhere:
        local = {a for a in owner.actions() if a.shortcutContext() is not _WINDOW}
        heard = {a for other in everywhere for a in other.actions() if _is_heard(a)} | local
        keys = Counter(key.toString() for action in heard for key in action.shortcuts())
        assert [key for key, count in keys.items() if count > 1 and key] == [], owner


def test_every_action_has_a_key_that_every_keyboard_has(desk: Desk) -> None:
    for action in desk.window.actions_.findChildren(QAction):
        if keys := action.shortcut().toString(QKeySequence.SequenceFormat.PortableText):
            assert not HARD_TO_PRESS & set(keys.replace("+", "")), (action.text(), keys)


_WINDOW = Qt.ShortcutContext.WindowShortcut


def _is_heard(action: QAction) -> bool:
    return action.shortcutContext() is _WINDOW and action.isEnabled()

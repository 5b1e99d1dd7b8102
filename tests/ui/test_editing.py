"""Changing the words of a result in place, and taking it back."""

from __future__ import annotations

import made
import pytest
from desk import Desk
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from test_history_pane import titles
from test_queue_pane import press

from svs_desktop.library import Part
from svs_desktop.pipeline.summary import Result
from svs_desktop.ui.editor import Editor
from svs_desktop.ui.reading import ReadingView

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def stored(desk: Desk) -> Result:
    page = desk.window.result_page
    return desk.library.result(page.result.job_id).result()


def editor(desk: Desk) -> Editor:
    opened = desk.window.editing.editor
    assert opened is not None
    assert opened.field.hasFocus()
    return opened


def place_of(view: ReadingView, text: str) -> QPoint:
    """The middle of the first letters of a text on the page."""
    found = view.document().find(text)
    assert not found.isNull()
    cursor = QTextCursor(view.document())
    cursor.setPosition(found.selectionStart() + 1)
    return view.cursorRect(cursor).center()


def double_click(qtbot: QtBot, view: ReadingView, text: str) -> None:
    qtbot.mouseDClick(view.viewport(), LEFT, pos=place_of(view, text))


def test_the_title_is_edited_taken_back_and_made_again(desk: Desk, qtbot: QtBot) -> None:
    desk.open(made.written())
    page = desk.window.result_page
    qtbot.mouseDClick(page.title, LEFT)
    assert editor(desk).geometry().contains(page.title.geometry().center())

    qtbot.keyClicks(editor(desk).field, "Nodules,  and who owns them")  # all was selected
    press(desk, qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: page.title.text() == "Nodules, and who owns them")
    qtbot.waitUntil(lambda: titles(desk) == ["Nodules, and who owns them"])
    assert stored(desk).summary.title == "Nodules, and who owns them"
    assert desk.window.editing.editor is None

    press(desk, qtbot, Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: titles(desk) == ["Minerals of the deep sea"])
    press(desk, qtbot, Key.Key_Z, CTRL | SHIFT)
    qtbot.waitUntil(lambda: titles(desk) == ["Nodules, and who owns them"])
    assert page.title.text() == "Nodules, and who owns them"


def test_a_wrong_word_of_the_transcript_is_put_right(desk: Desk, qtbot: QtBot) -> None:
    desk.open(made.result())
    desk.window.actions_.transcript.trigger()
    page, view = desk.window.result_page, desk.window.result_page.transcript
    qtbot.waitUntil(lambda: view.is_complete)

    double_click(qtbot, view, "shell, 1")
    assert editor(desk).field.textCursor().selectedText() == "shell"  # the word, not the line
    qtbot.keyClicks(editor(desk).field, "bone")
    press(desk, qtbot, Key.Key_Return)

    said = made.segments(40)[1].text.replace("shell", "bone")
    qtbot.waitUntil(lambda: view.document().findBlockByNumber(1).text() == f"0:04\t{said}")
    assert stored(desk).transcript.segments[1].text == said
    assert page.result == stored(desk)  # what is exported
    (found,) = desk.library.search("bone").result()
    assert found.line == said
    assert view.document().blockCount() == 40


def test_a_sentence_of_the_summary_is_edited_with_keys_alone(desk: Desk, qtbot: QtBot) -> None:
    desk.open(made.written())
    view = desk.window.result_page.summary
    view.setFocus()
    press(desk, qtbot, Key.Key_Tab)  # the time behind the first sentence
    before = stored(desk).summary.paragraphs[0][0]

    press(desk, qtbot, Key.Key_F2)
    qtbot.waitUntil(lambda: desk.window.editing.editor is not None)
    assert editor(desk).field.toPlainText() == before.text
    press(desk, qtbot, Key.Key_End)
    qtbot.keyClicks(editor(desk).field, " Indeed.")
    press(desk, qtbot, Key.Key_Return)

    qtbot.waitUntil(lambda: "potato. Indeed." in view.toPlainText())
    after = stored(desk).summary.paragraphs[0][0]
    assert after == made.replace(before, text=before.text + " Indeed.")
    assert desk.window.focusWidget() is view


@pytest.mark.parametrize("part", list(Part))
def test_every_text_of_a_result_can_be_reached(desk: Desk, qtbot: QtBot, part: Part) -> None:
    if part is Part.TITLE:
        return
    made_ = made.meeting() if part in {Part.DECISIONS, Part.ACTION_ITEMS} else made.written()
    desk.open(made_)
    page = desk.window.result_page
    view = page.transcript if part is Part.TRANSCRIPT else page.summary
    page.tabs.setCurrentIndex(1 if part is Part.TRANSCRIPT else 0)
    qtbot.waitUntil(lambda: view.is_complete)
    spots = [
        spot
        for position in range(view.document().characterCount())
        if (spot := view.spot_at(position)) and spot.place.part is part
    ]

    desk.window.editing._edit_at(view, spots[0].start, None)
    qtbot.keyClicks(editor(desk).field, "Quite another text.")
    with qtbot.waitSignal(desk.window.editing.edited):
        press(desk, qtbot, Key.Key_Return)

    assert "Quite another text." in view.toPlainText()
    assert view.toPlainText().count("Quite another text.") == 1
    (found,) = desk.library.search("quite another text").result()
    assert found.place == spots[0].place


def test_what_is_left_empty_or_escaped_or_the_same_changes_nothing(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.open(made.written())
    before = stored(desk)
    for typed, key in (("", Key.Key_Return), ("No", Key.Key_Escape), (None, Key.Key_Return)):
        desk.window.editing.edit_title()
        if typed is not None:
            press(desk, qtbot, Key.Key_Delete)
            qtbot.keyClicks(editor(desk).field, typed)
        press(desk, qtbot, key)
        assert desk.window.editing.editor is None
    assert stored(desk) == before
    assert not desk.window.actions_.undo.isEnabled()


def test_who_goes_on_elsewhere_has_kept_what_was_written(desk: Desk, qtbot: QtBot) -> None:
    desk.open(made.written())
    desk.window.editing.edit_title()
    qtbot.keyClicks(editor(desk).field, "Written")

    with qtbot.waitSignal(desk.window.editing.edited):
        desk.window.result_page.summary.setFocus()

    assert stored(desk).summary.title == "Written"


def test_all_goes_back_to_what_was_made_and_that_can_be_taken_back(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.open(made.written())
    before, page = stored(desk), desk.window.result_page
    editing, actions = desk.window.editing, desk.window.actions_
    with qtbot.waitSignal(editing.unchanged):
        actions.revert.trigger()

    editing.edit_title()
    qtbot.keyClicks(editor(desk).field, "Changed")
    press(desk, qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: page.title.text() == "Changed")
    double_click(qtbot, page.summary, "Ten million years")
    press(desk, qtbot, Key.Key_A, CTRL)
    qtbot.keyClicks(editor(desk).field, "Slowly")
    with qtbot.waitSignal(editing.edited):
        press(desk, qtbot, Key.Key_Return)
    changed = stored(desk)
    desk.window.open_result("w1")  # as after a restart
    with qtbot.waitSignal(editing.edited):
        actions.revert.trigger()

    assert stored(desk) == before == page.result
    assert "Ten million years for a nodule" in page.summary.toPlainText()
    with qtbot.waitSignal(editing.edited):
        press(desk, qtbot, Key.Key_Z, CTRL)
    assert stored(desk) == changed


def test_the_menu_edits_what_was_clicked(desk: Desk, qtbot: QtBot) -> None:
    desk.open(made.written())
    view = desk.window.result_page.summary
    view.customContextMenuRequested.emit(place_of(view, "Each of them"))
    menu = next(m for m in view.findChildren(QMenu) if m.isVisible())
    change = next(a for a in menu.actions() if a.text() == "Edit this sentence")
    menu.hide()
    change.trigger()

    assert editor(desk).field.toPlainText().startswith("Each of them")
    press(desk, qtbot, Key.Key_Escape)
    menu.close()


def test_text_is_copied_with_its_form(desk: Desk, qtbot: QtBot) -> None:
    desk.open(made.written())
    view = desk.window.result_page.summary
    view.setFocus()

    press(desk, qtbot, Key.Key_A, CTRL)
    press(desk, qtbot, Key.Key_C, CTRL)

    copied = QApplication.clipboard().mimeData()
    assert copied.hasHtml()
    assert "Ten million years for a nodule" in copied.text()


def test_another_result_ends_the_editing(desk: Desk, qtbot: QtBot) -> None:
    desk.open(made.written())
    desk.window.editing.edit_title()
    qtbot.keyClicks(editor(desk).field, "Half")
    desk.open(made.result(job_id="r2"))

    assert desk.window.editing.editor is None
    desk.settle()
    assert not desk.window.editing.stack.canUndo()
    assert desk.library.result("w1").result().summary.title == "Minerals of the deep sea"

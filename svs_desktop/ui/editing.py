"""Changing the words of a result, each change at once in the library, and back again."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QMouseEvent, QUndoCommand, QUndoStack
from PySide6.QtWidgets import QApplication

from svs_desktop.library import Library, Part, Place
from svs_desktop.library.edits import differences, texts_before
from svs_desktop.library.places import text_at
from svs_desktop.pipeline.summary import Result
from svs_desktop.ui.actions import Actions
from svs_desktop.ui.editor import Editor
from svs_desktop.ui.reading import ReadingView
from svs_desktop.ui.result_page import ResultPage
from svs_desktop.ui.theme import Size, font
from svs_desktop.workers.background import Background

Texts = Mapping[Place, str]

_TITLE = Place(Part.TITLE)


class Editing(QObject):
    """Opens the editor where one double-clicks, or at the keyboard's place, and stores the text.

    Signals:
        edited: The ``Result`` as it is now in the library.
        failed: The exception of a change that was not stored.
        unchanged: There is nothing to go back from: the result is as it was made.
    """

    edited = Signal(object)
    failed = Signal(object)
    unchanged = Signal()

    def __init__(
        self, page: ResultPage, library: Library, background: Background, actions: Actions
    ) -> None:
        super().__init__(actions)
        self.stack = QUndoStack(self)
        self.editor: Editor | None = None
        self._page = page
        self._library = library
        self._background = background
        self._actions = actions
        self._job_id = ""
        self._is_stored = False
        actions.edit.triggered.connect(self.edit_here)
        actions.revert.triggered.connect(self._revert)
        page.shown.connect(self._on_shown)
        page.title.installEventFilter(self)
        for view in page.views:
            view.viewport().installEventFilter(self)
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(lambda at, view=view: self._show_menu(view, at))

    @Slot()
    def edit_here(self) -> None:
        """Edit the sentence at the keyboard's place on the page, or else the title."""
        focused = QApplication.focusWidget()
        view = next((view for view in self._page.views if view is focused), None)
        if view is None or not self._edit_at(view, view.textCursor().position(), None):
            self.edit_title()

    def edit_title(self) -> None:
        """Edit the title."""
        title = self._page.title
        if self._page.isVisible() and self._page.result:
            self._open(
                _TITLE,
                Editor(
                    self._text(_TITLE),
                    font(Size.TITLE, bold=True),
                    title.geometry,
                    self._page,
                ),
                None,
            )

    def end(self) -> None:
        """Keep what is being written."""
        if self.editor:
            self.editor.keep()

    def take_over(self, before: Editing) -> None:
        """Go back and forward over the edits of a window in whose place this one's comes."""
        self._job_id = before._job_id
        self._is_stored = True
        for index in range(before.stack.count()):
            edit = before.stack.command(index)
            if isinstance(edit, _Edit):
                self._push_edit(edit.before, edit.after)
        self.stack.setIndex(before.stack.index())
        self._is_stored = False
        before.failed.connect(self.stack.clear)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A double click edits what is below it."""
        if event.type() is QEvent.Type.MouseButtonDblClick and isinstance(event, QMouseEvent):
            if watched is self._page.title:
                self.edit_title()
                return True
            for view in self._page.views:
                if watched is view.viewport():
                    place = view.cursorForPosition(event.position().toPoint()).position()
                    return self._edit_at(view, place, place)
        return super().eventFilter(watched, event)

    def _edit_at(self, view: ReadingView, position: int, word: int | None) -> bool:
        spot = view.spot_at(position)
        if spot is None or self._page.result is None:
            return False
        view.ensure_seen(spot.start)
        editor = Editor(
            self._text(spot.place),
            font(Size.READING),
            lambda: view.rect_of(spot.start, spot.end),
            view,
        )
        view.verticalScrollBar().valueChanged.connect(editor.place)
        self._open(spot.place, editor, None if word is None else word - spot.start)
        return True

    def _open(self, place: Place, editor: Editor, at: int | None) -> None:
        self.end()
        self.editor = editor
        before = QApplication.focusWidget()
        editor.kept.connect(lambda text: self._push({place: text}))
        editor.closed.connect(lambda: self._on_closed(editor))
        editor.closed.connect(lambda: before and before.setFocus())
        editor.open(at)

    def _on_closed(self, editor: Editor) -> None:
        if self.editor is editor:
            self.editor = None

    def _text(self, place: Place) -> str:
        result = self._page.result
        return " ".join(text_at(result, place).split()) if result else ""

    def _push(self, after: Texts) -> None:
        if result := self._page.result:
            self._push_edit(texts_before(result, after), after)

    def _push_edit(self, before: Texts, after: Texts) -> None:
        self.stack.push(_Edit(before, after, lambda texts: self._store(self._job_id, texts)))

    def _store(self, job_id: str, texts: Texts) -> None:
        if self._is_stored:
            return
        self._background.deliver(self._library.edit(job_id, texts), self._on_stored, self._on_error)

    def _on_stored(self, result: Result) -> None:
        if result.job_id == self._job_id:
            self._page.show_edited(result)
        self.edited.emit(result)

    def _on_error(self, error: Exception) -> None:
        self.stack.clear()
        self.failed.emit(error)

    @Slot()
    def _revert(self) -> None:
        if self._page.isVisible() and self._job_id:
            self._background.deliver(
                self._library.made(self._job_id), self._on_made, self.failed.emit
            )

    def _on_made(self, made: Result | None) -> None:
        result = self._page.result
        if made is None:
            self.unchanged.emit()
        elif result and made.job_id == result.job_id:
            self._push(differences(result, made))

    @Slot(object)
    def _on_shown(self, result: Result) -> None:
        if self.editor:
            self.editor.leave()
        if result.job_id != self._job_id:
            self.stack.clear()
        self._job_id = result.job_id

    def _show_menu(self, view: ReadingView, at: QPoint) -> None:
        actions = self._actions
        menu = view.createStandardContextMenu(at)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        place = view.cursorForPosition(at).position()
        if view.spot_at(place):
            change = QAction(actions.edit.icon(), self.tr("Edit this sentence"), menu)
            change.triggered.connect(lambda: self._edit_at(view, place, None))
            menu.addSeparator()
            menu.addAction(change)
        menu.addActions([actions.undo, actions.redo, actions.revert])
        menu.popup(view.viewport().mapToGlobal(at))


class _Edit(QUndoCommand):
    def __init__(self, before: Texts, after: Texts, store: Callable[[Texts], None]) -> None:
        super().__init__()
        self.before, self.after, self._store = before, after, store

    def redo(self) -> None:
        self._store(self.after)

    def undo(self) -> None:
        self._store(self.before)

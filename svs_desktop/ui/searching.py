"""Search over all results, as one types."""

from __future__ import annotations

from concurrent.futures import Future

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from svs_desktop.library import Found, Library
from svs_desktop.library.search import MOST
from svs_desktop.pipeline.summary import Result
from svs_desktop.ui.actions import Actions
from svs_desktop.ui.opening import Opening
from svs_desktop.ui.result_page import ResultPage
from svs_desktop.ui.search_panel import SearchField, SearchPanel
from svs_desktop.workers.background import Background

_PAUSE_MS = 80
"""Between the last letter typed and the search."""


class Searching(QObject):
    """Asks the library for what is typed, and opens what is chosen of the answer."""

    def __init__(
        self,
        field: SearchField,
        page: ResultPage,
        opening: Opening,
        library: Library,
        background: Background,
        actions: Actions,
    ) -> None:
        super().__init__(actions)
        self.field = field
        self.panel = SearchPanel(field, actions.window)
        self._page = page
        self._opening = opening
        self._library = library
        self._background = background
        self._asked: Future[list[Found]] | None = None
        self._wanted: tuple[Found, str] | None = None
        self._before: QWidget | None = None
        self._enters = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._connect()
        actions.search.triggered.connect(self.begin)
        actions.find.triggered.connect(lambda: page.isVisible() or self.begin())

    @Slot()
    def begin(self) -> None:
        """Go to the field."""
        focused = QApplication.focusWidget()
        if focused and not self._is_ours(focused):
            self._before = focused
        self.field.setFocus()
        self.field.selectAll()

    def _connect(self) -> None:
        self.field.textEdited.connect(self._pause.start)
        self.field.textChanged.connect(self._on_text)
        self.field.entered.connect(self._on_entered)
        self.field.left.connect(self._leave)
        self.field.list_wanted.connect(self.panel.go_to_list)
        self.field.returnPressed.connect(self._on_return)
        self.panel.chosen.connect(self._open)
        self.panel.left.connect(self.begin)
        self._pause.timeout.connect(self._ask)
        self._opening.result_shown.connect(self._on_shown)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    @Slot()
    def _ask(self) -> None:
        if self._asked:
            self._asked.cancel()  # if it has not begun
        typed = self.field.text()
        if not typed.strip() or not self.field.isVisible():
            return
        self._asked = asked = self._library.search(typed)

        def show(found: list[Found]) -> None:
            # An answer that comes when something else is typed is no longer wanted.
            if asked is self._asked and self.field.hasFocus():
                self._show(typed, found)

        self._background.deliver(asked, show)

    def _show(self, typed: str, found: list[Found]) -> None:
        count = len(found)
        if not found:
            note = self.tr("Nothing found for “{}”.").format(typed.strip())
        elif count < MOST:
            note = self.tr("%n found", "", count)
        else:
            note = self.tr("The first %n found", "", count)
        self.field.setAccessibleDescription(note)
        self.panel.show_found(found, note)
        if self._enters:
            self.panel.choose_first()
        self._enters = False

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self._enters = False
        self._asked = None  # what comes now is the answer to other words
        if not text.strip():
            self._pause.stop()
            self.panel.hide()

    @Slot()
    def _on_entered(self) -> None:
        if not self.panel.isVisible():
            self._ask()

    @Slot()
    def _on_return(self) -> None:
        # For what is typed, even where the answer is still on its way.
        if self._pause.isActive() or (self._asked and not self._asked.done()):
            self._enters = True
        else:
            self.panel.choose_first()

    @Slot()
    def _leave(self) -> None:
        """Close the list; the second time, go back to where one was."""
        if self.panel.isVisible():
            self._asked = None
            self.panel.hide()
            return
        self.field.clear()
        try:
            (self._before or self._page).setFocus()
        except RuntimeError:  # it is gone by now
            self._page.setFocus()

    @Slot(QWidget, QWidget)
    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new and not self._is_ours(new):
            self.panel.hide()

    def _is_ours(self, widget: QWidget) -> bool:
        return widget is self.field or self.panel.isAncestorOf(widget)

    @Slot(object)
    def _open(self, found: Found) -> None:
        self.panel.hide()
        self._wanted = (found, self.field.text())
        self._opening.open_result(found.job_id)

    @Slot(object)
    def _on_shown(self, result: Result) -> None:
        if self._wanted and self._wanted[0].job_id == result.job_id:
            found, typed = self._wanted
            self._page.show_found(found, typed)
        self._wanted = None

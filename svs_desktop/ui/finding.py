"""Finding words on the page: all are marked, and one goes from one to the next."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QTabBar

from svs_desktop.library import Place
from svs_desktop.ui.actions import Actions
from svs_desktop.ui.find_bar import FindBar
from svs_desktop.ui.find_text import Match, PageText, first_from
from svs_desktop.ui.reading import ReadingView
from svs_desktop.workers.background import Background

_PAUSE_MS = 40


class Finding(QObject):
    """Leads the bar and the page that is seen. The text is searched off the GUI thread."""

    def __init__(
        self,
        bar: FindBar,
        tabs: QTabBar,
        views: tuple[ReadingView, ...],
        actions: Actions,
        background: Background,
    ) -> None:
        super().__init__(tabs)
        self.bar = bar
        self._tabs = tabs
        self._views = views
        self._background = background
        self._texts: dict[ReadingView, PageText] = {}
        self._matches: list[Match] = []
        self._current = 0
        self._from: Place | None = None
        self._asked = 0
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._connect(actions)

    @property
    def view(self) -> ReadingView:
        """The page that is seen."""
        return self._views[max(0, self._tabs.currentIndex())]

    def begin(self, typed: str = "", at: Place | None = None) -> None:
        """Show the bar; ``typed`` is sought at once, from this place of the page on."""
        self.bar.show()
        self._from = at
        if typed and typed != self.bar.field.text():
            self.bar.field.setText(typed)
        else:
            self._ask()

    @Slot()
    def close(self) -> None:
        """Hide the bar and the marks."""
        if self.bar.isVisible():
            self.bar.hide()
            self._show([])
            self.view.setFocus()

    def _connect(self, actions: Actions) -> None:
        actions.find.triggered.connect(self._on_wanted)
        actions.find_next.triggered.connect(lambda: self._step(1))
        actions.find_previous.triggered.connect(lambda: self._step(-1))
        actions.find_close.triggered.connect(self.close)
        self.bar.edited.connect(lambda _: self._pause.start())
        self._tabs.currentChanged.connect(self._on_tab)
        for view in self._views:
            view.page_set.connect(lambda view=view: self._on_page(view))
            view.escaped.connect(self.close)

    @Slot()
    def _on_wanted(self) -> None:
        if not self._tabs.isVisible():
            return
        self.begin()
        self.bar.field.setFocus()
        self.bar.field.selectAll()

    @Slot()
    def _on_tab(self) -> None:
        for view in self._views:
            view.show_matches([], 0)
        if self.bar.isVisible():
            self._ask()

    def _on_page(self, view: ReadingView) -> None:
        self._texts.pop(view, None)
        if self.bar.isVisible() and view is self.view:
            self._ask()

    @Slot()
    def _ask(self) -> None:
        self._pause.stop()
        self._asked += 1
        asked, view, typed = self._asked, self.view, self.bar.field.text()
        if not (view.is_complete and self.bar.isVisible()):
            return  # the page tells when it is complete
        ready = self._texts.get(view)
        text = "" if ready else view.document().toPlainText()

        def find() -> tuple[PageText, list[Match]]:
            page = ready or PageText(text)
            return page, page.matches(typed)

        def show(found: tuple[PageText, list[Match]]) -> None:
            if asked == self._asked and self.bar.isVisible():
                self._texts[view] = found[0]
                self._show(found[1])

        self._background.run(find, show)

    def _show(self, matches: list[Match]) -> None:
        start = self.view.position_of(self._from) if self._from else self.view.top_position()
        self._matches = matches
        self._current = first_from(matches, start)
        self._from = None
        self._show_current()

    def _step(self, by: int) -> None:
        if not self.bar.isVisible():
            self._on_wanted()
        elif self._matches:
            self._current = (self._current + by) % len(self._matches)
            self._show_current()

    def _show_current(self) -> None:
        self.view.show_matches(self._matches, self._current)
        self.bar.show_count(self._current, len(self._matches))

"""The bar at the window's top."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from svs_desktop.ui.actions import Actions
from svs_desktop.ui.buttons import set_words
from svs_desktop.ui.search_panel import SearchField
from svs_desktop.ui.theme import pixels

_ICON = 18
_Style = Qt.ToolButtonStyle


class ToolBar(QToolBar):
    """What can always be done; the settings are at the right.

    Where there is no room for words there are icons only.
    """

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tools"))
        self.setMovable(False)
        self.setIconSize(QSize(pixels(_ICON), pixels(_ICON)))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setToolButtonStyle(_Style.ToolButtonTextBesideIcon)
        self.addActions([actions.add_files, actions.add_folder, actions.pause_queue, actions.lists])
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)
        self.search = SearchField()
        self.addWidget(self.search)
        self.addAction(actions.settings)
        self._quiet = self.widgetForAction(actions.settings)
        self._quiet.setProperty("quiet", True)
        self._quiet.setProperty("toolButtonStyle", _Style.ToolButtonIconOnly)
        for button in self.findChildren(QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # It is ticked or not: a name that changes, too, would say the opposite.
        self.widgetForAction(actions.pause_queue).setAccessibleName(actions.pause_queue.text())
        self._room_for_words = 0
        actions.lists.changed.connect(self._measure)
        self._measure()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the window wants it."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words away when they do not fit."""
        super().resizeEvent(event)
        self._fit()

    def _measure(self) -> None:
        """See how much room the words need: a button comes and goes with the window's width."""
        self._show_words(shown=True)
        self._room_for_words = self.sizeHint().width()
        self._fit()

    def _fit(self) -> None:
        self._show_words(shown=self.width() >= self._room_for_words)

    def _show_words(self, *, shown: bool) -> None:
        style = _Style.ToolButtonTextBesideIcon if shown else _Style.ToolButtonIconOnly
        if style is not self.toolButtonStyle():
            self.setToolButtonStyle(style)
            for button in self.findChildren(QToolButton):
                set_words(button, shown=shown and button is not self._quiet)

"""The bar at the window's top."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from svs_desktop.ui.actions import Actions
from svs_desktop.ui.theme import pixels

_ICON = 24


class ToolBar(QToolBar):
    """What can always be done; the settings are at the right."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tools"))
        self.setMovable(False)
        self.setIconSize(QSize(pixels(_ICON), pixels(_ICON)))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.addActions([actions.add_files, actions.add_folder, actions.pause_queue, actions.lists])
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)
        self.addAction(actions.settings)
        quiet = self.widgetForAction(actions.settings)
        quiet.setProperty("quiet", True)
        quiet.setProperty("toolButtonStyle", Qt.ToolButtonStyle.ToolButtonIconOnly)
        for button in self.findChildren(QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

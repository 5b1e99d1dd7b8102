"""Buttons of the reading page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from svs_desktop.ui.actions import Actions


def quiet_button(action: QAction) -> QToolButton:
    """A button that is an icon, without a frame until it is used."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setProperty("quiet", True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def set_words(button: QToolButton, *, shown: bool) -> None:
    """Show a button with its words, or as an icon alone, which needs other margins."""
    style = Qt.ToolButtonStyle
    wanted = style.ToolButtonTextBesideIcon if shown else style.ToolButtonIconOnly
    if wanted is not button.toolButtonStyle():
        button.setToolButtonStyle(wanted)
    button.style().unpolish(button)
    button.style().polish(button)


def edit_menu(actions: Actions, parent: QWidget) -> QMenu:
    """What can be done with the words of a result."""
    menu = QMenu(parent)
    menu.addActions([actions.edit, actions.undo, actions.redo])
    menu.addSeparator()
    menu.addAction(actions.revert)
    return menu

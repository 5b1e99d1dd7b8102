"""The window's right side: a page, and above it now and then a panel that wants an answer."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget


class RightSide(QWidget):
    """The panel takes the room that it needs, as far as the page leaves it."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        page.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._layout.addWidget(page, 1)

    def show_panel(self, panel: QWidget | None) -> None:
        """Show this panel in place of the one that is there; None for none."""
        if self._panel:
            self._panel.hide()
            self._panel.deleteLater()
        self._panel = panel
        if panel:
            self._layout.insertWidget(0, panel)

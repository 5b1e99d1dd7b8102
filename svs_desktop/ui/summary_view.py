"""A summary, set as a page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QWidget

from svs_desktop.pipeline.summary import Summary
from svs_desktop.ui.pictures import empty_still
from svs_desktop.ui.reading import ReadingView
from svs_desktop.ui.summary_html import PICTURE, summary_html

_IMAGE = QTextDocument.ResourceType.ImageResource.value


class SummaryView(ReadingView):
    """Shows a summary at once, and the pictures of its chapters once they are read."""

    def __init__(self, titles: Mapping[str, str], parent: QWidget | None = None) -> None:
        """A view of nothing yet.

        Args:
            titles: What people call the models, by name.
            parent: The page.
        """
        super().__init__(parent)
        self._titles = titles
        self._summary: Summary | None = None
        self._pictures: dict[int, QImage] = {}
        self.setAccessibleName(self.tr("Summary"))

    def show_summary(self, summary: Summary) -> None:
        """Show this summary from its beginning, with room for the pictures that it names."""
        self._summary = summary
        room = empty_still(self.palette(), self.devicePixelRatioF())
        self._pictures = {n: room for n, c in enumerate(summary.chapters) if c.picture}
        self._set()

    def show_pictures(self, pictures: Mapping[int, QImage]) -> None:
        """Show these pictures of chapters, by number; what is not among them leaves no hole."""
        place = self.verticalScrollBar().value()
        self._pictures = dict(pictures)
        self._set()
        self.verticalScrollBar().setValue(place)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """The picture of a chapter; nothing else is ever loaded."""
        address = QUrl(name).toString()
        if kind == _IMAGE and address.startswith(PICTURE):
            return self._pictures.get(int(address.removeprefix(PICTURE)))
        return None

    def changeEvent(self, event: QEvent) -> None:
        """Set the page anew when the window turns light or dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._summary:
            self._set()

    def _set(self) -> None:
        if self._summary:
            page = summary_html(self._summary, self._titles, self._pictures, self.palette())
            self.set_page(page)

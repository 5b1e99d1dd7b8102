"""A summary, set as a page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QWidget

from svs_desktop.library import Place
from svs_desktop.pipeline.summary import Summary
from svs_desktop.ui.pictures import empty_still
from svs_desktop.ui.reading import ReadingView
from svs_desktop.ui.spots import Spot, spots_on
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
        self._spots: dict[Place, Spot] = {}
        self.setAccessibleName(self.tr("Summary"))

    def show_summary(self, summary: Summary) -> None:
        """Show this summary from its beginning, with room for the pictures that it names."""
        self._summary = summary
        room = empty_still(self.palette(), self.devicePixelRatioF())
        self._pictures = {n: room for n, c in enumerate(summary.chapters) if c.picture}
        self._set()

    def position_of(self, place: Place) -> int:
        """The position of a sentence."""
        return self._spots[place].start if place in self._spots else 0

    def spot_at(self, position: int) -> Spot | None:
        """The sentence at this position, or in front of the links there."""
        block = self.document().findBlock(position)
        before = [spot for spot in self._spots.values() if spot.start <= position]
        spot = max(before, key=lambda spot: spot.start, default=None)
        return spot if spot and spot.start >= block.position() else None

    def show_edited(self, summary: Summary) -> None:
        """Show the same summary with other words, where one was reading."""
        self._summary = summary
        place = self.verticalScrollBar().value()
        self._set()
        self.verticalScrollBar().setValue(place)

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
            self._spots = {spot.place: spot for spot in spots_on(self.document())}
            self.page_set.emit()

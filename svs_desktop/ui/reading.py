"""The page that people read: a column of text with quiet links to the moments it rests on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import (
    QMouseEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from svs_desktop.library import Part, Place
from svs_desktop.pipeline.export.clock import clock
from svs_desktop.pipeline.transcript import Segment
from svs_desktop.ui import transcript_format
from svs_desktop.ui.job_text import readable
from svs_desktop.ui.keyed_focus import KeyedFocus
from svs_desktop.ui.marks import MarkedText
from svs_desktop.ui.spots import Spot
from svs_desktop.ui.theme import GUTTER, Size, font, pixels

_COLUMN = 720
_MARGIN = 2 * GUTTER
_AT_ONCE = 150

_Role = QPalette.ColorRole


class ReadingView(MarkedText):
    """Text in a column that is never too wide to read.

    Signals:
        moment_chosen: The second of a link to a moment.
    """

    moment_chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setAcceptDrops(False)
        self.setFont(font(Size.READING))
        self.setUndoRedoEnabled(False)
        self._spoken: list[QTextEdit.ExtraSelection] = []
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(pixels(20))
        self.anchorClicked.connect(self._on_anchor)
        self.keyed = KeyedFocus(self)

    def set_page(self, html: str) -> None:
        """Replace the text, with some air above and below it."""
        self.forget_matches()  # they are of another text
        self.setHtml(html)
        page = self.document().rootFrame().frameFormat()
        page.setTopMargin(GUTTER)
        page.setBottomMargin(2 * GUTTER)
        self.document().rootFrame().setFrameFormat(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column's width."""
        rest = max(_MARGIN, self.width() - pixels(_COLUMN) - _MARGIN)
        sides = (rest, _MARGIN) if self.isRightToLeft() else (_MARGIN, rest)
        self.setViewportMargins(sides[0], 0, sides[1], 0)
        super().resizeEvent(event)

    def position_of(self, place: Place) -> int:  # noqa: ARG002 - for the views that know
        """The position of a text of the result; 0 when it is not on this page."""
        return 0

    def spot_at(self, position: int) -> Spot | None:  # noqa: ARG002 - for the views that know
        """The text of the result at this position, or whose links are there."""
        return None

    def show_spoken(self, marks: Sequence[QTextEdit.ExtraSelection]) -> None:
        """Mark what is being said."""
        self._spoken = list(marks)
        self.setExtraSelections(self._spoken)

    def show_sentence(self, sentence: str) -> None:
        """Mark a sentence and have it seen; an empty one takes the mark away."""
        cursor = self.document().find(sentence) if sentence else QTextCursor()
        if cursor.isNull():
            self.show_spoken(())
            return
        mark = QTextEdit.ExtraSelection()
        mark.cursor = cursor
        mark.format.setBackground(self.palette().color(_Role.Midlight))
        self.show_spoken([mark])
        start = QTextCursor(cursor)
        start.setPosition(cursor.selectionStart())
        scrolled = self.verticalScrollBar().value()
        edges = self.cursorRect(start).top(), self.cursorRect(cursor).bottom()
        self.bring_into_view(edges[0] + scrolled, edges[1] + scrolled)

    def bring_into_view(self, top: float, bottom: float) -> None:
        """Scroll to this part of the page unless it is seen already."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if top < bar.value() or bottom > bar.value() + height:
            bar.setValue(int(top - height / 3))

    @Slot(QUrl)
    def _on_anchor(self, link: QUrl) -> None:
        self.moment_chosen.emit(float(link.fragment()))


class TranscriptView(ReadingView):
    """A transcript, a paragraph a segment. It is laid out a part at a time, while it is seen.

    Signals:
        line_chosen: The second at which begins what was clicked.
    """

    line_chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._segments: list[Segment] = []
        self._laid_out = 0
        self._wanted: int | None = None
        self._marked: int | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._lay_out_some)
        self.setAccessibleName(self.tr("Transcript"))

    @property
    def is_complete(self) -> bool:
        """Whether all of the transcript is laid out."""
        return self._laid_out == len(self._segments)

    def position_of(self, place: Place) -> int:
        """The position of a segment."""
        return self.document().findBlockByNumber(place.number).position()

    def spot_at(self, position: int) -> Spot | None:
        """The segment at this position."""
        block = self.document().findBlock(position)
        number = block.blockNumber()
        if number >= min(self._laid_out, len(self._segments)):
            return None
        start = block.position() + block.text().index("\t") + 1
        end = block.position() + block.length() - 1
        return Spot(Place(Part.TRANSCRIPT, number), start, end)

    def show_edited(self, number: int, segment: Segment) -> None:
        """Show a segment with other words."""
        self._segments[number] = segment
        if number < self._laid_out:
            spot = self.spot_at(self.document().findBlockByNumber(number).position())
            cursor = QTextCursor(self.document())
            cursor.setPosition(spot.start if spot else 0)
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            self.forget_matches()
            words = transcript_format.words(self.palette())
            cursor.insertText(readable(segment.text), words)
            self.page_set.emit()

    def show_segments(self, segments: Sequence[Segment]) -> None:
        """Show this transcript from its beginning."""
        self.set_page("")
        self.show_spoken(())
        self._segments = list(segments)
        self._laid_out = 0
        self._wanted = self._marked = None
        self._go_on()

    def append_segments(self, segments: Sequence[Segment]) -> None:
        """Add what was said, but for what is there already."""
        known = {segment.start for segment in self._segments}
        new = [segment for segment in segments if segment.start not in known]
        if new and known and new[0].start < self._segments[-1].start:
            # What was said before comes from the library, later than the latest from the engine.
            self.show_segments(sorted((*self._segments, *new), key=lambda s: s.start))
        else:
            self._segments += new
            self._go_on()

    def show_moment(self, second: float) -> None:
        """Bring what is said at this second into view, and mark it, as soon as it is laid out."""
        row = self._row_at(second)
        if row >= 0:
            self._wanted = row
            self._go_on()

    def follow_moment(self, second: float, *, into_view: bool) -> None:
        """Mark what is said at this second, if it is laid out, and keep it in view."""
        row = self._row_at(second)
        if row in (-1, self._marked) or row >= self._laid_out:
            return
        top, bottom = self._mark_row(row)
        if into_view:
            self.bring_into_view(top, bottom)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a line chooses its moment; who selects text or clicks on a link does not."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        is_click = event.button() is Qt.MouseButton.LeftButton
        if is_click and not self.textCursor().hasSelection() and not self.anchorAt(place):
            row = self.cursorForPosition(place).blockNumber()
            if row < min(self._laid_out, len(self._segments)):
                self.line_chosen.emit(self._segments[row].start)

    def showEvent(self, event: QShowEvent) -> None:
        """Go on laying out."""
        super().showEvent(event)
        self._go_on()

    def changeEvent(self, event: QEvent) -> None:
        """Set the page anew when the window turns light or dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._segments:
            self.show_segments(self._segments)

    def _go_on(self) -> None:
        if self.isVisible():
            self._lay_out_some()

    def _row_at(self, second: float) -> int:
        """The row of what is said at this second or was said last before it; -1 for none."""
        return bisect_right(self._segments, second + 0.01, key=lambda s: s.start) - 1

    def _show_wanted(self, row: int) -> None:
        top, _ = self._mark_row(row)
        self.verticalScrollBar().setValue(int(top - self.viewport().height() / 3))

    def _mark_row(self, row: int) -> tuple[float, float]:
        """Mark a paragraph; where on the page it begins and ends."""
        block = self.document().findBlockByNumber(row)
        rect = self.document().documentLayout().blockBoundingRect(block)
        lines = (block.layout().lineAt(number) for number in range(block.layout().lineCount()))
        self.show_spoken([self._mark(block.position() + line.textStart()) for line in lines])
        self._marked = row
        return rect.top(), rect.bottom()

    def _mark(self, position: int) -> QTextEdit.ExtraSelection:
        """A ground for the whole line at this position."""
        mark = QTextEdit.ExtraSelection()
        mark.cursor = QTextCursor(self.document())
        mark.cursor.setPosition(position)
        mark.format.setBackground(self.palette().color(_Role.Midlight))
        mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        return mark

    @Slot()
    def _lay_out_some(self) -> None:
        part = self._segments[self._laid_out : self._laid_out + _AT_ONCE]
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        for number, segment in enumerate(part, self._laid_out):
            self._write(cursor, segment, is_first=number == 0)
        cursor.endEditBlock()
        self._laid_out += len(part)
        if self._wanted is not None and self._wanted < self._laid_out:
            self._show_wanted(self._wanted)
            self._wanted = None
        if self.isVisible() and not self.is_complete:
            self._timer.start(0)
        else:
            self._timer.stop()
        if self.is_complete:
            self.page_set.emit()

    def _write(self, cursor: QTextCursor, segment: Segment, *, is_first: bool) -> None:
        form = transcript_format.paragraph(segment.text, is_first=is_first)
        if is_first:
            cursor.setBlockFormat(form)
        else:
            cursor.insertBlock(form)
        time = transcript_format.moment(segment.start, self.palette())
        cursor.insertText(clock(segment.start), time)
        words = transcript_format.words(self.palette())
        cursor.insertText(f"\t{readable(segment.text)}", words)

"""The page that people read: a column of text with quiet links to the moments it rests on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import (
    QPalette,
    QResizeEvent,
    QShowEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextOption,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from svs_desktop.pipeline.export.clock import clock
from svs_desktop.pipeline.transcript import Segment
from svs_desktop.ui.job_text import readable
from svs_desktop.ui.theme import GUTTER, Size, font, pixels, secondary_color

LINE_PERCENT = 150
"""Height of a line of text that is read."""

_COLUMN = 720
_MARGIN = 2 * GUTTER
_AT_ONCE = 150
_TIME_COLUMN = 64

_Role = QPalette.ColorRole


class ReadingView(QTextBrowser):
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
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(pixels(20))
        self.anchorClicked.connect(self._on_anchor)

    def set_page(self, html: str) -> None:
        """Replace the text, with some air above and below it."""
        self.setHtml(html)
        page = self.document().rootFrame().frameFormat()
        page.setTopMargin(GUTTER)
        page.setBottomMargin(2 * GUTTER)
        self.document().rootFrame().setFrameFormat(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column's width."""
        right = max(_MARGIN, self.width() - pixels(_COLUMN) - _MARGIN)
        self.setViewportMargins(_MARGIN, 0, right, 0)
        super().resizeEvent(event)

    @Slot(QUrl)
    def _on_anchor(self, link: QUrl) -> None:
        self.moment_chosen.emit(float(link.fragment()))


class TranscriptView(ReadingView):
    """A transcript, a paragraph a segment. It is laid out a part at a time, while it is seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._segments: list[Segment] = []
        self._laid_out = 0
        self._wanted: int | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._lay_out_some)
        self.setAccessibleName(self.tr("Transcript"))

    @property
    def is_complete(self) -> bool:
        """Whether all of the transcript is laid out."""
        return self._laid_out == len(self._segments)

    def show_segments(self, segments: Sequence[Segment]) -> None:
        """Show this transcript from its beginning."""
        self.set_page("")
        self.setExtraSelections([])
        self._segments = list(segments)
        self._laid_out = 0
        self._wanted = None
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
        row = bisect_right(self._segments, second + 0.01, key=lambda s: s.start) - 1
        if row >= 0:
            self._wanted = row
            self._go_on()

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

    def _show_wanted(self, row: int) -> None:
        block = self.document().findBlockByNumber(row)
        top = self.document().documentLayout().blockBoundingRect(block).top()
        lines = (block.layout().lineAt(number) for number in range(block.layout().lineCount()))
        self.setExtraSelections([self._mark(block.position() + ln.textStart()) for ln in lines])
        self.verticalScrollBar().setValue(int(top - self.viewport().height() / 3))

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

    def _write(self, cursor: QTextCursor, segment: Segment, *, is_first: bool) -> None:
        paragraph = QTextBlockFormat()
        paragraph.setLeftMargin(pixels(_TIME_COLUMN))
        paragraph.setTextIndent(-pixels(_TIME_COLUMN))
        paragraph.setTopMargin(0 if is_first else GUTTER / 2)
        kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        paragraph.setLineHeight(LINE_PERCENT, kind.value)
        tab = QTextOption.Tab(pixels(_TIME_COLUMN), QTextOption.TabType.LeftTab)
        paragraph.setTabPositions([tab])
        if is_first:
            cursor.setBlockFormat(paragraph)
        else:
            cursor.insertBlock(paragraph)
        cursor.insertText(clock(segment.start), self._link(segment.start))
        plain = QTextCharFormat()
        plain.setForeground(self.palette().color(_Role.Text))
        cursor.insertText(f"\t{readable(segment.text)}", plain)

    def _link(self, second: float) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setAnchor(True)
        made.setAnchorHref(f"#{second:.2f}")
        made.setForeground(secondary_color(self.palette()))
        made.setProperty(QTextFormat.Property.FontPixelSize, pixels(Size.TEXT))
        return made

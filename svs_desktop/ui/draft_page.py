"""A summary while it is being written, under a heading that says so."""

from __future__ import annotations

import re

from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from svs_desktop.ui.job_text import valid_text
from svs_desktop.ui.reading import ReadingView
from svs_desktop.ui.theme import GRID, GUTTER, Size, font
from svs_desktop.ui.transcript_format import LINE_PERCENT

_BREAKS = re.compile(r"\s*\n\s*")
_BETWEEN_PARAGRAPHS = 12
# A page that is scrolled this close to its end follows the text.
_NEAR_END = 8


class DraftPage(QWidget):
    """The heading, a word of caution, and the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = QLabel(self.tr("Summary, as it is written"))
        heading.setFont(font(Size.TEXT, bold=True))
        caution = QLabel(self.tr("Sentences that the transcript does not support are left out."))
        caution.setFont(font(Size.SECONDARY))
        caution.setProperty("secondary", True)
        caution.setWordWrap(True)
        self.view = DraftView()
        self._job_id = ""
        head = QVBoxLayout()
        head.setContentsMargins(2 * GUTTER, 2 * GRID, 2 * GUTTER, 0)
        head.setSpacing(GRID)
        head.addWidget(heading)
        head.addWidget(caution)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)

    def show_draft(self, job_id: str, text: str) -> None:
        """Show all that is written so far of this job's summary."""
        if job_id != self._job_id:
            self._job_id = job_id
            self.view.clear_draft()
        self.view.show_draft(text)


class DraftView(ReadingView):
    """Only what is new is written onto the page, so that what is read stays where it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setAccessibleName(self.tr("Summary, as it is written"))

    def clear_draft(self) -> None:
        """Begin an empty page."""
        self._text = ""
        self.set_page("")

    def show_draft(self, text: str) -> None:
        """Show all of the text so far."""
        after = _BREAKS.sub("\n", valid_text(text).strip())
        if after == self._text:
            return
        bar = self.verticalScrollBar()
        place, follows = bar.value(), bar.value() >= bar.maximum() - _NEAR_END
        self._write(after)
        bar.setValue(bar.maximum() if follows else place)

    def _write(self, after: str) -> None:
        same = _same_length(self._text, after)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.setPosition(_utf16_length(self._text[:same]))
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        cursor.setBlockFormat(_paragraph())
        cursor.insertText(after[same:])
        cursor.endEditBlock()
        self._text = after


def _paragraph() -> QTextBlockFormat:
    paragraph = QTextBlockFormat()
    paragraph.setBottomMargin(_BETWEEN_PARAGRAPHS)
    kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight
    paragraph.setLineHeight(LINE_PERCENT, kind.value)
    return paragraph


def _same_length(before: str, after: str) -> int:
    """How many characters two texts have in common from their beginning."""
    if after.startswith(before):
        return len(before)
    pairs = enumerate(zip(before, after, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(before), len(after)))


def _utf16_length(text: str) -> int:
    """How many of Qt's characters a text has."""
    return len(text.encode("utf-16-le")) // 2

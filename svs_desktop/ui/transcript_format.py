"""How the paragraphs of a transcript look: the time in a column of its own, quietly."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QTextBlockFormat, QTextCharFormat, QTextFormat, QTextOption

from svs_desktop.ui.directions import text_direction
from svs_desktop.ui.theme import GUTTER, Size, pixels, secondary_color

LINE_PERCENT = 150
"""Height of a line of text that is read."""

_TIME_COLUMN = 64


def paragraph(text: str, *, is_first: bool) -> QTextBlockFormat:
    """The form of a segment's paragraph; its time stands where its text begins."""
    made = QTextBlockFormat()
    direction = text_direction(text)
    made.setLayoutDirection(direction)
    if direction is Qt.LayoutDirection.RightToLeft:
        made.setRightMargin(pixels(_TIME_COLUMN))
    else:
        made.setLeftMargin(pixels(_TIME_COLUMN))
    made.setTextIndent(-pixels(_TIME_COLUMN))
    made.setTopMargin(0 if is_first else GUTTER / 2)
    kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight
    made.setLineHeight(LINE_PERCENT, kind.value)
    made.setTabPositions([QTextOption.Tab(pixels(_TIME_COLUMN), QTextOption.TabType.LeftTab)])
    return made


def words(palette: QPalette) -> QTextCharFormat:
    """The form of what is said."""
    made = QTextCharFormat()
    made.setForeground(palette.color(QPalette.ColorRole.Text))
    return made


def moment(second: float, palette: QPalette) -> QTextCharFormat:
    """The form of the time in front, which is a link to itself."""
    made = QTextCharFormat()
    made.setAnchor(True)
    made.setAnchorHref(f"#{second:.2f}")
    made.setForeground(secondary_color(palette))
    made.setProperty(QTextFormat.Property.FontPixelSize, pixels(Size.TEXT))
    return made

"""How the paragraphs of a transcript look: the time in a column of its own, quietly."""

from __future__ import annotations

from PySide6.QtGui import QPalette, QTextBlockFormat, QTextCharFormat, QTextFormat, QTextOption

from svs_desktop.ui.theme import GUTTER, Size, pixels, secondary_color

LINE_PERCENT = 150
"""Height of a line of text that is read."""

_TIME_COLUMN = 64


def paragraph(*, is_first: bool) -> QTextBlockFormat:
    """The form of a segment's paragraph."""
    made = QTextBlockFormat()
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

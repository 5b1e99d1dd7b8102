"""Forms: rows of a label and a field, in parts with a heading."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from svs_desktop.ui.theme import GRID, GUTTER, Size, font, pixels

# As high as a box of choices, so that their words stand on one line.
_LABEL_HEIGHT = 32


class Form(QFormLayout):
    """A form whose fields are all equally wide."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(GUTTER)
        self.setVerticalSpacing(2 * GRID)
        # With large text or in a narrow window a label stands above its field.
        self.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    def add_field(self, text: str, field: QWidget, control: QWidget | None = None) -> None:
        """Append a row; ``control`` is what the label names, if it is only a part of the field."""
        label = QLabel(text)
        label.setFixedHeight(pixels(_LABEL_HEIGHT))
        label.setBuddy(control or field)
        self.addRow(label, field)

    def add_heading(self, text: str) -> None:
        """Begin a part of the form."""
        heading = QLabel(text)
        heading.setFont(font(Size.TEXT, bold=True))
        heading.setProperty("apart", self.rowCount() > 0)
        heading.setIndent(0)  # else a margin of the style sheet brings one
        self.addRow(heading)

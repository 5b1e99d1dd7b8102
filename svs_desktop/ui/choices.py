"""Boxes of choices and of numbers, and the languages that they offer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QSpinBox

from svs_desktop.pipeline.job import AUTO
from svs_desktop.ui.theme import pixels
from svs_desktop.ui.words import language_name

# The languages that people speak most, among those that the models know.
_LANGUAGES = """
    ar bn cs da de el en es fa fi fr he hi hu id it ja ko ms nl no pl pt ro ru sv sw ta te th tr
    uk ur vi zh
""".split()  # noqa: SIM905 - as in a table

# A box gives way to a narrow window; longer words are elided.
_LEAST_LETTERS = 12
# As far as the words in a box of choices.
_INDENT = 10


def choice(items: Sequence[tuple[str, str]], current: str) -> QComboBox:
    """A box of values and their texts; a current value that is not among them is kept as it is."""
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_LEAST_LETTERS)
    fill(box, items, current)
    return box


def fill(box: QComboBox, items: Sequence[tuple[str, str]], current: str) -> None:
    """Add values and their texts to a box, and choose the current one."""
    known = list(items) if current in dict(items) else [*items, (current, current)]
    for value, text in known:
        box.addItem(text, value)
    box.setCurrentIndex(box.findData(current))


def language_choice(auto: str, current: str) -> QComboBox:
    """A box of languages by name, after one for ``auto``."""
    named = sorted(((code, language_name(code)) for code in _LANGUAGES), key=lambda pair: pair[1])
    return choice([(AUTO, auto), *named], current)


def number(least: int, most: int, current: int) -> QSpinBox:
    """A box for a whole number."""
    box = QSpinBox()
    box.setRange(least, most)
    box.setValue(current)
    box.lineEdit().setTextMargins(pixels(_INDENT), 0, 0, 0)
    return box

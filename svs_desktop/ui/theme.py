"""Colours, type sizes and spacing: the few that the window uses."""

from __future__ import annotations

import re
from enum import IntEnum

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from svs_desktop.paths import resource
from svs_desktop.settings import Settings
from svs_desktop.ui.motion import apply_motion

GRID = 4
"""All distances are multiples of this many pixels."""

GUTTER = 16
"""Pixels between parts of the window."""

RADIUS = 8
"""Pixels of rounding at corners."""


_PIXELS = re.compile(r"(\d+)px")
# Lines as thin as these keep their width when the text grows.
_HAIR = 2


class Size(IntEnum):
    """Type sizes in pixels, where the text has its usual size."""

    SECONDARY = 12
    TEXT = 13
    READING = 16
    TITLE = 22


_Role = QPalette.ColorRole

# Every pair of text and ground has a contrast of at least 4.5 to 1 (WCAG 2.2, AA).
_LIGHT = {
    _Role.Window: "#f6f6f4",
    _Role.Base: "#ffffff",
    _Role.AlternateBase: "#efefec",
    _Role.Button: "#ffffff",
    _Role.WindowText: "#1d1d20",
    _Role.Text: "#1d1d20",
    _Role.ButtonText: "#1d1d20",
    _Role.BrightText: "#8a5300",
    _Role.PlaceholderText: "#64646b",
    _Role.Mid: "#dcdcd8",
    _Role.Midlight: "#e9e9e5",
    _Role.Dark: "#85857f",
    _Role.Shadow: "#8f8f8a",
    _Role.Light: "#ffffff",
    _Role.Highlight: "#1f5fbf",
    _Role.HighlightedText: "#ffffff",
    _Role.Accent: "#1f5fbf",
    _Role.Link: "#1f5fbf",
    _Role.LinkVisited: "#1f5fbf",
    _Role.ToolTipBase: "#1d1d20",
    _Role.ToolTipText: "#f6f6f4",
}
_DARK = {
    _Role.Window: "#1b1b1d",
    _Role.Base: "#232326",
    _Role.AlternateBase: "#2a2a2e",
    _Role.Button: "#2d2d31",
    _Role.WindowText: "#ebebed",
    _Role.Text: "#ebebed",
    _Role.ButtonText: "#ebebed",
    _Role.BrightText: "#f0b45a",
    _Role.PlaceholderText: "#a3a3aa",
    _Role.Mid: "#38383d",
    _Role.Midlight: "#303034",
    _Role.Dark: "#7d7d85",
    _Role.Shadow: "#0f0f10",
    _Role.Light: "#3a3a3f",
    _Role.Highlight: "#7fb0ff",
    _Role.HighlightedText: "#0e1a2b",
    _Role.Accent: "#7fb0ff",
    _Role.Link: "#7fb0ff",
    _Role.LinkVisited: "#7fb0ff",
    _Role.ToolTipBase: "#ebebed",
    _Role.ToolTipText: "#1b1b1d",
}


def apply_theme(
    app: QApplication, appearance: str, text_size: int = 100, motion: str = "system"
) -> None:
    """Dress the program.

    Args:
        app: The application.
        appearance: ``light``, ``dark``, or ``system`` to follow the desktop.
        text_size: In percent; widgets that are there already keep the fonts they were given.
        motion: ``reduced`` for none, or ``system`` for as much as the desktop wants.
    """
    dark = _is_dark(appearance)
    app.setStyle("Fusion")
    app.setPalette(_palette(dark=dark))
    app.setFont(_font(text_size))
    QDir.setSearchPaths("icons", [str(resource("icons"))])  # the style sheet names them so
    still = apply_motion(app, motion)
    sheet = resource("style.qss").read_text("utf-8")
    ground = "dark" if dark else "light"
    app.setStyleSheet(_grown(sheet.replace("@ground", ground)) + still)


def looks(chosen: Settings) -> tuple[str, int, str]:
    """What ``apply_theme`` is given by the settings."""
    return chosen.appearance, chosen.text_size, chosen.motion


def font(size: Size, *, bold: bool = False) -> QFont:
    """The program's font in one of its sizes."""
    made = QFont(QApplication.font())
    made.setPixelSize(pixels(size))
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made


def pixels(length: float) -> int:
    """A length that grows with the text: that of a row, a picture, a line of type."""
    size = QApplication.font().pixelSize()  # the one place that knows how large the text is
    return round(length * size / Size.TEXT) if size > 0 else round(length)


def warning_color(palette: QPalette) -> QColor:
    """Amber, for what went wrong."""
    return palette.color(_Role.BrightText)


def secondary_color(palette: QPalette) -> QColor:
    """For what matters less than the text beside it."""
    return palette.color(_Role.PlaceholderText)


def hairline_color(palette: QPalette) -> QColor:
    """For lines that part one thing from another."""
    return palette.color(_Role.Mid)


def _is_dark(appearance: str) -> bool:
    if appearance != "system":
        return appearance == "dark"
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark


def _palette(*, dark: bool) -> QPalette:
    palette = QPalette()
    for role, color in (_DARK if dark else _LIGHT).items():
        palette.setColor(role, QColor(color))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        disabled = palette.color(_Role.PlaceholderText)
        palette.setColor(QPalette.ColorGroup.Disabled, role, disabled)
    return palette


def _font(text_size: int) -> QFont:
    made = QFont(QApplication.font())
    if QGuiApplication.platformName() == "offscreen":
        # Without a desktop there is no font of the desktop's either.
        made.setFamilies(["Inter", "Noto Sans", "DejaVu Sans"])
    made.setPixelSize(round(Size.TEXT * text_size / 100))
    return made


def _grown(sheet: str) -> str:
    """The style sheet with its lengths as large as the text wants them."""

    def grow(found: re.Match[str]) -> str:
        length = int(found[1])
        return f"{length if length <= _HAIR else pixels(length)}px"

    return _PIXELS.sub(grow, sheet)

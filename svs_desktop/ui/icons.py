"""Icons: outlines from ``resources/icons``, drawn in the colour that their place asks for."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from svs_desktop.paths import resource

_SIDES = (16, 20, 24, 32, 48)


def icon(name: str, palette: QPalette) -> QIcon:
    """The icon for buttons and menus, in the palette's text colour and its dimmed one."""
    made = QIcon()
    text = palette.color(QPalette.ColorRole.ButtonText).name()
    dimmed = palette.color(QPalette.ColorRole.Dark).name()
    for side in _SIDES:
        made.addPixmap(_pixmap(name, text, side, 2.0), QIcon.Mode.Normal)
        made.addPixmap(_pixmap(name, dimmed, side, 2.0), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, color: QColor, side: int) -> QPixmap:
    """The icon as a picture of ``side`` by ``side`` pixels, sharp on this screen."""
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    return _pixmap(name, color.name(), side, ratio)


@lru_cache(maxsize=512)
def _pixmap(name: str, color: str, side: int, ratio: float) -> QPixmap:
    made = QPixmap(QSize(side, side) * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    _renderer(name, color).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return made


@lru_cache(maxsize=128)
def _renderer(name: str, color: str) -> QSvgRenderer:
    drawing = resource("icons", f"{name}.svg").read_bytes()
    return QSvgRenderer(QByteArray(drawing.replace(b"#000", color.encode())))

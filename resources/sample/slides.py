"""Draws the slides of the sample's talk."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QRadialGradient,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from talk import Slide

SIZE = QSize(1280, 720)
MARGIN = 96
FAMILIES = ["Inter", "DejaVu Sans"]

PAPER, INK, QUIET, HAIRLINE = (QColor(c) for c in ("#f8f6f1", "#1d2b3a", "#66727f", "#d9d5cb"))
SEA, SHALLOW, LAND = (QColor(c) for c in ("#2f74a8", "#b9d7ea", "#8fa882"))
MOON, SUN, NIGHT = (QColor(c) for c in ("#b8b4aa", "#eab14a", "#0f2338"))
CENTER = Qt.AlignmentFlag.AlignCenter


def draw_slide(slide: Slide, parts: int) -> QImage:
    """Draws a slide as a picture of three bytes a pixel."""
    image = QImage(SIZE, QImage.Format.Format_RGB888)
    image.fill(PAPER)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    if slide.diagram == "title":
        _draw_title(painter, slide)
    else:
        _draw_words(painter, slide)
        _draw_place(painter, slide.part, parts)
        painter.translate(860, 400)
        DIAGRAMS[slide.diagram](painter)
    painter.end()
    return image


def _font(pixels: int, weight: QFont.Weight = QFont.Weight.Normal, spacing: float = 0) -> QFont:
    font = QFont(FAMILIES)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _draw_title(painter: QPainter, slide: Slide) -> None:
    """A night sea under a full moon."""
    sky = QLinearGradient(0, 0, 0, 520)
    sky.setColorAt(0, NIGHT)
    sky.setColorAt(1, QColor("#2c5374"))
    painter.fillRect(QRectF(0, 0, 1280, 720), sky)
    moon = QPointF(1000, 210)
    glow = QRadialGradient(moon, 260)
    glow.setColorAt(0, QColor(255, 244, 214, 110))
    glow.setColorAt(1, QColor(255, 244, 214, 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(glow)
    painter.drawEllipse(moon, 260, 260)
    painter.setBrush(QColor("#f6eed8"))
    painter.drawEllipse(moon, 76, 76)
    for row, color in enumerate(("#27597f", "#1f4b6e", "#183e5d", "#12314b")):
        wave = QPainterPath(QPointF(0, 720))
        for x in range(0, 1281, 8):
            height = 10 * math.sin(x / (150 + 25 * row) + 1.9 * row)
            wave.lineTo(x, 510 + 52 * row + height)
        wave.lineTo(1280, 720)
        painter.setBrush(QColor(color))
        painter.drawPath(wave)
    painter.setPen(QColor("#f8f6f1"))
    painter.setFont(_font(76, QFont.Weight.DemiBold, -1.5))
    painter.drawText(QPointF(MARGIN, 290), slide.heading)
    painter.setPen(QColor("#c6d6e3"))
    painter.setFont(_font(30))
    painter.drawText(QPointF(MARGIN + 3, 352), slide.subtitle)


def _draw_words(painter: QPainter, slide: Slide) -> None:
    painter.setPen(SEA)
    painter.setFont(_font(19, QFont.Weight.DemiBold, 2))
    painter.drawText(QPointF(MARGIN, 104), slide.part_heading.upper())
    painter.setPen(INK)
    painter.setFont(_font(54, QFont.Weight.DemiBold, -1))
    painter.drawText(QPointF(MARGIN - 3, 172), slide.heading)
    painter.setFont(_font(28))
    top = 262.0
    for bullet in slide.bullets:
        painter.fillRect(QRectF(MARGIN, top + 16, 16, 3), SEA)
        box = QRectF(MARGIN + 34, top, 330, 300)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.drawText(box, flags, bullet)
        top += painter.boundingRect(box, flags, bullet).height() + 30


def _draw_place(painter: QPainter, part: int, parts: int) -> None:
    """A line at the foot which says how far the talk has come."""
    gap = 12
    width = (SIZE.width() - 2 * MARGIN - gap * (parts - 1)) / parts
    for number in range(parts):
        color = SEA if number <= part else HAIRLINE
        painter.fillRect(QRectF(MARGIN + number * (width + gap), 652, width, 4), color)


# The diagrams: 640 by 440 pixels around (0, 0).


def _disc(painter: QPainter, x: float, y: float, radius: float, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(QPointF(x, y), radius, radius)


def _label(painter: QPainter, x: float, y: float, text: str, color: QColor = QUIET) -> None:
    painter.setPen(color)
    painter.setFont(_font(21))
    painter.drawText(QRectF(x - 250, y - 20, 500, 40), CENTER, text)


def _arrow(painter: QPainter, start: QPointF, end: QPointF, color: QColor = INK) -> None:
    angle = math.atan2(end.y() - start.y(), end.x() - start.x())
    along = QPointF(math.cos(angle), math.sin(angle))
    across = QPointF(-along.y(), along.x())
    neck = end - along * 16
    painter.setPen(QPen(color, 4))
    painter.drawLine(start, neck)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([end, neck + across * 9, neck - across * 9]))


def _dashed(painter: QPainter, color: QColor = QUIET) -> None:
    painter.setPen(QPen(color, 2, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _earth(painter: QPainter, x: float, y: float, radius: float, wide: float, high: float) -> None:
    """The earth in an ocean that reaches `wide` and `high` beyond it."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(SHALLOW)
    painter.drawEllipse(QPointF(x, y), radius + wide, radius + high)
    _disc(painter, x, y, radius, LAND)


def _pull(painter: QPainter) -> None:
    _earth(painter, -120, 0, 112, 18, 18)
    _disc(painter, 262, 0, 34, MOON)
    for x, length in ((-226, 46), (-120, 78), (-14, 118)):
        _disc(painter, x, 0, 7, INK)
        _arrow(painter, QPointF(x, 0), QPointF(x + length, 0))
    _label(painter, -120, 162, "Earth")
    _label(painter, 262, 66, "Moon")


def _bulges(painter: QPainter) -> None:
    _earth(painter, -100, 0, 104, 88, 14)
    _disc(painter, 270, 0, 34, MOON)
    _label(painter, -100, 0, "Earth", INK)
    _label(painter, 270, 66, "Moon")
    _dashed(painter)
    painter.drawLine(QPointF(104, 0), QPointF(224, 0))
    _label(painter, 62, 140, "Near side")
    _label(painter, -262, 140, "Far side")


def _curve(painter: QPainter) -> None:
    left, hour, height = -310.0, 620 / 27, 84

    def at(hours: float) -> QPointF:
        level = math.cos(2 * math.pi * (hours - 1) / (12 + 25 / 60))
        return QPointF(left + hours * hour, -height * level)

    line = QPainterPath(at(0))
    for step in range(1, 27 * 10 + 1):
        line.lineTo(at(step / 10))
    sea = QPainterPath(line)
    sea.lineTo(left + 620, 150)
    sea.lineTo(left, 150)
    painter.fillPath(sea, SHALLOW)
    painter.setPen(QPen(SEA, 5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(line)
    for hours, text in ((1, "1:00 am"), (13 + 25 / 60, "1:25 pm"), (25 + 50 / 60, "1:50 am")):
        top = at(hours)
        _disc(painter, top.x(), top.y(), 9, SEA)
        _label(painter, top.x(), top.y() - 34, text, INK)
    for hours in (7.2, 19.6):
        _label(painter, at(hours).x(), at(hours).y() + 36, "low", SEA)
    _label(painter, 0, 184, "The sea at one place on the coast")


def _bay(painter: QPainter) -> None:
    painter.fillRect(QRectF(-310, -140, 620, 190), LAND)
    bay = QPainterPath(QPointF(-310, -130))
    bay.cubicTo(-110, -122, 50, -72, 280, -56)
    bay.lineTo(280, -34)
    bay.cubicTo(50, -18, -110, 32, -310, 40)
    painter.fillPath(bay, SHALLOW)
    for x, length in ((-280, 110), (-120, 90), (20, 70), (140, 50)):
        _arrow(painter, QPointF(x, -45), QPointF(x + length, -45), SEA)
    for number in range(7):
        height = 6 * (16 ** (1 / 6)) ** number
        painter.fillRect(QRectF(-292 + number * 90, 206 - height, 44, height), SEA)
    painter.fillRect(QRectF(-310, 206, 620, 2), QUIET)
    _label(painter, -270, 178, "1 m", INK)
    _label(painter, 270, 88, "16 m", INK)


def _spring(painter: QPainter) -> None:
    _sun_and_axis(painter)
    _earth(painter, 100, 0, 60, 54, 8)
    _disc(painter, -60, 0, 22, INK)
    _disc(painter, 270, 0, 22, MOON)
    _label(painter, -60, 50, "New moon")
    _label(painter, 270, 50, "Full moon")
    _label(painter, 100, 0, "Earth", INK)


def _neap(painter: QPainter) -> None:
    _sun_and_axis(painter)
    _dashed(painter)
    painter.drawLine(QPointF(110, -150), QPointF(110, 150))
    _earth(painter, 110, 0, 60, 18, 30)
    _disc(painter, 110, -160, 22, MOON)
    _disc(painter, 110, 160, 22, MOON)
    _label(painter, 218, -160, "Last quarter")
    _label(painter, 218, 160, "First quarter")
    _label(painter, 110, 0, "Earth", INK)


def _sun_and_axis(painter: QPainter) -> None:
    _disc(painter, -244, 0, 70, SUN)
    _label(painter, -244, 0, "Sun", INK)
    _dashed(painter, MOON)
    painter.drawLine(QPointF(-160, 0), QPointF(310, 0))


def _barrage(painter: QPainter) -> None:
    painter.fillRect(QRectF(-310, -90, 310, 210), SEA)
    painter.fillRect(QRectF(0, 20, 310, 100), SHALLOW)
    painter.fillRect(QRectF(-310, 120, 620, 40), LAND)
    painter.fillRect(QRectF(-36, -130, 72, 250), QUIET)
    painter.fillRect(QRectF(-36, 58, 72, 44), SHALLOW)
    _arrow(painter, QPointF(-160, 80), QPointF(-56, 80), PAPER)
    _arrow(painter, QPointF(56, 80), QPointF(170, 80), SEA)
    _disc(painter, 0, 80, 17, SUN)
    _label(painter, -170, -116, "Stored at high tide")
    _label(painter, 175, -6, "Sea at low tide")
    _label(painter, 0, 190, "Turbine in the wall")


def _brake(painter: QPainter) -> None:
    _earth(painter, -130, 0, 100, 26, 10)
    painter.setPen(QPen(SEA, 4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawArc(QRectF(-290, -160, 320, 320), 120 * 16, 110 * 16)
    _arrow(painter, QPointF(-240, 116), QPointF(-220, 132), SEA)
    _label(painter, -130, 0, "Earth", INK)
    _dashed(painter)
    for radius in (320, 376):
        painter.drawArc(QRectF(-130 - radius, -radius, 2 * radius, 2 * radius), -32 * 16, 64 * 16)
    _disc(painter, 190, 0, 30, MOON)
    _arrow(painter, QPointF(228, 0), QPointF(304, 0))
    _label(painter, 122, 0, "Moon")


DIAGRAMS: dict[str, Callable[[QPainter], None]] = {
    "pull": _pull,
    "bulges": _bulges,
    "curve": _curve,
    "bay": _bay,
    "spring": _spring,
    "neap": _neap,
    "barrage": _barrage,
    "brake": _brake,
}

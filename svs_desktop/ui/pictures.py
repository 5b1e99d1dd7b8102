"""Pictures from the disk, read off the GUI thread: thumbnails of videos, stills of chapters."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPalette, QPixmap

from svs_desktop.ui.theme import GRID, hairline_color
from svs_desktop.workers.background import Background

SIZE = QSize(96, 54)
"""Pixels of a thumbnail."""

STILL = QSize(160, 90)
"""Pixels of a chapter's picture."""

_MOST = 300
# Seen around light and dark pictures, on light and dark ground.
_EDGE = QColor(128, 128, 128, 90)


class Pictures(QObject):
    """A bounded store of thumbnails by job.

    Signals:
        loaded: The id of a job whose picture is there now.
    """

    loaded = Signal(str)

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        self._background = background
        self._pictures: OrderedDict[str, QPixmap | None] = OrderedDict()

    def get(self, job_id: str, path: Path) -> QPixmap | None:
        """The picture, if it is there; else it is fetched and ``loaded`` tells."""
        if job_id in self._pictures:
            self._pictures.move_to_end(job_id)
            return self._pictures[job_id]
        self._pictures[job_id] = None
        while len(self._pictures) > _MOST:
            self._pictures.popitem(last=False)
        self._background.run(lambda: _read(path), lambda image: self._keep(job_id, image))
        return None

    def _keep(self, job_id: str, image: QImage) -> None:
        if not image.isNull():
            self._pictures[job_id] = QPixmap.fromImage(image)
            self.loaded.emit(job_id)


def read_stills(paths: Mapping[int, Path], ratio: float) -> dict[int, QImage]:
    """The chapters' pictures that can be read, for a screen of this many pixels to the pixel.

    Reads files: not for the GUI thread.
    """
    read = ((number, QImage(str(path))) for number, path in paths.items())
    return {
        number: _rounded(_filled(image, STILL * ratio), ratio)
        for number, image in read
        if not image.isNull()
    }


def empty_still(palette: QPalette, ratio: float) -> QImage:
    """What stands in the place of a chapter's picture until it is read."""
    ground = QImage(STILL * ratio, QImage.Format.Format_RGB32)
    ground.fill(hairline_color(palette))
    return _rounded(ground, ratio)


def _read(path: Path) -> QImage:
    image = QImage(str(path))
    if image.isNull():
        return image
    cut = _filled(image, SIZE * 2)
    cut.setDevicePixelRatio(2.0)
    return cut


def _filled(image: QImage, size: QSize) -> QImage:
    """The middle of an image, as large as this."""
    filled = image.scaled(
        size,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    left, top = (filled.width() - size.width()) // 2, (filled.height() - size.height()) // 2
    return filled.copy(left, top, size.width(), size.height())


def _rounded(image: QImage, ratio: float) -> QImage:
    """The image with round corners and a hairline around it."""
    made = QImage(image.size(), QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent)
    shape = QPainterPath()
    edge = QRectF(made.rect()).adjusted(ratio / 2, ratio / 2, -ratio / 2, -ratio / 2)
    shape.addRoundedRect(edge, GRID * ratio, GRID * ratio)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(shape)
    painter.drawImage(0, 0, image)
    painter.setClipping(False)
    painter.strokePath(shape, _EDGE)
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made

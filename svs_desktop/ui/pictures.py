"""Thumbnails, read from disk off the GUI thread and kept while they are in use."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

from svs_desktop.workers.background import Background

SIZE = QSize(96, 54)
"""Pixels of a thumbnail."""

_MOST = 300


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


def _read(path: Path) -> QImage:
    image = QImage(str(path))
    if image.isNull():
        return image
    sharp = SIZE * 2
    filled = image.scaled(
        sharp,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    left, top = (filled.width() - sharp.width()) // 2, (filled.height() - sharp.height()) // 2
    cut = filled.copy(left, top, sharp.width(), sharp.height())
    cut.setDevicePixelRatio(2.0)
    return cut

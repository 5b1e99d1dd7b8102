"""Results that are dragged out of the window, as files."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QSize, Qt, QTemporaryDir, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from svs_desktop.library import Library
from svs_desktop.pipeline.export import Format
from svs_desktop.ui.exporting import write_all
from svs_desktop.ui.icons import icon
from svs_desktop.workers.background import Background

_PICTURE = 32


class DraggedFiles:
    """Makes the files of results that are dragged; they go when the program does.

    A file manager may copy a file well after it was dropped, so none goes before.
    """

    def __init__(self, library: Library, background: Background) -> None:
        self._library = library
        self._background = background
        self._folder: QTemporaryDir | None = None

    def make(
        self, job_ids: Sequence[str], form: Format, then: Callable[[list[Path]], None]
    ) -> None:
        """Write the files off the GUI thread, then call ``then`` with their paths."""
        if self._folder is None:
            self._folder = QTemporaryDir(f"{tempfile.gettempdir()}/svs-desktop-XXXXXX")
        folder = Path(self._folder.path())

        def write() -> list[Path]:
            # A folder each time: names stay as they are, and files as they were dropped.
            return write_all(self._library, job_ids, form, Path(tempfile.mkdtemp(dir=folder)))

        self._background.run(write, then, lambda _: then([]))

    def remove(self) -> None:
        """Delete all of them."""
        if self._folder:
            self._folder.remove()
            self._folder = None


class DragSource(QObject):
    """Lets files be dragged out of a widget.

    Their writing begins with the drag; they are there long before anything can be dropped, and a
    drag that ends earlier is none.
    """

    def __init__(
        self,
        widget: QWidget,
        files: DraggedFiles,
        results_at: Callable[[QPoint], Sequence[str]],
        form: Callable[[], Format],
    ) -> None:
        """Listen to a widget's mouse.

        Args:
            widget: What is dragged from.
            files: Makes the files.
            results_at: Gives the ids of the results that a drag from this point takes along.
            form: Gives the format of the files.
        """
        super().__init__(widget)
        self._widget = widget
        self._files = files
        self._results_at = results_at
        self._form = form
        self._begun = QPoint()
        self._results: Sequence[str] = ()
        self._is_made = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear of the mouse."""
        if isinstance(event, QMouseEvent) and self._hears(event):
            return True
        return super().eventFilter(watched, event)

    def _hears(self, event: QMouseEvent) -> bool:
        """Whether a mouse event is a drag's, and nobody else's."""
        place = event.position().toPoint()
        match event.type():
            case QEvent.Type.MouseButtonPress:
                is_left = event.button() is Qt.MouseButton.LeftButton
                self._begun, self._is_made = place, False
                self._results = self._results_at(place) if is_left else ()
            case QEvent.Type.MouseButtonRelease:
                self._results = ()
            case QEvent.Type.MouseMove if self._results:
                far = (place - self._begun).manhattanLength() >= QApplication.startDragDistance()
                if far and not self._is_made:
                    self._is_made = True
                    self._files.make(self._results, self._form(), self._drag)
                return True
        return False

    def _drag(self, paths: list[Path]) -> None:
        if not self._results or not paths:
            return
        self._results = ()
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        drag = QDrag(self._widget)
        drag.setMimeData(data)
        picture = icon("export", self._widget.palette())
        size, ratio = QSize(_PICTURE, _PICTURE), self._widget.devicePixelRatioF()
        drag.setPixmap(picture.pixmap(size, ratio))
        drag.exec(Qt.DropAction.CopyAction)

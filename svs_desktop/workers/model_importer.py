"""Imports models of one's own: each is opened to see that it works, then brought in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from svs_desktop.pipeline.errors import PipelineError
from svs_desktop.pipeline.events import Event, Examined, Failed, Told
from svs_desktop.pipeline.models import Catalogue, OwnModel, import_model
from svs_desktop.pipeline.models.own import OwnKind
from svs_desktop.workers.background import Background
from svs_desktop.workers.model_bench import ModelBench


class ModelImporter(QObject):
    """Imports one model at a time, whether or not anybody looks on.

    Attributes:
        location: The folder or file that is being imported; None when none is.
        is_open: It was found to work, and is being brought in.

    Signals:
        changed: ``location`` or ``is_open`` is different now.
        imported: The ``OwnModel`` that was brought in.
        failed: The ``Failure`` that ended it.
    """

    changed = Signal()
    imported = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        models_dir: Path,
        catalogue: Catalogue,
        bench: ModelBench,
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.location: Path | None = None
        self.is_open = False
        self._models_dir = models_dir
        self._catalogue = catalogue
        self._bench = bench
        self._background = background

    def start(self, location: Path) -> None:
        """Import a folder or a file, unless something else is being imported."""
        if self.location is None:
            self._set(location)
            self._bench.examine(location, self._on_examined)

    def _on_examined(self, answer: Event | Told) -> None:
        match answer, self.location:
            case Examined(kind=kind), Path() as location:
                self._set(location, is_open=True)
                self._bring(location, kind)
            case Failed(failure=failure), _:
                self._set(None)
                self.failed.emit(failure)
            case _:
                self._set(None)

    def _bring(self, location: Path, kind: OwnKind) -> None:
        folder, taken = self._models_dir, self._catalogue.names
        self._background.run(
            lambda: import_model(location, kind, folder, taken),
            self._on_brought,
            self._on_not_brought,
        )

    def _on_brought(self, model: OwnModel) -> None:
        self._set(None)
        self.imported.emit(model)

    def _on_not_brought(self, error: Exception) -> None:
        self._set(None)
        if not isinstance(error, PipelineError):
            raise error
        self.failed.emit(error.failure)

    def _set(self, location: Path | None, *, is_open: bool = False) -> None:
        self.location, self.is_open = location, is_open
        self.changed.emit()

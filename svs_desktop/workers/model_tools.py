"""What installs models, asks about them, and remembers how fast they are."""

from __future__ import annotations

from PySide6.QtCore import QObject

from svs_desktop.paths import Places
from svs_desktop.pipeline.models import Catalogue
from svs_desktop.workers.background import Background
from svs_desktop.workers.engine_process import EngineProcess, engine_command
from svs_desktop.workers.measurements import Measurements
from svs_desktop.workers.model_bench import ModelBench
from svs_desktop.workers.model_importer import ModelImporter
from svs_desktop.workers.model_installer import ModelInstaller


class ModelTools(QObject):
    """One of each, for as long as the program runs.

    Attributes:
        catalogue: All models that can be installed.
        folder: Where models are.
        installer: Fetches models.
        bench: Opens and measures them.
        importer: Brings in models of one's own.
        measurements: How long an hour of video takes.
    """

    def __init__(
        self,
        places: Places,
        catalogue: Catalogue,
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.catalogue = catalogue
        self.folder = places.models
        self.installer = ModelInstaller(places.models, self)
        self.bench = ModelBench(EngineProcess(engine_command(places), idle_s=20.0), self)
        self.importer = ModelImporter(places.models, catalogue, self.bench, background, self)
        self.measurements = Measurements(places.library.with_name("measurements.json"))

    def close(self) -> None:
        """End what goes on, and wait for its end."""
        self.installer.close()
        self.bench.close()

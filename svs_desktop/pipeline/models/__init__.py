"""The models: which there are, where they come from, and which are installed.

Installing is the only thing in the program that opens a network connection.
"""

from svs_desktop.pipeline.models.catalogue import (
    Catalogue,
    HubSource,
    IndexSource,
    Licence,
    Model,
    ModelFile,
    ModelKind,
    Runtime,
    Source,
    Wheel,
    load_catalogue,
)
from svs_desktop.pipeline.models.downloads import Download, downloads
from svs_desktop.pipeline.models.install import (
    install,
    install_from_folder,
    partial_bytes,
    remove,
)
from svs_desktop.pipeline.models.installed import (
    Problem,
    ProblemKind,
    find,
    folder_bytes,
    installed_bytes,
    is_installed,
    is_model_path,
    verify,
)
from svs_desktop.pipeline.models.language import ChosenModel, choose_language_model
from svs_desktop.pipeline.models.own import OwnModel, import_model, own_models
from svs_desktop.pipeline.models.watch import InstallCancelled, InstallProgress, InstallStep

__all__ = [
    "Catalogue",
    "ChosenModel",
    "Download",
    "HubSource",
    "IndexSource",
    "InstallCancelled",
    "InstallProgress",
    "InstallStep",
    "Licence",
    "Model",
    "ModelFile",
    "ModelKind",
    "OwnModel",
    "Problem",
    "ProblemKind",
    "Runtime",
    "Source",
    "Wheel",
    "choose_language_model",
    "downloads",
    "find",
    "folder_bytes",
    "import_model",
    "install",
    "install_from_folder",
    "installed_bytes",
    "is_installed",
    "is_model_path",
    "load_catalogue",
    "own_models",
    "partial_bytes",
    "remove",
    "verify",
]

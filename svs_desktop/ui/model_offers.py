"""Which models are there, and the panel that offers those that are not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Signal, Slot

from svs_desktop.pipeline.job import AUTO
from svs_desktop.pipeline.models import Catalogue, Model, ModelKind, is_installed, own_models
from svs_desktop.settings import Settings
from svs_desktop.ui.install_panel import InstallPanel
from svs_desktop.ui.right_side import RightSide
from svs_desktop.ui.writer_choice import LanguageModels
from svs_desktop.workers.background import Background
from svs_desktop.workers.model_installer import ModelInstaller

_ENCODER = "minilm"
_RECOMMENDED = "qwen2.5-coder-1.5b"


class Offer(Struct, frozen=True):
    """What a person is asked to install.

    Attributes:
        needed: Without these, jobs fail.
        recommended: Without this one, they do not.
    """

    needed: tuple[Model, ...] = ()
    recommended: Model | None = None

    def __bool__(self) -> bool:
        return bool(self.needed or self.recommended)


class ModelOffers(QObject):
    """Looks at the models' folder off the GUI thread, and asks on it.

    Signals:
        installed: Models were installed.
        found: The ``LanguageModels``, after a model came or went.
        declined: The recommended language model was left out.
    """

    installed = Signal()
    found = Signal(object)
    declined = Signal()

    def __init__(
        self,
        catalogue: Catalogue,
        models_dir: Path,
        installer: ModelInstaller,
        background: Background,
        side: RightSide,
    ) -> None:
        super().__init__(side)
        self.offered = Offer()
        self._catalogue = catalogue
        self._models_dir = models_dir
        self._installer = installer
        self._background = background
        self._side = side
        self._panel: InstallPanel | None = None
        self._is_wanted = False
        self._successor: ModelOffers | None = None
        installer.finished.connect(self._on_installed)

    def offer_missing(self, settings: Settings) -> None:
        """Ask for what these settings need and what would do them good, if that is not there."""
        self._background.run(lambda: self._missing(settings), self.ask)

    @Slot(str)
    def offer(self, name: str) -> None:
        """Ask for one model of the catalogue, because a person wants it."""
        if name in self._catalogue.names:
            self._is_wanted = False
            self.ask(Offer((self._catalogue.entry(name),)))
            if self._panel:
                self._is_wanted = True
                self._side.window().activateWindow()
                self._panel.accept_button.setFocus()

    def ask(self, offer: Offer) -> None:
        """Ask for these models, and no longer for others.

        What is being fetched stays, and so does what a person wants.
        """
        if self._successor:
            self._successor.ask(offer)
            return
        if self._panel and (self._panel.is_running or self._is_wanted):
            return
        self._drop_panel()
        if offer:
            self.offered = offer
            self._panel = panel = InstallPanel(
                offer.needed, self._installer, recommended=offer.recommended
            )
            panel.declined.connect(self.declined)
            panel.closed.connect(self._drop_panel)
            self._side.show_panel(panel)

    def give_way(self, successor: ModelOffers) -> None:
        """Have this one ask in the place of this, also for what is still being looked for."""
        successor.ask(self.offered)
        self._successor = successor

    def look(self, then: Callable[[LanguageModels], object]) -> None:
        """Find the language models, and call ``then`` with them."""
        self._background.run(self._language_models, then)

    @Slot()
    def look_again(self) -> None:
        """Tell which language models there are now."""
        self.look(self.found.emit)

    @Slot()
    def _on_installed(self) -> None:
        self._is_wanted = False
        self.installed.emit()
        self.look_again()

    @Slot()
    def _drop_panel(self) -> None:
        self.offered = Offer()
        self._panel = None
        self._is_wanted = False
        self._side.show_panel(None)

    def _missing(self, settings: Settings) -> Offer:
        named = dict.fromkeys((settings.speech_model, _ENCODER, settings.summarizer))
        known = (self._catalogue.entry(name) for name in named if name in self._catalogue.names)
        needed = tuple(self._absent(known))
        may_offer = settings.offer_language_model and settings.summarizer == AUTO
        writers = self._language_models()
        missing = {} if writers.installed or not may_offer else {m.name: m for m in writers.missing}
        return Offer(needed, missing.get(_RECOMMENDED))

    def _language_models(self) -> LanguageModels:
        writers = self._catalogue.of_kind(ModelKind.LANGUAGE)
        missing = tuple(self._absent(writers))
        installed = tuple(model for model in writers if model not in missing)
        return LanguageModels(installed, missing, tuple(own_models(self._models_dir)))

    def _absent(self, models: Iterable[Model]) -> Iterable[Model]:
        return (model for model in models if not is_installed(model.name, self._models_dir))

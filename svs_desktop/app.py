"""The desktop program: everything is made and put together here."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

from svs_desktop import __version__, settings
from svs_desktop.api.running import wanted_address
from svs_desktop.api.service import ApiService
from svs_desktop.library import Opened
from svs_desktop.paths import Places, resource
from svs_desktop.pipeline import engine
from svs_desktop.pipeline.models import load_catalogue
from svs_desktop.settings import Settings
from svs_desktop.ui.again_asking import AgainAsking
from svs_desktop.ui.application import make_application, the_application
from svs_desktop.ui.attendance import Attendance
from svs_desktop.ui.desktop import desktop_here
from svs_desktop.ui.diagnosing import Diagnosing
from svs_desktop.ui.dialogs import Dialogs
from svs_desktop.ui.engine_facts import EngineFacts
from svs_desktop.ui.job_text import sentence
from svs_desktop.ui.main_window import MainWindow
from svs_desktop.ui.model_offers import ModelOffers
from svs_desktop.ui.no_window import cannot_start, taken_over
from svs_desktop.ui.options_asking import OptionsAsking
from svs_desktop.ui.player.preferences import kept_before
from svs_desktop.ui.settings_control import SettingsControl
from svs_desktop.ui.settings_opening import SettingsOpener
from svs_desktop.ui.theme import apply_theme, looks
from svs_desktop.ui.window_change import take_place
from svs_desktop.ui.window_language import WindowLanguage
from svs_desktop.ui.words import short_title
from svs_desktop.workers.auto_export import AutoExport, NotExported
from svs_desktop.workers.handover import Door, Taken, hand_over
from svs_desktop.workers.model_tools import ModelTools
from svs_desktop.workers.workshop import KEEP, Workshop


class Program(QObject):
    """The parts of the running program, and the few things that concern all of them."""

    _link = Signal(str)

    def __init__(self, places: Places) -> None:
        super().__init__()
        places.make()
        self.places = places
        chosen, self._problems = settings.load(places.settings)
        self.language = WindowLanguage(the_application(), resource("translations"))
        self.language.use(chosen.window_language)
        apply_theme(the_application(), *looks(chosen))
        self.workshop = Workshop(places, chosen.parallel_jobs, self)
        self.library = self.workshop.library
        self.background = self.workshop.background
        self.queue = self.workshop.queue
        self.control = SettingsControl(chosen, places.settings, self.background, self)
        self.files = AutoExport(
            self.queue, self.library, self.background, lambda: self.settings, self
        )
        self.service = ApiService(
            self.queue,
            self.library,
            self.workshop.workspace,
            places,
            lambda: self.settings.job_options(),  # noqa: PLW0108 - as they are then
            parent=self,
        )
        self.door = Door(places, lambda: Taken(window=True, url=self.service.url), self)
        self.catalogue = load_catalogue(resource("models.toml"))
        self.tools = ModelTools(places, self.catalogue, self.background, self)
        self.installer = self.tools.installer
        self.dialogs = Dialogs(lambda: self.window, self)
        self._furnish()
        desktop = desktop_here(self, self.background)
        self.attendance = Attendance(
            self.queue, desktop, lambda: self.settings, lambda: self.window, self
        )
        self._connect()

    @property
    def settings(self) -> Settings:
        """As they are now."""
        return self.control.settings

    def start(self, videos: list[Path]) -> None:
        """Show the window, take over the queue, and add these videos to it."""
        self.window.show()
        if self._problems:
            self.window.say(" ".join(map(sentence, self._problems)))

        def opened(found: Opened) -> None:
            if found.set_aside:
                self.dialogs.tell_set_aside(found.set_aside)
            self.background.deliver(self.library.own_queue(), owned, self.dialogs.tell_trouble)

        def owned(is_owner: bool) -> None:  # noqa: FBT001
            if not is_owner:
                self.dialogs.refuse()
                return
            self.queue.restore()
            self.window.history_model.reload()
            self.door.open()
            if videos:
                self.window.add(videos)
            self.offers.offer_missing(self.settings)

        self.background.deliver(self.library.opened, opened, self.dialogs.tell_trouble)

    def close(self) -> None:
        """Let go of everything; jobs that run go on at the next start."""
        self.attendance.close()
        self.tools.close()
        self.door.close()
        self.service.close()
        self.workshop.close()
        self.control.close()
        self.window.deleteLater()

    def _furnish(self) -> None:
        """Make the window, and what belongs to it."""
        geometry = QSettings(
            str(self.places.settings.with_name("window.ini")), QSettings.Format.IniFormat
        )
        if values := kept_before(geometry):
            self.control.change(**values)
        self.window = window = MainWindow(
            self.queue,
            self.library,
            self.background,
            self.settings,
            geometry,
            keep=KEEP,
            titles={model.name: short_title(model.title) for model in self.catalogue.models},
        )
        self.offers = ModelOffers(
            self.catalogue, self.places.models, self.installer, self.background, window.side
        )
        self.opener = SettingsOpener(
            self.control,
            self.offers,
            self.tools,
            self.places,
            self.workshop,
            lambda: self.service.url,
            window,
        )
        self.asking = AgainAsking(self.control, self.offers, self.queue, window)
        self.options = OptionsAsking(
            self.catalogue, self.offers, self.queue, self.library, self.background, window
        )
        self.facts = EngineFacts(self.control, self.tools.bench, window.status)
        window.player.preferences.chosen.connect(lambda values: self.control.change(**values))
        window.settings_wanted.connect(self.opener.open)
        window.again_wanted.connect(self.asking.ask)
        window.queue_pane.commands.options_wanted.connect(self.options.ask)
        names = [model.name for model in self.catalogue.models]
        self.diagnosing = Diagnosing(
            self.queue, self.background, lambda: self.settings, names, window
        )
        for said in (self.options.late, self.diagnosing.saved, self.opener.said):
            said.connect(window.say)
        self.diagnosing.failed.connect(self.dialogs.tell_not_exported)
        for wanted in (window.report_wanted, self.opener.report_wanted):
            wanted.connect(self.diagnosing.ask)
        window.model_wanted.connect(self.offers.offer)
        window.exporter.failed.connect(self.dialogs.tell_not_exported)
        self.offers.installed.connect(self._on_installed)
        self.offers.declined.connect(self._on_declined)
        self.opener.jobs_page_wanted.connect(self._open_page)

    def _connect(self) -> None:
        self.control.changed.connect(self._on_settings)
        self.control.failed.connect(self.dialogs.tell_not_saved)
        self.queue.troubled.connect(self.dialogs.tell_trouble)
        self.files.failed.connect(self._on_not_exported)
        self.queue.restored.connect(self._serve)
        self.door.handed.connect(self._on_handed)
        self.service.started.connect(self._on_served)
        self.service.failed.connect(self._on_not_served)
        self._link.connect(self._on_link)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._dress)

    @Slot(list)
    def _on_handed(self, videos: list[Path]) -> None:
        """Another start of the program brought these videos, or wants to see the window."""
        if videos:
            self.window.add(videos)
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()

    @Slot()
    def _serve(self) -> None:
        """Have the job API listen, or not, as the settings say."""
        self.service.listen(wanted_address(self.settings))
        self.opener.follow_api()

    @Slot(str)
    def _on_served(self, url: str) -> None:
        self.window.say(self.tr("The job API listens at {}").format(url))
        self.opener.follow_api()

    @Slot(object)
    def _on_not_served(self, error: OSError) -> None:
        self.dialogs.warn(
            self.tr("The job API cannot listen at port {}.").format(self.settings.api_port),
            self.tr("Choose another port in the settings. ({})").format(error.strerror or error),
        )

    @Slot(object)
    def _on_not_exported(self, why: NotExported) -> None:
        self.window.exports.tell_not_exported(why)

    @Slot()
    def _open_page(self) -> None:
        """Show the jobs page in the browser, with a link that works once."""
        self.service.new_link(self._link.emit)

    @Slot(str)
    def _on_link(self, link: str) -> None:
        QDesktopServices.openUrl(QUrl(link))

    @Slot()
    def _dress(self) -> None:
        apply_theme(the_application(), *looks(self.settings))

    @Slot()
    def _on_installed(self) -> None:
        """Try again what failed for want of a model."""
        self.offers.offer_missing(self.settings)
        self.queue.retry(
            state.job.id
            for state in self.queue.states
            if state.failure and state.failure.code == "model_missing"
        )

    @Slot(object, object)
    def _on_settings(self, before: Settings, chosen: Settings) -> None:
        """Let the settings take effect."""
        self.window.show_settings(chosen)
        self.queue.set_parallel(chosen.parallel_jobs)
        if wanted_address(before) != wanted_address(chosen):
            self._serve()
        if looks(before) != looks(chosen):
            self._dress()
        if (before.speech_model, before.summarizer) != (chosen.speech_model, chosen.summarizer):
            self.offers.offer_missing(chosen)
        made_for = (before.text_size, before.window_language)
        if made_for != (chosen.text_size, chosen.window_language):
            # Later: the box that was chosen from belongs to the window that goes.
            QTimer.singleShot(0, self, self._make_anew)

    @Slot()
    def _make_anew(self) -> None:
        """Have a window whose words and sizes are as the settings want them now."""
        self.language.use(self.settings.window_language)
        before, dialog, offers = self.window, self.opener.dialog, self.offers
        self._furnish()
        offers.give_way(self.offers)
        take_place(self.window, before, self.background)
        if dialog:
            self.opener.open(dialog.list.currentRow())

    @Slot()
    def _on_declined(self) -> None:
        self.control.change(offer_language_model=False)


def main(arguments: list[str] | None = None) -> int:
    """Run the program until its window is closed."""
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == ["--engine"]:
        return engine.main(given[1:])
    parser = argparse.ArgumentParser(
        prog="svs-desktop", description="Summarise videos on this computer, in a window."
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    parser.add_argument("videos", nargs="*", type=Path, metavar="VIDEO", help="add to the queue")
    options = parser.parse_args(given)
    app = make_application()
    if taken := hand_over(Places.default(), options.videos):
        return taken_over(taken, len(options.videos))
    try:
        program = Program(Places.default())
    except OSError as error:
        return cannot_start(error)
    program.start(options.videos)
    status = app.exec()
    program.close()
    return status


if __name__ == "__main__":
    sys.exit(main())

"""The program itself: how it looks, where it works, and who else may use it."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from svs_desktop.settings import MOST_PARALLEL_JOBS, MOST_THREADS, Settings
from svs_desktop.ui.api_choice import ApiChoice
from svs_desktop.ui.choices import choice, number
from svs_desktop.ui.forms import Form
from svs_desktop.ui.settings_pages.page import Page

_TEXT_SIZES = (100, 110, 125, 150, 175, 200)


class ProgramPage(Page):
    """Appearance, work and the job API."""

    def __init__(self, settings: Settings, url: str = "", parent: QWidget | None = None) -> None:
        """Show the choices.

        Args:
            settings: As they are.
            url: Where the job API listens; empty when it does not.
            parent: Its owner.
        """
        super().__init__(parent)
        self.set_title(self.tr("Program"))
        self._make_appearance(settings)
        self.device = choice(
            [
                ("auto", self.tr("Whatever is fastest")),
                ("cpu", self.tr("The processor")),
                ("cuda", self.tr("The graphics card (CUDA)")),
            ],
            settings.device,
        )
        self.threads = number(0, MOST_THREADS, settings.threads)
        self.threads.setSpecialValueText(self.tr("Automatic"))
        self.parallel = number(1, MOST_PARALLEL_JOBS, settings.parallel_jobs)
        self.when_done = choice(
            [
                ("nothing", self.tr("Nothing happens")),
                ("notify", self.tr("A notification, if the window is not in use")),
                ("sleep", self.tr("A notification, and the computer sleeps")),
            ],
            settings.when_done,
        )
        self.api = ApiChoice(settings, url)
        self._lay_out()

    def applied_to(self, settings: Settings) -> Settings:
        """The settings with what is chosen here."""
        return replace(
            settings,
            appearance=self.appearance.currentData(),
            text_size=int(self.text_size.currentData()),
            motion=self.motion.currentData(),
            window_language=self.language.currentData(),
            device=self.device.currentData(),
            threads=self.threads.value(),
            parallel_jobs=self.parallel.value(),
            when_done=self.when_done.currentData(),
            api=self.api.switch.isChecked(),
            api_port=self.api.port.value(),
        )

    def _make_appearance(self, settings: Settings) -> None:
        self.appearance = choice(
            [
                ("system", self.tr("As the desktop")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
            ],
            settings.appearance,
        )
        sizes = sorted({*_TEXT_SIZES, settings.text_size})
        self.text_size = choice([(str(n), f"{n} %") for n in sizes], str(settings.text_size))
        self.motion = choice(
            [("system", self.tr("As the desktop")), ("reduced", self.tr("Nothing moves"))],
            settings.motion,
        )
        # Each language in its own words: so it is found by those who read no other.
        self.language = choice(
            [
                ("system", self.tr("As the system")),
                ("en", "English"),
                ("de", "Deutsch"),
                ("es", "Español"),
            ],
            settings.window_language,
        )

    def _lay_out(self) -> None:
        form = Form()
        form.add_heading(self.tr("Window"))
        form.add_field(self.tr("Appearance"), self.appearance)
        form.add_field(self.tr("Text size"), self.text_size)
        form.add_field(self.tr("Motion"), self.motion)
        form.add_field(self.tr("Language of the window"), self.language)
        form.add_heading(self.tr("Work"))
        form.add_field(self.tr("Runs on"), self.device)
        form.add_field(self.tr("Processor threads"), self.threads)
        form.add_field(self.tr("Videos at once"), self.parallel)
        form.add_field(self.tr("When all is done"), self.when_done)
        form.add_heading(self.tr("Other programs"))
        form.add_field(self.tr("Job API"), self.api, self.api.switch)
        form.add_field(self.tr("Port of the job API"), self.api.port)
        self.body.addLayout(form)
        self.body.addStretch()
        self.watch(self.appearance, self.text_size, self.motion, self.language)
        self.watch(
            self.when_done, self.device, self.threads, self.parallel, self.api.switch, self.api.port
        )

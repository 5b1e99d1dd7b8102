"""The settings."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from svs_desktop.pipeline.job import AUTO
from svs_desktop.settings import MOST_PARALLEL_JOBS, MOST_THREADS, Settings
from svs_desktop.ui.theme import GRID, GUTTER

# The languages that people speak most, among those that the models know.
_LANGUAGES = """
    ar bn cs da de el en es fa fi fr he hi hu id it ja ko ms nl no pl pt ro ru sv sw ta te th tr
    uk ur vi zh
""".split()  # noqa: SIM905 - as in a table


class SettingsDialog(QDialog):
    """A form for the settings. They take effect with the next job that begins.

    Signals:
        changed: The new ``Settings``.
    """

    changed = Signal(object)

    def __init__(
        self, settings: Settings, models: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """Show the settings.

        Args:
            settings: As they are.
            models: Name and title of each speech model.
            parent: The window.
        """
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(self.tr("Settings"))
        self.model = _choice(models, settings.speech_model)
        self.language = _choice(self._languages(), settings.language)
        self.device = _choice(
            [
                ("auto", self.tr("Whatever is fastest")),
                ("cpu", self.tr("The processor")),
                ("cuda", self.tr("The graphics card (CUDA)")),
            ],
            settings.device,
        )
        self.threads = QSpinBox()
        self.threads.setRange(0, MOST_THREADS)
        self.threads.setSpecialValueText(self.tr("Automatic"))
        self.threads.setValue(settings.threads)
        self.parallel = QSpinBox()
        self.parallel.setRange(1, MOST_PARALLEL_JOBS)
        self.parallel.setValue(settings.parallel_jobs)
        self.appearance = _choice(
            [
                ("system", self.tr("As the desktop")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
            ],
            settings.appearance,
        )
        self._lay_out()

    def accept(self) -> None:
        """Tell the settings, if one has changed."""
        chosen = replace(
            self._settings,
            speech_model=self.model.currentData(),
            language=self.language.currentData(),
            device=self.device.currentData(),
            threads=self.threads.value(),
            parallel_jobs=self.parallel.value(),
            appearance=self.appearance.currentData(),
        )
        if chosen != self._settings:
            self.changed.emit(chosen)
        super().accept()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(GUTTER)
        form.setVerticalSpacing(3 * GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Speech model"), self.model)
        form.addRow(self.tr("Spoken language"), self.language)
        form.addRow(self.tr("Runs on"), self.device)
        form.addRow(self.tr("Processor threads"), self.threads)
        form.addRow(self.tr("Videos at once"), self.parallel)
        form.addRow(self.tr("Appearance"), self.appearance)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GUTTER, 2 * GUTTER, 2 * GUTTER, GUTTER + 2 * GRID)
        layout.setSpacing(GUTTER)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.setMinimumWidth(420)

    def _languages(self) -> list[tuple[str, str]]:
        named = [(code, QLocale.languageToString(QLocale(code).language())) for code in _LANGUAGES]
        return [(AUTO, self.tr("Detect it")), *sorted(named, key=lambda pair: pair[1])]


def _choice(items: Sequence[tuple[str, str]], current: str) -> QComboBox:
    """A box of choices; one that is not among the items is kept as it is."""
    box = QComboBox()
    known = list(items) if current in dict(items) else [*items, (current, current)]
    for value, text in known:
        box.addItem(text, value)
    box.setCurrentIndex(box.findData(current))
    return box

"""Asks which of a video's audio tracks is to be transcribed, and in which language."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from svs_desktop.pipeline.events import Asked
from svs_desktop.pipeline.job import JobState
from svs_desktop.pipeline.media_info import AudioTrack
from svs_desktop.ui.choices import choice, language_choice, language_name
from svs_desktop.ui.forms import Form
from svs_desktop.ui.job_text import file_name, readable
from svs_desktop.ui.labels import ElidedLabel
from svs_desktop.ui.theme import GRID, GUTTER, Size, font

_WIDTH = 480
_DEFAULT = ""


class SoundDialog(QDialog):
    """The choices for one job that does not run.

    Signals:
        chosen: The job's id and ``Asked``, if it is not as it was.
    """

    chosen = Signal(str, object)

    def __init__(self, state: JobState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.setWindowTitle(self.tr("Sound and language"))
        options = state.job.options
        tracks = [(_DEFAULT, self.tr("The one that players choose"))]
        tracks += [
            (str(t.index), self._title(t)) for t in (state.media.tracks if state.media else ())
        ]
        current = _DEFAULT if options.audio_track is None else str(options.audio_track)
        self.track = choice(tracks, current)
        self.language = language_choice(self.tr("Detect it"), options.language)
        self._lay_out()

    def accept(self) -> None:
        """Tell what is chosen."""
        options = self._state.job.options
        track = self.track.currentData()
        asked = Asked(int(track) if track else None, self.language.currentData(), options.until_s)
        if asked != Asked(options.audio_track, options.language, options.until_s):
            self.chosen.emit(self._state.job.id, asked)
        super().accept()

    def _title(self, track: AudioTrack) -> str:
        what = [language_name(track.language) or track.language, readable(track.title)]
        number = self.tr("Track {}").format(track.index + 1)
        return ", ".join(part for part in (number, *what) if part)

    def _lay_out(self) -> None:
        name = ElidedLabel(font(Size.READING, bold=True))
        name.setText(file_name(self._state))
        form = Form()
        form.add_field(self.tr("Audio track"), self.track)
        form.add_field(self.tr("Spoken language"), self.language)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GUTTER, 2 * GUTTER, 2 * GUTTER, GUTTER + 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(name)
        layout.addLayout(form)
        layout.addSpacing(2 * GRID)
        layout.addWidget(buttons)
        self.setMinimumWidth(_WIDTH)

"""Asks how videos that do not run yet are to be summarised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QVBoxLayout,
    QWidget,
)

from svs_desktop.pipeline.job import JobOptions, JobState
from svs_desktop.pipeline.language_codes import short_code
from svs_desktop.pipeline.media_info import AudioTrack
from svs_desktop.ui import option_texts
from svs_desktop.ui.choices import choice, language_choice
from svs_desktop.ui.forms import Form
from svs_desktop.ui.job_text import file_name, readable
from svs_desktop.ui.labels import ElidedLabel
from svs_desktop.ui.theme import GRID, GUTTER, Size, font
from svs_desktop.ui.words import language_name
from svs_desktop.ui.writer_choice import LanguageModels

_WIDTH = 520
_DEFAULT = ""
_OF_THE_TRANSCRIPT = ("audio_track", "language", "speech_model", "speech_quality")


class OptionsDialog(QDialog):
    """The options of one job or of several; where these differ, a choice says so.

    Signals:
        chosen: ``JobOptions`` by the id of their job, for those that are not as they were.
        folder_chosen: A folder, and the ``JobOptions`` for all that is added from it from now on;
            None for no others than usual.
    """

    chosen = Signal(object)
    folder_chosen = Signal(object, object)

    def __init__(
        self,
        states: Sequence[JobState],
        speech_models: Sequence[tuple[str, str]],
        language_models: LanguageModels,
        folders: Mapping[Path, JobOptions],
        parent: QWidget | None = None,
    ) -> None:
        """Show the options.

        Args:
            states: The jobs, at least one.
            speech_models: Name and title of each.
            language_models: Those that can write the summary.
            folders: The options that folders have.
            parent: The window.
        """
        super().__init__(parent)
        self._states = states
        self._folders = folders
        parents = {state.job.path.parent for state in states}
        self._folder = parents.pop() if len(parents) == 1 else None
        self.setWindowTitle(self.tr("Options"))
        self.boxes = self._make_boxes(speech_models, language_models)
        for name, box in self.boxes.items():
            box.setObjectName(name)
            self._leave_open(name, box)
        self.for_folder = QCheckBox()
        self._lay_out()
        for box in self.boxes.values():
            box.currentIndexChanged.connect(self._allow)
        self._allow()

    def accept(self) -> None:
        """Tell what is chosen."""
        values = {n: box.currentData() for n, box in self.boxes.items()}
        changes = {n: _value(n, data) for n, data in values.items() if data is not None}
        before = {state.job.id: state.job.options for state in self._states}
        after = {job_id: replace(options, **changes) for job_id, options in before.items()}
        if new := {i: options for i, options in after.items() if options != before[i]}:
            self.chosen.emit(new)
        if self._folder and self.for_folder.isEnabled():
            self._tell_folder(self._folder, next(iter(after.values())))
        super().accept()

    def _tell_folder(self, folder: Path, options: JobOptions) -> None:
        wanted = options if self.for_folder.isChecked() else None
        if wanted != self._folders.get(folder):
            self.folder_chosen.emit(folder, wanted)

    def _make_boxes(
        self, speech_models: Sequence[tuple[str, str]], language_models: LanguageModels
    ) -> dict[str, QComboBox]:
        first = self._states[0].job.options
        track = _DEFAULT if first.audio_track is None else str(first.audio_track)
        return {
            "language": language_choice(self.tr("Detect it"), first.language),
            "audio_track": choice(self._tracks(), track),
            "speech_model": choice(speech_models, first.speech_model),
            "speech_quality": choice(option_texts.qualities(), first.speech_quality),
            "summarizer": choice(option_texts.writers(language_models), first.summarizer),
            "length": choice(option_texts.lengths(), first.length),
            "style": choice(option_texts.kinds(), first.style),
            "summary_language": language_choice(
                self.tr("Same as the talk"), first.summary_language
            ),
        }

    def _leave_open(self, name: str, box: QComboBox) -> None:
        """Offer to leave things as they are, where the jobs differ."""
        if len({getattr(state.job.options, name) for state in self._states}) > 1:
            box.insertItem(0, self.tr("Different; leave as it is"), None)
            box.setCurrentIndex(0)
        if name in _OF_THE_TRANSCRIPT:
            # From an earlier transcript nothing is heard anew.
            box.setEnabled(not all(state.job.transcript_of for state in self._states))

    def _tracks(self) -> list[tuple[str, str]]:
        """The tracks that all the videos have."""
        found = [state.media.tracks if state.media else () for state in self._states]
        count = min(len(tracks) for tracks in found)
        alone = len(found) == 1
        titles = [self._title(n, found[0][n] if alone else None) for n in range(count)]
        players = (_DEFAULT, self.tr("The one that players choose"))
        return [players, *((str(n), title) for n, title in enumerate(titles))]

    def _title(self, number: int, track: AudioTrack | None) -> str:
        what = [self.tr("Track {}").format(number + 1)]
        if track:
            what += [
                language_name(short_code(track.language) or track.language),
                readable(track.title),
            ]
        return ", ".join(part for part in what if part)

    @Slot()
    def _allow(self) -> None:
        is_open = any(box.currentData() is None for box in self.boxes.values())
        self.for_folder.setEnabled(self._folder is not None and not is_open)

    def _lay_out(self) -> None:
        name = ElidedLabel(font(Size.READING, bold=True))
        count = len(self._states)
        several = self.tr("%n videos", "", count)
        name.setText(file_name(self._states[0]) if count == 1 else several)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GUTTER, 2 * GUTTER, 2 * GUTTER, GUTTER + 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(name)
        layout.addSpacing(2 * GRID)
        layout.addLayout(self._form())
        layout.addSpacing(2 * GRID)
        if self._folder:
            folder = readable(self._folder.name or str(self._folder))
            text = self.tr("Use this for all that is added from “{}” from now on")
            self.for_folder.setText(text.format(folder))
            self.for_folder.setToolTip(readable(str(self._folder)))
            self.for_folder.setChecked(self._folder in self._folders)
            layout.addWidget(self.for_folder)
            layout.addSpacing(2 * GRID)
        layout.addWidget(buttons)
        self.setMinimumWidth(_WIDTH)

    def _form(self) -> Form:
        form, boxes = Form(), self.boxes
        form.add_heading(self.tr("Transcript"))
        form.add_field(self.tr("Spoken language"), boxes["language"])
        form.add_field(self.tr("Audio track"), boxes["audio_track"])
        form.add_field(self.tr("Speech model"), boxes["speech_model"])
        form.add_field(self.tr("Transcription"), boxes["speech_quality"])
        form.add_heading(self.tr("Summary"))
        form.add_field(self.tr("Summary written by"), boxes["summarizer"])
        form.add_field(self.tr("Length"), boxes["length"])
        form.add_field(self.tr("Kind of talk"), boxes["style"])
        form.add_field(self.tr("Language of the summary"), boxes["summary_language"])
        return form


def _value(name: str, data: str) -> str | int | None:
    if name != "audio_track":
        return data
    return int(data) if data else None

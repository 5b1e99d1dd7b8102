"""The settings dialog."""

from __future__ import annotations

from pathlib import Path

import made
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from svs_desktop.pipeline.models import Model
from svs_desktop.settings import MOST_PARALLEL_JOBS, MOST_THREADS, Settings
from svs_desktop.ui.settings_dialog import SettingsDialog
from svs_desktop.ui.writer_choice import LanguageModels

MODELS = [("base", "Whisper base"), ("small", "Whisper small")]
UNUSUAL = Settings(
    speech_model="/models/mine",
    speech_quality="accurate",
    glossary="Lindqvist",
    language="yue",
    device="cuda",
    threads=7,
    parallel_jobs=3,
    appearance="dark",
    summarizer="/models/mine.gguf",
    length="long",
    style="interview",
    summary_language="yue",
    offer_language_model=False,
    api=True,
    api_port=9999,
    api_folders=("/videos",),
)
ONE, OTHER = made.language_model(), made.language_model("big", "Big 7B")


def show(
    qtbot: QtBot, settings: Settings, models: LanguageModels | None = None
) -> tuple[SettingsDialog, list[Settings]]:
    """The dialog, and what it tells."""
    dialog = SettingsDialog(settings, MODELS, models)
    qtbot.addWidget(dialog)
    told: list[Settings] = []
    dialog.changed.connect(told.append)
    dialog.show()
    return dialog, told


@pytest.mark.parametrize("settings", [Settings(), UNUSUAL])
def test_nothing_is_told_when_nothing_was_changed(qtbot: QtBot, settings: Settings) -> None:
    dialog, told = show(qtbot, settings)

    dialog.accept()

    assert told == []


def test_all_that_is_chosen_is_told(qtbot: QtBot) -> None:
    dialog, told = show(qtbot, Settings(), LanguageModels((ONE,)))
    for box, text in (
        (dialog.summary.length, "Short"),
        (dialog.summary.kind, "Meeting"),
        (dialog.summary.language, "French"),
        (dialog.model, "Whisper small"),
        (dialog.quality, "Fast"),
        (dialog.language, "German"),
        (dialog.device, "The processor"),
        (dialog.appearance, "Dark"),
    ):
        box.setCurrentText(text)
    choose(dialog, "Qwen2.5-Coder 1.5B")
    dialog.glossary.setText(" Lindqvist, hake ")
    dialog.threads.setValue(4)
    dialog.parallel.setValue(2)
    dialog.api.switch.click()
    dialog.api.port.setValue(9000)

    qtbot.keyClick(dialog, Qt.Key.Key_Return)

    assert told == [
        Settings(
            speech_model="small",
            speech_quality="fast",
            glossary="Lindqvist, hake",
            language="de",
            device="cpu",
            threads=4,
            parallel_jobs=2,
            appearance="dark",
            summarizer=ONE.name,
            length="short",
            style="meeting",
            summary_language="fr",
            api=True,
            api_port=9000,
        )
    ]
    assert not dialog.isVisible()


# who writes the summary


def choose(dialog: SettingsDialog, text: str) -> None:
    """Choose who writes, as a click on the entry does."""
    box = dialog.summary.writer.box
    place = box.findText(text)
    box.setCurrentIndex(place)
    box.activated.emit(place)


def entries(dialog: SettingsDialog) -> list[str]:
    box = dialog.summary.writer.box
    return [text for place in range(box.count()) if (text := box.itemText(place))]


def test_only_what_is_installed_can_be_chosen(qtbot: QtBot) -> None:
    dialog, _ = show(qtbot, Settings(), LanguageModels((ONE,), (OTHER,)))

    assert entries(dialog) == [
        "Automatic (best installed)",
        "Key sentences only",
        "Qwen2.5-Coder 1.5B",
        "Choose a file…",
    ]


@pytest.mark.parametrize(
    ("summarizer", "installed", "hint"),
    [
        ("auto", (), "No language model is installed: summaries are the talk's own key sentences."),
        ("auto", (ONE,), "The best of the installed language models that fits the memory."),
        ("extractive", (), "Nothing is written: the talk's own key sentences are shown."),
        (ONE.name, (ONE,), ONE.description),
        (ONE.name, (), "This language model is not installed."),
        ("/models/mine.gguf", (ONE,), "/models/mine.gguf"),
    ],
)
def test_each_choice_is_explained(
    qtbot: QtBot, summarizer: str, installed: tuple[Model, ...], hint: str
) -> None:
    missing = tuple(model for model in (ONE, OTHER) if model not in installed)
    dialog, told = show(qtbot, Settings(summarizer=summarizer), LanguageModels(installed, missing))

    assert dialog.summary.writer.hint == hint
    dialog.accept()
    assert told == []


def test_one_missing_model_is_installed_with_a_click(qtbot: QtBot) -> None:
    dialog, told = show(qtbot, Settings(summarizer="extractive"), LanguageModels((), (ONE,)))
    writer = dialog.summary.writer

    with qtbot.waitSignal(writer.install_wanted) as wanted:
        qtbot.mouseClick(writer.install, Qt.MouseButton.LeftButton)
    assert wanted.args == [ONE.name]
    writer.show_models(LanguageModels((ONE,)))

    assert writer.box.currentText() == "Qwen2.5-Coder 1.5B"
    assert not writer.install.isVisible()
    dialog.accept()
    assert [settings.summarizer for settings in told] == [ONE.name]


def test_automatic_stays_when_a_model_is_installed(qtbot: QtBot) -> None:
    dialog, told = show(qtbot, Settings(), LanguageModels((), (ONE,)))

    dialog.summary.writer.show_models(LanguageModels((ONE,)))

    assert dialog.summary.writer.hint.startswith("The best of the installed")
    dialog.accept()
    assert told == []


def test_one_of_several_missing_models_is_chosen_in_a_menu(qtbot: QtBot) -> None:
    dialog, _ = show(qtbot, Settings(), LanguageModels((), (ONE, OTHER)))
    writer = dialog.summary.writer

    qtbot.mouseClick(writer.install, Qt.MouseButton.LeftButton)
    menu = writer.findChild(QMenu)
    assert [action.text() for action in menu.actions()] == [
        "Qwen2.5-Coder 1.5B  ·  1.1 GB",
        "Big 7B  ·  1.1 GB",
    ]
    with qtbot.waitSignal(writer.install_wanted) as wanted:
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Return)

    assert wanted.args == ["big"]


def test_a_file_of_ones_own_is_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "mine.gguf").touch()
    dialog, told = show(qtbot, Settings(), LanguageModels((ONE,)))
    choose(dialog, "Choose a file…")
    asked = dialog.findChild(QFileDialog)
    asked.setDirectory(str(tmp_path))

    asked.findChild(QLineEdit).setText("mine.gguf")
    qtbot.keyClick(asked.findChild(QLineEdit), Qt.Key.Key_Return)

    assert dialog.summary.writer.box.currentText() == "mine.gguf"
    dialog.accept()
    assert [settings.summarizer for settings in told] == [str(tmp_path / "mine.gguf")]


def test_a_file_that_is_not_chosen_changes_nothing(qtbot: QtBot) -> None:
    dialog, told = show(qtbot, Settings(summarizer="extractive"), LanguageModels((ONE,)))
    choose(dialog, "Choose a file…")

    dialog.findChild(QFileDialog).reject()

    assert dialog.summary.writer.box.currentText() == "Key sentences only"
    dialog.accept()
    assert told == []


@pytest.mark.parametrize("models", [LanguageModels(), LanguageModels((ONE,), (OTHER,))])
def test_the_dialog_keeps_its_size_while_one_chooses(qtbot: QtBot, models: LanguageModels) -> None:
    dialog, _ = show(qtbot, Settings(), models)
    before = dialog.sizeHint()

    for text in entries(dialog)[:-1]:
        choose(dialog, text)
        assert dialog.sizeHint() == before


# the other fields


def test_what_the_dialog_does_not_offer_stays(qtbot: QtBot) -> None:
    dialog, told = show(qtbot, UNUSUAL)

    dialog.threads.setValue(8)
    dialog.accept()

    assert told == [replace(UNUSUAL, threads=8)]


def test_leaving_tells_nothing(qtbot: QtBot) -> None:
    dialog, told = show(qtbot, Settings())
    dialog.threads.setValue(8)

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert told == []
    assert not dialog.isVisible()


def test_numbers_keep_within_their_limits(qtbot: QtBot) -> None:
    dialog, told = show(qtbot, Settings())

    for field in (dialog.threads, dialog.parallel):
        field.selectAll()
        qtbot.keyClicks(field, "99999")
    dialog.accept()

    assert told[0].threads <= MOST_THREADS
    assert told[0].parallel_jobs <= MOST_PARALLEL_JOBS


def test_no_number_of_threads_is_said_in_words(qtbot: QtBot) -> None:
    dialog, _ = show(qtbot, Settings())

    assert dialog.threads.text() == "Automatic"


def test_every_field_can_be_reached_and_has_a_name(qtbot: QtBot) -> None:
    dialog, _ = show(qtbot, Settings())
    fields = [*dialog.findChildren(QComboBox), *dialog.findChildren(QSpinBox)]
    buddies = {label.buddy(): label.text() for label in dialog.findChildren(QLabel)}
    order: list[QWidget] = [fields[0]]
    while (after := order[-1].nextInFocusChain()) is not order[0]:
        order.append(after)

    assert sorted(buddies[field] for field in fields) == [
        "Appearance",
        "Kind of talk",
        "Language of the summary",
        "Length",
        "Port of the job API",
        "Processor threads",
        "Runs on",
        "Speech model",
        "Spoken language",
        "Summary written by",
        "Transcription",
        "Videos at once",
    ]
    rows = [field.mapTo(dialog, QPoint()).y() for field in order if field in fields]
    assert rows == sorted(rows)
    assert dialog.findChild(QDialogButtonBox).buttons()[0].isDefault()

"""The settings and their pages: what is chosen is told at once."""

from __future__ import annotations

from pathlib import Path

import made
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from svs_desktop.paths import Places
from svs_desktop.pipeline.models import Model
from svs_desktop.settings import MOST_PARALLEL_JOBS, MOST_THREADS, Settings
from svs_desktop.ui.settings_dialog import SettingsDialog
from svs_desktop.ui.settings_pages import (
    FilesPage,
    ModelsPage,
    Pages,
    PrivacyPage,
    ProgramPage,
    SummaryPage,
    TranscriptionPage,
)
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
    text_size=130,
    motion="reduced",
    window_language="es",
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
    pages = Pages(
        TranscriptionPage(settings, MODELS),
        SummaryPage(settings, models or LanguageModels()),
        ModelsPage(),
        FilesPage(Places.under(Path("/home/of/the/program")), settings),
        ProgramPage(settings),
        PrivacyPage(),
    )
    dialog = SettingsDialog(settings, pages)
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


def test_all_that_is_chosen_is_told_at_once(qtbot: QtBot) -> None:
    dialog, told = show(qtbot, Settings(), LanguageModels((ONE,)))
    said, program, summary = (
        dialog.pages.transcription,
        dialog.pages.program,
        dialog.pages.summary.choices,
    )
    for box, text in (
        (summary.length, "Short"),
        (summary.kind, "Meeting"),
        (summary.language, "French"),
        (said.model, "Whisper small"),
        (said.quality, "Fast"),
        (said.language, "German"),
        (program.device, "The processor"),
        (program.appearance, "Dark"),
        (program.text_size, "150 %"),
        (program.motion, "Nothing moves"),
        (program.language, "Deutsch"),
    ):
        before = len(told)
        box.setCurrentText(text)
        assert len(told) == before + 1
    choose(dialog, "Qwen2.5-Coder 1.5B")
    said.glossary.setText(" Lindqvist, hake ")
    program.threads.setValue(4)
    program.parallel.setValue(2)
    program.api.switch.click()
    program.api.port.setValue(9000)

    assert told[-1] == Settings(
        speech_model="small",
        speech_quality="fast",
        glossary="Lindqvist, hake",
        language="de",
        device="cpu",
        threads=4,
        parallel_jobs=2,
        appearance="dark",
        text_size=150,
        motion="reduced",
        window_language="de",
        summarizer=ONE.name,
        length="short",
        style="meeting",
        summary_language="fr",
        api=True,
        api_port=9000,
    )
    assert dialog.isVisible()


def test_what_is_written_is_told_when_it_is_whole(qtbot: QtBot) -> None:
    dialog, told = show(qtbot, Settings())
    field = dialog.pages.transcription.glossary

    qtbot.keyClicks(field, "hake")
    assert told == []
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [settings.glossary for settings in told] == ["hake"]
    assert dialog.isVisible()
    qtbot.keyClicks(field, "s")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert [settings.glossary for settings in told] == ["hake", "hakes"]
    assert not dialog.isVisible()


def test_pages_are_turned_with_keys(qtbot: QtBot) -> None:
    dialog, _ = show(qtbot, Settings())
    dialog.list.setFocus()

    seen = []
    for page in dialog.pages:
        assert dialog.page is page
        assert page.isVisible()
        seen.append(page.title)
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down)

    assert seen == ["Transcription", "Summary", "Models", "Files", "Program", "Privacy"]


def test_what_was_chosen_elsewhere_is_not_taken_back(qtbot: QtBot) -> None:
    dialog, told = show(qtbot, Settings())

    dialog.adopt(Settings(offer_language_model=False))
    dialog.pages.program.threads.setValue(3)

    assert told == [Settings(offer_language_model=False, threads=3)]


# who writes the summary


def choose(dialog: SettingsDialog, text: str) -> None:
    """Choose who writes, as a click on the entry does."""
    box = dialog.pages.summary.choices.writer.box
    place = box.findText(text)
    box.setCurrentIndex(place)
    box.activated.emit(place)


def entries(dialog: SettingsDialog) -> list[str]:
    box = dialog.pages.summary.choices.writer.box
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

    assert dialog.pages.summary.choices.writer.hint == hint
    dialog.accept()
    assert told == []


def test_one_missing_model_is_installed_with_a_click(qtbot: QtBot) -> None:
    dialog, told = show(qtbot, Settings(summarizer="extractive"), LanguageModels((), (ONE,)))
    writer = dialog.pages.summary.choices.writer

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

    dialog.pages.summary.choices.writer.show_models(LanguageModels((ONE,)))

    assert dialog.pages.summary.choices.writer.hint.startswith("The best of the installed")
    dialog.accept()
    assert told == []


def test_one_of_several_missing_models_is_chosen_in_a_menu(qtbot: QtBot) -> None:
    dialog, _ = show(qtbot, Settings(), LanguageModels((), (ONE, OTHER)))
    writer = dialog.pages.summary.choices.writer

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

    assert dialog.pages.summary.choices.writer.box.currentText() == "mine.gguf"
    dialog.accept()
    assert [settings.summarizer for settings in told] == [str(tmp_path / "mine.gguf")]


def test_a_file_that_is_not_chosen_changes_nothing(qtbot: QtBot) -> None:
    dialog, told = show(qtbot, Settings(summarizer="extractive"), LanguageModels((ONE,)))
    choose(dialog, "Choose a file…")

    dialog.findChild(QFileDialog).reject()

    assert dialog.pages.summary.choices.writer.box.currentText() == "Key sentences only"
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

    dialog.pages.program.threads.setValue(8)
    dialog.accept()

    assert told == [replace(UNUSUAL, threads=8)]


def test_numbers_keep_within_their_limits(qtbot: QtBot) -> None:
    dialog, told = show(qtbot, Settings())

    for field in (dialog.pages.program.threads, dialog.pages.program.parallel):
        field.selectAll()
        qtbot.keyClicks(field, "99999")
    dialog.accept()

    assert told[-1].threads <= MOST_THREADS
    assert told[-1].parallel_jobs <= MOST_PARALLEL_JOBS


def test_no_number_of_threads_is_said_in_words(qtbot: QtBot) -> None:
    dialog, _ = show(qtbot, Settings())

    assert dialog.pages.program.threads.text() == "Automatic"


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
        "Language of the window",
        "Length",
        "Motion",
        "Port of the job API",
        "Processor threads",
        "Runs on",
        "Speech model",
        "Spoken language",
        "Summary written by",
        "Text size",
        "Transcription",
        "Videos at once",
        "When all is done",
    ]
    for page in dialog.pages:
        own = [field for field in order if field in fields and page.isAncestorOf(field)]
        rows = [field.mapTo(page, QPoint()).y() for field in own]
        assert rows == sorted(rows)

"""The settings dialog."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QLabel, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from svs_desktop.settings import MOST_PARALLEL_JOBS, MOST_THREADS, Settings
from svs_desktop.ui.settings_dialog import SettingsDialog

MODELS = [("base", "Whisper base"), ("small", "Whisper small")]
UNUSUAL = Settings(
    speech_model="/models/mine",
    language="yue",
    device="cuda",
    threads=7,
    parallel_jobs=3,
    appearance="dark",
)


def show(qtbot: QtBot, settings: Settings) -> tuple[SettingsDialog, list[Settings]]:
    """The dialog, and what it tells."""
    dialog = SettingsDialog(settings, MODELS)
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
    dialog, told = show(qtbot, Settings())
    for box, text in (
        (dialog.model, "Whisper small"),
        (dialog.language, "German"),
        (dialog.device, "The processor"),
        (dialog.appearance, "Dark"),
    ):
        box.setCurrentText(text)
    dialog.threads.setValue(4)
    dialog.parallel.setValue(2)

    qtbot.keyClick(dialog, Qt.Key.Key_Return)

    assert told == [
        Settings(
            speech_model="small",
            language="de",
            device="cpu",
            threads=4,
            parallel_jobs=2,
            appearance="dark",
        )
    ]
    assert not dialog.isVisible()


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
        "Processor threads",
        "Runs on",
        "Speech model",
        "Spoken language",
        "Videos at once",
    ]
    rows = [field.y() for field in order if field in fields]
    assert rows == sorted(rows)
    assert dialog.findChild(QDialogButtonBox).buttons()[0].isDefault()

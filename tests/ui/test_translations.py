"""All that the window says is there in German and Spanish, and the .qm files say the same."""

from __future__ import annotations

import ast
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import made
import pytest
from desk import Desk
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot
from test_settings_dialog import show as show_settings

import svs_desktop
from svs_desktop import settings
from svs_desktop.library import LibraryError
from svs_desktop.library.errors import LibraryFull
from svs_desktop.paths import Places, resource
from svs_desktop.pipeline.errors import ErrorCode, Failure
from svs_desktop.pipeline.job import Status
from svs_desktop.pipeline.notices import Notice, NoticeCode
from svs_desktop.settings import Settings
from svs_desktop.ui.application import the_application
from svs_desktop.ui.job_text import remedy, sentence
from svs_desktop.ui.shortcuts_sheet import ShortcutsSheet
from svs_desktop.ui.window_language import WindowLanguage
from svs_desktop.ui.words import duration_text, language_name, size_text, speed_text, time_left_text

FOLDER = resource("translations")
PACKAGE = Path(svs_desktop.__file__).parent
HOW = "Run: make translations; then write what is missing into resources/translations/*.ts"

_PLACEHOLDER = re.compile(r"{\w*}|%n|&(?=\w)|\n|…$")


class Text:
    """An entry of a .ts file: the source, and its translation in each of its forms."""

    def __init__(self, context: str, message: ElementTree.Element) -> None:
        found = message.find("translation")
        assert found is not None
        self.context = context
        self.source = message.findtext("source") or ""
        self.is_plural = message.get("numerus") == "yes"
        self.is_finished = found.get("type") is None
        self.forms = [form.text or "" for form in (found if self.is_plural else [found])]


def texts(language: str, folder: Path = FOLDER) -> list[Text]:
    root = ElementTree.parse(folder / f"svs_{language}.ts").getroot()
    return [
        Text(context.findtext("name") or "", message)
        for context in root.iter("context")
        for message in context.iter("message")
    ]


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """The program that ``make translations`` runs."""
    path = PACKAGE.parent / "tools" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def language() -> Iterator[WindowLanguage]:
    before = QLocale()
    language = WindowLanguage(the_application(), FOLDER)
    yield language
    language.use("en")
    for translator in language._translators:
        QCoreApplication.removeTranslator(translator)
    QLocale.setDefault(before)


def test_every_text_has_its_translation(tool: ModuleType, tmp_path: Path) -> None:
    for language in ("de", "es", "en"):
        shutil.copy(FOLDER / f"svs_{language}.ts", tmp_path)
    tool.extract(tmp_path)

    missing = [
        f"{language}: {text.context}: {text.source}"
        for language in ("de", "es", "en")
        for text in texts(language, tmp_path)
        if not text.is_finished or not all(text.forms)
    ]
    assert not missing, "\n".join([HOW, *missing])
    for path in tmp_path.iterdir():
        # What is no longer said is no longer there, either.
        assert path.read_text("utf-8") == (FOLDER / path.name).read_text("utf-8"), HOW


def test_what_is_compiled_is_what_is_written(tool: ModuleType, tmp_path: Path) -> None:
    tool.compile_all(FOLDER, tmp_path)

    for path in tmp_path.iterdir():
        assert path.read_bytes() == (FOLDER / path.name).read_bytes(), HOW


@pytest.mark.parametrize("language", ["de", "es", "en"])
def test_what_is_filled_in_stays_the_same(language: str) -> None:
    for text in filter(lambda text: text.is_finished, texts(language)):
        if text.is_plural:
            assert len(text.forms) == 2, text.source
            text.forms = text.forms[1:]  # of one thing it may say "the newest"
        for form in text.forms:
            filled = sorted(_PLACEHOLDER.findall(text.source))
            assert sorted(_PLACEHOLDER.findall(form)) == filled, (text.source, form)


def test_what_is_translated_can_be_found() -> None:
    # Extraction sees texts, not expressions; and Qt asks for the class of the one that says it.
    for path in (*(PACKAGE / "ui").rglob("*.py"), PACKAGE / "app.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(value=said_by, attr="tr"), args=[first, *_]):
                    assert ast.unparse(said_by) == "self", f"{path.name}:{node.lineno}"
                    assert isinstance(first, ast.Constant), f"{path.name}:{node.lineno}"
                case ast.Call(func=ast.Attribute(attr="translate"), args=[first, *_]):
                    what = f"{path.name}:{node.lineno}: take job_text.tr"
                    assert not isinstance(first, ast.Constant), what


def test_numbers_and_times_are_written_as_in_the_language(language: WindowLanguage) -> None:
    language.use("de")
    assert size_text(1_100_000_000) == "1,1 GB"
    assert speed_text(0.42) == "0,4\N{MULTIPLICATION SIGN}"
    assert speed_text(3.0) == "3\N{MULTIPLICATION SIGN}"
    assert time_left_text(4700) == "noch etwa 1 Std. 20 Min."
    assert duration_text(200_000) == "3 Tage"
    assert language_name("de") == "Deutsch"
    language.use("es")
    assert time_left_text(100) == "quedan unos 2 min"
    assert language_name("de") == "Alemán"
    language.use("en")
    assert size_text(1_100_000_000) == "1.1 GB"
    assert language_name("de") == "German"


def test_the_core_speaks_the_language_of_the_window(language: WindowLanguage) -> None:
    language.use("de")

    failed = Failure(ErrorCode.ENGINE_CRASHED, {"name": "a.mp4", "reason": "it was closed"})
    assert sentence(failed) == "Die Verarbeitung von „a.mp4“ brach ab: es wurde geschlossen."
    full: LibraryError = LibraryFull(path="/a")
    assert sentence(full).startswith("Der Datenträger ist voll")
    assert remedy(full).startswith("Auf dem Datenträger Platz schaffen")
    notice = Notice(NoticeCode.DAMAGED, {"count": "1"})
    assert sentence(notice) == "1 beschädigte Stelle der Aufnahme wurde übersprungen."
    wrong = settings.Problem(
        settings.ProblemKind.WRONG_VALUE, "device", "x", "auto, cpu or cuda", "auto"
    )
    assert sentence(wrong).endswith("nur auto, cpu oder cuda; es gilt „auto“.")


def test_a_sentence_within_a_sentence_is_translated_too(language: WindowLanguage) -> None:
    too_large = Failure(
        ErrorCode.MODEL_TOO_LARGE, {"model": "q", "needed": "4.5 GB", "free": "2.0 GB"}
    )
    reason = too_large.sentence.rstrip(".")
    notice = Notice(NoticeCode.WRITER_FAILED, {"model": "q", "reason": reason})
    several = Failure(
        ErrorCode.MODEL_UNAVAILABLE,
        {"model": "q", "reason": "the package index: there is no connection; the model hub: 404"},
    )
    assert sentence(notice).endswith(f"did not write a summary: {reason}.")

    language.use("es")

    assert sentence(notice).endswith(
        "no ha escrito un resumen: El modelo «q» necesita 4.5 GB de memoria; hay 2.0 GB libres."
    )
    assert "índice de paquetes: no hay conexión; repositorio de modelos: 404." in sentence(several)


# The program as it starts; it tells what its window says, and how Qt's own buttons are called.
STARTED = """
from PySide6.QtWidgets import QDialogButtonBox
from svs_desktop.app import Program
from svs_desktop.paths import Places
from svs_desktop.settings import Settings
from svs_desktop.ui.application import make_application
app = make_application()
program = Program(Places.default())
box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
print(program.window.actions_.add_files.text(), box.buttons()[0].text(), sep="|")
program.close()
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("system", "said"),
    [
        ("de_DE.UTF-8", "Videos hinzufügen…|Abbrechen"),
        ("es_ES.UTF-8", "Añadir vídeos…|Cancelar"),
        ("fr_FR.UTF-8", "Add videos…|Cancel"),
    ],
)
def test_the_window_speaks_the_language_of_the_system(
    system: str, said: str, tmp_path: Path
) -> None:
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("LC_") and name not in {"LANG", "LANGUAGE"}
    }
    environment |= {"LANG": system, "SVS_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    environment |= {"PYTHONIOENCODING": "utf-8"}
    child = subprocess.run(
        [sys.executable, "-c", STARTED],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    assert child.stdout.strip().replace("&", "") == said


def said_by(window: QWidget) -> Iterator[str]:
    """All texts of a window: those that are seen, the tips, and what a screen reader says."""
    for action in window.findChildren(QAction):
        yield from (action.text(), action.toolTip())
    for widget in (window, *window.findChildren(QWidget)):
        yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName())
        match widget:
            case QLabel() | QAbstractButton():
                yield widget.text()
            case QLineEdit():
                yield widget.placeholderText()
            case QComboBox() | QTabBar():
                item = widget.itemText if isinstance(widget, QComboBox) else widget.tabText
                yield from (item(place) for place in range(widget.count()))
            case QListWidget():
                yield from (widget.item(place).text() for place in range(widget.count()))


@pytest.fixture(params=["de", "es"])
def furnished(
    language: WindowLanguage, places: Places, qtbot: QtBot, request: pytest.FixtureRequest
) -> Iterator[Desk]:
    """A window in another language with a job that failed, one that runs, and a result."""
    language.use(request.param)
    desk = Desk(places, qtbot)
    desk.show()
    first, second = desk.add("a.mp4", "b.mp4")
    desk.wait_for(first, Status.RUNNING)
    desk.window.queue_pane.select(first)
    desk.fail(first, made.failure())
    desk.wait_for(second, Status.RUNNING)
    desk.open(made.meeting())
    yield desk
    desk.close()


def test_nothing_that_is_said_stays_english(furnished: Desk, qtbot: QtBot) -> None:
    known = texts(QLocale().name()[:2])
    english = {text.source for text in known} - {form for text in known for form in text.forms}
    english.remove("English")  # each language can be chosen by its own name
    window = furnished.window
    dialog = show_settings(qtbot, Settings())[0]
    sheet = ShortcutsSheet(window.actions_, window)

    for said in map(set, map(said_by, (window, dialog, sheet))):
        # The tip of an action has its keys behind the text.
        said |= {re.sub(r" \(.*\)$", "", text) for text in said}
        assert sorted(said & english) == []
    summary = window.result_page.summary.toPlainText().splitlines()
    assert sorted(english & set(summary)) == []

"""The page of a job without a result: how it stands, and the way out of a failure."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import made
import pytest
from desk import Desk
from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from svs_desktop.pipeline.errors import ErrorCode, Failure
from svs_desktop.pipeline.events import Progressed, Transcribed
from svs_desktop.pipeline.job import Status
from svs_desktop.pipeline.progress import Stage
from svs_desktop.ui.job_page import JobPage

LEFT = Qt.MouseButton.LeftButton


class Opened(QObject):
    """Stands where the desktop opens files."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[QUrl] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.urls.append(url)


@pytest.fixture
def opened() -> Iterator[Opened]:
    made_ = Opened()
    QDesktopServices.setUrlHandler("file", made_, "open")
    yield made_
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def page(qtbot: QtBot) -> JobPage:
    shown = JobPage()
    qtbot.addWidget(shown)
    shown.resize(700, 500)
    shown.show()
    return shown


def visible_buttons(page: JobPage) -> list[str]:
    return [b.text() for b in page.findChildren(QPushButton) if b.isVisible()]


@pytest.mark.parametrize(
    ("state", "buttons", "has_bar"),
    [
        (made.state(Status.QUEUED), [], True),
        (made.state(Status.RUNNING), [], True),
        (made.state(Status.CANCELLED), ["Try again"], False),
        (
            made.state(Status.FAILED),
            ["Try again", "Show the file", "Copy details", "Save diagnostics…"],
            False,
        ),
        (
            made.state(Status.FAILED, failure=made.failure(ErrorCode.MODEL_MISSING, model="base")),
            ["Try again", "Install the model…", "Copy details", "Save diagnostics…"],
            False,
        ),
        (
            made.state(Status.FAILED, failure=made.failure(ErrorCode.MODEL_BROKEN, model="base")),
            ["Try again", "Install the model…", "Copy details", "Save diagnostics…"],
            False,
        ),
    ],
)
def test_each_status_offers_what_helps(
    page: JobPage, state: made.JobState, buttons: list[str], has_bar: bool
) -> None:
    page.show_job(state)

    assert visible_buttons(page) == buttons
    assert page.findChild(QProgressBar).isVisible() is has_bar


def test_a_failure_says_what_happened_and_what_to_do(page: JobPage) -> None:
    page.show_job(made.state(Status.FAILED))

    assert page._line.text() == (
        "“lecture-4.mp4” has no audio track, so there is nothing to transcribe."
    )
    assert page._remedy.text() == "Choose a file with sound."
    assert page._remedy.isVisible()
    page.show_job(made.state(Status.RUNNING))
    assert not page._remedy.isVisible()


def test_the_bar_follows_the_work(page: JobPage) -> None:
    bar = page.findChild(QProgressBar)

    page.show_job(made.state(Status.RUNNING, overall=42.5))

    assert bar.value() / bar.maximum() == pytest.approx(0.425)


def test_trying_again_queues_the_job(desk: Desk, qtbot: QtBot) -> None:
    (job_id,) = desk.add("a.mp4")
    desk.fail(job_id, made.failure())

    qtbot.mouseClick(desk.window.job_page.retry, LEFT)

    desk.wait_for(job_id, Status.RUNNING)
    assert visible_buttons(desk.window.job_page) == []


@pytest.mark.parametrize(
    ("code", "tracks", "button"),
    [
        (ErrorCode.NO_SUCH_TRACK, 2, "Choose another track…"),
        (ErrorCode.NO_SUCH_TRACK, 1, ""),
        (ErrorCode.AUDIO_UNDECODABLE, 3, "Choose another track…"),
        (ErrorCode.LANGUAGE_UNKNOWN, 1, "Choose another language…"),
        (ErrorCode.MODEL_TOO_LARGE, 1, "Choose another model…"),
        (ErrorCode.OUT_OF_MEMORY, 1, "Choose another model…"),
        (ErrorCode.NOT_MEDIA, 1, ""),
    ],
)
def test_what_can_be_chosen_otherwise_opens_the_options(
    desk: Desk, qtbot: QtBot, code: ErrorCode, tracks: int, button: str
) -> None:
    page, wanted = desk.window.job_page, desk.window.queue_pane.commands.options_wanted
    media = replace(made.MEDIA, tracks=made.MEDIA.tracks * tracks)
    failed = made.state(Status.FAILED, failure=made.failure(code), media=media)
    desk.window.opening.show_page(page)
    page.show_job(failed)

    assert page.options.isVisible() is bool(button)
    if button:
        assert page.options.text() == button
        with qtbot.waitSignal(wanted) as asked:
            qtbot.mouseClick(page.options, LEFT)
        assert asked.args == [[failed]]


def test_every_failure_has_a_sentence_a_cause_and_a_button(page: JobPage) -> None:
    for code in ErrorCode:
        page.show_job(made.state(Status.FAILED, failure=made.failure(code, model="base")))
        assert {"Try again", "Copy details", "Save diagnostics…"} <= set(visible_buttons(page))
        assert page._line.text()
        assert page._remedy.text()


def test_diagnostics_are_asked_for_on_the_page_and_by_a_key(desk: Desk, qtbot: QtBot) -> None:
    (job_id,) = desk.add("a.mp4")
    desk.fail(job_id, made.failure(ErrorCode.INTERNAL))
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

    with qtbot.waitSignal(desk.window.report_wanted):
        qtbot.mouseClick(desk.window.job_page.report, LEFT)
    with qtbot.waitSignal(desk.window.report_wanted):
        qtbot.keyClick(desk.window, Qt.Key.Key_D, modifiers)


def test_installing_asks_for_the_model(desk: Desk, qtbot: QtBot) -> None:
    (job_id,) = desk.add("a.mp4")
    desk.fail(job_id, Failure(ErrorCode.MODEL_MISSING, {"model": "base"}))

    with qtbot.waitSignal(desk.window.model_wanted) as wanted:
        qtbot.mouseClick(desk.window.job_page.install, LEFT)

    assert wanted.args == ["base"]


def test_showing_the_file_opens_its_folder(page: JobPage, qtbot: QtBot, opened: Opened) -> None:
    page.show_job(made.state(Status.FAILED))

    qtbot.mouseClick(page.show_file, LEFT)

    assert [Path(url.toLocalFile()) for url in opened.urls] == [Path("/videos")]


def test_copying_takes_all_that_a_report_needs(page: JobPage, qtbot: QtBot) -> None:
    page.show_job(made.state(Status.FAILED))

    qtbot.mouseClick(page.copy_details, LEFT)

    assert QGuiApplication.clipboard().text().splitlines() == [
        "no_audio",
        "“lecture-4.mp4” has no audio track, so there is nothing to transcribe.",
        "Choose a file with sound.",
        "a line of the log",
    ]


def test_the_transcript_grows_as_it_is_made(desk: Desk, qtbot: QtBot) -> None:
    (job_id,) = desk.add("a.mp4")
    said = made.segments(6)
    view = desk.window.job_page.transcript

    desk.say(job_id, Transcribed(said[:2]))
    qtbot.waitUntil(lambda: view.document().blockCount() == 2)
    desk.say(job_id, Transcribed(said[2:]))
    qtbot.waitUntil(lambda: view.document().blockCount() == 6)

    assert view.toPlainText().splitlines()[3] == f"0:12\t{said[3].text}"


def test_the_transcript_of_a_job_is_there_when_one_comes_back_to_it(
    desk: Desk, qtbot: QtBot
) -> None:
    first, second = desk.add("a.mp4", "b.mp4")
    said = made.segments(6)
    view = desk.window.job_page.transcript
    desk.say(first, Transcribed(said[:4]))
    qtbot.waitUntil(lambda: view.document().blockCount() == 4)

    desk.window.queue_pane.select(second)
    assert view.toPlainText() == ""
    with desk.busy_library():
        desk.window.queue_pane.select(first)
        # The engine's newest words overtake what the library has to tell.
        desk.queue.transcribed.emit(first, said[4:])
    qtbot.waitUntil(lambda: view.document().blockCount() == 6)

    times = [line.split("\t")[0] for line in view.toPlainText().splitlines()]
    assert times == ["0:00", "0:04", "0:08", "0:12", "0:16", "0:20"]


def test_another_try_begins_with_an_empty_transcript(desk: Desk, qtbot: QtBot) -> None:
    (job_id,) = desk.add("a.mp4")
    view = desk.window.job_page.transcript
    desk.say(job_id, Transcribed(made.segments(4)))
    qtbot.waitUntil(lambda: view.document().blockCount() == 4)
    desk.fail(job_id, made.failure())
    assert view.document().blockCount() == 4

    desk.queue.retry([job_id])

    assert view.toPlainText() == ""


def test_progress_rises_on_the_page(desk: Desk, qtbot: QtBot) -> None:
    (job_id,) = desk.add("a.mp4")
    bar = desk.window.job_page.findChild(QProgressBar)
    seen = []
    bar.valueChanged.connect(seen.append)

    for stage in Stage:
        desk.say(job_id, Progressed(made.progress(stage, 0.5)))
    qtbot.waitUntil(lambda: bar.value() == 850)

    assert seen == [100, 450, 850]

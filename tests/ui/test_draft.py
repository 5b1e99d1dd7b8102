"""The summary on the page of its job, as it is written."""

from __future__ import annotations

import made
import pytest
from desk import Desk
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from svs_desktop.pipeline.events import Drafted, Progressed, Transcribed
from svs_desktop.pipeline.job import Status
from svs_desktop.pipeline.progress import Stage
from svs_desktop.ui.draft_page import DraftPage, DraftView

LONG = "\n\n".join(" ".join(made.sentence(n + k).text for k in range(4)) for n in range(20))


def page(desk: Desk) -> DraftPage:
    return desk.window.job_page.draft


def text(desk: Desk) -> str:
    """What is written on the page; empty when another is shown."""
    return page(desk).view.toPlainText() if page(desk).isVisible() else ""


@pytest.fixture
def view(qtbot: QtBot) -> DraftView:
    shown = DraftView()
    qtbot.addWidget(shown)
    shown.resize(600, 400)
    shown.show()
    return shown


def test_the_summary_grows_as_it_is_written(desk: Desk, qtbot: QtBot) -> None:
    (job_id,) = desk.add("a.mp4")
    desk.say(job_id, Transcribed(made.segments(4)))
    desk.say(job_id, Progressed(made.progress(Stage.SUMMARIZE, 0.2)))
    transcript = desk.window.job_page.transcript
    qtbot.waitUntil(lambda: transcript.document().blockCount() == 4)
    assert transcript.isVisible()

    for so_far in ("The", "The sea", "The sea floor.\n\nNodules"):
        desk.say(job_id, Drafted(so_far))
        qtbot.waitUntil(lambda so_far=so_far: text(desk) == so_far.replace("\n\n", "\n"))

    words = [label.text() for label in page(desk).findChildren(QLabel)]
    assert words[0] == "Summary, as it is written"
    assert not transcript.isVisible()


def test_the_draft_gives_way_to_the_result(desk: Desk, qtbot: QtBot) -> None:
    (job_id,) = desk.add("a.mp4")
    desk.say(job_id, Drafted("The sea"))
    qtbot.waitUntil(lambda: text(desk) == "The sea")

    with qtbot.waitSignal(desk.window.result_shown):
        desk.finish(job_id, made.written())

    assert desk.window.result_page.isVisible()
    assert desk.window.job_page._drafts == {}


def test_a_job_that_ends_without_a_result_shows_its_transcript(desk: Desk, qtbot: QtBot) -> None:
    (job_id,) = desk.add("a.mp4")
    desk.say(job_id, Transcribed(made.segments(4)), Drafted("The sea"))
    qtbot.waitUntil(lambda: text(desk) == "The sea")

    desk.fail(job_id, made.failure())

    assert desk.window.job_page.transcript.isVisible()
    assert desk.window.job_page.transcript.document().blockCount() == 4


def test_another_try_begins_without_a_draft(desk: Desk, qtbot: QtBot) -> None:
    (job_id,) = desk.add("a.mp4")
    desk.say(job_id, Drafted("The sea"))
    qtbot.waitUntil(lambda: text(desk) == "The sea")
    desk.queue.cancel([job_id])
    desk.wait_for(job_id, Status.CANCELLED)

    desk.queue.retry([job_id])
    desk.wait_for(job_id, Status.RUNNING)

    assert not page(desk).isVisible()


def test_the_draft_is_there_when_one_comes_back_to_it(desk: Desk, qtbot: QtBot) -> None:
    first, second = desk.add("a.mp4", "b.mp4")
    desk.say(first, Drafted("The sea"))
    qtbot.waitUntil(lambda: text(desk) == "The sea")

    desk.window.queue_pane.select(second)
    assert text(desk) == ""
    desk.say(first, Drafted("The sea floor"))
    qtbot.waitUntil(lambda: desk.window.job_page._drafts == {first: "The sea floor"})
    assert text(desk) == ""
    desk.window.queue_pane.select(first)

    assert text(desk) == "The sea floor"


def test_drafts_of_jobs_that_nobody_looks_at_are_let_go(desk: Desk, qtbot: QtBot) -> None:
    first, _ = desk.add("a.mp4", "b.mp4")
    desk.window.queue_pane.select(desk.queue.ids[1])
    desk.say(first, Drafted("The sea"))
    qtbot.waitUntil(lambda: first in desk.window.job_page._drafts)

    desk.fail(first, made.failure())

    assert desk.window.job_page._drafts == {}


# the text on the page


@pytest.mark.parametrize(
    "drafts",
    [
        ["The sea", "The sea floor", "The sea floor is"],
        ["One.\n", "One.\n\n", "One.\n\nTwo", "One.\n\nTwo."],
        ["The sea flor is", "The sea floor is"],
        ["A sentence that goes. Another", "Another one"],
        ["🎥 films", "🎥 films 🔬", "🎥 film 🔬"],
        ["<b>bold</b> & <i>", "<b>bold</b> & <i>x</i>"],
        ["gone", ""],
    ],
)
def test_the_page_has_the_newest_text(view: DraftView, drafts: list[str]) -> None:
    for draft in drafts:
        view.show_draft(draft)

    assert view.toPlainText() == drafts[-1].strip().replace("\n\n", "\n")


def test_the_page_follows_the_text(view: DraftView) -> None:
    for end in range(0, len(LONG), 97):
        view.show_draft(LONG[:end])
        bar = view.verticalScrollBar()
        assert bar.value() == bar.maximum()

    assert bar.maximum() > 0


def test_one_who_reads_above_is_left_alone(view: DraftView) -> None:
    view.show_draft(LONG[:4000])
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    before = view.viewport().grab().toImage()

    for end in range(4000, len(LONG), 97):
        view.show_draft(LONG[:end])
        assert bar.value() == place

    assert view.viewport().grab().toImage() == before
    bar.setValue(bar.maximum())
    view.show_draft(f"{LONG}\n\nMore.")
    assert bar.value() == bar.maximum()


def test_only_what_is_new_is_written(view: DraftView) -> None:
    view.show_draft(LONG)
    changes: list[tuple[int, int, int]] = []
    view.document().contentsChange.connect(lambda *change: changes.append(change))

    view.show_draft(f"{LONG} More.")
    view.show_draft(f"{LONG} More.")

    assert len(changes) == 1
    _, _, added = changes[0]
    assert added < 1000

"""A video that has a result already is told from one that has none."""

from __future__ import annotations

import shutil
from pathlib import Path

import made
from desk import Desk
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot
from test_queue_pane import Key, press
from test_queue_rows import button_at

from svs_desktop.paths import resource
from svs_desktop.pipeline.events import Probed
from svs_desktop.pipeline.fingerprint import fingerprint
from svs_desktop.pipeline.job import JobState, Status
from svs_desktop.pipeline.summary import Result
from svs_desktop.settings import Settings
from svs_desktop.ui.row_buttons import RowButton

LEFT = Qt.MouseButton.LeftButton


def keep(desk: Desk, path: Path, **options: object) -> Result:
    """A result of this file in the history, made with these options."""
    shutil.copyfile(resource("sample", "sample.mp4"), path)
    result = replace(made.result(), path=path)
    state = made.finished_state(result)
    job = replace(state.job, options=replace(state.job.options, **options))
    state = replace(state, job=job, fingerprint=fingerprint(path))
    said = result.transcript.segments
    desk.library.record_result(state, result.summary, said).result()
    with desk._qtbot.waitSignal(desk.window.history_model.modelReset):
        desk.window.history_model.reload()
    return result


def drop(desk: Desk, *paths: Path) -> list[JobState]:
    count = len(desk.queue.ids) + len(paths)
    desk.window.add(list(paths))
    desk._qtbot.waitUntil(lambda: len(desk.queue.ids) == count)
    return list(desk.queue.states)[-len(paths) :]


def test_a_known_video_waits_for_a_word_and_its_result_is_a_click_away(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    result = keep(desk, tmp_path / "talk.mp4")
    moved = tmp_path / "renamed.mp4"
    shutil.move(result.path, moved)
    other = tmp_path / "as large.mp4"
    other.write_bytes(moved.read_bytes()[::-1])

    known, unknown = drop(desk, moved, other)
    desk.wait_for(unknown.job.id, Status.RUNNING)
    assert (known.status, known.summarised_as) == (Status.PAUSED, result.job_id)
    index = desk.window.queue_model.index_of(known.job.id)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "renamed.mp4. Already summarised, 23:10"

    # The page of the job says it too, and leads there.
    page = desk.window.job_page
    desk.window.queue_pane.select(known.job.id)
    assert "nothing is transcribed" in page._remedy.text()
    assert not page._bar.isVisible()
    with qtbot.waitSignal(desk.window.result_shown) as shown:
        qtbot.mouseClick(page.open_known, LEFT)
    assert shown.args[0].job_id == result.job_id

    # So do a button in the row, which says its name, and the Enter key.
    view = desk.window.queue_pane.view
    at = button_at(desk, known.job.id, RowButton.OPEN)
    where = view.viewport().mapToGlobal(at)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QHelpEvent.Type.ToolTip, at, where))
    assert QToolTip.text() == "Open the summary"
    with qtbot.waitSignal(desk.window.result_shown):
        qtbot.mouseClick(view.viewport(), LEFT, pos=at)
    desk.window.queue_pane.select(known.job.id)
    desk.window.actions_.to_queue.trigger()
    with qtbot.waitSignal(desk.window.result_shown):
        press(desk, qtbot, Key.Key_Return)


def test_a_copy_that_waits_is_told_of_as_soon_as_its_video_is_done(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = [tmp_path / name for name in ("talk.mp4", "a copy.mp4", "another.mp4")]
    for path in paths[:2]:
        shutil.copyfile(resource("sample", "sample.mp4"), path)
    paths[2].write_bytes(paths[0].read_bytes()[::-1])
    desk.engine.answer = lambda asked: Probed(made.MEDIA, None, fingerprint(asked.path))
    first, copy, other = (state.job.id for state in drop(desk, *paths))
    desk.wait_for(first, Status.RUNNING)
    qtbot.waitUntil(lambda: all(state.fingerprint for state in desk.queue.states))

    result = made.result(job_id=first)
    desk.finish(first, result)

    # The copy does not begin, and what waits behind it does.
    desk.wait_for(other, Status.RUNNING)
    known = desk.queue.state(copy)
    assert (known.status, known.summarised_as) == (Status.PAUSED, first)

    # When it is wanted all the same, nothing is transcribed twice, nor is it asked about again.
    desk.queue.resume([copy])
    desk.finish(other, made.result(job_id=other))
    desk.wait_for(copy, Status.RUNNING)
    qtbot.waitUntil(lambda: copy in desk.engine.earlier)
    earlier = desk.engine.earlier[copy]
    assert earlier is not None
    assert earlier.transcript == result.transcript


def test_it_is_summarised_anyway_from_its_transcript(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    result = keep(desk, tmp_path / "talk.mp4")
    desk.window.show_settings(Settings(length="long"))
    (known,) = drop(desk, result.path)
    desk.window.queue_pane.select(known.job.id)
    assert desk.window.job_page.isVisible()

    qtbot.mouseClick(desk.window.job_page.anyway, LEFT)

    desk.wait_for(known.job.id, Status.RUNNING)
    qtbot.waitUntil(lambda: known.job.id in desk.engine.earlier)
    earlier = desk.engine.earlier[known.job.id]
    assert earlier.transcript == result.transcript
    assert desk.queue.state(known.job.id).job.options.length == "long"
    desk.finish(known.job.id, made.result(job_id=known.job.id))


def test_another_speech_model_hears_it_anew(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    result = keep(desk, tmp_path / "talk.mp4", speech_model="small")
    (known,) = drop(desk, result.path)
    assert known.summarised_as
    view = desk.window.queue_pane.view

    at = button_at(desk, known.job.id, RowButton.ANYWAY)
    qtbot.mouseClick(view.viewport(), LEFT, pos=at)

    qtbot.waitUntil(lambda: known.job.id in desk.engine.earlier)
    assert desk.engine.earlier[known.job.id] is None


def test_a_result_that_went_meanwhile_can_be_made_again(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    result = keep(desk, tmp_path / "talk.mp4")
    (known,) = drop(desk, result.path)
    desk.library.delete([result.job_id]).result()

    desk.window.queue_pane.commands.press(known.job.id, RowButton.OPEN)
    qtbot.waitUntil(lambda: "no longer kept" in desk.window.status.message)

    assert list(desk.queue.ids) == [known.job.id]
    desk.queue.resume([known.job.id])
    desk.wait_for(known.job.id, Status.RUNNING)


def test_it_rests_over_a_restart(desk: Desk, tmp_path: Path) -> None:
    result = keep(desk, tmp_path / "talk.mp4")
    (known,) = drop(desk, result.path)
    (stored,) = desk.library.queue().result()
    assert (stored.status, stored.summarised_as) == (Status.PAUSED, result.job_id)
    assert stored.job == known.job

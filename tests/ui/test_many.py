"""Many rows: two hundred videos dropped at once, and thousands that came together."""

from __future__ import annotations

import os
import time
from pathlib import Path

import made
import pytest
from clips import audio, tone, write_clip
from desk import Desk, Stalls
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from test_drop import drop, urls

from svs_desktop.paths import Places
from svs_desktop.pipeline.events import Progressed
from svs_desktop.pipeline.job import Job, Status

COUNT = 200
ROWS_WITHIN_S = 1.0
LONGEST_STALL_S = 0.1
THOUSANDS = 10_000
REPORTS = 30
REPORT_COSTS_S = 0.01
# Other programs may hold this one up: the best of a few tries tells what it does itself.
TRIES = 4


@pytest.fixture
def videos(tmp_path: Path) -> list[Path]:
    clip = write_clip(tmp_path / "clip.mp4", audio(tone(0.5)), video_s=0.5)
    paths = [tmp_path / f"video {number:03}.mp4" for number in range(COUNT)]
    for path in paths:
        os.link(clip, path)
    return paths


@pytest.mark.slow
def test_two_hundred_videos_dropped_at_once(
    places: Places, qtbot: QtBot, videos: list[Path]
) -> None:
    tries = [_drop_all(places, qtbot, videos) for _ in range(1)]
    while len(tries) < TRIES and max(tries[-1][1:]) >= LONGEST_STALL_S:
        tries.append(_drop_all(places, qtbot, videos))

    rows_s, stall_s, work_s = (min(figures) for figures in zip(*tries, strict=True))

    assert rows_s < ROWS_WITHIN_S
    assert stall_s < LONGEST_STALL_S
    assert work_s < LONGEST_STALL_S


def test_a_report_among_thousands_of_rows_costs_little(desk: Desk, qtbot: QtBot) -> None:
    jobs = [Job.new(Path(f"/videos/{number}.mp4")) for number in range(THOUSANDS)]
    desk.library.own_queue().result()
    desk.library.add(jobs).result()
    desk.queue.restore()
    model, first = desk.window.queue_model, jobs[0].id
    qtbot.waitUntil(lambda: model.rowCount() == THOUSANDS, timeout=20_000)
    desk.wait_for(first, Status.RUNNING)
    begun = time.thread_time()

    for number in range(REPORTS):
        report = made.progress(fraction=number / REPORTS)
        desk.say(first, Progressed(report))
        qtbot.waitUntil(lambda report=report: desk.queue.state(first).overall == report.overall)

    assert (time.thread_time() - begun) / REPORTS < REPORT_COSTS_S


def _drop_all(places: Places, qtbot: QtBot, videos: list[Path]) -> tuple[float, float, float]:
    """Seconds until the rows are there, the longest stall, and the most work at a stretch."""
    desk = Desk(places, qtbot, probes=True)
    desk.show()
    model = desk.window.queue_model
    with Stalls() as stalls:
        dropped = time.perf_counter()
        drop(desk, urls(*videos))
        qtbot.waitUntil(lambda: model.rowCount() == COUNT)
        rows_s = time.perf_counter() - dropped
        qtbot.waitUntil(lambda: all(s.media for s in desk.queue.states), timeout=30_000)
        assert all(state.thumbnail for state in desk.queue.states)
        last = model.index(COUNT - 1)
        desk.window.queue_pane.view.scrollToBottom()
        qtbot.waitUntil(lambda: last.data(Qt.ItemDataRole.DecorationRole) is not None)
    desk.queue.remove(desk.queue.ids)
    qtbot.waitUntil(lambda: not desk.queue.ids)
    desk.close()
    return rows_s, stalls.worst_s, stalls.worst_work_s

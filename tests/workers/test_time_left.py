"""The time that the whole queue will take: measured, or not told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject

from svs_desktop.pipeline.events import Probed, Progressed
from svs_desktop.pipeline.job import Job, JobOptions, JobState, Status
from svs_desktop.pipeline.media_info import AudioTrack, MediaInfo
from svs_desktop.pipeline.progress import Progress, Stage
from svs_desktop.workers.pace import Pace, kind_of
from svs_desktop.workers.time_left import TimeLeft

from .stubs import NOON, finished

TRACKS = (AudioTrack(0, "aac", 2, 48_000),)


def done(minutes: float, took_s: float, **options: object) -> JobState:
    job = Job.new(Path("/videos/a.mp4"), JobOptions(**options))
    ended = NOON + timedelta(seconds=took_s)
    media = MediaInfo(60.0 * minutes, TRACKS)
    return JobState(job, Status.FINISHED, 100.0, None, media, started_at=NOON, ended_at=ended)


def test_a_rate_is_the_middle_of_what_was_measured_of_its_kind() -> None:
    pace = Pace()
    assert pace.rate(kind_of(done(1, 1))) is None
    for took in (6.0, 600.0, 12.0, 9.0, 1.0):
        pace.learn(done(1, took))
    assert pace.rate(kind_of(done(1, 1))) == pytest.approx(9 / 60)
    assert pace.rate(kind_of(done(1, 1, speech_model="small"))) is None
    pace.learn(replace(done(0, 5), media=None))
    assert pace.rate(kind_of(done(1, 1))) == pytest.approx(9 / 60)


def test_the_queue_tells_what_is_left_once_it_is_known(
    desk, engines, look, tmp_path: Path, shown: Callable, qapp: object
) -> None:
    parent = QObject()
    past = done(10, 60)
    desk.library.record_result(past, finished().summary, ()).result()
    time_left = TimeLeft(desk.queue, desk.library, desk.background, parent)
    assert time_left.seconds is None
    desk.queue.pause_all()
    media = MediaInfo(600.0, TRACKS)
    look.answers = {f"{n}.mp4": Probed(media) for n in range(3)}
    desk.submit(*(tmp_path / f"{n}.mp4" for n in range(3)))
    shown(lambda: sum(s.media is not None for s in desk.queue.states) == 3)
    shown(lambda: time_left._pace.rate(kind_of(past)))
    assert time_left.seconds is None, "paused"

    desk.queue.resume_all()
    shown(lambda: desk.state("0.mp4").status is Status.RUNNING)
    assert time_left.seconds == pytest.approx(180.0)
    engines.say("0.mp4", Progressed(Progress(Stage.TRANSCRIBE, 0.5, 45.0, 10.0, eta_s=20.0)))
    shown(lambda: desk.state("0.mp4").progress)
    assert time_left.seconds == pytest.approx(140.0)
    desk.queue.set_parallel(2)
    shown(lambda: desk.state("1.mp4").status is Status.RUNNING)
    assert time_left.seconds == pytest.approx(70.0)
    desk.queue.remove([desk.job("2.mp4")])
    assert time_left.seconds == pytest.approx(60.0), "the longest one"

    # A file that says nothing of its length, or another model, leaves it open.
    desk.queue.submit([tmp_path / "other.mp4"], JobOptions(speech_model="small"))
    shown(lambda: len(desk.queue.ids) == 3)
    assert time_left.seconds is None
    desk.queue.cancel([desk.job("other.mp4")])
    assert time_left.seconds == pytest.approx(60.0)
    parent.deleteLater()

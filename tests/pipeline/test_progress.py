"""Progress that never goes back, with a speed and a time left that can be believed."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from svs_desktop.pipeline.progress import Progress, ProgressMeter, Stage, overall_percent

E, T, S = Stage.EXTRACT, Stage.TRANSCRIBE, Stage.SUMMARIZE


class Clock:
    """A clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def run_through(
    meter: ProgressMeter, clock: Clock, seconds: dict[Stage, float], steps: int = 200
) -> list[Progress]:
    """A job whose stages take so long; the reports that came through."""
    found = []
    for stage, duration in seconds.items():
        for step in range(steps + 1):
            if report := meter.report(stage, step / steps):
                found.append(report)
            clock.now += duration / steps
    return found


def test_the_stages_weigh_20_50_30() -> None:
    assert [stage.weight for stage in Stage] == [20, 50, 30]
    assert [overall_percent(stage, 0.0) for stage in Stage] == [0, 20, 70]
    assert [overall_percent(stage, 1.0) for stage in Stage] == [20, 70, 100]
    assert overall_percent(T, 0.5) == 45


@pytest.mark.parametrize(("fraction", "percent"), [(-3.0, 20), (1.7, 70)])
def test_fractions_out_of_bounds(fraction: float, percent: float) -> None:
    assert overall_percent(T, fraction) == percent
    report = ProgressMeter(60.0).report(T, fraction)
    assert report is not None
    assert (report.overall, report.fraction) == (percent, (percent - 20) / 50)


@pytest.mark.parametrize("seed", range(5))
def test_progress_never_goes_back(clock: Clock, seed: int) -> None:
    meter, chance, found = ProgressMeter(600.0, clock=clock), random.Random(seed), []
    for stage in Stage:
        for _ in range(100):
            clock.now += chance.random()
            if report := meter.report(stage, chance.uniform(-0.1, 1.1)):
                found.append(report.overall)
        if report := meter.report(stage, 1.0):
            found.append(report.overall)
    assert all(a <= b for a, b in pairwise(found))
    assert found[-1] == 100


def test_from_0_to_100(clock: Clock) -> None:
    reports = run_through(ProgressMeter(600.0, clock=clock), clock, {E: 3, T: 60, S: 3})
    assert reports[0].overall == 0
    assert reports[-1].overall == 100
    assert [r.stage for r in reports] == sorted((r.stage for r in reports), key=[E, T, S].index)
    assert {r.stage for r in reports if r.fraction == 0} == {E, T, S}
    assert {r.stage for r in reports if r.fraction == 1} == {E, T, S}


def test_reports_that_come_thick_are_swallowed(clock: Clock) -> None:
    meter = ProgressMeter(600.0, interval_s=0.1, clock=clock)
    found = []
    for step in range(10_000):
        clock.now += 0.001
        if report := meter.report(T, step / 10_000):
            found.append(report)
    assert 90 <= len(found) <= 101


def test_the_ends_of_a_stage_are_told_at_once(clock: Clock) -> None:
    meter = ProgressMeter(600.0, clock=clock)
    assert meter.report(E, 0.0)
    assert meter.report(E, 0.5) is None
    assert meter.report(E, 1.0)
    assert meter.report(E, 1.0) is None
    assert meter.report(T, 0.0)
    assert meter.report(T, 1.0)
    assert meter.report(S, 0.0)
    assert meter.report(S, 1.0)


def test_speed_is_seconds_of_audio_in_a_second(clock: Clock) -> None:
    reports = run_through(ProgressMeter(600.0, clock=clock), clock, {E: 2, T: 60, S: 2})
    speeds = {stage: [r.speed for r in reports if r.stage is stage] for stage in Stage}
    assert speeds[T][0] is None
    assert speeds[T][-1] == pytest.approx(10, rel=0.02)
    assert speeds[E][-1] == pytest.approx(300, rel=0.02)


def test_loading_a_model_does_not_count_as_slowness(clock: Clock) -> None:
    meter = ProgressMeter(600.0, clock=clock)
    meter.report(E, 1.0)
    clock.now += 300
    meter.report(T, 0.0)
    clock.now += 6
    report = meter.report(T, 0.1)
    assert report is not None
    assert report.speed == pytest.approx(10)


def test_work_that_was_done_before_does_not_count_as_speed(clock: Clock) -> None:
    meter = ProgressMeter(600.0, clock=clock)
    meter.report(T, 0.5)
    clock.now += 6
    report = meter.report(T, 0.6)
    assert report is not None
    assert report.speed == pytest.approx(10)


def test_nothing_is_promised_while_extracting(clock: Clock) -> None:
    reports = run_through(ProgressMeter(600.0, clock=clock), clock, {E: 20, T: 60, S: 2})
    assert all(r.eta_s is None for r in reports if r.stage is E)
    assert all(r.eta_s is None for r in reports if r.stage is T and r.speed is None)
    assert all(r.eta_s is not None for r in reports if r.stage is T and r.speed is not None)


@pytest.mark.parametrize("slowness", [0.1, 1.0, 30.0])
def test_time_left(clock: Clock, slowness: float) -> None:
    seconds = {E: 2.4 * slowness, T: 15.6 * slowness, S: 1.2 * slowness}
    reports = run_through(ProgressMeter(600.0, clock=clock), clock, seconds)
    left = [(r.stage, r.fraction, r.eta_s) for r in reports if r.eta_s is not None]
    assert all(eta >= 0 for _, _, eta in left)
    assert all(a[2] >= b[2] - 0.01 for a, b in pairwise(left))
    for stage, fraction, eta in left:
        true = seconds[S] * (1 - fraction) if stage is S else seconds[S]
        true += seconds[T] * (1 - fraction) if stage is T else 0
        assert eta == pytest.approx(true, rel=0.1, abs=0.1)
    assert left[-1][2] == 0


def test_time_left_of_a_recording_without_a_duration(clock: Clock) -> None:
    reports = run_through(ProgressMeter(0.0, clock=clock), clock, {E: 1, T: 10, S: 1})
    assert all(r.eta_s is None or 0 <= r.eta_s < 60 for r in reports)

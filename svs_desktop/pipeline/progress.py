"""Stages, their weights, and how far a job has come."""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct


class Stage(StrEnum):
    """The three stages of a job, in their order."""

    EXTRACT = "extract"
    TRANSCRIBE = "transcribe"
    SUMMARIZE = "summarize"

    @property
    def weight(self) -> int:
        """The stage's share of the whole, in percent."""
        return _WEIGHTS[self]


_WEIGHTS = {Stage.EXTRACT: 20, Stage.TRANSCRIBE: 50, Stage.SUMMARIZE: 30}
_ORDER = tuple(Stage)

# Seconds of work for a second of audio, as measured with the base model on two cores. Only their
# ratios matter: the speed of this machine is taken from the stage that it is in.
_COSTS = {Stage.TRANSCRIBE: 0.026, Stage.SUMMARIZE: 0.002}

# A rate measured over less time than this says little.
_LEAST_S = 0.5


class Progress(Struct, frozen=True):
    """How far a job has come.

    Attributes:
        stage: The stage the job is in.
        fraction: The part of the stage's work that is done, 0 to 1.
        overall: The part of all work that is done, 0 to 100.
        speed: Seconds of audio worked through in a second of this stage; None while unknown.
        eta_s: Seconds left for the whole job; None while unknown.
    """

    stage: Stage
    fraction: float
    overall: float
    speed: float | None = None
    eta_s: float | None = None


def overall_percent(stage: Stage, fraction: float) -> float:
    """The weighted progress, 0 to 100, of a job that has done ``fraction`` of ``stage``."""
    before = sum(s.weight for s in _ORDER[: _ORDER.index(stage)])
    return before + stage.weight * min(1.0, max(0.0, fraction))


class ProgressMeter:
    """Turns work done into progress that never goes back, with speed and time left.

    A stage's clock starts at its first report, so that loading a model does not count as
    slowness; ``writing_s`` are seconds of summarising that do not depend on the recording's length.
    Reports that come thicker than ``interval_s`` are swallowed, but for a stage's ends.
    """

    def __init__(
        self,
        duration_s: float,
        *,
        writing_s: float = 0.0,
        interval_s: float = 0.1,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._duration = max(duration_s, 0.001)
        self._costs = {stage: cost * self._duration for stage, cost in _COSTS.items()}
        self._costs[Stage.SUMMARIZE] += writing_s
        self._interval = interval_s
        self._clock = clock
        self._stage: Stage | None = None
        self._began = 0.0
        self._reported = 0.0
        self._fraction = 0.0
        self._first = 0.0
        self._slowness: float | None = None

    def report(self, stage: Stage, fraction: float) -> Progress | None:
        """Note that ``fraction`` of ``stage`` is done; None when it is too soon to tell again."""
        now = self._clock()
        fraction = min(1.0, max(0.0, fraction))
        if stage is not self._stage:
            self._stage, self._began, self._first = stage, now, fraction
        elif fraction <= self._fraction or (
            now - self._reported < self._interval and fraction < 1.0
        ):
            return None
        self._fraction, self._reported = fraction, now
        elapsed, done = now - self._began, (fraction - self._first) * self._duration
        speed = done / elapsed if elapsed >= _LEAST_S and done > 0 else None
        # Decoding says little about the speed of a model, so nothing is promised while extracting.
        if speed and stage is not Stage.EXTRACT:
            self._slowness = elapsed / (self._costs[stage] * (fraction - self._first))
        return Progress(
            stage=stage,
            fraction=fraction,
            overall=overall_percent(stage, fraction),
            speed=speed,
            eta_s=self._seconds_left(stage, fraction),
        )

    def _seconds_left(self, stage: Stage, fraction: float) -> float | None:
        if self._slowness is None:
            return None
        later = _ORDER[_ORDER.index(stage) + 1 :]
        cost = self._costs[stage] * (1 - fraction) + sum(self._costs[s] for s in later)
        return cost * self._slowness

"""How long jobs take on this computer, as measured. No Qt."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable
from datetime import UTC, datetime
from statistics import median

from svs_desktop.pipeline.job import JobState, Status

_REMEMBERED = 9

Kind = Hashable


def kind_of(state: JobState) -> Kind:
    """What jobs of about the same pace have in common."""
    options = state.job.options
    quality = "" if state.job.transcript_of else (options.speech_model, options.speech_quality)
    return (quality, options.summarizer)


class Pace:
    """Seconds of work for a second of video, for each kind of job: the middle of the last ones.

    A job that was interrupted took longer than its last run; that the middle is taken, and not
    the mean, keeps such a one from counting for much.
    """

    def __init__(self) -> None:
        self._measured: dict[Kind, deque[float]] = {}
        self._running: dict[Kind, float] = {}

    def learn(self, state: JobState) -> None:
        """Measure a job: one that is finished, or one that runs and knows how long it will."""
        video_s = state.media.duration_s if state.media else 0.0
        if not video_s or not state.started_at or state.job.external:
            return
        if state.status is Status.FINISHED and state.ended_at:
            work_s = (state.ended_at - state.started_at).total_seconds()
            rates = self._measured.setdefault(kind_of(state), deque(maxlen=_REMEMBERED))
            rates.append(work_s / video_s)
        elif state.progress and state.progress.eta_s is not None:
            so_far = (datetime.now(UTC) - state.started_at).total_seconds()
            self._running[kind_of(state)] = (so_far + state.progress.eta_s) / video_s

    def rate(self, kind: Kind) -> float | None:
        """Seconds of work for a second of video; None while nothing of the kind was measured."""
        if rates := self._measured.get(kind):
            return median(rates)
        return self._running.get(kind)

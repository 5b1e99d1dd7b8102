"""How the program says what it measures: stages, speeds, sizes and times, in English.

The window and the command line both speak with these words.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil, isfinite

from svs_desktop.pipeline.models import InstallStep, Problem, ProblemKind
from svs_desktop.pipeline.progress import Stage
from svs_desktop.pipeline.summary import KEY_SENTENCES, Summary

STARTING = "Starting"
"""What a job does before its first report: the engine loads."""

_STAGES = {
    Stage.EXTRACT: "Extracting audio",
    Stage.TRANSCRIBE: "Transcribing",
    Stage.SUMMARIZE: "Summarising",
}
_STEPS = {InstallStep.DOWNLOAD: "Downloading", InstallStep.VERIFY: "Checking"}
_PROBLEMS = {
    ProblemKind.MISSING: "The file “{path}” of the model “{model}” is missing.",
    ProblemKind.CHANGED: "The file “{path}” of the model “{model}” is not as it should be.",
}
_MINUTE_S, _HOUR_S, _DAY_S = 60, 3600, 86400
_FEW_S = 5
_MOST_DAYS = 7
_TIMES = "\N{MULTIPLICATION SIGN}"
_UNITS = ("kB", "MB", "GB", "TB")
_ONE_DECIMAL_BELOW = 10


def stage_name(stage: Stage | None) -> str:
    """What a job in this stage does."""
    return _STAGES[stage] if stage else STARTING


def step_name(step: InstallStep) -> str:
    """What an installation in this step does."""
    return _STEPS[step]


def percent_text(percent: float) -> str:
    """``43 %``; whole percents that are done."""
    return f"{int(percent)} %"


def speed_text(speed: float | None) -> str:
    """Times real time: ``11``, or ``0.4`` when slow, and the sign; empty while unknown."""
    if speed is None or not isfinite(speed) or speed <= 0:
        return ""
    rounded = round(speed, 1)
    number = f"{speed:.0f}" if rounded >= _ONE_DECIMAL_BELOW else f"{max(rounded, 0.1):g}"
    return number + _TIMES


def time_left_text(seconds: float | None) -> str:
    """``about 2 min left``; empty while unknown."""
    if seconds is None or not isfinite(seconds) or seconds < 0:
        return ""
    if seconds < _FEW_S:
        return "a few seconds left"
    if seconds > _MOST_DAYS * _DAY_S:
        return "more than a week left"
    return f"about {duration_text(seconds)} left"


def duration_text(seconds: float) -> str:
    """A time to wait, rounded up as people do: ``40 s``, ``2 min``, ``1 h 20 min``, ``2 days``."""
    if (rounded := _up(seconds, 5)) < _MINUTE_S:
        return f"{max(rounded, 5)} s"
    if (rounded := _up(seconds, _MINUTE_S)) <= 10 * _MINUTE_S:
        return f"{rounded // _MINUTE_S} min"
    if (rounded := _up(seconds, 5 * _MINUTE_S)) < _HOUR_S:
        return f"{rounded // _MINUTE_S} min"
    if (rounded := _up(seconds, 10 * _MINUTE_S)) < 10 * _HOUR_S:
        minutes = rounded % _HOUR_S // _MINUTE_S
        return f"{rounded // _HOUR_S} h {minutes} min" if minutes else f"{rounded // _HOUR_S} h"
    if (rounded := _up(seconds, _HOUR_S)) < 2 * _DAY_S:
        return f"{rounded // _HOUR_S} h"
    return f"{_up(seconds, _DAY_S) // _DAY_S} days"


def size_text(size: float) -> str:
    """``145 MB``, in thousands as disks are sold."""
    if size < 1000:  # noqa: PLR2004 - as the first line says
        return f"{size:.0f} bytes"
    unit = -1
    while round(size) >= 1000 and unit + 1 < len(_UNITS):  # noqa: PLR2004
        size, unit = size / 1000, unit + 1
    decimals = 1 if round(size, 1) < _ONE_DECIMAL_BELOW else 0
    return f"{size:.{decimals}f} {_UNITS[unit]}"


def problem_sentence(model: str, problem: Problem) -> str:
    """What is wrong with a file of an installed model."""
    return _PROBLEMS[problem.kind].format(path=problem.path, model=model)


def short_title(title: str) -> str:
    """A model's title without how its file was made: ``Qwen3 4B`` of ``Qwen3 4B (Q4_K_M)``."""
    return title.partition(" (")[0]


def makers_text(summary: Summary, titles: Mapping[str, str]) -> str:
    """Which models made a summary; ``titles`` is what people call them, by name."""
    speech = titles.get(summary.speech_model, summary.speech_model)
    if summary.writer == KEY_SENTENCES:
        return f"Transcribed by {speech}."
    return f"Written by {titles.get(summary.writer, summary.writer)}, transcribed by {speech}."


def _up(seconds: float, step: int) -> int:
    return ceil(seconds / step) * step

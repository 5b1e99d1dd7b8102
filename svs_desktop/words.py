"""How the program says what it measures: stages, speeds, sizes and times.

The command line speaks English with these words; the window has them in its own language
(``ui/words.py``).
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil, isfinite

from svs_desktop.pipeline.locales import ENGLISH, Locale
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


def stage_name(stage: Stage | None, locale: Locale = ENGLISH) -> str:
    """What a job in this stage does."""
    return locale.text(_STAGES[stage] if stage else STARTING)


def step_name(step: InstallStep, locale: Locale = ENGLISH) -> str:
    """What an installation in this step does."""
    return locale.text(_STEPS[step])


def percent_text(percent: float, locale: Locale = ENGLISH) -> str:
    """``43 %``; whole percents that are done."""
    return f"{locale.number(int(percent))} %"


def speed_text(speed: float | None, locale: Locale = ENGLISH) -> str:
    """Times real time: ``11``, or ``0.4`` when slow, and the sign; empty while unknown."""
    if speed is None or not isfinite(speed) or speed <= 0:
        return ""
    shown = max(round(speed, 1), 0.1)
    is_whole = shown >= _ONE_DECIMAL_BELOW or shown == int(shown)
    return locale.number(speed if is_whole else shown, 0 if is_whole else 1) + _TIMES


def time_left_text(seconds: float | None, locale: Locale = ENGLISH) -> str:
    """``about 2 min left``; empty while unknown."""
    if seconds is None or not isfinite(seconds) or seconds < 0:
        return ""
    if seconds < _FEW_S:
        return locale.text("a few seconds left")
    if seconds > _MOST_DAYS * _DAY_S:
        return locale.text("more than a week left")
    return locale.filled("about {time} left", time=duration_text(seconds, locale))


def duration_text(seconds: float, locale: Locale = ENGLISH) -> str:
    """A time to wait, rounded up as people do: ``40 s``, ``2 min``, ``1 h 20 min``, ``2 days``."""
    if (rounded := _up(seconds, 5)) < _MINUTE_S:
        return locale.filled("{count} s", count=locale.number(max(rounded, 5)))
    step = _MINUTE_S if _up(seconds, _MINUTE_S) <= 10 * _MINUTE_S else 5 * _MINUTE_S
    if (rounded := _up(seconds, step)) < _HOUR_S:
        return locale.filled("{count} min", count=locale.number(rounded // _MINUTE_S))
    if (rounded := _up(seconds, 10 * _MINUTE_S)) < 10 * _HOUR_S and rounded % _HOUR_S:
        hours, minutes = rounded // _HOUR_S, rounded % _HOUR_S // _MINUTE_S
        return locale.filled(
            "{hours} h {minutes} min", hours=locale.number(hours), minutes=locale.number(minutes)
        )
    if rounded >= 10 * _HOUR_S and (rounded := _up(seconds, _HOUR_S)) >= 2 * _DAY_S:
        return locale.filled("{count} days", count=locale.number(_up(seconds, _DAY_S) // _DAY_S))
    return locale.filled("{count} h", count=locale.number(rounded // _HOUR_S))


def size_text(size: float, locale: Locale = ENGLISH) -> str:
    """``145 MB``, in thousands as disks are sold."""
    if size < 1000:  # noqa: PLR2004 - as the first line says
        return locale.filled("{count} bytes", count=locale.number(size))
    unit = -1
    while round(size) >= 1000 and unit + 1 < len(_UNITS):  # noqa: PLR2004
        size, unit = size / 1000, unit + 1
    decimals = 1 if round(size, 1) < _ONE_DECIMAL_BELOW else 0
    return f"{locale.number(size, decimals)} {_UNITS[unit]}"


def problem_sentence(model: str, problem: Problem) -> str:
    """What is wrong with a file of an installed model."""
    return _PROBLEMS[problem.kind].format(path=problem.path, model=model)


def short_title(title: str) -> str:
    """A model's title without how its file was made: ``Qwen3 4B`` of ``Qwen3 4B (Q4_K_M)``."""
    return title.partition(" (")[0]


def makers_text(summary: Summary, titles: Mapping[str, str], locale: Locale = ENGLISH) -> str:
    """Which models made a summary; ``titles`` is what people call them, by name."""
    speech = titles.get(summary.speech_model, summary.speech_model)
    if summary.writer == KEY_SENTENCES:
        return locale.filled("Transcribed by {speech}.", speech=speech)
    writer = titles.get(summary.writer, summary.writer)
    return locale.filled(
        "Written by {writer}, transcribed by {speech}.", writer=writer, speech=speech
    )


def _up(seconds: float, step: int) -> int:
    return ceil(seconds / step) * step

"""What a run knows of its recording: each stage adds what the later ones need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path

from svs_desktop.pipeline.events import Event, Progressed
from svs_desktop.pipeline.job import EXTRACTIVE, Job
from svs_desktop.pipeline.media_info import MediaInfo
from svs_desktop.pipeline.notices import Notice, NoticeCode
from svs_desktop.pipeline.progress import ProgressMeter, Stage
from svs_desktop.pipeline.transcript import Segment

# Seconds that a language model takes to read and write on two cores, and what is added for a longer
# recording: what it reads and writes grows with the root of the length.
_WRITING_S, _WRITING_S_ROOT = 15.0, 0.7


@dataclass
class Recording:
    """The recording of a job, as far as it is known.

    Attributes:
        job: What was asked.
        info: What a look at the file told.
        duration_s: Its length, as decoded; 0 before that.
        language: ISO 639-1 code of the speech; empty before it is heard.
        speech_model: The name of the model that wrote the transcript.
        segments: The transcript so far.
        notices: What the person should know of it.
        meter: How far the job is.
    """

    job: Job
    info: MediaInfo = field(default_factory=lambda: MediaInfo(0.0))
    duration_s: float = 0.0
    language: str = ""
    speech_model: str = ""
    segments: list[Segment] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    meter: ProgressMeter = field(default_factory=lambda: ProgressMeter(0.0))

    def __post_init__(self) -> None:
        self.speech_model = Path(self.job.options.speech_model).name

    def is_as_long_as(self, duration_s: float) -> None:
        """Learn its length, which the time that is left depends on."""
        self.duration_s = duration_s
        writes = self.job.options.summarizer != EXTRACTIVE
        writing_s = _WRITING_S + _WRITING_S_ROOT * sqrt(duration_s) if writes else 0.0
        self.meter = ProgressMeter(duration_s, writing_s=writing_s)

    def note(self, code: NoticeCode, **values: str) -> None:
        """Add a notice."""
        self.notices.append(Notice(code, values))

    def report(self, stage: Stage, fraction: float) -> Iterator[Event]:
        """The progress, unless it was told a moment ago."""
        if progress := self.meter.report(stage, fraction):
            yield Progressed(progress)

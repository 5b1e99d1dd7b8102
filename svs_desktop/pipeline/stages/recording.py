"""What a run knows of its recording: each stage adds what the later ones need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from svs_desktop.pipeline.events import Event, Progressed
from svs_desktop.pipeline.job import EXTRACTIVE, Job
from svs_desktop.pipeline.media_info import MediaInfo
from svs_desktop.pipeline.notices import Notice, NoticeCode
from svs_desktop.pipeline.progress import ProgressMeter, Stage
from svs_desktop.pipeline.transcript import Segment

# What a language model takes to write, whatever the length of the recording, on two cores.
_WRITING_S = 45.0


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
        self.meter = ProgressMeter(duration_s, writing_s=_WRITING_S if writes else 0.0)

    def note(self, code: NoticeCode, **values: str) -> None:
        """Add a notice."""
        self.notices.append(Notice(code, values))

    def report(self, stage: Stage, fraction: float) -> Iterator[Event]:
        """The progress, unless it was told a moment ago."""
        if progress := self.meter.report(stage, fraction):
            yield Progressed(progress)

"""A job from its video to its summary, as a stream of events."""

from __future__ import annotations

import math
import re
import traceback
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from svs_desktop.paths import Places
from svs_desktop.pipeline.audio import SAMPLE_RATE, ExtractedAudio, extract_audio
from svs_desktop.pipeline.errors import ErrorCode, Failure, PipelineError
from svs_desktop.pipeline.events import (
    Drafted,
    Event,
    Failed,
    Finished,
    Heard,
    Probed,
    Progressed,
    Rewound,
    Transcribed,
)
from svs_desktop.pipeline.export.clock import clock
from svs_desktop.pipeline.fingerprint import fingerprint_or_nothing
from svs_desktop.pipeline.glossary import hotwords
from svs_desktop.pipeline.job import AUTO, EXTRACTIVE, Job, JobOptions
from svs_desktop.pipeline.media import choose_track, probe, save_picture
from svs_desktop.pipeline.media_info import MediaInfo
from svs_desktop.pipeline.notices import Notice, NoticeCode
from svs_desktop.pipeline.progress import Progress, ProgressMeter, Stage
from svs_desktop.pipeline.scenes import SceneCuts, scene_cuts
from svs_desktop.pipeline.sentences import Spoken, spoken_sentences
from svs_desktop.pipeline.summarize import Composed, Source, summarize
from svs_desktop.pipeline.summary import Chapter, Result, Summary
from svs_desktop.pipeline.tools import Tools
from svs_desktop.pipeline.transcribe import Wanted
from svs_desktop.pipeline.transcript import Reached, Segment, SoFar
from svs_desktop.pipeline.workspace import Workspace
from svs_desktop.pipeline.writing.asking import Draft, Step

# What a language model takes to write, whatever the length of the recording, on two cores.
_WRITING_S = 45.0
# The part of summarising that looking for cuts in the picture takes.
_LOOKING = 0.04
# What an earlier result says of the recording itself is true of a new summary of it.
_OF_THE_RECORDING = frozenset(
    {NoticeCode.CPU_INSTEAD, NoticeCode.DAMAGED, NoticeCode.ENDS_EARLY, NoticeCode.PART}
)


def run(
    job: Job,
    tools: Tools,
    workspace: Workspace,
    earlier: Result | None = None,
    so_far: SoFar | None = None,
) -> Generator[Event, None, None]:
    """Do a job. The last event, and only the last, is ``Finished`` or ``Failed``.

    With ``earlier``, a result of the same video, its transcript is used instead of a new one. With
    ``so_far``, what an interrupted run has transcribed, only the rest is, and told. The
    extracted audio is deleted when the job ends; it stays when the iterator is closed before,
    so that the job can go on from there.
    """
    try:
        yield from _Run(job, tools, workspace, earlier, so_far).events()
    except PipelineError as error:
        failure = error.failure
    except MemoryError:
        failure = Failure(ErrorCode.OUT_OF_MEMORY, {"name": job.path.name})
    except ImportError as error:
        library = error.name or str(error)
        failure = Failure(ErrorCode.MISSING_LIBRARY, {"library": library}, traceback.format_exc())
    except Exception:  # noqa: BLE001 - a run ends in an event, whatever happens
        failure = Failure(ErrorCode.INTERNAL, {"name": job.path.name}, traceback.format_exc())
    else:
        return
    workspace.discard_audio(job.id)
    yield Failed(failure, datetime.now(UTC))


def summarize_video(
    path: Path,
    options: JobOptions | None = None,
    *,
    on_progress: Callable[[Progress], None] | None = None,
    places: Places | None = None,
) -> Summary:
    """Summarise one video in this process.

    Args:
        path: The video.
        options: How; the defaults if not given.
        on_progress: Called with each report of progress.
        places: Where models and caches are; the program's own folders if not given.

    Raises:
        PipelineError: The job failed.
    """
    places = places or Places.default()
    workspace = Workspace(places.cache)
    workspace.make()
    job = Job.new(path, options)
    with closing(run(job, Tools(places.models), workspace)) as events:
        for event in events:
            match event:
                case Progressed() if on_progress:
                    on_progress(event.progress)
                case Finished():
                    return event.summary
                case Failed():
                    raise PipelineError.of(event.failure)
    raise AssertionError("a run ends in exactly one terminal event")


class _Run:
    """One job on its way; each step adds what the later ones need."""

    def __init__(
        self,
        job: Job,
        tools: Tools,
        workspace: Workspace,
        earlier: Result | None,
        so_far: SoFar | None,
    ) -> None:
        self._job = job
        self._earlier = earlier
        self._so_far = so_far
        self._tools = tools
        self._workspace = workspace
        self._info = MediaInfo(0.0)
        self._duration = 0.0
        self._speech_model = Path(job.options.speech_model).name
        self._meter = ProgressMeter(0.0)
        self._language = ""
        self._segments: list[Segment] = []
        self._notices: list[Notice] = []

    def events(self) -> Iterator[Event]:
        options = self._job.options
        self._tools.check(options)
        if self._earlier:
            yield from self._take_over(self._earlier)
        else:
            yield from self._write_down()
        spoken = spoken_sentences(self._segments)
        composed = yield from self._summarize(spoken)
        self._workspace.discard_audio(self._job.id)
        yield Finished(self._summary(composed, len(spoken)), datetime.now(UTC))

    def _take_over(self, earlier: Result) -> Iterator[Event]:
        self._info, self._duration = earlier.media, earlier.summary.duration_s
        self._language, self._speech_model = earlier.summary.language, earlier.summary.speech_model
        self._segments = list(earlier.transcript.segments)
        self._notices += [n for n in earlier.summary.notices if n.code in _OF_THE_RECORDING]
        self._meter = self._new_meter()
        yield Probed(self._info)
        if self._segments:
            yield Heard(self._language, 1.0)
            yield Transcribed(earlier.transcript.segments)

    def _write_down(self) -> Iterator[Event]:
        options = self._job.options
        self._info = probe(self._job.path)
        yield Probed(self._info, fingerprint=fingerprint_or_nothing(self._job.path))
        if options.language != AUTO:
            self._tools.speech_model(options).check_language(options.language)
        audio = yield from self._extract()
        yield from self._go_on_with(audio)
        yield from self._transcribe(audio)

    def _extract(self) -> Generator[Event, None, ExtractedAudio]:
        job = self._job
        track = choose_track(job.path, self._info, job.options.audio_track, job.options.language)
        self._meter = ProgressMeter(self._info.duration_s)
        yield from self._report(Stage.EXTRACT, 0.0)
        for done in extract_audio(job.path, track, self._workspace.audio(job.id)):
            if isinstance(done, ExtractedAudio):
                audio = done
            else:
                yield from self._report(Stage.EXTRACT, done)
        self._note_flaws(audio)
        yield from self._report(Stage.EXTRACT, 1.0)
        self._duration = audio.duration_s
        self._meter = self._new_meter()
        return audio

    def _new_meter(self) -> ProgressMeter:
        writes = self._job.options.summarizer != EXTRACTIVE
        return ProgressMeter(self._duration, writing_s=_WRITING_S if writes else 0.0)

    def _go_on_with(self, audio: ExtractedAudio) -> Iterator[Event]:
        """Take over what is transcribed so far, unless it is of another recording."""
        if not self._so_far:
            return
        if self._so_far.reached.source == audio.source:
            self._segments = list(self._so_far.segments)
            self._language = self._so_far.language
        else:
            self._so_far = None
            yield Rewound()

    def _transcribe(self, audio: ExtractedAudio) -> Iterator[Event]:
        options = self._job.options
        until_s = min(options.until_s or math.inf, audio.duration_s)
        if until_s < audio.duration_s:
            self._note(NoticeCode.PART, until=clock(until_s), whole=clock(audio.duration_s))
        if self._so_far and self._so_far.reached.second >= until_s:
            return
        model = self._tools.speech_model(options)
        if model.fallback_reason:
            self._note(NoticeCode.CPU_INSTEAD, reason=model.fallback_reason)
        wanted = Wanted(options.language, options.speech_quality, hotwords(self._job))
        begin_s = self._so_far.reached.second if self._so_far else 0.0
        yield from self._report(Stage.TRANSCRIBE, begin_s / max(audio.duration_s, 0.001))
        samples = audio.samples()[: round(until_s * SAMPLE_RATE)]
        for found in model.transcribe(samples, wanted, self._so_far):
            if isinstance(found, Heard):
                self._language = found.language
                yield found
                continue
            self._segments += found.segments
            reached = Reached(found.end_s, found.block, audio.source)
            yield Transcribed(found.segments, reached)
            yield from self._report(Stage.TRANSCRIBE, found.end_s / audio.duration_s)
        yield Transcribed((), Reached(until_s, len(samples), audio.source))
        yield from self._report(Stage.TRANSCRIBE, 1.0)

    def _summarize(self, spoken: list[Spoken]) -> Generator[Event, None, Composed]:
        yield from self._report(Stage.SUMMARIZE, 0.0)
        composed = Composed("", (), (), (), notices=(Notice(NoticeCode.NO_SPEECH),))
        if spoken:
            composed = yield from self._compose(spoken)
        yield from self._report(Stage.SUMMARIZE, 1.0)
        return composed

    def _compose(self, spoken: list[Spoken]) -> Generator[Event, None, Composed]:
        options, tools = self._job.options, self._tools
        cuts = yield from self._find_cuts()
        source = Source(spoken, self._language, cuts, tools.tokenizer(options))
        steps = summarize(source, options, tools.encoder(options), lambda: tools.writer(options))
        composed = yield from self._told(steps)
        return replace(composed, chapters=self._with_pictures(composed.chapters))

    def _find_cuts(self) -> Generator[Event, None, tuple[float, ...]]:
        cuts: tuple[float, ...] = ()
        if self._info.has_video:
            with suppress(PipelineError):  # of an earlier result the video may be gone
                for found in scene_cuts(self._job.path, self._duration):
                    if isinstance(found, SceneCuts):
                        cuts = found.times
                    else:
                        yield from self._report(Stage.SUMMARIZE, _LOOKING * found)
        return cuts

    def _told(self, steps: Generator[Step, None, Composed]) -> Generator[Event, None, Composed]:
        """Tell of the steps of a summary; drafts no more often than progress."""
        draft: Draft | None = None
        while True:
            try:
                step = next(steps)
            except StopIteration as end:
                composed: Composed = end.value
                return composed
            if isinstance(step, Draft):
                draft = step
                continue
            fraction = _LOOKING + (1 - _LOOKING) * step
            if progress := self._meter.report(Stage.SUMMARIZE, fraction):
                yield Progressed(progress)
                if draft:
                    yield Drafted(draft.text)
                    draft = None

    def _with_pictures(self, chapters: Sequence[Chapter]) -> tuple[Chapter, ...]:
        return tuple(self._with_picture(n, chapter) for n, chapter in enumerate(chapters))

    def _with_picture(self, number: int, chapter: Chapter) -> Chapter:
        target = self._workspace.chapter_picture(self._job.id, number)
        with suppress(PipelineError):  # of an earlier result the video may be gone
            if self._info.has_video and save_picture(self._job.path, target, chapter.start):
                return replace(chapter, picture=target)
        return chapter

    def _summary(self, composed: Composed, sentences_read: int) -> Summary:
        return Summary(
            title=composed.title or self._info.title or readable_title(self._job.path),
            paragraphs=composed.paragraphs,
            key_points=composed.key_points,
            chapters=composed.chapters,
            action_items=composed.action_items,
            decisions=composed.decisions,
            language=self._language,
            duration_s=self._duration,
            speech_model=self._speech_model,
            writer=composed.writer,
            sentences_read=sentences_read,
            sentences_dropped=composed.sentences_dropped,
            notices=(*self._notices, *composed.notices),
        )

    def _note_flaws(self, audio: ExtractedAudio) -> None:
        if audio.damaged:
            self._note(NoticeCode.DAMAGED, count=str(audio.damaged))
        if audio.ends_early:
            expected, actual = clock(audio.expected_s), clock(audio.duration_s)
            self._note(NoticeCode.ENDS_EARLY, expected=expected, actual=actual)

    def _note(self, code: NoticeCode, **values: str) -> None:
        self._notices.append(Notice(code, values))

    def _report(self, stage: Stage, fraction: float) -> Iterator[Event]:
        if progress := self._meter.report(stage, fraction):
            yield Progressed(progress)


def readable_title(path: Path) -> str:
    """A title from a file's name: ``board-meeting_3.mp4`` becomes ``Board meeting 3``."""
    words = " ".join(re.split(r"[\s_\-.]+", path.stem)).strip()
    return words[:1].upper() + words[1:] if words else path.name

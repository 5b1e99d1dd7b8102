"""A job from its video to its summary, as a stream of events."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from svs_desktop.paths import Places
from svs_desktop.pipeline.audio import ExtractedAudio, extract_audio
from svs_desktop.pipeline.encoder import SentenceEncoder
from svs_desktop.pipeline.errors import ErrorCode, Failure, PipelineError
from svs_desktop.pipeline.events import (
    Event,
    Failed,
    Finished,
    Heard,
    Probed,
    Progressed,
    Transcribed,
)
from svs_desktop.pipeline.export.clock import clock
from svs_desktop.pipeline.job import AUTO, Job, JobOptions
from svs_desktop.pipeline.media import choose_track, probe
from svs_desktop.pipeline.media_info import MediaInfo
from svs_desktop.pipeline.models import find
from svs_desktop.pipeline.notices import Notice, NoticeCode
from svs_desktop.pipeline.progress import Progress, ProgressMeter, Stage
from svs_desktop.pipeline.sentences import Spoken, spoken_sentences
from svs_desktop.pipeline.summarize import KeySentences, find_key_sentences
from svs_desktop.pipeline.summary import KEY_SENTENCES, Summary
from svs_desktop.pipeline.transcribe import SpeechModel
from svs_desktop.pipeline.transcript import Segment
from svs_desktop.pipeline.workspace import Workspace

_ENCODER = "minilm"


class Tools:
    """The models that jobs use, kept in memory from one job to the next."""

    def __init__(self, models_dir: Path) -> None:
        self._models_dir = models_dir
        self._speech: tuple[object, SpeechModel] | None = None
        self._encoder: tuple[object, SentenceEncoder] | None = None

    def check(self, options: JobOptions) -> None:
        """See that all models are there, before hours of work are put into a job.

        Raises:
            PipelineError: One is not installed.
        """
        find(options.speech_model, self._models_dir)
        find(_ENCODER, self._models_dir)

    def speech_model(self, options: JobOptions) -> SpeechModel:
        """The speech model that the options ask for."""
        key = (options.speech_model, options.device, options.threads)
        if not self._speech or self._speech[0] != key:
            self._speech = None  # two models at once may be more than the memory holds
            folder = find(options.speech_model, self._models_dir)
            model = SpeechModel(folder, device=options.device, threads=options.threads)
            self._speech = (key, model)
        return self._speech[1]

    def encoder(self, options: JobOptions) -> SentenceEncoder:
        """The encoder that weighs sentences."""
        if not self._encoder or self._encoder[0] != options.threads:
            folder = find(_ENCODER, self._models_dir)
            self._encoder = (options.threads, SentenceEncoder(folder, threads=options.threads))
        return self._encoder[1]


def run(job: Job, tools: Tools, workspace: Workspace) -> Generator[Event, None, None]:
    """Do a job. The last event, and only the last, is ``Finished`` or ``Failed``.

    The extracted audio is deleted when the job ends; it stays when the iterator is closed before,
    so that the job can go on from there.
    """
    try:
        yield from _Run(job, tools, workspace).events()
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

    def __init__(self, job: Job, tools: Tools, workspace: Workspace) -> None:
        self._job = job
        self._tools = tools
        self._workspace = workspace
        self._info = MediaInfo(0.0)
        self._meter = ProgressMeter(0.0)
        self._language = ""
        self._segments: list[Segment] = []
        self._notices: list[Notice] = []

    def events(self) -> Iterator[Event]:
        options = self._job.options
        self._tools.check(options)
        self._info = probe(self._job.path)
        yield Probed(self._info)
        if options.language != AUTO:
            self._tools.speech_model(options).check_language(options.language)
        audio = yield from self._extract()
        yield from self._transcribe(audio)
        spoken = spoken_sentences(self._segments)
        key = yield from self._find_key_sentences(spoken)
        self._workspace.discard_audio(self._job.id)
        yield Finished(self._summary(audio, spoken, key), datetime.now(UTC))

    def _extract(self) -> Generator[Event, None, ExtractedAudio]:
        job = self._job
        track = choose_track(job.path, self._info, job.options.audio_track)
        self._meter = ProgressMeter(self._info.duration_s)
        yield from self._report(Stage.EXTRACT, 0.0)
        for done in extract_audio(job.path, track, self._workspace.audio(job.id)):
            if isinstance(done, ExtractedAudio):
                audio = done
            else:
                yield from self._report(Stage.EXTRACT, done)
        self._note_flaws(audio)
        yield from self._report(Stage.EXTRACT, 1.0)
        self._meter = ProgressMeter(audio.duration_s)
        return audio

    def _transcribe(self, audio: ExtractedAudio) -> Iterator[Event]:
        options = self._job.options
        model = self._tools.speech_model(options)
        if model.fallback_reason:
            self._note(NoticeCode.CPU_INSTEAD, reason=model.fallback_reason)
        yield from self._report(Stage.TRANSCRIBE, 0.0)
        for found in model.transcribe(audio.samples(), options.language):
            if isinstance(found, Heard):
                self._language = found.language
                yield found
                continue
            self._segments += found.segments
            if found.segments:
                yield Transcribed(found.segments)
            yield from self._report(Stage.TRANSCRIBE, found.end_s / audio.duration_s)
        yield from self._report(Stage.TRANSCRIBE, 1.0)

    def _find_key_sentences(self, spoken: list[Spoken]) -> Generator[Event, None, KeySentences]:
        key = KeySentences((), ())
        if spoken:
            encoder = self._tools.encoder(self._job.options)
            yield from self._report(Stage.SUMMARIZE, 0.0)
            for done in find_key_sentences(spoken, encoder):
                if isinstance(done, KeySentences):
                    key = done
                else:
                    yield from self._report(Stage.SUMMARIZE, done)
        yield from self._report(Stage.SUMMARIZE, 1.0)
        return key

    def _summary(self, audio: ExtractedAudio, spoken: list[Spoken], key: KeySentences) -> Summary:
        self._note(NoticeCode.KEY_SENTENCES_ONLY if spoken else NoticeCode.NO_SPEECH)
        return Summary(
            title=self._info.title or readable_title(self._job.path),
            paragraphs=(key.paragraph,) if key.paragraph else (),
            key_points=key.key_points,
            language=self._language,
            duration_s=audio.duration_s,
            speech_model=Path(self._job.options.speech_model).name,
            writer=KEY_SENTENCES,
            sentences_read=len(spoken),
            notices=tuple(self._notices),
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

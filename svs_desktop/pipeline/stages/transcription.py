"""From a video to its transcript: looked at, its audio extracted, its speech written down."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator

from svs_desktop.pipeline.audio import SAMPLE_RATE, ExtractedAudio, extract_audio
from svs_desktop.pipeline.events import Event, Heard, Probed, Rewound, Transcribed
from svs_desktop.pipeline.export.clock import clock
from svs_desktop.pipeline.fingerprint import fingerprint_or_nothing
from svs_desktop.pipeline.glossary import hotwords
from svs_desktop.pipeline.job import AUTO
from svs_desktop.pipeline.media import choose_track, probe
from svs_desktop.pipeline.notices import NoticeCode
from svs_desktop.pipeline.progress import ProgressMeter, Stage
from svs_desktop.pipeline.stages.recording import Recording
from svs_desktop.pipeline.summary import Result
from svs_desktop.pipeline.tools import Tools
from svs_desktop.pipeline.transcribe import Wanted
from svs_desktop.pipeline.transcript import Reached, SoFar
from svs_desktop.pipeline.workspace import Workspace

# What an earlier result says of the recording itself is true of a new summary of it.
_OF_THE_RECORDING = frozenset(
    {NoticeCode.CPU_INSTEAD, NoticeCode.DAMAGED, NoticeCode.ENDS_EARLY, NoticeCode.PART}
)


def take_over(recording: Recording, earlier: Result) -> Iterator[Event]:
    """Use the transcript of an earlier result."""
    summary, transcript = earlier.summary, earlier.transcript
    recording.info = earlier.media
    recording.language, recording.speech_model = summary.language, summary.speech_model
    recording.segments = list(transcript.segments)
    recording.notices += [n for n in summary.notices if n.code in _OF_THE_RECORDING]
    recording.is_as_long_as(summary.duration_s)
    yield Probed(recording.info)
    if recording.segments:
        yield Heard(recording.language, 1.0)
        yield Transcribed(transcript.segments)


def write_down(
    recording: Recording, tools: Tools, workspace: Workspace, so_far: SoFar | None
) -> Iterator[Event]:
    """Transcribe the recording, from where an interrupted run came to.

    Raises:
        PipelineError: The file or the model cannot be used.
    """
    options = recording.job.options
    recording.info = probe(recording.job.path)
    yield Probed(recording.info, fingerprint=fingerprint_or_nothing(recording.job.path))
    if options.language != AUTO:
        tools.speech_model(options).check_language(options.language)
    audio = yield from _extract(recording, workspace)
    if so_far and so_far.reached.source != audio.source:  # it is of another recording
        so_far = None
        yield Rewound()
    if so_far:
        recording.segments = list(so_far.segments)
        recording.language = so_far.language
    yield from _transcribe(recording, tools, audio, so_far)


def _extract(recording: Recording, workspace: Workspace) -> Generator[Event, None, ExtractedAudio]:
    job, options = recording.job, recording.job.options
    track = choose_track(job.path, recording.info, options.audio_track, options.language)
    recording.meter = ProgressMeter(recording.info.duration_s)
    yield from recording.report(Stage.EXTRACT, 0.0)
    for done in extract_audio(job.path, track, workspace.audio(job.id)):
        if isinstance(done, ExtractedAudio):
            audio = done
        else:
            yield from recording.report(Stage.EXTRACT, done)
    _note_flaws(recording, audio)
    yield from recording.report(Stage.EXTRACT, 1.0)
    recording.is_as_long_as(audio.duration_s)
    return audio


def _note_flaws(recording: Recording, audio: ExtractedAudio) -> None:
    if audio.damaged:
        recording.note(NoticeCode.DAMAGED, count=str(audio.damaged))
    if audio.ends_early:
        expected, actual = clock(audio.expected_s), clock(audio.duration_s)
        recording.note(NoticeCode.ENDS_EARLY, expected=expected, actual=actual)


def _transcribe(
    recording: Recording, tools: Tools, audio: ExtractedAudio, so_far: SoFar | None
) -> Iterator[Event]:
    options = recording.job.options
    until_s = min(options.until_s or math.inf, audio.duration_s)
    if until_s < audio.duration_s:
        recording.note(NoticeCode.PART, until=clock(until_s), whole=clock(audio.duration_s))
    if so_far and so_far.reached.second >= until_s:
        return
    samples = audio.samples()[: round(until_s * SAMPLE_RATE)]
    model = tools.speech_model_for(samples, options)
    if model.fallback_reason:
        recording.note(NoticeCode.CPU_INSTEAD, reason=model.fallback_reason)
    wanted = Wanted(options.language, options.speech_quality, hotwords(recording.job))
    begin_s = so_far.reached.second if so_far else 0.0
    yield from recording.report(Stage.TRANSCRIBE, begin_s / max(audio.duration_s, 0.001))
    for found in model.transcribe(samples, wanted, so_far):
        if isinstance(found, Heard):
            recording.language = found.language
            yield found
            continue
        recording.segments += found.segments
        yield Transcribed(found.segments, Reached(found.end_s, found.block, audio.source))
        yield from recording.report(Stage.TRANSCRIBE, found.end_s / audio.duration_s)
    yield Transcribed((), Reached(until_s, len(samples), audio.source))
    yield from recording.report(Stage.TRANSCRIBE, 1.0)

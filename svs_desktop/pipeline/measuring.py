"""How fast this machine is with a model, and whether a model can be opened at all.

In the engine process only.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from svs_desktop.pipeline.audio import ExtractedAudio, Samples, extract_audio
from svs_desktop.pipeline.errors import ErrorCode, PipelineError
from svs_desktop.pipeline.events import Examined, Measured
from svs_desktop.pipeline.generators import Message, TextGenerator, open_generator
from svs_desktop.pipeline.job import JobOptions
from svs_desktop.pipeline.tools import Tools
from svs_desktop.pipeline.transcribe import Passage, SpeechModel, Wanted

_HOUR_S = 3600.0
_ENOUGH_S = 8.0
# A summary of normal length of an hour of talk, some 9,000 words: what is read and written for it.
_TOKENS_READ, _TOKENS_WRITTEN = 2500, 700
_FEW_TOKENS = 24
# Long enough to tell how fast a model reads.
_FEW_LETTERS = 900
_CTRANSLATE2 = "model.bin"


def examine(location: Path) -> Examined:
    """Open a model of the user's own, and let go of it.

    Raises:
        PipelineError: It cannot be opened.
    """
    if (location / _CTRANSLATE2).is_file():
        SpeechModel(location)
        return Examined("speech")
    open_generator(location, location.name, threads=0, device="auto", context_size=512).close()
    return Examined("language")


def measure_speech(options: JobOptions, tools: Tools, sample: Path, audio: Path) -> Measured:
    """Transcribe a recording for a few seconds.

    Args:
        options: The model and how it is used.
        tools: The models.
        sample: A recording in which people speak.
        audio: Where its sound goes; it is deleted afterwards.

    Raises:
        PipelineError: The model is not there or cannot be loaded.
    """
    model = tools.speech_model(options)
    wanted = Wanted(options.language, options.speech_quality)
    try:
        samples = _samples(sample, audio)
        return Measured(_seconds_an_hour(model, samples, wanted))
    finally:
        for path in audio.parent.glob(f"{audio.stem}.*"):
            path.unlink(missing_ok=True)


def measure_writer(
    options: JobOptions, tools: Tools, text: str, clock: Callable[[], float] = time.monotonic
) -> Measured:
    """Let a language model read a text and begin to summarise it.

    Raises:
        PipelineError: The model is not there or cannot be loaded.
    """
    writer = tools.writer(options)
    if writer is None:
        raise PipelineError(ErrorCode.MODEL_MISSING, model=options.summarizer)
    # Unlike any before: what a model has read already it does not read again.
    question = Message("user", f"{clock()}: Summarise this talk.\n\n{text[:_FEW_LETTERS]}")
    read, begun = writer.count_tokens([question]), clock()
    first, written, ended = _written(writer, question, clock)
    reading = (first - begun) / max(1, read)
    writing = (ended - first) / max(1, written)
    return Measured(_TOKENS_READ * reading + _TOKENS_WRITTEN * writing)


def _written(
    writer: TextGenerator, question: Message, clock: Callable[[], float]
) -> tuple[float, int, float]:
    """When the first piece came, how many came after it, and when the last one did."""
    first, count = 0.0, 0
    with closing(writer.generate([question], max_tokens=_FEW_TOKENS)) as pieces:  # type: ignore[type-var]
        for piece in pieces:
            if piece and not first:
                first = clock()
            elif piece:
                count += 1
    ended = clock()
    return first or ended, count, ended


def _samples(sample: Path, audio: Path) -> Samples:
    for step in extract_audio(sample, 0, audio):
        if isinstance(step, ExtractedAudio):
            return step.samples()
    raise AssertionError("extraction ends with the audio")


def _seconds_an_hour(model: SpeechModel, samples: Samples, wanted: Wanted) -> float:
    begun, done_s = time.monotonic(), 0.0
    with closing(model.transcribe(samples, wanted)) as passages:  # type: ignore[type-var]
        for passage in passages:
            if isinstance(passage, Passage):
                done_s = passage.end_s
                if time.monotonic() - begun >= _ENOUGH_S:
                    break
        elapsed = time.monotonic() - begun
    return _HOUR_S * elapsed / done_s if done_s else _HOUR_S

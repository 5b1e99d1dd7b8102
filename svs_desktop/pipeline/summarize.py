"""From what was said to a summary: written by a language model, or in the talk's own words."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from svs_desktop.pipeline.chapters import divide
from svs_desktop.pipeline.encoder import SentenceEncoder
from svs_desktop.pipeline.errors import ErrorCode, PipelineError
from svs_desktop.pipeline.generators import TextGenerator
from svs_desktop.pipeline.job import AUTO, JobOptions
from svs_desktop.pipeline.key_sentences import find_key_sentences
from svs_desktop.pipeline.language_codes import language_name
from svs_desktop.pipeline.notices import Notice, NoticeCode
from svs_desktop.pipeline.sentences import Spoken
from svs_desktop.pipeline.summary import KEY_SENTENCES, Chapter, KeyPoint, Sentence
from svs_desktop.pipeline.talk import Talk, read
from svs_desktop.pipeline.vocabulary import Vocabulary
from svs_desktop.pipeline.writing.asking import Draft, Interviewer, Step
from svs_desktop.pipeline.writing.evidence import EvidenceFinder
from svs_desktop.pipeline.writing.said import Said
from svs_desktop.pipeline.writing.translation import translated
from svs_desktop.pipeline.writing.writer import Writer

T = TypeVar("T")

# What of all the work is done when the talk is read, and when a text to be translated is written.
_READING, _WRITING_FIRST = 0.05, 0.6
OF_THE_WRITER = frozenset(
    {
        ErrorCode.MODEL_MISSING,
        ErrorCode.MODEL_BROKEN,
        ErrorCode.MODEL_TOO_LARGE,
        ErrorCode.MODEL_FAILED,
        ErrorCode.PROMPT_TOO_LONG,
        ErrorCode.OUT_OF_MEMORY,
        ErrorCode.MISSING_LIBRARY,
    }
)
"""Failures of a language model: the talk's own sentences stand in for what it did not write."""


class Composed(Struct, frozen=True):
    """A summary without the facts of its recording; see ``Summary`` for what they mean."""

    title: str
    paragraphs: tuple[tuple[Sentence, ...], ...]
    key_points: tuple[KeyPoint, ...]
    chapters: tuple[Chapter, ...]
    writer: str = KEY_SENTENCES
    action_items: tuple[KeyPoint, ...] = ()
    decisions: tuple[KeyPoint, ...] = ()
    sentences_dropped: int = 0
    notices: tuple[Notice, ...] = ()
    written_in: str = ""


class Source(Struct, frozen=True):
    """What a summary is made from.

    Attributes:
        spoken: The sentences of the talk; at least one.
        language: ISO 639-1 code of the talk.
        cuts: When the picture changes, in seconds.
        tokenizer: A ``tokenizer.json`` with cased words, if there is one.
    """

    spoken: Sequence[Spoken]
    language: str
    cuts: Sequence[float] = ()
    tokenizer: Path | None = None


def summarize(
    source: Source,
    options: JobOptions,
    encoder: SentenceEncoder,
    open_writer: Callable[[], TextGenerator | None],
) -> Generator[Step, None, Composed]:
    """Yield fractions of the work done and drafts; return the summary.

    Every sentence is read and weighed against all others. When the language model cannot write, a
    notice says why and the key sentences are the summary.

    Args:
        source: What was said.
        options: How long, what kind of talk, in which language.
        encoder: Makes sentences comparable.
        open_writer: The language model; None when none is to write. May raise PipelineError.
    """
    vocabulary = Vocabulary(source.tokenizer) if source.tokenizer else None
    for step in read(source.spoken, encoder, vocabulary):
        if isinstance(step, Talk):
            talk = step
        else:
            yield _READING * step
    chapters = divide(talk.spoken, talk.vectors, source.cuts)
    try:
        writer = open_writer()
        if writer is None:
            return _quoted(talk, chapters, Notice(NoticeCode.KEY_SENTENCES_ONLY))
        said = Said((s.text for s in source.spoken), source.language, vocabulary)
        finder = EvidenceFinder(talk, encoder, said)
        return (yield from _written(source, options, finder, talk, chapters, writer))
    except PipelineError as error:
        if error.failure.code not in OF_THE_WRITER:
            raise
        failure = error.failure
        reason = failure.sentence.rstrip(".")
        values = {"model": failure.values.get("model", options.summarizer), "reason": reason}
        return _quoted(talk, chapters, Notice(NoticeCode.WRITER_FAILED, values))


def _quoted(talk: Talk, chapters: Sequence[range], notice: Notice) -> Composed:
    key = find_key_sentences(talk)
    starts = [talk.spoken[part.start].start for part in chapters]
    ends = [*starts[1:], talk.spoken[-1].end]
    return Composed(
        title="",
        paragraphs=(key.paragraph,) if key.paragraph else (),
        key_points=key.key_points,
        chapters=tuple(
            Chapter(start, end, talk.beginning(part))
            for part, start, end in zip(chapters, starts, ends, strict=True)
        ),
        notices=(notice,),
    )


def _written(
    source: Source,
    options: JobOptions,
    finder: EvidenceFinder,
    talk: Talk,
    chapters: Sequence[range],
    generator: TextGenerator,
) -> Generator[Step, None, Composed]:
    writer = Writer(
        talk,
        chapters,
        finder,
        generator,
        language=language_name(source.language),
        length=options.length,
        style=options.style,
    )
    is_translated = options.summary_language not in (AUTO, source.language)
    end = _WRITING_FIRST if is_translated else 1.0
    written = yield from _between(_READING, end, writer.write())
    composed = Composed(
        title=written.title,
        paragraphs=written.paragraphs,
        key_points=find_key_sentences(talk).key_points,
        chapters=written.chapters,
        writer=generator.name,
        action_items=written.action_items,
        decisions=written.decisions,
        sentences_dropped=written.dropped,
        notices=written.notices,
    )
    if not is_translated:
        return composed
    translator = Interviewer(generator, language=language_name(options.summary_language))
    told = yield from _between(end, 1.0, translated(composed, translator))
    return replace(told, written_in=options.summary_language)


def _between(start: float, end: float, steps: Generator[Step, None, T]) -> Generator[Step, None, T]:
    """The fractions of a part of the work as fractions of the whole."""
    try:
        while True:
            step = next(steps)
            yield step if isinstance(step, Draft) else start + (end - start) * step
    except StopIteration as stop:
        result: T = stop.value
        return result

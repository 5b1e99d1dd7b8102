"""From a transcript to its summary, with the pictures of its chapters."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import suppress

from msgspec.structs import replace

from svs_desktop.pipeline.errors import PipelineError
from svs_desktop.pipeline.events import Drafted, Event, Progressed
from svs_desktop.pipeline.media import save_picture
from svs_desktop.pipeline.notices import Notice, NoticeCode
from svs_desktop.pipeline.progress import Stage
from svs_desktop.pipeline.scenes import SceneCuts, scene_cuts
from svs_desktop.pipeline.sentences import Spoken
from svs_desktop.pipeline.stages.recording import Recording
from svs_desktop.pipeline.summarize import Composed, Source, summarize
from svs_desktop.pipeline.summary import Chapter
from svs_desktop.pipeline.tools import Tools
from svs_desktop.pipeline.workspace import Workspace
from svs_desktop.pipeline.writing.asking import Draft, Step

# The part of summarising that looking for cuts in the picture takes.
_LOOKING = 0.02


def sum_up(
    recording: Recording, spoken: Sequence[Spoken], tools: Tools, workspace: Workspace
) -> Generator[Event, None, Composed]:
    """Summarise what was said; return the summary.

    Raises:
        PipelineError: A model cannot be used.
    """
    yield from recording.report(Stage.SUMMARIZE, 0.0)
    composed = Composed("", (), (), (), notices=(Notice(NoticeCode.NO_SPEECH),))
    if spoken:
        composed = yield from _compose(recording, spoken, tools)
        chapters = tuple(
            _with_picture(recording, workspace, number, chapter)
            for number, chapter in enumerate(composed.chapters)
        )
        composed = replace(composed, chapters=chapters)
    yield from recording.report(Stage.SUMMARIZE, 1.0)
    return composed


def _compose(
    recording: Recording, spoken: Sequence[Spoken], tools: Tools
) -> Generator[Event, None, Composed]:
    options = recording.job.options
    cuts = yield from _find_cuts(recording)
    source = Source(spoken, recording.language, cuts, tools.tokenizer(options))
    steps = summarize(source, options, tools.encoder(options), lambda: tools.writer(options))
    return (yield from _told(recording, steps))


def _find_cuts(recording: Recording) -> Generator[Event, None, tuple[float, ...]]:
    cuts: tuple[float, ...] = ()
    if recording.info.has_video:
        with suppress(PipelineError):  # of an earlier result the video may be gone
            for found in scene_cuts(recording.job.path, recording.duration_s):
                if isinstance(found, SceneCuts):
                    cuts = found.times
                else:
                    yield from recording.report(Stage.SUMMARIZE, _LOOKING * found)
    return cuts


def _told(
    recording: Recording, steps: Generator[Step, None, Composed]
) -> Generator[Event, None, Composed]:
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
        if progress := recording.meter.report(Stage.SUMMARIZE, fraction):
            yield Progressed(progress)
            if draft:
                yield Drafted(draft.text)
                draft = None


def _with_picture(
    recording: Recording, workspace: Workspace, number: int, chapter: Chapter
) -> Chapter:
    target = workspace.chapter_picture(recording.job.id, number)
    with suppress(PipelineError):  # of an earlier result the video may be gone
        if recording.info.has_video and save_picture(recording.job.path, target, chapter.start):
            return replace(chapter, picture=target)
    return chapter

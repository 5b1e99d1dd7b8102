"""A job from its video to its summary, as a stream of events."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from svs_desktop.paths import Places
from svs_desktop.pipeline.errors import ErrorCode, Failure, PipelineError
from svs_desktop.pipeline.events import Event, Failed, Finished, Progressed
from svs_desktop.pipeline.job import Job, JobOptions
from svs_desktop.pipeline.progress import Progress
from svs_desktop.pipeline.sentences import spoken_sentences
from svs_desktop.pipeline.stages.recording import Recording
from svs_desktop.pipeline.stages.summarization import sum_up
from svs_desktop.pipeline.stages.transcription import take_over, write_down
from svs_desktop.pipeline.summarize import Composed
from svs_desktop.pipeline.summary import Result, Summary
from svs_desktop.pipeline.tools import Tools
from svs_desktop.pipeline.transcript import SoFar
from svs_desktop.pipeline.workspace import Workspace


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
        yield from _events(job, tools, workspace, earlier, so_far)
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


def _events(
    job: Job, tools: Tools, workspace: Workspace, earlier: Result | None, so_far: SoFar | None
) -> Iterator[Event]:
    tools.check(job.options)
    recording = Recording(job)
    if earlier:
        yield from take_over(recording, earlier)
    else:
        yield from write_down(recording, tools, workspace, so_far)
    spoken = spoken_sentences(recording.segments)
    composed = yield from sum_up(recording, spoken, tools, workspace)
    workspace.discard_audio(job.id)
    yield Finished(_summary(recording, composed, len(spoken)), datetime.now(UTC))


def _summary(recording: Recording, composed: Composed, sentences_read: int) -> Summary:
    return Summary(
        title=composed.title or recording.info.title or readable_title(recording.job.path),
        paragraphs=composed.paragraphs,
        key_points=composed.key_points,
        chapters=composed.chapters,
        action_items=composed.action_items,
        decisions=composed.decisions,
        language=recording.language,
        duration_s=recording.duration_s,
        speech_model=recording.speech_model,
        writer=composed.writer,
        sentences_read=sentences_read,
        sentences_dropped=composed.sentences_dropped,
        written_in=composed.written_in,
        notices=(*recording.notices, *composed.notices),
    )


def readable_title(path: Path) -> str:
    """A title from a file's name: ``board-meeting_3.mp4`` becomes ``Board meeting 3``."""
    words = " ".join(re.split(r"[\s_\-.]+", path.stem)).strip()
    return words[:1].upper() + words[1:] if words else path.name

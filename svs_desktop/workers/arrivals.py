"""What becomes of chosen files and folders: jobs, with what is known of each before it waits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from svs_desktop.library import Library
from svs_desktop.pipeline.events import Probed, Recognised
from svs_desktop.pipeline.fingerprint import fingerprint_or_nothing, size_of
from svs_desktop.pipeline.job import Job, JobOptions, JobState
from svs_desktop.pipeline.media_files import find_media
from svs_desktop.pipeline.options import hears_the_same, with_choices
from svs_desktop.pipeline.workspace import Workspace
from svs_desktop.workers.again import copied_picture


class Arrival(Struct, frozen=True):
    """A job to come, and what is known of its file.

    Attributes:
        probed: What is in the file, if that is known.
        recognised: The result that there is of the same video.
    """

    job: Job
    probed: Probed | None = None
    recognised: Recognised | None = None


def arrivals(
    chosen: Iterable[Path],
    options: JobOptions,
    library: Library,
    workspace: Workspace,
    *,
    recognise: bool,
) -> list[Arrival]:
    """A job for each file, and for each media file in each folder. Waits for the library.

    Args:
        chosen: Files and folders.
        options: For those whose folders have none of their own.
        library: The results, and the options of folders.
        workspace: Where pictures are.
        recognise: Whether to tell of those that there is a result of.

    Raises:
        LibraryError: The library cannot be used.
    """
    paths = find_media(chosen)
    folders = library.folder_options().result() if paths else {}
    known = _known_by(library.finished().result()) if recognise and paths else {}
    made = []
    for path in paths:
        asked = _options_of(path, options, folders)
        state = _recognised(path, known)
        made.append(
            _again(path, asked, state, workspace) if state else Arrival(Job.new(path, asked))
        )
    return made


def recognised_as(finished: JobState, options: JobOptions) -> Recognised:
    """What a job with these options is told whose video is that of a finished one."""
    before = finished.job.options
    is_whole = before.until_s is None
    return Recognised(finished.job.id, is_whole and hears_the_same(options, before))


def _options_of(path: Path, options: JobOptions, folders: Mapping[Path, JobOptions]) -> JobOptions:
    """The options of the nearest folder that has some."""
    own = next((folders[folder] for folder in path.parents if folder in folders), None)
    return with_choices(options, own) if own else options


_Known = dict[int, dict[str, JobState]]


def _known_by(finished: Sequence[JobState]) -> _Known:
    """The newest job of each video, by the file's size and fingerprint."""
    known: _Known = {}
    for state in finished:
        if state.fingerprint:
            known.setdefault(size_of(state.fingerprint), {}).setdefault(state.fingerprint, state)
    return known


def _recognised(path: Path, known: _Known) -> JobState | None:
    if not known:
        return None
    try:
        same_size = known.get(path.stat().st_size)
    except OSError:
        return None
    # Only a file of the same size is worth reading.
    return same_size.get(fingerprint_or_nothing(path)) if same_size else None


def _again(path: Path, options: JobOptions, state: JobState, workspace: Workspace) -> Arrival:
    """A job that would summarise the video anew: from its transcript, if that would be the same."""
    known = recognised_as(state, options)
    job = Job.new(path, options, transcript_of=state.job.id if known.hears_the_same else "")
    picture = copied_picture(state.job.id, job.id, workspace)
    probed = Probed(state.media, picture, state.fingerprint) if state.media else None
    return Arrival(job, probed, known)

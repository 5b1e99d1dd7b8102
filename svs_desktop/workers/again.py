"""A new job from a result: the same talk, summarised differently."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from svs_desktop.library import Library
from svs_desktop.pipeline.events import Probed
from svs_desktop.pipeline.job import Job, JobOptions
from svs_desktop.pipeline.workspace import Workspace


class Again(Struct, frozen=True):
    """The new job, and what is known of its video, which may be gone by now."""

    job: Job
    probed: Probed


def again(job_id: str, options: JobOptions, library: Library, workspace: Workspace) -> Again:
    """A job that uses the transcript of this result once more. Waits for the library.

    Raises:
        LibraryError: There is no such result, or the library cannot be used.
    """
    result = library.result(job_id).result()
    job = Job.new(result.path, options, transcript_of=job_id)
    picture = copied_picture(job_id, job.id, workspace)
    return Again(job, Probed(result.media, picture, result.fingerprint))


def copied_picture(old_id: str, new_id: str, workspace: Workspace) -> Path | None:
    """The old job's thumbnail for the new job: each leaves with its own job."""
    picture = workspace.picture(new_id)
    with suppress(OSError):  # it lies in the cache, which may be emptied at any time
        shutil.copyfile(workspace.picture(old_id), picture)
        return picture
    return None

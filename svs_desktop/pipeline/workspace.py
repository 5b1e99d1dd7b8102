"""The files that a job makes on its way. They can all be made again."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable
from pathlib import Path

# A stray that changed less than an hour ago may belong to another program at work.
_STRAY_AGE_S = 3600.0


class Workspace:
    """The cache folder: extracted audio and pictures, each under its job's id."""

    def __init__(self, cache: Path) -> None:
        self._audio = cache / "audio"
        self._pictures = cache / "pictures"

    def make(self) -> None:
        """Create the folders that are missing."""
        for folder in (self._audio, self._pictures):
            folder.mkdir(parents=True, exist_ok=True)

    def audio(self, job_id: str) -> Path:
        """Where the job's audio goes: 16 kHz mono 16-bit samples."""
        return self._audio / f"{job_id}.pcm"

    def picture(self, job_id: str) -> Path:
        """Where the job's thumbnail goes."""
        return self._pictures / f"{job_id}.jpg"

    def chapter_picture(self, job_id: str, number: int) -> Path:
        """Where the picture of the job's chapter of this number goes."""
        return self._pictures / f"{job_id}.{number}.jpg"

    def discard_audio(self, job_id: str) -> None:
        """Delete the job's audio and what lies beside it."""
        _discard(self._audio, job_id)

    def discard_all(self, job_ids: Iterable[str]) -> None:
        """Delete all that belongs to these jobs."""
        for job_id in job_ids:
            for folder in (self._audio, self._pictures):
                _discard(folder, job_id)

    def sweep(
        self,
        audio_of: Collection[str],
        pictures_of: Collection[str],
        *,
        age_s: float = _STRAY_AGE_S,
    ) -> int:
        """Delete what belongs to other jobs than these and was not touched for so long.

        Returns:
            How many bytes are free again.
        """
        freed = 0
        for folder, ids in ((self._audio, audio_of), (self._pictures, pictures_of)):
            for path in folder.glob("*"):
                if path.name.partition(".")[0] not in ids and _age(path) >= age_s:
                    freed += path.stat().st_size
                    path.unlink(missing_ok=True)
        return freed


def _discard(folder: Path, job_id: str) -> None:
    for path in folder.glob(f"{job_id}.*"):
        path.unlink(missing_ok=True)


def _age(path: Path) -> float:
    try:
        return time.time() - path.stat().st_mtime
    except FileNotFoundError:
        return 0.0

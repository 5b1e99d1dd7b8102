"""Videos that are sent: written to disk piece by piece, each into a folder of its job's own."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Collection
from pathlib import Path

from msgspec.structs import replace

from svs_desktop.api.limits import Limits
from svs_desktop.api.problems import Problem, ProblemCode
from svs_desktop.pipeline.export.files import clean_name
from svs_desktop.pipeline.job import Job, JobOptions

_BATCH = 1 << 20
_PRIVATE = 0o600


class Uploads:
    """The folder of the videos that were sent."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        self._folder = folder
        self._limits = limits
        self._coming: set[str] = set()

    async def receive(self, name: str, options: JobOptions, body: AsyncIterator[bytes]) -> Job:
        """A job for the video that ``body`` is, once all of it is there.

        The name that the client gave is that of the file within its folder, and there only what
        is a name in it: no separator, nothing that a system takes for something else. ``release``
        must follow.

        Raises:
            Problem: There is no room, or too much comes at once.
        """
        if len(self._coming) >= self._limits.uploads:
            raise Problem(
                ProblemCode.BUSY, "Other videos are being sent: try again.", {"Retry-After": "5"}
            )
        job = Job.new(Path("video"), options)
        folder = self._folder / job.id
        path = folder / (clean_name(name) or "video")
        self._coming.add(job.id)
        try:
            await asyncio.to_thread(folder.mkdir, mode=0o700, parents=True)
            await self._write(path, body)
        except BaseException:
            await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)
            self._coming.discard(job.id)
            raise
        return replace(job, path=path)

    def release(self, job: Job) -> None:
        """The job is in the queue, or was not taken."""
        self._coming.discard(job.id)

    def sweep(self, wanted: Collection[str]) -> None:
        """Delete the videos of other jobs than these. Waits for the disk."""
        if self._folder.is_dir():
            for folder in self._folder.iterdir():
                if folder.name not in wanted and folder.name not in self._coming:
                    shutil.rmtree(folder, ignore_errors=True)

    async def _write(self, path: Path, body: AsyncIterator[bytes]) -> None:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
        number = await asyncio.to_thread(os.open, path, flags, _PRIVATE)
        with os.fdopen(number, "wb", buffering=0) as file:
            batch = bytearray()
            async for chunk in body:
                batch += chunk
                if len(batch) >= _BATCH:
                    await self._append(file.fileno(), batch, path.parent)
                    batch = bytearray()
            await self._append(file.fileno(), batch, path.parent)
            await asyncio.to_thread(os.fsync, number)

    async def _append(self, number: int, data: bytearray, folder: Path) -> None:
        def append() -> None:
            if shutil.disk_usage(folder).free - len(data) < self._limits.spare_bytes:
                raise Problem(ProblemCode.DISK_FULL, "The disk is full: make room, then try again.")
            left = memoryview(data)
            while left:
                left = left[os.write(number, left) :]

        await asyncio.to_thread(append)

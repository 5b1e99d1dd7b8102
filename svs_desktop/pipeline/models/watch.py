"""How an installation tells its progress, and how it is told to stop."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct


class InstallStep(StrEnum):
    """What an installation is doing."""

    DOWNLOAD = "download"
    VERIFY = "verify"


class InstallProgress(Struct, frozen=True):
    """How far one step is. The download starts again at 0 when another source is tried.

    Attributes:
        step: The step.
        done: Bytes done.
        total: Bytes to do.
    """

    step: InstallStep
    done: int
    total: int


class InstallCancelled(Exception):  # noqa: N818 - the user's wish is no error
    """The installation was told to stop. What it fetched is used when it is run again."""


class Watch:
    """The caller's two callbacks: one that is told the progress, one that says when to stop."""

    def __init__(
        self,
        on_progress: Callable[[InstallProgress], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self._on_progress = on_progress
        self._cancelled = cancelled

    def check(self) -> None:
        """Stop here if told to.

        Raises:
            InstallCancelled: Told to.
        """
        if self._cancelled is not None and self._cancelled():
            raise InstallCancelled

    def report(self, step: InstallStep, done: int, total: int) -> None:
        """Tell the progress."""
        if self._on_progress is not None:
            self._on_progress(InstallProgress(step, done, total))

    def verifying(self, total: int) -> Callable[[int], None]:
        """A counter of verified bytes that reports them and stops when told to."""
        done = 0

        def count(size: int) -> None:
            nonlocal done
            self.check()
            done += size
            self.report(InstallStep.VERIFY, done, total)

        return count

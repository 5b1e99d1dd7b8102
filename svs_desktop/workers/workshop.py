"""What a program needs to run jobs, with a window or without: made and put together here."""

from __future__ import annotations

from PySide6.QtCore import QObject

from svs_desktop.library import Library
from svs_desktop.paths import Places
from svs_desktop.pipeline.workspace import Workspace
from svs_desktop.workers.background import Background
from svs_desktop.workers.engine_process import EngineProcess, engine_command
from svs_desktop.workers.job_queue import JobQueue
from svs_desktop.workers.prober import Prober

KEEP = 20
"""How many results the history holds."""


class Workshop(QObject):
    """The library, the queue and the engines of one program.

    Attributes:
        library: The results.
        workspace: The files that jobs make on their way.
        background: For work off the main thread.
        queue: The jobs.
    """

    def __init__(self, places: Places, parallel: int, parent: QObject | None = None) -> None:
        """Make everything; nothing runs before the queue is restored.

        Raises:
            OSError: The program's folders cannot be made.
        """
        super().__init__(parent)
        places.make()
        command = engine_command(places)
        self.workspace = Workspace(places.cache)
        self.workspace.make()
        self.library = Library(places.library, keep=KEEP)
        self.background = Background(self)
        looker = EngineProcess(command, idle_s=30.0, silence_s=60.0)
        self.queue = JobQueue(
            self.library,
            self.workspace,
            lambda: EngineProcess(command),
            Prober(looker, self.workspace, self),
            self.background,
            parallel=parallel,
            parent=self,
        )

    def close(self) -> None:
        """Let go of everything; jobs that run go on at the next start."""
        self.queue.close()
        self.background.close()
        self.library.close()

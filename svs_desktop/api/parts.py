"""What the addresses are made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from svs_desktop.api.access import Access
from svs_desktop.api.board import Board
from svs_desktop.api.jobs import Jobs
from svs_desktop.pipeline.job import JobOptions
from svs_desktop.pipeline.workspace import Workspace


@dataclass(frozen=True)
class Parts:
    """The parts of one server.

    Attributes:
        jobs: Does what is asked.
        board: Knows how jobs stand.
        access: Knows who may come in.
        url: The server's address.
        workspace: Has the pictures.
        options: What a job is asked for that does not say.
        models_dir: Where the models are.
    """

    jobs: Jobs
    board: Board
    access: Access
    url: str
    workspace: Workspace
    options: Callable[[], JobOptions]
    models_dir: Path

"""The files of jobs: made, found again, and swept."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from svs_desktop.pipeline.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = Workspace(tmp_path / "cache")
    workspace.make()
    workspace.make()
    return workspace


def files_of(workspace: Workspace, job_id: str, age_s: float = 0.0) -> list[Path]:
    """Write all that a job may leave."""
    audio = workspace.audio(job_id)
    paths = [
        audio,
        audio.with_suffix(".part"),
        audio.with_suffix(".json"),
        workspace.picture(job_id),
        workspace.chapter_picture(job_id, 1),
        workspace.chapter_picture(job_id, 12),
    ]
    for path in paths:
        path.write_bytes(b"x")
        os.utime(path, (time.time() - age_s,) * 2)
    return paths


def left(paths: list[Path]) -> list[bool]:
    return [path.exists() for path in paths]


def test_the_audio_of_one_job(workspace: Workspace) -> None:
    mine, other = files_of(workspace, "abc"), files_of(workspace, "abcd")
    workspace.discard_audio("abc")
    workspace.discard_audio("unheard-of")
    assert left(mine) == [False] * 3 + [True] * 3
    assert all(left(other))


def test_all_that_belongs_to_jobs(workspace: Workspace) -> None:
    gone, kept = [*files_of(workspace, "a"), *files_of(workspace, "b")], files_of(workspace, "c")
    workspace.discard_all(["a", "b", "a"])
    assert not any(left(gone))
    assert all(left(kept))


def test_strays_are_swept(workspace: Workspace) -> None:
    old = {name: files_of(workspace, name, 4000) for name in ("stray", "queued", "result")}
    fresh = files_of(workspace, "fresh")
    workspace.sweep({"queued"}, {"queued", "result"})
    assert left(old["stray"]) == [False] * 6
    assert left(old["queued"]) == [True] * 6
    assert left(old["result"]) == [False] * 3 + [True] * 3
    assert left(fresh) == [True] * 6


def test_nothing_to_sweep(tmp_path: Path) -> None:
    Workspace(tmp_path / "never made").sweep(set(), set())

"""How much room the program's files take, and the cache that is cleared."""

from __future__ import annotations

from pathlib import Path

import pytest

from svs_desktop.paths import Places
from svs_desktop.pipeline.workspace import Workspace
from svs_desktop.workers.storage import clear_cache, free_bytes, storage


@pytest.fixture
def places(tmp_path: Path) -> Places:
    places = Places.under(tmp_path)
    places.make()
    return places


def test_all_files_are_counted(places: Places) -> None:
    places.library.write_bytes(b"x" * 1000)
    Path(f"{places.library}-wal").write_bytes(b"x" * 10)
    (places.models / "base").mkdir()
    (places.models / "base" / "model.bin").write_bytes(b"x" * 200)
    (places.cache / "audio").mkdir()
    (places.cache / "audio" / "a.pcm").write_bytes(b"x" * 30)

    found = storage(places)

    assert (found.library, found.models, found.cache) == (1010, 200, 30)
    assert found.free > 0
    assert free_bytes(places.models / "nowhere") == 0


def test_what_is_needed_stays_in_the_cache(places: Places) -> None:
    workspace = Workspace(places.cache)
    workspace.make()
    for job_id in ("running", "paused", "gone"):
        workspace.audio(job_id).write_bytes(b"x" * 100)
        workspace.picture(job_id).write_bytes(b"x" * 7)

    freed = clear_cache(workspace, {"running"}, {"running", "paused"})

    assert freed == 207
    left = sorted(path.name for path in places.cache.rglob("*.*"))
    assert left == ["paused.jpg", "running.jpg", "running.pcm"]

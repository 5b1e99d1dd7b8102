"""A video that was renamed or moved is found by its content."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from svs_desktop.pipeline import nearby
from svs_desktop.pipeline.fingerprint import fingerprint
from svs_desktop.pipeline.nearby import find_near


@pytest.fixture
def lost(tmp_path: Path) -> tuple[Path, str, bytes]:
    """Where a video was, its fingerprint, and its content; others of its size lie around."""
    content = os.urandom(5000)
    path = tmp_path / "talks" / "spring" / "lecture.mp4"
    for folder in (path.parent, path.parent / "old" / "older", tmp_path / "talks" / "autumn"):
        folder.mkdir(parents=True)
        (folder / "a.mp4").write_bytes(os.urandom(5000))
        (folder / "b.mp4").write_bytes(os.urandom(10))
    path.write_bytes(content)
    mark = fingerprint(path)
    path.unlink()
    return path, mark, content


@pytest.mark.parametrize(
    "place",
    [
        "talks/spring/renamed.mkv",
        "talks/spring/old/lecture.mp4",
        "talks/spring/old/older/lecture.mp4",
        "talks/lecture.mp4",
        "talks/autumn/lecture.mp4",
    ],
)
def test_it_is_found_in_its_folder_and_near_it(
    tmp_path: Path, lost: tuple[Path, str, bytes], place: str
) -> None:
    path, mark, content = lost
    there = tmp_path / place
    there.write_bytes(content)

    assert find_near(path, mark) == there


def test_what_is_not_near_is_not_found(tmp_path: Path, lost: tuple[Path, str, bytes]) -> None:
    path, mark, content = lost
    assert find_near(path, mark) is None
    for place in ("far.mp4", "talks/spring/.hidden.mp4"):
        (tmp_path / place).write_bytes(content)

    assert find_near(path, mark) is None
    assert find_near(path, "") is None
    assert find_near(tmp_path / "gone" / "too" / "lecture.mp4", mark) is None


def test_a_folder_of_many_files_does_not_hold_up(
    lost: tuple[Path, str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, mark, content = lost
    monkeypatch.setattr(nearby, "_MOST_LOOKED_AT", 2)
    (path.parent / "z.mp4").write_bytes(content)

    assert find_near(path, mark) is None


def test_folders_that_cannot_be_read_are_passed_over(
    lost: tuple[Path, str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, mark, content = lost
    (path.parent.parent / "z.mp4").write_bytes(content)
    (path.parent / "dangling.mp4").symlink_to(path.parent / "nowhere")
    scan = os.scandir

    def refuse(folder: Path) -> object:
        if Path(folder).name == "spring":
            raise PermissionError(folder)
        return scan(folder)

    monkeypatch.setattr(nearby.os, "scandir", refuse)

    assert find_near(path, mark) == path.parent.parent / "z.mp4"

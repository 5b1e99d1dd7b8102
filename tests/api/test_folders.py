"""Paths that a client names: only those of files within the allowed folders."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from svs_desktop.api.folders import Folders
from svs_desktop.api.problems import Problem

from .conftest import JOBS, Station


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    path = tmp_path / "outside"
    path.mkdir()
    (path / "secret.mp4").touch()
    return path


def code(folders: Folders, path: object) -> str:
    with pytest.raises(Problem) as problem:
        folders.checked(str(path))
    return problem.value.code


def test_files_within_are_allowed(videos: Path, tmp_path: Path) -> None:
    (videos / "deep").mkdir()
    video = videos / "deep" / "talk.mp4"
    video.touch()
    (videos / "link.mp4").symlink_to(video)
    (tmp_path / "way in").symlink_to(videos, target_is_directory=True)
    folders = Folders([videos])

    assert folders.checked(str(video)) == video
    assert folders.checked(str(videos / "link.mp4")) == video
    assert folders.checked(str(tmp_path / "way in" / "link.mp4")) == video
    assert Folders([tmp_path / "way in"]).checked(str(video)) == video


def test_nothing_outside_is_allowed(videos: Path, outside: Path) -> None:
    (videos / "link.mp4").symlink_to(outside / "secret.mp4")
    (videos / "linked").symlink_to(outside, target_is_directory=True)
    beside = videos.with_name("videos and more")
    beside.mkdir()
    (beside / "a.mp4").touch()
    (videos / "a.mp4").touch()
    folders = Folders([videos])

    for path in (
        outside / "secret.mp4",
        videos / "link.mp4",
        videos / "linked" / "secret.mp4",
        videos / ".." / "outside" / "secret.mp4",
        videos / "linked" / ".." / "videos" / "a.mp4",
        f"{videos}/../{videos.name}/a.mp4",
        beside / "a.mp4",
        "/etc/passwd",
        "/proc/self/environ",
        "/dev/zero",
    ):
        assert code(folders, path) == "outside_folders", path


def test_whether_a_file_outside_exists_is_not_told(videos: Path, outside: Path) -> None:
    folders = Folders([videos])
    assert code(folders, outside / "secret.mp4") == code(folders, outside / "nothing.mp4")


def test_what_is_no_file_is_refused(videos: Path) -> None:
    os.mkfifo(videos / "pipe.mp4")
    (videos / "folder.mp4").mkdir()
    (videos / "round.mp4").symlink_to(videos / "round.mp4")
    folders = Folders([videos])

    for path in (
        videos / "pipe.mp4",
        videos / "folder.mp4",
        videos / "missing.mp4",
        videos / ("x" * 300),
        f"{videos}/a\0.mp4",
        "talk.mp4",
        "",
        "~/talk.mp4",
    ):
        assert code(folders, path) == "invalid", path
    assert code(folders, videos / "round.mp4") in {"invalid", "outside_folders"}


def test_the_api_asks(station: Station, videos: Path, outside: Path) -> None:
    (videos / "link.mp4").symlink_to(outside / "secret.mp4")

    assert station.post(JOBS, {"path": str(videos / "link.mp4")}).code == "outside_folders"
    assert station.post(JOBS, {"path": f"{videos}/../outside/secret.mp4"}).status == 403
    assert station.post(JOBS, {"path": "talk.mp4"}).code == "invalid"
    assert station.queue.ids == []

"""What is found among dropped files and folders."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from svs_desktop.pipeline.media_files import find_media


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with media, other files, hidden ones and links that lead in a circle."""
    root = tmp_path / "videos"
    for name in (
        "b.mp4",
        "A.MKV",
        "notes.txt",
        "no suffix",
        ".hidden.mp4",
        "._b.mp4",
        "talk.Mp3",
        "inner/c.webm",
        "inner/deep/深海.MOV",
        "Other/d.opus",
        ".git/e.mp4",
        "folder.mp4/f.wav",
    ):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (root / "inner" / "up").symlink_to(root, target_is_directory=True)
    (root / "self").symlink_to(root / "self")
    return root


FOUND = [
    "A.MKV",
    "b.mp4",
    "talk.Mp3",
    "Other/d.opus",
    "folder.mp4/f.wav",
    "inner/c.webm",
    "inner/deep/深海.MOV",
]


@pytest.mark.timeout(10)
def test_a_folder(folder: Path) -> None:
    assert find_media([folder]) == [folder / name for name in FOUND]


def test_a_file_that_was_chosen_needs_no_suffix(folder: Path) -> None:
    chosen = [folder / "notes.txt", folder / ".hidden.mp4", folder / "not there.mp4"]
    assert find_media(chosen) == chosen


def test_the_order_of_choice_stays(folder: Path) -> None:
    chosen = [folder / "talk.Mp3", folder / "inner", folder / "b.mp4"]
    assert find_media(chosen) == [
        folder / "talk.Mp3",
        folder / "inner" / "c.webm",
        folder / "inner" / "deep" / "深海.MOV",
        folder / "b.mp4",
    ]


def test_each_once(folder: Path) -> None:
    chosen = [folder / "inner" / "c.webm", folder, folder / "inner", folder / "b.mp4"]
    found = find_media(chosen)
    assert found[0] == folder / "inner" / "c.webm"
    assert sorted(found) == sorted(folder / name for name in FOUND)


def test_a_link_to_a_folder_that_was_chosen(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder / "inner", target_is_directory=True)
    assert find_media([tmp_path / "link"])[0] == tmp_path / "link" / "c.webm"


def test_paths_become_absolute(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert find_media([Path("b.mp4"), Path("Other")]) == [
        folder / "b.mp4",
        folder / "Other" / "d.opus",
    ]


def test_names_that_are_no_unicode(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xff.mp4")
    path.touch()
    assert find_media([tmp_path]) == [path]


def test_nothing() -> None:
    assert find_media([]) == []

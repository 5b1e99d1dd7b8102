"""A file is known by its content."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from svs_desktop.pipeline.fingerprint import fingerprint, size_of

MIB = 1024 * 1024


@pytest.mark.parametrize("size", [0, 1, 65_536, 2 * MIB, 2 * MIB + 1, 9 * MIB + 7])
def test_a_file_keeps_its_fingerprint_under_another_name(tmp_path: Path, size: int) -> None:
    path = tmp_path / "lecture.mp4"
    path.write_bytes(os.urandom(size))
    before = fingerprint(path)

    moved = path.rename(tmp_path / "Tiefsee ü.mkv")

    assert fingerprint(moved) == before
    assert size_of(before) == size


@pytest.mark.parametrize("changed", [slice(0, 1), slice(4 * MIB, 5 * MIB), slice(-1, None)])
def test_other_content_of_the_same_size_is_told_apart(tmp_path: Path, changed: slice) -> None:
    content = bytearray(b"\1" * (9 * MIB))
    path = tmp_path / "a.mp4"
    path.write_bytes(content)
    before = fingerprint(path)

    content[changed] = bytes(len(content[changed]))
    path.write_bytes(content)

    assert fingerprint(path) != before
    assert size_of(fingerprint(path)) == size_of(before)


def test_a_long_recording_is_sampled(tmp_path: Path) -> None:
    path = tmp_path / "long.mkv"
    with path.open("wb") as file:
        file.truncate(1024**4)  # a terabyte with nothing in it: to read it would take hours

    assert size_of(fingerprint(path)) == 1024**4


def test_what_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        fingerprint(tmp_path / "gone.mp4")
    with pytest.raises(OSError, match=r"."):
        fingerprint(tmp_path)


@pytest.mark.parametrize("text", ["", "12", "-ab", "x-ab", "²-ab"])
def test_the_size_of_what_is_no_fingerprint(text: str) -> None:
    assert size_of(text) == 0

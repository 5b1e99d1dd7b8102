"""Names for exports, and files that never go over others."""

from __future__ import annotations

import os
import random
import stat
import sys
import threading
from pathlib import Path

import pytest

from svs_desktop.pipeline.export import Format, files
from svs_desktop.pipeline.export.files import (
    file_name,
    format_of,
    free_path,
    save_new,
    write,
    write_new,
)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Minerals of the deep sea", "Minerals of the deep sea.md"),
        ("", "summary.md"),
        (" . ", "summary.md"),
        ("???", "summary.md"),
        ("///", "summary.md"),
        ("\x00\x1f", "summary.md"),
        ("\u200d\u200b", "summary.md"),
        ("../../etc/passwd", "-..-etc-passwd.md"),
        ("C:\\Windows\\win.ini", "C-Windows-win.ini.md"),
        ("AC/DC: what is it?", "AC-DC- what is it.md"),
        ('a<b>c"d|e*f', "abcd-ef.md"),
        ("CON", "_CON.md"),
        ("con.tar", "_con.tar.md"),
        ("Nul .x", "_Nul .x.md"),
        ("com1", "_com1.md"),
        ("LPT²", "_LPT².md"),
        ("Console", "Console.md"),
        ("COM", "COM.md"),
        ("ends with dots...  ", "ends with dots.md"),
        (".hidden", "hidden.md"),
        ("line\nbreak\tand\r\nmore", "line break and more.md"),
        ("caf\udce9", "caf_.md"),
        ("exe\u202efdp", "exefdp.md"),
        ("cafe\u0301", "café.md"),
        ("می‌خواهم", "می‌خواهم.md"),
        ("深海の鉱物", "深海の鉱物.md"),
    ],
)
def test_names_are_safe_everywhere(title: str, name: str) -> None:
    assert file_name(title, Format.MD) == name


@pytest.mark.parametrize("form", list(Format))
def test_long_names_are_cut_between_characters(form: Format) -> None:
    for unit in ("a", "é", "深", "🐙", "x\u0323\u0301", "word. "):
        name = file_name(unit * 200, form)
        assert 100 < len(name.encode()) <= 120
        assert name.endswith(form.suffix)
        stem = name.removesuffix(form.suffix)
        assert (unit * 200).startswith(stem) or unit[0] == "x"
        assert stem == stem.rstrip(" .")
    assert file_name("x\u0323\u0301" * 200, form).removesuffix(form.suffix)[-1] == "\u0301"


@pytest.mark.parametrize("seed", range(100))
def test_random_names_can_be_written(seed: int, tmp_path: Path) -> None:
    rng = random.Random(seed)
    pool = [chr(rng.randrange(0x110000)) for _ in range(20)] + list('/\\:*?"<>|. \x00\n\ud800Cona')
    name = file_name("".join(rng.choices(pool, k=rng.randint(0, 80))), Format.SRT)
    assert len(name.encode()) <= 120
    assert not set(name) & set('/\\:*?"<>|\x00\n')
    path = save_new(tmp_path, name, b"x")
    assert path.parent == tmp_path
    assert path.read_bytes() == b"x"


def test_a_free_path_counts_on(tmp_path: Path) -> None:
    assert free_path(tmp_path, "talk v1.2.md") == tmp_path / "talk v1.2.md"
    (tmp_path / "talk v1.2.md").touch()
    (tmp_path / "talk v1.2 (2).md").mkdir()
    assert free_path(tmp_path, "talk v1.2.md") == tmp_path / "talk v1.2 (3).md"


def test_an_ending_of_two_parts_stays_whole(tmp_path: Path) -> None:
    for name in ("a.chapters.txt", "a (2).chapters.txt", "a (3).chapters.txt"):
        assert save_new(tmp_path, "a.chapters.txt", b"x") == tmp_path / name


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("talk.md", Format.MD),
        ("TALK.SRT", Format.SRT),
        ("talk.txt", Format.TXT),
        ("talk.chapters.txt", Format.CHAPTERS),
        ("Talk.Chapters.TXT", Format.CHAPTERS),
        ("chapters.txt", Format.TXT),
        ("talk.ffmetadata", Format.FFMETADATA),
        ("talk.chapters", None),
        ("talk.pdf", Format.PDF),
        ("talk.docx", Format.DOCX),
        ("talk.doc", None),
        ("md", None),
        ("-", None),
    ],
)
def test_the_ending_of_a_name_tells_the_format(name: str, form: Format | None) -> None:
    assert format_of(Path("/some.srt") / name) == form


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_to_nowhere_is_not_written_through(tmp_path: Path) -> None:
    target = tmp_path / "elsewhere"
    (tmp_path / "a.md").symlink_to(target)
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "a.md", b"new")
    assert save_new(tmp_path, "a.md", b"new") == tmp_path / "a (2).md"
    assert not target.exists()


@pytest.fixture(params=["links", "no links"])
def file_system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system with hard links, and one without, such as FAT."""

    def refuse(self: Path, target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    if request.param == "no links":
        monkeypatch.setattr(Path, "hardlink_to", refuse)


@pytest.mark.usefixtures("file_system")
def test_a_new_file_never_goes_over_another(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    write_new(path, b"first")
    with pytest.raises(FileExistsError):
        write_new(path, b"second")
    assert path.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.usefixtures("file_system")
def test_two_dozen_at_once_get_a_name_each(tmp_path: Path) -> None:
    together = threading.Barrier(24)
    saved: dict[Path, bytes] = {}

    def save(data: bytes) -> None:
        together.wait()
        saved[save_new(tmp_path, "a.md", data)] = data

    threads = [threading.Thread(target=save, args=(b"%d" % n * 1000,)) for n in range(24)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(saved) == 24
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == saved


@pytest.mark.usefixtures("file_system")
def test_of_two_that_want_one_name_one_gets_it(tmp_path: Path) -> None:
    for round_ in range(50):
        path, together = tmp_path / f"{round_}.md", threading.Barrier(2)
        outcomes: dict[bytes, bool] = {}

        def race(data: bytes) -> None:
            together.wait()  # noqa: B023 - joined below
            try:
                write_new(path, data)  # noqa: B023
            except FileExistsError:
                outcomes[data] = False  # noqa: B023
            else:
                outcomes[data] = True  # noqa: B023

        threads = [threading.Thread(target=race, args=(data,)) for data in (b"one", b"two")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(outcomes.values()) == [False, True]
        assert outcomes[path.read_bytes()]


def test_a_name_taken_in_the_last_moment_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    monkeypatch.setattr(files, "_exists", lambda path: False)
    assert save_new(tmp_path, "a.md", b"new") == tmp_path / "a (2).md"
    assert (tmp_path / "a.md").read_bytes() == b"old"


def test_agreed_replacement_replaces(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    write(path, b"first")
    write(path, b"second")
    assert path.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("writes", [write, write_new])
def test_a_failed_write_leaves_nothing_behind(
    writes: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    (tmp_path / "old.md").write_bytes(b"old")
    for name in ("old.md", "new.md"):
        with pytest.raises(OSError, match="No space left"):
            writes(tmp_path / name, b"data")  # type: ignore[operator]
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"old.md": b"old"}


def test_a_claimed_name_is_given_up_when_the_move_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Path, target: Path) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "hardlink_to", fail)
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="Input/output"):
        write_new(tmp_path / "a.md", b"data")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        save_new(tmp_path / "none", "a.md", b"")


@pytest.mark.skipif(sys.platform == "win32", reason="no modes there")
def test_the_file_follows_the_users_mask(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    path = save_new(tmp_path, "a.md", b"x")
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE((tmp_path / "plain").stat().st_mode)

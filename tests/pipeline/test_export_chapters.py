"""Chapters for YouTube, held to its rules, and for FFmpeg, read by FFmpeg itself."""

from __future__ import annotations

import random
import re
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import av
import pytest

from svs_desktop.pipeline.export import Format, export
from svs_desktop.pipeline.media_info import MediaInfo
from svs_desktop.pipeline.summary import KEY_SENTENCES, Chapter, Result, Summary
from svs_desktop.pipeline.transcript import Transcript

_LINE = re.compile(r"(?:(\d+):)?(\d\d):(\d\d) (\S.*)")


def result_of(*chapters: Chapter, duration_s: float = 0.0, title: str = "Talk") -> Result:
    """A result with these chapters; it ends with the last of them if not said otherwise."""
    duration_s = duration_s or max((c.end for c in chapters), default=60.0)
    summary = Summary(title, (), (), "en", duration_s, "base", KEY_SENTENCES, 1, chapters=chapters)
    moment = datetime(2026, 11, 3, 12, tzinfo=UTC)
    path = Path("/videos/talk.mp4")
    return Result("7", path, moment, MediaInfo(duration_s), summary, Transcript())


def chapters_at(*starts: float, end: float) -> list[Chapter]:
    times = pairwise([*starts, end])
    return [Chapter(*time, f"Part {number}") for number, time in enumerate(times, 1)]


def lines_of(*chapters: Chapter, duration_s: float = 0.0) -> list[str]:
    return export(result_of(*chapters, duration_s=duration_s), Format.CHAPTERS).decode().split("\n")


def listed(text: str) -> list[tuple[int, str]]:
    """Seconds and titles as YouTube reads them."""
    found = [_LINE.fullmatch(line) for line in text.splitlines()]
    return [(int(m[1] or 0) * 3600 + int(m[2]) * 60 + int(m[3]), m[4]) for m in found]


# YouTube


def test_a_line_a_chapter_with_hours_where_there_are_any() -> None:
    chapters = [
        Chapter(0.0, 252.9, "Why now"),
        Chapter(252.9, 3599.5, "Nodules"),
        Chapter(3599.5, 3852.0, "What it costs"),
        Chapter(3852.0, 5000.0, "Questions"),
    ]
    assert lines_of(*chapters) == [
        "00:00 Why now",
        "04:12 Nodules",
        "59:59 What it costs",
        "1:04:12 Questions",
        "",
    ]


@pytest.mark.parametrize(
    ("starts", "end", "expected"),
    [
        # The first begins with the video, however late it does.
        ((30, 60, 90), 120, [(0, 1), (60, 2), (90, 3)]),
        # A short one belongs to the shorter one beside it, which gives the title.
        ((0, 60, 65, 95), 200, [(0, 1), (60, 3), (95, 4)]),
        # A short beginning and a short end.
        ((0, 6, 40, 80, 115), 120, [(0, 2), (40, 3), (80, 4)]),
        # Ten seconds are enough; what is cut off a second counts, for the list shows none.
        ((0, 10, 20), 30, [(0, 1), (10, 2), (20, 3)]),
        ((0, 10.9, 20.1, 40), 60, [(0, 1), (10, 2), (20, 3), (40, 4)]),
        ((0, 10.1, 19.9, 40), 60, [(0, 1), (19, 3), (40, 4)]),
        # A list of two is none.
        ((0, 40), 80, []),
        ((0, 40, 45), 60, []),
        ((0,), 80, []),
        ((), 80, []),
    ],
)
def test_what_youtube_would_not_take_is_joined_or_left_out(
    starts: tuple[float, ...], end: float, expected: list[tuple[int, int]]
) -> None:
    text = export(result_of(*chapters_at(*starts, end=end)), Format.CHAPTERS).decode()
    assert listed(text) == [(second, f"Part {number}") for second, number in expected]


@pytest.mark.parametrize("seed", range(40))
def test_every_list_keeps_the_rules(seed: int) -> None:
    rng = random.Random(seed)
    end = rng.choice([5.0, 50.0, 500.0, 50_000.0])
    count = rng.randrange(0, 400 if end > 1000 else 30)
    starts = sorted(rng.uniform(0, end * 1.1) for _ in range(count))
    chapters = [Chapter(s, min(s + 9, end), "x<é>" * rng.randrange(20)) for s in starts]
    rng.shuffle(chapters)
    data = export(result_of(*chapters, duration_s=end), Format.CHAPTERS)
    assert len(data) <= 5000
    assert not set(b"<>") & set(data)
    moments = listed(data.decode())
    if moments:
        assert len(moments) >= 3
        assert moments[0][0] == 0
        assert all(b - a >= 10 for a, b in pairwise([*(second for second, _ in moments), int(end)]))
    elif count > 100:
        assert end < 500


def test_too_many_for_a_description_are_joined_and_none_is_lost_at_the_ends() -> None:
    chapters = [Chapter(60 * n, 60 * n + 60, f"About the {n}th thing") for n in range(600)]
    data = export(result_of(*chapters), Format.CHAPTERS)
    assert 4000 < len(data) <= 5000
    assert data.startswith(b"00:00 About the 0th thing\n")


def test_titles_are_lines_of_their_own() -> None:
    titles = ("two\nlines", " ", "a <b> c")
    chapters = [Chapter(60 * n, 60 * n + 60, title) for n, title in enumerate(titles)]
    assert lines_of(*chapters) == ["00:00 two lines", "01:00 Chapter 2", "02:00 a ‹b› c", ""]  # noqa: RUF001


# FFmpeg


@pytest.fixture
def read(tmp_path: Path):
    """What FFmpeg finds in a result's file: the metadata, and chapters with times in seconds."""

    def by_ffmpeg(result: Result) -> tuple[dict[str, str], list[tuple[float, float, str]]]:
        path = tmp_path / "talk.ffmetadata"
        path.write_bytes(export(result, Format.FFMETADATA))
        with av.open(str(path), format="ffmetadata") as container:
            chapters = [
                (
                    float(chapter["start"] * chapter["time_base"]),
                    float(chapter["end"] * chapter["time_base"]),
                    chapter["metadata"]["title"],
                )
                for chapter in container.chapters()
            ]
            return container.metadata, chapters

    return by_ffmpeg


def test_ffmpeg_reads_title_and_chapters(read) -> None:
    chapters = [Chapter(0.0, 252.9, "Why now"), Chapter(252.9, 36_000.125, "Nodules")]
    metadata, found = read(result_of(*chapters, title="Minerals of the deep sea"))
    assert metadata["title"] == "Minerals of the deep sea"
    assert found == [(0.0, 252.9, "Why now"), (252.9, 36_000.125, "Nodules")]


HOSTILE = [
    "a=b",
    "; no comment",
    "# no comment",
    "C:\\talks\\",
    "\\",
    "\\=;#\\\\",
    "[CHAPTER]",
    "START=5",
    ";FFMETADATA1",
    "深海 🌊 “Naïve”",
    "long " * 1000 + "end",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_ffmpeg_reads_any_title(read, text: str) -> None:
    metadata, found = read(
        result_of(*(Chapter(9.0 * n, 9.0 * n + 9, text) for n in range(3)), title=text)
    )
    # To FFmpeg a value that ends so goes on in the next line, so a space follows.
    shown = f"{text} " if text.endswith("\\") else text
    assert metadata == {"title": shown}
    assert [title for _, _, title in found] == [shown] * 3


def test_several_lines_become_one(read) -> None:
    metadata, found = read(result_of(Chapter(0, 9, "one\r\n[CHAPTER]\n\u2028two"), title="a\nb"))
    assert metadata == {"title": "a b"}
    assert [title for _, _, title in found] == ["one [CHAPTER] two"]


def test_without_chapters_there_is_the_title_alone(read) -> None:
    assert read(result_of()) == ({"title": "Talk"}, [])


def test_times_that_make_no_sense_are_mended(read) -> None:
    chapters = [Chapter(50, 40, "c"), Chapter(-1, 30, "a"), Chapter(20, 70, "")]
    _, found = read(result_of(*chapters))
    assert found == [(0, 20, "a"), (20, 50, "Chapter 2"), (50, 50, "c")]

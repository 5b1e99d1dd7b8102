"""Cuts: the sample's slides, and videos that are made up, whole and damaged."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
import pytest
from clips import audio, claim_duration, cut, damage, tone, write_clip

from svs_desktop.paths import resource
from svs_desktop.pipeline import scenes
from svs_desktop.pipeline.errors import ErrorCode, PipelineError
from svs_desktop.pipeline.media import probe
from svs_desktop.pipeline.scenes import SceneCuts, scene_cuts

Picture = npt.NDArray[np.uint8]

WIDTH, HEIGHT = 128, 72
KEY_S = 2.0  # the distance of key frames


def slide(number: int) -> Picture:
    """A picture of blocks in colours of its own."""
    dice = np.random.default_rng(number)
    blocks = dice.integers(30, 225, (HEIGHT // 12, WIDTH // 16, 3), np.uint8)
    return blocks.repeat(12, axis=0).repeat(16, axis=1)


def save_video(
    path: Path,
    seconds: float,
    at: Callable[[float], Picture],
    *,
    rate: int = 5,
    key_s: float = KEY_S,
    start_s: float = 0.0,
) -> Path:
    """Write a video that shows at each moment what it is told to."""
    form = path.suffix.removeprefix(".").replace("mkv", "matroska")
    with av.open(str(path), "w", format=form) as container:
        # A picture that is wholly another makes no key frame: only the distance does.
        stream = container.add_stream("mpeg4", rate=rate, options={"sc_threshold": "1000000000"})
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        stream.codec_context.gop_size = round(key_s * rate)
        stream.codec_context.bit_rate = 4_000_000
        for number in range(round(seconds * rate)):
            frame = av.VideoFrame.from_ndarray(at(number / rate), format="rgb24")
            frame = frame.reformat(format="yuv420p")
            frame.pts, frame.time_base = round(start_s * rate) + number, Fraction(1, rate)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def slides(*changes: float) -> Callable[[float], Picture]:
    """Another slide at each of these seconds."""
    pictures = [slide(number) for number in range(len(changes) + 1)]
    return lambda at: pictures[sum(change <= at for change in changes)]


def looked(path: Path, duration_s: float | None = None) -> tuple[float, ...]:
    """The cuts of a video; on the way to them, progress rises."""
    duration_s = probe(path).duration_s if duration_s is None else duration_s
    *fractions, found = scene_cuts(path, duration_s)
    assert isinstance(found, SceneCuts)
    assert all(isinstance(fraction, float) and 0 <= fraction <= 1 for fraction in fractions)
    assert all(a <= b for a, b in pairwise(fractions))  # type: ignore[operator]
    assert list(found.times) == sorted(set(found.times))
    return found.times


def expect(found: Sequence[float], changes: Sequence[float], within_s: float = KEY_S) -> None:
    """Each change is found, at the first key frame that shows it, and nothing else."""
    assert len(found) == len(changes), found
    for seen, change in zip(found, changes, strict=True):
        assert -0.01 <= seen - change <= within_s + 0.01


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every frame that is looked at."""
    found: list[object] = []
    small = scenes._small

    def counted(frame: av.VideoFrame) -> object:
        found.append(frame.pts)
        return small(frame)

    monkeypatch.setattr(scenes, "_small", counted)
    return found


# what is found


def test_the_slides_of_the_sample() -> None:
    path = resource("sample", "sample.mp4")
    parts = json.loads(resource("sample", "timings.json").read_text())["parts"]
    found = looked(path)
    for part in parts[1:]:
        # A slide is shown before its first word.
        assert any(0 < part["start"] - second < 1.5 for second in found)
    assert len(found) == 7  # two slides each, but for the first part and one more
    *fractions, _ = scene_cuts(path, probe(path).duration_s)
    assert isinstance(fractions[-1], float)
    assert fractions[-1] > 0.9


@pytest.mark.parametrize("suffix", ["mp4", "mkv", "avi"])
def test_slides_are_found_within_a_key_frame(tmp_path: Path, suffix: str) -> None:
    changes = (4.0, 9.2, 15.6, 22.8)
    expect(looked(save_video(tmp_path / f"a.{suffix}", 30, slides(*changes))), changes)


def test_seconds_count_from_the_start_of_the_video(tmp_path: Path) -> None:
    changes = (4.0, 9.2)
    path = save_video(tmp_path / "a.mkv", 15, slides(*changes), start_s=100.0)
    expect(looked(path), changes)


def test_a_picture_that_stands_still(tmp_path: Path) -> None:
    assert looked(save_video(tmp_path / "a.mp4", 20, slides())) == ()


def test_a_single_frame(tmp_path: Path) -> None:
    assert looked(save_video(tmp_path / "a.mp4", 0.2, slides())) == ()


def test_a_picture_that_slowly_grows_lighter(tmp_path: Path) -> None:
    assert looked(write_clip(tmp_path / "a.mp4", video_s=60)) == ()


def test_another_line_on_the_same_slide_is_no_cut(tmp_path: Path) -> None:
    def at(second: float) -> Picture:
        picture = np.full((HEIGHT, WIDTH, 3), 220, np.uint8)
        for line in range(int(second // 4)):
            picture[4 + 12 * line : 8 + 12 * line, 8:28] = 30
        return picture

    def and_another(second: float) -> Picture:
        return at(second) if second < 20 else slide(1)

    assert looked(save_video(tmp_path / "a.mp4", 20, at)) == ()
    expect(looked(save_video(tmp_path / "b.mp4", 24, and_another)), [20.0])


def test_somebody_who_moves_beside_the_slides(tmp_path: Path) -> None:
    show = slides(10.0, 21.2)

    def at(second: float) -> Picture:
        picture = show(second).copy()
        picture[36:, 96:] = slide(1000 + int(second * 5))[36:, 96:]
        return picture

    expect(looked(save_video(tmp_path / "a.mp4", 30, at)), (10.0, 21.2))


def test_a_film_of_short_scenes(tmp_path: Path) -> None:
    changes = [2.0 * number for number in range(1, 15)]
    expect(looked(save_video(tmp_path / "a.mp4", 30, slides(*changes))), changes, 0.0)


def test_where_every_frame_is_a_key_frame(tmp_path: Path, looks: list[object]) -> None:
    path = save_video(tmp_path / "a.mkv", 12, slides(5.0), rate=25, key_s=0.04)
    expect(looked(path), [5.0], 0.6)
    assert len(looks) <= 12 / 0.5


# long videos


@pytest.fixture(scope="module")
def hours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """More than an hour, with a key frame each second, and four slides."""
    path = tmp_path_factory.mktemp("long") / "hours.mkv"
    return save_video(path, 4000, slides(*LATE), rate=1, key_s=1.0)


LATE = (702.0, 2001.0, 3335.0)


@pytest.mark.slow
def test_a_long_video_is_looked_at_here_and_there(hours: Path, looks: list[object]) -> None:
    # Cuts are as exact as in a short one: three seconds.
    expect(looked(hours), LATE, 3.0)
    assert 550 <= len(looks) <= 640  # of 4000 key frames


@pytest.mark.slow
def test_many_cuts_are_not_looked_for_more_closely(tmp_path: Path, looks: list[object]) -> None:
    pictures = [slide(number) for number in range(5)]
    path = tmp_path / "a.mkv"
    save_video(path, 4000, lambda at: pictures[int(at // 15) % 5], rate=1, key_s=1.0)
    assert len(looked(path)) > 150
    assert len(looks) <= 610


def test_a_video_that_says_it_is_longer_or_shorter(tmp_path: Path, looks: list[object]) -> None:
    changes = (4.0, 9.2)
    path = save_video(tmp_path / "a.mkv", 20, slides(*changes))
    for said in (0.0, 1.0, 7.0, 100.0):
        expect(looked(path, said), changes)
    looks.clear()
    claim_duration(path, 1e6)
    assert probe(path).duration_s == pytest.approx(1e6)
    looked(path)
    assert len(looks) < 30


# what cannot be looked at


def test_sound_alone_has_no_cuts(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "a.mp3", audio(tone(2), codec="libmp3lame"), cover=True)
    assert list(scene_cuts(path, 2.0)) == [SceneCuts(())]
    path = write_clip(tmp_path / "a.flac", audio(tone(2), codec="flac"))
    assert list(scene_cuts(path, 2.0)) == [SceneCuts(())]


@pytest.mark.slow
@pytest.mark.parametrize("part", [0.3, 0.5, 0.77])
@pytest.mark.parametrize("seconds", [40, None])
def test_a_file_that_is_cut_off(tmp_path: Path, part: float, seconds: float | None) -> None:
    changes = (6.0, 13.2, 20.0, 31.2)
    path = cut(save_video(tmp_path / "a.mkv", 40, slides(*changes)), part)
    found = looked(path, seconds)
    expect(found, changes[: len(found)])
    assert len(found) >= 4 * part - 1.5


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["mkv", "mp4", "avi"])
@pytest.mark.parametrize("begin", [0.2, 0.5, 0.8])
def test_a_stretch_that_is_damaged(tmp_path: Path, suffix: str, begin: float) -> None:
    changes = (6.0, 13.2, 20.0, 31.2)
    path = save_video(tmp_path / f"a.{suffix}", 40, slides(*changes))
    duration = probe(path).duration_s
    found = looked(damage(path, begin, begin + 0.1), duration)
    assert all(0 <= second <= 41 for second in found)
    if begin == 0.8:
        expect(found[:3], changes[:3])


@pytest.mark.slow
def test_a_long_file_that_is_cut_off_or_damaged(hours: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.mkv"
    path.write_bytes(hours.read_bytes())
    damage(path, 0.3, 0.35)
    cut(path, 0.6)
    found = looked(path, 4000.0)
    assert any(0 <= second - LATE[0] <= 3 for second in found)
    assert all(second <= 2600 for second in found)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, ErrorCode.FILE_NOT_FOUND),
        (b"", ErrorCode.FILE_EMPTY),
        (b"This is no video." * 100, ErrorCode.NOT_MEDIA),
    ],
)
def test_what_is_no_video(tmp_path: Path, content: bytes | None, code: ErrorCode) -> None:
    path = tmp_path / "a.mp4"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(PipelineError) as caught:
        list(scene_cuts(path, 10.0))
    assert caught.value.failure.code is code

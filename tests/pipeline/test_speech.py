"""Where people speak: no window without speech, no speech outside the windows."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import numpy as np
import psutil
import pytest
from clips import RATE, Sound, noise, silence, tone
from talks import Talk

from svs_desktop.pipeline import speech
from svs_desktop.pipeline.speech import WINDOW_S, Region, TimeMap, Window, as_floats, find_windows


def regions_of(samples: Sound) -> list[Region]:
    return [region for window in find_windows(samples) for region in window.regions]


def unheard(talk: Talk, regions: list[Region]) -> list[str]:
    """The sentences that the regions cut away from, by more than a breath."""
    breath = 0.25
    return [
        said.text
        for said in talk.said
        if not any(
            region.start / RATE <= said.start + breath and said.end - breath <= region.end / RATE
            for region in joined(regions)
        )
    ]


def joined(regions: list[Region]) -> list[Region]:
    """Regions that meet, or nearly so, as one."""
    found: list[Region] = []
    for region in regions:
        if found and region.start - found[-1].end < 0.7 * RATE:
            region = Region(found.pop().start, region.end)  # noqa: PLW2901
        found.append(region)
    return found


@pytest.mark.parametrize(
    "samples",
    [silence(0), silence(20), noise(20), tone(20), tone(0.01)],
    ids=["nothing", "silence", "noise", "tone", "click"],
)
def test_nobody_speaks(samples: Sound) -> None:
    assert list(find_windows(samples)) == []


def test_windows_of_a_talk(sample: Talk) -> None:
    windows = list(find_windows(sample.samples))
    assert len(windows) == 8
    for window in windows:
        assert 0 < window.speech_s <= WINDOW_S
        cut = window.cut_from(sample.samples)
        assert cut.dtype == np.float32
        assert len(cut) == round(window.speech_s * RATE)
    regions = regions_of(sample.samples)
    assert all(region.start < region.end <= len(sample.samples) for region in regions)
    assert all(a.end <= b.start for a, b in pairwise(regions))
    assert unheard(sample, regions) == []


def test_the_silence_between_is_left_out(sample: Talk) -> None:
    part = sample.part(0, 0)
    samples = np.concatenate([silence(20), part.samples, silence(40), part.samples, silence(20)])
    window, *others = find_windows(samples)
    assert others == []
    assert window.start_s == pytest.approx(20, abs=0.5)
    assert window.end_s == pytest.approx(60 + 2 * len(part.samples) / RATE, abs=0.5)
    assert window.speech_s < 2 * len(part.samples) / RATE


@pytest.mark.slow
@pytest.mark.parametrize("block_s", [37, 41, 50, 61, 76, 91])
def test_speech_at_the_edges_of_blocks(
    sample: Talk, monkeypatch: pytest.MonkeyPatch, block_s: int
) -> None:
    monkeypatch.setattr(speech, "_BLOCK_S", block_s)
    regions = regions_of(sample.samples)
    assert unheard(sample, regions) == []
    assert all(a.end <= b.start for a, b in pairwise(regions))
    for region in regions:
        assert is_quiet(sample.samples, region.start)
        assert is_quiet(sample.samples, region.end)


@pytest.mark.parametrize(
    "block_s", [41, *(pytest.param(s, marks=pytest.mark.slow) for s in (76, 300))]
)
def test_from_the_end_of_each_window_on_come_the_same_ones(
    sample: Talk, monkeypatch: pytest.MonkeyPatch, block_s: int
) -> None:
    monkeypatch.setattr(speech, "_BLOCK_S", block_s)
    windows = list(find_windows(sample.samples))
    for number, window in enumerate(windows, 1):
        last = window.regions[-1]
        later = find_windows(sample.samples, block=last.block, after=last.end)
        assert list(later) == windows[number:]


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(psutil.Process().memory_info(), "shared"), reason="not counted")
def test_a_mapped_recording_does_not_fill_the_memory(tmp_path: Path) -> None:
    silence(20 * 60).tofile(tmp_path / "long.pcm")
    samples = np.memmap(tmp_path / "long.pcm", np.int16, mode="r")
    list(find_windows(samples[: 60 * RATE]))  # loads what finds speech
    before = psutil.Process().memory_info().shared
    assert list(find_windows(samples)) == []
    assert psutil.Process().memory_info().shared - before < samples.nbytes / 2


def is_quiet(samples: Sound, position: int) -> bool:
    """Whether nothing is said at a position: no word is cut in two there."""
    around = samples[max(0, position - RATE // 50) : position + RATE // 50]
    return int(np.abs(around.astype(np.int32)).max()) < 200


def test_speech_that_sets_in_just_before_a_block_ends(
    sample: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = sample.part(0, 0)
    onset = part.said[0].start
    monkeypatch.setattr(speech, "_BLOCK_S", 40)
    for before_s in (0.02, 0.05, 0.1, 0.2):
        lead = round((40 - onset - before_s) * RATE)
        samples = np.concatenate([np.zeros(lead, np.int16), part.samples, silence(5)])
        (first, *_) = regions_of(samples)
        assert first.start <= (40 - before_s) * RATE + 0.02 * RATE


def test_floats() -> None:
    floats = as_floats(np.array([-32_768, 0, 16_384], np.int16))
    assert floats.tolist() == [-1.0, 0.0, 0.5]


# the way back to the recording's time


def random_windows(seed: int) -> list[Window]:
    chance, at = random.Random(seed), 0
    windows = []
    for _ in range(chance.randint(1, 5)):
        regions = []
        for _ in range(chance.randint(1, 6)):
            at += chance.randint(0, 5 * RATE)
            regions.append(Region(at, at + chance.randint(1, 8 * RATE)))
            at = regions[-1].end
        windows.append(Window(tuple(regions)))
    return windows


def seconds(*samples: int) -> tuple[float, ...]:
    return tuple(sample / RATE for sample in samples)


@pytest.mark.parametrize("seed", range(10))
def test_each_word_leads_back_to_its_moment(seed: int) -> None:
    windows = random_windows(seed)
    times, before = TimeMap(windows), 0
    for region in (region for window in windows for region in window.regions):
        third = region.length // 3
        for begin, end in ((0, region.length), (third, 2 * third), (third, third)):
            found = times.span(*seconds(before + begin, before + end))
            assert found == seconds(region.start + begin, region.start + end)
        before += region.length


@pytest.mark.parametrize("seed", range(10))
def test_words_stay_in_speech_and_in_order(seed: int) -> None:
    windows = random_windows(seed)
    regions = [region for window in windows for region in window.regions]
    times = TimeMap(windows)
    total = sum(region.length for region in regions) / RATE
    edges = np.linspace(-1, total + 1, 500).tolist()
    words = [times.span(start, end) for start, end in pairwise(edges)]
    assert all(start <= end for start, end in words)
    assert all(a[1] <= b[0] + 1e-9 for a, b in pairwise(words))
    for start, end in words:
        first, last = round(start * RATE), round(end * RATE)
        assert any(r.start <= first <= last <= r.end for r in regions)


def test_a_word_that_reaches_over_an_edge_belongs_where_its_middle_is() -> None:
    near, far = Region(0, 10 * RATE), Region(600 * RATE, 605 * RATE)
    for windows in ([Window((near, far))], [Window((near,)), Window((far,))]):
        times = TimeMap(windows)
        assert times.span(9.99, 10.4) == pytest.approx((600, 600.4))
        assert times.span(9.6, 10.01) == pytest.approx((9.6, 10))
        assert times.span(10.0, 10.0) == pytest.approx((600, 600))
        assert times.span(14.8, 15.1) == pytest.approx((604.8, 605))

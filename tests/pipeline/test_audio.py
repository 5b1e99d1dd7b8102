"""The extracted audio: all of it, each sound at its time, whatever is wrong with the file."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import wave
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import av
import numpy as np
import pytest
from clips import (
    KEY,
    KEY_ID,
    RATE,
    Audio,
    audio,
    beep,
    claim_duration,
    cut,
    damage,
    first_sound,
    noise,
    silence,
    tone,
    write_clip,
)

from svs_desktop.pipeline import audio as audio_module
from svs_desktop.pipeline.audio import ExtractedAudio, extract_audio
from svs_desktop.pipeline.errors import ErrorCode, PipelineError


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "cache").mkdir()
    return tmp_path / "cache" / "job.pcm"


def extracted(path: Path, target: Path, track: int = 0) -> ExtractedAudio:
    *fractions, result = extract_audio(path, track, target)
    assert all(isinstance(fraction, float) for fraction in fractions)
    assert isinstance(result, ExtractedAudio)
    return result


def failure_of(path: Path, target: Path) -> PipelineError:
    with pytest.raises(PipelineError) as caught:
        list(extract_audio(path, 0, target))
    assert not target.exists()
    return caught.value


# how much, and when


@pytest.mark.parametrize(
    ("name", "codec", "rate", "layout", "channels"),
    [
        ("a.wav", "pcm_s16le", 8_000, "mono", 1),
        ("a.flac", "flac", 96_000, "stereo", 2),
        ("a.mkv", "ac3", 48_000, "5.1", 6),
        ("a.mp4", "aac", 44_100, "stereo", 2),
        ("a.mkv", "libopus", 48_000, "mono", 1),
        ("a.mp3", "libmp3lame", 22_050, "mono", 1),
    ],
)
def test_all_of_the_audio(
    tmp_path: Path, target: Path, name: str, codec: str, rate: int, layout: str, channels: int
) -> None:
    sound = np.stack([tone(3, rate=rate)] * channels)
    path = write_clip(tmp_path / name, audio(sound, rate=rate, codec=codec, layout=layout))
    result = extracted(path, target)
    samples = result.samples()
    longest_frame_s = 1536 / rate
    assert result.duration_s == len(samples) / RATE
    assert result.duration_s == pytest.approx(3, abs=longest_frame_s)
    assert samples.dtype == np.int16
    spectrum = np.abs(np.fft.rfft(samples[RATE : 2 * RATE].astype(float)))
    assert int(spectrum.argmax()) == 440
    assert np.abs(samples[RATE : 2 * RATE]).max() > 5_000
    assert (result.damaged, result.ends_early) == (0, False)


def test_many_channels_without_a_layout(tmp_path: Path, target: Path) -> None:
    with wave.open(str(tmp_path / "a.wav"), "wb") as file:
        file.setparams((12, 2, 48_000, 0, "NONE", ""))
        file.writeframes(np.repeat(tone(1, rate=48_000), 12).tobytes())
    assert extracted(tmp_path / "a.wav", target).duration_s == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize(("name", "codec"), [("a.mp4", "aac"), ("a.mkv", "flac")])
def test_a_pause_in_the_time_stamps_is_silence(
    tmp_path: Path, target: Path, name: str, codec: str
) -> None:
    track = Audio([(0, silence(2)), (5, beep(3, 1)), (11.5, silence(1))], codec=codec)
    samples = extracted(write_clip(tmp_path / name, track, video_s=13), target).samples()
    assert first_sound(samples) == pytest.approx(6, abs=0.05)
    assert len(samples) / RATE == pytest.approx(12.5, abs=0.1)
    assert not samples[7 * RATE :].any() or np.abs(samples[7 * RATE :]).max() < 100


@pytest.mark.parametrize("late", [4, 400])
@pytest.mark.parametrize(("name", "codec"), [("a.mp4", "aac"), ("a.mkv", "libopus")])
def test_audio_that_starts_late(
    tmp_path: Path, target: Path, name: str, codec: str, late: int
) -> None:
    track = Audio([(late, beep(4, 1))], codec=codec)
    path = write_clip(tmp_path / name, track, video_s=late + 4)
    *fractions, result = extract_audio(path, 0, target)
    assert first_sound(result.samples()) == pytest.approx(late + 1, abs=0.05)
    assert result.expected_s == pytest.approx(late + 4, abs=0.1)
    assert fractions[0] < 1
    assert not result.ends_early


def test_the_track_that_is_asked_for(tmp_path: Path, target: Path) -> None:
    path = write_clip(tmp_path / "a.mkv", audio(beep(3, 1)), audio(beep(3, 2)), video_s=3)
    assert first_sound(extracted(path, target, 1).samples()) == pytest.approx(2, abs=0.05)
    assert first_sound(extracted(path, target, 0).samples()) == pytest.approx(1, abs=0.05)


def test_times_start_where_the_video_does(tmp_path: Path, target: Path) -> None:
    # A transport stream, a piece of a broadcast, begins anywhere.
    options = {"output_ts_offset": "30"}
    path = write_clip(tmp_path / "a.mpegts", audio(beep(4, 2)), video_s=4, options=options)
    with av.open(str(path)) as container:
        assert container.start_time > 29 * av.time_base
    # It does not tell of the frame with which AAC begins before the sound does.
    assert first_sound(extracted(path, target).samples()) == pytest.approx(2, abs=0.08)


def test_no_samples_at_all(tmp_path: Path, target: Path) -> None:
    path = write_clip(tmp_path / "a.wav", audio(silence(0), codec="pcm_s16le"))
    result = extracted(path, target)
    assert result.duration_s == 0
    assert result.samples().shape == (0,)


# progress


def test_fractions_rise_from_0_to_1(tmp_path: Path, target: Path) -> None:
    path = write_clip(tmp_path / "a.mp4", audio(tone(20)), video_s=20)
    *fractions, _ = extract_audio(path, 0, target)
    assert len(fractions) > 100
    assert fractions[0] < 0.02
    assert fractions[-1] > 0.99
    assert all(0 <= a <= b <= 1 for a, b in pairwise(fractions))


def test_fractions_without_a_duration_in_the_header(tmp_path: Path, target: Path) -> None:
    path = claim_duration(write_clip(tmp_path / "a.mkv", audio(noise(20))), 0.0)
    with av.open(str(path)) as container:
        assert not container.duration
    *fractions, result = extract_audio(path, 0, target)
    assert result.expected_s == 0
    assert not result.ends_early
    assert fractions[0] < 0.1
    assert fractions[-1] > 0.9
    assert all(0 <= a <= b <= 1 for a, b in pairwise(fractions))


# what the header says and what there is


def test_a_header_that_promises_too_little(tmp_path: Path, target: Path) -> None:
    path = claim_duration(write_clip(tmp_path / "a.mkv", audio(beep(20, 18))), 3.0)
    *fractions, result = extract_audio(path, 0, target)
    assert result.duration_s == pytest.approx(20, abs=0.1)
    assert first_sound(result.samples()) == pytest.approx(18, abs=0.05)
    assert max(fractions) == 1
    assert not result.ends_early


@pytest.mark.parametrize("claimed", [60.0, 36_000.0, 1e10])
def test_a_header_that_promises_too_much(tmp_path: Path, target: Path, claimed: float) -> None:
    path = claim_duration(write_clip(tmp_path / "a.mkv", audio(tone(5))), claimed)
    result = extracted(path, target)
    assert result.duration_s == pytest.approx(5, abs=0.1)
    assert result.expected_s == pytest.approx(claimed)
    assert result.ends_early


@pytest.mark.parametrize("name", ["a.mp4", "a.mkv"])
def test_a_file_that_ends_early_gives_what_there_is(
    tmp_path: Path, target: Path, name: str
) -> None:
    options = {"movflags": "faststart"} if name == "a.mp4" else None
    path = write_clip(tmp_path / name, audio(noise(20)), video_s=20, options=options)
    result = extracted(cut(path, 0.5), target)
    assert 8 < result.duration_s < 12
    assert result.ends_early


def test_damaged_pieces_are_counted_and_skipped(tmp_path: Path, target: Path) -> None:
    sound = np.concatenate([noise(10), beep(10, 5)])
    path = damage(write_clip(tmp_path / "a.mp4", audio(sound)), 0.2, 0.3)
    result = extracted(path, target)
    assert 1 <= result.damaged < 60
    assert result.duration_s == pytest.approx(20, abs=0.1)
    assert first_sound(result.samples()[11 * RATE :]) == pytest.approx(4, abs=0.05)


def test_a_damaged_container(tmp_path: Path, target: Path) -> None:
    path = damage(write_clip(tmp_path / "a.mkv", audio(noise(20)), video_s=20), 0.4, 0.5)
    result = extracted(path, target)
    assert result.damaged >= 1
    assert 10 < result.duration_s < 21


def test_nothing_that_can_be_decoded(tmp_path: Path, target: Path) -> None:
    path = write_clip(tmp_path / "a.mp4", audio(tone(5)))
    with av.open(str(path)) as container:
        frames = [(p.pos, p.size) for p in container.demux(audio=0) if p.size]
    content = bytearray(path.read_bytes())
    for position, size in frames:
        content[position : position + size] = b"\xff" * size
    path.write_bytes(content)
    assert failure_of(path, target).failure.code is ErrorCode.AUDIO_UNDECODABLE


def test_more_channels_than_can_be_mixed(tmp_path: Path, target: Path) -> None:
    with wave.open(str(tmp_path / "a.wav"), "wb") as file:
        file.setparams((40, 2, 16_000, 0, "NONE", ""))
        file.writeframes(bytes(80 * 16_000))
    error = failure_of(tmp_path / "a.wav", target)
    assert error.failure.code is ErrorCode.AUDIO_UNDECODABLE


def test_encryption_that_no_look_has_seen(tmp_path: Path, target: Path) -> None:
    encryption = {
        "encryption_scheme": "cenc-aes-ctr",
        "encryption_key": KEY,
        "encryption_kid": KEY_ID,
    }
    path = write_clip(tmp_path / "a.mp4", audio(tone(2)), options=encryption)
    assert failure_of(path, target).failure.code is ErrorCode.ENCRYPTED


# files that go away, disks that are full


def test_a_file_that_is_gone(tmp_path: Path, target: Path) -> None:
    assert failure_of(tmp_path / "a.mp4", target).failure.code is ErrorCode.FILE_VANISHED


def test_a_drive_that_goes_away(
    tmp_path: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_clip(tmp_path / "a.mp4", audio(tone(2)))
    real_demux = av.container.InputContainer.demux

    def fails_later(container: av.container.InputContainer, *streams: av.AudioStream) -> object:
        packets = real_demux(container, *streams)
        yield next(packets)
        av.error.err_check(-errno.EIO)

    class Unplugged:
        """What is opened, on a drive that is pulled out after the first packet."""

        def __init__(self, container: av.container.InputContainer) -> None:
            self._container = container

        def demux(self, *streams: av.AudioStream) -> object:
            return fails_later(self._container, *streams)

        def __getattr__(self, name: str) -> object:
            return getattr(self._container, name)

    real_decoder = audio_module._Decoder
    monkeypatch.setattr(
        audio_module, "_Decoder", lambda c, *rest: real_decoder(Unplugged(c), *rest)
    )
    assert failure_of(path, target).failure.code is ErrorCode.FILE_VANISHED


def test_the_disk_fills_up(tmp_path: Path, target: Path) -> None:
    path = write_clip(tmp_path / "a.wav", audio(tone(60), codec="pcm_s16le"))
    target.with_suffix(".part").symlink_to("/dev/full")
    error = failure_of(path, target)
    assert error.failure.code is ErrorCode.DISK_FULL
    assert error.failure.values == {"name": "a.wav", "needed": "1 MB"}


def test_too_little_room_is_seen_before_the_work(
    tmp_path: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_clip(tmp_path / "a.wav", audio(tone(60), codec="pcm_s16le"))
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1_900_000))
    assert failure_of(path, target).failure.code is ErrorCode.DISK_FULL
    assert not target.with_suffix(".part").exists()


def test_a_folder_that_cannot_be_written_to(tmp_path: Path, target: Path) -> None:
    path = write_clip(tmp_path / "a.mp4", audio(tone(1)))
    target.with_suffix(".part").mkdir()
    error = failure_of(path, target)
    assert error.failure.code is ErrorCode.RESULT_NOT_KEPT
    assert os.strerror(errno.EISDIR) in error.failure.sentence


# what an interrupted job left


def test_an_interrupted_extraction_leaves_nothing_complete(tmp_path: Path, target: Path) -> None:
    path = write_clip(tmp_path / "a.mp4", audio(tone(20)))
    extraction = extract_audio(path, 0, target)
    next(extraction)
    extraction.close()
    assert not target.exists()
    assert not target.with_suffix(".json").exists()
    assert extracted(path, target).duration_s == pytest.approx(20, abs=0.1)


def test_a_complete_file_is_used_again(tmp_path: Path, target: Path) -> None:
    path = write_clip(tmp_path / "a.mp4", audio(tone(2)))
    first = extracted(path, target)
    written = target.stat()
    assert list(extract_audio(path, 0, target)) == [first]
    assert target.stat() == written


def test_a_changed_video_is_read_again(tmp_path: Path, target: Path) -> None:
    path = write_clip(tmp_path / "a.mp4", audio(tone(2)))
    extracted(path, target)
    write_clip(path, audio(tone(3)))
    assert extracted(path, target).duration_s == pytest.approx(3, abs=0.1)


def test_another_track_is_read_anew(tmp_path: Path, target: Path) -> None:
    path = write_clip(tmp_path / "a.mkv", audio(tone(2)), audio(silence(2)))
    assert extracted(path, target, 0).samples().any()
    assert not extracted(path, target, 1).samples().any()


@pytest.mark.parametrize("loss", ["all of it", "its end", "its record"])
def test_what_is_incomplete_is_made_again(tmp_path: Path, target: Path, loss: str) -> None:
    path = write_clip(tmp_path / "a.mp4", audio(tone(2)))
    first = extracted(path, target)
    if loss == "all of it":
        target.unlink()
    elif loss == "its end":
        os.truncate(target, 10_000)
    else:
        target.with_suffix(".json").write_text("{")
    again = list(extract_audio(path, 0, target))
    assert len(again) > 1
    assert again[-1] == first
    assert len(first.samples()) == round(first.duration_s * RATE)


# memory

MEASURE = """
import re, sys
from pathlib import Path
from svs_desktop.pipeline.audio import extract_audio
*_, audio = extract_audio(Path(sys.argv[1]), 0, Path(sys.argv[2]))
peak = re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())
print(audio.duration_s, int(peak[1]) // 1024)
"""


def measured(minutes: int, folder: Path, target: Path) -> tuple[float, int]:
    """Duration in seconds and peak memory in MiB of the extraction of a long recording."""
    path = folder / f"{minutes}.wav"
    minute = tone(60, rate=8_000).view(np.uint8)[1::2].tobytes()
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 1, 8_000, 0, "NONE", ""))
        for _ in range(minutes):
            file.writeframes(minute)
    command = [sys.executable, "-c", MEASURE, str(path), str(target)]
    duration, peak = subprocess.run(command, capture_output=True, check=True).stdout.split()
    path.unlink()
    target.unlink()
    return float(duration), int(peak)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_memory_does_not_grow_with_the_recording(tmp_path: Path, target: Path) -> None:
    short, short_peak = measured(10, tmp_path, target)
    long, long_peak = measured(120, tmp_path, target)
    assert (short, long) == (600, 7_200)
    assert long_peak < short_peak + 12

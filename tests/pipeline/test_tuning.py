"""How speech is read fastest on a machine, tried and remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from clips import silence
from talks import Talk

from svs_desktop.pipeline import tools as tools_module
from svs_desktop.pipeline import tuning
from svs_desktop.pipeline.audio import Samples
from svs_desktop.pipeline.device import Placement
from svs_desktop.pipeline.job import JobOptions
from svs_desktop.pipeline.tools import Tools
from svs_desktop.pipeline.tuning import Tuning, reading_speed

NOTHING = silence(1.0)


class Speeds:
    """Says how fast a machine reads with so many workers, and keeps what was asked."""

    def __init__(self, **speeds: float) -> None:
        self._speeds = {int(workers[1:]): speed for workers, speed in speeds.items()}
        self.tried: list[tuple[int, int]] = []

    def __call__(self, _folder: Path, place: Placement, _samples: Samples) -> float:
        self.tried.append((place.workers, place.threads))
        return self._speeds[place.workers]


@pytest.mark.parametrize(
    ("speeds", "best"),
    [
        (Speeds(w4=40, w2=50, w1=30), 2),
        (Speeds(w4=40, w2=41, w1=41), 4),  # by chance
        (Speeds(w4=10, w2=20, w1=30), 1),
    ],
)
def test_the_fastest_is_remembered(tmp_path: Path, speeds: Speeds, best: int) -> None:
    file = tmp_path / "tuning.json"
    Tuning(file).try_out(tmp_path, "cpu", 8, NOTHING, speeds)
    assert speeds.tried == [(4, 2), (2, 4), (1, 8)]
    assert Tuning(file).workers(tmp_path, "cpu", 8) == best
    assert Tuning(file).workers(tmp_path, "cpu", 4) == 0
    assert Tuning(file).workers(tmp_path.parent, "cpu", 8) == 0


def test_nothing_is_remembered_where_nobody_speaks_or_there_is_no_choice(tmp_path: Path) -> None:
    file = tmp_path / "tuning.json"
    Tuning(file).try_out(tmp_path, "cpu", 4, NOTHING, Speeds(w4=0))
    Tuning(file).try_out(tmp_path, "cpu", 1, NOTHING, Speeds())
    assert not file.exists()


def test_a_file_that_is_damaged_or_cannot_be_written_stops_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "tuning.json"
    file.write_text("{")
    tuned = Tuning(file)
    tuned.try_out(tmp_path, "cpu", 2, NOTHING, Speeds(w2=1, w1=2))
    assert Tuning(file).workers(tmp_path, "cpu", 2) == 1

    tuned = Tuning(tmp_path / "missing" / "tuning.json")
    tuned.try_out(tmp_path, "cpu", 2, NOTHING, Speeds(w2=1, w1=2))
    assert tuned.workers(tmp_path, "cpu", 2) == 1
    assert "could not be written" in caplog.text
    caplog.clear()


def test_the_speed_of_the_real_model(models_dir: Path, short_talk: Talk) -> None:
    place = Placement("cpu", "int8", workers=1, threads=1, batch=4)
    assert reading_speed(models_dir / "base", place, short_talk.samples) > 1
    assert reading_speed(models_dir / "base", place, silence(20.0)) == 0


def test_a_long_recording_is_read_as_it_was_found_to_be_fastest(
    models_dir: Path, short_talk: Talk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "base").symlink_to(models_dir / "base", target_is_directory=True)
    monkeypatch.setattr(tools_module, "LONG_S", len(short_talk.samples) / 16_000)
    monkeypatch.setattr(tuning, "_TRIAL_S", 0.1)
    tools, options = Tools(tmp_path), JobOptions(device="cpu", threads=2)

    short = tools.speech_model_for(short_talk.samples[:-1], options)
    assert tools.speech_model(options) is short
    assert not (tmp_path / "tuning.json").exists()

    model = tools.speech_model_for(short_talk.samples, options)
    assert Tuning(tmp_path / "tuning.json").workers(tmp_path / "base", "cpu", 2) in {1, 2}
    assert tools.speech_model_for(short_talk.samples, options) is model

"""``make demo``: the program on one video, where there is no screen."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from child import Run
from PySide6.QtGui import QImage

from svs_desktop.paths import Places

pytestmark = pytest.mark.slow


def without_screen() -> dict[str, str]:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    return {name: value for name, value in os.environ.items() if name not in hidden}


def test_the_demonstration_leaves_a_summary_a_transcript_and_a_picture(
    places: Places, run: Run, clip: Path, tmp_path: Path
) -> None:
    output = tmp_path / "new" / "output"

    child = run(
        "-m", "svs_desktop.demo", "--output", output, clip, env=without_screen(), cwd=tmp_path
    )
    said, _ = child.communicate(timeout=120)

    assert child.returncode == 0, said
    for stage in ("Extracting audio", "Transcribing", "Summarising"):
        assert stage in said
    assert sorted(path.name for path in output.iterdir()) == [
        "summary.md",
        "transcript.srt",
        "window.png",
    ]
    assert (output / "summary.md").read_text("utf-8").startswith("# ")
    assert "00:00:0" in (output / "transcript.srt").read_text("utf-8")
    picture = QImage(str(output / "window.png"))
    colors = {
        picture.pixel(x, y)
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
    }
    assert picture.width() >= 1000
    assert len(colors) > 100
    # The person's own history is as it was.
    assert not places.library.exists()


def test_the_demonstration_ends_when_it_fails(places: Places, run: Run, tmp_path: Path) -> None:
    child = run(
        *("-m", "svs_desktop.demo", "--output", tmp_path / "output", tmp_path / "gone.mp4"),
        env=without_screen(),
    )

    said, _ = child.communicate(timeout=60)

    assert child.returncode == 1
    assert "The file “gone.mp4” is not there." in said


def test_the_demonstration_without_models_says_what_is_missing(
    places: Places, run: Run, clip: Path, tmp_path: Path
) -> None:
    for model in places.models.iterdir():
        model.unlink()

    child = run(
        *("-m", "svs_desktop.demo", "--output", tmp_path / "output", clip), env=without_screen()
    )
    said, _ = child.communicate(timeout=60)

    assert child.returncode == 1
    assert "The model “base” is not installed." in said

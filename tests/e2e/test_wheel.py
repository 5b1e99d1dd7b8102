"""The wheel, built, installed into a folder of its own and run from there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import svs_desktop
from svs_desktop.paths import Places

pytestmark = pytest.mark.slow

CHECKOUT = Path(svs_desktop.__file__).parent.parent

RESOURCES = """
import svs_desktop
from svs_desktop.paths import resource
print(svs_desktop.__file__)
for parts in (("models.toml",), ("style.qss",), ("sample", "sample.mp4"), ("icons", "add.svg")):
    path = resource(*parts)
    print(path, path.stat().st_size > 0)
"""

WINDOW = """
import sys
from PySide6.QtCore import QTimer
from svs_desktop import app

class Watched(app.Program):
    def start(self, videos):
        super().start(videos)
        QTimer.singleShot(0, self.look)

    def look(self):
        print("visible", self.window.isVisible())
        self.window.close()

app.Program = Watched
sys.exit(app.main([]))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which the wheel was installed."""
    dist, target = tmp_path_factory.mktemp("dist"), tmp_path_factory.mktemp("installed")
    build = ("-m", "build", "--wheel", "--no-isolation", "--outdir", str(dist), str(CHECKOUT))
    _python(*build, cwd=dist)
    (wheel,) = dist.glob("*.whl")
    pip = ("-m", "pip", "install", "--no-deps", "--no-index", "--target", str(target), str(wheel))
    _python(*pip, cwd=dist)
    return target


def test_the_program_on_the_command_line(installed: Path, tmp_path: Path) -> None:
    said = subprocess.run(
        [installed / "bin" / "svs", "--version"],
        capture_output=True,
        check=True,
        cwd=tmp_path,
        env=_only(installed),
        text=True,
        timeout=60,
    )

    assert said.stdout.strip().endswith(svs_desktop.__version__)


def test_the_resources_are_inside(installed: Path, tmp_path: Path) -> None:
    package, *resources = _python("-c", RESOURCES, cwd=tmp_path, env=_only(installed)).splitlines()

    assert Path(package).is_relative_to(installed)
    assert len(resources) == 4
    for line in resources:
        path, is_full = line.rsplit(" ", 1)
        assert Path(path).is_relative_to(installed)
        assert is_full == "True"


def test_the_window_opens(installed: Path, places: Places, tmp_path: Path) -> None:
    offscreen = {**_only(installed), "QT_QPA_PLATFORM": "offscreen"}

    said = _python("-c", WINDOW, cwd=tmp_path, env=offscreen)

    assert said.split() == ["visible", "True"]


def _only(folder: Path) -> dict[str, str]:
    """An environment in which the package is found in this folder."""
    return {**os.environ, "PYTHONPATH": str(folder)}


def _python(*arguments: str, cwd: Path, env: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        check=False,
        cwd=cwd,
        env=env,
        text=True,
        timeout=200,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout

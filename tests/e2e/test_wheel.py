"""The wheel, built, installed into a folder of its own and run from there."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
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
    """An empty virtual environment into which the wheel was installed, and nothing else.

    The libraries are lent by the environment of the tests: a path in a ``.pth`` file gives what
    lies there, but not the editable package, whose own ``.pth`` file is not read.
    """
    dist, target = tmp_path_factory.mktemp("dist"), tmp_path_factory.mktemp("installed")
    build = ("-m", "build", "--wheel", "--no-isolation", "--outdir", str(dist), str(CHECKOUT))
    _run(sys.executable, *build, cwd=dist)
    (wheel,) = dist.glob("*.whl")
    venv.create(target, symlinks=True)
    python = str(_python(target))
    pip = ("-m", "pip", "--python", python, "install", "--no-deps", "--no-index", str(wheel))
    _run(sys.executable, *pip, cwd=dist)
    (packages,) = target.glob("lib/python*/site-packages")
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    return target


def test_the_program_on_the_command_line(installed: Path, tmp_path: Path) -> None:
    said = _run(str(installed / "bin" / "svs"), "--version", cwd=tmp_path)

    assert said.strip().endswith(svs_desktop.__version__)


def test_the_resources_are_inside(installed: Path, tmp_path: Path) -> None:
    said = _run(str(_python(installed)), "-c", RESOURCES, cwd=tmp_path)

    package, *resources = said.splitlines()
    assert Path(package).is_relative_to(installed)
    assert len(resources) == 4
    for line in resources:
        path, is_full = line.rsplit(" ", 1)
        assert Path(path).is_relative_to(installed)
        assert is_full == "True"


def test_the_window_opens(installed: Path, places: Places, tmp_path: Path) -> None:
    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}

    said = _run(str(_python(installed)), "-c", WINDOW, cwd=tmp_path, env=offscreen)

    assert said.split() == ["visible", "True"]


def _python(environment: Path) -> Path:
    return environment / "bin" / "python"


def _run(*command: str, cwd: Path, env: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        command,
        capture_output=True,
        check=False,
        cwd=cwd,
        env=env,
        text=True,
        timeout=200,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout

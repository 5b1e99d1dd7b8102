"""The core knows no Qt, and each part of it loads no more than it needs."""

from __future__ import annotations

import pkgutil
import subprocess
import sys

import pytest

import svs_desktop
from svs_desktop import library, pipeline

BLOCKED = """
import importlib, sys

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {blocked!r}:
            raise ModuleNotFoundError(name + " is blocked", name=name)

sys.meta_path.insert(0, Blocked())
for name in {names!r}:
    importlib.import_module(name)
"""
HEAVY = ("torch", "transformers", "faster_whisper", "ctranslate2", "av")


def modules(*packages: str) -> list[str]:
    """The modules of these packages, and of the packages in them."""
    found = []
    for name in packages:
        package = __import__(name, fromlist=["_"])
        found += [name, *(m.name for m in pkgutil.walk_packages(package.__path__, name + "."))]
    return found


def import_without(blocked: tuple[str, ...], names: list[str]) -> None:
    code = BLOCKED.format(blocked=blocked, names=names)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_the_core_needs_no_qt() -> None:
    names = [*modules(pipeline.__name__, library.__name__), "svs_desktop.settings"]
    top = {m.name for m in pkgutil.iter_modules(svs_desktop.__path__)}
    if "cli" in top:
        names.append("svs_desktop.cli")
    assert "svs_desktop.pipeline.run" in names
    assert "svs_desktop.pipeline.models.install" in names
    import_without(("PySide6", "shiboken6"), names)


def test_a_module_that_needs_qt_is_found_out() -> None:
    with pytest.raises(AssertionError, match="PySide6"):
        import_without(("PySide6",), ["svs_desktop.workers.job_queue"])


def test_facts_need_no_models() -> None:
    light = ("events", "job", "errors", "summary", "wire", "codec", "media_files", "workspace")
    names = [f"svs_desktop.pipeline.{name}" for name in light]
    import_without((*HEAVY, "PySide6"), [*names, "svs_desktop.library", "svs_desktop.settings"])


def test_a_look_at_a_file_needs_no_models() -> None:
    heavy = ("torch", "transformers", "faster_whisper", "ctranslate2")
    import_without(heavy, ["svs_desktop.pipeline.media", "svs_desktop.pipeline.engine"])

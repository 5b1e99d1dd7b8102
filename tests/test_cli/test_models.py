"""``svs models``: listing, installing from a folder, verifying, and stopping."""

from __future__ import annotations

import os
import shutil
import signal

from filelock import FileLock

from svs_desktop.paths import Places

from .process import PATIENCE_S, started, svs
from .terminal import Terminal


def test_the_list_says_what_is_installed(places):
    rows = svs("models", "list").stdout.decode().splitlines()
    by_name = {row.split()[0]: row for row in rows[1:]}
    assert by_name["base"].split()[:5] == ["base", "148", "MB", "MIT", "yes"]
    assert "Apache-2.0" in by_name["minilm"]
    assert " no " in by_name["small"]


def test_models_are_installed_from_a_folder(models_dir):
    places = Places.default()
    ended = svs("models", "install", "minilm", "--from", models_dir / "minilm")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, b"minilm is installed.\n", b"")
    assert (places.models / "minilm" / "model.safetensors").is_file()
    assert b"minilm is whole." in svs("models", "verify").stdout


def test_a_folder_may_hold_several_models(places, models_dir):
    ended = svs("models", "install", "base", "minilm", "--from", models_dir)
    assert (ended.returncode, ended.stdout.count(b"is installed")) == (0, 2)


def test_a_folder_without_the_files_is_a_sentence(tmp_path):
    ended = svs("models", "install", "minilm", "--from", tmp_path)
    assert ended.returncode == 1
    assert b"could not be fetched" in ended.stderr
    assert b"Traceback" not in ended.stderr


def test_verify_names_each_file_that_is_wrong(places, models_dir):
    damaged = places.models / "minilm"
    damaged.unlink()
    shutil.copytree(models_dir / "minilm", damaged, copy_function=os.symlink)
    (damaged / "vocab.txt").unlink()
    (damaged / "config.json").unlink()
    (damaged / "config.json").write_text("{}")
    ended = svs("models", "verify")
    assert (ended.returncode, ended.stdout) == (1, b"base is whole.\n")
    sentences = ended.stderr.decode().splitlines()
    assert any("“vocab.txt”" in s and "missing" in s for s in sentences)
    assert any("“config.json”" in s for s in sentences)
    assert any("svs models install minilm" in s for s in sentences)


def test_verify_without_models():
    assert svs("models", "verify").returncode == 0
    ended = svs("models", "verify", "base")
    assert ended.returncode == 1
    assert b"svs models install base" in ended.stderr


def test_ctrl_c_stops_an_installation(models_dir):
    places = Places.default()
    places.make()
    with FileLock(places.models / ".base.lock"):  # as another program that installs it
        arguments = ["models", "install", "base", "--from", models_dir / "base"]
        with Terminal() as shown, started(*arguments, stderr=shown.side) as process:
            shown.leave()
            shown.wait_for("Whisper base")
            os.killpg(process.pid, signal.SIGINT)
            assert process.wait(PATIENCE_S) == 130
            assert process.stdout.read() == b""
    assert not (places.models / "base").exists()

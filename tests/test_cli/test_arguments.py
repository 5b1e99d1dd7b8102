"""What is found wrong before anything is done, and what is told without doing anything."""

from __future__ import annotations

import subprocess
import sys

import pytest

import svs_desktop

from .process import silent_clip, svs


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ([], b"COMMAND"),
        (["dance"], b"dance"),
        (["summarize"], b"VIDEO"),
        (["summarize", ""], b"empty"),
        (["summarize", "a.wav", "--format", "docx", "--output", "out"], b"docx"),
        (["summarize", "a.wav", "--format", ""], b"md"),
        (["summarize", "a.wav", "--language", "english"], b"english"),
        (["summarize", "a.wav", "--language", "e1"], b"e1"),
        (["summarize", "a.wav", "--track", "0"], b"0"),
        (["summarize", "a.wav", "--threads", "many"], b"many"),
        (["summarize", "a.wav", "--device", "abacus"], b"abacus"),
        (["summarize", "a.wav", "--model", "enormous"], b"base, small"),
        (["summarize", "a.wav", "--model", "./no/folder"], b"./no/folder"),
        (["summarize", "a.wav", "--model", "minilm"], b"not a speech model"),
        (["summarize", "a.wav", "--format", "md,txt"], b"--output"),
        (["summarize", "a.wav", "--format", "md", "--json"], b"--output"),
        (["summarize", "a.wav", "b.wav", "--format", "srt"], b"--output"),
        (["summarize", "empty", "empty/deeper"], b"empty/deeper"),
        (["summarize", "a.wav", "--output", "a.wav"], b"a.wav"),
        (["summarize", "a.wav", "--output", "a.wav/out"], b"a.wav"),
        (["export"], b"ID"),
        (["export", "a", "--format", "pdf"], b"pdf"),
        (["export", "a", "--output", "nowhere/"], b"nowhere"),
        (["models"], b"ACTION"),
        (["models", "install"], b"NAME"),
        (["models", "install", "base", "enormous"], b"enormous"),
        (["models", "install", "base", "--from", "nowhere"], b"nowhere"),
        (["models", "install", "base", "minilm", "--from", "empty"], b"base"),
        (["models", "verify", "enormous"], b"enormous"),
    ],
)
def test_wrong_arguments_end_with_2_before_anything_is_done(arguments, word, tmp_path):
    folder = tmp_path / "here"
    (folder / "empty" / "deeper").mkdir(parents=True)
    silent_clip(folder / "a.wav")
    before = sorted(folder.rglob("*"))
    ended = svs(*arguments, cwd=folder)
    assert (ended.returncode, ended.stdout) == (2, b"")
    assert word in ended.stderr
    assert b"Traceback" not in ended.stderr
    assert sorted(folder.rglob("*")) == before


def test_the_version():
    ended = svs("--version")
    assert (ended.returncode, ended.stdout) == (0, f"svs {svs_desktop.__version__}\n".encode())


@pytest.mark.parametrize("command", ["summarize", "history", "export", "models"])
def test_every_command_has_help(command):
    ended = svs(command, "--help")
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert command.encode() in svs("--help").stdout


def test_the_program_is_light():
    script = (
        "import sys, svs_desktop.cli.program;"
        "heavy = {'torch', 'transformers', 'faster_whisper', 'ctranslate2', 'av', 'numpy',"
        " 'PySide6', 'huggingface_hub', 'fastapi'};"
        "sys.exit(str(heavy & set(sys.modules)) if heavy & set(sys.modules) else 0)"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)

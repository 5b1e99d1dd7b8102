"""What is found wrong before anything is done, and what is told without doing anything."""

from __future__ import annotations

import subprocess
import sys

import pytest
from msgspec.structs import replace

import svs_desktop
from svs_desktop.cli.options import job_options
from svs_desktop.cli.program import _parser
from svs_desktop.paths import resource
from svs_desktop.pipeline.job import JobOptions
from svs_desktop.pipeline.models import ModelKind, load_catalogue

from .process import silent_clip, svs


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ([], b"COMMAND"),
        (["dance"], b"dance"),
        (["summarize"], b"VIDEO"),
        (["summarize", ""], b"empty"),
        (["summarize", "a.wav", "--format", "odt", "--output", "out"], b"odt"),
        (["summarize", "a.wav", "--format", ""], b"md"),
        (["summarize", "a.wav", "--language", "english"], b"english"),
        (["summarize", "a.wav", "--language", "e1"], b"e1"),
        (["summarize", "a.wav", "--track", "0"], b"0"),
        (["summarize", "a.wav", "--threads", "many"], b"many"),
        (["summarize", "a.wav", "--device", "abacus"], b"abacus"),
        (["summarize", "a.wav", "--model", "enormous"], b"base, small"),
        (["summarize", "a.wav", "--model", "./no/folder"], b"./no/folder"),
        (["summarize", "a.wav", "--model", "minilm"], b"not a speech model"),
        (["summarize", "a.wav", "--summarizer", "enormous"], b"enormous"),
        (["summarize", "a.wav", "--summarizer", "./no/file.gguf"], b"./no/file.gguf"),
        (["summarize", "a.wav", "--summarizer", "base"], b"not a language model"),
        (["summarize", "a.wav", "--length", "endless"], b"endless"),
        (["summarize", "a.wav", "--style", "opera"], b"opera"),
        (["summarize", "a.wav", "--summary-language", "finnish"], b"finnish"),
        (["summarize", "a.wav", "--format", "md,txt"], b"--output"),
        (["summarize", "a.wav", "--format", "md", "--json"], b"--output"),
        (["summarize", "a.wav", "b.wav", "--format", "srt"], b"--output"),
        (["summarize", "a.wav", "b.wav", "--format", "pdf"], b"--output"),
        (["submit", "a.wav", "b.wav", "--wait", "--format", "docx"], b"svs export"),
        (["summarize", "empty", "empty/deeper"], b"empty/deeper"),
        (["summarize", "a.wav", "--output", "a.wav"], b"a.wav"),
        (["summarize", "a.wav", "--output", "a.wav/out"], b"a.wav"),
        (["resummarize"], b"ID"),
        (["resummarize", "a", "--summarizer", "minilm"], b"not a language model"),
        (["resummarize", "a", "--length", "endless"], b"endless"),
        (["resummarize", "a", "--model", "base"], b"--model"),
        (["resummarize", "a", "b", "--format", "ffmetadata"], b"--output"),
        (["resummarize", "a", "--format", "md", "--json"], b"--output"),
        (["resummarize", "a", "--output", "a.wav"], b"a.wav"),
        (["export"], b"ID"),
        (["export", "a", "--format", "odt"], b"odt"),
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
    silent_clip(folder / "b.wav")
    before = sorted(folder.rglob("*"))
    ended = svs(*arguments, cwd=folder)
    assert (ended.returncode, ended.stdout) == (2, b"")
    assert word in ended.stderr
    assert b"Traceback" not in ended.stderr
    assert sorted(folder.rglob("*")) == before


def test_the_version():
    ended = svs("--version")
    assert (ended.returncode, ended.stdout) == (0, f"svs {svs_desktop.__version__}\n".encode())


@pytest.mark.parametrize("command", ["summarize", "resummarize", "history", "export", "models"])
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


@pytest.fixture
def options(places):
    """The options that arguments and the settings file make."""

    def of(*arguments: str) -> JobOptions:
        return job_options(_parser().parse_args(["summarize", "a.wav", *arguments]), places)

    return of


def test_options_are_as_the_settings_say_but_for_what_is_given(options, places):
    assert options() == JobOptions()
    places.settings.write_text(
        'summarizer = "extractive"\nlength = "long"\nstyle = "meeting"\n'
        'summary_language = "fi"\nthreads = 3\n'
    )
    chosen = options()
    assert chosen == JobOptions(
        summarizer="extractive", length="long", style="meeting", summary_language="fi", threads=3
    )
    given = ["--length", "short", "--summary-language", "SV", "--threads", "0", "--track", "2"]
    assert options(*given) == replace(
        chosen, length="short", summary_language="sv", threads=0, audio_track=1
    )
    speech = ("--quality", "fast", "--glossary", "Lindqvist, hake")
    assert options(*speech) == replace(chosen, speech_quality="fast", glossary="Lindqvist, hake")
    assert options("--summarizer", "auto", "--style", "auto", "--length", "normal") == replace(
        chosen, summarizer="auto", style="auto", length="normal"
    )


@pytest.mark.parametrize("name", ["model.gguf", "folder"])
def test_a_language_model_of_ones_own_is_a_path(options, name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "model.gguf").touch()
    assert options("--summarizer", f"./{name}").summarizer == str(tmp_path / name)


def test_a_model_of_the_catalogue_may_be_missing_yet(options):
    catalogue = load_catalogue(resource("models.toml"))
    names = [model.name for model in catalogue.models if model.kind is ModelKind.LANGUAGE]
    for name in names:
        assert options("--summarizer", name).summarizer == name
    assert options("--model", "small").speech_model == "small"

from __future__ import annotations

import os
import sys
import tomllib
from pathlib import Path

import pytest
import tomli_w
from msgspec.structs import replace

from svs_desktop.pipeline.job import JobOptions
from svs_desktop.settings import Problem, ProblemKind, Settings, load, save

OTHERS = Settings(
    speech_model="/models/ääni 🎙",
    speech_quality="accurate",
    glossary="Sámi, Inari",
    language="fi",
    device="cuda",
    threads=8,
    parallel_jobs=4,
    appearance="dark",
    text_size=150,
    motion="reduced",
    when_done="sleep",
    window_language="de",
    summarizer="/models/kieli malli.gguf",
    length="short",
    style="meeting",
    summary_language="sv",
    offer_language_model=False,
    player_speed=1.75,
    player_volume=40,
    player_skips_silence=True,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


@pytest.fixture
def written(path: Path):
    """Writes the file as a person would."""

    def write(content: str | bytes) -> Path:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def test_a_missing_file_means_defaults(path):
    assert load(path) == (Settings(), [])
    assert not path.parent.exists()


def test_an_empty_file_means_defaults(written):
    assert load(written("")) == (Settings(), [])


@pytest.mark.parametrize("settings", [Settings(), OTHERS])
def test_what_is_saved_is_loaded(path, settings):
    save(settings, path)
    assert load(path) == (settings, [])
    assert list(path.parent.iterdir()) == [path]


def test_a_file_may_hold_some_settings_only(written):
    settings, problems = load(written('language = "sv" # Swedish\r\nthreads = 2\r\n'))
    assert settings == Settings(language="sv", threads=2)
    assert problems == []


def test_a_byte_order_mark_is_read_over(written):
    assert load(written(b'\xef\xbb\xbflanguage = "sv"\n')) == (Settings(language="sv"), [])


WRONG = [
    ("speech_model", '""'),
    ("speech_model", "7"),
    ("language", '"English"'),
    ("language", '"EN"'),
    ("language", "[]"),
    ("device", '"gpu"'),
    ("threads", "-1"),
    ("threads", "257"),
    ("threads", "1.5"),
    ("threads", '"many"'),
    ("parallel_jobs", "0"),
    ("parallel_jobs", "5"),
    ("parallel_jobs", "true"),
    ("parallel_jobs", "nan"),
    ("appearance", '"pink"'),
    ("appearance", "1979-05-27"),
    ("appearance", "{ dark = true }"),
    ("text_size", "99"),
    ("text_size", "201"),
    ("text_size", "112.5"),
    ("motion", '"none"'),
    ("when_done", '"explode"'),
    ("window_language", '"fi"'),
    ("summarizer", '""'),
    ("summarizer", "false"),
    ("length", '"endless"'),
    ("length", "3"),
    ("style", '"sermon"'),
    ("summary_language", '"Swedish"'),
    ("summary_language", '""'),
    ("offer_language_model", '"no"'),
    ("offer_language_model", "0"),
    ("player_speed", "0.4"),
    ("player_speed", '"fast"'),
    ("player_volume", "101"),
    ("player_volume", "-1"),
    ("player_skips_silence", '"yes"'),
]


@pytest.mark.parametrize(("key", "value"), WRONG)
def test_a_wrong_value_costs_its_own_setting_only(written, key, value):
    others = {
        name: f"{name} = {text}"
        for name, text in {"language": '"fi"', "threads": "3", "appearance": '"dark"'}.items()
        if name != key
    }
    settings, problems = load(written("\n".join([*others.values(), f"{key} = {value}"])))
    right = Settings(language="fi", threads=3, appearance="dark")
    assert settings == replace(right, **{key: getattr(Settings(), key)})
    (problem,) = problems
    assert (problem.kind, problem.key) == (ProblemKind.WRONG_VALUE, key)
    assert f"“{key}”" in problem.sentence
    default = tomli_w.dumps({key: getattr(Settings(), key)}).split(" = ")[1].strip().strip('"')
    assert f"“{default}” is used" in problem.sentence


def test_a_problem_is_a_sentence(written):
    _, problems = load(written("parallel_jobs = 9\nspeed = 3"))
    assert problems == [
        Problem(ProblemKind.WRONG_VALUE, "parallel_jobs", "9", "a number from 1 to 4", "1"),
        Problem(ProblemKind.UNKNOWN_KEY, "speed", "3"),
    ]
    assert [problem.sentence for problem in problems] == [
        "The setting “parallel_jobs” cannot be “9”, only a number from 1 to 4; “1” is used.",
        "There is no setting “speed”; it was left alone.",
    ]


def test_a_long_value_is_shortened_in_its_problem(written):
    _, (problem,) = load(written(f'device = "{"x" * 10_000}"'))
    assert len(problem.value) == 80


UNREADABLE = [
    b"language = ",
    b"\xff\xfe\x00garbage",
    b'language = "fi"\nlanguage = "sv"',
    b"threads = " + b"9" * 5000,
    b"x = " + b"[" * 100_000,
]


@pytest.mark.parametrize("content", UNREADABLE, ids=range(len(UNREADABLE)))
def test_an_unreadable_file_means_defaults_and_is_never_lost(written, content):
    path = written(content)
    settings, (problem,) = load(path)
    assert settings == Settings()
    assert problem.kind is ProblemKind.UNREADABLE
    assert "“settings.toml” cannot be read" in problem.sentence
    assert path.read_bytes() == content
    save(OTHERS, path)
    assert load(path) == (OTHERS, [])
    assert path.with_name("settings.unreadable.toml").read_bytes() == content


def test_a_folder_in_its_place_is_a_problem(path):
    path.mkdir(parents=True)
    settings, (problem,) = load(path)
    assert (settings, problem.kind) == (Settings(), ProblemKind.UNREADABLE)
    with pytest.raises(OSError, match=r"settings\.toml"):
        save(OTHERS, path)


def test_unknown_settings_stay(written):
    path = written('theme = "mine"\nthreads = 3\n[from_the_future]\ndates = [1979-05-27, 7]\n')
    settings, problems = load(path)
    assert settings == Settings(threads=3)
    assert [problem.key for problem in problems] == ["theme", "from_the_future"]
    save(replace(settings, threads=4), path)
    assert load(path) == (Settings(threads=4), problems)
    before = tomllib.loads('theme = "mine"\n[from_the_future]\ndates = [1979-05-27, 7]\n')
    after = tomllib.loads(path.read_text("utf-8"))
    assert {key: after[key] for key in before} == before


@pytest.mark.parametrize(
    "wrong",
    [
        Settings(parallel_jobs=0),
        Settings(threads=-1),
        Settings(language="English"),
        Settings(appearance="pink"),
        Settings(speech_model="\udcff"),
        Settings(summarizer=""),
        Settings(speech_quality="perfect"),
        Settings(glossary="x" * 2001),
        Settings(length="endless"),
        Settings(style="sermon"),
        Settings(summary_language="Swedish"),
    ],
)
def test_wrong_settings_are_not_saved(path, wrong):
    save(OTHERS, path)
    with pytest.raises(ValueError, match=r"Expected|Invalid|surrogates"):
        save(wrong, path)
    assert load(path) == (OTHERS, [])
    assert list(path.parent.iterdir()) == [path]


def test_a_save_that_fails_leaves_the_old_file(path, monkeypatch):
    save(OTHERS, path)

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        save(Settings(), path)
    assert load(path) == (OTHERS, [])
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege")
def test_a_link_stays_a_link(path, tmp_path):
    (tmp_path / "dotfiles").mkdir()
    real = tmp_path / "dotfiles" / "svs.toml"
    save(Settings(), real)
    path.parent.mkdir()
    path.symlink_to(real)
    save(OTHERS, path)
    assert path.is_symlink()
    assert load(real) == (OTHERS, [])


def test_settings_become_the_options_of_a_job():
    assert OTHERS.job_options() == JobOptions(
        speech_model=OTHERS.speech_model,
        speech_quality="accurate",
        glossary="Sámi, Inari",
        language="fi",
        device="cuda",
        threads=8,
        summarizer="/models/kieli malli.gguf",
        length="short",
        style="meeting",
        summary_language="sv",
    )
    assert Settings().job_options() == JobOptions()

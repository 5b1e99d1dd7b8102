"""Which model writes, what opens it, and how much of the machine it may take."""

from __future__ import annotations

import os
import subprocess
import sys
import weakref
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

import psutil
import pytest
from gguf_files import save_model
from tiny_models import save_chat_model

from svs_desktop.paths import resource
from svs_desktop.pipeline import tools as tools_module
from svs_desktop.pipeline.errors import ErrorCode, Failure, PipelineError
from svs_desktop.pipeline.generators import Message, free_bytes, machine, open_generator
from svs_desktop.pipeline.generators.llama import LlamaGenerator
from svs_desktop.pipeline.generators.repetition import LLAMA_OPTIONS, penalties
from svs_desktop.pipeline.job import AUTO, EXTRACTIVE, JobOptions
from svs_desktop.pipeline.models import Catalogue, choose_language_model, load_catalogue
from svs_desktop.pipeline.tools import Tools

ASKED = (Message("user", "Why?"),)


@contextmanager
def refused(code: ErrorCode) -> Iterator[list[Failure]]:
    """What is done here is refused; why is found in the list."""
    found: list[Failure] = []
    with pytest.raises(PipelineError) as caught:
        yield found
    found.append(caught.value.failure)
    assert found[0].code is code
    assert "?" not in found[0].sentence


# what opens a model


def opened(location: Path) -> str:
    """What opens it: the back end's class."""
    generator = open_generator(location, "mine", threads=1, device="cpu", context_size=100)
    with closing(generator):
        assert generator.name == "mine"
        assert generator.context_size == 100
        assert generator.count_tokens(ASKED) > 4
        return type(generator).__name__


@pytest.mark.parametrize(
    "names",
    [
        ("model.gguf",),
        ("MODEL.GGUF",),
        ("model.gguf", "mmproj-model.gguf", "MMPROJ.gguf", "config.json", "README.md"),
    ],
)
def test_a_folder_with_one_gguf_file(tmp_path: Path, names: tuple[str, ...]) -> None:
    save_model(tmp_path / names[0])
    for name in names[1:]:
        (tmp_path / name).write_text("{}")
    assert opened(tmp_path) == "LlamaGenerator"
    assert opened(tmp_path / names[0]) == "LlamaGenerator"


def test_a_model_in_parts_is_one_model(tmp_path: Path) -> None:
    save_model(tmp_path / "model-00001-of-00002.gguf")
    (tmp_path / "model-00002-of-00002.gguf").write_bytes(b"half")
    # It is the damaged part that is refused, not that there are two files.
    with refused(ErrorCode.MODEL_BROKEN) as failures:
        opened(tmp_path)
    assert failures[0].values["reason"] == "it is not a GGUF file"


def test_several_gguf_files(tmp_path: Path) -> None:
    for name in ("q4.gguf", "q8.gguf"):
        save_model(tmp_path / name)
    with refused(ErrorCode.MODEL_BROKEN) as failures:
        opened(tmp_path)
    assert "several" in failures[0].values["reason"]
    assert opened(tmp_path / "q8.gguf") == "LlamaGenerator"


def test_a_folder_of_the_transformers_library(tmp_path: Path) -> None:
    assert opened(save_chat_model(tmp_path)) == "TransformersGenerator"


def test_a_folder_with_neither(tmp_path: Path) -> None:
    (tmp_path / "mmproj.gguf").write_bytes(b"")
    with refused(ErrorCode.MODEL_BROKEN) as failures:
        opened(tmp_path)
    assert failures[0].values["model"] == "mine"
    assert "neither" in failures[0].values["reason"]


def test_nothing_there(tmp_path: Path) -> None:
    with refused(ErrorCode.MODEL_BROKEN):
        opened(tmp_path / "nothing")


USE_IT = """
import sys
from pathlib import Path
from svs_desktop.pipeline.generators import open_generator

open_generator(Path(sys.argv[1]), "mine", threads=1, device="cpu").close()
print(sorted({"torch", "transformers", "xllamacpp"} & set(sys.modules)))
"""


def test_only_the_back_end_that_is_used_is_loaded(tmp_path: Path) -> None:
    path = save_model(tmp_path / "model.gguf")
    command = [sys.executable, "-c", USE_IT, str(path)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    assert done.stdout == "['xllamacpp']\n"


# the machine


def times_of(name: str, fields: str) -> type:
    """What psutil counts, in the order of the system."""
    return NamedTuple(name, [(field, float) for field in fields.split()])  # type: ignore[misc]


LINUX = times_of("LINUX", "user nice system idle iowait irq softirq steal guest guest_nice")
WINDOWS = times_of("WINDOWS", "user system idle interrupt dpc")
OWN = times_of("OWN", "user system children_user children_system")
Times = Callable[[float], tuple[float, ...]]


class Cores:
    """The cores of a machine, and time that passes only while somebody sleeps.

    Attributes:
        times: What all cores did up to a moment, as the system counts.
        own: Seconds of a core that this process takes in each second.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch, physical: int | None, logical: int) -> None:
        self.now, self.own = 1000.0, 0.0
        self.times: Times = lambda at: LINUX(*[5.0] * 10)
        clock = SimpleNamespace(monotonic=lambda: self.now, sleep=self._sleep)
        monkeypatch.setattr(machine, "time", clock)
        monkeypatch.setattr(psutil, "cpu_count", lambda logical=True: counts[logical])
        monkeypatch.setattr(psutil, "cpu_times", lambda: self.times(self.now))
        monkeypatch.setattr(psutil.Process, "cpu_times", lambda _: self._own())
        allow(monkeypatch, logical)
        counts = {False: physical, True: logical}

    def _sleep(self, seconds: float) -> None:
        assert seconds < 1  # somebody waits for a summary
        self.now += seconds

    def _own(self) -> tuple[float, ...]:
        return OWN(self.now * self.own / 4, self.now * self.own * 3 / 4, 7.0, 7.0)


def allow(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    """This process may use so many cores."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(count)), raising=False)


@pytest.mark.parametrize(
    ("busy", "threads"), [(0.0, 8), (0.3, 8), (0.9, 7), (3.2, 5), (7.4, 1), (8.0, 1), (20.0, 1)]
)
def test_cores_that_are_busy_are_left_alone(
    monkeypatch: pytest.MonkeyPatch, busy: float, threads: int
) -> None:
    cores = Cores(monkeypatch, 8, 16)
    cores.times = lambda at: LINUX(
        user=at * busy * 0.5,
        nice=at * busy * 0.25,
        system=at * busy * 0.25,
        idle=at * (8 - busy),
        iowait=at * 3,
        irq=1.0,
        softirq=1.0,
        steal=0.0,
        guest=at * busy,
        guest_nice=at,
    )
    assert machine.threads_to_use() == threads


def test_what_the_process_does_itself_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    cores = Cores(monkeypatch, 4, 4)
    cores.own = 2.0
    cores.times = lambda at: WINDOWS(at * 2, at * 1, at * 1, 0.0, 0.0)
    assert machine.threads_to_use() == 3


def test_where_less_is_counted_than_the_process_did(monkeypatch: pytest.MonkeyPatch) -> None:
    cores = Cores(monkeypatch, 4, 4)
    cores.own = 2.0
    assert machine.threads_to_use() == 4


@pytest.mark.parametrize(
    ("physical", "logical", "allowed", "threads"),
    [(4, 8, 8, 4), (None, 8, 8, 8), (4, 8, 2, 2), (4, 8, 1, 1), (1, 1, 1, 1)],
)
def test_cores(
    monkeypatch: pytest.MonkeyPatch,
    physical: int | None,
    logical: int,
    allowed: int,
    threads: int,
) -> None:
    Cores(monkeypatch, physical, logical)
    allow(monkeypatch, allowed)
    assert machine.threads_to_use() == threads


def test_where_a_process_may_use_all_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    Cores(monkeypatch, 4, 8)
    monkeypatch.delattr(os, "sched_getaffinity")
    assert machine.threads_to_use() == 4


def have_free(monkeypatch: pytest.MonkeyPatch, free: float) -> None:
    memory = SimpleNamespace(available=int(free), total=1 << 40, free=0)
    monkeypatch.setattr(psutil, "virtual_memory", lambda: memory)


def test_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    have_free(monkeypatch, 2.04e9)
    assert free_bytes() == 2_040_000_000
    machine.need_memory("mine", free_bytes(), free_bytes())
    with refused(ErrorCode.MODEL_TOO_LARGE) as failures:
        machine.need_memory("mine", free_bytes() + 1, free_bytes())
    assert failures[0].values == {"model": "mine", "needed": "2.0 GB", "free": "2.0 GB"}


# repetition

PASSAGE = list(range(100, 150))


@pytest.mark.parametrize("length", range(24))
def test_names_and_terms_may_come_again(length: int) -> None:
    assert penalties([*PASSAGE[:length], 1, 2, *PASSAGE[:length]]) == {}


def test_the_longer_the_passage_the_less_likely_it_goes_on() -> None:
    for length in range(24, 51):
        found = penalties([*PASSAGE[:length], 7, 8, *PASSAGE[:length]])
        assert found == {7: pytest.approx(0.8 * 1.75 ** (length - 24))}


def test_each_word_that_would_go_on() -> None:
    long, short = PASSAGE[-40:], PASSAGE[-30:]
    found = penalties([*short, 7, *long, 8, 1, *short, 7, 2, *long])
    assert found == {
        7: pytest.approx(0.8 * 1.75**6),
        8: pytest.approx(0.8 * 1.75**16),
    }


def test_a_loop_is_broken() -> None:
    text = [1, 2, 3] * 200
    ((token, penalty),) = penalties(text).items()
    assert token == 1
    assert 1e5 < penalty < 1e7
    assert penalties([5] * 30) == {5: pytest.approx(0.8 * 1.75**5)}


def test_what_was_said_long_ago_may_be_said_again() -> None:
    between = range(1000, 1500)
    assert penalties([*PASSAGE, 7, *between[:400], *PASSAGE])
    assert not penalties([*PASSAGE, 7, *between, *PASSAGE])


def test_little_or_nothing_was_said() -> None:
    for tokens in ([], [1], [1, 1], (1, 2, 3)):
        assert penalties(tokens) == {}


def test_both_back_ends_do_the_same() -> None:
    assert LLAMA_OPTIONS == {
        "dry_multiplier": 0.8,
        "dry_base": 1.75,
        "dry_allowed_length": 24,
        "dry_penalty_last_n": 512,
    }


# which model


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(resource("models.toml"))


BART, SMALL, MIDDLE, LARGE = "bart-large-cnn", "qwen2.5-coder-1.5b", "qwen3-4b", "qwen2.5-7b"


@pytest.mark.parametrize(
    ("installed", "free", "chosen"),
    [
        ((), 64e9, None),
        (("base", "minilm"), 64e9, None),
        ((BART,), 64e9, BART),
        ((BART, SMALL, MIDDLE, LARGE), 64e9, LARGE),
        ((LARGE, SMALL), 6e9, SMALL),
        ((BART, SMALL, MIDDLE, LARGE), 4.6e9, MIDDLE),
        ((BART, SMALL, MIDDLE), 4.4e9, SMALL),
        ((BART, SMALL), 4e9, SMALL),
        ((BART, SMALL, MIDDLE), 1e9, SMALL),
        ((BART, MIDDLE), 1e9, BART),
    ],
)
def test_the_best_that_is_there_and_fits(
    tmp_path: Path,
    catalogue: Catalogue,
    installed: tuple[str, ...],
    free: float,
    chosen: str | None,
) -> None:
    for name in installed:
        (tmp_path / name).mkdir()
    found = choose_language_model(AUTO, catalogue, tmp_path, int(free))
    assert (found and found.name) == chosen
    assert not found or found.location == tmp_path / found.name


def test_memory_that_is_just_enough(tmp_path: Path, catalogue: Catalogue) -> None:
    for name in (SMALL, MIDDLE):
        (tmp_path / name).mkdir()
    needed = catalogue.entry(MIDDLE).memory
    assert needed
    for free, name in ((needed, MIDDLE), (needed - 1, SMALL)):
        found = choose_language_model(AUTO, catalogue, tmp_path, free)
        assert found
        assert found.name == name


def test_no_model_is_wanted(tmp_path: Path, catalogue: Catalogue) -> None:
    (tmp_path / SMALL).mkdir()
    assert choose_language_model(EXTRACTIVE, catalogue, tmp_path, 1 << 40) is None


def test_a_model_that_was_named(tmp_path: Path, catalogue: Catalogue) -> None:
    models, mine = tmp_path / "models", tmp_path / "My own model v1.5"
    (models / LARGE).mkdir(parents=True)
    mine.mkdir()
    file = save_model(mine / "Own.Q4.gguf")
    for wanted, name, location in (
        (LARGE, LARGE, models / LARGE),
        (str(mine), "My own model v1.5", mine),
        (str(file), "Own.Q4", file),
    ):
        found = choose_language_model(wanted, catalogue, models, 0)
        assert found
        assert (found.name, found.location) == (name, location)


@pytest.mark.parametrize("wanted", [SMALL, "nonsense", "/no/such/folder", ""])
def test_a_model_that_was_named_and_is_not_there(
    tmp_path: Path, catalogue: Catalogue, wanted: str
) -> None:
    (tmp_path / LARGE).mkdir()
    with refused(ErrorCode.MODEL_MISSING) as failures:
        choose_language_model(wanted, catalogue, tmp_path, 1 << 40)
    assert failures[0].values["model"] == wanted


# all models of a job


class Speech:
    """In the place of a speech model, which takes seconds to load."""

    def __init__(self, folder: Path, *, device: str, threads: int, workers: int) -> None:
        self.opened = (folder.name, device, threads)


@pytest.fixture
def tools(models_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tools]:
    monkeypatch.setattr(tools_module, "SpeechModel", Speech)
    tools = Tools(models_dir)
    yield tools
    tools.close_writer()


@pytest.fixture
def options(tmp_path: Path) -> JobOptions:
    return JobOptions(
        summarizer=str(save_model(tmp_path / "mine.gguf")), threads=1, speech_model="base"
    )


def is_closed(writer: object) -> bool:
    assert isinstance(writer, LlamaGenerator)
    try:
        writer.count_tokens(ASKED)
    except PipelineError:
        return True
    return False


def test_models_are_kept_from_one_job_to_the_next(
    tools: Tools, options: JobOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    have_free(monkeypatch, 8e9)
    speech, writer = tools.speech_model(options), tools.writer(options)
    encoder = tools.encoder(options)
    assert speech.opened == ("base", AUTO, 1)  # type: ignore[attr-defined]
    assert writer
    assert writer.name == "mine"
    assert tools.speech_model(options) is speech
    assert tools.writer(options) is writer
    assert tools.encoder(options) is encoder
    assert tools.speech_model(JobOptions(threads=2)) is not speech
    assert not is_closed(writer)


def test_where_memory_is_short_they_take_turns(
    tools: Tools, options: JobOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    have_free(monkeypatch, 2.5e9)
    speech = weakref.ref(tools.speech_model(options))
    writer = tools.writer(options)
    assert speech() is None
    assert tools.writer(options) is writer
    tools.speech_model(options)
    assert is_closed(writer)
    another = tools.writer(options)
    assert another is not writer
    assert not is_closed(another)


def test_another_writer_takes_the_place_of_the_first(
    tools: Tools, options: JobOptions, tmp_path: Path
) -> None:
    first = tools.writer(options)
    path = save_model(tmp_path / "another.gguf")
    second = tools.writer(JobOptions(summarizer=str(path), threads=1))
    assert second
    assert second.name == "another"
    assert is_closed(first)
    assert tools.writer(JobOptions(summarizer=EXTRACTIVE)) is None
    assert is_closed(second)
    tools.close_writer()


def test_a_writer_that_cannot_be_opened(tools: Tools, options: JobOptions, tmp_path: Path) -> None:
    first = tools.writer(options)
    broken = tmp_path / "broken.gguf"
    broken.write_bytes(b"half")
    with refused(ErrorCode.MODEL_BROKEN):
        tools.writer(JobOptions(summarizer=str(broken), threads=1))
    assert is_closed(first)
    assert not is_closed(tools.writer(options))


def test_the_writer_that_fits_is_opened(
    models_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (SMALL, LARGE):
        (tmp_path / name).mkdir()
        save_model(tmp_path / name / "model.gguf")
    tools = Tools(tmp_path)
    for free, name in ((4e9, SMALL), (16e9, LARGE)):
        have_free(monkeypatch, free)
        writer = tools.writer(JobOptions(threads=1))
        assert writer
        assert writer.name == name
        tools.close_writer()
    assert Tools(models_dir).writer(JobOptions()) is None


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({}, None),
        ({"summarizer": EXTRACTIVE}, None),
        ({"summarizer": SMALL}, SMALL),
        ({"speech_model": "small"}, "small"),
    ],
)
def test_missing_models_are_known_before_the_work(
    tools: Tools, changes: dict[str, str], missing: str | None
) -> None:
    options = JobOptions(**{"speech_model": "base", **changes})
    if missing is None:
        tools.check(options)
        return
    with refused(ErrorCode.MODEL_MISSING) as failures:
        tools.check(options)
    assert failures[0].values["model"] == missing


def test_a_missing_encoder_is_known_before_the_work(models_dir: Path, tmp_path: Path) -> None:
    (tmp_path / "base").symlink_to(models_dir / "base")
    with refused(ErrorCode.MODEL_MISSING) as failures:
        Tools(tmp_path).check(JobOptions(speech_model="base"))
    assert failures[0].values["model"] == "minilm"


def test_the_vocabulary_of_the_speech_model(models_dir: Path, tmp_path: Path) -> None:
    options = JobOptions(speech_model="base")
    assert Tools(models_dir).tokenizer(options) == models_dir / "base" / "tokenizer.json"
    (tmp_path / "base").mkdir()
    assert Tools(tmp_path).tokenizer(options) is None

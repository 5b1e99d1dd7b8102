"""llama.cpp as it really is, with a tiny model with random weights, and with a real one."""

from __future__ import annotations

import os
import re
import socket
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from http.client import HTTPConnection
from itertools import islice
from pathlib import Path

import msgspec
import psutil
import pytest
from gguf_files import CHAT, CONTEXT, Value, gguf, model_keys, model_tensors, save_model

from svs_desktop.pipeline.errors import ErrorCode, Failure, PipelineError
from svs_desktop.pipeline.generators import Message, llama, machine
from svs_desktop.pipeline.generators.llama import LlamaGenerator
from svs_desktop.pipeline.generators.llama_client import LlamaClient
from svs_desktop.pipeline.generators.llama_server import LlamaServer

WRITER = "qwen2.5-coder-1.5b"
ASKED = (Message("system", "Be brief."), Message("user", "Why is it high water?"))
# A second is long for a tiny model; what waits longer waits for something that does not come.
_PATIENCE_S = 10.0


class Tokens(msgspec.Struct):
    tokens: list[int]


def opened(file: Path, *, context_size: int = 8192) -> LlamaGenerator:
    return LlamaGenerator(file, "tiny", threads=1, device="cpu", context_size=context_size)


@contextmanager
def refused(code: ErrorCode) -> Iterator[list[Failure]]:
    """What is done here is refused; why is found in the list."""
    found: list[Failure] = []
    with pytest.raises(PipelineError) as caught:
        yield found
    found.append(caught.value.failure)
    assert found[0].code is code
    assert "?" not in found[0].sentence


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_model(tmp_path_factory.mktemp("model") / "tiny.gguf")


@pytest.fixture(scope="module")
def tiny(file: Path) -> Iterator[LlamaGenerator]:
    with closing(opened(file)) as generator:
        yield generator


# answers


def test_the_same_arguments_give_the_same_answer(tiny: LlamaGenerator, file: Path) -> None:
    first = list(tiny.generate(ASKED, max_tokens=50))
    assert len("".join(first)) >= 40
    other = "".join(tiny.generate([Message("user", "And why not?")], max_tokens=50))
    assert other != "".join(first)
    assert list(tiny.generate(ASKED, max_tokens=50)) == first
    with closing(opened(file)) as another:
        assert list(another.generate(ASKED, max_tokens=50)) == first


def test_dice_fall_as_the_seed_says(tiny: LlamaGenerator) -> None:
    def answer(seed: int) -> str:
        return "".join(tiny.generate(ASKED, max_tokens=50, temperature=1.0, seed=seed))

    likeliest = "".join(tiny.generate(ASKED, max_tokens=50))
    assert answer(7) == answer(7)
    assert answer(-1) == answer(-1)
    assert len({likeliest, answer(7), answer(8), answer(2**40 + 9)}) == 4


def test_an_answer_comes_piece_by_piece(tiny: LlamaGenerator) -> None:
    pieces = list(tiny.generate(ASKED, max_tokens=20))
    assert pieces[0] == ""  # the prompt is being read
    assert len([piece for piece in pieces if piece]) > 10


def test_there_is_a_sign_with_every_stretch_of_the_prompt(tmp_path: Path) -> None:
    path = save_model(tmp_path / "tiny.gguf", **{"llama.context_length": 4096})
    with closing(opened(path)) as generator:
        asked = [Message("user", "Why? " * 500)]
        pieces = list(generator.generate(asked, max_tokens=5))
    assert pieces[:10] == [""] * 10  # 256 tokens at a time, of 2500


@pytest.mark.parametrize("most", [1, 7, 100])
def test_an_answer_is_no_longer_than_it_may_be(tiny: LlamaGenerator, most: int) -> None:
    answer = "".join(tiny.generate(ASKED, max_tokens=most))
    # A token is a character here, or the two of "th".
    assert len(answer.replace("th", "t")) == most


def test_an_answer_ends_before_a_stop(tiny: LlamaGenerator) -> None:
    whole = "".join(tiny.generate(ASKED, max_tokens=50))
    stop = whole[20:23]
    cut = "".join(tiny.generate(ASKED, max_tokens=50, stop=["~not there~", stop]))
    assert cut == whole.partition(stop)[0]


def test_an_answer_goes_on_from_how_it_was_begun(tiny: LlamaGenerator) -> None:
    whole = "".join(tiny.generate(ASKED, max_tokens=50))
    begun = whole[:20].rstrip()
    rest = "".join(tiny.generate(ASKED, max_tokens=30, begun=begun))
    assert whole[len(begun) :].startswith(rest[:15])
    assert tiny.goes_on


def test_an_answer_begins_otherwise_than_with_what_is_to_be_avoided(tiny: LlamaGenerator) -> None:
    avoid: list[str] = []
    answers: list[str] = []
    for tokens in (1, 1, 2, 3):
        answers.append("".join(tiny.generate(ASKED, max_tokens=20, avoid=avoid)))
        avoid.append("".join(re.findall("th|.", answers[-1])[:tokens]))
        assert not any(answers[-1].startswith(opening) for opening in avoid[:-1])
        assert len(answers[-1].replace("th", "t")) == 20
    assert len(set(answers)) == 4
    assert "".join(tiny.generate(ASKED, max_tokens=20, avoid=["~~"])) == answers[0]


def test_the_number_of_tokens_is_exact(tiny: LlamaGenerator) -> None:
    text = "Grüße, 月! A <b>moon</b>\n\n\tx"
    marks, roles = 5, len("user\n\nassistant\n")  # marks of beginning and end are a token each
    assert tiny.count_tokens([Message("user", "")]) == roles + 3
    assert tiny.count_tokens([Message("user", text)]) == roles + 3 + len(text.encode())
    both = [Message("system", text), Message("user", "the myth")]  # "th" is one token
    assert tiny.count_tokens(both) == (
        marks + len("system\n\n") + len(text.encode()) + roles + len("e my") + 2
    )


def test_prompt_and_answer_fill_the_context(tiny: LlamaGenerator) -> None:
    assert tiny.context_size == CONTEXT
    room = CONTEXT - tiny.count_tokens(ASKED)
    answer = "".join(tiny.generate(ASKED, max_tokens=room))
    assert len(answer.replace("th", "t")) == room
    with refused(ErrorCode.PROMPT_TOO_LONG) as failures:
        tiny.generate(ASKED, max_tokens=room + 1)
    assert failures[0].values == {"model": "tiny", "limit": "256", "tokens": "257"}


def test_a_context_may_be_smaller_than_the_model_can_take(file: Path) -> None:
    with closing(opened(file, context_size=100)) as generator:
        assert generator.context_size == 100
        room = 100 - generator.count_tokens(ASKED)
        assert "".join(generator.generate(ASKED, max_tokens=room))
        with refused(ErrorCode.PROMPT_TOO_LONG):
            generator.generate(ASKED, max_tokens=room + 1)


def test_closing_an_answer_stops_it(tmp_path: Path) -> None:
    long = save_model(tmp_path / "long.gguf", **{"llama.context_length": 1 << 17})
    with closing(opened(long, context_size=1 << 17)) as generator:
        answer = generator.generate(ASKED, max_tokens=100_000)
        assert len(list(islice(answer, 5))) == 5
        answer.close()
        began = time.monotonic()  # all of it would take a minute
        assert len("".join(generator.generate(ASKED, max_tokens=20))) >= 20
        assert time.monotonic() - began < _PATIENCE_S


def test_an_answer_that_nobody_reads(tiny: LlamaGenerator) -> None:
    tiny.generate(ASKED, max_tokens=100)
    tiny.generate(ASKED, max_tokens=100).close()
    assert "".join(tiny.generate(ASKED, max_tokens=5))


def test_a_template_that_knows_no_system(tmp_path: Path) -> None:
    refuse = "{% if m.role == 'system' %}{{ raise_exception('no') }}{% endif %}"
    template = CHAT.replace("{{ m.role }}", refuse + "{{ m.role }}")
    path = save_model(tmp_path / "strict.gguf", **{"tokenizer.chat_template": template})
    with closing(opened(path)) as generator:
        said = "\n\n".join(message.content for message in ASKED)
        together = generator.count_tokens([Message("user", said)])
        # How many blank lines are between them, llama.cpp may decide.
        assert abs(generator.count_tokens(ASKED) - together) <= 1
        assert "".join(generator.generate(ASKED, max_tokens=5))


# opening and closing


def folders() -> set[Path]:
    return set(Path(tempfile.gettempdir()).glob(f"svs-llama-{os.getpid()}-*"))


def is_in_memory(file: Path) -> bool:
    return any(part.path == str(file) for part in psutil.Process().memory_maps())


def test_closing_frees_the_memory(tmp_path: Path) -> None:
    path = save_model(tmp_path / "tiny.gguf")
    before = folders()
    generator = opened(path)
    assert is_in_memory(path)
    assert len(folders() - before) == 1
    generator.close()
    generator.close()
    assert not is_in_memory(path)
    assert folders() <= before
    with refused(ErrorCode.MODEL_FAILED):
        generator.count_tokens(ASKED)
    with refused(ErrorCode.MODEL_FAILED):
        generator.generate(ASKED, max_tokens=5)


def test_it_can_be_closed_before_it_has_begun(tmp_path: Path) -> None:
    path = save_model(tmp_path / "tiny.gguf")
    for _ in range(20):
        opened(path).close()
    assert not is_in_memory(path)


def without(*prefixes: str) -> bytes:
    keys = {k: v for k, v in model_keys().items() if not k.startswith(prefixes)}
    return gguf(keys, model_tensors())


def without_weights(missing: str) -> bytes:
    tensors = {name: values for name, values in model_tensors().items() if name != missing}
    return gguf(model_keys(), tensors)


WHOLE = gguf(model_keys(), model_tensors())
SPOILED = {
    "empty": b"",
    "text": b"This is no model at all.",
    "header cut off": WHOLE[:2000],
    "weights cut off": WHOLE[: len(WHOLE) // 2],
    "last weights cut off": WHOLE[:-4000],
    "unknown kind": gguf(model_keys(**{"general.architecture": "nonsense"}), model_tensors()),
    "no vocabulary": without("tokenizer"),
    "no layers": without("llama.block_count"),
    "no heads": gguf(model_keys(**{"llama.attention.head_count": 0}), model_tensors()),
    "weights are missing": without_weights("blk.1.ffn_up.weight"),
    "another vocabulary": gguf(model_keys(), model_tensors(200)),
    "template": gguf(model_keys(**{"tokenizer.chat_template": "{% for x in %}"}), model_tensors()),
}


@pytest.mark.parametrize("content", SPOILED.values(), ids=SPOILED.keys())
def test_a_damaged_model(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "model.gguf"
    path.write_bytes(content)
    before = folders()
    with refused(ErrorCode.MODEL_BROKEN) as failures:
        opened(path)
    assert failures[0].values["model"] == "tiny"
    assert failures[0].values["reason"]
    assert failures[0].detail
    assert folders() <= before


def test_a_model_that_cannot_be_read(tmp_path: Path) -> None:
    for path in (tmp_path / "nothing.gguf", tmp_path):
        with refused(ErrorCode.MODEL_BROKEN) as failures:
            opened(path)
        assert str(path) in failures[0].detail


def test_a_context_of_a_single_token(tmp_path: Path) -> None:
    path = save_model(tmp_path / "tiny.gguf", **{"llama.context_length": 1})
    with closing(opened(path)) as generator:
        assert generator.context_size == 1
        assert generator.count_tokens(ASKED)
        with refused(ErrorCode.PROMPT_TOO_LONG):
            generator.generate(ASKED, max_tokens=1)


@pytest.mark.parametrize(
    ("keys", "context_size", "free", "fits"),
    [
        ({}, 256, 400_000_000, True),
        ({}, 256, 300_000_000, False),  # the model has not all that is free for itself
        ({"llama.context_length": 4 << 20}, 1 << 10, 400_000_000, True),
        ({"llama.context_length": 4 << 20}, 1 << 20, 400_000_000, False),
        ({"llama.block_count": 2**32 - 1}, 256, 10**12, False),
    ],
)
def test_a_model_that_does_not_fit(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    keys: dict[str, Value],
    context_size: int,
    free: int,
    *,
    fits: bool,
) -> None:
    monkeypatch.setattr(machine, "free_bytes", lambda: free)
    path = save_model(tmp_path / "tiny.gguf", **keys)
    if fits:
        opened(path, context_size=context_size).close()
        return
    with refused(ErrorCode.MODEL_TOO_LARGE) as failures:
        opened(path, context_size=context_size)
    assert not is_in_memory(path)
    assert re.fullmatch(r"\d+\.\d GB", failures[0].values["needed"])
    assert failures[0].values["free"] == f"{free / 1e9:.1f} GB"


def test_only_who_knows_the_key_is_answered(file: Path) -> None:
    with closing(LlamaServer(file, context_size=256, threads=1, device="cpu")) as server:
        body = {"content": "abc"}
        assert LlamaClient("tiny", server.connect, server.key).ask("/tokenize", body, Tokens)
        for path, wrong in (("/tokenize", "guess"), ("/apply-template", "")):
            with refused(ErrorCode.MODEL_FAILED) as failures:
                LlamaClient("tiny", server.connect, wrong).ask(path, body, Tokens)
            assert "refused" in failures[0].values["reason"]


def test_where_the_path_is_too_long_for_a_socket(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / ("deep" * 30)
    deep.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(deep))
    with closing(opened(file)) as generator:
        assert len("".join(generator.generate(ASKED, max_tokens=5))) >= 5
    assert not list(deep.iterdir())


def test_folders_of_programs_that_were_killed_are_deleted(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    nobody = next(pid for pid in range(4_000_000, 0, -1) if not psutil.pid_exists(pid))
    for name in (f"svs-llama-{nobody}-a", f"svs-llama-{psutil.Process().pid}-b", "svs-llama-mine"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "socket.sock").touch()
    (tmp_path / f"svs-llama-{nobody}-c").symlink_to(tmp_path / "svs-llama-mine")
    opened(file).close()
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {
        f"svs-llama-{psutil.Process().pid}-b",
        "svs-llama-mine",
        f"svs-llama-{nobody}-c",
    }
    assert (tmp_path / "svs-llama-mine" / "socket.sock").exists()


def test_a_server_that_hangs_is_left_alone(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    abandoned: list[LlamaServer] = []
    monkeypatch.setattr(llama, "_abandoned", abandoned)
    with socket.create_server(("127.0.0.1", 0)) as silent:

        def client(name: str, _: object, key: str) -> LlamaClient:
            connect = partial(HTTPConnection, *silent.getsockname())
            return LlamaClient(name, lambda s: connect(timeout=s), key, silence_s=0.05)

        generator = opened(file)
        monkeypatch.setattr(llama, "LlamaClient", client)
        with refused(ErrorCode.MODEL_FAILED):
            opened(file)  # it never begins
        monkeypatch.setattr(generator, "_client", client("tiny", None, ""))
        with refused(ErrorCode.MODEL_FAILED):
            generator.count_tokens(ASKED)
        generator.close()
    assert len(abandoned) == 2
    for server in abandoned:
        assert LlamaClient("tiny", server.connect, server.key).ask("/slots", None, list[object])
        server.close()


# the real model


@pytest.fixture(scope="module")
def qwen(writer_dir: Path) -> Iterator[LlamaGenerator]:
    (file,) = (writer_dir / WRITER).glob("*.gguf")
    with closing(LlamaGenerator(file, WRITER, device="cpu", context_size=2048)) as generator:
        yield generator


@pytest.mark.llm
def test_a_simple_question(qwen: LlamaGenerator) -> None:
    question = [Message("user", "What is the capital of France? Answer with one word.")]
    pieces = list(qwen.generate(question, max_tokens=20))
    assert "Paris" in "".join(pieces)
    assert "<" not in "".join(pieces)


@pytest.mark.llm
def test_it_writes_as_it_goes_and_stops_when_told_to(qwen: LlamaGenerator) -> None:
    question = [Message("user", "Write a long story about a lighthouse.")]
    story = qwen.generate(question, max_tokens=1500)
    pieces = list(islice((piece for piece in story if piece), 10))
    assert len(" ".join(pieces).split()) >= 5
    began = time.monotonic()
    story.close()
    again = qwen.generate(question, max_tokens=1500)
    next(again)
    assert time.monotonic() - began < 1.0
    again.close()


@pytest.mark.llm
def test_it_counts_its_own_tokens(qwen: LlamaGenerator) -> None:
    # Its template says who it is, when no system is there: 20 tokens; then who speaks, and marks.
    assert qwen.count_tokens([Message("system", "a"), Message("user", "b")]) == 15
    words = " ".join(["moon"] * 100)
    more = qwen.count_tokens([Message("system", "a"), Message("user", words)])
    assert more == 15 + 99

"""Models of the transformers library: tiny ones with random weights, whole and broken."""

from __future__ import annotations

import gc
import json
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from itertools import islice
from pathlib import Path

import pytest
import torch
from spoiled import spoiled
from tiny_models import CHAT, CONTEXT, save_bart, save_chat_model, save_t5, save_tokenizer
from tokenizers import Tokenizer
from tokenizers.processors import TemplateProcessing
from transformers import AutoConfig, AutoModelForCausalLM

from svs_desktop.pipeline.errors import ErrorCode, Failure, PipelineError
from svs_desktop.pipeline.generators import Message, hugging_face, machine
from svs_desktop.pipeline.generators.hugging_face import TransformersGenerator
from svs_desktop.pipeline.generators.loading import Loaded, load
from svs_desktop.pipeline.generators.writing import write

ASKED = (Message("system", "Be brief."), Message("user", "Why is it high water?"))
# Who speaks, and a token for each mark of a beginning and an end.
AROUND_ONE = len("user\n\nassistant\n") + 3


def opened(folder: Path, *, context_size: int = 8192) -> TransformersGenerator:
    return TransformersGenerator(folder, "tiny", threads=1, device="cpu", context_size=context_size)


@contextmanager
def refused(code: ErrorCode) -> Iterator[list[Failure]]:
    """What is done here is refused; why is found in the list."""
    found: list[Failure] = []
    with pytest.raises(PipelineError) as caught:
        yield found
    found.append(caught.value.failure)
    assert found[0].code is code
    assert "?" not in found[0].sentence
    assert found[0].values["model"] == "tiny"


@pytest.fixture(scope="module", autouse=True)
def _threads_as_they_were() -> Iterator[None]:
    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_chat_model(tmp_path_factory.mktemp("chat"))


@pytest.fixture(scope="module")
def chat(folder: Path) -> TransformersGenerator:
    return opened(folder)


@pytest.fixture(scope="module")
def t5(tmp_path_factory: pytest.TempPathFactory) -> TransformersGenerator:
    return opened(save_t5(tmp_path_factory.mktemp("t5")))


@pytest.fixture(scope="module")
def bart(tmp_path_factory: pytest.TempPathFactory) -> TransformersGenerator:
    return opened(save_bart(tmp_path_factory.mktemp("bart")))


def templated(folder: Path, target: Path, template: str) -> TransformersGenerator:
    """The chat model with another template."""
    for file in ("config.json", "model.safetensors"):
        (target / file).symlink_to(folder / file)
    save_tokenizer(target, template)
    return opened(target)


# answers


def test_the_same_arguments_give_the_same_answer(chat: TransformersGenerator, folder: Path) -> None:
    first = list(chat.generate(ASKED, max_tokens=40))
    assert len("".join(first)) > 10
    assert "".join(chat.generate([Message("user", "Why?")], max_tokens=40)) != "".join(first)
    assert list(chat.generate(ASKED, max_tokens=40)) == first
    assert list(opened(folder).generate(ASKED, max_tokens=40)) == first


def test_dice_fall_as_the_seed_says_and_stay_where_they_were(chat: TransformersGenerator) -> None:
    def answer(seed: int) -> str:
        return "".join(chat.generate(ASKED, max_tokens=40, temperature=1.0, seed=seed))

    before = torch.random.get_rng_state()
    likeliest = "".join(chat.generate(ASKED, max_tokens=40, seed=7))
    assert answer(7) == answer(7)
    assert answer(-1) == answer(-1)
    assert len({likeliest, answer(7), answer(8), answer(2**70 + 9)}) == 4
    assert torch.equal(torch.random.get_rng_state(), before)


@pytest.mark.parametrize("name", ["chat", "t5"])
def test_an_answer_comes_piece_by_piece(name: str, request: pytest.FixtureRequest) -> None:
    generator: TransformersGenerator = request.getfixturevalue(name)
    pieces = list(generator.generate(ASKED, max_tokens=40, temperature=1.0))
    assert pieces[0] == ""  # the model is at work
    assert len([piece for piece in pieces if piece]) > 5
    assert "<" not in "".join(pieces)
    # What is written does not depend on what comes after it.
    short = "".join(generator.generate(ASKED, max_tokens=20, temperature=1.0)).rstrip("\ufffd")
    assert short
    assert "".join(pieces).startswith(short)


def test_an_answer_is_no_longer_than_it_may_be(chat: TransformersGenerator) -> None:
    for most in (1, 7, 30):
        pieces = chat.generate(ASKED, max_tokens=most)
        assert sum(piece == "" for piece in pieces) >= most  # a sign of each run of the model
        answer = "".join(chat.generate(ASKED, max_tokens=most))
        assert 1 <= len(answer) <= most  # a token is a byte here


def test_an_answer_ends_before_a_stop(chat: TransformersGenerator) -> None:
    whole = "".join(chat.generate(ASKED, max_tokens=60))
    stop = whole[10:12]
    cut = "".join(chat.generate(ASKED, max_tokens=60, stop=["~not there~", stop]))
    assert cut == whole.partition(stop)[0]


def plain_answer(chat: TransformersGenerator) -> tuple[list[Message], str]:
    """A question and its answer, which begins with two letters of ASCII."""
    asked = ([Message("user", f"Why {number}?")] for number in range(50))
    answers = ((each, "".join(chat.generate(each, max_tokens=20))) for each in asked)
    return next((e, a) for e, a in answers if a[:2].isascii() and a[:2].isalpha())


def test_an_answer_goes_on_from_how_it_was_begun(
    chat: TransformersGenerator, t5: TransformersGenerator
) -> None:
    each, whole = plain_answer(chat)
    assert "".join(chat.generate(each, max_tokens=18, begun=whole[:2])) == whole[2:]
    assert chat.goes_on
    assert not t5.goes_on


def test_an_answer_begins_otherwise_than_with_what_is_to_be_avoided(
    chat: TransformersGenerator,
) -> None:
    each, answer = plain_answer(chat)
    other = "".join(chat.generate(each, max_tokens=20, avoid=[answer[0]]))
    assert not other.startswith(answer[0])
    third = "".join(chat.generate(each, max_tokens=20, avoid=[answer[:2]]))
    assert third.startswith(answer[0])
    assert not third.startswith(answer[:2])
    assert "".join(chat.generate(each, max_tokens=20, avoid=["~~"])) == answer


def test_an_answer_ends_where_the_model_says(folder: Path, tmp_path: Path) -> None:
    ends = json.dumps({"eos_token_id": list(range(1000))}).encode()  # wherever it may be
    generator = opened(spoiled(folder, tmp_path / "ends", "generation_config.json", ends))
    assert len("".join(generator.generate(ASKED, max_tokens=40))) <= 1


def test_the_number_of_tokens_is_exact(chat: TransformersGenerator) -> None:
    text = "Grüße, 月! A <b>moon</b>\n\n\tx"
    assert chat.count_tokens([Message("user", "")]) == AROUND_ONE
    assert chat.count_tokens([Message("user", text)]) == AROUND_ONE + len(text.encode())
    both = [Message("system", "Be brief."), Message("user", text)]
    assert chat.count_tokens(both) == (
        AROUND_ONE + len(text.encode()) + 2 + len("system\nBe brief.\n")
    )


def test_prompt_and_answer_fill_the_context(chat: TransformersGenerator) -> None:
    assert chat.context_size == CONTEXT
    room = CONTEXT - chat.count_tokens(ASKED)
    assert "".join(chat.generate(ASKED, max_tokens=room))
    with refused(ErrorCode.PROMPT_TOO_LONG) as failures:
        chat.generate(ASKED, max_tokens=room + 1)
    assert failures[0].values == {"model": "tiny", "limit": "256", "tokens": "257"}


def test_a_context_may_be_smaller_than_the_model_can_take(folder: Path) -> None:
    generator = opened(folder, context_size=100)
    assert generator.context_size == 100
    room = 100 - generator.count_tokens(ASKED)
    with refused(ErrorCode.PROMPT_TOO_LONG):
        generator.generate(ASKED, max_tokens=room + 1)


def test_what_would_repeat_the_answer_is_less_likely(
    chat: TransformersGenerator, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    def penalties(tokens: list[int]) -> dict[int, float]:
        seen.append(len(tokens))
        return {} if len(tokens) < 2 else dict.fromkeys(range(100), 1e9)

    likeliest = "".join(chat.generate(ASKED, max_tokens=20))
    monkeypatch.setattr(hugging_face, "penalties", penalties)
    other = "".join(chat.generate(ASKED, max_tokens=20))
    assert other != likeliest
    assert not any("!" <= letter <= "~" for letter in other[2:])  # these are the first hundred
    assert seen == list(range(20))  # the prompt does not count


@pytest.mark.parametrize(("save", "extra"), [(save_chat_model, 0), (save_t5, 1)])
def test_marks_that_a_tokenizer_adds(
    tmp_path: Path, save: Callable[[Path], Path], extra: int
) -> None:
    before = opened(save(tmp_path)).count_tokens(ASKED)
    inner = Tokenizer.from_file(str(tmp_path / "tokenizer.json"))
    inner.post_processor = TemplateProcessing(single="$A <pad>", special_tokens=[("<pad>", 0)])
    inner.save(str(tmp_path / "tokenizer.json"))
    # A template has written them already.
    assert opened(tmp_path).count_tokens(ASKED) == before + extra


# templates


def test_a_template_that_knows_no_system(folder: Path, tmp_path: Path) -> None:
    refuse = "{% if m.role == 'system' %}{{ raise_exception('no') }}{% endif %}{{ m.role }}"
    generator = templated(folder, tmp_path, CHAT.replace("{{ m.role }}", refuse))
    said = "\n\n".join(message.content for message in ASKED)
    assert generator.count_tokens(ASKED) == AROUND_ONE + len(said)
    assert "".join(generator.generate(ASKED, max_tokens=5))


def test_the_model_is_told_not_to_think(folder: Path, tmp_path: Path) -> None:
    aloud = "{% if enable_thinking is not defined or enable_thinking %}Think!{% endif %}"
    generator = templated(folder, tmp_path, CHAT + aloud)
    assert generator.count_tokens([Message("user", "")]) == AROUND_ONE


def test_an_answer_that_begins_in_a_thought(folder: Path, tmp_path: Path) -> None:
    generator = templated(folder, tmp_path, CHAT + "<think>\n")
    pieces = list(generator.generate(ASKED, max_tokens=20))
    assert len(pieces) >= 20
    assert "".join(pieces) == ""


# models that turn one text into another


def test_a_summariser_reads_what_the_user_says(t5: TransformersGenerator) -> None:
    assert t5.count_tokens(ASKED) == len("summarize: Why is it high water?")
    said = [Message("user", "a"), Message("assistant", "b"), Message("user", "c")]
    assert t5.count_tokens(said) == len("summarize: a\n\nc")


def test_a_summariser_writes_with_its_own_settings(bart: TransformersGenerator) -> None:
    pieces = list(bart.generate(ASKED, max_tokens=60))
    (answer,) = [piece for piece in pieces if piece]  # beams are known only at the end
    assert len(answer.encode()) >= 15
    assert len(pieces) > 15
    assert "".join(bart.generate(ASKED, max_tokens=60)) == answer


def test_a_summariser_writes_no_more_than_it_may(bart: TransformersGenerator) -> None:
    answer = "".join(bart.generate(ASKED, max_tokens=4))  # less than its own least length
    assert 1 <= len(answer) <= 4


# stopping and failing


def writers() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "writing"]


def test_closing_an_answer_stops_it(chat: TransformersGenerator) -> None:
    answer = chat.generate(ASKED, max_tokens=150)
    assert len(list(islice(answer, 5))) == 5
    assert len(writers()) == 1
    answer.close()
    assert not writers()
    assert "".join(chat.generate(ASKED, max_tokens=5))


def test_an_answer_that_nobody_reads(chat: TransformersGenerator) -> None:
    chat.generate(ASKED, max_tokens=100).close()
    unread = chat.generate(ASKED, max_tokens=100)
    assert not writers()
    unread.close()


def test_a_model_that_hangs(chat: TransformersGenerator, monkeypatch: pytest.MonkeyPatch) -> None:
    is_over = threading.Event()
    monkeypatch.setattr(Loaded, "generate", lambda *_, **__: is_over.wait(10))
    monkeypatch.setattr(hugging_face, "write", partial(write, silence_s=0.1))
    with refused(ErrorCode.MODEL_FAILED) as failures:
        list(chat.generate(ASKED, max_tokens=5))
    assert "gave no sign" in failures[0].values["reason"]
    (thread,) = writers()
    is_over.set()
    thread.join(10)
    assert not thread.is_alive()


@pytest.mark.parametrize("kind", [RuntimeError, ValueError, IndexError])
def test_a_model_that_fails(
    chat: TransformersGenerator, monkeypatch: pytest.MonkeyPatch, kind: type[Exception]
) -> None:
    def generate(*_: object, **__: object) -> None:
        raise kind("no room for the tensor.\nat line 7")

    monkeypatch.setattr(Loaded, "generate", generate)
    with refused(ErrorCode.MODEL_FAILED) as failures:
        list(chat.generate(ASKED, max_tokens=5))
    assert failures[0].values["reason"] == "no room for the tensor"
    assert "line 7" in failures[0].detail


def test_no_memory_is_another_failure(
    chat: TransformersGenerator, monkeypatch: pytest.MonkeyPatch
) -> None:
    def generate(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(Loaded, "generate", generate)
    with pytest.raises(MemoryError):
        list(chat.generate(ASKED, max_tokens=5))


def test_closing_frees_the_memory(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    models: list[weakref.ref[object]] = []

    def loading(*arguments: object) -> Loaded:
        loaded = load(*arguments)  # type: ignore[arg-type]
        models.append(weakref.ref(loaded.model))
        return loaded

    monkeypatch.setattr(hugging_face, "load", loading)
    with closing(opened(folder)) as generator:
        assert "".join(generator.generate(ASKED, max_tokens=5))
        generator.close()
    gc.collect()
    assert [model() for model in models] == [None]
    with refused(ErrorCode.MODEL_FAILED) as failures:
        generator.generate(ASKED, max_tokens=5)
    assert "closed" in failures[0].sentence
    with refused(ErrorCode.MODEL_FAILED):
        generator.count_tokens(ASKED)


def test_a_number_of_threads(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "threads_to_use", lambda: 3)
    TransformersGenerator(folder, "tiny", device="cpu")
    assert torch.get_num_threads() == 3
    TransformersGenerator(folder, "tiny", device="cpu", threads=2)
    assert torch.get_num_threads() == 2


# models that cannot be loaded


def config(folder: Path, **changes: object) -> bytes:
    return json.dumps(json.loads((folder / "config.json").read_bytes()) | changes).encode()


def half(folder: Path) -> bytes:
    weights = (folder / "model.safetensors").read_bytes()
    return weights[: len(weights) // 2]


BROKEN: dict[str, tuple[str, Callable[[Path], bytes | None], str]] = {
    "no tokenizer": ("tokenizer.json", lambda _: None, "it has no tokenizer"),
    "no weights": ("model.safetensors", lambda _: None, "it has no weights"),
    "no template": ("chat_template.jinja", lambda _: None, "chat template"),
    "garbage in the configuration": ("config.json", lambda _: b"{]", ""),
    "nothing in the configuration": ("config.json", lambda _: b"", ""),
    "another configuration": ("config.json", lambda _: b"[1, 2]", ""),
    "unknown kind": ("config.json", partial(config, model_type="nonsense"), "nonsense"),
    "kind that writes nothing": ("config.json", partial(config, model_type="vit"), ""),
    "garbage in the tokenizer": ("tokenizer.json", lambda _: b"{]", ""),
    "weights cut off": ("model.safetensors", half, ""),
    "garbage in the weights": ("model.safetensors", lambda _: b"x" * 5000, ""),
    "other weights": ("config.json", partial(config, hidden_size=64), ""),
}


@pytest.mark.parametrize(("name", "content", "reason"), BROKEN.values(), ids=BROKEN.keys())
def test_a_model_that_is_broken(
    folder: Path,
    tmp_path: Path,
    name: str,
    content: Callable[[Path], bytes | None],
    reason: str,
) -> None:
    with refused(ErrorCode.MODEL_BROKEN) as failures:
        opened(spoiled(folder, tmp_path / "mine", name, content(folder)))
    said = failures[0].values["reason"]
    assert reason in said
    assert said
    assert "\n" not in said
    assert not said.endswith(".")


def test_a_machine_without_memory_is_not_a_broken_model(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def loading(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(AutoConfig, "from_pretrained", loading)
    with pytest.raises(MemoryError):
        opened(folder)


def test_a_folder_without_a_model(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nothing"):
        with refused(ErrorCode.MODEL_BROKEN):
            opened(path)


def test_a_model_brings_no_code_of_its_own(folder: Path, tmp_path: Path) -> None:
    mine = {"AutoConfig": "mine.Config", "AutoModelForCausalLM": "mine.Model"}
    content = config(folder, model_type="mine", auto_map=mine)
    model = spoiled(folder, tmp_path / "mine", "config.json", content)
    was_run = tmp_path / "was_run"
    (model / "mine.py").write_text(f"open({str(was_run)!r}, 'w')")
    with refused(ErrorCode.MODEL_BROKEN):
        opened(model)
    assert not was_run.exists()


# memory


def test_a_model_that_does_not_fit(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "free_bytes", lambda: 1000)
    with refused(ErrorCode.MODEL_TOO_LARGE) as failures:
        opened(folder)
    assert failures[0].values["free"] == "0.0 GB"


def test_numbers_are_as_precise_as_there_is_room_for(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for file in ("tokenizer.json", "tokenizer_config.json", "chat_template.jinja"):
        (tmp_path / file).symlink_to(folder / file)
    AutoModelForCausalLM.from_pretrained(folder).to(torch.bfloat16).save_pretrained(tmp_path)
    size = (tmp_path / "model.safetensors").stat().st_size

    def kind(free: float) -> torch.dtype:
        monkeypatch.setattr(machine, "free_bytes", lambda: int(free))
        found: torch.dtype = load(tmp_path, "tiny", "cpu").model.dtype
        return found

    assert kind(3 * size) is torch.float32
    assert kind(2 * size) is torch.bfloat16
    with refused(ErrorCode.MODEL_TOO_LARGE):
        kind(size)

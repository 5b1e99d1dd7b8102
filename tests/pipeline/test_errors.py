"""Each failure has words, and whoever raises it gives all that its words name."""

from __future__ import annotations

import ast
import pickle
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import svs_desktop
from svs_desktop.pipeline.errors import ErrorCode, Failure, PipelineError
from svs_desktop.pipeline.notices import Notice, NoticeCode

PACKAGE = Path(svs_desktop.__file__).parent


def fields(*templates: str) -> set[str]:
    return {name for text in templates for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", ErrorCode)
def test_each_kind_has_a_sentence_and_a_remedy(code: ErrorCode) -> None:
    templates = Failure(code).templates
    failure = Failure(code, {name: f"<{name}>" for name in fields(*templates)})
    for text in (failure.sentence, failure.remedy):
        assert text[0].isupper() or text[0] == "“"
        assert text[-1] in ".>"
        assert "{" not in text
        assert "?" not in text
    for name in fields(*templates):
        assert f"<{name}>" in failure.sentence + failure.remedy


@pytest.mark.parametrize("code", ErrorCode)
def test_words_without_their_values(code: ErrorCode) -> None:
    failure = Failure(code)
    assert "{" not in failure.sentence + failure.remedy


@pytest.mark.parametrize("code", ErrorCode)
def test_codes_are_stable_names(code: ErrorCode) -> None:
    assert code.value == code.name.lower()


def test_values_may_hold_braces() -> None:
    failure = Failure(ErrorCode.FILE_EMPTY, {"name": "{0} {name} {.mp4"})
    assert failure.sentence == "The file “{0} {name} {.mp4” is empty."


def test_an_exception_and_its_failure() -> None:
    error = PipelineError(ErrorCode.NO_SUCH_TRACK, detail="trace", name="a.mp4", track=3, count=2)
    assert str(error) == "“a.mp4” has no audio track number 3; it has 2."
    values = {"name": "a.mp4", "track": "3", "count": "2"}
    assert error.failure == Failure(ErrorCode.NO_SUCH_TRACK, values, "trace")
    assert PipelineError.of(error.failure).failure == error.failure


@pytest.mark.parametrize("name", ["code", "detail", "self"])
def test_values_of_any_name_come_back(name: str) -> None:
    failure = Failure(ErrorCode.INTERNAL, {name: "x", "name": "a.mp4"})
    assert PipelineError.of(failure).failure == failure


@pytest.mark.parametrize("code", NoticeCode)
def test_each_notice_has_a_sentence(code: NoticeCode) -> None:
    template = Notice(code).template
    values = {name: f"<{name}>" for name in fields(template)}
    sentence = Notice(code, values).sentence
    assert sentence.endswith(".")
    assert "{" not in sentence


# the calls in the program


def raised() -> Iterator[tuple[str, ErrorCode, set[str]]]:
    """Each place that makes a failure or a notice of a certain kind, and the values it gives."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and _kind(node.args[0]):
                given = _given(node)
                if given is not None:
                    yield f"{path.name}:{node.lineno}", _kind(node.args[0]), given


def _kind(node: ast.expr) -> ErrorCode | None:
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return ErrorCode[node.attr] if node.value.id == "ErrorCode" else None
    return None


def _given(call: ast.Call) -> set[str] | None:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    if name == "PipelineError" and all(keyword.arg for keyword in call.keywords):
        return {keyword.arg for keyword in call.keywords if keyword.arg} - {"detail"}
    if name == "Failure" and len(call.args) > 1 and isinstance(call.args[1], ast.Dict):
        return {key.value for key in call.args[1].keys if isinstance(key, ast.Constant)}
    return None


CALLS = list(raised())


def test_calls_were_found() -> None:
    assert len({code for _, code, _ in CALLS}) > 12


@pytest.mark.parametrize(("place", "code", "given"), CALLS, ids=[place for place, _, _ in CALLS])
def test_all_that_the_words_name_is_given(place: str, code: ErrorCode, given: set[str]) -> None:
    assert fields(*Failure(code).templates) <= given, place


def test_a_failure_is_a_value() -> None:
    failure = Failure(ErrorCode.NO_AUDIO, {"name": "a.mp4"})
    assert pickle.loads(pickle.dumps(failure)) == failure
    with pytest.raises(AttributeError):
        failure.detail = "x"  # type: ignore[misc]

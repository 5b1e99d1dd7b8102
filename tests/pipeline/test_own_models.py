"""Models of the user's own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from svs_desktop.pipeline.errors import ErrorCode, PipelineError
from svs_desktop.pipeline.models import find, import_model, own_models, remove


@pytest.fixture
def models(tmp_path: Path) -> Path:
    folder = tmp_path / "models"
    folder.mkdir()
    return folder


def test_a_file_is_linked_and_outlives_its_original(tmp_path: Path, models: Path) -> None:
    file = tmp_path / "My Model (Q4).gguf"
    file.write_bytes(b"GGUF" * 100)

    brought = import_model(file, "language", models, ("base",))

    assert (brought.name, brought.title) == ("my-model-q4", "My Model (Q4)")
    assert brought.kind == "language"
    inner = find(brought.name, models) / file.name
    assert inner.samefile(file)
    file.unlink()
    assert inner.read_bytes() == b"GGUF" * 100
    assert own_models(models) == [brought]
    remove(brought.name, models)
    assert own_models(models) == []


def test_all_parts_of_a_split_file_come_along(tmp_path: Path, models: Path) -> None:
    for number in (1, 2):
        (tmp_path / f"big-0000{number}-of-00002.gguf").write_bytes(b"x" * number)
    (tmp_path / "other.gguf").write_bytes(b"x")

    brought = import_model(tmp_path / "big-00001-of-00002.gguf", "language", models, ())

    assert brought.name == "big"
    assert len(list((models / "big").glob("*.gguf"))) == 2


def test_a_folder_keeps_its_shape_and_names_are_not_given_twice(
    tmp_path: Path, models: Path
) -> None:
    folder = tmp_path / "base"
    (folder / "inner").mkdir(parents=True)
    (folder / "model.bin").write_bytes(b"1")
    (folder / "inner" / "config.json").write_bytes(b"2")

    first = import_model(folder, "speech", models, ("base",))
    second = import_model(folder, "speech", models, ("base",))

    assert (first.name, second.name) == ("base-2", "base-3")
    assert (models / "base-2" / "inner" / "config.json").read_bytes() == b"2"
    assert [model.kind for model in own_models(models)] == ["speech", "speech"]


def test_a_disk_without_links_gets_a_copy(
    tmp_path: Path, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", refuse)
    file = tmp_path / "mine.gguf"
    file.write_bytes(b"1234")

    brought = import_model(file, "language", models, ())

    copy = models / brought.name / "mine.gguf"
    assert copy.read_bytes() == b"1234"
    assert not copy.samefile(file)


def test_what_is_not_there_leaves_nothing(tmp_path: Path, models: Path) -> None:
    with pytest.raises(PipelineError) as caught:
        import_model(tmp_path / "gone.gguf", "language", models, ())

    assert caught.value.failure.code is ErrorCode.MODEL_UNAVAILABLE
    assert list(models.iterdir()) == []


def test_a_note_that_lies_is_not_believed(models: Path) -> None:
    for name, note in (("a", "no json"), ("b", '{"name":"c","title":"C","kind":"speech"}')):
        (models / name).mkdir()
        (models / name / "svs-model.json").write_text(note)

    assert own_models(models) == []
    assert own_models(models / "nowhere") == []

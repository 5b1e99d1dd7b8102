"""The catalogue and the models' folder; no network."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from svs_desktop.paths import resource
from svs_desktop.pipeline.errors import ErrorCode, PipelineError
from svs_desktop.pipeline.models import (
    Catalogue,
    HubSource,
    IndexSource,
    InstallCancelled,
    InstallProgress,
    InstallStep,
    Licence,
    Model,
    ModelFile,
    ModelKind,
    Problem,
    ProblemKind,
    find,
    install,
    install_from_folder,
    installed_bytes,
    is_installed,
    load_catalogue,
    remove,
    verify,
)

CONTENT = {"config.json": b"{}", "weights.bin": b"0123456789" * 300_000, "inner/vocab.txt": b"a\nb"}


@pytest.fixture
def model() -> Model:
    files = tuple(
        ModelFile(path, len(data), hashlib.sha256(data).hexdigest())
        for path, data in CONTENT.items()
    )
    return Model(
        name="tiny",
        title="Tiny",
        kind=ModelKind.SPEECH,
        licence=Licence("MIT", "MIT License", "licenses/MIT-whisper.txt"),
        languages="multilingual",
        description="A tiny model.",
        sources=(HubSource("someone/tiny", "0" * 40),),
        files=files,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The user's own folder with the files of the model."""
    folder = tmp_path / "übung mit raum"
    for path, data in CONTENT.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


@pytest.fixture
def models(tmp_path: Path) -> Path:
    return tmp_path / "models"


# the catalogue that is shipped


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load_catalogue(resource("models.toml"))


def test_shipped_catalogue_has_unique_models_with_words_for_people(shipped: Catalogue) -> None:
    assert {"base", "minilm"} <= set(shipped.names)
    assert len(set(shipped.names)) == len(shipped.names)
    for model in shipped.models:
        assert model.title
        assert model.description.endswith(".")
        assert "\n" not in model.description
        assert model.installed_bytes >= model.download_bytes > 1_000_000


def test_shipped_licences_are_whole(shipped: Catalogue) -> None:
    for model in shipped.models:
        text = resource(*model.licence.text.split("/")).read_text("utf-8")
        assert model.licence.title.removesuffix(" 2.0") in text.replace("\n", " ")
        assert len(text) > 1000


def test_shipped_wheels_make_every_file_of_the_model(shipped: Catalogue) -> None:
    for model in shipped.models:
        for source in model.sources:
            if isinstance(source, IndexSource):
                made = {path for wheel in source.wheels for path in wheel.files.values()}
                assert made == {file.path for file in model.files}
                wheels = [wheel.requirement for wheel in source.wheels]
                assert len(set(wheels)) == len(wheels)


def test_index_is_asked_before_the_hub(shipped: Catalogue) -> None:
    for name in ("base", "minilm"):
        first, second = shipped.entry(name).sources
        assert isinstance(first, IndexSource)
        assert isinstance(second, HubSource)


def test_unknown_name(shipped: Catalogue) -> None:
    with pytest.raises(PipelineError, match=r"no model called “huge”") as caught:
        shipped.entry("huge")
    assert caught.value.failure.code is ErrorCode.MODEL_UNKNOWN
    assert caught.value.failure.values["known"] == ", ".join(shipped.names)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('sha256 = "56a6', 'sha256 = "56A6'),
        ('path = "config.json"', 'path = "../config.json"'),
        ('path = "config.json"', 'path = "/config.json"'),
        ('name = "base"', 'name = ".base"'),
        ("==1.0.0", ">=1.0.0"),
        ('revision = "ebe41f70', 'revision = "main'),
        ("description", "descripton"),
    ],
)
def test_careless_catalogue_is_refused(tmp_path: Path, old: str, new: str) -> None:
    text = resource("models.toml").read_text("utf-8")
    assert old in text
    path = tmp_path / "models.toml"
    path.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(ValueError, match=r"\$"):
        load_catalogue(path)


# the folder of the models


def test_install_from_a_folder(model: Model, folder: Path, models: Path) -> None:
    target = install_from_folder(model, folder, models)
    assert target == models / "tiny" == find("tiny", models)
    assert {path: (target / path).read_bytes() for path in CONTENT} == CONTENT
    assert installed_bytes("tiny", models) == model.installed_bytes
    assert verify(model, models) == []
    assert not (models / ".partial-tiny").exists()
    assert (folder / "config.json").is_file()


def test_folder_with_a_wrong_byte_is_refused(model: Model, folder: Path, models: Path) -> None:
    (folder / "weights.bin").write_bytes(CONTENT["weights.bin"][:-1] + b"!")
    with pytest.raises(PipelineError, match=r"“weights\.bin” is not the expected file") as caught:
        install_from_folder(model, folder, models)
    assert caught.value.failure.code is ErrorCode.MODEL_UNAVAILABLE
    assert "SHA-256" in caught.value.failure.detail
    assert not is_installed("tiny", models)


def test_folder_without_a_file_is_refused(model: Model, folder: Path, models: Path) -> None:
    (folder / "inner" / "vocab.txt").unlink()
    with pytest.raises(PipelineError, match=r"“inner/vocab\.txt” is not in it"):
        install_from_folder(model, folder, models)
    assert not is_installed("tiny", models)


def test_progress_ends_at_the_total(model: Model, folder: Path, models: Path) -> None:
    seen: list[InstallProgress] = []
    install_from_folder(model, folder, models, on_progress=seen.append)
    assert [progress.done for progress in seen] == sorted(progress.done for progress in seen)
    total = model.installed_bytes
    assert seen[-1] == InstallProgress(InstallStep.VERIFY, total, total)


def test_cancelled_copy_leaves_nothing_installed(model: Model, folder: Path, models: Path) -> None:
    answers = iter([False, False, True])
    with pytest.raises(InstallCancelled):
        install_from_folder(model, folder, models, cancelled=lambda: next(answers))
    assert not is_installed("tiny", models)
    install_from_folder(model, folder, models)
    assert verify(model, models) == []


def test_full_disk_is_told_before_anything_is_written(
    model: Model, folder: Path, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 1000}))
    with pytest.raises(PipelineError) as caught:
        install_from_folder(model, folder, models)
    assert caught.value.failure.code is ErrorCode.DISK_FULL
    assert caught.value.failure.values["name"] == "Tiny"
    assert not is_installed("tiny", models)


def test_folder_that_may_not_be_made(model: Model, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(PipelineError) as caught:
        install_from_folder(model, folder, tmp_path / "file" / "models")
    assert caught.value.failure.code is ErrorCode.MODEL_UNAVAILABLE


def test_verify_names_changed_and_missing_files(model: Model, folder: Path, models: Path) -> None:
    target = install_from_folder(model, folder, models)
    with (target / "weights.bin").open("r+b") as weights:
        weights.seek(1_500_000)
        weights.write(b"!")
    (target / "inner" / "vocab.txt").unlink()
    with (target / "config.json").open("ab") as config:
        config.write(b" ")
    assert verify(model, models) == [
        Problem("config.json", ProblemKind.CHANGED),
        Problem("weights.bin", ProblemKind.CHANGED),
        Problem("inner/vocab.txt", ProblemKind.MISSING),
    ]


def test_installing_again_mends_a_broken_model(model: Model, folder: Path, models: Path) -> None:
    target = install_from_folder(model, folder, models)
    (target / "weights.bin").write_bytes(b"")
    install_from_folder(model, folder, models)
    assert verify(model, models) == []
    assert not (models / ".partial-tiny").exists()


def test_installing_a_whole_model_again_fetches_nothing(
    model: Model, folder: Path, models: Path
) -> None:
    target = install_from_folder(model, folder, models)
    assert install(model, models) == target


def test_verify_what_is_not_there(model: Model, models: Path) -> None:
    with pytest.raises(PipelineError) as caught:
        verify(model, models)
    assert caught.value.failure.code is ErrorCode.MODEL_MISSING


def test_remove(model: Model, folder: Path, models: Path) -> None:
    install_from_folder(model, folder, models)
    remove("tiny", models)
    assert not is_installed("tiny", models)
    assert [path.name for path in models.iterdir()] == [".tiny.lock"]
    with pytest.raises(PipelineError, match="not installed"):
        remove("tiny", models)


def test_remove_clears_an_interrupted_installation(models: Path) -> None:
    (models / ".partial-tiny").mkdir(parents=True)
    remove("tiny", models)
    assert not (models / ".partial-tiny").exists()


def test_remove_spares_the_users_own_folder(folder: Path, models: Path) -> None:
    with pytest.raises(PipelineError):
        remove(str(folder), models)
    assert folder.is_dir()


def test_own_folder_is_found_by_its_path(
    folder: Path, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert find(str(folder), models) == folder
    monkeypatch.chdir(folder.parent)
    assert find(f"./{folder.name}", models) == folder


@pytest.mark.parametrize("name", ["tiny", "", ".", "..", ".partial-tiny", "./tiny", "/no/where"])
def test_what_is_no_installed_model_is_missing(
    name: str, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (models / ".partial-tiny" / "finished").mkdir(parents=True)
    monkeypatch.chdir(models)
    assert not is_installed(name, models)
    assert installed_bytes(name, models) == 0
    with pytest.raises(PipelineError) as caught:
        find(name, models)
    assert caught.value.failure.code is ErrorCode.MODEL_MISSING
    assert caught.value.failure.values == {"model": name}


def test_import_is_light() -> None:
    heavy = "{'PySide6', 'torch', 'transformers', 'faster_whisper', 'huggingface_hub', 'pip'}"
    code = f"import sys, svs_desktop.pipeline.models; assert not {heavy} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)

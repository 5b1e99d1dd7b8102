"""The files of finished jobs, written by themselves."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from svs_desktop.pipeline.export import Format
from svs_desktop.pipeline.job import Status
from svs_desktop.settings import Settings
from svs_desktop.workers.auto_export import AutoExport, NotExported

from .stubs import make_files, whole_run

pytestmark = pytest.mark.timeout(60)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "files"
    made.mkdir()
    return made


@pytest.fixture
def run(desk, engines, shown, tmp_path):
    """Finish a job of this name with these settings; what the export told."""

    def finish(settings: Settings, name: str = "talk.mp4") -> list[object]:
        (video,) = make_files(tmp_path / "videos", name)
        engines.plays[name] = whole_run("What? A talk")
        told: list[object] = []
        files = AutoExport(desk.queue, desk.library, desk.background, lambda: settings)
        files.exported.connect(told.append)
        files.failed.connect(told.append)
        before = len(desk.queue.ids)
        desk.submit(video)
        shown(lambda: len(desk.queue.ids) > before)
        shown(lambda: desk.statuses()[-1] is Status.FINISHED)
        shown(lambda: told or not settings.export_folder)
        files.deleteLater()
        return told

    return finish


def test_all_formats_are_written_and_nothing_is_replaced(run, folder) -> None:
    (folder / "talk - What A talk.md").write_text("mine", "utf-8")
    settings = Settings(
        export_folder=str(folder),
        export_formats=(Format.MD, Format.DOCX, Format.CHAPTERS),
        export_name="{name} - {title}",
    )

    (written,) = run(settings)

    # There are no chapters to write.
    assert [p.name for p in written] == ["talk - What A talk (2).md", "talk - What A talk.docx"]
    assert written[0].read_text("utf-8").startswith("# What? A talk\n")
    assert (folder / "talk - What A talk.md").read_text("utf-8") == "mine"
    assert len(list(folder.iterdir())) == 3


def test_without_a_folder_nothing_is_written(run, folder) -> None:
    assert run(Settings()) == []
    assert list(folder.iterdir()) == []


def test_a_failure_is_a_sentence_and_the_job_stays_finished(run, desk, folder) -> None:
    settings = Settings(export_folder=str(folder / "unplugged"))

    (gone,) = run(settings)
    (folder / "unplugged").write_text("a file", "utf-8")
    (no_folder,) = run(settings, "other.mp4")

    assert gone == no_folder == NotExported(settings.export_folder)
    assert gone.sentence == (
        f"There is no folder “{settings.export_folder}”; the files of the result were not "
        "written there."
    )
    assert "because" not in replace(gone, reason="No space left").sentence
    assert "No space left" in replace(gone, reason="No space left").sentence
    assert desk.statuses() == [Status.FINISHED, Status.FINISHED]
    assert len(desk.results()) == 2

"""What goes into a report: all that helps, and nothing of what anybody said or wrote."""

from __future__ import annotations

import io
import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from svs_desktop.pipeline import media_files
from svs_desktop.pipeline.errors import ErrorCode, Failure
from svs_desktop.pipeline.export import Format
from svs_desktop.pipeline.job import Job, JobState, Status
from svs_desktop.pipeline.media_info import AudioTrack, MediaInfo
from svs_desktop.pipeline.progress import Progress, Stage
from svs_desktop.settings import Settings
from svs_desktop.workers.diagnostics import bundle
from svs_desktop.workers.redaction import technical

SECRET = "Zanzibar"
OURS = f'  File "{media_files.__file__}", line 20, in find_media'
FAULT = f"""\
Traceback (most recent call last):
  File "/home/{SECRET}/{SECRET}.py", line 3, in {SECRET}
    say("{SECRET}")
{OURS}
{SECRET}Error: {SECRET}
ValueError: {SECRET} cannot be
"""
LOG = f"""\
{SECRET} was said in {SECRET}.mp4
terminate called after throwing an instance of 'std::bad_alloc' by {SECRET}
[mov @ 0x55] {SECRET}.mp4: moov atom not found
  File "/home/{SECRET}/lib/python3.11/site-packages/torch/nn/{SECRET}.py", line 12, in {SECRET}
  File "/usr/lib/python3.11/json/decoder.py", line 337, in decode
RuntimeError: CUDA out of memory while reading {SECRET}
torch.{SECRET}Error: {SECRET}
"""


@pytest.fixture
def settings() -> Settings:
    return Settings(
        speech_model=f"/home/{SECRET}/model",
        glossary=f"{SECRET}, nodule",
        language="de",
        threads=3,
        appearance="dark",
        summarizer="qwen",
        api_folders=(f"/home/{SECRET}",),
        export_folder=f"/home/{SECRET}",
        export_formats=(Format.PDF, Format.MD),
        export_name=f"{SECRET} {{title}}",
    )


@pytest.fixture
def state(settings: Settings) -> JobState:
    track = AudioTrack(0, "aac", 2, 48_000, title=SECRET)
    values = {"name": f"{SECRET}.mp4", "reason": SECRET, "model": SECRET}
    return JobState(
        replace(Job.new(Path(f"/videos/{SECRET}/{SECRET}.mp4")), options=settings.job_options()),
        Status.FAILED,
        media=MediaInfo(60.0, (track,), has_video=True, title=SECRET),
        thumbnail=Path(f"/cache/{SECRET}.jpg"),
        title=SECRET,
        overall=43.21,
        progress=Progress(Stage.TRANSCRIBE, 0.5, 45.0),
        failure=Failure(ErrorCode.ENGINE_CRASHED, values, LOG + FAULT),
    )


def test_a_secret_that_is_everywhere_is_nowhere_in_the_report(
    settings: Settings, state: JobState
) -> None:
    data = bundle([state, state], settings, ["base", "qwen"], [FAULT, SECRET])

    with ZipFile(io.BytesIO(data)) as packed:
        files = {name: packed.read(name).decode() for name in packed.namelist()}
    for name, text in files.items():
        assert SECRET.lower() not in (name + text).lower(), name
    jobs, program = json.loads(files["jobs.json"]), json.loads(files["program.json"])
    assert len(jobs) == 2
    assert [jobs[0][key] for key in ("status", "stage", "percent")] == [
        "failed",
        "transcribe",
        43.2,
    ]
    assert jobs[0]["media"]["tracks"] == [["aac", 2, 48_000]]
    assert jobs[0]["failure"]["code"] == "engine_crashed"
    assert jobs[0]["failure"]["log"][:7] == [
        f"({len(LOG.splitlines()[0])} characters)",
        "std::bad_alloc",
        "moov atom not found",
        '  File "torch", line 12',
        '  File "json", line 337',
        "RuntimeError: CUDA … out of memory",
        "torch.…",
    ]
    assert program["memory"]["total"] > 0
    assert program["libraries"]["msgspec"] != "not installed"
    shown = json.loads(files["settings.json"])
    hidden = {name for name, value in shown.items() if value == "…"}
    assert hidden == {"speech_model", "glossary", "api_folders", "export_folder", "export_name"}
    assert (shown["language"], shown["summarizer"], shown["threads"]) == ("de", "qwen", 3)
    assert shown["export_formats"] == ["pdf", "md"]


def test_a_fault_of_the_program_says_where_it_is() -> None:
    assert technical(FAULT).splitlines() == [
        "Traceback (most recent call last)",
        '  File "…", line 3',
        f"({len(SECRET) + 11} characters)",
        '  File "svs_desktop/pipeline/media_files.py", line 20, in find_media',
        f"({2 * len(SECRET) + 7} characters)",
        "ValueError",
    ]
    assert technical(OURS.replace("find_media", SECRET)).endswith("line 20")
    assert SECRET not in technical(f'  File "/x/svs_desktop/{SECRET}.py", line 1, in f')

"""A job from its video to its summary, and each way in which it can end."""

from __future__ import annotations

import json
import shutil
from contextlib import closing
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import ctranslate2
import jiwer
import pytest
from clips import RATE, audio, cut, damage, noise, silence, tone, write_clip
from msgspec.structs import replace
from talks import Talk, bare_words, check_times

from svs_desktop.paths import Places, resource
from svs_desktop.pipeline.audio import Samples
from svs_desktop.pipeline.errors import ErrorCode, PipelineError
from svs_desktop.pipeline.events import (
    TERMINAL,
    Event,
    Failed,
    Finished,
    Heard,
    Probed,
    Progressed,
    Rewound,
    Transcribed,
)
from svs_desktop.pipeline.job import EXTRACTIVE, Job, JobOptions
from svs_desktop.pipeline.notices import NoticeCode
from svs_desktop.pipeline.progress import Progress, Stage
from svs_desktop.pipeline.run import Tools, readable_title, run, summarize_video
from svs_desktop.pipeline.summary import KEY_SENTENCES
from svs_desktop.pipeline.transcript import Reached, Segment, SoFar
from svs_desktop.pipeline.workspace import Workspace

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)


def ran(job: Job, tools: Tools, workspace: Workspace) -> list[Event]:
    """All events of a run, which obey the rules of runs."""
    events = list(run(job, tools, workspace))
    assert [type(event) in TERMINAL for event in events] == [False] * (len(events) - 1) + [True]
    assert events[-1].at.tzinfo is UTC
    overall = [event.progress.overall for event in events if isinstance(event, Progressed)]
    assert all(a <= b for a, b in pairwise(overall))
    assert leftovers(job, workspace) == []
    return events


def leftovers(job: Job, workspace: Workspace) -> list[str]:
    return sorted(path.name for path in workspace.audio(job.id).parent.iterdir())


def failure_code(events: list[Event]) -> ErrorCode:
    assert isinstance(events[-1], Failed)
    return events[-1].failure.code


def reports(events: list[Event]) -> list[Progress]:
    return [event.progress for event in events if isinstance(event, Progressed)]


# runs that end well


@pytest.mark.slow
def test_a_video_becomes_a_summary(
    speech_clip: Path, short_talk: Talk, tools: Tools, workspace: Workspace
) -> None:
    events = ran(Job.new(speech_clip), tools, workspace)
    assert isinstance(events[0], Probed)
    assert events[0].media.has_video
    assert [type(event) for event in events].count(Heard) == 1
    overall = [report.overall for report in reports(events)]
    assert (overall[0], overall[-1]) == (0, 100)
    assert {20, 70} < set(overall)
    stages = [report.stage for report in reports(events)]
    assert stages == sorted(stages, key=list(Stage).index)
    assert set(stages) == set(Stage)

    segments = [s for event in events if isinstance(event, Transcribed) for s in event.segments]
    heard = " ".join(segment.text for segment in segments)
    assert jiwer.wer(bare_words(short_talk.text), bare_words(heard)) < 0.2

    finished = events[-1]
    assert isinstance(finished, Finished)
    summary = finished.summary
    assert summary.title == "The pull of the moon"
    assert (summary.language, summary.speech_model) == ("en", "base")
    assert summary.writer == KEY_SENTENCES
    assert summary.duration_s == pytest.approx(events[0].media.duration_s, abs=0.2)
    assert summary.sentences_read == 3
    assert [notice.code for notice in summary.notices] == [NoticeCode.KEY_SENTENCES_ONLY]
    (paragraph,) = summary.paragraphs
    chosen = [*(s.evidence[0] for s in paragraph), *(p.evidence for p in summary.key_points)]
    assert len(chosen) >= 2
    for evidence in chosen:
        first, last = evidence.segments[0], evidence.segments[-1]
        assert segments[first].start <= evidence.start < evidence.end <= segments[last].end


@pytest.mark.parametrize("sound", [silence(3), noise(3)], ids=["silence", "noise"])
def test_no_speech_is_a_result(
    tmp_path: Path, tools: Tools, workspace: Workspace, sound: object
) -> None:
    path = write_clip(tmp_path / "quiet.mp4", audio(sound), title="A quiet day")
    events = ran(Job.new(path), tools, workspace)
    finished = events[-1]
    assert isinstance(finished, Finished)
    assert finished.summary.title == "A quiet day"
    assert finished.summary.paragraphs == finished.summary.key_points == ()
    assert finished.summary.language == ""
    assert [notice.code for notice in finished.summary.notices] == [NoticeCode.NO_SPEECH]
    assert reports(events)[-1].overall == 100
    assert not any(isinstance(event, Heard) for event in events)
    assert not any(event.segments for event in events if isinstance(event, Transcribed))


def test_flaws_are_told(tmp_path: Path, tools: Tools, workspace: Workspace) -> None:
    options = {"movflags": "faststart"}
    path = write_clip(tmp_path / "a.mp4", audio(noise(20)), options=options)
    events = ran(Job.new(cut(damage(path, 0.2, 0.3), 0.6)), tools, workspace)
    finished = events[-1]
    assert isinstance(finished, Finished)
    damaged, early, silent = finished.summary.notices
    assert damaged.code is NoticeCode.DAMAGED
    assert int(damaged.values["count"]) >= 1
    assert early.code is NoticeCode.ENDS_EARLY
    assert "0:20" in early.sentence
    assert "?" not in early.sentence
    assert silent.code is NoticeCode.NO_SPEECH


def test_a_graphics_card_that_cannot_be_used_is_told(
    tmp_path: Path, models_dir: Path, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    if ctranslate2.get_cuda_device_count():
        pytest.skip("the graphics card of this computer can be used")
    monkeypatch.setattr(ctranslate2, "get_cuda_device_count", lambda: 1)
    path = write_clip(tmp_path / "a.mp4", audio(silence(2)))
    finished = ran(Job.new(path), Tools(models_dir), workspace)[-1]
    assert isinstance(finished, Finished)
    notice = finished.summary.notices[0]
    assert notice.code is NoticeCode.CPU_INSTEAD
    assert notice.values["reason"]
    assert notice.values["reason"] in notice.sentence


@pytest.mark.slow
def test_the_sample(sample: Talk, tools: Tools, workspace: Workspace) -> None:
    events = ran(Job.new(resource("sample", "sample.mp4")), tools, workspace)
    finished = events[-1]
    assert isinstance(finished, Finished)
    assert finished.summary.title == "How the tides work"
    points = finished.summary.key_points
    for part in json.loads(resource("sample", "timings.json").read_text())["parts"]:
        assert any(part["start"] <= point.start < part["end"] for point in points)

    passages = [event.segments for event in events if isinstance(event, Transcribed)]
    segments = [segment for passage in passages for segment in passage]
    assert len(passages) >= 8
    check_times(segments, len(sample.samples) / RATE)
    heard = " ".join(segment.text for segment in segments)
    assert jiwer.wer(bare_words(sample.text), bare_words(heard)) < 0.12


# runs that are closed in the middle


def test_an_interrupted_run_goes_on_from_its_audio(
    speech_clip: Path, tools: Tools, workspace: Workspace
) -> None:
    job = Job.new(speech_clip)
    events = run(job, tools, workspace)
    for event in events:
        if isinstance(event, Progressed) and event.progress.stage is Stage.TRANSCRIBE:
            break
    events.close()
    assert leftovers(job, workspace) == [f"{job.id}.json", f"{job.id}.pcm"]
    written = workspace.audio(job.id).stat()
    again = run(job, tools, workspace)
    extracting = []
    for event in again:
        if isinstance(event, Progressed) and event.progress.stage is Stage.EXTRACT:
            extracting.append(event.progress.fraction)
        if isinstance(event, Heard):
            assert workspace.audio(job.id).stat() == written
    assert extracting == [0, 1]
    assert isinstance(event, Finished)
    assert leftovers(job, workspace) == []


def test_a_run_closed_while_extracting_leaves_nothing_complete(
    tmp_path: Path, tools: Tools, workspace: Workspace
) -> None:
    job = Job.new(write_clip(tmp_path / "a.mp4", audio(tone(30))))
    events = run(job, tools, workspace)
    while not isinstance(next(events), Progressed):
        pass
    next(events)
    events.close()
    assert not workspace.audio(job.id).exists()


# runs that fail


@pytest.mark.parametrize(
    ("options", "missing"),
    [
        (JobOptions(), "minilm"),
        (JobOptions(speech_model="small"), "small"),
        (JobOptions(speech_model="/no/such/folder"), "/no/such/folder"),
    ],
)
def test_a_missing_model_comes_before_any_work(
    tmp_path: Path, places: Places, workspace: Workspace, options: JobOptions, missing: str
) -> None:
    (places.models / "minilm").unlink()
    path = write_clip(tmp_path / "a.mp4", audio(tone(1)))
    events = ran(Job.new(path, options), Tools(places.models), workspace)
    assert [type(event) for event in events] == [Failed]
    assert failure_code(events) is ErrorCode.MODEL_MISSING
    assert events[0].failure.values["model"] == missing


def test_no_models_at_all(tmp_path: Path, workspace: Workspace) -> None:
    events = ran(Job.new(tmp_path / "a.mp4"), Tools(tmp_path / "nowhere"), workspace)
    assert failure_code(events) is ErrorCode.MODEL_MISSING


def empty(folder: Path) -> Path:
    (folder / "a.mp4").touch()
    return folder / "a.mp4"


@pytest.mark.parametrize(
    ("make", "options", "code"),
    [
        (lambda d: d / "missing.mp4", JobOptions(), ErrorCode.FILE_NOT_FOUND),
        (empty, JobOptions(), ErrorCode.FILE_EMPTY),
        (lambda d: write_clip(d / "a.mp4", video_s=1), JobOptions(), ErrorCode.NO_AUDIO),
        (
            lambda d: write_clip(d / "a.mp4", audio(tone(1))),
            JobOptions(audio_track=1),
            ErrorCode.NO_SUCH_TRACK,
        ),
        (
            lambda d: write_clip(d / "a.mp4", audio(tone(1))),
            JobOptions(language="xx"),
            ErrorCode.LANGUAGE_UNKNOWN,
        ),
    ],
)
def test_failures(
    tmp_path: Path,
    tools: Tools,
    workspace: Workspace,
    make: object,
    options: JobOptions,
    code: ErrorCode,
) -> None:
    assert failure_code(ran(Job.new(make(tmp_path), options), tools, workspace)) is code


def test_a_file_that_vanishes_after_the_first_look(
    tmp_path: Path, tools: Tools, workspace: Workspace
) -> None:
    path = write_clip(tmp_path / "a.mp4", audio(tone(1)))
    events: list[Event] = []
    for event in run(Job.new(path), tools, workspace):
        events.append(event)
        if isinstance(event, Probed):
            path.unlink()
    assert failure_code(events) is ErrorCode.FILE_VANISHED


def test_a_full_disk(tmp_path: Path, tools: Tools, workspace: Workspace) -> None:
    job = Job.new(write_clip(tmp_path / "a.wav", audio(tone(60), codec="pcm_s16le")))
    workspace.audio(job.id).with_suffix(".part").symlink_to("/dev/full")
    assert failure_code(ran(job, tools, workspace)) is ErrorCode.DISK_FULL


def test_a_model_of_ones_own_that_is_broken(
    tmp_path: Path, tools: Tools, workspace: Workspace
) -> None:
    path = write_clip(tmp_path / "a.mp4", audio(tone(1)))
    (tmp_path / "mine").mkdir()
    options = JobOptions(speech_model=str(tmp_path / "mine"))
    assert failure_code(ran(Job.new(path, options), tools, workspace)) is ErrorCode.MODEL_BROKEN


class Falling:
    """Tools that break in the hand."""

    def __init__(self, error: BaseException) -> None:
        self._error = error

    def check(self, options: JobOptions) -> None:
        pass

    def speech_model_for(self, samples: Samples, options: JobOptions) -> None:
        raise self._error


@pytest.mark.parametrize(
    ("error", "code", "named"),
    [
        (ZeroDivisionError("at the far end"), ErrorCode.INTERNAL, {"name": "a.mp4"}),
        (MemoryError(), ErrorCode.OUT_OF_MEMORY, {"name": "a.mp4"}),
        (
            ModuleNotFoundError("No module named 'ctranslate2'", name="ctranslate2"),
            ErrorCode.MISSING_LIBRARY,
            {"library": "ctranslate2"},
        ),
        (
            ImportError("libcudnn.so.9: cannot open shared object file"),
            ErrorCode.MISSING_LIBRARY,
            {"library": "libcudnn.so.9: cannot open shared object file"},
        ),
    ],
    ids=["internal", "memory", "module", "library"],
)
def test_what_nobody_expected(
    tmp_path: Path,
    workspace: Workspace,
    error: Exception,
    code: ErrorCode,
    named: dict[str, str],
) -> None:
    path = write_clip(tmp_path / "a.mp4", audio(tone(1)))
    events = ran(Job.new(path), Falling(error), workspace)  # type: ignore[arg-type]
    assert failure_code(events) is code
    failure = events[-1].failure
    assert failure.values == named
    if code is not ErrorCode.OUT_OF_MEMORY:
        assert failure.detail.startswith("Traceback")
        assert str(error) in failure.detail


# one video, as a plain call


@pytest.mark.slow
def test_summarize_video(speech_clip: Path, places: Places) -> None:
    told: list[Progress] = []
    summary = summarize_video(speech_clip, on_progress=told.append, places=places)
    assert summary.title == "The pull of the moon"
    assert [told[0].overall, told[-1].overall] == [0, 100]
    assert all(a.overall <= b.overall for a, b in pairwise(told))
    assert list((places.cache / "audio").iterdir()) == []


def test_summarize_video_in_the_default_places(tmp_path: Path, places: Places) -> None:
    shutil.rmtree(places.cache)
    path = write_clip(tmp_path / "a.mp4", audio(silence(1)))
    assert summarize_video(path, JobOptions(language="en")).paragraphs == ()


def test_summarize_video_that_fails(tmp_path: Path, places: Places) -> None:
    with pytest.raises(PipelineError) as caught:
        summarize_video(tmp_path / "missing.mp4", places=places)
    assert caught.value.failure.code is ErrorCode.FILE_NOT_FOUND


def test_a_callback_that_raises_ends_the_run(tmp_path: Path, places: Places) -> None:
    def stop(_: Progress) -> None:
        raise KeyboardInterrupt

    path = write_clip(tmp_path / "a.mp4", audio(silence(1)))
    with pytest.raises(KeyboardInterrupt):
        summarize_video(path, on_progress=stop, places=places)


# the models of one job and the next


def test_models_stay_in_memory(tools: Tools) -> None:
    assert tools.speech_model(JobOptions()) is tools.speech_model(JobOptions(language="de"))
    assert tools.encoder(JobOptions()) is tools.encoder(JobOptions(language="de"))


def test_another_choice_loads_another_model(models_dir: Path) -> None:
    tools = Tools(models_dir)
    first = tools.speech_model(JobOptions())
    assert tools.speech_model(JobOptions(threads=1)) is not first


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("board-meeting_3.mp4", "Board meeting 3"),
        ("深海.mp4", "深海"),
        ("a.b.c.mkv", "A b c"),
        ("___.mp4", "___.mp4"),
        ("élan vital.mov", "Élan vital"),
        ("talk", "Talk"),
    ],
)
def test_titles_from_names(name: str, title: str) -> None:
    assert readable_title(Path("/videos") / name) == title


# interrupted


def part_of(job: Job, tools: Tools, workspace: Workspace, passages: int) -> SoFar:
    """What a run has told when it is interrupted after so many passages."""
    segments: list[Segment] = []
    language = ""
    with closing(run(job, tools, workspace)) as events:
        for event in events:
            match event:
                case Heard():
                    language = event.language
                case Transcribed():
                    segments += event.segments
                    passages -= 1
                    if not passages:
                        assert event.reached
                        return SoFar(tuple(segments), language, event.reached)
    raise AssertionError("there are not so many passages")


@pytest.mark.slow
def test_an_interrupted_run_goes_on_word_for_word(tools: Tools, workspace: Workspace) -> None:
    job = Job.new(resource("sample", "sample.mp4"), JobOptions(summarizer=EXTRACTIVE))
    whole = ran(job, tools, workspace)
    said = [s for event in whole if isinstance(event, Transcribed) for s in event.segments]
    count = sum(isinstance(event, Transcribed) for event in whole)
    for passages in (1, count // 2, count - 1, count):
        so_far = part_of(job, tools, workspace, passages)
        assert leftovers(job, workspace) == [f"{job.id}.json", f"{job.id}.pcm"]
        later = list(run(job, tools, workspace, None, so_far))
        assert leftovers(job, workspace) == []
        rest = [s for event in later if isinstance(event, Transcribed) for s in event.segments]
        assert [*so_far.segments, *rest] == said
        assert not any(isinstance(event, Heard | Rewound) for event in later)
        assert replace(later[-1], at=NOON) == replace(whole[-1], at=NOON)


def test_what_is_transcribed_of_another_recording_is_of_no_use(
    speech_clip: Path, tools: Tools, workspace: Workspace
) -> None:
    job = Job.new(speech_clip, JobOptions(summarizer=EXTRACTIVE))
    stranger = SoFar((Segment(0.0, 1.0, "Nodules."),), "de", Reached(1.0, 0, (1, 2, 0)))
    events = list(run(job, tools, workspace, None, stranger))
    kinds = [type(event) for event in events if not isinstance(event, Progressed)]
    assert kinds[:4] == [Probed, Rewound, Heard, Transcribed]
    assert isinstance(events[-1], Finished)
    assert events[-1].summary.language == "en"
    assert "Nodules" not in str(events[-1].summary)


def test_a_part_of_a_talk_is_summarised_and_says_so(
    speech_clip: Path, tools: Tools, workspace: Workspace
) -> None:
    options = JobOptions(summarizer=EXTRACTIVE, until_s=5.0)
    events = ran(Job.new(speech_clip, options), tools, workspace)
    segments = [s for event in events if isinstance(event, Transcribed) for s in event.segments]
    assert 0 < max(segment.end for segment in segments) <= 5.0
    notices = {notice.code: notice.sentence for notice in events[-1].summary.notices}
    assert notices[NoticeCode.PART].startswith("Only the first 0:05 of 0:")

"""Real speech from the sample, and the real models, loaded once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from clips import RATE, audio, write_clip
from talks import Said, Talk

from svs_desktop.paths import Places, resource
from svs_desktop.pipeline.audio import extract_audio
from svs_desktop.pipeline.encoder import SentenceEncoder
from svs_desktop.pipeline.run import Tools
from svs_desktop.pipeline.transcribe import SpeechModel
from svs_desktop.pipeline.workspace import Workspace


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Talk:
    """The talk that comes with the program."""
    target = tmp_path_factory.mktemp("sample") / "sample.pcm"
    *_, extracted = extract_audio(resource("sample", "sample.mp4"), 0, target)
    parts = json.loads(resource("sample", "timings.json").read_text())["parts"]
    said = tuple(Said(s["start"], s["end"], s["text"]) for p in parts for s in p["sentences"])
    return Talk(extracted.samples(), said)


@pytest.fixture(scope="session")
def short_talk(sample: Talk) -> Talk:
    """Three sentences, some twelve seconds."""
    return sample.part(2, 4)


@pytest.fixture(scope="session")
def speech_clip(short_talk: Talk, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A video in which the three sentences are spoken."""
    path = tmp_path_factory.mktemp("speech") / "the-pull_of the moon.mp4"
    return write_clip(path, audio(short_talk.samples), video_s=len(short_talk.samples) / RATE)


@pytest.fixture(scope="session")
def tools(models_dir: Path) -> Tools:
    return Tools(models_dir)


@pytest.fixture(scope="session")
def speech_model(models_dir: Path) -> SpeechModel:
    return SpeechModel(models_dir / "base")


@pytest.fixture(scope="session")
def encoder(models_dir: Path) -> SentenceEncoder:
    return SentenceEncoder(models_dir / "minilm")


@pytest.fixture
def workspace(places: Places) -> Workspace:
    return Workspace(places.cache)

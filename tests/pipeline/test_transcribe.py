"""The words of real speech, by the real model."""

from __future__ import annotations

from pathlib import Path

import ctranslate2
import jiwer
import numpy as np
import pytest
from clips import RATE, noise, silence
from msgspec.structs import replace
from spoiled import spoiled
from talks import Talk, bare_words, check_times

from svs_desktop.pipeline import reading, transcribe
from svs_desktop.pipeline.errors import ErrorCode, PipelineError
from svs_desktop.pipeline.events import Heard
from svs_desktop.pipeline.transcribe import Passage, SpeechModel, Wanted


def heard(model: SpeechModel, samples: np.ndarray, language: str) -> tuple[Heard, list[Passage]]:
    language_heard, *passages = model.transcribe(samples, Wanted(language))
    assert isinstance(language_heard, Heard)
    assert all(isinstance(passage, Passage) for passage in passages)
    return language_heard, passages


def test_the_words_and_their_times(speech_model: SpeechModel, short_talk: Talk) -> None:
    language, passages = heard(speech_model, short_talk.samples, "auto")
    segments = [segment for passage in passages for segment in passage.segments]
    text = " ".join(segment.text for segment in segments)
    assert language.language == "en"
    assert 0.5 < language.probability <= 1
    assert jiwer.wer(bare_words(short_talk.text), bare_words(text)) < 0.2
    check_times(segments, len(short_talk.samples) / RATE)
    assert [s.start for s in segments] == pytest.approx(
        [said.start for said in short_talk.said], abs=0.4
    )


@pytest.mark.slow
def test_windows_that_are_read_together(
    speech_model: SpeechModel, sample: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, after = sample.part(0, 3), sample.part(5, 6)
    samples = np.concatenate([silence(10), before.samples, silence(60), after.samples])
    monkeypatch.setattr(transcribe, "_STEPS", 1)
    monkeypatch.setattr(speech_model, "_place", replace(speech_model._place, batch=2))
    _, (passage,) = heard(speech_model, samples, "en")
    starts = [10 + said.start for said in before.said]
    later = 70 + len(before.samples) / RATE
    starts += [later + said.start for said in after.said]
    assert [segment.start for segment in passage.segments] == pytest.approx(starts, abs=0.5)
    check_times(list(passage.segments), len(samples) / RATE)
    assert passage.end_s == pytest.approx(len(samples) / RATE, abs=0.7)


@pytest.mark.slow
def test_text_that_goes_round_in_circles_is_read_again(
    speech_model: SpeechModel, sample: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = sample.part(0, 6)
    monkeypatch.setattr(reading, "_REPETITIVE", 0.0)
    monkeypatch.setattr(transcribe, "_STEPS", 1)
    _, passages = heard(speech_model, part.samples, "en")
    segments = [segment for passage in passages for segment in passage.segments]
    check_times(segments, len(part.samples) / RATE)
    text = " ".join(segment.text for segment in segments)
    assert jiwer.wer(bare_words(part.text), bare_words(text)) < 0.2
    assert segments[0].start == pytest.approx(part.said[0].start, abs=0.5)
    assert segments[-1].end == pytest.approx(part.said[-1].end, abs=0.5)


@pytest.mark.parametrize("samples", [silence(0), silence(40), noise(10)])
def test_no_speech_gives_nothing(speech_model: SpeechModel, samples: np.ndarray) -> None:
    assert list(speech_model.transcribe(samples)) == []


def test_a_given_language_is_taken(speech_model: SpeechModel, short_talk: Talk) -> None:
    first = next(speech_model.transcribe(short_talk.samples, Wanted("de")))
    assert first == Heard("de", 1.0)


def test_languages(speech_model: SpeechModel) -> None:
    for language in ("auto", "en", "de", "zh", "ja"):
        speech_model.check_language(language)
    for language in ("xx", "", "english", "EN"):
        with pytest.raises(PipelineError) as caught:
            speech_model.check_language(language)
        assert caught.value.failure.code is ErrorCode.LANGUAGE_UNKNOWN


# models that cannot be loaded


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("model.bin", None),
        ("model.bin", b""),
        ("model.bin", b"garbage" * 100),
        ("config.json", b"garbage"),
        ("tokenizer.json", None),
        ("tokenizer.json", b"garbage"),
        ("vocabulary.txt", None),
    ],
)
def test_a_broken_model(models_dir: Path, tmp_path: Path, name: str, content: bytes | None) -> None:
    folder = spoiled(models_dir / "base", tmp_path / "mine", name, content)
    with pytest.raises(PipelineError) as caught:
        SpeechModel(folder)
    failure = caught.value.failure
    assert failure.code is ErrorCode.MODEL_BROKEN
    assert failure.values["model"] == "mine"
    assert failure.values["reason"]
    assert ".." not in failure.sentence


def test_an_empty_folder_is_no_model(tmp_path: Path) -> None:
    with pytest.raises(PipelineError) as caught:
        SpeechModel(tmp_path)
    assert caught.value.failure.code is ErrorCode.MODEL_BROKEN


def test_a_graphics_card_that_cannot_be_used(
    models_dir: Path, short_talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    if ctranslate2.get_cuda_device_count():
        pytest.skip("the graphics card of this computer can be used")
    monkeypatch.setattr(ctranslate2, "get_cuda_device_count", lambda: 1)
    model = SpeechModel(models_dir / "base")
    assert model.device == "cpu"
    assert model.fallback_reason
    with pytest.raises(PipelineError) as caught:
        SpeechModel(models_dir / "base", device="cuda")
    assert caught.value.failure.code is ErrorCode.MODEL_BROKEN

"""Recordings that make programs invent, repeat, lose or misplace words. Real sound, real model."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import av
import jiwer
import numpy as np
import pytest
from av.stream import Disposition
from clips import RATE, Audio, Sound, audio, claim_duration, noise, silence, write_clip
from talks import Talk, bare_words, check_times

from svs_desktop.pipeline.audio import extract_audio
from svs_desktop.pipeline.events import Event, Finished, Transcribed
from svs_desktop.pipeline.job import EXTRACTIVE, Job, JobOptions
from svs_desktop.pipeline.run import Tools, run
from svs_desktop.pipeline.transcribe import Passage, SpeechModel, Wanted
from svs_desktop.pipeline.transcript import Segment
from svs_desktop.pipeline.workspace import Workspace

ENGLISH = Wanted("en")


def segments_of(model: SpeechModel, samples: Sound, wanted: Wanted = ENGLISH) -> list[Segment]:
    found = [p for p in model.transcribe(samples, wanted) if isinstance(p, Passage)]
    segments = [segment for passage in found for segment in passage.segments]
    check_times(segments, len(samples) / RATE)
    return segments


def text_of(segments: list[Segment]) -> str:
    return bare_words(" ".join(segment.text for segment in segments))


def wrong_words(talk: Talk, segments: list[Segment]) -> float:
    return float(jiwer.wer(bare_words(talk.text), text_of(segments)))


def music(seconds: float) -> Sound:
    """Plucked chords with a melody over them."""
    step = RATE // 2
    found = np.zeros(round(seconds * RATE))
    chance = np.random.default_rng(4)
    for begin in range(0, len(found), step):
        times = np.arange(min(step, len(found) - begin)) / RATE
        for key in (45, 57, 60, 64, chance.choice([69, 71, 72, 76])):
            tone = 440 * 2 ** ((int(key) - 69) / 12)
            parts = sum(np.sin(2 * np.pi * tone * n * times) / n for n in range(1, 6))
            found[begin : begin + len(times)] += parts * np.exp(-3 * times) * 1500
    return found.clip(-32_768, 32_767).astype(np.int16)


# where nobody speaks


@pytest.mark.slow
@pytest.mark.parametrize(
    "sound",
    [silence(600), noise(60), music(60), (noise(60) // 100).astype(np.int16)],
    ids=["silence", "noise", "music", "hiss"],
)
@pytest.mark.parametrize("quality", ["fast", "accurate"])
def test_nothing_is_invented(speech_model: SpeechModel, sound: Sound, quality: str) -> None:
    assert segments_of(speech_model, sound, Wanted(quality=quality)) == []


@pytest.mark.slow
def test_words_are_as_before_around_a_long_silence(speech_model: SpeechModel, sample: Talk) -> None:
    before, after = sample.part(0, 2), sample.part(3, 5)
    samples = np.concatenate([before.samples, silence(1200), after.samples])
    segments = segments_of(speech_model, samples)
    whole = Talk(samples, before.said + after.said)
    assert wrong_words(whole, segments) < 0.2
    later = len(before.samples) / RATE + 1200
    assert not any(len(before.samples) / RATE < s.start < later for s in segments)
    assert next(s.start for s in segments if s.start >= later) == pytest.approx(
        later + after.said[0].start, abs=0.5
    )


@pytest.mark.slow
def test_speech_over_music(speech_model: SpeechModel, short_talk: Talk) -> None:
    alone = music(20)
    under = music(len(short_talk.samples) / RATE)[: len(short_talk.samples)] // 3
    samples = np.concatenate([alone, short_talk.samples + under, alone])
    segments = segments_of(speech_model, samples)
    assert wrong_words(short_talk, segments) < 0.2
    assert segments[0].start > 19
    assert segments[-1].end < 21 + len(short_talk.samples) / RATE


# what makes models go round in circles


@pytest.mark.slow
@pytest.mark.parametrize("quality", ["fast", "balanced", "accurate"])
def test_a_record_that_sticks(speech_model: SpeechModel, sample: Talk, quality: str) -> None:
    said = sample.part(0, 0)
    stuck = said.samples[RATE : RATE + RATE // 3]
    samples = np.concatenate([said.samples, *[stuck] * 75, silence(1), sample.part(2, 2).samples])
    segments = segments_of(speech_model, samples, Wanted("en", quality))
    words = text_of(segments).split()
    assert Counter(zip(words, words[1:], words[2:], strict=False)).most_common(1)[0][1] < 20
    assert set(bare_words(sample.said[2].text).split()[-6:-1]) <= set(words[-8:])


# little speech, and late


def a_second(sample: Talk) -> Sound:
    """The first words of the sample, cut off after a second."""
    onset = round(sample.said[0].start * RATE)
    return np.array(sample.samples[onset : onset + RATE])


def test_a_second_of_speech(speech_model: SpeechModel, sample: Talk) -> None:
    segments = segments_of(speech_model, a_second(sample))
    assert text_of(segments).split()[:2] == bare_words(sample.said[0].text).split()[:2]
    assert len(text_of(segments).split()) <= 5


@pytest.mark.slow
def test_speech_that_starts_at_the_last_second(speech_model: SpeechModel, sample: Talk) -> None:
    segments = segments_of(speech_model, np.concatenate([silence(59), a_second(sample)]))
    assert text_of(segments).split()[:2] == bare_words(sample.said[0].text).split()[:2]
    assert segments[0].start > 58.5


# files that are not as files should be


@pytest.fixture
def heard(tools: Tools, workspace: Workspace):
    """The segments that a whole run has of a file."""

    def of(path: Path, **options: object) -> list[Segment]:
        asked = JobOptions(summarizer=EXTRACTIVE, language="en", **options)
        events: list[Event] = list(run(Job.new(path, asked), tools, workspace))
        assert isinstance(events[-1], Finished), events[-1]
        segments = [s for e in events if isinstance(e, Transcribed) for s in e.segments]
        check_times(segments, events[-1].summary.duration_s)
        assert list(workspace.audio("x").parent.iterdir()) == []
        return segments

    return of


@pytest.mark.slow
def test_an_interview_with_a_quiet_microphone(tmp_path: Path, sample: Talk, heard) -> None:
    near, far = sample.part(0, 0), sample.part(2, 2)
    pause = silence(1)
    left = np.concatenate([near.samples, pause, silence(len(far.samples) / RATE), pause])
    right = np.concatenate([silence(len(near.samples) / RATE), pause, far.samples // 60, pause])
    length = min(len(left), len(right))
    hiss = noise(length / RATE)[:length] // 1500
    both = np.stack([np.tile(left[:length] + hiss, 2), np.tile(right[:length] + hiss, 2)])
    path = write_clip(tmp_path / "talk.flac", audio(both, codec="flac", layout="stereo"))
    talk = Talk(both[0], (near.said + far.said) * 2)
    assert wrong_words(talk, heard(path)) < 0.2


@pytest.mark.slow
def test_channels_that_are_each_others_mirror(tmp_path: Path, short_talk: Talk, heard) -> None:
    both = np.stack([short_talk.samples, -short_talk.samples])
    path = write_clip(tmp_path / "talk.flac", audio(both, codec="flac", layout="stereo"))
    assert wrong_words(short_talk, heard(path)) < 0.2


@pytest.mark.slow
def test_three_audio_tracks(tmp_path: Path, sample: Talk, heard) -> None:
    talks = [sample.part(n, n) for n in (0, 2, 4)]
    tracks = [audio(talk.samples) for talk in talks]
    tracks[1] = audio(talks[1].samples, disposition=Disposition.default)
    path = write_clip(tmp_path / "talk.mkv", *tracks, video_s=3)
    assert wrong_words(talks[1], heard(path)) < 0.2
    for number, talk in enumerate(talks):
        assert wrong_words(talk, heard(path, audio_track=number)) < 0.2


@pytest.mark.slow
@pytest.mark.parametrize("rate", [8_000, 96_000])
def test_rates_from_the_telephone_to_the_studio(
    tmp_path: Path, short_talk: Talk, heard, rate: int
) -> None:
    times = np.arange(0, len(short_talk.samples) / RATE, 1 / rate)
    sound = np.interp(times, np.arange(len(short_talk.samples)) / RATE, short_talk.samples)
    track = audio(sound.astype(np.int16), rate=rate, codec="pcm_s16le")
    assert wrong_words(short_talk, heard(write_clip(tmp_path / "talk.wav", track))) < 0.3


@pytest.mark.slow
@pytest.mark.parametrize("claimed", [2.0, 5000.0])
def test_a_header_with_a_wrong_duration(
    tmp_path: Path, short_talk: Talk, heard, claimed: float
) -> None:
    path = write_clip(tmp_path / "talk.mkv", audio(short_talk.samples), video_s=3)
    assert wrong_words(short_talk, heard(claim_duration(path, claimed))) < 0.2


@pytest.mark.slow
def test_a_gap_in_the_time_stamps(tmp_path: Path, sample: Talk, heard) -> None:
    first, second = sample.part(0, 0), sample.part(2, 2)
    begin = len(first.samples) / RATE + 40
    track = Audio([(0.0, first.samples), (begin, second.samples)])
    segments = heard(write_clip(tmp_path / "talk.mkv", track))
    assert wrong_words(Talk(first.samples, first.said + second.said), segments) < 0.2
    later = next(s for s in segments if s.start > len(first.samples) / RATE)
    assert later.start == pytest.approx(begin + second.said[0].start, abs=0.5)


@pytest.mark.slow
def test_a_variable_frame_rate(tmp_path: Path, short_talk: Talk, heard) -> None:
    path = write_clip(tmp_path / "even.mkv", audio(short_talk.samples), video_s=10)
    uneven = tmp_path / "uneven.mkv"
    with av.open(str(path)) as source, av.open(str(uneven), "w") as target:
        streams = {s.index: target.add_stream_from_template(s) for s in source.streams}
        for packet in source.demux():
            if packet.dts is None:
                continue
            if packet.stream.type == "video":  # later and later, as a phone in the dark has it
                shift = (float(packet.pts * packet.time_base) / 10) ** 2
                packet.pts += round(shift / packet.time_base)
                packet.dts = packet.pts
            packet.stream = streams[packet.stream.index]
            target.mux(packet)
    segments = heard(uneven)
    assert wrong_words(short_talk, segments) < 0.2
    assert segments[0].start == pytest.approx(short_talk.said[0].start, abs=0.5)


@pytest.mark.slow
def test_names_are_written_as_the_glossary_has_them(
    tmp_path: Path, short_talk: Talk, heard
) -> None:
    path = write_clip(tmp_path / "talk.mkv", audio(short_talk.samples))
    assert "the moon" in _as_written(heard(path))

    (tmp_path / "glossary.txt").write_text("the Moon, Newton # a man\n", "utf-8")
    with_glossary = heard(path)
    assert "the Moon" in _as_written(with_glossary)
    assert "the moon" not in _as_written(with_glossary)
    assert "Newton" not in _as_written(with_glossary)
    assert wrong_words(short_talk, with_glossary) < 0.2


def _as_written(segments: Sequence[Segment]) -> str:
    return " ".join(segment.text for segment in segments)


# several languages

# Synthetic German is English to the model, so this needs people: SVS_TEST_MEDIA names a folder with
# multilingual.mp3 of SYSTRAN/faster-whisper's tests, a licence in English and then in German.
PEOPLE = Path(os.environ.get("SVS_TEST_MEDIA", "")) / "multilingual.mp3"


@pytest.mark.slow
@pytest.mark.skipif(not PEOPLE.is_file(), reason="SVS_TEST_MEDIA names no folder with it")
def test_two_languages_in_one_recording(speech_model: SpeechModel, tmp_path: Path) -> None:
    *_, said = extract_audio(PEOPLE, 0, tmp_path / "said.pcm")
    text = text_of(segments_of(speech_model, np.array(said.samples()), Wanted()))
    assert text.startswith("permission is hereby granted free of charge to any person obtaining")
    assert "subject to the following conditions the above copyright notice" in text
    assert "die genehmigung erteilt mit der software" in text
    assert "zu modifizieren" in text

"""Key sentences: from all of the talk, however long, each with its moment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from spoiled import spoiled

from svs_desktop.pipeline.encoder import SentenceEncoder, Vectors
from svs_desktop.pipeline.errors import ErrorCode, PipelineError
from svs_desktop.pipeline.key_sentences import KeySentences, find_key_sentences
from svs_desktop.pipeline.sentences import Spoken
from svs_desktop.pipeline.talk import Talk, read

TOPICS = ("nodules", "volcanoes", "fishing", "treaties", "robots", "currents")


class Sketch:
    """Stands for the encoder where thousands of sentences would take it minutes.

    A sentence's vector is the sum of one for each of its words.
    """

    def __init__(self) -> None:
        self.calls: list[int] = []

    def encode(self, sentences: Sequence[str]) -> Iterator[tuple[slice, Vectors]]:
        for start in range(0, len(sentences), 32):
            batch = sentences[start : start + 32]
            self.calls.append(len(batch))
            yield slice(start, start + len(batch)), np.stack([self._vector(s) for s in batch])

    def _vector(self, sentence: str) -> Vectors:
        vector = np.zeros(64, np.float32)
        for word in sentence.split():
            vector[sum(word.encode()) % 64] += 1
        return vector / np.linalg.norm(vector)


def talk(count: int, seconds_each: float = 5.0) -> list[Spoken]:
    """Sentences about one thing after another."""
    return [
        Spoken(
            f"Sentence number {i} tells of {TOPICS[i * len(TOPICS) // count]} and {i * 37 % 91}.",
            i * seconds_each,
            (i + 1) * seconds_each,
            (i,),
        )
        for i in range(count)
    ]


def summarized(spoken: Sequence[Spoken], encoder: object) -> KeySentences:
    *fractions, talk = read(spoken, encoder)  # type: ignore[arg-type]
    assert isinstance(talk, Talk)
    assert all(0 < a <= b <= 1 for a, b in pairwise([*fractions, 1.0]))
    return find_key_sentences(talk)


def check_evidence(key: KeySentences, spoken: Sequence[Spoken]) -> None:
    said = {sentence.text: sentence for sentence in spoken}
    points = [(point.text, point.evidence) for point in key.key_points]
    lead = [
        (sentence.text, evidence) for sentence in key.paragraph for evidence in sentence.evidence
    ]
    assert len(lead) == len(key.paragraph)
    for text, evidence in points + lead:
        source = said[text]
        assert (evidence.start, evidence.end) == (source.start, source.end)
        assert evidence.segments == source.segments
    for chosen in (points, lead):
        assert all(a[1].start < b[1].start for a, b in pairwise(chosen))
    texts = [text for text, _ in points + lead]
    assert len(texts) == len(set(texts))


def test_ten_hours() -> None:
    spoken, encoder = talk(7200), Sketch()
    key = summarized(spoken, encoder)
    assert sum(encoder.calls) == 7200
    assert len(key.key_points) == 20
    assert len(key.paragraph) == 10
    check_evidence(key, spoken)
    for chosen in ([p.start for p in key.key_points], [s.evidence[0].start for s in key.paragraph]):
        longest = 36_000 / len(chosen) * 2
        assert all(b - a <= longest for a, b in pairwise([0.0, *chosen, 36_000.0]))
    for topic in TOPICS:
        assert any(topic in point.text for point in key.key_points)


def test_the_budget_grows_with_the_talk() -> None:
    counts = [len(summarized(talk(n), Sketch()).key_points) for n in (10, 40, 160, 640, 2560)]
    assert all(a <= b for a, b in pairwise(counts))
    assert counts[0] < counts[2] <= counts[-1] == 20


@pytest.mark.parametrize("count", [1, 2, 3])
def test_very_short_talks(encoder: SentenceEncoder, count: int) -> None:
    spoken = talk(count)
    key = summarized(spoken, encoder)
    check_evidence(key, spoken)
    assert len(key.paragraph) >= 1
    assert len(key.paragraph) + len(key.key_points) <= count


def test_sentences_too_short_to_say_something(encoder: SentenceEncoder) -> None:
    spoken = [Spoken(text, i, i + 1, (i,)) for i, text in enumerate(["Yes.", "No.", "Well."])]
    assert len(summarized(spoken, encoder).paragraph) == 1


def test_a_greeting_is_no_key_sentence(encoder: SentenceEncoder) -> None:
    texts = [
        "Hello.",
        "The tides are caused by the gravity of the moon and of the sun.",
        "Okay.",
        "Twice a month the sun and the moon pull together and the tides are high.",
        "Thanks.",
    ]
    spoken = [Spoken(text, i, i + 1, (i,)) for i, text in enumerate(texts)]
    key = summarized(spoken, encoder)
    chosen = {s.text for s in key.paragraph} | {p.text for p in key.key_points}
    assert chosen == {texts[1], texts[3]}


def test_a_refrain_is_told_once() -> None:
    refrain = "As I always say, the sea gives and the sea takes away"
    words = np.random.default_rng(2).integers(1000, 9999, size=(200, 8)).tolist()
    spoken = [
        Spoken(
            " ".join(map(str, words[i])) if i % 4 else refrain + ".!"[i % 8 // 4], i, i + 1, (i,)
        )
        for i in range(200)
    ]
    key = summarized(spoken, Sketch())
    texts = [*(point.text for point in key.key_points), *(s.text for s in key.paragraph)]
    assert len(texts) > 10
    assert len([text for text in texts if text.startswith(refrain)]) == 1


def test_one_sentence_all_the_time(encoder: SentenceEncoder) -> None:
    text = "Thank you all for watching this video."
    spoken = [Spoken(text, i, i + 1, (i,)) for i in range(100)]
    key = summarized(spoken, encoder)
    assert [sentence.text for sentence in key.paragraph] == [text]
    assert key.key_points == ()


def test_a_script_without_spaces(encoder: SentenceEncoder) -> None:
    subjects = (
        "月亮的引力造成海洋的潮汐现象",
        "渔民根据潮汐的时间安排出海",
        "海底的矿物生长得非常缓慢",
    )
    spoken = [
        Spoken(f"第{i}句话说的是{subjects[i * 3 // 30]}。", i * 5.0, i * 5.0 + 5, (i,))
        for i in range(30)
    ]
    key = summarized(spoken, encoder)
    check_evidence(key, spoken)
    assert len(key.key_points) >= 3
    chosen = [*(point.text for point in key.key_points), *(s.text for s in key.paragraph)]
    for subject in subjects:
        assert any(subject in text for text in chosen)


# the encoder


def test_vectors_of_meaning(encoder: SentenceEncoder) -> None:
    sentences = [
        "The moon causes the tides.",
        "Tides come from the gravity of the moon.",
        "My brother bought a red bicycle.",
        "",
        "x " * 2000,
    ] * 8
    parts = list(encoder.encode(sentences))
    assert [where for where, _ in parts] == [slice(0, 32), slice(32, 40)]
    vectors = np.concatenate([vectors for _, vectors in parts])
    assert vectors.shape == (40, 384)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, rtol=1e-4)
    assert vectors[0] @ vectors[1] > 0.6
    assert vectors[0] @ vectors[2] < 0.3
    np.testing.assert_allclose(vectors[0], vectors[35], atol=1e-4)


def test_nothing_to_encode(encoder: SentenceEncoder) -> None:
    assert list(encoder.encode([])) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("model.safetensors", None),
        ("model.safetensors", b""),
        ("model.safetensors", b"garbage" * 100),
        ("config.json", None),
        ("config.json", b"garbage"),
        ("tokenizer.json", b"garbage"),
    ],
)
def test_a_broken_encoder(
    models_dir: Path, tmp_path: Path, name: str, content: bytes | None
) -> None:
    folder = spoiled(models_dir / "minilm", tmp_path / "mine", name, content)
    with pytest.raises(PipelineError) as caught:
        SentenceEncoder(folder)
    failure = caught.value.failure
    assert failure.code is ErrorCode.MODEL_BROKEN
    assert failure.values["reason"]

"""The vectors of sentences, against those of the same weights in torch."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from spoiled import spoiled
from talks import Talk

from svs_desktop.pipeline.encoder import SentenceEncoder, Vectors
from svs_desktop.pipeline.errors import ErrorCode, PipelineError
from svs_desktop.pipeline.ranking import lexrank

# These have few tokens, or few that differ: rounding errors do not cancel each other out.
FAINT = (
    "",
    " ",
    "?",
    "No.",
    "Um, okay.",
    "Yeah, yeah, yeah, yeah, yeah.",
    "달의 중력이 조수를 일으킨다.",
    "word" * 500,
)
SENTENCES = (
    *FAINT,
    "The moon causes the tides.",
    "Tides come from the gravity of the moon.",
    "My brother bought a red bicycle.",
    "So, the budget for the third quarter is 4,250,000 euros, up 12.5 % from last year.",
    "Call me at +44 20 7946 0958, or write to someone@example.org!",
    "https://example.org/a/very/long/path?with=a&query=string#and-a-fragment",
    "def encode(self, sentences): return [self.model(s) for s in sentences]",
    "WHY ARE WE SHOUTING AT EACH OTHER?",
    "I said — “don't!” — and he went on… naïvely, as at a café in Zürich.",
    "Wir müssen die Straße überqueren, bevor die Ampel rot wird.",
    "Je ne sais pas ce qu'il voulait dire par là.",
    "Он пришёл домой поздно вечером.",
    "月の重力が海の水を引き寄せます。",
    "人工智能正在改变我们的工作方式。",
    "قمر الأرض يسبب المد والجزر.",
    "🚀🚀🚀 to the moon 😀",
    "a\x00b\tc\nd\u200be\ufffdf",
    "[CLS] [SEP] [PAD] [MASK] are words of the model itself.",
    "antidisestablishmentarianism pneumonoultramicroscopicsilicovolcanoconiosis",
    "1 2 3 4 5 6 7 8 9 10",
    "x " * 2000,
    "月" * 1000,
    " ".join(f"This is clause number {number}." for number in range(60)),
)

USE_IT = """
import sys
from pathlib import Path
from svs_desktop.pipeline.encoder import SentenceEncoder

((_, vectors),) = SentenceEncoder(Path(sys.argv[1])).encode(["The moon causes the tides."])
assert vectors.shape == (1, 384)
print(sorted({"torch", "transformers"} & set(sys.modules)))
"""


def vectors_of(encoder: SentenceEncoder, sentences: list[str]) -> Vectors:
    return np.concatenate([vectors for _, vectors in encoder.encode(sentences)])


@pytest.fixture(scope="module")
def in_torch(models_dir: Path) -> Callable[[list[str]], Vectors]:
    """Encodes each sentence by itself, with the weights as they are."""
    import torch
    from transformers import AutoModel, AutoTokenizer
    from transformers.utils import logging

    logging.disable_progress_bar()
    tokenizer = AutoTokenizer.from_pretrained(models_dir / "minilm")
    model = AutoModel.from_pretrained(models_dir / "minilm").eval()

    @torch.inference_mode()
    def encode(sentences: list[str]) -> Vectors:
        vectors = []
        for sentence in sentences:
            tokens = tokenizer(sentence, truncation=True, max_length=128, return_tensors="pt")
            vectors.append(model(**tokens).last_hidden_state[0].mean(0).numpy())
        found = np.stack(vectors)
        return found / np.linalg.norm(found, axis=1, keepdims=True)

    return encode


@pytest.mark.slow
def test_close_to_the_weights_as_they_are(
    encoder: SentenceEncoder, in_torch: Callable[[list[str]], Vectors], sample: Talk
) -> None:
    sentences = [*SENTENCES, *(said.text for said in sample.said)]
    found = vectors_of(encoder, sentences)
    assert found.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1, rtol=1e-5)
    cosines = (found * in_torch(sentences)).sum(axis=1)
    for sentence, cosine in zip(sentences, cosines, strict=True):
        assert cosine > (0.97 if sentence in FAINT else 0.99), sentence
    assert cosines[len(SENTENCES) :].mean() > 0.996  # of a talk's sentences


@pytest.mark.slow
def test_the_same_sentences_carry_a_talk(
    encoder: SentenceEncoder, in_torch: Callable[[list[str]], Vectors], sample: Talk
) -> None:
    sentences = [said.text for said in sample.said]
    found, expected = lexrank(vectors_of(encoder, sentences)), lexrank(in_torch(sentences))
    ranks = [np.argsort(np.argsort(weights)) for weights in (found, expected)]
    assert np.corrcoef(*ranks)[0, 1] > 0.98  # Spearman's
    for count in (10, 20):
        best = [set(np.argsort(-weights)[:count].tolist()) for weights in (found, expected)]
        assert len(best[0] & best[1]) >= 0.9 * count


def test_a_vector_does_not_depend_on_the_company(encoder: SentenceEncoder) -> None:
    sentences = list(SENTENCES) * 3
    together = vectors_of(encoder, sentences)
    alone = np.concatenate([vectors_of(encoder, [sentence]) for sentence in SENTENCES])
    # With 8 bits, a sum in another order may round to the next number.
    assert (together * np.tile(alone, (3, 1))).sum(axis=1).min() > 0.99


def test_stretches_follow_each_other(encoder: SentenceEncoder) -> None:
    sentences = [SENTENCES[number % len(SENTENCES)] for number in range(100)]
    covered = []
    for where, vectors in encoder.encode(sentences):
        assert len(vectors) == len(sentences[where]) <= 32
        covered += range(where.start, where.stop)
    assert covered == list(range(100))


def test_a_number_of_threads(models_dir: Path, encoder: SentenceEncoder) -> None:
    sentences = list(SENTENCES)
    alone = vectors_of(SentenceEncoder(models_dir / "minilm", threads=1), sentences)
    assert (alone * vectors_of(encoder, sentences)).sum(axis=1).min() > 0.9999


def test_neither_torch_nor_transformers_is_loaded(models_dir: Path) -> None:
    command = [sys.executable, "-c", USE_IT, str(models_dir / "minilm")]
    assert subprocess.run(command, capture_output=True, check=True, text=True).stdout == "[]\n"


def config_with(models_dir: Path, **changes: object) -> bytes:
    config = json.loads((models_dir / "minilm" / "config.json").read_bytes())
    return json.dumps(config | changes).encode()


def refusal(folder: Path) -> str:
    with pytest.raises(PipelineError) as caught:
        SentenceEncoder(folder)
    assert caught.value.failure.code is ErrorCode.MODEL_BROKEN
    assert caught.value.failure.values["model"] == folder.name
    return caught.value.failure.values["reason"]


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"model_type": "mpnet"}, "model_type"),
        ({"hidden_act": "relu"}, "hidden_act"),
        ({"position_embedding_type": "relative_key"}, "position_embedding_type"),
        ({"num_hidden_layers": 12}, "encoder.layer.6"),
        ({"num_attention_heads": None}, "num_attention_heads"),
        ({"vocab_size": 30_000}, "tokenizer"),
    ],
)
def test_another_kind_of_model(
    models_dir: Path, tmp_path: Path, changes: dict[str, object], named: str
) -> None:
    content = config_with(models_dir, **changes)
    folder = spoiled(models_dir / "minilm", tmp_path / "mine", "config.json", content)
    assert named in refusal(folder)


def test_weights_that_were_cut_off(models_dir: Path, tmp_path: Path) -> None:
    whole = (models_dir / "minilm" / "model.safetensors").read_bytes()
    for share in (0.001, 0.5, 0.9999):
        cut = whole[: int(share * len(whole))]
        folder = tmp_path / str(share)
        assert refusal(spoiled(models_dir / "minilm", folder, "model.safetensors", cut))


def test_a_folder_of_another_model(models_dir: Path, tmp_path: Path) -> None:
    assert refusal(models_dir / "base")
    assert refusal(tmp_path / "nothing")

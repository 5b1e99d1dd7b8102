"""How long reading a talk takes: MiniLM with CTranslate2 in 8 bits, as here, and with torch.

Prints a Markdown table: seconds to load, in a process of its own; seconds to encode 10,000 words,
taken in turns; and how far the two agree on which sentences carry a talk (Spearman's correlation of
the LexRank weights, and the part of the fifty best that are the same).

    python benchmarks/sentence_encoder.py --data qmsum/data/ALL/val
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import numpy as np
import torch
from transformers import AutoModel, AutoTokenizer

from svs_desktop.paths import Places
from svs_desktop.pipeline.encoder import SentenceEncoder, Vectors
from svs_desktop.pipeline.ranking import lexrank
from svs_desktop.pipeline.sentences import spoken_sentences
from svs_desktop.pipeline.transcript import Segment

WORDS, ROUNDS, BEST = 10_000, 3, 50
MOST_TOKENS, BATCH = 128, 32
Encode = Callable[[Sequence[str]], Vectors]

LOADS = {
    "CTranslate2, 8 bits": "from svs_desktop.pipeline.encoder import SentenceEncoder as E; E(p)",
    "torch": "from transformers import AutoModel as M, AutoTokenizer as T; "
    "T.from_pretrained(p); M.from_pretrained(p)",
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of QMSum's meetings")
    parser.add_argument("--threads", type=int, default=2)
    chosen = parser.parse_args()
    folder = Places.default().models / "minilm"
    sentences = _sentences(chosen.data)
    torch.set_num_threads(chosen.threads)
    ours = _ours(SentenceEncoder(folder, threads=chosen.threads))
    ways = dict(zip(LOADS, (ours, _with_torch(folder)), strict=True))
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    weights = {}
    for _ in range(ROUNDS):
        for name, encode in ways.items():
            began = time.perf_counter()
            vectors = encode(sentences)
            seconds[name].append(time.perf_counter() - began)
            weights[name] = lexrank(vectors)
    print("| MiniLM with | load, s | encode 10,000 words, s |\n|---|---|---|")
    for name in ways:
        print(f"| {name} | {_load_s(LOADS[name], folder):.2f} | {median(seconds[name]):.2f} |")
    first, second = weights.values()
    ranks = [np.argsort(np.argsort(values)) for values in (first, second)]
    best = [set(np.argsort(-values)[:BEST].tolist()) for values in (first, second)]
    ratio = median(a / b for a, b in zip(*seconds.values(), strict=True))
    print(f"\n{len(sentences)} sentences. Time, ours over torch's: {ratio:.2f}.")
    print(f"Ranks correlate by {np.corrcoef(*ranks)[0, 1]:.4f}; of the {BEST} best sentences")
    print(f"{len(best[0] & best[1])} are the same.")


def _sentences(folder: Path) -> list[str]:
    """Sentences of meetings, ten thousand words in all."""
    found: list[str] = []
    words = 0
    for path in sorted(folder.glob("*.json")):
        turns = [turn["content"] for turn in json.loads(path.read_text())["meeting_transcripts"]]
        text = re.sub(r"\{[^}]*\}", " ", ". ".join(turns))
        for sentence in spoken_sentences([Segment(0.0, 0.0, text)]):
            if words >= WORDS:
                return found
            found.append(sentence.text)
            words += len(sentence.text.split())
    return found


def _ours(encoder: SentenceEncoder) -> Encode:
    return lambda sentences: np.concatenate([part for _, part in encoder.encode(sentences)])


def _with_torch(folder: Path) -> Encode:
    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModel.from_pretrained(folder).eval()

    @torch.inference_mode()
    def encode(sentences: Sequence[str]) -> Vectors:
        parts = []
        for start in range(0, len(sentences), BATCH):
            batch = tokenizer(
                list(sentences[start : start + BATCH]),
                padding=True,
                truncation=True,
                max_length=MOST_TOKENS,
                return_tensors="pt",
            )
            mask = batch["attention_mask"].unsqueeze(-1)
            sums = (model(**batch).last_hidden_state * mask).sum(1)
            parts.append(torch.nn.functional.normalize(sums, dim=1).numpy())
        return np.concatenate(parts)

    return encode


def _load_s(statement: str, folder: Path) -> float:
    """Seconds that loading takes in a process that has nothing else to do."""
    script = (
        "import time; t = time.perf_counter(); from pathlib import Path; import sys; "
        f"p = Path(sys.argv[1]); {statement}; print(time.perf_counter() - t)"
    )
    command = [sys.executable, "-c", script, str(folder)]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(3)]
    return median(float(run.stdout) for run in runs)


if __name__ == "__main__":
    main()

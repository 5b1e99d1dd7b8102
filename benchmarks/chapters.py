"""How well talks are divided into chapters, on meetings whose topics people marked (QMSum).

Prints a Markdown table of means over the meetings. Boundaries lie between turns of speech. Those
of the reference are the first turns of its topics' stretches; one nearer than a fiftieth of the
meeting to another, or to its beginning or end, is left out. Transcripts without times leave the
program the words alone: no pauses, no pictures.

Pk is the part of places at which the reference and a division disagree on whether two turns, half
a mean stretch of the reference apart, lie in one stretch (Beeferman et al., 1999), and WindowDiff
the part at which they disagree on how many boundaries lie between these (Pevzner and Hearst,
2002): 0 is best. F1 is that of boundaries found within a fiftieth of the meeting, each once.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from svs_desktop.paths import Places
from svs_desktop.pipeline.chapters import divide
from svs_desktop.pipeline.encoder import SentenceEncoder
from svs_desktop.pipeline.sentences import Spoken, spoken_sentences
from svs_desktop.pipeline.transcript import Segment

TOLERANCE = 0.02
WORDS_A_SECOND = 2.5
# TextTiling (Hearst, 1997) with the sizes of its paper: words a sequence, sequences a block.
SEQUENCE, BLOCK = 20, 10
RESAMPLES = 10_000

OURS, PEER = "the program", "uniform, as many as the program's"

Measure = Callable[[Sequence[int], Sequence[int], int], float]


@dataclass(frozen=True)
class Meeting:
    """Turns of speech, the sentences in them, and where the reference begins new topics."""

    turns: list[str]
    spoken: list[Spoken]
    reference: list[int]


@dataclass
class Row:
    """What a method came to, meeting by meeting."""

    name: str
    counts: list[int] = field(default_factory=list)
    scores: list[list[float]] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)


def load(path: Path) -> Meeting:
    """Read a meeting of QMSum."""
    content = json.loads(path.read_text("utf-8"))
    turns = [clean(turn["content"]) for turn in content["meeting_transcripts"]]
    spans = [span for topic in content["topic_list"] for span in topic["relevant_text_span"]]
    return Meeting(turns, spoken_sentences(segments(turns)), boundaries(spans, len(turns)))


def boundaries(spans: Sequence[Sequence[str]], count: int) -> list[int]:
    """The first turns of the reference's stretches, without those too near to another."""
    found: list[int] = []
    for turn in sorted(int(begin) for begin, _ in spans):
        if min(turn - (found[-1] if found else 0), count - turn) > TOLERANCE * count:
            found.append(turn)
    return found


def clean(text: str) -> str:
    """A turn without marks of noise, and its punctuation where it belongs."""
    text = re.sub(r"\{[^}]*\}|<[^>]*>", " ", text)
    text = re.sub(r"\s+([,.?!;:'’]|n't|'(?:s|re|ve|ll|d|m)\b)", r"\1", text)  # noqa: RUF001
    return " ".join(text.split())


def segments(turns: Sequence[str]) -> list[Segment]:
    """The turns as if they were spoken without a pause, at a usual speed."""
    ends = np.cumsum([len(turn.split()) / WORDS_A_SECOND for turn in turns]).tolist()
    return [Segment(a, b, text) for (a, b), text in zip(pairwise([0.0, *ends]), turns, strict=True)]


# measures


def pk(reference: Sequence[int], found: Sequence[int], count: int) -> float:
    """Beeferman's Pk, over ``count`` turns."""
    first, second = stretches(reference, count), stretches(found, count)
    reach = window(reference, count)
    same = [stretch[reach:] == stretch[:-reach] for stretch in (first, second)]
    return float((same[0] != same[1]).mean())


def window_diff(reference: Sequence[int], found: Sequence[int], count: int) -> float:
    """Pevzner and Hearst's WindowDiff, over ``count`` turns."""
    first, second = stretches(reference, count), stretches(found, count)
    reach = window(reference, count)
    between = [stretch[reach:] - stretch[:-reach] for stretch in (first, second)]
    return float((between[0] != between[1]).mean())


def f1(reference: Sequence[int], found: Sequence[int], count: int) -> float:
    """The harmonic mean of precision and recall of boundaries, the nearest matched first."""
    near = [(abs(a - b), a, b) for a in reference for b in found if abs(a - b) <= TOLERANCE * count]
    left, hits = [set(reference), set(found)], 0
    for _, a, b in sorted(near):
        if a in left[0] and b in left[1]:
            left[0].remove(a)
            left[1].remove(b)
            hits += 1
    return 2 * hits / (len(reference) + len(found))


def stretches(starts: Sequence[int], count: int) -> npt.NDArray[np.intp]:
    """The number of the stretch that each turn lies in."""
    return np.searchsorted(np.sort(starts), np.arange(count), side="right")


def window(reference: Sequence[int], count: int) -> int:
    """Half the mean length of the reference's stretches, in turns."""
    return max(2, round(count / (len(reference) + 1) / 2))


# methods


def ours(meeting: Meeting, encoder: SentenceEncoder) -> tuple[list[int], float, float]:
    """The program's boundaries, and the seconds to encode and to divide."""
    begun = time.perf_counter()
    parts = encoder.encode([sentence.text for sentence in meeting.spoken])
    vectors = np.concatenate([part for _, part in parts])
    encoded = time.perf_counter()
    chapters = divide(meeting.spoken, vectors)
    starts = {meeting.spoken[chapter.start].segments[0] for chapter in chapters}
    return sorted(starts - {0}), encoded - begun, time.perf_counter() - encoded


def uniform(count: int, parts: int) -> list[int]:
    """Boundaries that divide the turns into stretches of one length."""
    return [round(count * number / parts) for number in range(1, parts)]


def text_tiling(meeting: Meeting, most: int | None = None) -> list[int]:
    """Hearst's boundaries, or the deepest of them."""
    words = [
        (word, number)
        for number, turn in enumerate(meeting.turns)
        for word in re.findall(r"[a-z]+", turn.lower())
    ]
    starts = range(0, len(words), SEQUENCE)
    # Words of three letters and fewer stand in for the paper's list of stop words.
    bags = [Counter(w for w, _ in words[s : s + SEQUENCE] if len(w) > 3) for s in starts]
    likeness = np.array([blocks_alike(bags, gap) for gap in range(1, len(bags))])
    likeness = np.convolve(np.pad(likeness, 1, mode="edge"), np.ones(3) / 3, mode="valid")
    depths = {gap: depth(likeness, gap) for gap in peaks(-likeness)}
    least = np.mean(list(depths.values())) - np.std(list(depths.values())) / 2
    deep = sorted((gap for gap in depths if depths[gap] > least), key=depths.__getitem__)
    chosen = deep if most is None else deep[len(deep) - min(most, len(deep)) :]
    return sorted({words[starts[gap + 1]][1] for gap in chosen} - {0})


def blocks_alike(bags: Sequence[Counter[str]], gap: int) -> float:
    """The cosine of the words before a gap and those after it."""
    before = sum(bags[max(0, gap - BLOCK) : gap], Counter[str]())
    after = sum(bags[gap : gap + BLOCK], Counter[str]())
    product = sum(before[word] * after[word] for word in before)
    norms = [sum(n * n for n in bag.values()) ** 0.5 for bag in (before, after)]
    return product / max(norms[0] * norms[1], 1e-9)


def peaks(values: npt.NDArray[np.float64]) -> list[int]:
    """Where values are no lower than beside."""
    return [i for i in range(1, len(values) - 1) if values[i - 1] <= values[i] >= values[i + 1]]


def depth(values: npt.NDArray[np.float64], gap: int) -> float:
    """How far likeness rises from a gap to the nearest peak on either side, both added."""
    left = right = gap
    while left and values[left - 1] >= values[left]:
        left -= 1
    while right < len(values) - 1 and values[right + 1] >= values[right]:
        right += 1
    return float(values[left] + values[right] - 2 * values[gap])


# the table

MEASURES: tuple[Measure, ...] = (pk, window_diff, f1)


def measure(meetings: Sequence[Meeting], encoder: SentenceEncoder) -> tuple[list[Row], float]:
    """Divide all meetings by all methods; also tells the seconds of encoding a meeting."""
    rows: dict[str, Row] = {}
    encoding = 0.0
    for meeting in meetings:
        count, topics = len(meeting.turns), len(meeting.reference) + 1
        found, encoded, divided = ours(meeting, encoder)
        encoding += encoded / len(meetings)
        begun = time.perf_counter()
        tiles = text_tiling(meeting)
        tiled = time.perf_counter() - begun
        for name, division, seconds in (
            ("one chapter", [], 0.0),
            ("uniform, as many as the reference", uniform(count, topics), 0.0),
            ("TextTiling", tiles, tiled),
            ("TextTiling, as many as the program's", text_tiling(meeting, len(found)), tiled),
            (PEER, uniform(count, len(found) + 1), 0.0),
            (OURS, found, divided),
        ):
            row = rows.setdefault(name, Row(name))
            row.counts.append(len(division) + 1)
            row.scores.append([m(meeting.reference, division, count) for m in MEASURES])
            row.seconds.append(seconds)
    return list(rows.values()), encoding


def print_table(rows: Sequence[Row]) -> None:
    """Print the means over the meetings."""
    print("| method | chapters | Pk | WindowDiff | F1 | seconds a meeting |")
    print("|---|---|---|---|---|---|")
    for row in rows:
        scores = " | ".join(f"{score:.3f}" for score in np.mean(row.scores, axis=0))
        print(f"| {row.name} | {np.mean(row.counts):.1f} | {scores} | {np.mean(row.seconds):.3f} |")


def print_difference(rows: Sequence[Row]) -> None:
    """Print how much better than its peer the program is, and how sure that is."""
    scores = {row.name: np.array(row.scores) for row in rows}
    gains = scores[OURS] - scores[PEER]
    chance = np.random.default_rng(1)
    means = gains[chance.integers(len(gains), size=(RESAMPLES, len(gains)))].mean(axis=1)
    for name, mean, low, high in zip(
        ("Pk", "WindowDiff", "F1"),
        gains.mean(axis=0),
        *np.percentile(means, [2.5, 97.5], axis=0),
        strict=True,
    ):
        print(f"{name}: {mean:+.3f} against {PEER} (95 % interval {low:+.3f} to {high:+.3f})")


def main() -> None:
    """Measure on all meetings of a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of QMSum's JSON files")
    parser.add_argument("--threads", type=int, default=0, help="of the encoder; 0: all")
    options = parser.parse_args()
    meetings = [load(path) for path in sorted(options.data.glob("*.json"))]
    encoder = SentenceEncoder(Places.default().models / "minilm", threads=options.threads)
    rows, encoding = measure(meetings, encoder)
    print_table(rows)
    sentences = np.mean([len(meeting.spoken) for meeting in meetings])
    print(f"\n{len(meetings)} meetings of {sentences:.0f} sentences, encoded in {encoding:.1f} s.")
    print_difference(rows)


if __name__ == "__main__":
    main()

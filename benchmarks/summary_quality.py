"""How good the summaries are, against summaries that people wrote of the same meetings.

Reads meetings of QMSum (a folder of its JSON files), summarises each in this process with the
models that are installed, and prints a Markdown table: ROUGE-1, ROUGE-2 and ROUGE-L (F-measure,
with stemming) of the first sentences, of the key sentences and of the written summary; names and
numbers that are not in the transcript; seconds and peak memory. The transcripts are taken without
their speakers' names, since a recording has none.

    python benchmarks/summary_quality.py --data qmsum/data/ALL/val
"""

from __future__ import annotations

import argparse
import json
import re
import resource as limits
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from statistics import mean

from rouge_score.rouge_scorer import RougeScorer

from svs_desktop.paths import Places
from svs_desktop.pipeline.job import JobOptions
from svs_desktop.pipeline.sentences import Spoken, spoken_sentences
from svs_desktop.pipeline.summarize import Composed, Source, summarize
from svs_desktop.pipeline.tools import Tools
from svs_desktop.pipeline.transcript import Segment
from svs_desktop.pipeline.vocabulary import Vocabulary
from svs_desktop.pipeline.writing.said import Said

MEASURES = ("rouge1", "rouge2", "rougeL")
_WORD_S = 0.4
_REFERENCE_WORDS = 110


@dataclass
class Meeting:
    """A meeting and the summary that a person wrote of it."""

    name: str
    spoken: list[Spoken]
    reference: str

    @property
    def words(self) -> int:
        """Words of the transcript."""
        return sum(len(sentence.text.split()) for sentence in self.spoken)


@dataclass
class Way:
    """One way to summarise, and what it gave for each meeting."""

    title: str
    rouge: list[tuple[float, ...]] = field(default_factory=list)
    missing: list[int] = field(default_factory=list)
    words: list[int] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def row(self) -> str:
        """Its line of the table."""
        scores = [mean(column) for column in zip(*self.rouge, strict=True)]
        cells = [self.title, *(f"{100 * score:.1f}" for score in scores)]
        cells += [f"{mean(self.words):.0f}", str(sum(self.missing))]
        cells += [f"{mean(self.seconds):.0f} (most {max(self.seconds):.0f})"]
        return f"| {' | '.join(cells)} |"


def main() -> None:
    """Summarise all meetings and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of QMSum's meetings")
    parser.add_argument("--every", type=int, default=1, help="take each so many-th meeting only")
    parser.add_argument("--summarizer", default="auto")
    parser.add_argument("--style", default="meeting")
    parser.add_argument("--threads", type=int, default=0, help="0 for as many as cores are idle")
    parser.add_argument("--output", type=Path, help="folder for the summaries themselves")
    chosen = parser.parse_args()
    options = JobOptions(summarizer=chosen.summarizer, style=chosen.style, threads=chosen.threads)
    tools = Tools(Places.default().models)
    ways = [Way("first sentences"), Way("key sentences"), Way("ours")]
    for meeting in islice(meetings(chosen.data), 0, None, chosen.every):
        made: list[Callable[[], str]] = [
            lambda m=meeting: _text(first_sentences(m)),  # type: ignore[misc]
            lambda m=meeting: _prose(_summary(m, options, tools, writes=False)),  # type: ignore[misc]
            lambda m=meeting: _prose(_summary(m, options, tools, writes=True)),  # type: ignore[misc]
        ]
        for way, make in zip(ways, made, strict=True):
            began = time.monotonic()
            text = make()
            way.seconds.append(time.monotonic() - began)
            judge(way, text, meeting, tools, options)
        if chosen.output:
            chosen.output.mkdir(parents=True, exist_ok=True)
            (chosen.output / f"{meeting.name}.txt").write_text(text + "\n")
        score = " ".join(f"{100 * value:.1f}" for value in ways[-1].rouge[-1])
        print(
            f"{meeting.name}: {meeting.words} words, {score}, {ways[-1].seconds[-1]:.0f} s",
            flush=True,
        )
    tools.close_writer()
    print("\n|  | ROUGE-1 | ROUGE-2 | ROUGE-L | words | unsaid names and numbers | seconds |")
    print("|---|---|---|---|---|---|---|")
    print("\n".join(way.row() for way in ways))
    peak = limits.getrusage(limits.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"\n{len(ways[0].rouge)} meetings; peak memory of the process {peak:.2f} GB.")


def meetings(folder: Path) -> Iterator[Meeting]:
    """The meetings in a folder, by name."""
    for path in sorted(folder.glob("*.json")):
        content = json.loads(path.read_text())
        asked = content["general_query_list"]
        whole = [q for q in asked if "summar" in q["query"].lower()] or asked
        turns = [_readable(turn["content"]) for turn in content["meeting_transcripts"]]
        yield Meeting(path.stem, spoken_sentences(_segments(turns)), whole[0]["answer"])


def judge(way: Way, text: str, meeting: Meeting, tools: Tools, options: JobOptions) -> None:
    """Note how good a summary is."""
    scores = RougeScorer(MEASURES, use_stemmer=True).score(meeting.reference, text)
    way.rouge.append(tuple(scores[measure].fmeasure for measure in MEASURES))
    tokenizer = tools.tokenizer(options)
    said = Said(
        (s.text for s in meeting.spoken), "en", Vocabulary(tokenizer) if tokenizer else None
    )
    sentences = [s.text for s in spoken_sentences([Segment(0.0, 0.0, text)])]
    way.missing.append(sum(len(said.missing_from(sentence)) for sentence in sentences))
    way.words.append(len(text.split()))


def first_sentences(meeting: Meeting) -> list[Spoken]:
    """The meeting's beginning, as long as people's summaries are."""
    chosen: list[Spoken] = []
    for sentence in meeting.spoken:
        if sum(len(s.text.split()) for s in chosen) >= _REFERENCE_WORDS:
            break
        chosen.append(sentence)
    return chosen


def _summary(meeting: Meeting, options: JobOptions, tools: Tools, *, writes: bool) -> Composed:
    source = Source(meeting.spoken, "en", tokenizer=tools.tokenizer(options))
    open_writer = (lambda: tools.writer(options)) if writes else (lambda: None)
    steps = summarize(source, options, tools.encoder(options), open_writer)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            composed: Composed = end.value
            return composed


def _prose(composed: Composed) -> str:
    return " ".join(s.text for paragraph in composed.paragraphs for s in paragraph)


def _text(sentences: list[Spoken]) -> str:
    return " ".join(sentence.text for sentence in sentences)


def _segments(turns: list[str]) -> Iterator[Segment]:
    start = 0.0
    for turn in filter(None, turns):
        end = start + _WORD_S * len(turn.split())
        yield Segment(start, end, turn)
        start = end


def _readable(text: str) -> str:
    """A turn without the marks of the corpus: {vocalsound}, and spaces before commas."""
    text = re.sub(r"\{[^}]*\}|<[^>]*>", " ", text)
    text = re.sub(r"\s+([,.?!;:]|['’]\w+|n't\b)", r"\1", text)  # noqa: RUF001
    text = " ".join(text.split())
    return text if not text or text[-1] in ".?!" else f"{text}."


if __name__ == "__main__":
    main()

"""How fast, how well and in how little memory speech is transcribed, against its peers.

Makes a recording whose words are known (`speech_corpus.py`), has it transcribed by each way in a
process of its own, in turns, and prints a Markdown table. Times are those of the transcription
from the file to the last word, without loading the model. Words are compared after Whisper's own
normalisation of English.

    python benchmarks/transcription.py                        # all ways, 30 minutes of speech
    python benchmarks/transcription.py --minutes 5 --ways plain,balanced
    python benchmarks/transcription.py --media DIR            # with recordings and their .txt
    python benchmarks/transcription.py --growth 5,30,120,480  # how the cost grows
    python benchmarks/transcription.py --profile              # where the time goes

All have the same weights (`whisper_weights.py`) and the same cores. The packages openai-whisper and
pywhispercpp are the benchmark's own to install; a way whose package is not there is left out.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import numpy as np
from speech_corpus import RATE, Corpus, make_corpus, read_sound, write_sound
from whisper_weights import write_ggml, write_openai

from svs_desktop.paths import Places
from svs_desktop.pipeline.models import find

OURS = ("fast", "balanced", "accurate")
PEERS = ("plain", "batched", "openai-whisper", "whisper.cpp")
TITLES = {
    "plain": "faster-whisper, beam 5, VAD",
    "batched": "faster-whisper, batched 8",
    "openai-whisper": "openai-whisper, greedy, 32 bits",
    "whisper.cpp": "whisper.cpp, greedy, 16 bits",
    **{quality: f"SVS, {quality}" for quality in OURS},
}
_FILES = {"openai-whisper": "base.pt", "whisper.cpp": "ggml-base.bin"}
_MEGABYTE = 1 << 10  # of the kilobytes that Linux counts


# one way, in a process of its own


def transcribe(way: str, sound: Path, threads: int) -> dict[str, object]:
    """The text of a file as this way has it, and what it took."""
    work = _WAYS.get(way, _ours)(way, threads, sound.parent)
    before, cpu = time.perf_counter(), time.process_time()
    text = work(sound)
    return {
        "seconds": time.perf_counter() - before,
        "cpu": time.process_time() - cpu,
        "rss": _peak_mb(),
        "text": text,
    }


def _peak_mb() -> float:
    """The most memory that this process had."""
    # What ``getrusage`` tells of a child includes what its parent had when it began.
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / _MEGABYTE
    raise RuntimeError("this system does not tell how much memory a process had")


Work = Callable[[Path], str]


def _folder() -> str:
    return str(find("base", Places.default().models))


def _plain(_way: str, threads: int, _weights: Path) -> Work:
    from faster_whisper import WhisperModel

    model = WhisperModel(_folder(), device="cpu", compute_type="int8", cpu_threads=threads)

    def work(sound: Path) -> str:
        segments, _ = model.transcribe(str(sound), beam_size=5, vad_filter=True)
        return " ".join(segment.text for segment in segments)

    return work


def _batched(_way: str, threads: int, _weights: Path) -> Work:
    from faster_whisper import BatchedInferencePipeline, WhisperModel

    model = WhisperModel(_folder(), device="cpu", compute_type="int8", cpu_threads=threads)
    pipeline = BatchedInferencePipeline(model)

    def work(sound: Path) -> str:
        segments, _ = pipeline.transcribe(str(sound), beam_size=5, batch_size=8)
        return " ".join(segment.text for segment in segments)

    return work


def _openai(_way: str, threads: int, weights: Path) -> Work:
    import torch
    import whisper

    torch.set_num_threads(threads)
    model = whisper.load_model(str(weights / _FILES["openai-whisper"]), device="cpu")
    return lambda sound: str(model.transcribe(read_sound(sound), fp16=False)["text"])


def _cpp(_way: str, threads: int, weights: Path) -> Work:
    from pywhispercpp.model import Model

    file = str(weights / _FILES["whisper.cpp"])
    model = Model(file, n_threads=threads, print_progress=False, redirect_whispercpp_logs_to=None)
    return lambda sound: " ".join(part.text for part in model.transcribe(read_sound(sound)))


def _ours(way: str, threads: int, _weights: Path) -> Work:
    from svs_desktop.pipeline import allocator
    from svs_desktop.pipeline.audio import ExtractedAudio, extract_audio
    from svs_desktop.pipeline.transcribe import Passage, SpeechModel, Wanted

    allocator.hold_little()  # as the engine does
    model = SpeechModel(Path(_folder()), device="cpu", threads=threads)

    def work(sound: Path) -> str:
        target = sound.with_suffix(f".{way}.pcm")
        *_, audio = extract_audio(sound, 0, target)
        assert isinstance(audio, ExtractedAudio)
        found = model.transcribe(audio.samples(), Wanted(quality=way))  # type: ignore[arg-type]
        passages = [passage for passage in found if isinstance(passage, Passage)]
        target.unlink()
        target.with_suffix(".json").unlink()
        return " ".join(segment.text for p in passages for segment in p.segments)

    return work


_WAYS: dict[str, Callable[[str, int, Path], Work]] = {
    "plain": _plain,
    "batched": _batched,
    "openai-whisper": _openai,
    "whisper.cpp": _cpp,
}


def missing(way: str) -> str:
    """Why a way cannot be tried here; empty when it can."""
    package = {"openai-whisper": "whisper", "whisper.cpp": "pywhispercpp"}.get(way)
    if package and importlib.util.find_spec(package) is None:
        return f"the package {package} is not installed"
    return ""


def put_weights(way: str, folder: Path) -> None:
    """Put the weights there that this way reads, if it does not read ours."""
    if way == "openai-whisper":
        write_openai(Path(_folder()), folder / _FILES[way])
    elif way == "whisper.cpp":
        write_ggml(Path(_folder()), folder / _FILES[way])


# all of them


@dataclass
class Figures:
    """What a way took in each round, and how well it did in the last."""

    seconds: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    rss: float = 0.0
    text: str = ""


def run_one(way: str, sound: Path, arguments: argparse.Namespace) -> dict[str, object]:
    """The same in a process of its own."""
    command = [sys.executable, __file__, "--one", way, str(sound)]
    command += ["--threads", str(arguments.threads)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    figures: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return figures


def compare(corpus: Corpus, arguments: argparse.Namespace) -> None:
    """Print the table of all ways."""
    ways = arguments.ways.split(",")
    for way in list(ways):
        if reason := missing(way):
            print(f"{TITLES[way]} is left out: {reason}.\n")
            ways.remove(way)
    figures = {way: Figures() for way in ways}
    with tempfile.TemporaryDirectory() as folder:
        sound = Path(folder, "speech.wav")
        write_sound(sound, corpus.sound)
        for way in ways:
            put_weights(way, sound.parent)
        for number in range(arguments.rounds):
            for way in ways if number % 2 == 0 else reversed(ways):
                told = run_one(way, sound, arguments)
                figures[way].seconds.append(float(str(told["seconds"])))
                figures[way].cpu.append(float(str(told["cpu"])))
                figures[way].rss = max(figures[way].rss, float(str(told["rss"])))
                figures[way].text = str(told["text"])
                print(f"<!-- {way}: {told['seconds']:.1f} s -->", file=sys.stderr)
    print(_table(corpus, figures))


def _table(corpus: Corpus, figures: dict[str, Figures]) -> str:
    # Here and not above: in the processes that are measured they would count as memory.
    import jiwer
    from transformers.models.whisper.english_normalizer import EnglishTextNormalizer

    normalized = EnglishTextNormalizer({})
    reference = normalized(corpus.text)
    head = ("", "seconds", "times real time", "to plain", "processor s", "to plain", "WER %")
    head += ("deleted", "inserted", "peak MB")
    lines = [f"| {' | '.join(head)} |", "|---" * len(head) + "|"]
    plain = figures.get("plain")
    for way, figure in figures.items():
        seconds, cpu = median(figure.seconds), median(figure.cpu)
        words = jiwer.process_words(reference, normalized(figure.text))
        cells = (
            TITLES[way],
            f"{seconds:.1f}",
            f"{corpus.seconds / seconds:.1f}",
            f"{seconds / median(plain.seconds):.2f}" if plain else "",
            f"{cpu:.1f}",
            f"{cpu / median(plain.cpu):.2f}" if plain else "",
            f"{100 * words.wer:.2f}",
            str(words.deletions),
            str(words.insertions),
            f"{figure.rss:.0f}",
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def grow(corpus: Corpus, arguments: argparse.Namespace) -> None:
    """Print what recordings of growing length take, in each way."""
    print("| | minutes | seconds | s a minute | peak MB |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for minutes in map(float, arguments.growth.split(",")):
            sound = Path(folder, "speech.wav")
            write_sound(sound, np.resize(corpus.sound, round(minutes * 60 * RATE)))
            for way in arguments.ways.split(","):
                told = run_one(way, sound, arguments)
                seconds, rss = float(str(told["seconds"])), float(str(told["rss"]))
                cells = (TITLES[way], f"{minutes:g}", f"{seconds:.0f}", f"{seconds / minutes:.2f}")
                print(f"| {' | '.join(cells)} | {rss:.0f} |", flush=True)


def main() -> None:
    """Do what the arguments ask for."""
    parser = argparse.ArgumentParser(description="Speed, accuracy and memory of transcription")
    parser.add_argument("--minutes", type=float, default=30.0, help="length of the recording")
    parser.add_argument("--ways", default=",".join((*PEERS, *OURS)), help="with commas")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--media", type=Path, help="folder of recordings with their words (.txt)")
    parser.add_argument("--growth", default="", metavar="MINUTES,…")
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--one", nargs=2, metavar=("WAY", "FILE"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        way, sound = arguments.one
        print(json.dumps(transcribe(way, Path(sound), arguments.threads)))
        return
    corpus = make_corpus(arguments.minutes, arguments.media)
    voices = len({piece.voice for piece in corpus.pieces})
    words = len(corpus.text.split())
    print(f"{corpus.seconds / 60:.1f} minutes, {words} words, {voices} voices.\n")
    if arguments.profile:
        from transcription_profile import profile

        print(profile(corpus))
    elif arguments.growth:
        grow(corpus, arguments)
    else:
        compare(corpus, arguments)


if __name__ == "__main__":
    main()
